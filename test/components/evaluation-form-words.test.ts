import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {clearJourney} from '../../src/controllers/journey.js';
import type {EvaluationForm} from '../../src/components/evaluation-form/evaluation-form.js';
import {
  agree,
  all,
  button,
  code,
  directory,
  fake,
  json,
  lightWork,
  one,
  onePage,
  page,
  press,
  problem,
  says,
  shows,
  spaceId,
  stored,
  type,
  words as text,
} from '../support/form.js';

const OwnWorker = window.Worker;

afterEach(() => {
  window.Worker = OwnWorker;
  clearJourney();
});

const preview = async (el: EvaluationForm, words: string) => {
  await type(el, '#words', words);
  await press(el, 'See what I will send');
  await agree(el);
};

describe('words in <held-evaluation-form>', () => {
  it('are optional, shown as everybody will see them, and sent with the writer’s note', async () => {
    const el = await onePage();
    await type(el, '#words', '  They made me tea.\r\n\r\n\r\n\r\nNobody rushed me.  ');
    await waitUntil(() => one(el, '[name=noted]'), 'nobody was asked for a note', {timeout: 4000});
    one<HTMLInputElement>(el, '[name=noted][value=yes]').click();
    await el.updateComplete;
    one<HTMLInputElement>(el, '[name=topic][value=force]').click();
    await el.updateComplete;
    await expect(el).to.be.accessible();
    await press(el, 'See what I will send');
    expect(page(el)).to.contain('Your words, after a trained person has read them.');
    expect(page(el)).to.contain('This is about: Force, or being kept in. You can choose not to read it.');
    expect(one(el, '.quote').textContent).to.equal('They made me tea.\n\nNobody rushed me.');
    one<HTMLInputElement>(el, '[name=agree]').click();
    await el.updateComplete;
    await expect(el).to.be.accessible();
    await press(el, 'Send');
    await shows(el, 'Thank you. We have it.');
    expect(page(el)).to.contain('A trained person will read your words first.');
    const {body} = fake.sent[0]!;
    expect(body.words).to.equal('They made me tea.\n\nNobody rushed me.');
    expect(body.contentNote).to.deep.equal(['force']);
    expect(body).to.not.have.property('sealedContact');
  });

  it('may hold a name: the hint says so gently, speaks once, and stops nobody', async () => {
    const el = await onePage();
    await type(el, '#words', 'They made me tea. Sam stayed with me, at Lantern House.');
    await shows(el, 'This may be a name: Sam');
    expect(page(el)).to.contain('Only this page looked at your words to tell you this.');
    expect(page(el)).to.not.contain('This may be a name: Lantern');
    await waitUntil(() => text(one(el, '[role=status]')) === 'You may want to look at this again', 'was never said', {
      timeout: 3000,
    });
    await expect(el).to.be.accessible();
    await preview(el, 'They made me tea. Sam stayed with me.');
    expect(page(el)).to.contain('This may be a name: Sam');
    await press(el, 'Send');
    await shows(el, 'Thank you. We have it.');
    expect(fake.sent[0]!.body.words).to.contain('Sam');
  });

  it('are never looked at for danger: the way to a person is beside the box, whatever is written', async () => {
    const el = await onePage();
    const before = all(el, 'a, button').map(text);
    expect(before).to.include('Nobody reads this now. Need someone? These people can answer.');
    await type(el, '#words', 'i wanted to die and i took an overdose');
    expect(one(el, '.hints')).to.not.exist;
    expect(all(el, 'a, button').map(text)).to.deep.equal(before);
  });

  it('that are too long are said to be, and nothing of them is cut off', async () => {
    const el = await onePage();
    await preview(el, 'a'.repeat(2003));
    await press(el, 'Send');
    await shows(el, 'This is too long by this many letters: 3');
    expect(fake.sent).to.be.empty;
    one<HTMLAnchorElement>(el, '#lacks a').click();
    await el.updateComplete;
    expect(one<HTMLTextAreaElement>(el, '#words').value).to.have.lengthOf(2003);
    await expect(el).to.be.accessible();
  });

  it('can be taken back alone, with the ticks left', async () => {
    const el = await onePage();
    fake.answer = () => json({withdrawn: true});
    one(el, '.take-back summary').click();
    await type(el, '#code', code);
    await press(el, 'Next');
    await waitUntil(() => button(el, 'Delete my words, keep my ticks'), 'it was never offered');
    await press(el, 'Delete my words, keep my ticks');
    await shows(el, 'Your words are deleted. Your ticks stay.');
    expect(fake.sent.map(({body}) => body)).to.deep.equal([{code, only: 'words'}]);
  });

  it('fit a narrow phone', async () => {
    await setViewport({width: 320, height: 640});
    const el = await onePage();
    await type(el, '#words', `Ring 0113 496 0000. ${'long'.repeat(40)}`);
    await shows(el, 'This may be a phone number');
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    await setViewport({width: 800, height: 600});
  });
});

