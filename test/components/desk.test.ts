import {expect, waitUntil} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {
  words,
  fake,
  Refused,
  all,
  text,
  page,
  shows,
  press,
  focused,
  sentTo,
  open,
  openItem,
  openWords,
} from '../support/desk-page.js';

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
    fake.queue = [];
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
    fake.answers['items/item-1/decide'] = () => ({...words, version: 2, state: 'two-needed'});
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
    await waitUntil(() => fake.asked.some(each => each.path === 'items/item-1/return'), 'it was never given back');
    await expect(el).to.be.accessible();
  });

  it('says what went wrong, and changes nothing', async () => {
    const el = await openWords();
    await press(el, 'Show as it is');
    fake.answers['items/item-1/decide'] = () => new Refused(404, 'not-found');
    await press(el, 'Save');
    await shows(el, 'The writer has taken this back. It is deleted.');
    await expect(el).to.be.accessible();
  });
});
