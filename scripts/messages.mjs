import {readdirSync, readFileSync} from 'node:fs';
import {join, relative} from 'node:path';

/** `msg('…', {id: 'finder.title'})` and `msg(str`…`, {id: '…'})`. Every message is written so; `readMessages` sees to it. */
export const messageCall =
  /\bmsg\(\s*((?:str)?`[^`]*`|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"),\s*\{\s*id:\s*'([^']+)',?\s*\},?\s*\)/g;

/** The words of a message, `{0}` where its values go, and those values as they stand in the source. */
export function parseWords(literal) {
  if (!literal.startsWith('str`')) return {words: unquoted(literal), values: []};
  const values = [];
  let words = '';
  let at = 4;
  while (at < literal.length - 1) {
    if (literal[at] === '\\') words += literal[++at];
    else if (literal.startsWith('${', at)) {
      const start = at + 2;
      for (let depth = 1, end = start; depth; end++) {
        depth += literal[end] === '{' ? 1 : literal[end] === '}' ? -1 : 0;
        at = end;
      }
      words += `{${values.push(literal.slice(start, at)) - 1}}`;
    } else words += literal[at];
    at++;
  }
  return {words, values};
}

const unquoted = literal => literal.slice(1, -1).replace(/\\(.)/g, '$1');

/**
 * Every message of these folders by id: `{words, values, files}`, the files as seen from `src`. Fails where one id has two
 * texts, or a call is not as above.
 */
export function readMessages(root, folders = ['src']) {
  const messages = new Map();
  const problems = [];
  const files = folders.flatMap(folder =>
    readdirSync(join(root, folder), {recursive: true})
      .map(name => relative(join(root, 'src'), join(root, folder, name)))
      .sort(),
  );
  for (const file of files) {
    // What stands in for the library calls nothing.
    if (!file.endsWith('.ts') || file === join('internal', 'localize.ts')) continue;
    const code = readFileSync(join(root, 'src', file), 'utf8');
    const found = [...code.matchAll(messageCall)];
    const calls = [...code.matchAll(/\bmsg\(/g)].length;
    if (calls !== found.length)
      problems.push(`${file}: ${calls} calls of msg, ${found.length} with literal words and id`);
    for (const [, literal, id] of found) {
      const parsed = parseWords(literal);
      const before = messages.get(id);
      if (before && before.words !== parsed.words) {
        problems.push(`${id}: two texts: "${before.words}" and "${parsed.words}"`);
      }
      messages.set(id, {...parsed, files: new Set([...(before?.files ?? []), file])});
    }
  }
  return {messages, problems};
}
