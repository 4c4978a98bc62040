import {fileURLToPath} from 'node:url';
import {brotliCompressSync} from 'node:zlib';
import templateLiterals from 'rollup-plugin-html-literals';
import {minify} from 'terser';
import {build} from 'vite';
import {bundleLanguages, ownLocalize} from './message-ids.mjs';

/**
 * The oldest browsers that run the widgets; older ones keep what stands inside the tags. They are named, and not an
 * edition of ECMAScript, because all have private fields and methods, which ES2021 would turn into slow and bulky maps.
 * Safari is held from 15.4 on. It is named 16.0 here because Oxc takes 15 to lack private members, which it has had since
 * 15.0, and takes both for what they do lack, static blocks and lookbehind; `test/size` reads the bundles for those.
 * https://developer.mozilla.org/docs/Web/JavaScript/Reference/Classes/Private_elements#browser_compatibility
 */
const browsers = ['chrome109', 'edge109', 'firefox115', 'safari16.0'];

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
  'crisis-update': 'src/define/crisis-update.ts',
  'quick-exit': 'src/define/quick-exit.ts',
  'crisis-signpost.cy': 'src/define/crisis-signpost.ts',
  'crisis-signpost.easy': 'src/define/crisis-signpost.ts',
};

/**
 * Bundles of one language, by the name of its file in `src/locales`, which ask for no other. The crisis signpost has all of
 * its words in its file, or has none.
 */
const oneLanguage = {
  'crisis-signpost': 'en-GB',
  'crisis-signpost.cy': 'cy',
  'crisis-signpost.easy': 'easy',
};

/**
 * Names in the crisis signpost that nothing outside its file reads: no browser, no page, and no other widget, with which it
 * shares only what `controllers/journey.ts` names. Shortened, they leave room for a hundredth more of what people need.
 */
const signpostsOwn =
  /^(?:about|addController|addedBy|bsl|bslHours|changesIn|chat|contact|cost|drawings|fitting|freshness|held|hiddenFromBill|hostConnected|hostDisconnected|hostUpdate|hostUpdated|hours|isFirst|isFromSearch|isOpen|keyword|lines|minuteOfWeek|nationChoice|nations|opening|option|others|pageDate|point|rank|reason|relay|saysWhoAnswers|tag|tell|tellIsOlder|tells|textFirst|toFinder|web|what)$/;

/** What packs a two-hundredth better in that one file. `unsafe`: `String(x)` is `''+x`, and the like. */
const signpostsCompression = {unsafe: true, hoist_funs: true, inline: 1};

/**
 * Shortens the private custom properties of our stylesheets, which nothing outside the file reads. What brotli makes of a file
 * goes up and down by half a hundredth with the letters alone, so that a better name here or there would do more harm than
 * good words do: of some sets of names, the one that packs best.
 */
function shortenProperties(code) {
  const properties = [...new Set(code.match(/--_[a-z\d-]+/g))];
  const named = first =>
    code.replace(/--_[a-z\d-]+/g, property => `--_${(first + properties.indexOf(property)).toString(36)}`);
  const packed = Array.from({length: 16}, (_, first) => named(first)).map(each => [
    brotliCompressSync(each).length,
    each,
  ]);
  return packed.reduce((best, each) => (each[0] < best[0] ? each : best))[1];
}

/** Terser by hand: through Vite, a library keeps its `#__PURE__` comments. Two hundredths smaller than Vite's own minifier. */
const smallest = name => ({
  name: 'smallest',
  // Last of all: what Vite does to a chunk before would print it anew.
  async generateBundle(_options, files) {
    for (const file of Object.values(files)) {
      const compress = {passes: 6, pure_getters: true, unsafe_arrows: true, keep_fargs: false};
      const isSignpost = Boolean(oneLanguage[name]);
      const {code} = await minify(file.code, {
        module: true,
        ecma: 2020,
        compress: isSignpost ? {...compress, ...signpostsCompression} : compress,
        mangle: isSignpost ? {properties: {regex: signpostsOwn}} : true,
      });
      file.code = isSignpost ? shortenProperties(code) : code;
    }
  },
});

