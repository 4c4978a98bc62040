/**
 * Words in the language of now. The build puts this in the place of `@lit/localize`, of which the source has the types.
 * That weighs 1,000 B in a bundle, three times as much; it holds one language a page, and may be configured by one
 * library alone: a host's own use of it and ours would stop each other. All that an English page carries of other
 * languages is here and in `controllers/locale.ts`; the rest is in a file for each, fetched on a page in it.
 */

/** `str` with values in it. */
export interface Filled {
  readonly strings: TemplateStringsArray;
  readonly values: readonly unknown[];
}

/** A language other than the English that stands in the source. */
export interface Language {
  /** As `lang` says it. */
  readonly tag: string;
  /** The words for what stands in the source, or none, where English must stand. */
  readonly words: (template: string | Filled, id: string | undefined) => string | undefined;
  /** A date in the parts and the order of a British English format. Missing where English has the same. */
  readonly date?: (date: Date, format: Intl.DateTimeFormat) => string;
  /** Several names in one line. Missing where English joins them the same way. */
  readonly list?: (items: readonly string[]) => string;
  /**
   * Called each time a widget has been drawn in the language, with what holds all of it: gives it the look that the
   * language needs, and appends a line for its end. Returns that line, which leaves with the language.
   */
  readonly drawn?: (held: HTMLElement) => Element | undefined;
}

let now: Language | undefined;

/** The language that is drawn in. Missing for English. */
export const languageNow = (): Language | undefined => now;

/** Says in which language the next drawing is, up to the next call. */
export function drawIn(language: Language | undefined): void {
  now = language;
}

export const str = (strings: TemplateStringsArray, ...values: readonly unknown[]): Filled => ({strings, values});

/** The words as they stand in the source. */
const asWritten = (template: string | Filled): string =>
  typeof template === 'string' ? template : String.raw({raw: template.strings}, ...template.values);

/** The words in the language of now; English where that has none. */
export const msg = (template: string | Filled, options?: {readonly id?: string}): string =>
  now?.words(template, options?.id) ?? asWritten(template);
