/** What a space says of how it is there, from a record to the wire and back, and what is on by date until it is over. */
import {adapt} from '@held-spaces/domain/open-referral/detect';
import {readCrosswalk} from '@held-spaces/domain/open-referral/crosswalk';
import {toService} from '@held-spaces/domain/open-referral/oruk3';
import {readAreaFile, readAreaIndex, readDetailsFile} from '@held-spaces/domain/read-files';
import {withDetails} from '@held-spaces/domain/area-card';
import type {Space} from '@held-spaces/domain/space';
import {describe, expect, it} from 'vitest';
import {createApp, createMemoryStore} from '../../server/src/app.js';
import {idOf, spaceIdOf} from '../../server/src/ids.js';
import {checkRecord} from '../../server/src/import/held-spaces-format.js';
import {toSpace} from '../../server/src/import/to-space.js';

const source = {name: 'Facts'};
const base = {id: 'lantern', name: 'The Lantern Room', kinds: ['crisis-cafe'], delivery: ['physical']};
const spaceOf = (fields: object): Space => {
  const checked = checkRecord({...base, nation: 'England', status: 'active', ...fields});
  if ('field' in checked) throw new Error(`${checked.field} ${checked.problem}`);
  return toSpace(checked.record, source);
};
const whole = {
  waysIn: ['drop-in'],
  approaches: ['peer-led', 'open'],
  accessFeatures: ['step-free', 'quiet'],
  exclusions: [
    {id: 'drink-drugs', words: 'It keeps the evening calm.'},
    {words: 'People from elsewhere'},
    {id: 'under-18'},
  ],
  waitingTime: 'About a week',
  continuity: ['back-limit', 'follow-up'],
  comingBackLimit: 'Three times',
  arrival: {door: 'Somebody meets you.', who: 'Two volunteers.'},
  events: [
    {name: 'Winter gathering', date: '2026-12-05', opens: '14:00', closes: '16:00'},
    {name: 'Quiet weekend', date: '2027-02-05', until: '2027-02-07'},
  ],
  disclosure: {police: 'no', ambulance: 'sometimes', leave: 'yes'},
};
const facts = (space: Space | undefined) => {
  const {waysIn, approaches, accessFeatures, exclusions, continuity, arrival, events, disclosure} = space ?? {};
  return {waysIn, approaches, accessFeatures, exclusions, continuity, arrival, events, disclosure};
};
const at = (day: string) => () => new Date(`${day}T10:00:00Z`);

async function served(spaces: readonly Space[], now: () => Date) {
  const app = createApp(createMemoryStore({source, spaces}), {now});
  const ask = async (path: string): Promise<unknown> => (await app.request(path)).json();
  const index = readAreaIndex(await ask('/held/areas'));
  const cards = readAreaFile(await ask(`/held/${index.anywhere.href}`)).spaces;
  const {details} = readDetailsFile(await ask(`/held/${index.anywhere.detailsHref}`));
  const list = async (query: string) =>
    ((await ask(`/services?${query}`)) as {contents: {name: string}[]}).contents.map(({name}) => name);
  return {ask, index, cards, spaces: cards.map(card => withDetails(card, details[card.id]!)), list};
}

