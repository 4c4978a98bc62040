import {build} from 'vite';
import templateLiterals from 'rollup-plugin-html-literals';
import {fileURLToPath} from 'node:url';
import {withoutMessageIds} from './message-ids.mjs';

/**
 * The oldest browsers that run the widgets; older ones keep what stands inside the tags. They are named, and not an
 * edition of ECMAScript, because all have private fields and methods, which ES2021 would turn into slow and bulky maps.
 * Safari is held from 15.4 on: the two things in the language that it lacks before 16.4, static blocks and lookbehind,
 * are kept out of the bundles by `test/size`, and naming it 15.4 would bring the maps back.
 */
const browsers = ['chrome109', 'edge109', 'firefox115', 'safari16.4'];

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * The files that a page loads by script tag. Each stands alone, Lit and our words included, so that one tag is one
 * request; what is needed only on a press or when something went wrong is a chunk beside it.
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
  const graph = entryGraph();
  return build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [
      withoutMessageIds(root),
      graph.plugin,
      // In SVG an unclosed <path> would swallow the shapes after it.
      templateLiterals({options: {minifyOptions: {keepClosingSlash: true}}}),
      modules && {
        name: 'joined-entry',
        resolveId: id => (id === joined ? joined : undefined),
        load: id =>
          id === joined ? modules.map(path => `import ${JSON.stringify(root + path)};`).join('\n') : undefined,
      },
    ],
    oxc: {decorator: {legacy: true}, target: browsers},
    build: {
      write,
      outDir,
      emptyOutDir: false,
      target: browsers,
      minify: 'terser',
      terserOptions: {
        module: true,
        ecma: 2020,
        compress: {passes: 3, pure_getters: true, unsafe_arrows: true, unsafe_methods: true},
      },
      modulePreload: false,
      lib: {entry: {[name]: modules ? joined : root + entry}, formats: ['es']},
      rolldownOptions: {
        // What a chunk shares with the entry stays in the entry: one more file would be one more request.
        preserveEntrySignatures: 'allow-extension',
        output: {
          codeSplitting: {includeDependenciesRecursively: false, groups: [{name, test: graph.holds}]},
          entryFileNames: '[name].js',
          chunkFileNames: `chunks/${name}-[name]-[hash].js`,
        },
      },
    },
  });
}

/** Which modules an entry loads before anything else, as opposed to what `import()` fetches later. */
function entryGraph() {
  const modules = new Map();
  let first;
  const collect = id => {
    if (first.has(id)) return;
    first.add(id);
    modules.get(id)?.importedIds.forEach(collect);
  };
  return {
    plugin: {
      name: 'entry-graph',
      moduleParsed: info => {
        modules.set(info.id, info);
      },
    },
    holds: id => {
      if (!first) {
        first = new Set();
        for (const info of modules.values()) if (info.isEntry) collect(info.id);
      }
      return first.has(id);
    },
  };
}
