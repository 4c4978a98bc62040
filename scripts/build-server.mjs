/** Bundles the directory's program into server/dist/main.js. Its packages stay outside: one of them is compiled. */
import {readFile} from 'node:fs/promises';
import {pathToFileURL} from 'node:url';
import {build} from 'esbuild';

export async function buildServer() {
  const {dependencies} = JSON.parse(await readFile(new URL('../server/package.json', import.meta.url), 'utf8'));
  await build({
    entryPoints: ['server/src/main.ts'],
    outfile: 'server/dist/main.js',
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    // The domain has no build of its own, so it goes inside.
    external: Object.keys(dependencies).flatMap(name => [name, `${name}/*`]),
    sourcemap: true,
    legalComments: 'inline',
    logLevel: 'warning',
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await buildServer();
