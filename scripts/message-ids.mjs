import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';

/** `msg('…', {id: 'finder.title'})` and `msg(str`…`, {id: '…'})`: the words, and the id with the comma before it. */
const message =
  /\bmsg\(\s*((?:str)?`[^`]*`|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")(,\s*\{\s*id:\s*'([^']+)',?\s*\},?\s*)\)/g;

/** Words that stand under several ids, which a translation may need to tell apart. */
function sharedWords(directory) {
  const ids = new Map();
  for (const file of readdirSync(directory, {recursive: true})) {
    if (!file.endsWith('.ts')) continue;
    for (const [, words, , id] of readFileSync(join(directory, file), 'utf8').matchAll(message)) {
      ids.set(words, (ids.get(words) ?? new Set()).add(id));
    }
  }
  return new Set([...ids].filter(([, each]) => each.size > 1).map(([words]) => words));
}

/**
 * Leaves message ids out of a bundle, where they take a sixteenth of the room. Without one, `@lit/localize` makes the
 * id from the words themselves, and so does the build of a locale; only words that stand under several ids keep theirs.
 * https://lit.dev/docs/localization/overview/#message-ids
 */
export function withoutMessageIds(root) {
  const source = join(root, 'src');
  let shared;
  return {
    name: 'without-message-ids',
    enforce: 'pre',
    buildStart() {
      shared = sharedWords(source);
    },
    transform(code, id) {
      if (!id.startsWith(source)) return undefined;
      const shorter = code.replace(message, (whole, words) => (shared.has(words) ? whole : `msg(${words})`));
      return {code: shorter, map: null};
    },
  };
}