describe('what a space says of how it is there', () => {
  it('comes through the files that the finder reads', async () => {
    const space = spaceOf(whole);
    const {spaces, cards} = await served([space], at('2026-11-21'));
    expect(spaces).toEqual([space]);
    expect(cards[0]).not.toHaveProperty('exclusions');
    expect(cards[0]).toMatchObject({approaches: ['peer-led', 'open'], accessFeatures: ['step-free', 'quiet']});
  });

  it('is read back from Open Referral by another directory like this one', () => {
    const space = spaceOf(whole);
    const service: unknown = JSON.parse(JSON.stringify(toService(space, {idOf})));
    const [read] = adapt('oruk3', service, {source: 'Feed', now: at('2026-11-21')()}).spaces;
    expect(facts(read)).toEqual(facts(space));
    // Dates are not hours.
    expect(read?.schedules).toEqual([]);
  });

  it('comes from the terms of any feed by a crosswalk', () => {
    const crosswalk = readCrosswalk({
      terms: {
        'Step free access': {accessFeatures: ['step-free']},
        'Run by peers': {approaches: ['peer-led'], continuity: ['back-any-time']},
        'Over 18s only': {exclusions: ['under-18']},
      },
    });
    if ('problem' in crosswalk) throw new Error(crosswalk.problem);
    const names = ['Step free access', 'Run by peers', 'Over 18s only'];
    const service = {
      id: '1',
      name: 'A group',
      status: 'active',
      attributes: names.map(name => ({link_type: 'theirs', taxonomy_term: {name}})),
    };
    const [read] = adapt('oruk3', service, {source: 'Feed', crosswalk, now: at('2026-11-21')()}).spaces;
    expect(facts(read)).toMatchObject({
      approaches: ['peer-led'],
      accessFeatures: ['step-free'],
      exclusions: [{id: 'under-18'}],
      continuity: {terms: ['back-any-time']},
    });
  });

  it('can be asked for by its terms in the API', async () => {
    const {list} = await served([spaceOf(whole), spaceOf({id: 'other', name: 'Other'})], at('2026-11-21'));
    const term = (taxonomy: string, key: string) => idOf('taxonomy_term', `${taxonomy}/${key}`);
    for (const id of [
      term('approaches', 'peer-led'),
      term('access-features', 'quiet'),
      term('exclusions', 'under-18'),
      term('continuity', 'follow-up'),
      term('disclosure', 'police-no'),
    ]) {
      expect(await list(`taxonomy_term_id=${id}`)).toEqual(['The Lantern Room']);
    }
    expect(await list(`taxonomy_term_id=${term('approaches', 'medical')}`)).toEqual([]);
  });

  it('is refused where it says two things at once, or nothing', () => {
    expect(() => spaceOf({continuity: ['back-no', 'back-ask']})).toThrow('continuity must hold one of back-');
    expect(() => spaceOf({exclusions: [{}]})).toThrow('must have an id, words, or both');
    expect(() => spaceOf({events: [{date: '2026-13-01'}]})).toThrow('must be a day of the calendar');
  });
});

describe('where corrections are taken', () => {
  const indexOf = async (corrections?: string) => {
    const app = createApp(createMemoryStore({source, spaces: []}), {corrections});
    const answer = await app.request('/held/areas');
    return {tag: answer.headers.get('ETag'), ...readAreaIndex(await answer.json())};
  };

  it('is in the index, which is another one then, and is left out where nobody has said', async () => {
    const [with_, without] = [await indexOf('put-right@list.example'), await indexOf()];
    expect(with_.corrections).toBe('put-right@list.example');
    expect(without).not.toHaveProperty('corrections');
    expect(with_.tag).not.toBe(without.tag);
  });
});

describe('what is on by date', () => {
  const hub = spaceOf({...whole, kinds: ['community-hub']});
  const course = spaceOf({...whole, id: 'course', name: 'Winter course', kinds: ['workshop']});
  const events = (spaces: readonly Space[]) =>
    spaces.map(({name, events: list}) => [name, list?.map(({dtstart}) => dtstart)]);

  it('leaves the files when it is over, and takes a workshop with it and never a place', async () => {
    const before = await served([hub, course], at('2026-12-05'));
    expect(events(before.spaces)).toEqual([
      ['The Lantern Room', ['2026-12-05', '2027-02-05']],
      ['Winter course', ['2026-12-05', '2027-02-05']],
    ]);
    const between = await served([hub, course], at('2026-12-06'));
    expect(events(between.spaces)).toEqual([
      ['The Lantern Room', ['2027-02-05']],
      ['Winter course', ['2027-02-05']],
    ]);
    expect(between.index.revision).not.toBe(before.index.revision);
    const after = await served([hub, course], at('2027-02-08'));
    expect(events(after.spaces)).toEqual([['The Lantern Room', undefined]]);
    expect(await after.list('')).toEqual(['The Lantern Room']);
    const id = spaceIdOf(source.name, 'course');
    expect(await after.ask(`/services/${id}`)).toMatchObject({name: 'Winter course'});
  });

  it('is over at midnight in a directory that has run since before', async () => {
    let now = at('2026-12-05')();
    const running = await served([hub], () => now);
    now = at('2026-12-06')();
    const index = readAreaIndex(await running.ask('/held/areas'));
    const {spaces} = readAreaFile(await running.ask(`/held/${index.anywhere.href}`));
    expect(spaces[0]?.events?.map(({dtstart}) => dtstart)).toEqual(['2027-02-05']);
  });

  it('is found by its day and time, and says nothing of the hours of the place', async () => {
    const {list} = await served([hub], at('2026-11-21'));
    expect(await list('day=SA')).toEqual(['The Lantern Room']);
    expect(await list('day=TU')).toEqual([]);
    expect(await list('held_open_at=2026-12-05T15:00:00Z')).toEqual([]);
  });
});
