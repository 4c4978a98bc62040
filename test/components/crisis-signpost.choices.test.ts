import {expect} from '@open-wc/testing';
import {clearJourney} from '../../src/controllers/journey.js';
import {
  all,
  choose,
  fakeFinder,
  first,
  firstHrefs,
  journey,
  lineOf,
  names,
  press,
  render,
  standStill,
  words,
} from '../support/signpost.js';

describe('what a person can do now, in <held-crisis-signpost>', () => {
  standStill();

  it('tells a holder that the lines are for them too', async () => {
    const el = await render('england');
    const both = 'You can use these for someone else, and for yourself.';
    expect(words(el).includes(both)).to.equal(false);
    journey.set({role: 'holder'});
    await el.updateComplete;
    expect(words(el).includes(both)).to.equal(true);
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
    const finder = fakeFinder(() => revealed++);
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
    const finder = fakeFinder(() => revealed++);
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

  it('forgets what a person chose when the page is left by the quick exit', async () => {
    const el = await render('england');
    await press(el, 'I do not want the police involved');
    await choose(el, 'wales');
    clearJourney();
    await el.updateComplete;
    expect(firstHrefs(el)).to.deep.equal(first.england);
    expect(all(el, '[aria-pressed=true]')).to.deep.equal([]);
  });
});
