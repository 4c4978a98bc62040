/**
 * What a person can do now, and what that does to the list. A choice puts the lines that fit it first and never takes
 * one away: 999 may go last, but it does not leave, and it is never the only answer.
 */
import type {CrisisEntry, ListedLine} from './crisis.js';

/** Ids of `crisis.can.*`, in the order of the page. `welsh` is asked in Wales only. */
export const crisisChoices = [
  'talk',
  'no-voice',
  'be-with',
  'sign',
  'holder',
  'no-police',
  'under-19',
  'under-35',
  'welsh',
  'home-not-safe',
] as const;
export type CrisisChoice = (typeof crisisChoices)[number];

/** How a row of the list says whom a line fits: one letter for each choice that is about people and not about ways in. */
export const fitLetters: Partial<Readonly<Record<CrisisChoice, string>>> = {
  holder: 'h',
  'under-19': 'c',
  'under-35': 'y',
  welsh: 'w',
  'home-not-safe': 'a',
};

function fits({phone, text, chat, bsl, fitting = ''}: CrisisEntry, choice: CrisisChoice): boolean {
  if (choice === 'talk') return phone !== undefined;
  if (choice === 'no-voice') return (text ?? chat) !== undefined;
  if (choice === 'sign') return bsl !== undefined;
  const letter = fitLetters[choice];
  return letter !== undefined && fitting.includes(letter);
}

export interface ArrangedLines {
  /** At once on the page. */
  readonly first: readonly ListedLine<CrisisEntry>[];
  /** Behind "More people to turn to". */
  readonly others: readonly ListedLine<CrisisEntry>[];
}

/**
 * The lines, those that fit most of what was chosen first, otherwise in the order of the list. One that fits comes out
 * from among the others; that it can be called brings no line out, since most can.
 */
export function arrangeLines(
  lines: readonly ListedLine<CrisisEntry>[],
  chosen: ReadonlySet<CrisisChoice>,
): ArrangedLines {
  const order = lines.map(line => {
    const choices = [...chosen].filter(choice => fits(line.contact, choice));
    const isLast = line.contact.kind === 'emergency' && chosen.has('no-police');
    return {
      line,
      rank: isLast ? -1 : choices.length,
      isFirst: line.contact.first === true || choices.some(choice => choice !== 'talk'),
    };
  });
  // Sorting is stable: https://tc39.es/ecma262/#sec-array.prototype.sort
  order.sort((one, other) => other.rank - one.rank);
  return {
    first: order.filter(({isFirst}) => isFirst).map(({line}) => line),
    others: order.filter(({isFirst}) => !isFirst).map(({line}) => line),
  };
}
