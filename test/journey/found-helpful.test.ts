/** What people at a stage said of a kind of space, from their evaluations to the next person’s page. */
import {afterAll, beforeAll, expect, it} from 'vitest';
import type {AreaFile, AreaIndex} from '@held-spaces/domain/area-file';
import type {Stage} from '@held-spaces/domain/vocabularies';
import {run} from '../server/support/process.js';
import {sendEvaluation} from '../server/support/send-evaluation.js';
import {axe, openSite, visit, type Site} from '../support/site.js';

let site: Site;

beforeAll(async () => {
  site = await openSite();
});

afterAll(async () => {
  await site.close();
});

const batch = async () => {
  const {code, error} = await run(['batch', 'run', '--now'], {HELD_DATABASE_URL: `file:${site.databasePath}`});
  expect(`${code} ${error}`).toBe('0 ');
};

const spaces = async () => {
  const index = (await (await fetch(`${site.base}/held/areas`)).json()) as AreaIndex;
  const files = new Set(index.areas.map(({href}) => href));
  const read = async (href: string) => ((await (await fetch(`${site.base}/held/${href}`)).json()) as AreaFile).spaces;
  return (await Promise.all([...files].map(read))).flat();
};

it('says under what may help there what five and more of them said, asks nobody for it, and nothing of one', async () => {
  const {id} = (await spaces()).find(({name}) => name === 'Dial House')!;
  const send = async (stage: Stage, fit: 'yes-mostly' | 'partly') => {
    const answer = await sendEvaluation(site.base, {serviceId: id, stages: [stage], answers: {'stage.fit': fit}});
    expect(answer.status).toBe(201);
  };
  for (const fit of ['yes-mostly', 'yes-mostly', 'partly', 'yes-mostly', 'yes-mostly'] as const) {
    await send('threshold', fit);
  }
  await send('extreme-times', 'yes-mostly');
  await batch();
  await batch();
  await expect
    .poll(async () => (await spaces()).find(space => space.id === id)?.evaluations, {timeout: 30_000})
    .toMatchObject({fit: {threshold: {yes: 4, partly: 1, no: 0, total: 5}}});

  const {context, page, requests, errors} = await visit(site, '/demo/all-together.html');
  const selector = page.locator('held-stage-selector');
  const finder = page.locator('held-space-finder');
  await selector.getByRole('checkbox', {name: 'On the threshold'}).check();
  await selector.getByRole('checkbox', {name: 'Really extreme times'}).check();
  await selector.getByText('What may help here').click();
  const help = selector.locator('.help');
  await help.getByText('Crisis cafes.').waitFor();
  // Before anything was looked for, nothing is known.
  expect(await help.textContent()).not.toContain('What people at this stage said');

  await finder.getByLabel('Place or postcode').fill('LS6');
  await finder.getByRole('button', {name: 'Find spaces'}).click();
  const panel = help.locator('.panel').filter({has: page.getByRole('heading', {name: 'On the threshold'})});
  await panel.getByRole('heading', {name: 'What people at this stage said'}).waitFor();
  const before = requests.length;
  const said = (await panel.getByRole('listitem').filter({hasText: 'of 5 people'}).allInnerTexts()).map(words =>
    words.replace(/\s+/g, ' '),
  );
  // Dial House is of two kinds that may help there.
  expect(said).toEqual(
    ['Crisis cafe or safe haven', 'Listening service'].map(
      kind =>
        `${kind} 4 of 5 people said it was a good space for that stage Yes, mostly: 4. Partly: 1. No, not really: 0. Spaces: 1.`,
    ),
  );
  const other = help.locator('.panel').filter({has: page.getByRole('heading', {name: 'Really extreme times'})});
  expect(await other.textContent()).not.toContain('people said');
  expect(requests.length).toBe(before);
  expect(requests.filter(request => /threshold|extreme|crisis-cafe/.test(request.url()))).toEqual([]);
  expect(await axe(page)).toEqual([]);
  expect(errors).toEqual([]);
  await context.close();
});
