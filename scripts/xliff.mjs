/**
 * XLIFF 1.2, which translators' tools read: one unit a message, `<x id="0"/>` where a value goes, and, where the form
 * follows a number, one unit a plural form, `finder.card.distance.miles#two`.
 * https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html
 */

const entities = {'&': '&amp;', '<': '&lt;', '>': '&gt;'};
const encoded = words =>
  words.replace(/[&<>]/g, each => entities[each]).replace(/\{(\d)\}/g, (_, index) => `<x id="${index}"/>`);
const decoded = text =>
  text
    .replace(/<x\b[^>]*\bid="(\d)"[^>]*?\/?>(?:<\/x>)?/g, '{$1}')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');

/** The state of a translation that a machine or a learner made, and no speaker has read. */
export const unreviewed = 'needs-review-translation';

/** Units by id: `{source, target, state}`, without a target where there is no translation yet. */
export function readXliff(text) {
  const units = new Map();
  for (const [, attributes, body] of text.matchAll(/<trans-unit\b([^>]*)>([\s\S]*?)<\/trans-unit>/g)) {
    const id = /\bid="([^"]+)"/.exec(attributes)?.[1];
    const source = /<source\b[^>]*>([\s\S]*?)<\/source>/.exec(body)?.[1];
    const [, given, target] = /<target\b([^>]*)>([\s\S]*?)<\/target>/.exec(body) ?? [];
    if (!id || source === undefined) throw new Error(`A unit has no id or no source: ${body.slice(0, 200)}`);
    units.set(id, {
      source: decoded(source),
      ...(target && {target: decoded(target), state: /\bstate="([^"]+)"/.exec(given)?.[1] ?? 'translated'}),
    });
  }
  return units;
}

export function writeXliff(tag, units) {
  const body = [...units]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([id, {source, target, state}]) => `      <trans-unit id="${id}" xml:space="preserve">
        <source>${encoded(source)}</source>${
          target === undefined ? '' : `\n        <target state="${state}">${encoded(target)}</target>`
        }
      </trans-unit>`,
    )
    .join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
  <file original="held-spaces" source-language="en-GB" target-language="${tag}" datatype="plaintext">
    <body>
${body}
    </body>
  </file>
</xliff>
`;
}
