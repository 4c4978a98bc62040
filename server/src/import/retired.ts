/** Numbers and addresses that stopped or were misprinted, and that people would still dial if we showed them. */

/** As much as is read of `domain/data/retired-numbers.json`. */
export interface RetiredList {
  readonly numbers: readonly {readonly number: string; readonly reason: string}[];
  readonly domains: readonly {readonly domain: string; readonly reason: string}[];
}

/** Why a record may not be shown, where it holds a retired number or web address in any of its texts. */
export function retiredReason(record: object, retired: RetiredList): string | undefined {
  const texts = textsIn(record);
  const digits = texts.map(bareNumber);
  const number = retired.numbers.find(each => digits.some(text => text.includes(bareNumber(each.number))));
  if (number) return number.reason;
  const folded = texts.map(text => text.toLowerCase());
  return retired.domains.find(({domain}) => folded.some(text => holdsDomain(text, domain)))?.reason;
}

/** Every text in a record, however deep. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Digits without their grouping, and in national form. Other characters stay, so that separate numbers stay apart. */
function bareNumber(text: string): string {
  return text.replace(/(?<=\d)[\s().-]+(?=\d)/g, '').replace(/\+44\s*(?:\(0\)\s*)?/g, '0');
}

function holdsDomain(text: string, domain: string): boolean {
  const at = text.indexOf(domain);
  return at >= 0 && !/[\w-]/.test(text[at - 1] ?? '') && !/[\w-]/.test(text[at + domain.length] ?? '');
}
