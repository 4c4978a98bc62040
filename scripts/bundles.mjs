import {build} from 'vite';
import templateLiterals from 'rollup-plugin-html-literals';
import {fileURLToPath} from 'node:url';

/**
 * The oldest browsers that run the widgets; older ones keep what stands inside the tags. Named as browsers and not as an
 * edition of ECMAScript: all four have private fields and methods, which ES2021 would turn into slow and bulky maps.
 */
const browsers = ['chrome109', 'edge109', 'firefox115', 'safari15.4'];

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * The files that a page loads by script tag. Each stands alone, Lit and our words included, so that one tag is one
 * request; what is needed only on a press (a space's details) is a chunk beside it.
 */
export const bundles = {
  'held-spaces': 'src/cdn.ts',
  'space-finder': 'src/define/space-finder.ts',
  'stage-selector': 'src/define/stage-selector.ts',
  'evaluation-form': 'src/define/evaluation-form.ts',
  'crisis-signpost': 'src/define/crisis-signpost.ts',
};

/**
 * Builds one bundle as it ships.
 *
 * @param {string} name Name of the file, without its ending.
 * @param {string} entry The module it starts from, or several joined by a virtual one.
 * @param {{write?: boolean, outDir?: string, modules?: string[]}} options `modules`: entries to join in place of one.
 */
export function bundle(name, entry, {write = true, outDir = 'dist/cdn', modules} = {}) {
  const joined = '\0held-joined';
  return build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [
      // In SVG an unclosed <path> would swallow the shapes after it.
      templateLiterals({options: {minifyOptions: {keepClosingSlash: true}}}),
      modules && {
        name: 'joined-entry',
        resolveId: id => (id === joined ? joined : undefined),
        load: id => (id === joined ? modules.map(path => `import ${JSON.stringify(root + path)};`).join('\n') : undefined),
      },
    ],
    oxc: {decorator: {legacy: true}, target: browsers},
    build: {
      write,
      outDir,
      emptyOutDir: false,
      target: browsers,
      minify: true,
      modulePreload: false,
      lib: {entry: {[name]: modules ? joined : root + entry}, formats: ['es']},
      rolldownOptions: {
        output: {
          minify: true,
          entryFileNames: '[name].js',
          chunkFileNames: `chunks/${name}-[name]-[hash].js`,
        },
      },
    },
  });
}
