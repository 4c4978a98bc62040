import type {
  AuditPage,
  ComplaintInQueue,
  DeskComplaint,
  DeskItem,
  DeskSession,
  GroupInQueue,
  QueueItem,
  ReplyInQueue,
} from '@held-spaces/domain/desk';
import type {LitElement} from 'lit';
import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import {sendKeys, setViewport} from '@web/test-runner-commands';
import type {HeldDesk} from '../../server/desk/desk-app.js';
import '../../server/desk/desk-app.js';

const words: DeskItem = {
  kind: 'words',
  id: 'item-1',
  version: 1,
  state: 'waiting',
  month: '2026-10',
  serviceId: 'space-1',
  serviceName: 'Lantern House',
  role: 'experiencer',
  contentNote: ['force'],
  taken: false,
  needs: 'moderator',
  letters: 52,
  words: 'They made me tea. Sam stayed with me till my mum came.',
  sealed: false,
  notes: [],
  shown: false,
};
const group: GroupInQueue = {
  kind: 'group',
  id: 'space-2',
  version: 3,
  serviceId: 'space-2',
  serviceName: 'Oak Room',
  count: 38,
  why: ['burst'],
  clusters: [{id: 'c1', count: 30, sample: {role: 'holder', answers: {'time.heard': 'yes-mostly'}, words: 'Best!'}}],
  rest: 8,
  needs: 'moderator',
};
const waiting: ComplaintInQueue = {
  kind: 'complaint',
  id: 'complaint-1',
  version: 1,
  received: '2026-11-20T10:00:00Z',
  due: '2026-11-24T10:00:00Z',
  address: false,
  hidden: false,
  gone: false,
  serviceId: 'space-3',
  serviceName: 'Mill Lane Group',
  needs: 'moderator',
};
const complaint: DeskComplaint = {
  ...waiting,
  from: 'The manager',
  says: 'This is not true.',
  quote: {
    id: 'item-9',
    parts: ['Nobody came when ', null, ' fell.'],
    role: 'experiencer',
    contentNote: ['force'],
    hidden: false,
  },
  sealed: {by: []},
};
const reply: ReplyInQueue = {
  kind: 'reply',
  says: 'changed',
  id: 'reply-1',
  serviceId: 'space-3',
  serviceName: 'Mill Lane Group',
  text: 'The hallway was loud. We put in a door.',
  month: '2026-11',
  state: 'waiting',
  needs: 'moderator',
};
const audit: AuditPage = {
  lines: [
    {line: 1, at: '2026-11-21T10:00:00Z', by: 'm1 Robin', action: 'withhold', reason: 'threat', subject: 'item-1'},
  ],
  whole: true,
};

type Answer = (body: unknown) => unknown;
let session: DeskSession | undefined;
let queue: QueueItem[] = [];
let asked: {path: string; body: unknown}[] = [];
let answers: Record<string, Answer> = {};
const ownFetch = window.fetch;

/** A refusal, by status and slug. */
class Refused {
  constructor(
    readonly status: number,
    readonly slug: string,
  ) {}
}

const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();

