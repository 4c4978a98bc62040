import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import {emulateMedia, setViewport} from '@web/test-runner-commands';
import type {CrisisSignpost} from '../../src/components/crisis-signpost/crisis-signpost.js';
import {JourneyController} from '../../src/controllers/journey.js';
import {drawIn} from '../../src/internal/localize.js';
import {dateWords, dayWords} from '../../src/internal/words.js';
import welsh from '../../src/locales/cy.js';
import '../../src/define/all.js';

const root = document.documentElement;
const english = root.lang;
const words = (el: Element) => el.shadowRoot!.textContent.replace(/\s+/g, ' ');
const held = (el: Element) => el.shadowRoot!.querySelector<HTMLElement>('.held')!;
const note = "Nid oes siaradwr Cymraeg wedi gwirio'r geiriau hyn eto.";

/** Until a widget is drawn in a language. */
const drawnIn = (el: Element, tag: string) => waitUntil(() => held(el)?.lang === tag, `never drawn in ${tag}`);

const widgets = ['held-crisis-signpost', 'held-stage-selector', 'held-space-finder', 'held-evaluation-form'];

afterEach(() => {
  root.lang = english;
  drawIn(undefined);
});

describe('the language of a widget', () => {
  it('is that of the page, and follows when the page changes it and changes it back', async () => {
    const el = await fixture<CrisisSignpost>(html`<held-crisis-signpost nation="wales"></held-crisis-signpost>`);
    await drawnIn(el, 'en-GB');
    expect(words(el)).to.contain('Someone to turn to now').and.not.to.contain(note);
    root.lang = 'cy';
    await drawnIn(el, 'cy');
    expect(words(el)).to.contain('Rhywun i droi ato nawr').and.to.contain('Samaritans').and.to.contain('116 123');
    expect(words(el)).not.to.contain('Someone');
    root.lang = 'en';
    await drawnIn(el, 'en-GB');
    expect(words(el)).to.contain('Someone to turn to now').and.not.to.contain(note);
  });

  it('is that of the nearest element that says one, each widget its own, and no other language is drawn', async () => {
    const page = await fixture(html`
      <div lang="cy">
        <held-stage-selector class="welsh"></held-stage-selector>
        <div lang="en"><held-stage-selector class="english"></held-stage-selector></div>
        <held-stage-selector class="own" lang="en"></held-stage-selector>
      </div>
    `);
    const [inWelsh, inEnglish, own] = ['.welsh', '.english', '.own'].map(each => page.querySelector(each)!);
    await drawnIn(inWelsh!, 'cy');
    await drawnIn(inEnglish!, 'en-GB');
    await drawnIn(own!, 'en-GB');
    expect(words(inWelsh!)).to.contain('Ble rydych chi nawr?');
    expect(words(inEnglish!)).to.contain('Where are you now?');
    expect(words(own!)).to.contain('Where are you now?');
  });

  it('is found around the shadow roots it stands in, and anew where it is moved to', async () => {
    const outer = await fixture(html`<div lang="cy-GB"></div>`);
    const inner = document.createElement('div');
    outer.append(inner);
    const el = document.createElement('held-stage-selector');
    inner.attachShadow({mode: 'open'}).append(el);
    await drawnIn(el, 'cy');
    document.body.append(el);
    await drawnIn(el, 'en-GB');
    el.remove();
  });

  it('is Easy Read on a page that asks for it, or where a person does, until they want the usual words', async () => {
    const el = await fixture(html`<held-stage-selector></held-stage-selector>`);
    const journey = new JourneyController(el as never);
    journey.set({easyRead: true});
    await drawnIn(el, 'en-GB-simple');
    journey.set({easyRead: false});
    await drawnIn(el, 'en-GB');
    root.lang = 'en-GB-simple';
    journey.set({easyRead: undefined});
    await drawnIn(el, 'en-GB-simple');
  });
});

describe('the Easy Read switch', () => {
  it('turns every widget on the page to Easy Read and back, in larger type, and keeps nothing', async () => {
    const page = await fixture(html`
      <div><held-stage-selector></held-stage-selector><held-crisis-signpost></held-crisis-signpost></div>
    `);
    const [selector, signpost] = [...page.children];
    await drawnIn(selector!, 'en-GB');
    const press = (name: string) =>
      [...selector!.shadowRoot!.querySelectorAll('button')].find(each => each.textContent.includes(name))!.click();
    const size = () => parseFloat(getComputedStyle(held(selector!)).fontSize);
    const usual = size();
    press('Easy Read');
    await drawnIn(selector!, 'en-GB-simple');
    await drawnIn(signpost!, 'en-GB-simple');
    expect(words(signpost!)).to.contain('People you can talk to now').and.to.contain('116 123');
    expect(size()).to.be.greaterThan(usual);
    await expect(selector!).to.be.accessible();
    await expect(signpost!).to.be.accessible();
    press('Usual words');
    await drawnIn(selector!, 'en-GB');
    await drawnIn(signpost!, 'en-GB');
    expect(size()).to.equal(usual);
    expect(localStorage.length + sessionStorage.length).to.equal(0);
  });
});

describe('Welsh on a page', () => {
  for (const tag of widgets) {
    it(`is whole in ${tag}, says that nobody has checked it, and passes the checks of accessibility`, async () => {
      await setViewport({width: 320, height: 800});
      const page = await fixture(html`<div lang="cy"></div>`);
      const el = document.createElement(tag);
      page.append(el);
      await drawnIn(el, 'cy');
      await waitUntil(() => words(el).includes(note));
      // At its end, and in the signpost on its own ground.
      expect([...held(el).querySelectorAll('p')].pop()!.textContent).to.equal(note);
      expect(
        words(el)
          .replace('The Silver Line', '')
          .match(/\b(?:the|you|your|this|what|are|show|find)\b/gi),
      ).to.equal(null);
      await expect(el).to.be.accessible();
      expect(held(el).scrollWidth).to.be.at.most(held(el).clientWidth);
      await setViewport({width: 800, height: 600});
    });
  }

  it('reads from right to left where the host does, with numbers from left to right', async () => {
    const page = await fixture(html`<div dir="rtl"><held-crisis-signpost></held-crisis-signpost></div>`);
    const el = page.firstElementChild!;
    await drawnIn(el, 'en-GB');
    expect(getComputedStyle(held(el)).direction).to.equal('rtl');
    const digits = [...el.shadowRoot!.querySelectorAll('[dir=ltr]')].map(each => each.textContent.trim());
    expect(digits).to.include('116 123');
  });

  it('has Welsh dates in this browser, which has none of its own', () => {
    drawIn(welsh);
    const date = new Date('2026-11-21T12:00:00Z');
    expect(dateWords(date)).to.equal('21 Tachwedd 2026');
    expect(dayWords(date)).to.equal('dydd Sadwrn');
  });

  it('stays readable in forced colours', async () => {
    await emulateMedia({forcedColors: 'active'});
    const page = await fixture(html`<div lang="cy"><held-crisis-signpost></held-crisis-signpost></div>`);
    await drawnIn(page.firstElementChild!, 'cy');
    await expect(page.firstElementChild!).to.be.accessible();
    await emulateMedia({forcedColors: 'none'});
  });
});
