/** Bundles the moderation desk, a page of ours, into server/dist/desk. The directory serves it at /desk/. */
import {copyFile, mkdir} from 'node:fs/promises';
import {pathToFileURL} from 'node:url';
import {build} from 'esbuild';

export async function buildDesk(outDir = 'server/dist/desk') {
  await mkdir(outDir, {recursive: true});
  await Promise.all(['index.html', 'desk.css'].map(name => copyFile(`server/desk/${name}`, `${outDir}/${name}`)));
  await build({
    entryPoints: ['server/desk/desk-app.ts'],
    outfile: `${outDir}/desk.js`,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: ['chrome109', 'firefox115', 'safari16'],
    tsconfig: 'tsconfig.json',
    legalComments: 'inline',
    logLevel: 'warning',
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await buildDesk();
