import {createHash} from 'node:crypto';
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {importTypeScript} from './import-typescript.mjs';
import {locales, translationsOf, xliffOf} from './locales.mjs';
import {messageCall, parseWords, readMessages} from './messages.mjs';
import {readXliff} from './xliff.mjs';

/** Puts ours in the place of `@lit/localize`, of which the source has the types alone. See `src/internal/localize.ts`. */
export const ownLocalize = root => ({
  name: 'own-localize',
  enforce: 'pre',
  resolveId: id => (id === '@lit/localize' ? join(root, 'src/controllers/locale.ts') : undefined),
});

/** Stands for the translations until it is known which words a bundle has. */
const placeholder = (tag, hash) => `HELD_TRANSLATIONS_${tag.replaceAll('-', '_')}_${hash}`;

/** Modules that each language's file has for itself: shared, they would be a file, and a request, more. */
const ofEachLanguage = /^\.\/(?:easy-read-look|language|review-note)\.js$/;

/**
 * The languages of a bundle. Stands before `ownLocalize`.
 *
 * Message ids are left out, where they take a sixteenth of the room: a translation is found by a short hash of the
 * English words, which are there in any case. Only words that stand under several ids with translations that differ
 * keep theirs. Each language's file holds the translations of the bundle's own words, and no more.
 *
 * @param {string} root Folder of the repository.
 * @param {string | undefined} only Tag of the one language that the bundle speaks. Its words are then written in place of
 *   the English, and there is neither a file nor a request for others.
 */
export async function bundleLanguages(root, only) {
  const source = join(root, 'src');
  const {keyOf} = await importTypeScript(join(source, 'locales/language.ts'));
  const {messages} = readMessages(root);
  const translations = Object.fromEntries(
    Object.keys(locales).map(tag => [
      tag,
      existsSync(xliffOf(tag)) ? translationsOf(readXliff(readFileSync(xliffOf(tag), 'utf8'))) : {},
    ]),
  );
  const hash = createHash('sha256')
    .update(JSON.stringify([translations, [...messages]]))
    .digest('hex')
    .slice(0, 12);

  /** Words that a language tells apart by their id. */
  const told = new Set();
  const seen = new Map();
  for (const [id, {words}] of messages) {
    const each = JSON.stringify(Object.values(translations).map(of => of[id]));
    if (seen.has(words) && seen.get(words) !== each) told.add(words);
    seen.set(words, each);
  }

  const written = (literal, id) => {
    const {words, values} = parseWords(literal);
    const translated = translations[only]?.[id] ?? words;
    if (typeof translated !== 'string')
      throw new Error(`${id} follows a number: it cannot be in a bundle of one language.`);
    if (!values.length) return JSON.stringify(translated);
    const safe = translated.replace(/[\\`$]/g, '\\$&');
    return `\`${safe.replace(/\{(\d)\}/g, (_, index) => `\${${values[index]}}`)}\``;
  };

  /** Of the messages in these modules, what a language's file holds. */
  const translationsFor = (tag, files) => {
    const held = {};
    const words = {};
    for (const [id, message] of messages) {
      const translation = translations[tag][id];
      if (translation === undefined || ![...message.files].some(file => files.has(join(source, file)))) continue;
      const key = told.has(message.words) ? id : keyOf(message.words);
      if (words[key] !== undefined && words[key] !== message.words) {
        throw new Error(
          `"${words[key]}" and "${message.words}" have one key. Change keyOf in src/locales/language.ts.`,
        );
      }
      words[key] = message.words;
      held[key] = translation;
    }
    return JSON.stringify(held).replace(/"([A-Za-z_]\w*)":/g, '$1:');
  };

  return {
    name: 'bundle-languages',
    enforce: 'pre',
    resolveId(id, importer = '') {
      if (id === '@lit/localize' && only) return join(source, 'controllers/one-language.ts');
      if (only in locales && id.endsWith('/locales/one.js')) return join(source, `locales/${only}.ts`);
      const [, tag] = /\/locales\/([\w-]+)\.ts(?:\?|$)/.exec(importer) ?? [];
      if (tag in locales && ofEachLanguage.test(id))
        return `${join(source, 'locales', id).replace(/js$/, 'ts')}?${tag}`;
      return undefined;
    },
    load(id) {
      const [, tag] = /\/locales\/generated\/([\w-]+)\.ts$/.exec(id) ?? [];
      if (!tag) return undefined;
      const isReviewed = /isReviewed: boolean = true/.test(readFileSync(id, 'utf8'));
      const held = only ? '{}' : placeholder(tag, hash);
      return `export const isReviewed = ${isReviewed};\nexport const translations = ${held};`;
    },
    transform(code, id) {
      if (!id.startsWith(source)) return undefined;
      const shorter = code.replace(messageCall, (whole, literal, name) =>
        only ? written(literal, name) : told.has(parseWords(literal).words) ? whole : `msg(${literal})`,
      );
      return {code: shorter, map: null};
    },
    generateBundle(_options, files) {
      const held = new Set([...this.getModuleIds()].map(id => id.split('?')[0]));
      for (const file of Object.values(files)) {
        for (const tag of Object.keys(locales)) {
          file.code = file.code.replace(placeholder(tag, hash), () => translationsFor(tag, held));
        }
      }
    },
  };
}
