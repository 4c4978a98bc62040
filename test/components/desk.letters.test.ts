import {expect, waitUntil} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {
  waiting,
  complaint,
  reply,
  fake,
  all,
  page,
  button,
  shows,
  press,
  focused,
  sentTo,
  open,
} from '../support/desk-page.js';

describe('letters, groups and replies at the moderation desk', () => {
  it('decides on groups and replies', async () => {
    fake.answers['groups/space-2/decide'] = () => ({});
    fake.answers['replies/reply-1/decide'] = () => ({});
    const el = await open();
    all(el, '.queue .next')[1]!.click();
    await shows(el, 'Like no others: 8');
    // What was ticked is said in words, not as the directory keeps it.
    expect(page(el)).to.contain('Was there time for you too? Yes, mostly');
    expect(page(el)).to.not.contain('yes-mostly');
    await expect(el).to.be.accessible();
    await press(el, 'These are not from people who went');
    await shows(el, 'Waiting: 4');
    expect(sentTo('groups/space-2/decide')).to.deep.equal({version: 3, decision: 'not-genuine', clusters: ['c1']});
    all(el, '.queue .next')[3]!.click();
    await shows(el, 'We put in a door.');
    await expect(el).to.be.accessible();
    await press(el, 'Show the reply');
    await waitUntil(() => sentTo('replies/reply-1/decide'), 'it was never sent');
    expect(sentTo('replies/reply-1/decide')).to.deep.equal({decision: 'show'});
    await shows(el, 'It goes out with the next weekly update.');
  });

  it('says why a reply was sent back, until the space has been told', async () => {
    fake.queue = [{...reply, state: 'sent-back', note: 'It hints at who wrote.'}];
    fake.answers['replies/reply-1/close'] = () => ({});
    const el = await open();
    expect(page(el)).to.contain('Sent back to a space');
    all(el, '.queue .next')[0]!.click();
    await shows(el, 'It hints at who wrote.');
    await expect(el).to.be.accessible();
    await press(el, 'The space has been told. Delete it here');
    await shows(el, 'Saved');
    expect(sentTo('replies/reply-1/close')).to.deep.equal({});
  });

  it('hides the words of a complaint at once, and takes them down for a reason', async () => {
    fake.answers['complaints/complaint-1/hide'] = () => ({...complaint, version: 2, hidden: true});
    fake.answers['complaints/complaint-1/decide'] = () => ({});
    const el = await open();
    all(el, '.queue .next')[2]!.click();
    await shows(el, 'This is not true.');
    expect(page(el)).to.contain('Complaint, answer due: 24 November 2026, 10am');
    expect(page(el)).to.contain('Weekends do not count');
    await waitUntil(() => focused(el)?.id === 'heading', 'focus never came to the heading');
    expect(all<HTMLDetailsElement>(el, '#words')[0]!.open).to.be.false;
    await expect(el).to.be.accessible();
    await sendKeys({down: 'Alt'});
    await sendKeys({down: 'Shift'});
    await sendKeys({press: 'KeyO'});
    await sendKeys({up: 'Shift'});
    await sendKeys({up: 'Alt'});
    await waitUntil(() => all<HTMLDetailsElement>(el, '#words')[0]!.open, 'the key did not open the words');
    expect(page(el)).to.contain('Nobody came when (left out) fell.');
    await expect(el).to.be.accessible();
    await press(el, 'Hide the words while we look');
    await shows(el, 'The words are hidden.');
    expect(sentTo('complaints/complaint-1/hide')).to.deep.equal({version: 1});
    const reason = all<HTMLSelectElement>(el, '#reason')[0]!;
    expect(reason.value).to.equal('complaint');
    reason.value = 'private';
    reason.dispatchEvent(new Event('change', {bubbles: true}));
    await press(el, 'Take the words down');
    await shows(el, 'Saved');
    expect(sentTo('complaints/complaint-1/decide')).to.deep.equal({version: 2, decision: 'remove', reason: 'private'});
  });

  it('says what another moderator would do, and that two open a sealed contact', async () => {
    fake.answers['complaints/complaint-1'] = () => ({
      ...complaint,
      needs: 'second',
      proposed: {kind: 'remove', reason: 'private', by: 'Sam'},
      sealed: {by: ['Sam']},
    });
    fake.answers['complaints/complaint-1/sealed'] = () => ({
      ...complaint,
      sealed: {by: ['Sam', 'Robin'], contact: 'QUJD'},
    });
    const el = await open();
    all(el, '.queue .next')[2]!.click();
    await shows(el, 'Sam would take the words down.');
    await shows(el, 'Agreed so far: Sam');
    await press(el, 'Agree to open it');
    await shows(el, 'Whoever holds the key opens it on their own computer.');
    expect(all<HTMLTextAreaElement>(el, '#sealed')[0]!.value).to.equal('QUJD');
    await expect(el).to.be.accessible();
  });

  it('has nothing to decide on words that are gone', async () => {
    fake.answers['complaints/complaint-1'] = () => ({...waiting, gone: true, from: 'The manager', says: 'Not true.'});
    fake.answers['complaints/complaint-1/close'] = () => ({});
    const el = await open();
    all(el, '.queue .next')[2]!.click();
    await shows(el, 'Nothing is left to decide.');
    expect(button(el, 'Take the words down')).to.be.undefined;
    await expect(el).to.be.accessible();
    await press(el, 'Close this complaint');
    await shows(el, 'Saved');
  });

  it('enters a complaint about words that are shown, and goes straight to it', async () => {
    const el = await open();
    await press(el, 'Letters and emails');
    const name = all<HTMLInputElement>(el, '#name')[0]!;
    await expect(el).to.be.accessible();
    fake.answers['/services?per_page=20&search=nobody'] = () => ({contents: []});
    name.value = 'nobody';
    name.form!.requestSubmit();
    await shows(el, 'No space has this name.');
    fake.answers['/services?per_page=20&search=mill'] = () => ({
      contents: [{id: 'space-3', name: 'Mill Lane Group', organization: {name: 'Mill Lane'}}],
    });
    name.value = 'mill';
    name.form!.requestSubmit();
    fake.answers['shown?service=space-3'] = () => ({
      words: [complaint.quote],
      replies: [{id: 'r1', says: 'reply', text: 'Sorry about the noise.', month: '2026-10'}],
    });
    await press(el, 'Mill Lane Group');
    await shows(el, 'Which words?');
    expect(page(el)).to.contain('Sorry about the noise.');
    await expect(el).to.be.accessible();
    fake.answers['complaints'] = () => ({...complaint, address: true, hidden: true});
    all<HTMLInputElement>(el, 'input[name=item]')[0]!.click();
    all<HTMLInputElement>(el, '#from')[0]!.value = 'The manager';
    all<HTMLTextAreaElement>(el, '#says')[0]!.value = 'My address is in it.';
    all<HTMLInputElement>(el, '#received')[0]!.value = '2026-11-20T10:00';
    all<HTMLInputElement>(el, 'input[name=address]')[0]!.click();
    all<HTMLInputElement>(el, '#from')[0]!.form!.requestSubmit();
    await shows(el, 'A private address may be showing');
    expect(sentTo('complaints')).to.deep.equal({
      itemId: 'item-9',
      from: 'The manager',
      says: 'My address is in it.',
      received: new Date('2026-11-20T10:00').toISOString(),
      address: true,
    });
  });

  it('enters what a space wrote, and takes down what it wrote before', async () => {
    fake.answers['/services?per_page=20&search=mill'] = () => ({contents: [{id: 'space-3', name: 'Mill Lane Group'}]});
    fake.answers['shown?service=space-3'] = () => ({
      words: [],
      replies: [{id: 'r1', says: 'reply', text: 'Sorry about the noise.', month: '2026-10'}],
    });
    fake.answers['replies/r1/remove'] = () => ({});
    fake.answers['replies'] = () => ({});
    const el = await open();
    await press(el, 'Letters and emails');
    all<HTMLInputElement>(el, '#name')[0]!.value = 'mill';
    all<HTMLInputElement>(el, '#name')[0]!.form!.requestSubmit();
    await press(el, 'Mill Lane Group');
    await shows(el, 'No words about this space are shown.');
    fake.answers['shown?service=space-3'] = () => ({words: [], replies: []});
    await press(el, 'Take it down now');
    await waitUntil(() => !page(el).includes('Sorry about the noise.'), 'it was still there');
    all<HTMLSelectElement>(el, '#kind')[0]!.value = 'changed';
    all<HTMLTextAreaElement>(el, '#text')[0]!.value = 'We put in a door.';
    all<HTMLTextAreaElement>(el, '#text')[0]!.form!.requestSubmit();
    await shows(el, 'Saved');
    expect(sentTo('replies')).to.deep.equal({serviceId: 'space-3', says: 'changed', text: 'We put in a door.'});
  });
});
