import {beforeEach, describe, expect, it} from 'vitest';
import {createMemoryStore} from '../../server/src/app.js';
import type {Store, StoredEvaluation} from '../../server/src/app.js';
import {runBatch} from '../../server/src/evaluations/batch.js';
import {clustersOf} from '../../server/src/evaluations/hold-back.js';
import {readSummaries} from '../../server/src/evaluations/summary.js';
import {AuditLog} from '../../server/src/moderation/audit.js';

let store: Store;
let audit: AuditLog;
let week: number;
let sent: number;
beforeEach(async () => {
  store = createMemoryStore();
  audit = new AuditLog(await store.secret());
  week = 0;
  sent = 0;
});

const batch = async (force = false) => {
  const now = new Date(Date.UTC(2026, 0, 5 + 7 * ++week, 6));
  return store.desk(desk => runBatch(desk, audit, now, {force}));
};
const batches = async (count: number) => {
  for (let i = 0; i < count; i++) await batch();
};
const summaries = () => store.desk(desk => readSummaries(desk, []));
const send = async (evaluation: Partial<StoredEvaluation> = {}) => {
  const id = String(sent++).padStart(6, '0');
  await store.addEvaluation({
    keyHash: `key-${id}`,
    bodyHash: `body-${id}`,
    codeHash: `code-${id}`,
    month: '2026-01',
    formVersion: '2',
    serviceId: 'space-1',
    role: 'experiencer',
    answers: {'time.heard': sent % 3 === 0 ? 'partly' : 'yes-mostly'},
    stages: [],
    ...evaluation,
  });
  return `code-${id}`;
};

/** Numbers from a seed, the same each time. */
function seeded(seed: number) {
  let state = seed;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}

describe('the weekly batch', () => {
  it('counts an answer in the second batch after it came, and never before five did', async () => {
    for (let i = 0; i < 4; i++) await send();
    await batches(3);
    expect((await summaries()).size).toBe(0);
    await send();
    await batch();
    expect((await summaries()).size).toBe(0);
    await batch();
    expect((await summaries()).get('space-1')?.roles.experiencer).toMatchObject({
      people: 5,
      questions: {'time.heard': {yes: 4, partly: 1, no: 0, total: 5}},
    });
  });

  it('goes out once a week, unless an operator says otherwise', async () => {
    const now = new Date('2026-01-12T06:00:00Z');
    const run = (at: Date, force = false) => store.desk(desk => runBatch(desk, audit, at, {force}));
    expect(await run(now)).toBeDefined();
    expect(await run(new Date('2026-01-15T06:00:00Z'))).toBeUndefined();
    expect(await run(new Date('2026-01-15T06:00:00Z'), true)).toBeDefined();
    expect(await run(new Date('2026-01-22T06:00:00Z'))).toBeDefined();
  });

  it('moves no number for one, two or four more', async () => {
    for (let i = 0; i < 8; i++) await send();
    await batches(2);
    const before = (await summaries()).get('space-1')?.roles;
    for (let i = 0; i < 4; i++) await send();
    await batches(3);
    expect((await summaries()).get('space-1')?.roles).toEqual(before);
    await send();
    await batches(2);
    expect((await summaries()).get('space-1')?.roles.experiencer?.people).toBe(13);
  });

  it('lets what was taken back leave with the next batch, and not by itself', async () => {
    const codes: string[] = [];
    for (let i = 0; i < 20; i++) codes.push(await send());
    await batches(2);
    await store.withdrawEvaluation(codes[3]!);
    expect((await summaries()).get('space-1')?.roles.experiencer?.people).toBe(20);
    await batch();
    expect((await summaries()).get('space-1')?.roles.experiencer?.people).toBe(15);
  });

  it('names seasons that five people share, from either end', async () => {
    const years = [2019, 2024, 2024, 2024, 2024, 2025, 2025, 2025, 2026];
    for (const year of years) await send({season: {season: 'spring', year}});
    await batches(2);
    expect((await summaries()).get('space-1')?.roles.experiencer?.seasons).toEqual({
      first: {season: 'spring', year: 2024},
      last: {season: 'spring', year: 2024},
    });
  });

  it('keeps the two roles apart', async () => {
    for (let i = 0; i < 5; i++) await send();
    for (let i = 0; i < 4; i++) await send({role: 'holder'});
    await batches(2);
    expect(Object.keys((await summaries()).get('space-1')!.roles)).toEqual(['experiencer']);
  });

  it('shows no words that no moderator let through', async () => {
    for (let i = 0; i < 6; i++) await send({words: `Kind ${'abcdef'[i]}.`});
    expect(await store.desk(desk => desk.evaluations({standings: ['held']}))).toEqual([]);
    await batches(3);
    expect((await summaries()).get('space-1')?.quotes).toEqual([]);
  });
});

