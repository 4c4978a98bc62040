/** What is said of one space once it is opened: all that is known, and what to ask where nothing is. */
import {expect} from '@open-wc/testing';
import {sendKeys, setViewport} from '@web/test-runner-commands';
import type {SpaceFinder} from '../../src/components/space-finder/space-finder.js';
import {
  all,
  at,
  directoryOf,
  failing,
  focused,
  found,
  hasCrisisNumbers,
  held,
  isFocusOn,
  one,
  open,
  option,
  page,
  press,
  shows,
  space,
  words,
  type DirectorySetup,
} from '../support/finder.js';

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** A made-up space that has told us everything. */
const told = space({
  name: 'Told House',
  kinds: ['crisis-cafe'],
  ...at(53.821, -1.57, 'Headingley'),
  contact: {
    phone: '0113 496 0000',
    text: {number: '85258', keyword: 'TOLD'},
    email: 'hello@told.example',
    website: 'https://told.example/',
  },
  schedules: [{freq: 'WEEKLY', byday: ['MO'], opensAt: '18:00', closesAt: '23:00'}],
  events: [
    {name: 'Quiet evening', dtstart: inDays(5), opensAt: '18:00', closesAt: '20:00'},
    {name: 'Over and gone', dtstart: '2020-01-01'},
  ],
  cost: {kind: 'free'},
  waysIn: ['drop-in'],
  audiences: ['adults'],
  languages: ['en', 'pa'],
  access: ['A bell by the ramp'],
  accessFeatures: ['step-free', 'quiet'],
  approaches: ['peer-led', 'open'],
  exclusions: [{id: 'drink-drugs', words: 'it keeps the evening calm'}, {words: 'People from out of town'}],
  continuity: {terms: ['back-limit', 'follow-up'], limit: 'three times', wait: {kind: 'stated', words: 'about a week'}},
  arrival: {door: 'Ring the bell.', first: 'Somebody offers tea.', who: 'Two volunteers.'},
  stages: {declared: ['extreme-times'], suggested: []},
  disclosure: {answers: {police: 'sometimes', leave: 'yes'}, words: 'We may call the police.'},
});
const silent = space({name: 'Silent House', ...at(53.822, -1.571)});
const hidden = space({
  name: 'Hidden House',
  location: {point: {latitude: 53.82, longitude: -1.57}, precision: 'area', area: 'Headingley'},
  contact: {website: 'https://hidden.example/'},
});

async function opened(name: string, options: DirectorySetup = {}): Promise<SpaceFinder> {
  const el = await found(directoryOf([told, silent, hidden], {name: 'test'}, options), 3);
  await open(el, name);
  await shows(el, 'This comes from: test');
  return el;
}
const row = (el: SpaceFinder, term: string) =>
  words(all(el, 'dt').find(each => words(each) === term)?.nextElementSibling);
const questions = (el: SpaceFinder) => all(el, '.asks li').map(words);

