/**
 * The ways in which real Open Referral feeds are wrong, and what becomes of a record that is. Each way has an id that
 * stays the same in reports, and the row of the table in `server/IMPORT.md` that describes it.
 *
 * `mended`: something was put right or left out. `refused`: the record or page was not taken. `left-out`: the operator
 * asked for it not to be taken. `noted`: taken as it is, and worth knowing.
 */
export type RuleEffect = 'mended' | 'refused' | 'left-out' | 'noted';

export interface FeedRule {
  /** Row of the table of defects; 0 for what is no defect of a feed. */
  readonly row: number;
  readonly effect: RuleEffect;
  readonly says: string;
}

const rule = (row: number, effect: RuleEffect, says: string): FeedRule => ({row, effect, says});

export const feedRules = {
  'filters-ignored': rule(1, 'noted', 'The feed takes a search and ignores it. Nothing was filtered by the feed.'),
  'shallow-rows': rule(3, 'mended', 'The list held no details, so the service was asked for by its id.'),
  'details-gone': rule(3, 'noted', 'The list names the service, its own address does not. The list was used.'),
  'place-missing': rule(5, 'noted', 'No place is given, though it is not said to be online.'),
  'point-mended': rule(6, 'mended', 'The coordinates were text or the wrong way round.'),
  'point-dropped': rule(6, 'mended', 'The coordinates are not in the UK and were left out.'),
  'postcode-mended': rule(7, 'mended', 'The postcode was put into its usual form.'),
  'postcode-dropped': rule(7, 'mended', 'The postcode is none and was left out.'),
  'age-mended': rule(8, 'mended', 'An age was text, a fraction, below 0 or above 120.'),
  'date-lenient': rule(9, 'mended', 'A date was not in the standard’s form.'),
  'placeholder-dropped': rule(10, 'mended', 'A made-up address, such as one at example.com, was left out.'),
  'phone-extracted': rule(11, 'mended', 'The phone number stood among other words. It was taken as grouped there.'),
  'phone-as-given': rule(11, 'noted', 'No one number could be told from the words, which stand in the description.'),
  'markup-removed': rule(12, 'mended', 'HTML, Markdown or broken characters became plain text.'),
  'link-dropped': rule(12, 'mended', 'A link that is no web address was left out.'),
  'text-shortened': rule(12, 'mended', 'The description was cut at a word.'),
  'control-characters': rule(13, 'mended', 'A page was no JSON because of raw control characters in its text.'),
  'page-unreadable': rule(13, 'refused', 'A page is no JSON. Records known from before were kept.'),
  'empty-values': rule(14, 'mended', 'Empty and null values were read as absent.'),
  'object-for-list': rule(14, 'mended', 'One object stood where a list belongs.'),
  'id-repeated': rule(15, 'mended', 'The same id came again and was taken once.'),
  'id-missing': rule(15, 'refused', 'The service has no id.'),
  'totals-moved': rule(15, 'noted', 'The feed’s total changed while it was read.'),
  'hours-missing': rule(16, 'noted', 'No opening times are given.'),
  'hours-mended': rule(16, 'mended', 'Days or times were put into the standard’s form.'),
  'hours-in-words': rule(16, 'noted', 'Opening times that words may limit are shown and never worked out.'),
  'hours-lapsed': rule(16, 'noted', 'The last day of all opening times has passed, so they are not known.'),
  'cost-mended': rule(17, 'mended', 'A cost was given as text.'),
  'vendor-fields': rule(18, 'noted', 'The feed has fields of its own, which only a crosswalk can read.'),
  'old-or-undated': rule(19, 'noted', 'Checked too long ago, or nobody knows when: never said to be open now.'),
  'status-missing': rule(20, 'mended', 'No status of the standard is given. Read as active.'),
  'status-not-listed': rule(20, 'noted', 'Inactive or defunct: kept for saved links, and not listed.'),
  'asked-again': rule(21, 'noted', 'The feed failed or asked to wait, and answered when asked again.'),
  'person-left-out': rule(22, 'mended', 'The name of a person or an editor’s address was left out.'),
  'version-odd': rule(23, 'noted', 'The feed’s version is missing or does not fit what it sends. Read by its shape.'),
  'address-private': rule(25, 'mended', 'The address is to be kept private. Only its area was taken.'),
  'name-missing': rule(0, 'refused', 'The service has no name.'),
  'retired-number': rule(0, 'refused', 'It holds a number or address of the retired list.'),
  'not-mapped': rule(0, 'left-out', 'The crosswalk gives it no stage and no kind.'),
  'kind-unknown': rule(0, 'noted', 'No kind of space is known: neither a tag of ours nor the crosswalk names one.'),
  'several-places': rule(0, 'noted', 'Offered in several places: one space for each.'),
} as const satisfies Readonly<Record<string, FeedRule>>;

export type RuleId = keyof typeof feedRules;

/** What was found in one record: each rule once, in the order in which it was met. */
export class Findings {
  readonly #rules = new Set<RuleId>();

  add(id: RuleId): void {
    this.#rules.add(id);
  }

  get rules(): readonly RuleId[] {
    return [...this.#rules];
  }
}