describe('where nobody reads words', () => {
  const noWords = async () => {
    const el = await fixture<EvaluationForm>(
      html`<held-evaluation-form
        directory=${directory}
        space=${spaceId}
        space-name="Lantern House"
        post-to="FREEPOST LANTERNS"
      ></held-evaluation-form>`,
    );
    const before = page(el);
    await press(el, 'Start');
    await shows(el, 'Part 1 of 12');
    return {el, before};
  };

  it('nothing is asked before a person starts, and no reader is promised before one is known of', async () => {
    says({words: false});
    const {el, before} = await noWords();
    expect(before).to.not.contain('a trained person');
    expect(fake.asked).to.equal(1);
    expect(el).to.exist;
  });

  it('asks for none, promises no reader, and keeps them out of the preview, the paper and the whole page', async () => {
    says({words: false});
    const {el} = await noWords();
    one<HTMLInputElement>(el, '[name="time.heard"]').click();
    await el.updateComplete;
    await press(el, 'See what I will send');
    await press(el, 'Back');
    await shows(el, 'Part 12 of 12');
    await press(el, 'All on one page');
    expect(one(el, '#words')).to.not.exist;
    for (const words of ['a trained person', 'your words', 'Your words']) expect(page(el)).to.not.contain(words);
    expect(page(el)).to.contain('We keep your answers, the season you went, and the month you sent it.');
    await expect(el).to.be.accessible();
    await press(el, 'See what I will send');
    one<HTMLInputElement>(el, '[name=agree]').click();
    await el.updateComplete;
    await press(el, 'Send');
    await shows(el, 'Thank you. We have it.');
    expect(fake.sent[0]!.body).to.not.have.property('words');
  });

  it('is the same with a directory that says nothing of words, or has nothing to give', async () => {
    says({words: undefined});
    const {el} = await noWords();
    expect(page(el)).to.contain('Part 1 of 12');
  });

  it('keeps words that were written where the directory takes them no more, and says what can be done', async () => {
    const el = await onePage();
    await preview(el, 'They were kind.');
    one<HTMLInputElement>(el, '[name="agree"]').focus();
    fake.answer = () => problem('words-off', 403);
    await press(el, 'Send');
    await shows(el, 'This list takes no words now. Take yours out, and you can send your ticks.');
    expect(one(el, '.quote').textContent).to.equal('They were kind.');
    await expect(el).to.be.accessible();
    await press(el, 'Change this');
    one<HTMLInputElement>(el, '[name="time.heard"]').click();
    await type(el, '#words', '');
    await waitUntil(() => !one(el, '#words'), 'the words stayed', {timeout: 4000});
    fake.answer = stored;
    await press(el, 'See what I will send');
    await press(el, 'Try again');
    await shows(el, 'Thank you. We have it.');
    expect(fake.sent.at(-1)!.body).to.not.have.property('words');
  });

  it('offers them once the device is back online, to whoever started without a connection', async () => {
    const online = window.fetch;
    window.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    Object.defineProperty(navigator, 'onLine', {configurable: true, get: () => false});
    window.dispatchEvent(new Event('offline'));
    const {el} = await noWords();
    delete (navigator as {onLine?: boolean}).onLine;
    window.fetch = online;
    window.dispatchEvent(new Event('online'));
    await shows(el, 'Part 1 of 13');
  });
});

