/** What becomes of the records of a feed. */
import {readFileSync} from 'node:fs';
import {readCrosswalk} from '@held-spaces/domain/open-referral/crosswalk';
import type {Crosswalk} from '@held-spaces/domain/open-referral/crosswalk';
import {describe, expect, it} from 'vitest';
import {createMemoryStore} from '../../server/src/app.js';
import {applyImport} from '../../server/src/import/apply.js';
import type {FakeFeed} from '../support/feeds/feed-server.js';
import {oruk1, oruk3, outpost} from '../support/feeds/records.js';
import {defects} from '../support/feeds/defects.js';
import {now, server, many, read, readAgain} from '../support/feeds/read-feed.js';

describe('what is taken from a feed', () => {
  const crosswalk = readCrosswalk({
    terms: {
      'https://terms.lantern-room.org.uk/77': {kinds: ['crisis-cafe'], stages: ['threshold', 'extreme-times']},
      'OUT OF HOURS calm space!': {kinds: ['drop-in'], audiences: ['adults']},
    },
  }) as Crosswalk;

  it('names no stage and no kind without a crosswalk, whatever the words say', async () => {
    const services = [
      oruk3({name: 'Crisis cafe drop-in', description: 'For extreme times. A helpline and peer support.'}),
    ];
    const {spaces, rules} = await read({dialect: 'oruk3', services});
    expect(spaces[0]).toMatchObject({kinds: [], stages: {declared: [], suggested: []}, audiences: []});
    expect(rules).toContain('kind-unknown');
  });

  it('reads their terms by uri before name, and keeps a crosswalk’s stages as suggested', async () => {
    const v3 = await read({dialect: 'oruk3', services: [oruk3()]}, {crosswalk});
    expect(v3.spaces[0]).toMatchObject({
      kinds: ['crisis-cafe'],
      stages: {declared: [], suggested: ['threshold', 'extreme-times']},
    });
    for (const make of [oruk1, outpost]) {
      await server?.close();
      const {spaces} = await read({dialect: 'oruk1', services: [make()]}, {crosswalk});
      expect(spaces[0]).toMatchObject({kinds: ['drop-in'], audiences: ['adults']});
    }
  });

  it('leaves out what the crosswalk does not know, where it is asked to', async () => {
    const services = [oruk3({id: 'a'}), oruk3({id: 'b', name: 'Swimming for all', attributes: []})];
    const {spaces, rules} = await read({dialect: 'oruk3', services}, {crosswalk, onlyMapped: true});
    expect(spaces.map(({name}) => name)).toEqual(['The Lantern Room']);
    expect(rules).toContain('not-mapped');
  });

  it('gives each record its source, its licence, its address in the feed and the day it was checked', async () => {
    const {spaces} = await read(
      {dialect: 'oruk3', services: [oruk3()]},
      {source: {name: 'Leeds', licence: 'OGL v3.0'}},
    );
    expect(spaces[0]?.provenance).toEqual({
      source: 'Leeds',
      url: `${server?.base ?? ''}/services/b0000000-0000-4000-8000-000000000001`,
      checked: '2026-10-01',
      note: 'Last changed at its source on 2026-10-02.',
      licence: 'OGL v3.0',
    });
  });

  it('makes one space for each place of a service, with the times of that place', async () => {
    const place = (id: string, city: string, byday: string) => ({
      schedules: [{freq: 'WEEKLY', byday, opens_at: '10:00', closes_at: '12:00'}],
      location: {
        id,
        location_type: 'physical',
        addresses: [{address_1: '1 High Street', city, postal_code: 'LS6 2AB'}],
      },
    });
    const services = [oruk3({service_at_locations: [place('x', 'Leeds', 'MO'), place('y', 'Otley', 'FR')]})];
    const {spaces} = await read({dialect: 'oruk3', services});
    expect(spaces.map(({location, schedules}) => [location?.address?.locality, schedules[0]?.byday])).toEqual([
      ['Leeds', ['MO']],
      ['Otley', ['FR']],
    ]);
    expect(new Set(spaces.map(({id}) => id)).size).toBe(2);
  });

  it('refuses a record that holds a retired number, and takes the others', async () => {
    const services = [oruk3({id: 'a', description: 'Ring 0300 330 0630.'}), oruk3({id: 'b'})];
    const {spaces, refused, rules} = await read({dialect: 'oruk3', services});
    expect(spaces).toHaveLength(1);
    expect(refused).toBe(1);
    expect(rules).toContain('retired-number');
  });

  it('does not lose over a fifth of a source unless it is told to', async () => {
    const store = createMemoryStore();
    const source = {name: 'Test feed'};
    const {spaces} = await read({dialect: 'oruk3', services: many(20)});
    await applyImport(store, source, spaces, {now});
    const revision = await store.revision();
    for (const next of [spaces.slice(0, 15), []]) {
      await expect(applyImport(store, source, next, {now})).rejects.toThrow(
        `Test feed would lose ${next.length === 0 ? 100 : 25}% of its services (20 to ${next.length}). Nothing was changed.`,
      );
    }
    // Every id is new: each saved link would be lost, though there are as many as before.
    const renamed = spaces.map(space => ({...space, id: `${space.id}-x`}));
    await expect(applyImport(store, source, renamed, {now})).rejects.toThrow('would lose 100%');
    expect(await store.revision()).toBe(revision);
    expect(await applyImport(store, source, spaces.slice(0, 16), {now})).toMatchObject({removed: 4});
    expect(await applyImport(store, source, [], {now, force: true})).toMatchObject({removed: 16});
  });

  it('changes nothing when it is taken again', async () => {
    const store = createMemoryStore();
    const source = {name: 'Test feed'};
    const feed: FakeFeed = {dialect: 'oruk3', services: many(12)};
    await applyImport(store, source, (await read(feed)).spaces, {now});
    const later = await readAgain(server?.base ?? '', {now: new Date('2026-11-22T10:00:00Z')});
    expect(await applyImport(store, source, later.spaces, {now})).toEqual({added: 0, changed: 0, removed: 0, kept: 0});
  });
});

it('there is a feed for each of the 25 rows of the table of defects', () => {
  // This file and those beside it.
  const files = ['feeds', 'feeds-hostile', 'feeds-taken'];
  const text = files.map(name => readFileSync(`test/server/${name}.test.ts`, 'utf8')).join('\n');
  const here = [...text.matchAll(/['\s](?:rows? )(\d+)(?: and (\d+))?:/g)].flatMap(([, one, two]) => [
    Number(one),
    Number(two),
  ]);
  const rows = new Set([...defects.map(({row}) => row), ...here]);
  expect(Array.from({length: 25}, (_, index) => index + 1).filter(row => !rows.has(row))).toEqual([]);
});
