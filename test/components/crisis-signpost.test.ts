import {expect, fixture, html} from '@open-wc/testing';
import {crisisChecked} from '@held-spaces/domain/generated/crisis-contacts';
import {nations} from '@held-spaces/domain/vocabularies';
import {
  all,
  choose,
  clockShows,
  first,
  firstHrefs,
  hrefs,
  journey,
  lineOf,
  links,
  names,
  render,
  standStill,
  words,
} from '../support/signpost.js';

describe('the lines of <held-crisis-signpost>', () => {
  standStill();

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
});