beforeEach(() => {
  session = {
    moderator: {id: 'm1', name: 'Robin', role: 'lead'},
    ends: inAnHour(),
    endsForGood: inAnHour(),
    support: 'the desk’s own phone',
    avoid: [],
    breakAfter: 40,
  };
  queue = [words, group, waiting, reply];
  asked = [];
  answers = {};
  window.fetch = async (input, init) => {
    const url = String(input);
    if (!/^\/(?:desk\/api|services)/.test(url)) return ownFetch(input, init);
    const path = url.replace('/desk/api/', '');
    const body = init?.body ? (JSON.parse(String(init.body)) as unknown) : undefined;
    asked.push({path, body});
    const usual: Record<string, Answer> = {
      session: () => session ?? new Refused(401, 'desk-sign-in'),
      'session/end': () => ({}),
      queue: () => ({items: queue}),
      'items/item-1/claim': () => words,
      'items/item-1/return': () => ({}),
      'items/item-1/decide': sent => ({
        ...words,
        version: 2,
        state: (sent as {decision: {kind: string}}).decision.kind === 'accept' ? 'accepted' : 'redacted',
      }),
      'items/item-1/undo': () => ({...words, version: 3}),
      batch: () => ({next: '2026-11-27', last: {day: '2026-11-20', spaces: 3, words: 2, hidden: 12}}),
      'complaints/complaint-1': () => complaint,
      moderators: () => ({
        moderators: [
          {id: 'm1', name: 'Robin', role: 'lead', since: '2026-10-01'},
          {id: 'm2', name: 'Sam', role: 'moderator', since: '2026-11-01'},
        ],
      }),
      'moderators/m2/remove': () => ({}),
      audit: () => audit,
    };
    const answer = (answers[path] ?? usual[path])?.(body) ?? new Refused(404, 'not-found');
    return answer instanceof Refused
      ? new Response(JSON.stringify({type: `/held/problems/${answer.slug}`}), {status: answer.status})
      : new Response(JSON.stringify(answer));
  };
});

afterEach(() => {
  window.fetch = ownFetch;
});

/** Everything that is drawn, in the desk and in the page of one item. */
const roots = (el: HeldDesk) => [
  el.renderRoot,
  el.renderRoot.querySelector<LitElement>('held-desk-item, held-desk-complaint, held-desk-enter')?.renderRoot,
];
const all = <T extends Element = HTMLElement>(el: HeldDesk, selector: string) =>
  roots(el).flatMap(root => (root ? [...root.querySelectorAll<T>(selector)] : []));
