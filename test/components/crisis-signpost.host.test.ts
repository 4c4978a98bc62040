import {expect, fixture, html} from '@open-wc/testing';
import type {CrisisSignpost} from '../../src/components/crisis-signpost/crisis-signpost.js';
import {
  all,
  choose,
  clockShows,
  first,
  firstHrefs,
  journey,
  lineOf,
  links,
  press,
  render,
  standStill,
  words,
} from '../support/signpost.js';

describe('<held-crisis-signpost> on the page of a host', () => {
  standStill();

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
    // Markup, as a host pastes it into the page.
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
    // Read here so that nothing may ever write there.
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
    const realFormat = Object.getOwnPropertyDescriptor(Date.prototype, 'toLocaleString')!;
    Date.prototype.toLocaleString = () => {
      throw new RangeError('no zone');
    };
    try {
      const el = await fixture<CrisisSignpost>(
        html`<held-crisis-signpost nation="england"><a href="tel:116123">116 123</a></held-crisis-signpost>`,
      );
      expect(el.renderRoot.querySelector('slot')?.assignedElements()[0]?.textContent).to.equal('116 123');
    } finally {
      Object.defineProperty(Date.prototype, 'toLocaleString', realFormat);
    }
  });

  it('cannot be hidden by an attribute', async () => {
    const el = await render('england');
    el.hidden = true;
    expect(links(el)[0]?.checkVisibility()).to.equal(true);
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
