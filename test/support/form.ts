/** An evaluation form on a page, a directory that answers it as the test says, and what a person does there. */
import type {EvaluationRequest} from '@held-spaces/domain/evaluation';
import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import {LitElement} from 'lit';
import type {EvaluationForm} from '../../src/components/evaluation-form/evaluation-form.js';
import {JourneyController, type LandmarkKind} from '../../src/controllers/journey.js';
import '../../src/define/evaluation-form.js';

export const directory = 'https://directory.example';
export const spaceId = '3f0c2c86-5a0f-5f0e-8a9e-1c2d3e4f5a6b';
export const code = 'heron lamp seven oak river';

/** Another widget, as far as the form can tell. */
class Neighbour extends LitElement {
  reveals = 0;
  journey = new JourneyController(this);
}
customElements.define('x-form-onlooker', Neighbour);
export class NeighbourFinder extends Neighbour {
  override journey = new JourneyController(this, 'finder' satisfies LandmarkKind, () => this.reveals++);
}
customElements.define('x-form-finder', NeighbourFinder);
export const onlooker = document.createElement('x-form-onlooker') as Neighbour;
document.body.append(onlooker);

interface Sent {
  readonly url: string;
  readonly key: string;
  readonly body: EvaluationRequest;
}
type Answer = (url: string, init?: RequestInit) => Response | Promise<Response>;

/** One try in sixteen succeeds. */
export const lightWork = {
  parameters: {
    algorithm: 'PBKDF2/SHA-256',
    nonce: '00112233445566778899aabbccddeeff',
    salt: 'ffeeddccbbaa99887766554433221100',
    keyPrefix: '0',
    cost: 10,
    keyLength: 32,
  },
};
const ownFetch = window.fetch;
export const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), {status, headers});
export const problem = (slug: string, status: number, headers?: Record<string, string>) =>
  json({type: `${directory}/held/problems/${slug}`, title: slug, status}, status, headers);
export const stored: Answer = () => json({code, month: '2026-11'}, 201);

export const setOnline = (online: boolean) => {
  Object.defineProperty(navigator, 'onLine', {configurable: true, get: () => online});
  window.dispatchEvent(new Event(online ? 'online' : 'offline'));
};

/** The directory as a test has it answer, how many tokens it was asked for, and what it was sent. */
export const fake: {sent: Sent[]; asked: number; answer: Answer; challenge: Answer} = {
  sent: [],
  asked: 0,
  answer: stored,
  challenge: stored,
};

/** What the directory promises, beside a token and light work. */
export const says = (promises: object) => {
  fake.challenge = () => json({token: `token-${fake.asked}`, challenge: lightWork, words: true, ...promises});
};

beforeEach(() => {
  fake.sent = [];
  fake.asked = 0;
  fake.answer = stored;
  says({});
  window.fetch = async (input, init) => {
    const url = String(input);
    if (!url.startsWith(directory)) return ownFetch(input, init);
    if (url.endsWith('/challenge')) {
      fake.asked += 1;
      return fake.challenge(url, init);
    }
    const key = new Headers(init?.headers).get('Idempotency-Key') ?? '';
    fake.sent.push({url, key, body: JSON.parse(String(init?.body)) as EvaluationRequest});
    return fake.answer(url, init);
  };
});

afterEach(() => {
  window.fetch = ownFetch;
  delete (navigator as {onLine?: boolean}).onLine;
  onlooker.journey.set({stages: [], holderStages: [], role: undefined, space: undefined} as never);
  document.querySelectorAll('x-form-finder').forEach(element => element.remove());
});

export const render = async (layout = 'one') => {
  const el = await fixture<EvaluationForm>(
    html`<held-evaluation-form
      directory=${directory}
      space=${spaceId}
      space-name="Lantern House"
      layout=${layout}
    ></held-evaluation-form>`,
  );
  if (layout === 'all') await waitUntil(() => el.renderRoot.querySelector('section.part'), 'the questions never came');
  return el;
};
/** All questions on one page, with the address for those on paper. */
export const onePage = async () => {
  const el = await fixture<EvaluationForm>(
    html`<held-evaluation-form
      directory=${directory}
      space=${spaceId}
      space-name="Lantern House"
      layout="all"
      post-to="FREEPOST LANTERNS"
    ></held-evaluation-form>`,
  );
  await waitUntil(() => one(el, '#words'), 'the questions never came', {timeout: 8000});
  return el;
};
export const openTakeBack = async (el: EvaluationForm) => {
  one(el, '.take-back summary').click();
  await waitUntil(() => one(el, '#code'), 'the field for the code never came');
};

export const all = <T extends Element = HTMLElement>(el: EvaluationForm, selector: string) => [
  ...el.renderRoot.querySelectorAll<T>(selector),
];
export const one = <T extends Element = HTMLElement>(el: EvaluationForm, selector: string) => all<T>(el, selector)[0]!;
export const words = (element: Element | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
export const page = (el: EvaluationForm) => words(one(el, '.held'));
export const title = (el: EvaluationForm) => words(one(el, '#heading'));
export const button = (el: EvaluationForm, name: string) =>
  all<HTMLButtonElement>(el, 'button').find(each => words(each).startsWith(name));
export const focused = (el: EvaluationForm) => el.shadowRoot?.activeElement as HTMLElement | null;

export const press = async (el: EvaluationForm, name: string) => {
  const found = button(el, name);
  expect(found, `a button "${name}" in: ${page(el)}`).to.exist;
  found!.click();
  await el.updateComplete;
  // The questions are loaded when a person starts.
  if (name === 'Start') await waitUntil(() => /Part 1 of 1[23]/.test(page(el)), 'the questions never came');
  if (name === 'All on one page') await waitUntil(() => one(el, 'section.part'), 'the questions never came');
};
/** Puts words into a field, as somebody who types them and goes on. */
export const type = async (el: EvaluationForm, selector: string, text: string) => {
  await waitUntil(() => one(el, selector), `there was never a field ${selector}`, {timeout: 4000});
  const field = one<HTMLTextAreaElement>(el, selector);
  field.value = text;
  field.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
  field.dispatchEvent(new Event('change', {bubbles: true}));
  await el.updateComplete;
};
export const choose = async (el: EvaluationForm, name: string, value: string) => {
  one<HTMLInputElement>(el, `input[name="${name}"][value="${value}"]`).click();
  await el.updateComplete;
};
export const toPreview = async (el: EvaluationForm) => {
  await press(el, 'Start');
  await choose(el, 'time.heard', 'partly');
  await press(el, 'See what I will send');
};
export const agree = async (el: EvaluationForm) => {
  one<HTMLInputElement>(el, '[name=agree]').click();
  await el.updateComplete;
};
export const shows = (el: EvaluationForm, text: string) =>
  // The directory takes its time over a code, on purpose.
  waitUntil(() => page(el).includes(text), `never said "${text}"`, {timeout: 8000});
export const send = async (el: EvaluationForm, then: string) => {
  await press(el, fake.sent.length ? 'Try again' : 'Send');
  await shows(el, then);
  await el.updateComplete;
};
export const lastAnswers = () => fake.sent.at(-1)!.body.answers;
