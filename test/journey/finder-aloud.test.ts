/**
 * The space finder for somebody who has no pointer and sees nothing: by keys alone, knowing only what the browser's
 * accessibility tree gives a screen reader of what has focus, and what is announced.
 */
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {CDPSession, Page} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, it, vi} from 'vitest';
import {readXliff} from '../../scripts/xliff.mjs';
import {axe, openSite, visit, type Site} from '../support/site.js';

/** A Wednesday, two in the afternoon in London, a week after the made-up spaces were checked. */
const now = '2026-11-18T14:00:00Z';
const everyDay = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** A made-up space in M13. Ofcom keeps its number for drama: https://www.ofcom.org.uk/phones-and-broadband/phone-numbers/numbers-for-drama */
const room = (name: string, facts: object) => ({
  id: name.toLowerCase().replaceAll(' ', '-'),
  name,
  kinds: ['community-hub'],
  delivery: ['physical'],
  nation: 'England',
  address: {line1: '1 Mill Lane', locality: 'Manchester'},
  lat: 53.46,
  lon: -2.22,
  coordsBasis: 'exact',
  phone: '0161 496 0111',
  openingHours: [{days: everyDay, opens: '12:00', closes: '20:00'}],
  waysIn: ['drop-in'],
  accessFeatures: ['step-free'],
  status: 'active',
  sourceDate: '2026-11-11',
  ...facts,
});

const rooms = [
  room('Rowan Room', {lat: 53.45, phone: '0161 496 0123'}),
  // Each is nearer, and lacks one thing that is asked for, or has not told us of it.
  room('Shut Room', {openingHours: [{days: everyDay, opens: '06:00', closes: '09:00'}]}),
  room('Booked Room', {waysIn: ['appointment']}),
  room('Unsaid Room', {accessFeatures: []}),
];

let site: Site;

beforeAll(async () => {
  site = await openSite();
  const folder = await mkdtemp(join(tmpdir(), 'held-aloud-'));
  const file = join(folder, 'rooms.json');
  await writeFile(file, JSON.stringify(rooms));
  await site.command('import', file, '--source', 'rooms-of-a-test');
  await rm(folder, {recursive: true});
  // The server sees what another command has stored a moment later.
  const services = async () => (await fetch(`${site.base}/services?search=Rowan`)).text();
  await vi.waitFor(async () => expect(await services()).toContain('Rowan Room'), {timeout: 60_000, interval: 500});
});

afterAll(async () => {
  await site.close();
});

interface Said {
  readonly role: string;
  readonly name: string;
  /** Such as `checked` or `expanded`, with what it is. */
  readonly states: Readonly<Record<string, unknown>>;
}

/** What a screen reader is given of the element that has focus, however deep in widgets it is. */
async function focused(cdp: CDPSession): Promise<Said> {
  const {result} = await cdp.send('Runtime.evaluate', {
    expression:
      '(() => { let at = document.activeElement; while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement; return at; })()',
  });
  const {nodes} = await cdp.send('Accessibility.getPartialAXTree', {
    objectId: result.objectId!,
    fetchRelatives: false,
  });
  const node = nodes[0]!;
  return {
    role: String(node.role?.value),
    // Chromium gives the words of a name; the spaces around hidden parts of it are read as one.
    name: String(node.name?.value ?? '')
      .replace(/\s+/g, ' ')
      .replaceAll(' :', ':')
      .trim(),
    states: Object.fromEntries((node.properties ?? []).map(({name, value}) => [name, value.value])),
  };
}

/** A person at a keyboard, who goes on until they hear what they are looking for. */
async function listener(page: Page) {
  const cdp = await page.context().newCDPSession(page);
  const said = () => focused(cdp);
  /** Tabs to the next of that role whose name begins so. Everything passed on the way is given when it is not there. */
  const tabTo = async (role: string, name: string, {key = 'Tab', atMost = 70} = {}): Promise<Said> => {
    const passed: string[] = [];
    for (let presses = 0; presses < atMost; presses++) {
      await page.keyboard.press(key);
      const heard = await said();
      if (heard.role === role && heard.name.startsWith(name)) return heard;
      passed.push(`${heard.role} "${heard.name}"`);
    }
    throw new Error(`never heard ${role} "${name}", only:\n${passed.join('\n')}`);
  };
  return {said, tabTo};
}

/** What comes when the page has it: a first search on a busy computer takes longer than the second that is usual here. */
const eventually = <T>(heard: () => T) => expect.poll(heard, {timeout: 10_000, interval: 20});