describe('a space that is opened', () => {
  it('says how to get in, how long the wait is, and whom it cannot take and why', async () => {
    const el = await opened('Told House');
    expect(row(el, 'How to get in')).to.equal('Drop in, no need to book');
    expect(row(el, 'How long is the wait?')).to.equal('They say: about a week');
    const cannotTake = row(el, 'Who they cannot take');
    expect(cannotTake).to.contain('People who have had drink or drugs that day. Why: it keeps the evening calm');
    expect(cannotTake).to.contain('People from out of town');
    expect(cannotTake).to.contain('If this leaves you out, here are others. It is not about you.');
    await expect(el).to.be.accessible();
  });

  it('says what happens there, whether one can leave and come back, and what comes after', async () => {
    const el = await opened('Told House');
    expect(row(el, 'At the door')).to.equal('Ring the bell.');
    expect(row(el, 'The first five minutes')).to.equal('Somebody offers tea.');
    expect(row(el, 'Who you will meet')).to.equal('Two volunteers.');
    expect(row(el, 'Can you leave when you want?')).to.equal('Yes. They say you can leave when you want.');
    expect(row(el, 'Can you come back?')).to.equal('Yes, with a limit: three times');
    expect(row(el, 'Will they get in touch after?')).to.equal('Yes, if you want them to');
    hasCrisisNumbers(el);
  });

  it('says how one can get around, in which languages, and how it sees distress in its own words', async () => {
    const el = await opened('Told House');
    expect(row(el, 'Access')).to.equal('No steps, quiet room. A bell by the ramp');
    expect(row(el, 'Languages')).to.equal('English, Punjabi');
    expect(page(el)).to.contain('Led by people who have been through it, open to any meaning');
    expect(page(el)).to.contain('They chose these words. We have not checked them.');
  });

  it('says what is on by date, and nothing of what is over', async () => {
    const el = await opened('Told House');
    expect(row(el, 'Dates and events')).to.match(/^Quiet evening\. Next on \d+ \w+ \d{4}, 6pm to 8pm$/);
    expect(page(el)).to.not.contain('Over and gone');
  });

  it('asks nothing that is known', async () => {
    expect(questions(await opened('Told House'))).to.be.empty;
  });

  it('turns what nobody has told us into questions, and never into a no', async () => {
    const el = await opened('Silent House');
    expect(questions(el)).to.deep.equal([
      'How do I get in?',
      'When are you open?',
      'What happens when I arrive?',
      'How long might I wait?',
      'Can I leave when I want?',
      'Can I come back?',
      'Who is it for?',
      'Is there anyone you cannot take?',
      'Is it step-free?',
      'Which languages do you speak?',
      'What does it cost?',
    ]);
    expect(page(el)).to.contain("You can ask: 'Who might you tell, and when?'");
    expect(page(el)).to.contain('They have not told us.');
    expect(page(el)).to.contain('We have no way to reach them.');
    expect(all(el, 'dd').map(words).join()).to.not.match(/\b(?:no|not|closed|free)\b/i);
    await expect(el).to.be.accessible();
  });

  it('gives every way to reach it as a link of its own kind', async () => {
    const el = await opened('Told House');
    const links = all<HTMLAnchorElement>(el, '.actions a').map(({href}) => href);
    expect(links).to.include.members([
      'tel:01134960000',
      'sms:85258?&body=TOLD',
      'mailto:hello@told.example',
      'https://told.example/',
    ]);
    const directions = all<HTMLAnchorElement>(el, 'a').find(each => words(each) === 'Get directions')!;
    expect(directions.href).to.equal('https://www.openstreetmap.org/search?query=1%20Mill%20Lane%2C%20Headingley');
    expect(directions.referrerPolicy).to.equal('no-referrer');
  });

  it('says that an address is private, and sends nobody there', async () => {
    const el = await opened('Hidden House');
    expect(page(el)).to.contain('The address is private, to keep people safe.');
    expect(page(el)).to.contain('We have no way to reach them. Their website may have one.');
    expect(page(el)).to.not.contain('Get directions');
  });

  it('leads back to the others where it cannot take somebody', async () => {
    const el = await opened('Told House');
    all(el, 'dd button')[0]!.click();
    await shows(el, 'Spaces found: 3');
  });

  it('keeps somebody who tabs on before the rest has come, and leads them on when it has', async () => {
    const directory = directoryOf([told]);
    const el = await found(directory, 1);
    const {answer, letGo} = held(/json$/);
    directory.answer = answer;
    await open(el, 'Told House');
    await isFocusOn(el, '#space-title');
    await sendKeys({press: 'Tab'});
    expect(words(focused(el))).to.equal('Looking for more about this space');
    await expect(el).to.be.accessible();
    await sendKeys({press: 'Shift+Tab'});
    expect(words(focused(el))).to.equal('Back to the list');
    await sendKeys({press: 'Tab'});
    letGo();
    await shows(el, 'This comes from: test');
    expect(page(el)).to.not.contain('Looking for more about this space');
    await sendKeys({press: 'Tab'});
    await isFocusOn(el, 'a[href="tel:01134960000"]');
  });

  it('leads them on as well where the rest cannot be had, and leaves who has not moved at its name', async () => {
    const directory = directoryOf([told]);
    const el = await found(directory, 1);
    const {answer, letGo} = held(/json$/);
    directory.answer = async (url, next) => {
      await answer(url, next);
      return failing(url, next);
    };
    await open(el, 'Told House');
    await isFocusOn(el, '#space-title');
    await sendKeys({press: 'Tab'});
    letGo();
    await shows(el, 'We could not get more about this space. Here is what we have.');
    expect(focused(el)?.role).to.equal('status');
    await sendKeys({press: 'Tab'});
    await isFocusOn(el, 'a[href="tel:01134960000"]');
    await press(el, 'Back to the list');
    directory.answer = (_, next) => next();
    await open(el, 'Told House');
    await shows(el, 'This comes from: test');
    expect(focused(el)?.id).to.equal('space-title');
  });

  it('can be read in a narrow column', async () => {
    await setViewport({width: 340, height: 800});
    const el = await opened('Told House');
    await expect(el).to.be.accessible();
    expect(one(el, '.held').scrollWidth).to.be.at.most(one(el, '.held').clientWidth);
    await setViewport({width: 1100, height: 900});
  });
});

describe('telling that something is wrong', () => {
  const link = (el: SpaceFinder) =>
    all<HTMLAnchorElement>(el, '.wrong a').map(each => ({words: words(each), href: each.href}))[0];

  it('writes an email to the keepers of the list, with the id of the space as its subject', async () => {
    const el = await opened('Told House', {corrections: 'put-right@list.example'});
    one(el, '.wrong summary').click();
    await shows(el, 'Please leave out your name and your story.');
    expect(link(el)!.href).to.equal(`mailto:put-right@list.example?subject=${told.id}`);
    option(el, 'The times are wrong').click();
    await el.updateComplete;
    expect(link(el)!.href).to.equal(
      `mailto:put-right@list.example?subject=${told.id}&body=The%20times%20are%20wrong.%0A`,
    );
    expect(page(el)).to.contain('Your email will show your address to them.');
    await expect(el).to.be.accessible();
  });

  it('answers somebody who did not feel safe with the form', async () => {
    const el = await opened('Told House', {corrections: 'put-right@list.example'});
    one(el, '.wrong summary').click();
    option(el, 'It did not feel safe there').click();
    await shows(el, 'We are sorry. You can say how it was for you, with no name.');
  });

  it('leads to a page of the keepers where they have one', async () => {
    const el = await opened('Told House', {corrections: 'https://list.example/wrong'});
    expect(link(el)).to.deep.equal({words: 'Tell them on their website', href: 'https://list.example/wrong'});
  });

  it('says so where nobody has said how', async () => {
    const el = await opened('Told House');
    one(el, '.wrong summary').click();
    await shows(el, 'The people who keep this list have not said how to tell them.');
    expect(link(el)).to.equal(undefined);
    await press(el, 'Back to the list');
  });

  it('makes no link of a directory that names something else', async () => {
    const el = await opened('Told House', {corrections: 'javascript:alert(1)'});
    expect(link(el)).to.equal(undefined);
  });
});
