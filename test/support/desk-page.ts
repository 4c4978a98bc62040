/** The moderation desk on a page, a directory that answers it as the test says, and what a moderator does there. */
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
import {fixture, html, waitUntil} from '@open-wc/testing';
import type {HeldDesk} from '../../server/desk/desk-app.js';
import '../../server/desk/desk-app.js';

export const words: DeskItem = {
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
export const group: GroupInQueue = {
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
export const waiting: ComplaintInQueue = {
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
export const complaint: DeskComplaint = {
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
export const reply: ReplyInQueue = {
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
export const audit: AuditPage = {
  lines: [
    {line: 1, at: '2026-11-21T10:00:00Z', by: 'm1 Robin', action: 'withhold', reason: 'threat', subject: 'item-1'},
  ],
  whole: true,
};

type Answer = (body: unknown) => unknown;
/** The directory as a test has it answer, and what it was asked. */
export const fake: {
  session: DeskSession | undefined;
  queue: QueueItem[];
  asked: {path: string; body: unknown}[];
  answers: Record<string, Answer>;
} = {session: undefined, queue: [], asked: [], answers: {}};
const ownFetch = window.fetch;

/** A refusal, by status and slug. */
export class Refused {
  constructor(
    readonly status: number,
    readonly slug: string,
  ) {}
}

export const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();

beforeEach(() => {
  fake.session = {
    moderator: {id: 'm1', name: 'Robin', role: 'lead'},
    ends: inAnHour(),
    endsForGood: inAnHour(),
    support: 'the desk’s own phone',
    avoid: [],
    breakAfter: 40,
  };
  fake.queue = [words, group, waiting, reply];
  fake.asked = [];
  fake.answers = {};
  window.fetch = async (input, init) => {
    const url = String(input);
    if (!/^\/(?:desk\/api|services)/.test(url)) return ownFetch(input, init);
    const path = url.replace('/desk/api/', '');
    const body = init?.body ? (JSON.parse(String(init.body)) as unknown) : undefined;
    fake.asked.push({path, body});
    const usual: Record<string, Answer> = {
      session: () => fake.session ?? new Refused(401, 'desk-sign-in'),
      'session/end': () => ({}),
      queue: () => ({items: fake.queue}),
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
    const answer = (fake.answers[path] ?? usual[path])?.(body) ?? new Refused(404, 'not-found');
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
export const all = <T extends Element = HTMLElement>(el: HeldDesk, selector: string) =>
  roots(el).flatMap(root => (root ? [...root.querySelectorAll<T>(selector)] : []));
export const text = (element: Element | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
export const page = (el: HeldDesk) =>
  all(el, '.held')
    .map(each => text(each))
    .join(' ');
export const button = (el: HeldDesk, name: string) =>
  all<HTMLButtonElement>(el, 'button').find(each => text(each) === name);
export const shows = (el: HeldDesk, said: string) =>
  waitUntil(() => page(el).includes(said), `never said "${said}"`, {timeout: 4000});
export const press = async (el: HeldDesk, name: string) => {
  await waitUntil(() => button(el, name), `no button "${name}" in: ${page(el)}`);
  button(el, name)!.click();
  await el.updateComplete;
};
export const focused = (el: HeldDesk) => {
  const inner = el.shadowRoot!.activeElement;
  return (inner?.shadowRoot?.activeElement ?? inner) as HTMLElement | null;
};
export const sentTo = (path: string) => fake.asked.find(each => each.path === path)?.body;

export const open = async () => {
  const el = await fixture<HeldDesk>(html`<held-desk></held-desk>`);
  await shows(el, 'Words to read');
  await waitUntil(() => el.items, 'the list never came');
  await el.updateComplete;
  return el;
};
export const openItem = async () => {
  const el = await open();
  all(el, '.queue .next')[0]!.click();
  await shows(el, 'The words are closed.');
  return el;
};
export const openWords = async () => {
  const el = await openItem();
  await press(el, 'Open the words');
  await shows(el, 'They made me tea.');
  return el;
};
