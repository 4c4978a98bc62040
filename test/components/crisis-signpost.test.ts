import {expect, fixture, html} from '@open-wc/testing';
import {crisisChecked} from '@held-spaces/domain/generated/crisis-contacts';
import {nations} from '@held-spaces/domain/vocabularies';
import {clearJourney, JourneyController} from '../../src/controllers/journey.js';
import type {LitElement} from 'lit';
import type {CrisisSignpost} from '../../src/components/crisis-signpost/crisis-signpost.js';
import '../../src/define/crisis-signpost.js';

const realNow = Date.now;
const clockShows = (iso: string) => {
  Date.now = () => Date.parse(iso);
};

const render = (nation = '') =>
  fixture<CrisisSignpost>(html`<held-crisis-signpost nation=${nation}></held-crisis-signpost>`);

const all = <E extends Element>(el: CrisisSignpost, selector: string) => [
  ...el.renderRoot.querySelectorAll<E>(selector),
];
const words = (el: CrisisSignpost) => el.renderRoot.textContent?.replace(/\s+/g, ' ') ?? '';
const links = (el: CrisisSignpost) => all<HTMLAnchorElement>(el, '.number a');
const hrefs = (el: CrisisSignpost) => links(el).map(link => link.getAttribute('href'));
const firstHrefs = (el: CrisisSignpost) =>
  all<HTMLAnchorElement>(el, 'section.lamp > ul .number a').map(link => link.getAttribute('href'));
const lineOf = (el: CrisisSignpost, name: string) =>
  all<HTMLElement>(el, '.line').find(line => line.querySelector('.small-heading')?.textContent?.includes(name))!;
const press = async (el: CrisisSignpost, name: string) => {
  all<HTMLButtonElement>(el, 'button')
    .find(button => button.textContent?.trim() === name)!
    .click();
  await el.updateComplete;
};
const names = (el: CrisisSignpost) => all(el, 'section > ul .small-heading').map(name => name.textContent);
const choose = async (el: CrisisSignpost, value: string) => {
  const select = el.renderRoot.querySelector('select')!;
  select.value = value;
  select.dispatchEvent(new Event('change', {bubbles: true}));
  await el.updateComplete;
};

/** A stand-in for the finder, which sets the nation of the place that was typed. */
const journey = new JourneyController({
  addController: () => undefined,
  removeController: () => undefined,
  requestUpdate: () => undefined,
  updateComplete: Promise.resolve(true),
  hasAttribute: () => false,
} as unknown as LitElement);

