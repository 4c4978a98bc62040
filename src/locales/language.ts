import type {Filled, Language} from '../internal/localize.js';

/**
 * A translation, with `{0}`, `{1}` where the values of the source go. Where the form follows a number, which is the first value,
 * one a plural category: https://cldr.unicode.org/index/cldr-spec/plural-rules
 */
export type Translation = string | ({readonly other: string} & Partial<Record<Intl.LDMLPluralRule, string>>);

/** Translations by id, or, in a bundle, which has no ids, by the key of the English words. */
export type Translations = Readonly<Record<string, Translation>>;

/** The words of the source, `{0}` where values go. */
export const sourceWords = (template: string | {readonly strings: readonly string[]}): string =>
  typeof template === 'string'
    ? template
    : template.strings.reduce((words, each, index) => `${words}{${index - 1}}${each}`);

/** A short key for English words. The build fails where two of a bundle's words have the same. */
export function keyOf(words: string): string {
  let hash = 0;
  for (let at = 0; at < words.length; at++) hash = (Math.imul(hash, 31) + words.charCodeAt(at)) | 0;
  return (hash >>> 4).toString(36);
}

const filled = (words: string, {values}: Pick<Filled, 'values'>) =>
  words.replace(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)]));

/** A language from its translations. Messages that have none stay in English. */
export function language(
  tag: string,
  translations: Translations,
  own: Pick<Language, 'date' | 'drawn' | 'list'> = {},
): Language {
  const plural = new Intl.PluralRules(tag);
  return {
    ...own,
    tag,
    words(template, id) {
      const found = translations[id ?? keyOf(sourceWords(template))];
      if (found === undefined || typeof template === 'string') return found as string | undefined;
      if (typeof found === 'string') return filled(found, template);
      return filled(found[plural.select(Number(template.values[0]))] ?? found.other, template);
    },
  };
}
