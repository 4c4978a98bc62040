import {contactsFor, type LineOpening, type ListedLine} from '@held-spaces/domain/crisis';
import {arrangeLines, crisisChoices, type CrisisChoice} from '@held-spaces/domain/crisis-choices';
import {crisisChecked, crisisEntries} from '@held-spaces/domain/generated/crisis-rows';
import {nations, type Nation} from '@held-spaces/domain/vocabularies';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';

/** A Saturday afternoon in November, the day of the check. */
const now = new Date('2026-11-21T15:00:00Z');
const isOpen = (opening: LineOpening) => opening === 'always' || (opening !== 'unsure' && opening.isOpen);

describe('what a person can do now', () => {
  const arranged = (nation: Nation | undefined, choices: readonly CrisisChoice[], at = now) =>
    arrangeLines(contactsFor(crisisEntries, {nation, now: at, checked: crisisChecked}).lines, new Set(choices));
  const idsOf = (lines: readonly ListedLine[]) => lines.map(({contact: {id}}) => id);

  it('takes no line away, whatever is chosen, and never leaves 999 the only one in sight', () => {
    fc.assert(
      fc.property(fc.constantFrom(undefined, ...nations), fc.subarray([...crisisChoices]), (nation, choices) => {
        const {first, others} = arranged(nation, choices);
        const all = contactsFor(crisisEntries, {nation, now, checked: crisisChecked}).lines;
        expect(new Set(idsOf([...first, ...others]))).toEqual(new Set(idsOf(all)));
        expect(first.length + others.length).toBe(all.length);
        expect(idsOf(first)).toContain('emergency-999');
        expect(first.length).toBeGreaterThanOrEqual(3);
      }),
    );
  });

  it('shows two ways or more to reach a human now, one not a call: every nation, role, ability and hour of a week', () => {
    for (const nation of [undefined, ...nations]) {
      for (const role of ['experiencer', 'holder']) {
        for (const ability of crisisChoices) {
          const choices: CrisisChoice[] = role === 'holder' ? [ability, 'holder'] : [ability];
          // Five and 24 have nothing in common, so that in a week every hour of a day comes round.
          for (let hour = 0; hour < 168; hour += 5) {
            const {first} = arranged(nation, choices, new Date(now.getTime() + hour * 3_600_000));
            const open = first.filter(({contact: {kind}, opening: each}) => kind !== 'emergency' && isOpen(each));
            const ways = open.flatMap(({contact: {phone, text}}) => [phone && 'call', text && 'text'].filter(Boolean));
            expect([nation, ability, hour, ways.length >= 2 && ways.includes('text')]).toEqual([
              nation,
              ability,
              hour,
              true,
            ]);
          }
        }
      }
    }
  });

  it('gives somebody who cannot talk aloud two texts or more that are open, in every nation', () => {
    for (const nation of [undefined, ...nations]) {
      const {first} = arranged(nation, ['no-voice']);
      expect(first.slice(0, 2).every(({contact: {text}, opening: each}) => text && isOpen(each))).toBe(true);
    }
  });

  it('puts 999 last for somebody who does not want the police, and nothing else changes its place', () => {
    for (const nation of nations) {
      const usual = idsOf(arranged(nation, []).first);
      expect(idsOf(arranged(nation, ['no-police']).first)).toEqual([...usual.slice(1), 'emergency-999']);
    }
  });
});
