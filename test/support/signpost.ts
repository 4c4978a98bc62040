/** A crisis signpost in a test: how it is opened, read and pressed, with a clock that stands still. */
import {fixture, html} from '@open-wc/testing';
import type {LitElement} from 'lit';
import type {CrisisSignpost} from '../../src/components/crisis-signpost/crisis-signpost.js';
import {JourneyController} from '../../src/controllers/journey.js';
import '../../src/define/crisis-signpost.js';

const realNow = Date.now;
export const clockShows = (iso: string) => {
  Date.now = () => Date.parse(iso);
};

export const render = (nation = '') =>
  fixture<CrisisSignpost>(html`<held-crisis-signpost nation=${nation}></held-crisis-signpost>`);

export const all = <E extends Element>(el: CrisisSignpost, selector: string) => [
  ...el.renderRoot.querySelectorAll<E>(selector),
];
export const words = (el: CrisisSignpost) => el.renderRoot.textContent?.replace(/\s+/g, ' ') ?? '';
export const links = (el: CrisisSignpost) => all<HTMLAnchorElement>(el, '.number a');
export const hrefs = (el: CrisisSignpost) => links(el).map(link => link.getAttribute('href'));
export const firstHrefs = (el: CrisisSignpost) =>
  all<HTMLAnchorElement>(el, 'section.lamp > ul .number a').map(link => link.getAttribute('href'));
export const lineOf = (el: CrisisSignpost, name: string) =>
  all<HTMLElement>(el, '.line').find(line => line.querySelector('.small-heading')?.textContent?.includes(name))!;
export const press = async (el: CrisisSignpost, name: string) => {
  all<HTMLButtonElement>(el, 'button')
    .find(button => button.textContent?.trim() === name)!
    .click();
  await el.updateComplete;
};
export const names = (el: CrisisSignpost) => all(el, 'section > ul .small-heading').map(name => name.textContent);
export const choose = async (el: CrisisSignpost, value: string) => {
  const select = el.renderRoot.querySelector('select')!;
  select.value = value;
  select.dispatchEvent(new Event('change', {bubbles: true}));
  await el.updateComplete;
};

/** What a widget of another kind is to the journey. */
const host = {
  addController: () => undefined,
  removeController: () => undefined,
  requestUpdate: () => undefined,
  updateComplete: Promise.resolve(true),
  hasAttribute: () => false,
} as unknown as LitElement;

/** A stand-in for the finder, which sets the nation of the place that was typed. */
export const journey = new JourneyController(host);

/** A finder that is on the page until its `hostDisconnected`. */
export function fakeFinder(reveal: () => void): JourneyController {
  const finder = new JourneyController(host, 'finder', reveal);
  finder.hostConnected();
  return finder;
}

/** An afternoon in November for each test, and nothing of it left for the next. */
export function standStill(): void {
  beforeEach(() => {
    clockShows('2026-11-23T15:00:00Z');
  });

  afterEach(() => {
    Date.now = realNow;
    journey.set({nation: undefined, role: undefined, openNow: undefined});
  });
}

/** The links of the first lines of each nation. */
export const first = {
  england: ['tel:999', 'tel:111', 'tel:116123', 'sms:85258?&body=SHOUT'],
  scotland: ['tel:999', 'tel:111', 'tel:116123', 'sms:85258?&body=SHOUT', 'tel:0800838587'],
  wales: [
    'tel:999',
    'tel:111',
    'tel:116123',
    'tel:08081640123',
    'tel:0800132737',
    'sms:81066?&body=help',
    'sms:85258?&body=SHOUT',
  ],
  'northern-ireland': ['tel:999', 'tel:08088088000', 'tel:116123', 'sms:85258?&body=SHOUT'],
};
