import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import type {HeldDesk} from '../../server/desk/desk-app.js';
import {
  fake,
  Refused,
  inAnHour,
  all,
  text,
  page,
  button,
  shows,
  press,
  focused,
  sentTo,
  open,
  openWords,
} from '../support/desk-page.js';

describe('whoever sits at the moderation desk', () => {
  it('keeps what was chosen when the session ends, with the words out of sight until somebody is back', async () => {
    const el = await openWords();
    await press(el, 'Show as it is');
    fake.answers['items/item-1/decide'] = () => new Refused(401, 'desk-sign-in');
    await press(el, 'Save');
    await shows(el, 'You were signed out. Your last choice was kept.');
    expect(all(el, 'held-desk-item')[0]!.checkVisibility()).to.be.false;
    await expect(el).to.be.accessible();
    await press(el, 'Sign in with your passkey');
    await shows(el, 'We could not sign you in.');
    await expect(el).to.be.accessible();
  });

  it('says that the session ends soon, and stays signed in', async () => {
    fake.session = {...fake.session!, ends: new Date(Date.now() + 1000).toISOString()};
    const el = await open();
    await shows(el, 'You will be signed out soon. Nothing is lost.');
    fake.answers['session/stay'] = () => ({...fake.session, ends: inAnHour()});
    await press(el, 'Stay signed in');
    await waitUntil(() => !page(el).includes('You will be signed out soon'), 'the warning stayed');
  });

  it('offers a break to whoever has read for a while, once, and keeps them from nothing', async () => {
    fake.session = {...fake.session!, breakAfter: 0.001};
    const el = await openWords();
    await shows(el, 'You have been reading for a while. Would you like a break?');
    expect(page(el)).to.contain('They made me tea.');
    expect(text(focused(el) ?? undefined)).to.not.contain('Not now');
    await expect(el).to.be.accessible();
    await press(el, 'Stop now and close everything');
    await waitUntil(() => !page(el).includes('Would you like a break?'), 'it was asked on and on');
    expect(page(el)).to.contain('It is closed.');
  });

  it('asks again only after as long, or never, as the moderator says', async () => {
    fake.session = {...fake.session!, breakAfter: 0.001};
    const el = await openWords();
    await shows(el, 'Would you like a break?');
    fake.session = {...fake.session, breakAfter: 40};
    fake.answers['session/break'] = () => fake.session;
    await press(el, 'Words to read');
    await shows(el, 'Waiting: 4');
    const setting = all<HTMLSelectElement>(el, '#break')[0]!;
    expect([...setting.options].map(each => text(each))).to.deep.equal([
      '20 minutes',
      '40 minutes',
      '60 minutes',
      'Never',
    ]);
    setting.value = '40';
    setting.dispatchEvent(new Event('change'));
    await waitUntil(() => !page(el).includes('Would you like a break?'), 'it was asked on and on');
    expect(sentTo('session/break')).to.deep.equal({minutes: 40});
  });

  it('goes on where a break is not wanted now', async () => {
    fake.session = {...fake.session!, breakAfter: 0.001};
    const el = await openWords();
    await shows(el, 'Would you like a break?');
    el.session = {...fake.session, breakAfter: 40};
    await press(el, 'Not now');
    expect(page(el)).to.not.contain('Would you like a break?');
    expect(page(el)).to.contain('They made me tea.');
    expect(focused(el)?.id).to.equal('stop');
  });

  it('shows the next update and the log', async () => {
    const el = await open();
    await press(el, 'Next weekly update');
    await shows(el, 'Goes out on: Friday, 27 November 2026');
    expect(page(el)).to.contain('Spaces with new numbers: 3');
    expect(page(el)).to.contain('Numbers kept hidden to protect people: 12');
    await expect(el).to.be.accessible();
    await press(el, 'Log');
    await shows(el, 'The log is whole.');
    expect(page(el)).to.contain('Robin. Did not let words through (item-1). They threaten someone.');
    await expect(el).to.be.accessible();
  });

  it('lets a lead see who moderates and remove somebody else, and shows that to nobody else', async () => {
    const el = await open();
    await press(el, 'Moderators');
    await shows(el, 'This is you');
    await expect(el).to.be.accessible();
    all(el, 'summary')[0]!.click();
    await press(el, 'Yes, remove: Sam');
    await waitUntil(() => sentTo('moderators/m2/remove'), 'it was never sent');
    fake.session = {...fake.session!, moderator: {id: 'm2', name: 'Sam', role: 'moderator'}};
    const other = await open();
    expect(button(other, 'Moderators')).to.be.undefined;
  });

  it('speaks Welsh on a press, in every part, and English again', async () => {
    const el = await open();
    await press(el, 'Cymraeg');
    await shows(el, "Geiriau i'w darllen");
    expect(document.documentElement.lang).to.equal('cy');
    expect(page(el)).to.contain('Cwyn, ateb erbyn: 24 Tachwedd 2026, 10am');
    expect(page(el)).to.contain('Nodyn cynnwys: Grym, neu gael eich cadw i mewn');
    expect(page(el)).to.contain('Nid oes siaradwr Cymraeg wedi gwirio');
    await expect(el).to.be.accessible();
    await press(el, 'Cofnod');
    await shows(el, "Mae'r cofnod yn gyfan.");
    all(el, 'nav button')[0]!.click();
    await shows(el, 'Yn aros: 4');
    all(el, '.queue .next')[0]!.click();
    await press(el, 'Agor y geiriau');
    await shows(el, 'Dangos fel y mae');
    expect(page(el)).to.not.match(/Show as it is|Open the words|Ticks are counted/);
    await press(el, 'English');
    await shows(el, 'Show as it is');
    expect(document.documentElement.lang).to.equal('en-GB');
    expect(page(el)).to.not.contain('Nid oes siaradwr');
  });

  it('fits a narrow phone, in every part', async () => {
    await setViewport({width: 320, height: 640});
    const fits = () => expect(document.documentElement.scrollWidth).to.be.at.most(320);
    const el = await openWords();
    await press(el, 'Leave out some words');
    await shows(el, 'Only take out.');
    fits();
    for (const [name, said] of [
      ['Next weekly update', 'Goes out on'],
      ['Letters and emails', 'Name of the space'],
      ['Moderators', 'This is you'],
      ['Log', 'The log is whole.'],
      ['Words to read', 'Waiting: 4'],
    ] as const) {
      await press(el, name);
      await shows(el, said);
      fits();
    }
    all(el, '.queue .next')[2]!.click();
    await shows(el, 'This is not true.');
    fits();
    await setViewport({width: 800, height: 600});
  });

  it('sets up a passkey from a one-use link, which does not stay in the address', async () => {
    history.replaceState(null, '', '#invite=secret-1');
    fake.session = undefined;
    const el = await fixture<HeldDesk>(html`<held-desk></held-desk>`);
    await shows(el, 'Set up your passkey');
    expect(location.hash).to.equal('');
    await expect(el).to.be.accessible();
    fake.answers['enrol/options'] = () => new Refused(404, 'invitation');
    all<HTMLInputElement>(el, '#name')[0]!.value = 'Robin';
    all<HTMLFormElement>(el, 'form')[0]!.requestSubmit();
    await shows(el, 'This link was used before, or is too old.');
    expect(sentTo('enrol/options')).to.deep.equal({invitation: 'secret-1'});
  });
});