const text = (element: Element | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const page = (el: HeldDesk) =>
  all(el, '.held')
    .map(each => text(each))
    .join(' ');
const button = (el: HeldDesk, name: string) => all<HTMLButtonElement>(el, 'button').find(each => text(each) === name);
const shows = (el: HeldDesk, said: string) =>
  waitUntil(() => page(el).includes(said), `never said "${said}"`, {timeout: 4000});
const press = async (el: HeldDesk, name: string) => {
  await waitUntil(() => button(el, name), `no button "${name}" in: ${page(el)}`);
  button(el, name)!.click();
  await el.updateComplete;
};
const focused = (el: HeldDesk) => {
  const inner = el.shadowRoot!.activeElement;
  return (inner?.shadowRoot?.activeElement ?? inner) as HTMLElement | null;
};
const sentTo = (path: string) => asked.find(each => each.path === path)?.body;

const open = async () => {
  const el = await fixture<HeldDesk>(html`<held-desk></held-desk>`);
  await shows(el, 'Words to read');
  await waitUntil(() => el.items, 'the list never came');
  await el.updateComplete;
  return el;
};
const openItem = async () => {
  const el = await open();
  all(el, '.queue .next')[0]!.click();
  await shows(el, 'The words are closed.');
  return el;
};
const openWords = async () => {
  const el = await openItem();
  await press(el, 'Open the words');
  await shows(el, 'They made me tea.');
  return el;
};

describe('the moderation desk', () => {
  it('lists what waits with no word of it in sight, and care for the reader first', async () => {
    const el = await open();
    for (const said of [
      'Look after yourself first',
      'Someone to talk to: the desk’s own phone',
      'Waiting: 4',
      'Content note: Force, or being kept in',
      'Many alike, about one space: 38',
      'Complaint, answer due: 24 November 2026',
      'Keys you can use',
    ]) {
      expect(page(el)).to.contain(said);
    }
    expect(page(el)).to.not.contain('They made me tea');
    await expect(el).to.be.accessible();
  });

  it('says so when nothing waits', async () => {
    queue = [];
    const el = await open();
    expect(page(el)).to.contain('Nothing is waiting.');
    await expect(el).to.be.accessible();
  });

  it('keeps words closed until they are opened, and says each time that nobody acts on them', async () => {
    const el = await openItem();
    expect(page(el)).to.not.contain('They made me tea');
    expect(page(el)).to.contain('You do not act on what you read here.');
    await waitUntil(() => focused(el)?.id === 'heading', 'focus never came to the heading');
    await expect(el).to.be.accessible();
    await press(el, 'Open the words');
    await shows(el, 'They made me tea.');
    await expect(el).to.be.accessible();
  });

  it('shows words as they are, after a second look, and undoes that', async () => {
    const el = await openWords();
    await press(el, 'Show as it is');
    await shows(el, 'Check before you save');
    await waitUntil(() => focused(el)?.id === 'confirm', 'focus never came to the second look');
    await expect(el).to.be.accessible();
    await press(el, 'Save');
    await shows(el, 'Will be shown');
    expect(sentTo('items/item-1/decide')).to.deep.equal({version: 1, decision: {kind: 'accept'}});
    await press(el, 'Undo');
    await shows(el, 'Undone');
    expect(sentTo('items/item-1/undo')).to.deep.equal({version: 2});
  });

  it('takes words out by keyboard alone, side by side with what will be shown, for a reason', async () => {
    const el = await openWords();
    await press(el, 'Leave out some words');
    await waitUntil(() => focused(el)?.id === 'side', 'focus never came to the words');
    await press(el, 'Next');
    await shows(el, 'You have not marked anything to leave out.');
    all(el, '.word')[0]!.focus();
    for (let moved = 0; moved < 4; moved += 1) await sendKeys({press: 'ArrowRight'});
    await waitUntil(() => text(focused(el) ?? undefined) === 'Sam', 'the arrows did not lead to the word');
    await sendKeys({press: 'Space'});
    await shows(el, 'They made me tea. (left out) stayed');
    await expect(el).to.be.accessible();
    const reason = all<HTMLSelectElement>(el, '#reason')[0]!;
    reason.value = 'names-someone';
    reason.dispatchEvent(new Event('change', {bubbles: true}));
    await press(el, 'Next');
    await shows(el, 'Check before you save');
    all<HTMLInputElement>(el, 'input[value=police]')[0]!.click();
    await press(el, 'Save');
    await shows(el, 'Saved');
    expect(sentTo('items/item-1/decide')).to.deep.equal({
      version: 1,
      decision: {kind: 'redact', leftOut: [[18, 21]], reason: 'names-someone'},
      contentNote: ['police'],
    });
  });

  it('says that two must agree on the gravest reasons', async () => {
    answers['items/item-1/decide'] = () => ({...words, version: 2, state: 'two-needed'});
    const el = await openWords();
    await press(el, 'Do not show');
    const reason = all<HTMLSelectElement>(el, '#reason')[0]!;
    reason.value = 'threat';
    reason.dispatchEvent(new Event('change', {bubbles: true}));
    await press(el, 'Next');
    await shows(el, 'Two moderators must agree on this.');
    await press(el, 'Save');
    await shows(el, 'You have had your say. Waiting for a second moderator.');
  });

  it('stops at once by a key, closes everything and gives the item back', async () => {
    const el = await openWords();
    await sendKeys({down: 'Alt'});
    await sendKeys({down: 'Shift'});
    await sendKeys({press: 'KeyS'});
    await sendKeys({up: 'Shift'});
    await sendKeys({up: 'Alt'});
    await shows(el, 'It is closed. The item is back in the list');
    expect(page(el)).to.not.contain('They made me tea');
    await waitUntil(() => asked.some(each => each.path === 'items/item-1/return'), 'it was never given back');
    await expect(el).to.be.accessible();
  });

  it('keeps what was chosen when the session ends, with the words out of sight until somebody is back', async () => {
    const el = await openWords();
    await press(el, 'Show as it is');
    answers['items/item-1/decide'] = () => new Refused(401, 'desk-sign-in');
    await press(el, 'Save');
    await shows(el, 'You were signed out. Your last choice was kept.');
    expect(all(el, 'held-desk-item')[0]!.checkVisibility()).to.be.false;
    await expect(el).to.be.accessible();
    await press(el, 'Sign in with your passkey');
    await shows(el, 'We could not sign you in.');
    await expect(el).to.be.accessible();
  });

  it('says that the session ends soon, and stays signed in', async () => {
    session = {...session!, ends: new Date(Date.now() + 1000).toISOString()};
    const el = await open();
    await shows(el, 'You will be signed out soon. Nothing is lost.');
    answers['session/stay'] = () => ({...session, ends: inAnHour()});
    await press(el, 'Stay signed in');
    await waitUntil(() => !page(el).includes('You will be signed out soon'), 'the warning stayed');
  });

  it('offers a break to whoever has read for a while, once, and keeps them from nothing', async () => {
    session = {...session!, breakAfter: 0.001};
    const el = await openWords();
    await shows(el, 'You have been reading for a while. Would you like a break?');
    expect(page(el)).to.contain('They made me tea.');
    expect(text(focused(el) ?? undefined)).to.not.contain('Not now');
    await expect(el).to.be.accessible();
    await press(el, 'Stop now and close everything');
    await waitUntil(() => !page(el).includes('Would you like a break?'), 'it was asked on and on');
    expect(page(el)).to.contain('It is closed.');
  });

  it('asks again only after as long, or never, as the moderator says', async () => {
    session = {...session!, breakAfter: 0.001};
    const el = await openWords();
    await shows(el, 'Would you like a break?');
    session = {...session, breakAfter: 40};
    answers['session/break'] = () => session;
    await press(el, 'Words to read');
    await shows(el, 'Waiting: 4');
    const setting = all<HTMLSelectElement>(el, '#break')[0]!;
    expect([...setting.options].map(each => text(each))).to.deep.equal([
      '20 minutes',
      '40 minutes',
      '60 minutes',
      'Never',
    ]);
    setting.value = '40';
    setting.dispatchEvent(new Event('change'));
    await waitUntil(() => !page(el).includes('Would you like a break?'), 'it was asked on and on');
    expect(sentTo('session/break')).to.deep.equal({minutes: 40});
  });

  it('goes on where a break is not wanted now', async () => {
    session = {...session!, breakAfter: 0.001};
    const el = await openWords();
    await shows(el, 'Would you like a break?');
    el.session = {...session, breakAfter: 40};
    await press(el, 'Not now');
    expect(page(el)).to.not.contain('Would you like a break?');
    expect(page(el)).to.contain('They made me tea.');
    expect(focused(el)?.id).to.equal('stop');
  });

  it('says what went wrong, and changes nothing', async () => {
    const el = await openWords();
    await press(el, 'Show as it is');
    answers['items/item-1/decide'] = () => new Refused(404, 'not-found');
    await press(el, 'Save');
    await shows(el, 'The writer has taken this back. It is deleted.');
    await expect(el).to.be.accessible();
  });

  it('decides on groups and replies', async () => {
    answers['groups/space-2/decide'] = () => ({});
    answers['replies/reply-1/decide'] = () => ({});
    const el = await open();
    all(el, '.queue .next')[1]!.click();
    await shows(el, 'Like no others: 8');
    // What was ticked is said in words, not as the directory keeps it.
    expect(page(el)).to.contain('Was there time for you too? Yes, mostly');
    expect(page(el)).to.not.contain('yes-mostly');
    await expect(el).to.be.accessible();
    await press(el, 'These are not from people who went');
    await shows(el, 'Waiting: 4');
    expect(sentTo('groups/space-2/decide')).to.deep.equal({version: 3, decision: 'not-genuine', clusters: ['c1']});
    all(el, '.queue .next')[3]!.click();
    await shows(el, 'We put in a door.');
    await expect(el).to.be.accessible();
    await press(el, 'Show the reply');
    await waitUntil(() => sentTo('replies/reply-1/decide'), 'it was never sent');
    expect(sentTo('replies/reply-1/decide')).to.deep.equal({decision: 'show'});
    await shows(el, 'It goes out with the next weekly update.');
  });

  it('says why a reply was sent back, until the space has been told', async () => {
    queue = [{...reply, state: 'sent-back', note: 'It hints at who wrote.'}];
    answers['replies/reply-1/close'] = () => ({});
    const el = await open();
    expect(page(el)).to.contain('Sent back to a space');
    all(el, '.queue .next')[0]!.click();
    await shows(el, 'It hints at who wrote.');
    await expect(el).to.be.accessible();
    await press(el, 'The space has been told. Delete it here');
    await shows(el, 'Saved');
    expect(sentTo('replies/reply-1/close')).to.deep.equal({});
  });

  it('hides the words of a complaint at once, and takes them down for a reason', async () => {
    answers['complaints/complaint-1/hide'] = () => ({...complaint, version: 2, hidden: true});
    answers['complaints/complaint-1/decide'] = () => ({});
    const el = await open();
    all(el, '.queue .next')[2]!.click();
    await shows(el, 'This is not true.');
    expect(page(el)).to.contain('Complaint, answer due: 24 November 2026, 10am');
    expect(page(el)).to.contain('Weekends do not count');
    await waitUntil(() => focused(el)?.id === 'heading', 'focus never came to the heading');
    expect(all<HTMLDetailsElement>(el, '#words')[0]!.open).to.be.false;
    await expect(el).to.be.accessible();
    await sendKeys({down: 'Alt'});
    await sendKeys({down: 'Shift'});
    await sendKeys({press: 'KeyO'});
    await sendKeys({up: 'Shift'});
    await sendKeys({up: 'Alt'});
    await waitUntil(() => all<HTMLDetailsElement>(el, '#words')[0]!.open, 'the key did not open the words');
    expect(page(el)).to.contain('Nobody came when (left out) fell.');
    await expect(el).to.be.accessible();
    await press(el, 'Hide the words while we look');
    await shows(el, 'The words are hidden.');
    expect(sentTo('complaints/complaint-1/hide')).to.deep.equal({version: 1});
    const reason = all<HTMLSelectElement>(el, '#reason')[0]!;
    expect(reason.value).to.equal('complaint');
    reason.value = 'private';
    reason.dispatchEvent(new Event('change', {bubbles: true}));
    await press(el, 'Take the words down');
    await shows(el, 'Saved');
    expect(sentTo('complaints/complaint-1/decide')).to.deep.equal({version: 2, decision: 'remove', reason: 'private'});
  });

  it('says what another moderator would do, and that two open a sealed contact', async () => {
    answers['complaints/complaint-1'] = () => ({
      ...complaint,
      needs: 'second',
      proposed: {kind: 'remove', reason: 'private', by: 'Sam'},
      sealed: {by: ['Sam']},
    });
    answers['complaints/complaint-1/sealed'] = () => ({...complaint, sealed: {by: ['Sam', 'Robin'], contact: 'QUJD'}});
    const el = await open();
    all(el, '.queue .next')[2]!.click();
    await shows(el, 'Sam would take the words down.');
    await shows(el, 'Agreed so far: Sam');
    await press(el, 'Agree to open it');
    await shows(el, 'Whoever holds the key opens it on their own computer.');
    expect(all<HTMLTextAreaElement>(el, '#sealed')[0]!.value).to.equal('QUJD');
    await expect(el).to.be.accessible();
  });

  it('has nothing to decide on words that are gone', async () => {
    answers['complaints/complaint-1'] = () => ({...waiting, gone: true, from: 'The manager', says: 'Not true.'});
    answers['complaints/complaint-1/close'] = () => ({});
    const el = await open();
    all(el, '.queue .next')[2]!.click();
    await shows(el, 'Nothing is left to decide.');
    expect(button(el, 'Take the words down')).to.be.undefined;
    await expect(el).to.be.accessible();
    await press(el, 'Close this complaint');
    await shows(el, 'Saved');
  });

  it('shows the next update and the log', async () => {
    const el = await open();
    await press(el, 'Next weekly update');
    await shows(el, 'Goes out on: Friday, 27 November 2026');
    expect(page(el)).to.contain('Spaces with new numbers: 3');
    expect(page(el)).to.contain('Numbers kept hidden to protect people: 12');
    await expect(el).to.be.accessible();
    await press(el, 'Log');
    await shows(el, 'The log is whole.');
    expect(page(el)).to.contain('Robin. Did not let words through (item-1). They threaten someone.');
    await expect(el).to.be.accessible();
  });

  it('enters a complaint about words that are shown, and goes straight to it', async () => {
    const el = await open();
    await press(el, 'Letters and emails');
    const name = all<HTMLInputElement>(el, '#name')[0]!;
    await expect(el).to.be.accessible();
    answers['/services?per_page=20&search=nobody'] = () => ({contents: []});
    name.value = 'nobody';
    name.form!.requestSubmit();
    await shows(el, 'No space has this name.');
    answers['/services?per_page=20&search=mill'] = () => ({
      contents: [{id: 'space-3', name: 'Mill Lane Group', organization: {name: 'Mill Lane'}}],
    });
    name.value = 'mill';
    name.form!.requestSubmit();
    answers['shown?service=space-3'] = () => ({
      words: [complaint.quote],
      replies: [{id: 'r1', says: 'reply', text: 'Sorry about the noise.', month: '2026-10'}],
    });
    await press(el, 'Mill Lane Group');
    await shows(el, 'Which words?');
    expect(page(el)).to.contain('Sorry about the noise.');
    await expect(el).to.be.accessible();
    answers['complaints'] = () => ({...complaint, address: true, hidden: true});
    all<HTMLInputElement>(el, 'input[name=item]')[0]!.click();
    all<HTMLInputElement>(el, '#from')[0]!.value = 'The manager';
    all<HTMLTextAreaElement>(el, '#says')[0]!.value = 'My address is in it.';
    all<HTMLInputElement>(el, '#received')[0]!.value = '2026-11-20T10:00';
    all<HTMLInputElement>(el, 'input[name=address]')[0]!.click();
    all<HTMLInputElement>(el, '#from')[0]!.form!.requestSubmit();
    await shows(el, 'A private address may be showing');
    expect(sentTo('complaints')).to.deep.equal({
      itemId: 'item-9',
      from: 'The manager',
      says: 'My address is in it.',
      received: new Date('2026-11-20T10:00').toISOString(),
      address: true,
    });
  });

  it('enters what a space wrote, and takes down what it wrote before', async () => {
    answers['/services?per_page=20&search=mill'] = () => ({contents: [{id: 'space-3', name: 'Mill Lane Group'}]});
    answers['shown?service=space-3'] = () => ({
      words: [],
      replies: [{id: 'r1', says: 'reply', text: 'Sorry about the noise.', month: '2026-10'}],
    });
    answers['replies/r1/remove'] = () => ({});
    answers['replies'] = () => ({});
    const el = await open();
    await press(el, 'Letters and emails');
    all<HTMLInputElement>(el, '#name')[0]!.value = 'mill';
    all<HTMLInputElement>(el, '#name')[0]!.form!.requestSubmit();
    await press(el, 'Mill Lane Group');
    await shows(el, 'No words about this space are shown.');
    answers['shown?service=space-3'] = () => ({words: [], replies: []});
    await press(el, 'Take it down now');
    await waitUntil(() => !page(el).includes('Sorry about the noise.'), 'it was still there');
    all<HTMLSelectElement>(el, '#kind')[0]!.value = 'changed';
    all<HTMLTextAreaElement>(el, '#text')[0]!.value = 'We put in a door.';
    all<HTMLTextAreaElement>(el, '#text')[0]!.form!.requestSubmit();
    await shows(el, 'Saved');
    expect(sentTo('replies')).to.deep.equal({serviceId: 'space-3', says: 'changed', text: 'We put in a door.'});
  });

  it('lets a lead see who moderates and remove somebody else, and shows that to nobody else', async () => {
    const el = await open();
    await press(el, 'Moderators');
    await shows(el, 'This is you');
    await expect(el).to.be.accessible();
    all(el, 'summary')[0]!.click();
    await press(el, 'Yes, remove: Sam');
    await waitUntil(() => sentTo('moderators/m2/remove'), 'it was never sent');
    session = {...session!, moderator: {id: 'm2', name: 'Sam', role: 'moderator'}};
    const other = await open();
    expect(button(other, 'Moderators')).to.be.undefined;
  });

  it('speaks Welsh on a press, in every part, and English again', async () => {
    const el = await open();
    await press(el, 'Cymraeg');
    await shows(el, "Geiriau i'w darllen");
    expect(document.documentElement.lang).to.equal('cy');
    expect(page(el)).to.contain('Cwyn, ateb erbyn: 24 Tachwedd 2026, 10am');
    expect(page(el)).to.contain('Nodyn cynnwys: Grym, neu gael eich cadw i mewn');
    expect(page(el)).to.contain('Nid oes siaradwr Cymraeg wedi gwirio');
    await expect(el).to.be.accessible();
    await press(el, 'Cofnod');
    await shows(el, "Mae'r cofnod yn gyfan.");
    all(el, 'nav button')[0]!.click();
    await shows(el, 'Yn aros: 4');
    all(el, '.queue .next')[0]!.click();
    await press(el, 'Agor y geiriau');
    await shows(el, 'Dangos fel y mae');
    expect(page(el)).to.not.match(/Show as it is|Open the words|Ticks are counted/);
    await press(el, 'English');
    await shows(el, 'Show as it is');
    expect(document.documentElement.lang).to.equal('en-GB');
    expect(page(el)).to.not.contain('Nid oes siaradwr');
  });

  it('fits a narrow phone, in every part', async () => {
    await setViewport({width: 320, height: 640});
    const fits = () => expect(document.documentElement.scrollWidth).to.be.at.most(320);
    const el = await openWords();
    await press(el, 'Leave out some words');
    await shows(el, 'Only take out.');
    fits();
    for (const [name, said] of [
      ['Next weekly update', 'Goes out on'],
      ['Letters and emails', 'Name of the space'],
      ['Moderators', 'This is you'],
      ['Log', 'The log is whole.'],
      ['Words to read', 'Waiting: 4'],
    ] as const) {
      await press(el, name);
      await shows(el, said);
      fits();
    }
    all(el, '.queue .next')[2]!.click();
    await shows(el, 'This is not true.');
    fits();
    await setViewport({width: 800, height: 600});
  });

  it('sets up a passkey from a one-use link, which does not stay in the address', async () => {
    history.replaceState(null, '', '#invite=secret-1');
    session = undefined;
    const el = await fixture<HeldDesk>(html`<held-desk></held-desk>`);
    await shows(el, 'Set up your passkey');
    expect(location.hash).to.equal('');
    await expect(el).to.be.accessible();
    answers['enrol/options'] = () => new Refused(404, 'invitation');
    all<HTMLInputElement>(el, '#name')[0]!.value = 'Robin';
    all<HTMLFormElement>(el, 'form')[0]!.requestSubmit();
    await shows(el, 'This link was used before, or is too old.');
    expect(sentTo('enrol/options')).to.deep.equal({invitation: 'secret-1'});
  });
});
