import type {Space} from '@held-spaces/domain/space';
import {expect, waitUntil} from '@open-wc/testing';
import {createApp, createMemoryStore} from '../../server/src/app.js';
import type {EvaluationForm} from '../../src/components/evaluation-form/evaluation-form.js';
import {
  spaceId,
  code,
  json,
  problem,
  stored,
  setOnline,
  fake,
  render,
  openTakeBack,
  one,
  words,
  page,
  title,
  button,
  focused,
  press,
  choose,
  toPreview,
  agree,
  shows,
  send,
  lastAnswers,
} from '../support/form.js';

describe('<held-evaluation-form> when it cannot be sent', () => {
  const keeps = (el: EvaluationForm) => expect(page(el)).to.contain('Did you feel heard? Partly');

  it('keeps the answers when the directory cannot store them, and repeats with the same key', async () => {
    const el = await render();
    await toPreview(el);
    await agree(el);
    fake.answer = () => problem('store-unavailable', 503);
    await send(el, 'It has not been sent');
    await waitUntil(() => focused(el)?.id === 'setback', 'focus never came to what happened');
    keeps(el);
    await expect(el).to.be.accessible();
    fake.answer = stored;
    await send(el, 'Thank you. We have it.');
    expect(fake.sent).to.have.lengthOf(2);
    expect(fake.sent[1]).to.deep.equal(fake.sent[0]);
  });

  it('does not know whether it was sent when the connection is lost, or a web page comes back', async () => {
    for (const trouble of [
      () => Promise.reject(new TypeError('Failed to fetch')),
      () => new Response('<!doctype html><title>Sign in to the wifi</title>'),
      () => problem('internal', 500),
    ]) {
      fake.sent = [];
      const el = await render();
      await toPreview(el);
      await agree(el);
      fake.answer = trouble;
      await send(el, 'We do not know if it was sent. You can try again. It will not count twice.');
      keeps(el);
      fake.answer = () => json({code, month: '2026-11'}, 200);
      await send(el, 'We already have this');
      expect(page(el)).to.contain('It was sent once. It was not sent twice.');
      expect(fake.sent[1]!.key).to.equal(fake.sent[0]!.key);
      expect(words(one(el, '.code'))).to.equal(code);
      await expect(el).to.be.accessible();
    }
  });

  it('says that the device is offline, and when it is back, and never sends by itself', async () => {
    const el = await render();
    await toPreview(el);
    await agree(el);
    setOnline(false);
    fake.answer = () => Promise.reject(new TypeError('Failed to fetch'));
    await send(el, 'You are offline. It has not been sent.');
    keeps(el);
    await expect(el).to.be.accessible();
    const tries = fake.sent.length;
    fake.answer = stored;
    setOnline(true);
    await shows(el, 'You are back online. Do you want to send it now?');
    expect(words(one(el, '[role=status]'))).to.equal('You are back online. Do you want to send it now?');
    expect(fake.sent).to.have.lengthOf(tries);
    await send(el, 'Thank you. We have it.');
  });

  it('waits as long as a busy directory asks, with no countdown', async () => {
    const el = await render();
    await toPreview(el);
    await agree(el);
    fake.answer = () => problem('overloaded', 503, {'Retry-After': '1'});
    await send(el, 'Too many people are sending now. Please wait a minute and try again.');
    keeps(el);
    expect(button(el, 'Try again')!.getAttribute('aria-disabled')).to.equal('true');
    await press(el, 'Try again');
    expect(fake.sent).to.have.lengthOf(1);
    await expect(el).to.be.accessible();
    await waitUntil(() => !button(el, 'Try again')!.hasAttribute('aria-disabled'), 'the wait never ended', {
      timeout: 4000,
    });
    expect(words(one(el, '[role=status]'))).to.equal('You can try again now.');
    fake.answer = stored;
    await send(el, 'Thank you. We have it.');
  });

  it('says what cannot be mended by trying again, and offers no such button', async () => {
    for (const [trouble, says] of [
      [problem('form-version', 422), 'This form is out of date.'],
      [problem('unknown-service', 404), 'This space is no longer in the list.'],
      [problem('evaluations-off', 403), 'We cannot take answers about this space now.'],
      [problem('origin', 403), 'This website cannot send answers to us.'],
      [json({}, 404), 'This list does not take evaluations.'],
      [problem('bad-field', 422), 'That did not work. It is our fault. What you chose is still here.'],
    ] as const) {
      fake.sent = [];
      const el = await render();
      await toPreview(el);
      await agree(el);
      fake.answer = () => trouble;
      await send(el, says);
      keeps(el);
      expect(button(el, 'Try again')).to.not.exist;
      await expect(el).to.be.accessible();
    }
  });

  it('sends once however often the button is pressed', async () => {
    fake.challenge = () => problem('unknown-path', 404);
    const el = await render();
    await toPreview(el);
    await agree(el);
    let release = () => {};
    fake.answer = async () => {
      await new Promise<void>(resolve => (release = resolve));
      return json({code}, 201);
    };
    await press(el, 'Send');
    await shows(el, 'Sending');
    expect(words(one(el, '[role=status]'))).to.equal('Sending');
    one<HTMLButtonElement>(el, 'button[type=submit]').click();
    await press(el, 'Back');
    expect(title(el)).to.equal('Before you send');
    await expect(el).to.be.accessible();
    release();
    await shows(el, 'Thank you. We have it.');
    expect(fake.sent).to.have.lengthOf(1);
  });
});

