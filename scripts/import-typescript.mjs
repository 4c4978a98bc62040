import {build} from 'esbuild';

/** Imports a TypeScript module, with all it imports, into a script that runs in plain Node. */
export async function importTypeScript(path) {
  const {outputFiles} = await build({
    entryPoints: [path],
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
    logLevel: 'error',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}