/** What reads other people's feeds, and the domain for it alone. */
const feedReaders = /[\\/](?:src[\\/]directory[\\/]sources|domain[\\/]src[\\/]open-referral)[\\/]|\?apart$/;
const domain = /[\\/]domain[\\/]src[\\/](?!open-referral[\\/]|generated[\\/])[^?]+$/;

/**
 * Gives the reader of feeds, which few pages ever load, a copy of its own of what it uses of the domain. Shared, all that
 * it alone uses of those modules would stand in the first file of every page: 350 B of it.
 */
const feedsApart = {
  name: 'feeds-apart',
  enforce: 'pre',
  async resolveId(source, importer, options) {
    if (!importer || !feedReaders.test(importer)) return undefined;
    const found = await this.resolve(source, importer, {...options, skipSelf: true});
    return found && domain.test(found.id) ? {...found, id: `${found.id}?apart`} : found;
  },
};

/**
 * Builds one bundle as it ships.
 *
 * @param {string} name Name of the file, without its ending.
 * @param {string} entry The module it starts from, or several joined by a virtual one.
 * @param {{write?: boolean, outDir?: string, modules?: string[]}} options `modules`: entries to join in place of one.
 */
export async function bundle(name, entry, {write = true, outDir = 'dist/cdn', modules} = {}) {
  const joined = 'held-joined.js';
  const graph = entryGraph();
  const languages = await bundleLanguages(root, oneLanguage[name]);
  return build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    // Lit as it ships, also where a test builds: Vite would go by NODE_ENV.
    resolve: {conditions: ['module', 'browser', 'production']},
    plugins: [
      languages,
      ownLocalize(root),
      feedsApart,
      graph.plugin,
      // In SVG an unclosed <path> would swallow the shapes after it.
      templateLiterals({options: {minifyOptions: {keepClosingSlash: true}}}),
      smallest(name),
      modules && {
        name: 'joined-entry',
        resolveId: id => (id.endsWith(joined) ? joined : undefined),
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
      minify: false,
      modulePreload: false,
      lib: {entry: {[name]: root + (modules ? joined : entry)}, formats: ['es']},
      rolldownOptions: {
        // A widget that draws with lit-html alone leaves LitElement out; Lit's packages do not say that it may.
        treeshake: {moduleSideEffects: id => !/[\\/](lit|lit-element|@lit)[\\/]/.test(id)},
        // What a chunk shares with the entry stays in the entry: one more file would be one more request.
        preserveEntrySignatures: 'allow-extension',
        output: {
          codeSplitting: {
            includeDependenciesRecursively: false,
            groups: [
              {name, test: graph.isFirst},
              // So does what other chunks share with the one that comes with the first search.
              {name: 'when-needed', test: graph.isWhenNeeded},
            ],
          },
          entryFileNames: '[name].js',
          chunkFileNames: `chunks/${name}-[name]-[hash].js`,
        },
      },
    },
  });
}

/** Which modules an entry loads before anything else, and which come with the finder's first search. */
function entryGraph() {
  const modules = new Map();
  let first;
  let whenNeeded;
  const collect = (id, into) => {
    if (into.has(id) || first.has(id)) return;
    into.add(id);
    modules.get(id)?.importedIds.forEach(imported => collect(imported, into));
  };
  const sort = () => {
    if (first) return;
    first = new Set();
    whenNeeded = new Set();
    for (const info of modules.values()) if (info.isEntry) collect(info.id, first);
    for (const id of modules.keys()) if (id.endsWith('/when-needed.ts')) collect(id, whenNeeded);
  };
  return {
    plugin: {
      name: 'entry-graph',
      moduleParsed: info => {
        modules.set(info.id, info);
      },
    },
    isFirst: id => {
      sort();
      return first.has(id);
    },
    isWhenNeeded: id => {
      sort();
      return whenNeeded.has(id);
    },
  };
}