describe('<held-evaluation-form> with the real directory', () => {
  const space: Space = {
    id: spaceId,
    name: 'Lantern House',
    status: 'active',
    kinds: [],
    deliveries: ['physical'],
    areaServed: {nations: ['england']},
    contact: {},
    schedules: [],
    waysIn: [],
    audiences: [],
    languages: [],
    access: [],
    stages: {declared: [], suggested: []},
    disclosure: {answers: {}},
    provenance: {source: 'test'},
  };
  const start = () => {
    const app = createApp(createMemoryStore({source: {name: 'test'}, spaces: [space]}));
    fake.answer = fake.challenge = async (url, init) => app.request(url, init);
    return app;
  };

  it('sends, and takes it back with the code, however it is typed', async () => {
    start();
    const el = await render();
    await toPreview(el);
    await agree(el);
    await send(el, 'Thank you. We have it.');
    const received = words(one(el, '.code'));
    expect(received.split(' ')).to.have.lengthOf(5);

    await openTakeBack(el);
    const field = () => one<HTMLInputElement>(el, '#code');
    const submit = async () => {
      one<HTMLFormElement>(el, '.take-back form').requestSubmit();
      await el.updateComplete;
    };
    await submit();
    expect(words(one(el, '#code-error'))).to.equal('Type the words of your code.');
    await expect(el).to.be.accessible();
    field().value = 'not the right words at all';
    await submit();
    expect(page(el)).to.contain('This will delete all your answers and your words. It cannot be undone.');
    await expect(el).to.be.accessible();
    await submit();
    await shows(el, 'We found nothing with that code.');
    await expect(el).to.be.accessible();
    expect(words(one(el, '.code'))).to.equal(received);

    field().value = `  ${received.toUpperCase()} `;
    await submit();
    await press(el, 'Keep it');
    await submit();
    await submit();
    await shows(el, 'It is deleted.');
    await waitUntil(() => focused(el)?.id === 'taken', 'focus was lost');
    expect(title(el), 'the receipt is no longer true').to.equal('How was this space for you?');
    await expect(el).to.be.accessible();
  });

  it('holds one evaluation where the answer was lost and the answers were changed, and gives its code', async () => {
    const app = start();
    const el = await render();
    await toPreview(el);
    await agree(el);
    fake.answer = async (url, init) => {
      await app.request(url, init);
      throw new TypeError('Failed to fetch');
    };
    await send(el, 'It may not have been sent');
    await press(el, 'Change this');
    await choose(el, 'time.heard', 'yes-mostly');
    await press(el, 'See what I will send');
    fake.answer = async (url, init) => app.request(url, init);
    await send(el, 'What you changed after that has not been sent.');
    const received = words(one(el, '.code'));
    await expect(el).to.be.accessible();

    await openTakeBack(el);
    one<HTMLInputElement>(el, '#code').value = received;
    one<HTMLFormElement>(el, '.take-back form').requestSubmit();
    await el.updateComplete;
    one<HTMLFormElement>(el, '.take-back form').requestSubmit();
    await shows(el, 'It is deleted.');
    expect(page(el)).to.contain('Did you feel heard? Yes, mostly');
    const keys = fake.sent.map(({key}) => key);
    await press(el, 'Send');
    await shows(el, 'Thank you. We have it.');
    expect(keys).to.not.contain(fake.sent.at(-1)!.key);
    expect(lastAnswers()).to.deep.equal({'time.heard': 'yes-mostly'});
  });
});

describe('taking back in <held-evaluation-form>', () => {
  it('says that nothing is known of a deletion whose answer was lost', async () => {
    const el = await render();
    await openTakeBack(el);
    for (const [trouble, says] of [
      [() => Promise.reject(new TypeError('Failed to fetch')), 'We do not know if it was deleted.'],
      [() => problem('store-unavailable', 503), 'We could not do that now. Nothing has changed.'],
    ] as const) {
      one<HTMLInputElement>(el, '#code').value = code;
      one<HTMLFormElement>(el, '.take-back form').requestSubmit();
      await el.updateComplete;
      fake.answer = trouble;
      one<HTMLFormElement>(el, '.take-back form').requestSubmit();
      await shows(el, says);
      expect(one<HTMLInputElement>(el, '#code').value).to.equal(code);
    }
  });
});