describe('a brigade', () => {
  const answersOf = (random: () => number, mood: number) =>
    Object.fromEntries(
      [
        'time.heard',
        'time.come-back',
        'space.calm',
        'compassion.kind',
        'safety.safe',
        'trust.did',
        'choice.real',
        'power.able',
      ].map(question => [question, random() < mood ? 'yes-mostly' : random() < 0.5 ? 'partly' : 'no-not-really']),
    ) as StoredEvaluation['answers'];

  it(
    'of 10,000 among 500 genuine answers moves no published number, and is held back in one group',
    {timeout: 120_000},
    async () => {
      const random = seeded(7);
      const spaces = Array.from({length: 25}, (_, i) => `space-${i + 1}`);
      const genuine = (serviceId: string) => send({serviceId, answers: answersOf(random, 0.7)});
      // A year's worth for each before, ten of them for the one that the brigade is after.
      for (const serviceId of spaces) for (let i = 0; i < 10; i++) await genuine(serviceId);
      await batches(2);
      const before = (await summaries()).get('space-1');
      expect(before?.roles.experiencer?.people).toBe(10);

      const brigade: string[] = [];
      for (let i = 0; i < 10_000; i++) {
        // Some paste one text, some change a word or two, most only tick, and some tick at random.
        const words =
          i % 4 === 0
            ? `This place turned us away at the door and nobody ${i % 8 === 0 ? 'ever' : 'there'} cared at all`
            : undefined;
        brigade.push(
          await send({serviceId: 'space-1', answers: answersOf(random, i % 3 === 0 ? 0.5 : 0), ...(words && {words})}),
        );
        if (i % 40 === 0) await genuine(spaces[(i / 40) % 25]!);
        // It goes on over a batch.
        if (i === 5000) await batch();
      }
      await batches(4);

      expect((await summaries()).get('space-1')).toEqual(before);
      const held = await store.desk(desk => desk.evaluations({serviceId: 'space-1', standings: ['held']}));
      const codes = new Set(held.map(({codeHash}) => codeHash));
      expect(brigade.filter(code => codes.has(code)).length).toBeGreaterThanOrEqual(9_900);
      expect(await store.desk(desk => desk.records('group'))).toMatchObject([['space-1', {why: ['burst', 'alike']}]]);
      // Nobody else's answers wait for that.
      const others = await store.desk(desk => desk.evaluations({standings: ['held']}));
      expect(others.every(({serviceId}) => serviceId === 'space-1')).toBe(true);
    },
  );

  it('that stays below a burst is held back for being alike', async () => {
    for (let i = 0; i < 8; i++) await send({words: `We all think that the staff there are rude and cold, number ${i}`});
    for (let i = 0; i < 6; i++)
      await send({words: `My own words about visit ${i}: ${'abcdef'[i]} ${i * 7} tea, chairs, and ${i + 3} talks`});
    await batch();
    expect((await store.desk(desk => desk.evaluations({standings: ['held']}))).length).toBe(8);
  });

  it('is not seen in a waiting room full of people who are content', async () => {
    const random = seeded(3);
    for (let i = 0; i < 30; i++) await send({answers: answersOf(random, 0.8)});
    await batches(2);
    expect((await summaries()).get('space-1')?.roles.experiencer?.people).toBe(30);
  });

  it('does not have to use the same words in the same order', () => {
    const text = 'they left me in the corridor for three hours and then a man told me to go home again';
    const alike = [
      text,
      `${text}!`,
      text.replace('corridor', 'hallway'),
      `Well, ${text}`,
      'it was warm and someone made tea for me there',
    ];
    const clusters = clustersOf(
      alike.map((words, i) => ({id: String(i), role: 'holder', answers: {}, stages: [], words})),
    );
    expect(clusters.map(({ids}) => ids)).toEqual([['0', '1', '2', '3']]);
  });
});