const english = (_: string, source: string) => source;
const welsh = readXliff(await readFile('xliff/cy.xlf', 'utf8'));
const inWelsh = (id: string) => welsh.get(id)?.target ?? `no Welsh for ${id}`;

describe.each([
  {language: 'English', path: '/demo/council.html', say: english},
  {language: 'Welsh', path: '/demo/welsh.html', say: inWelsh},
])('the finder in $language, by keyboard and by ear', ({path, say}) => {
  it('leads to a space near M13 that is open, with no need to book and no steps, and reads its number', async () => {
    const {context, page, errors} = await visit(site, path, {now, width: 700});
    const {said, tabTo} = await listener(page);
    // The line is slow where more of the page is fetched: nobody is to go past what has not come.
    await page.route('**/*more-filters*', async route => {
      await new Promise(resolve => setTimeout(resolve, 1000));
      await route.continue();
    });
    const finder = page.locator('held-space-finder');
    const announced = () => finder.getByRole('status').allTextContents();
    const count = (n: number) =>
      `${say('finder.results.count.place', 'Spaces found: {0}. Place: {1}').replace('{0}', String(n)).replace('{1}', 'M13')}`;

    // The place.
    const field = await tabTo('combobox', say('finder.where.label', 'Place or postcode'));
    expect(field.states).toMatchObject({editable: 'plaintext', expanded: false});
    await page.keyboard.type('M13');
    await page.keyboard.press('Enter');
    await eventually(async () => (await announced()).join(' ')).toContain('M13');
    const before = (await announced()).join(' ');

    // What was found is read out, and the choices, which close up in a narrow column, are one step back from there.
    await eventually(said).toMatchObject({role: 'status'});
    const show = await tabTo('button', say('finder.filter.show', 'Show choices'), {key: 'Shift+Tab', atMost: 6});
    expect(show.states['expanded']).toBe(false);
    await page.keyboard.press('Enter');
    await eventually(async () => (await said()).states['expanded']).toBe(true);

    /** Ticks a choice, whose name says how many it would show, and hears that it is ticked. */
    const tick = async (name: string) => {
      const choice = await tabTo('checkbox', `${name}: `);
      expect(choice.states['checked']).toBe('false');
      await page.keyboard.press('Space');
      await eventually(said).toMatchObject({role: 'checkbox', states: {checked: 'true'}});
    };
    await tick(say('finder.filter.when.now', 'Open now'));
    await eventually(async () => (await announced()).join(' ')).not.toBe(before);
    await tick(say('vocab.access.step-free', 'No steps'));
    const more = await tabTo('button', say('finder.filter.more', 'More choices'));
    expect(more.states['expanded']).toBe(false);
    await page.keyboard.press('Enter');
    await eventually(async () => (await said()).states['expanded']).toBe(true);
    await tabTo('DisclosureTriangle', say('finder.filter.way-in', 'Getting in'));
    await page.keyboard.press('Enter');
    await tick(say('vocab.way-in.drop-in', 'Drop in, no need to book'));

    // What has not told us stands in the list, until it is to be left out: radios are one stop, and arrows move in them.
    await tabTo('radio', say('finder.filter.unknown.keep', "Show it, marked 'not known'"));
    await page.keyboard.press('ArrowDown');
    expect(await said()).toMatchObject({
      role: 'radio',
      name: say('finder.filter.unknown.leave-out', 'Leave it out'),
      states: {checked: 'true'},
    });
    await eventually(async () => (await announced()).map(words => words.trim())).toContain(count(1));

    // The space: its name is a heading that opens it, and its number can be called from the list.
    await tabTo('button', 'Rowan Room');
    const call = say('finder.details.call', 'Call {0}').replace('{0}', '0161 496 0123');
    expect(await tabTo('link', call, {atMost: 1})).toMatchObject({name: `${call}: Rowan Room`});

    // All about it: focus goes to its name, which is a heading, and the number is the first thing to press there.
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await eventually(said).toMatchObject({role: 'heading', name: 'Rowan Room'});
    await finder.getByRole('link', {name: call}).waitFor();
    await tabTo('link', call, {atMost: 1});
    expect(await axe(page)).toEqual([]);

    // And back: to where they were.
    await tabTo('button', say('finder.details.back', 'Back to the list'), {key: 'Shift+Tab', atMost: 8});
    await page.keyboard.press('Enter');
    await eventually(said).toMatchObject({role: 'button', name: 'Rowan Room'});
    expect(errors).toEqual([]);
    await context.close();
  });
});
