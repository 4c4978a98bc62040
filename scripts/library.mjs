import {build} from 'vite';
import templateLiterals from 'rollup-plugin-html-literals';
import {fileURLToPath} from 'node:url';
import {readdirSync} from 'node:fs';
import {ownLocalize} from './message-ids.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Every module that a host may import by name, and the file that it becomes in dist. */
export const modules = {
  index: 'src/index.ts',
  ...Object.fromEntries(
    readdirSync(new URL('../src/define', import.meta.url)).map(file => {
      const name = `define/${file.replace(/\.ts$/, '')}`;
      return [name, `src/${name}.ts`];
    }),
  ),
};

/** Builds the modules for hosts that bundle for themselves. Lit stays outside, so that a page has one. */
export function buildLibrary() {
  return build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [ownLocalize(root), templateLiterals({options: {minifyOptions: {keepClosingSlash: true}}})],
    oxc: {decorator: {legacy: true}},
    build: {
      outDir: 'dist',
      emptyOutDir: false,
      target: 'es2022',
      minify: false,
      lib: {
        entry: Object.fromEntries(Object.entries(modules).map(([name, path]) => [name, root + path])),
        formats: ['es'],
      },
      rolldownOptions: {
        external: [/^lit($|\/)/],
        output: {entryFileNames: '[name].js', chunkFileNames: 'modules/[name]-[hash].js'},
      },
    },
  });
}
