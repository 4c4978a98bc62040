import fc from 'fast-check';
import {
  accessFeatures,
  approaches,
  audiences,
  deliveries,
  kinds,
  roles,
  stages,
  waysIn,
} from '@held-spaces/domain/vocabularies';
import {describe, expect, it} from 'vitest';
import {noChoices, type Choices} from '../../src/components/space-finder/choices.js';
import {readChoices, writeChoices} from '../../src/components/space-finder/take-away/shared-choices.js';

const some = <T>(list: readonly T[]) => fc.uniqueArray(fc.constantFrom(...list), {minLength: 1, maxLength: 4});
const yes = fc.constant(true);

const anyChoices = fc
  .record(
    {
      stages: some(stages),
      kinds: some(kinds),
      deliveries: some(deliveries),
      waysIn: some(waysIn),
      roles: some(roles),
      audiences: some(audiences),
      approaches: some(approaches),
      accessFeatures: some(accessFeatures),
      languages: some(['en', 'cy', 'bfi', 'zh-Hant']),
      openNow: yes,
      leaveOutUnknown: yes,
      noReferral: yes,
      free: yes,
      tellsNobody: yes,
      laterToday: yes,
      evenings: yes,
      weekend: yes,
      evaluated: yes,
      age: fc.integer({min: 0, max: 120}),
      eventsWithin: fc.constantFrom(14, 31),
      openAt: fc.record({weekday: fc.constantFrom('MO', 'SU'), minutes: fc.integer({min: 0, max: 1439})}),
      words: fc.string({minLength: 1, maxLength: 100}),
    },
    {requiredKeys: []},
  )
  .map(given => ({...noChoices, ...given}) as Choices);

const through = (choices: Choices) => {
  const fields = new URLSearchParams();
  writeChoices(choices, fields);
  return readChoices(new URLSearchParams(fields.toString()));
};

describe('choices in a shared link', () => {
  it('come out as they went in', () => {
    fc.assert(
      fc.property(anyChoices, choices => {
        expect(through(choices) ?? noChoices).toEqual(choices);
      }),
    );
  });

  it('are none where there were none', () => {
    expect(through(noChoices)).toBeUndefined();
  });

  it('are never anything that nobody could have chosen, whatever stands in the link', () => {
    const nonsense =
      'kinds=nonsense&stages=%00&age=1e9&openAt=XX+1&openNow=maybe&languages=%3Cb%3E&eventsWithin=-1&words=';
    expect(readChoices(new URLSearchParams(nonsense))).toBeUndefined();
    fc.assert(
      fc.property(fc.string(), text => {
        const read = readChoices(new URLSearchParams(text));
        if (read) expect(through(read)).toEqual(read);
      }),
    );
  });
});
