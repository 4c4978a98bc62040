/** Bundles the moderation desk, a page of ours, into server/dist/desk. The directory serves it at /desk/. */
import {copyFile, mkdir, rm} from 'node:fs/promises';
import {pathToFileURL} from 'node:url';
import {build} from 'esbuild';

export async function buildDesk(outDir = 'server/dist/desk') {
  await rm(outDir, {recursive: true, force: true});
  await mkdir(outDir, {recursive: true});
  await Promise.all(['index.html', 'desk.css'].map(name => copyFile(`server/desk/${name}`, `${outDir}/${name}`)));
  await build({
    entryPoints: {desk: 'server/desk/desk-app.ts'},
    outdir: outDir,
    // Welsh comes in a file of its own, to whoever wants it.
    splitting: true,
    chunkNames: '[name]-[hash]',
    alias: {'@lit/localize': './src/internal/localize.ts'},
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