describe('a sealed contact', () => {
  it('is offered only where the directory has a key, and leaves the page so that only that key opens it', async () => {
    const keys = (await crypto.subtle.generateKey(
      {name: 'RSA-OAEP', hash: 'SHA-256', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1])},
      true,
      ['encrypt', 'decrypt'],
    )) as CryptoKeyPair;
    says({sealTo: await crypto.subtle.exportKey('jwk', keys.publicKey)});
    const el = await onePage();
    await type(el, '#words', 'They were kind.');
    await type(el, '#contact', 'me@example.org');
    await expect(el).to.be.accessible();
    await press(el, 'See what I will send');
    expect(page(el)).to.contain('Your way to be reached, locked');
    one<HTMLInputElement>(el, '[name=agree]').click();
    fake.answer = () => problem('store-unavailable', 503);
    await press(el, 'Send');
    await shows(el, 'It has not been sent');
    fake.answer = stored;
    await press(el, 'Try again');
    await shows(el, 'Thank you. We have it.');
    const sealed = fake.sent.map(({body}) => body.sealedContact);
    // Sealed anew it would be another evaluation.
    expect(sealed[1]).to.equal(sealed[0]);
    expect(JSON.stringify(fake.sent)).to.not.contain('example.org');
    const bytes = Uint8Array.from(atob(sealed[0]!.replace(/-/g, '+').replace(/_/g, '/')), each => each.charCodeAt(0));
    const opened = await crypto.subtle.decrypt({name: 'RSA-OAEP'}, keys.privateKey, bytes);
    expect(new TextDecoder().decode(opened)).to.equal('me@example.org');
  });
});

describe('against flooding', () => {
  it('asks for the token once, when the questions are opened, and sends it with the work done', async () => {
    const el = await onePage();
    expect(fake.asked).to.equal(1);
    await preview(el, 'They were kind.');
    expect(fake.asked).to.equal(1);
    await press(el, 'Send');
    await shows(el, 'Thank you. We have it.');
    const {token, proof} = fake.sent[0]!.body;
    expect(token).to.equal('token-1');
    expect(proof!.derivedKey).to.match(/^0[0-9a-f]{63}$/);
  });

  it('does the work on the page where the host allows no worker', async () => {
    window.Worker = function () {
      throw new DOMException('Refused by the content security policy', 'SecurityError');
    } as unknown as typeof Worker;
    const el = await onePage();
    await preview(el, 'They were kind.');
    await press(el, 'Send');
    await shows(el, 'Thank you. We have it.');
    expect(fake.sent[0]!.body.proof).to.exist;
  });

  it('says what it waits for, with no puzzle, and lets the person stop with everything kept', async () => {
    says({challenge: {parameters: {...lightWork.parameters, keyPrefix: 'f'.repeat(20), cost: 1000}}});
    const el = await onePage();
    await preview(el, 'They were kind.');
    await waitUntil(() => fake.asked === 1, 'no token was asked for');
    await press(el, 'Send');
    await shows(el, 'Checking that this is not a machine. There is no puzzle.');
    await expect(el).to.be.accessible();
    await press(el, 'Stop, and keep my answers here');
    await waitUntil(() => text(button(el, 'Send')) === 'Send', 'it never stopped');
    expect(fake.sent).to.be.empty;
    expect(one(el, '.quote').textContent).to.equal('They were kind.');
    says({});
    await press(el, 'Send');
    await shows(el, 'Thank you. We have it.');
  });

  it('makes good a token that was too old without troubling anybody, under the same key', async () => {
    const el = await onePage();
    await preview(el, 'They were kind.');
    fake.answer = () => (fake.sent.length === 1 ? problem('token-expired', 403) : stored(''));
    await press(el, 'Send');
    await shows(el, 'Thank you. We have it.');
    expect(fake.sent.map(({body}) => body.token)).to.deep.equal(['token-1', 'token-2']);
    expect(fake.sent[1]!.key).to.equal(fake.sent[0]!.key);
  });

  it('keeps the answers where the directory goes on refusing, and says that they can be sent again', async () => {
    const el = await onePage();
    await preview(el, 'They were kind.');
    fake.answer = () => problem('token-used', 409);
    await press(el, 'Send');
    await shows(el, 'This page was open for a long time. Try again and it will go.');
    expect(fake.sent).to.have.lengthOf(2);
    expect(button(el, 'Try again')).to.exist;
  });
});

describe('leaving', () => {
  it('forgets everything at the quick exit, the field of words and the code included', async () => {
    const el = await onePage();
    await type(el, '#words', 'They were kind.');
    one<HTMLInputElement>(el, '[name="time.heard"]').click();
    one(el, '.take-back summary').click();
    await type(el, '#code', code);
    clearJourney();
    await el.updateComplete;
    expect(one<HTMLTextAreaElement>(el, '#words').value).to.equal('');
    expect(one<HTMLInputElement>(el, '#code').value).to.equal('');
    expect(all(el, 'input:checked:not([name=role])')).to.be.empty;
  });
});