describe('<held-crisis-signpost>', () => {
  beforeEach(() => {
    clockShows('2026-11-23T15:00:00Z');
  });

  afterEach(() => {
    Date.now = realNow;
    journey.set({nation: undefined, role: undefined, openNow: undefined});
  });

  it('says that the two ways into one service belong together, and says it of no other line', async () => {
    const el = await render('wales');
    const paired = all(el, '.line').filter(line => line.textContent?.includes('These two belong together.'));
    expect(paired.map(line => line.querySelector('.small-heading')?.textContent)).to.deep.equal([
      'C.A.L.L.',
      'Papyrus HOPELINE247',
      'Live Fear Free',
    ]);
    for (const line of paired) expect(line.querySelectorAll('.number a')).to.have.length(2);
  });

  it('keeps each number within its column, however wide the page', async () => {
    const box = await fixture<HTMLElement>(html`<div></div>`);
    const el = await render('northern-ireland');
    box.append(el);
    for (const width of [320, 544, 568, 640, 700, 1068]) {
      box.style.width = `${width}px`;
      for (const number of all(el, '.lamp > ul .number strong')) {
        const {right} = number.closest('li')!.getBoundingClientRect();
        expect(number.getBoundingClientRect().right, `${number.textContent} at ${width}`).to.be.at.most(right);
      }
    }
  });

  const first = {
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

  for (const nation of nations) {
    it(`shows the lines of ${nation}, each number a link that does what it says`, async () => {
      const el = await render(nation);
      expect(firstHrefs(el)).to.deep.equal(first[nation]);
      await expect(el).to.be.accessible();
    });
  }

  it('says what to choose in the menu of 111, as each nation words it', async () => {
    expect(lineOf(await render('england'), 'NHS 111').textContent).to.contain('Choose the mental health option');
    expect(lineOf(await render('scotland'), 'NHS 24').textContent).to.contain('Choose the mental health option');
    expect(lineOf(await render('wales'), 'NHS 111 Wales').textContent).to.contain('Press 2');
  });

  it('asks where the person is when nobody has said, with lines for the whole UK meanwhile', async () => {
    const el = await render();
    expect(el.renderRoot.querySelector('label')?.textContent).to.contain('Where are you?');
    expect(firstHrefs(el)).to.deep.equal(['tel:999', 'tel:116123', 'sms:85258?&body=SHOUT']);
    await expect(el).to.be.accessible();
    await choose(el, 'wales');
    expect(firstHrefs(el)).to.deep.equal(first.wales);
    expect(el.renderRoot.querySelector('[role=status]:not(.notes)')?.textContent).to.contain('Lines for: Wales');
    // The question stays where it was, so that focus is not lost.
    expect(el.renderRoot.querySelector('select')?.value).to.equal('wales');
    await expect(el).to.be.accessible();
  });

  it('lets a person change the nation that the host has set', async () => {
    const el = await render('england');
    const select = el.renderRoot.querySelector<HTMLSelectElement>('.foot select')!;
    expect(select.labels[0]?.textContent).to.equal('Change nation');
    expect(select.value).to.equal('england');
    await choose(el, 'scotland');
    expect(firstHrefs(el)).to.deep.equal(first.scotland);
    await choose(el, 'uk');
    expect(firstHrefs(el)).to.deep.equal(['tel:999', 'tel:116123', 'sms:85258?&body=SHOUT']);
  });

  it('takes the nation of the place in the finder, and says so', async () => {
    const el = await render();
    journey.set({nation: 'northern-ireland'});
    await el.updateComplete;
    expect(firstHrefs(el)).to.deep.equal(first['northern-ireland']);
    expect(words(el)).to.contain('This comes from the place you typed.');
  });

  it('keeps to the nation of the host whatever the finder finds', async () => {
    const el = await render('wales');
    journey.set({nation: 'england'});
    await el.updateComplete;
    expect(firstHrefs(el)).to.deep.equal(first.wales);
    expect(words(el)).not.to.contain('This comes from the place you typed.');
  });

  it('asks when the host gives a nation that there is none of', async () => {
    const el = await render('ENGLAND"><script>');
    expect(el.renderRoot.querySelector('select')).not.to.equal(null);
    expect(firstHrefs(el)).to.contain('tel:116123');
  });

  it('never makes a call of a line that takes only texts', async () => {
    for (const nation of ['', ...nations]) {
      const el = await render(nation);
      for (const name of ['Shout', 'YoungMinds Textline']) {
        expect(lineOf(el, name).innerHTML).not.to.contain('tel:');
      }
      expect(hrefs(el).filter(href => href?.startsWith('sms:') && href.includes('999'))).to.deep.equal([]);
      expect(hrefs(el).every(href => /^(tel:\d+|sms:\d+(\?&body=\w+)?)$/.test(href ?? ''))).to.equal(true);
    }
  });

  it('names each number digit by digit, and the line with it', async () => {
    const names = links(await render('england')).map(link => link.getAttribute('aria-label'));
    expect(names.slice(0, 4)).to.deep.equal([
      'Call Emergency: 9 9 9',
      'Call NHS 111: 1 1 1',
      'Call Samaritans: 1 1 6, 1 2 3',
      'Text SHOUT to 8 5 2 5 8: Shout',
    ]);
  });

  it('shows numbers in the groups of their source, as text that can be selected', async () => {
    const [, , samaritans, shout] = links(await render('england'));
    expect(samaritans?.textContent?.trim()).to.equal('116 123');
    expect(shout?.textContent?.trim()).to.equal('Text SHOUT to 85258');
    expect(getComputedStyle(samaritans!).userSelect).not.to.equal('none');
  });

  it('keeps the groups of a number in their order on a page that reads from right to left', async () => {
    const el = await render('england');
    el.dir = 'rtl';
    for (const number of all(el, 'a strong')) {
      expect(getComputedStyle(number).direction).to.equal('ltr');
    }
    expect(getComputedStyle(lineOf(el, 'Samaritans')).direction).to.equal('rtl');
  });

  it('shows the danger line in the same size as the rest, as one choice', async () => {
    const el = await render('england');
    const sizes = all(el, '.number strong').map(number => getComputedStyle(number).fontSize);
    expect(new Set(sizes).size).to.equal(1);
    expect(lineOf(el, 'If a life is in danger now').textContent).to.contain('It is one choice. Here are others.');
  });

  it('keeps a closed line, with when it opens and an open line beside it', async () => {
    const el = await render('england');
    const calm = lineOf(el, 'CALM');
    expect(calm.textContent).to.contain('Closed now. Opens today at 5pm');
    expect(calm.textContent).to.contain('Every day, 5pm to midnight');
    expect(calm.querySelectorAll('a')[1]?.textContent).to.equal('This one is open now: Samaritans, 116 123');
    expect(calm.querySelectorAll('a')[1]?.getAttribute('href')).to.equal('tel:116123');
    clockShows('2026-11-23T20:00:00Z');
    el.requestUpdate();
    await el.updateComplete;
    expect(calm.textContent).to.contain('Open now until midnight');
    expect(calm.textContent).not.to.contain('This one is open now');
  });

  it('says until when a line is open past midnight, and on which day one opens next', async () => {
    clockShows('2026-11-24T20:00:00Z');
    expect(lineOf(await render('scotland'), 'Breathing Space').textContent).to.contain('Open now until 2am tomorrow');
    clockShows('2026-11-27T20:00:00Z');
    const el = await render('england');
    expect(lineOf(el, "Men's Advice Line").textContent).to.contain('Closed now. Opens next on Monday at 10am');
    expect(lineOf(el, 'SANEline').textContent).to.contain('We are not sure of the times. You can try.');
  });

  it('says what is known of a line, and what is not', async () => {
    const el = await render('england');
    expect(lineOf(el, 'Samaritans').textContent).to.contain('They may call an ambulance');
    expect(lineOf(el, 'Samaritans').textContent).to.contain('They say it does not show on a phone bill.');
    expect(lineOf(el, 'NHS 111').textContent).to.contain('We do not know who they may tell.');
    expect(lineOf(el, 'NHS 111').textContent).to.contain('We do not know if it shows on a phone bill.');
    expect(lineOf(el, 'If a life').textContent).to.contain('They can act without asking you.');
    all<HTMLDetailsElement>(el, 'details').forEach(details => (details.open = true));
    await expect(el).to.be.accessible();
  });

  it('shows when the numbers were last checked, and what the page cannot do', async () => {
    const el = await render('england');
    expect(crisisChecked).to.equal('2026-11-21');
    expect(words(el)).to.contain('Numbers last checked: 21 November 2026');
    expect(words(el)).to.contain('We cannot send help to you.');
    expect(words(el)).to.contain('It works with no internet.');
  });

  it('leaves only lines that last when the list is past its limit, and says why', async () => {
    clockShows('2027-04-01T12:00:00Z');
    const el = await render('scotland');
    expect(words(el)).to.contain('We have not checked this list for a while. So we show only 999, NHS lines');
    expect(firstHrefs(el)).to.deep.equal(['tel:999', 'tel:111', 'tel:116123', 'sms:85258?&body=SHOUT']);
    expect(words(el)).not.to.contain('CALM');
    await expect(el).to.be.accessible();
    expect(words(await render('northern-ireland'))).not.to.contain('NHS lines');
  });

  for (const day of ['2024-11-21', '2028-11-21']) {
    it(`shows day and night lines, and doubts the clock, when it says ${day}`, async () => {
      clockShows(`${day}T12:00:00Z`);
      const el = await render('england');
      expect(words(el)).to.contain('The clock on this phone or computer may be wrong.');
      expect(firstHrefs(el)).to.deep.equal(first.england);
      expect(lineOf(el, 'Samaritans').textContent).to.contain('Open now, day and night');
      await expect(el).to.be.accessible();
    });
  }

  it('takes what a host has set on it before it was defined', async () => {
    const tag = 'held-crisis-signpost-late';
    const el = document.createElement(tag) as CrisisSignpost;
    el.nation = 'wales';
    el.headingLevel = 4;
    document.body.append(el);
    customElements.define(tag, class extends (customElements.get('held-crisis-signpost') as typeof CrisisSignpost) {});
    await el.updateComplete;
    expect(firstHrefs(el)).to.deep.equal(first.wales);
    expect(el.renderRoot.querySelector('#title')?.localName).to.equal('h4');
    el.remove();
  });

  it('takes the place of what stood inside its tag on a page that is painted, until the person asks for more', async () => {
    const tag = 'held-crisis-signpost-standing';
    const el = document.createElement(tag) as CrisisSignpost;
    el.setAttribute('nation', 'wales');
    el.innerHTML = '<p style="height: 300px; margin: 30px 0 20px">What the host pasted</p>';
    const main = document.createElement('main');
    const after = document.createElement('p');
    main.append(el, after);
    document.body.prepend(main);
    await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const stood = after.getBoundingClientRect().top;
    customElements.define(tag, class extends (customElements.get('held-crisis-signpost') as typeof CrisisSignpost) {});
    await el.updateComplete;
    expect(all(el, '.line')).to.deep.equal([]);
    expect(after.getBoundingClientRect().top).to.be.closeTo(stood, 1);
    expect(all(el, '.strip a').map(link => link.getAttribute('href'))).to.deep.equal([
      'tel:999',
      'tel:111',
      'tel:116123',
      'tel:08081640123',
      'tel:0800132737',
      'sms:81066?&body=help',
      'sms:85258?&body=SHOUT',
    ]);
    expect(words(el)).to.contain('Call NHS 111 Wales: 111 Press 2');
    await expect(el).to.be.accessible();
    await press(el, 'More people to turn to');
    await el.updateComplete;
    expect(firstHrefs(el)).to.deep.equal(first.wales);
    expect(el.shadowRoot?.activeElement?.id).to.equal('title');
    expect(all(el, '[style]')).to.deep.equal([]);
    main.remove();
  });

  it('draws again when the host changes its mind', async () => {
    const el = await render('wales');
    el.nation = 'scotland';
    el.setAttribute('heading-level', '3');
    await el.updateComplete;
    expect(firstHrefs(el)).to.deep.equal(first.scotland);
    expect(el.renderRoot.querySelector('#title')?.localName).to.equal('h3');
  });

  it('takes the level of its headings from the host', async () => {
    const el = await fixture<CrisisSignpost>(
      html`<held-crisis-signpost nation="england" heading-level="3"></held-crisis-signpost>`,
    );
    expect(el.renderRoot.querySelector('#title')?.localName).to.equal('h3');
    expect(lineOf(el, 'Samaritans').querySelector('.small-heading')?.localName).to.equal('h4');
  });

  it('tells a holder that the lines are for them too', async () => {
    const el = await render('england');
    const both = 'You can use these for someone else, and for yourself.';
    expect(words(el).includes(both)).to.equal(false);
    journey.set({role: 'holder'});
    await el.updateComplete;
    expect(words(el).includes(both)).to.equal(true);
  });

  it('is where other widgets bring a person who asks for more people', async () => {
    const el = await render('england');
    expect(journey.reveal('signpost')).to.equal(true);
    await el.updateComplete;
    await el.updateComplete;
    expect(el.shadowRoot?.activeElement?.id).to.equal('title');
    el.remove();
    expect(journey.has('signpost')).to.equal(false);
  });

  it('is one row in its compact form, which opens into the rest', async () => {
    const el = await fixture<CrisisSignpost>(
      html`<held-crisis-signpost nation="england" form="compact"></held-crisis-signpost>`,
    );
    expect(all(el, 'section').length).to.equal(1);
    expect(
      all<HTMLAnchorElement>(el, 'a').map(link => [link.getAttribute('href'), link.textContent?.trim()]),
    ).to.deep.equal([
      ['tel:116123', 'Call Samaritans: 116 123'],
      ['sms:85258?&body=SHOUT', 'Text SHOUT to 85258'],
      ['tel:999', 'Emergency: 999'],
    ]);
    await expect(el).to.be.accessible();
    const more = el.renderRoot.querySelector<HTMLButtonElement>('.strip button')!;
    expect(more.getAttribute('aria-expanded')).to.equal('false');
    more.click();
    await el.updateComplete;
    await el.updateComplete;
    expect(more.getAttribute('aria-expanded')).to.equal('true');
    expect(el.shadowRoot?.activeElement?.id).to.equal('title');
    expect(firstHrefs(el)).to.deep.equal(first.england);
    await expect(el).to.be.accessible();
  });

  it('gives Lifeline in the compact row in Northern Ireland', async () => {
    const el = await fixture<CrisisSignpost>(
      html`<held-crisis-signpost nation="northern-ireland" form="compact"></held-crisis-signpost>`,
    );
    expect(el.renderRoot.querySelector('a')?.getAttribute('href')).to.equal('tel:08088088000');
  });

  it('makes no request for anything a person does, keeps nothing and writes no style attribute', async () => {
    const asked: unknown[] = [];
    const realFetch = window.fetch;
    const el = await render();
    window.fetch = (...args) => {
      asked.push(args);
      return realFetch(...args);
    };
    const before = performance.getEntriesByType('resource').length;
    await choose(el, 'scotland');
    all<HTMLDetailsElement>(el, 'details').forEach(details => (details.open = true));
    await el.updateComplete;
    window.fetch = realFetch;
    expect(asked).to.deep.equal([]);
    expect(performance.getEntriesByType('resource').length).to.equal(before);
    expect(localStorage.length + sessionStorage.length + document.cookie.length).to.equal(0);
    expect(all(el, '[style]')).to.deep.equal([]);
  });

  it('sends nothing of this page to a website that it links to', async () => {
    for (const link of all<HTMLAnchorElement>(await render('england'), 'a[href^="http"]')) {
      expect(link.referrerPolicy).to.equal('no-referrer');
      expect(link.protocol).to.equal('https:');
    }
  });

  it('makes everything that is pressed at least 44 pixels high', async () => {
    const el = await render();
    all<HTMLDetailsElement>(el, 'details').forEach(details => (details.open = true));
    for (const target of all<HTMLElement>(el, 'a, button, select, summary')) {
      if (!target.checkVisibility()) continue;
      expect(target.getBoundingClientRect().height, target.outerHTML).to.be.at.least(44);
    }
  });

  it('falls back on what the host pasted into it when it cannot draw itself', async () => {
    const realFormat = Intl.DateTimeFormat;
    Intl.DateTimeFormat = (() => {
      throw new Error('broken');
    }) as unknown as typeof Intl.DateTimeFormat;
    try {
      const el = await fixture<CrisisSignpost>(
        html`<held-crisis-signpost nation="england"><a href="tel:116123">116 123</a></held-crisis-signpost>`,
      );
      expect(el.renderRoot.querySelector('slot')?.assignedElements()[0]?.textContent).to.equal('116 123');
    } finally {
      Intl.DateTimeFormat = realFormat;
    }
  });

  it('cannot be hidden by an attribute', async () => {
    const el = await render('england');
    el.hidden = true;
    expect(links(el)[0]?.checkVisibility()).to.equal(true);
  });

  it('has every number and all that is known of each line at its first drawing', async () => {
    const el = document.createElement('held-crisis-signpost');
    el.nation = 'northern-ireland';
    document.body.append(el);
    await el.updateComplete;
    const lifeline = lineOf(el, 'Lifeline');
    expect(lifeline.querySelector('[href="tel:1800108088088000"]')).not.to.equal(null);
    expect(lifeline.querySelector('[href="https://www.lifelinehelpline.info/"]')).not.to.equal(null);
    expect(lifeline.textContent).to.contain('The counsellor will tell you the rules when you call.');
    expect(lineOf(el, 'If a life').querySelector('[href="tel:18000"]')).not.to.equal(null);
    el.remove();
  });

  it('keeps 999 on the page, and never alone, whatever is chosen', async () => {
    const el = await render('england');
    for (const choice of ['I can talk', 'I cannot talk aloud', 'I do not want the police involved', 'I am under 19']) {
      await press(el, choice);
      expect(firstHrefs(el)).to.include('tel:999');
      expect(firstHrefs(el).length).to.be.at.least(4);
    }
    await press(el, 'Show everyone');
    expect(firstHrefs(el)).to.deep.equal(first.england);
    expect(el.shadowRoot?.activeElement?.textContent).to.equal('I can talk');
  });

  it('puts texts first for somebody who cannot talk aloud, and warns that 999 needs signing up to be texted', async () => {
    const el = await render('northern-ireland');
    await press(el, 'I cannot talk aloud');
    expect(names(el).slice(0, 3)).to.deep.equal(['Shout', 'Papyrus HOPELINE247', 'YoungMinds Textline']);
    expect(lineOf(el, 'Papyrus').querySelector('a')?.getAttribute('href')).to.equal('sms:88247');
    expect(words(el)).to.contain('You can only text 999 if your phone was signed up before.');
    await expect(el).to.be.accessible();
  });

  it('puts 999 last and says at once whom each line may tell, for somebody who does not want the police', async () => {
    const el = await render('wales');
    await press(el, 'I do not want the police involved');
    expect(names(el)[names(el).length - 1]).to.equal('If a life is in danger now');
    const told = lineOf(el, 'Samaritans').querySelector('.tell');
    expect(told?.textContent).to.contain('Who may they tell: What you say stays private, with some limits.');
    expect(lineOf(el, 'NHS 111 Wales').querySelector('.tell')?.textContent).to.contain(
      'We do not know who they may tell.',
    );
    expect(words(el)).to.contain('We know of no line that says it will never tell anyone.');
    expect(words(el)).to.contain('Police in England and Wales have had a rule since 2023.');
    await expect(el).to.be.accessible();
    expect(words(await render('scotland'))).not.to.contain('Police in England and Wales');
  });

  it('brings out the lines for those who choose a group, and tells them apart', async () => {
    const el = await render('scotland');
    await press(el, 'I am under 19');
    expect(names(el).slice(0, 2)).to.deep.equal(['Childline', 'YoungMinds Textline']);
    await press(el, 'I cannot talk aloud');
    expect(names(el)[0]).to.equal('YoungMinds Textline');
    await press(el, 'Show everyone');
    await press(el, 'I am not safe at home');
    expect(names(el).slice(0, 3)).to.deep.equal([
      "Scotland's Domestic Abuse and Forced Marriage Helpline",
      "Men's Advice Line",
      'Galop',
    ]);
    expect(words(el)).to.contain('If someone checks your phone, it may show the call or text.');
  });

  it('gives ways by sign language, and the hours of those that have them', async () => {
    const el = await render('england');
    await press(el, 'I use sign language');
    const notes = el.renderRoot.querySelector('.notes')!;
    expect(notes.textContent).to.contain(
      'Papyrus has BSL from 8am to 8pm. It is for people under 35. This comes from an older page.',
    );
    expect([...notes.querySelectorAll('a')].map(link => link.getAttribute('href'))).to.deep.equal([
      'https://999bsl.co.uk',
      'tel:18000',
    ]);
    await expect(el).to.be.accessible();
  });

  it('asks about Welsh in Wales alone, with the hours of the line in Welsh', async () => {
    const el = await render('wales');
    await press(el, 'I want to speak Welsh');
    expect(names(el)[0]).to.equal('Samaritans in Welsh');
    expect(words(el)).to.contain('Samaritans has a Welsh line from 7pm to 11pm.');
    expect(words(await render('england'))).not.to.contain('I want to speak Welsh');
  });

  it('leads to the finder for somebody who wants to be with someone, where there is one on the page', async () => {
    const el = await render('england');
    await press(el, 'I want to be with someone');
    expect(words(el)).to.contain('We cannot show places on this page.');
    let revealed = 0;
    const finder = new JourneyController(
      {
        addController: () => undefined,
        requestUpdate: () => undefined,
        hasAttribute: () => false,
      } as unknown as LitElement,
      'finder',
      () => revealed++,
    );
    finder.hostConnected();
    await el.updateComplete;
    expect(words(el)).to.contain('The finder on this page can show places that are open now.');
    await press(el, 'Go to the places');
    expect(revealed).to.equal(1);
    finder.hostDisconnected();
  });

  it('lists the places that the finder knows to be open, as text, each with its number and a way to open it', async () => {
    const el = await render('england');
    let revealed = 0;
    let opened = 0;
    const finder = new JourneyController(
      {
        addController: () => undefined,
        requestUpdate: () => undefined,
        hasAttribute: () => false,
      } as unknown as LitElement,
      'finder',
      () => revealed++,
    );
    finder.hostConnected();
    await press(el, 'I want to be with someone');
    const spaces = [
      {name: '<img src=x>Lantern House', words: 'Open now until 9pm', phone: '0113 496 0000', open: () => opened++},
      {name: 'Mill Garden', words: 'Open now until 5pm', open: () => undefined},
    ];
    journey.set({openNow: () => ({words: 'These are near.', spaces})});
    await el.updateComplete;
    const notes = el.renderRoot.querySelector('.notes')!;
    expect(notes.textContent).to.contain('These are near.');
    expect([...notes.querySelectorAll('li')].map(item => item.textContent)).to.deep.equal([
      '<img src=x>Lantern HouseOpen now until 9pm.Call <img src=x>Lantern House: 0113 496 0000',
      'Mill GardenOpen now until 5pm.',
    ]);
    expect(notes.querySelector('a')?.getAttribute('href')).to.equal('tel:01134960000');
    await press(el, '<img src=x>Lantern House');
    expect(opened).to.equal(1);
    await expect(el).to.be.accessible();
    // None open: that is said, and the lines stay.
    journey.set({openNow: () => ({words: 'We know of no space.', spaces: []})});
    await el.updateComplete;
    expect(notes.textContent).to.contain('We know of no space.');
    expect(firstHrefs(el)).to.deep.equal(first.england);
    await expect(el).to.be.accessible();
    // Without a finder nothing is left of it.
    finder.hostDisconnected();
    await el.updateComplete;
    expect(notes.textContent).to.contain('We cannot show places on this page.');
    expect(notes.querySelector('li')).to.equal(null);
  });

  it('keeps a line open that a person opened when it changes places', async () => {
    const el = await render('england');
    lineOf(el, 'Samaritans').querySelector('details')!.open = true;
    await press(el, 'I do not want the police involved');
    expect(lineOf(el, 'Samaritans').querySelector('details')!.open).to.equal(true);
    expect(lineOf(el, 'NHS 111').querySelector('details')!.open).to.equal(false);
  });

  it("shows the host's own line, marked as local, even when the list is old, and only if a phone can dial it", async () => {
    clockShows('2027-04-01T12:00:00Z');
    const el = await render('england');
    el.setAttribute('local-name', 'Anytown night line');
    el.setAttribute('local-phone', '0808 157 0000');
    el.setAttribute('local-by', 'Anytown Council');
    await el.updateComplete;
    const local = lineOf(el, 'Anytown night line');
    expect(local.textContent).to.contain('Local to this area. Added by: Anytown Council.');
    expect(local.textContent).to.contain('We are not sure of the times. You can try. We do not know the cost.');
    expect(local.querySelector('a')?.getAttribute('href')).to.equal('tel:08081570000');
    expect(local.textContent).not.to.contain('The page we read');
    await expect(el).to.be.accessible();
    el.setAttribute('local-phone', 'javascript:alert(1)');
    await el.updateComplete;
    expect(words(el)).not.to.contain('Anytown');
  });

  it('prints a card that holds its numbers and nothing else of the page, and leaves nothing behind', async () => {
    const el = await render('england');
    for (const size of ['Print a small card', 'Print a page']) {
      const printed: string[] = [];
      const seen = new MutationObserver(([{addedNodes} = {addedNodes: []}]) => {
        for (const node of addedNodes) {
          const view = (node as HTMLIFrameElement).contentWindow!;
          printed.push(view.document.body.innerText, view.document.title);
          view.dispatchEvent(new Event('afterprint'));
        }
      });
      seen.observe(document.body, {childList: true});
      const realPrint = window.print;
      await press(el, size);
      await Promise.resolve();
      seen.disconnect();
      window.print = realPrint;
      const [text, title] = printed;
      expect(title).to.equal('People to turn to');
      for (const number of ['999', '111', '116 123', '85258']) expect(text).to.contain(number);
      expect(text).to.contain('Choose the mental health option');
      expect(text).to.contain('Someone I trust:');
      expect(text).to.contain('Numbers last checked: 21 November 2026');
      expect(text?.toLowerCase()).not.to.contain('crisis');
      expect(document.querySelector('body > iframe')).to.equal(null);
    }
  });

  it('is a banner with bigger numbers, 999 among them', async () => {
    const el = await fixture<CrisisSignpost>(
      html`<held-crisis-signpost nation="scotland" form="banner"></held-crisis-signpost>`,
    );
    expect(all(el, 'a').map(link => link.getAttribute('href'))).to.deep.equal([
      'tel:116123',
      'sms:85258?&body=SHOUT',
      'tel:999',
    ]);
    expect(el.renderRoot.querySelector('section')?.getAttribute('aria-label')).to.equal('Help for right now');
    await expect(el).to.be.accessible();
  });

  it('takes up a newer list, and no older one', async () => {
    const el = await render('england');
    const rows = '|||2026-12-20|A newer line|0808 157 0001|||||crisis-listening';
    el.takeList({checked: '2026-11-20', rows});
    await el.updateComplete;
    expect(words(el)).not.to.contain('A newer line');
    clockShows('2026-12-21T12:00:00Z');
    el.takeList({checked: '2026-12-20', rows});
    await el.updateComplete;
    expect(names(el)).to.deep.equal(['A newer line']);
    expect(words(el)).to.contain('This is a newer list. It was checked on: 20 December 2026');
  });

  it('forgets what a person chose when the page is left by the quick exit', async () => {
    const el = await render('england');
    await press(el, 'I do not want the police involved');
    await choose(el, 'wales');
    clearJourney();
    await el.updateComplete;
    expect(firstHrefs(el)).to.deep.equal(first.england);
    expect(all(el, '[aria-pressed=true]')).to.deep.equal([]);
  });

  it('cannot be taken from those who listen, or from the keyboard, by an attribute', async () => {
    const el = await render('england');
    for (const name of ['hidden', 'inert', 'aria-hidden']) {
      el.setAttribute(name, 'true');
      expect(el.hasAttribute(name), name).to.equal(false);
    }
    el.style.cssText =
      'display: none !important; opacity: 0 !important; font-size: 0; position: absolute; left: -9999px';
    expect(links(el)[0]?.checkVisibility({checkOpacity: true, checkVisibilityCSS: true})).to.equal(true);
    expect(links(el)[0]!.getBoundingClientRect().left).to.be.at.least(0);
  });

  it('leaves nothing running when it is taken off the page', async () => {
    const el = await render('england');
    el.remove();
    document.body.append(el);
    await el.updateComplete;
    expect(firstHrefs(el)).to.deep.equal(first.england);
    el.remove();
  });
});
