import type {EvaluationRequest} from '@held-spaces/domain/evaluation';
import type {Space} from '@held-spaces/domain/space';
import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import {emulateMedia, sendKeys, setViewport} from '@web/test-runner-commands';
import {LitElement} from 'lit';
import {createApp, createMemoryStore} from '../../server/src/app.js';
import type {EvaluationForm} from '../../src/components/evaluation-form/evaluation-form.js';
import {JourneyController, type LandmarkKind} from '../../src/controllers/journey.js';
import '../../src/define/evaluation-form.js';

const directory = 'https://directory.example';
const spaceId = '3f0c2c86-5a0f-5f0e-8a9e-1c2d3e4f5a6b';
const code = 'heron lamp seven oak river';

/** Another widget, as far as the form can tell. */
class Neighbour extends LitElement {
  reveals = 0;
  journey = new JourneyController(this);
}
customElements.define('x-form-onlooker', Neighbour);
class NeighbourFinder extends Neighbour {
  override journey = new JourneyController(this, 'finder' satisfies LandmarkKind, () => this.reveals++);
}
customElements.define('x-form-finder', NeighbourFinder);
const onlooker = document.createElement('x-form-onlooker') as Neighbour;
document.body.append(onlooker);

interface Sent {
  readonly url: string;
  readonly key: string;
  readonly body: EvaluationRequest;
}
type Answer = (url: string, init?: RequestInit) => Response | Promise<Response>;

let sent: Sent[] = [];
let answer: Answer;
/** What the directory gives out for a form. */
let challenge: Answer;
/** One try in sixteen succeeds. */
const lightWork = {
  parameters: {
    algorithm: 'PBKDF2/SHA-256',
    nonce: '00112233445566778899aabbccddeeff',
    salt: 'ffeeddccbbaa99887766554433221100',
    keyPrefix: '0',
    cost: 10,
    keyLength: 32,
  },
};
const ownFetch = window.fetch;
const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), {status, headers});
const problem = (slug: string, status: number, headers?: Record<string, string>) =>
  json({type: `${directory}/held/problems/${slug}`, title: slug, status}, status, headers);
const stored: Answer = () => json({code, month: '2026-11'}, 201);

const setOnline = (online: boolean) => {
  Object.defineProperty(navigator, 'onLine', {configurable: true, get: () => online});
  window.dispatchEvent(new Event(online ? 'online' : 'offline'));
};

beforeEach(() => {
  sent = [];
  answer = stored;
  challenge = () => json({token: 'token', challenge: lightWork, words: true});
  window.fetch = async (input, init) => {
    const url = String(input);
    if (!url.startsWith(directory)) return ownFetch(input, init);
    if (url.endsWith('/challenge')) return challenge(url, init);
    const key = new Headers(init?.headers).get('Idempotency-Key') ?? '';
    sent.push({url, key, body: JSON.parse(String(init?.body)) as EvaluationRequest});
    return answer(url, init);
  };
});

afterEach(() => {
  window.fetch = ownFetch;
  delete (navigator as {onLine?: boolean}).onLine;
  onlooker.journey.set({stages: [], holderStages: [], role: undefined, space: undefined} as never);
  document.querySelectorAll('x-form-finder').forEach(element => element.remove());
});

const render = async (layout = 'one') => {
  const el = await fixture<EvaluationForm>(
    html`<held-evaluation-form
      directory=${directory}
      space=${spaceId}
      space-name="Lantern House"
      layout=${layout}
    ></held-evaluation-form>`,
  );
  if (layout === 'all') await waitUntil(() => el.renderRoot.querySelector('section.part'), 'the questions never came');
  return el;
};
const openTakeBack = async (el: EvaluationForm) => {
  one(el, '.take-back summary').click();
  await waitUntil(() => one(el, '#code'), 'the field for the code never came');
};

const all = <T extends Element = HTMLElement>(el: EvaluationForm, selector: string) => [
  ...el.renderRoot.querySelectorAll<T>(selector),
];
const one = <T extends Element = HTMLElement>(el: EvaluationForm, selector: string) => all<T>(el, selector)[0]!;
const words = (element: Element | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const page = (el: EvaluationForm) => words(one(el, '.held'));
const title = (el: EvaluationForm) => words(one(el, '#heading'));
const button = (el: EvaluationForm, name: string) =>
  all<HTMLButtonElement>(el, 'button').find(each => words(each).startsWith(name));
const focused = (el: EvaluationForm) => el.shadowRoot?.activeElement as HTMLElement | null;

const press = async (el: EvaluationForm, name: string) => {
  const found = button(el, name);
  expect(found, `a button "${name}" in: ${page(el)}`).to.exist;
  found!.click();
  await el.updateComplete;
  // The questions are loaded when a person starts.
  if (name === 'Start') await waitUntil(() => /Part 1 of 1[23]/.test(page(el)), 'the questions never came');
  if (name === 'All on one page') await waitUntil(() => one(el, 'section.part'), 'the questions never came');
};
const choose = async (el: EvaluationForm, name: string, value: string) => {
  one<HTMLInputElement>(el, `input[name="${name}"][value="${value}"]`).click();
  await el.updateComplete;
};
const toPreview = async (el: EvaluationForm) => {
  await press(el, 'Start');
  await choose(el, 'time.heard', 'partly');
  await press(el, 'See what I will send');
};
const agree = async (el: EvaluationForm) => {
  one<HTMLInputElement>(el, '[name=agree]').click();
  await el.updateComplete;
};
const shows = (el: EvaluationForm, text: string) =>
  // The directory takes its time over a code, on purpose.
  waitUntil(() => page(el).includes(text), `never said "${text}"`, {timeout: 8000});
const send = async (el: EvaluationForm, then: string) => {
  await press(el, sent.length ? 'Try again' : 'Send');
  await shows(el, then);
  await el.updateComplete;
};
const lastAnswers = () => sent.at(-1)!.body.answers;

describe('<held-evaluation-form>', () => {
  it('says what it promises before it asks anything', async () => {
    const el = await render();
    expect(title(el)).to.equal('How was this space for you?');
    for (const promise of [
      'About: Lantern House',
      'Nobody reads this as you write.',
      'Nothing you write here makes us contact the police',
      'We keep your answers, your words if you write any, the season you went, and the month you sent it.',
      'We do not keep your name',
      'You will get a code.',
      'A court could order us',
      'We show a count only from 5 people up.',
    ]) {
      expect(page(el)).to.contain(promise);
    }
    await expect(el).to.be.accessible();
    const withQuestions = await render('all');
    await shows(withQuestions, 'If you write words, a trained person reads them before anyone else can.');
  });

  it('goes through thirteen parts by keyboard alone, with focus on each heading', async () => {
    const el = await render();
    button(el, 'Start')!.focus();
    await sendKeys({press: 'Enter'});
    for (let part = 1; part <= 13; part += 1) {
      await shows(el, `Part ${part} of 13`);
      await waitUntil(() => focused(el)?.id === 'heading', 'focus never came to the heading');
      await expect(el).to.be.accessible();
      await sendKeys({press: 'Tab'});
      // The last part is words, where Enter is a new line.
      if (part === 13) {
        await press(el, 'Next');
        break;
      }
      expect(focused(el)?.tagName).to.equal('INPUT');
      // Enter in a field of a native form does what its first submit button does.
      await sendKeys({press: 'Enter'});
    }
    await shows(el, 'Before you send');
  });

  it('takes one answer and nothing else, sends it, and shows the code big', async () => {
    const el = await render();
    let events = 0;
    document.addEventListener('held-evaluation-sent', () => (events += 1), {once: true});
    await toPreview(el);
    expect(page(el)).to.contain('Did you feel heard? Partly');
    expect(page(el)).to.contain('You skipped some questions. That is fine.');
    await agree(el);
    await expect(el).to.be.accessible();
    await send(el, 'Thank you. We have it.');
    expect(words(one(el, '.code'))).to.equal(code);
    const {token, proof, ...body} = sent[0]!.body;
    expect([token, proof?.derivedKey[0]]).to.deep.equal(['token', '0']);
    expect(body).to.deep.equal({
      formVersion: '2',
      serviceId: spaceId,
      role: 'experiencer',
      answers: {'time.heard': 'partly'},
      stages: [],
      consent: true,
    });
    expect(sent[0]!.key).to.match(/^[0-9a-f-]{36}$/);
    expect(events).to.equal(1);
    expect(focused(el)?.id).to.equal('heading');
    await expect(el).to.be.accessible();
  });

  it('asks for consent and for an answer, in a summary and beside the field', async () => {
    const el = await render();
    await press(el, 'Start');
    await press(el, 'See what I will send');
    await press(el, 'Send');
    await waitUntil(() => focused(el)?.id === 'lacks', 'focus never came to the summary');
    expect(all(el, '#lacks a').map(words)).to.deep.equal([
      'Answer one question or more to send this.',
      "To send this, tick 'I agree'.",
    ]);
    expect(one(el, '[name=agree]').getAttribute('aria-invalid')).to.equal('true');
    expect(words(one(el, '#error-consent'))).to.equal("To send this, tick 'I agree'.");
    expect(words(one(el, '#error-empty'))).to.equal('Answer one question or more to send this.');
    await expect(el).to.be.accessible();

    const address = location.href;
    all<HTMLAnchorElement>(el, '#lacks a')[1]!.click();
    await waitUntil(() => focused(el)?.getAttribute('name') === 'agree', 'the link never led to the field');
    expect(location.href).to.equal(address);
    all<HTMLAnchorElement>(el, '#lacks a')[0]!.click();
    await shows(el, 'Part 1 of 13');
    expect(sent).to.be.empty;
  });

  it('rewords the questions for someone who supports a person', async () => {
    const el = await render();
    await choose(el, 'role', 'holder');
    expect(title(el)).to.equal('How was this space for you and the person you support?');
    await press(el, 'Start');
    expect(page(el)).to.contain('Was there time for you too?');
    expect(page(el)).to.not.contain('Did you feel heard?');
    await press(el, 'Back');
    await choose(el, 'role', 'experiencer');
    await press(el, 'Start');
    expect(page(el)).to.contain('Did you feel heard?');
  });

  it('keeps the questions about force closed until they are opened', async () => {
    const el = await render();
    await press(el, 'Start');
    for (let skipped = 0; skipped < 3; skipped += 1) await press(el, 'Skip this part');
    expect(page(el)).to.contain('The next two questions are about force and the police. You can skip both.');
    expect(one(el, '[name="safety.held"]')).to.not.exist;
    await press(el, 'Show these questions');
    await waitUntil(() => focused(el)?.getAttribute('name') === 'safety.held', 'focus never came to the question');
    await choose(el, 'safety.held', 'yes');
    await expect(el).to.be.accessible();
    await press(el, 'Skip these');
    expect(page(el)).to.contain('Part 5 of 13');
    await press(el, 'See what I will send');
    expect(page(el)).to.not.contain('hold you down');
  });

  it('lets an answer be cleared, with focus left at the question', async () => {
    const el = await render();
    await press(el, 'Start');
    await choose(el, 'time.heard', 'partly');
    await press(el, 'Clear my answer');
    expect(all<HTMLInputElement>(el, 'input:checked')).to.be.empty;
    await waitUntil(() => focused(el)?.getAttribute('name') === 'time.heard', 'focus was lost');
    await press(el, 'See what I will send');
    expect(page(el)).to.contain('You have not answered anything yet.');
  });

  it('sends the season that was chosen', async () => {
    const el = await render('all');
    const season = all<HTMLInputElement>(el, 'input[name=when]')[1]!;
    season.click();
    await el.updateComplete;
    await choose(el, 'choice.leave', 'does-not-apply');
    await press(el, 'See what I will send');
    await agree(el);
    await send(el, 'Thank you. We have it.');
    const [name, year] = season.value.split('-');
    expect(sent[0]!.body.season).to.deep.equal({season: name, year: Number(year)});
  });

  describe('beside other widgets', () => {
    it('takes the space that the finder opened, and says what to do until there is one', async () => {
      const finder = document.createElement('x-form-finder') as NeighbourFinder;
      document.body.append(finder);
      const el = await fixture<EvaluationForm>(
        html`<held-evaluation-form directory=${directory}></held-evaluation-form>`,
      );
      expect(page(el)).to.contain('First choose a space from the list.');
      expect(one(el, '.crisis-strip a')).to.exist;
      await expect(el).to.be.accessible();
      await press(el, 'Go to the list of spaces');
      expect(finder.reveals).to.equal(1);

      finder.journey.set({space: {id: 'space-2', name: 'The Cabin'}});
      await shows(el, 'About: The Cabin');
      expect(finder.journey.reveal('evaluation')).to.be.true;
      await waitUntil(() => focused(el)?.id === 'heading', 'the form was never brought to the person');
      await toPreview(el);
      await agree(el);
      await send(el, 'Thank you. We have it.');
      expect(sent[0]!.body.serviceId).to.equal('space-2');
      expect(button(el, 'Back to the spaces')).to.exist;
    });

    it('never moves answers to another space', async () => {
      const el = await fixture<EvaluationForm>(
        html`<held-evaluation-form directory=${directory}></held-evaluation-form>`,
      );
      onlooker.journey.set({space: {id: 'space-2', name: 'The Cabin'}});
      await el.updateComplete;
      await press(el, 'Start');
      await choose(el, 'time.heard', 'partly');
      onlooker.journey.set({space: {id: 'space-3', name: 'The Barn'}});
      await shows(el, 'You have opened another space: The Barn');
      expect(page(el)).to.contain('About: The Cabin');
      await expect(el).to.be.accessible();
      await press(el, 'Clear this, and answer about that one');
      expect(page(el)).to.contain('About: The Barn');
      await press(el, 'Start');
      expect(all(el, 'input:checked')).to.be.empty;
    });

    it('fills in the stages from the selector, to change, and sends them only after the person went on past them', async () => {
      onlooker.journey.set({stages: ['threshold'], role: 'experiencer'});
      const el = await render();
      await toPreview(el);
      expect(page(el)).to.not.contain('On the threshold');
      await agree(el);
      answer = () => problem('store-unavailable', 503);
      await send(el, 'It has not been sent');
      expect(sent[0]!.body.stages).to.deep.equal([]);

      await press(el, 'Back');
      await press(el, 'Back');
      await press(el, 'Back');
      expect(page(el)).to.contain('We filled this in from what you chose on this page.');
      await choose(el, 'stage.where', 'not-sure');
      expect(page(el)).to.not.contain('We filled this in');
      await press(el, 'Next');
      await press(el, 'Next');
      await press(el, 'Next');
      expect(page(el)).to.contain('On the threshold and Not sure');
      answer = stored;
      await send(el, 'Thank you. We have it.');
      expect(sent.at(-1)!.body.stages).to.deep.equal(['threshold', 'not-sure']);
    });

    it('takes stages that were filled in where the person presses Next, for a holder too', async () => {
      onlooker.journey.set({stages: ['extreme-times'], holderStages: ['testing-times'], role: 'holder'});
      const el = await render('all');
      expect(one(el, 'input[name="stage.where-me"]')).to.exist;
      await press(el, 'See what I will send');
      expect(page(el)).to.contain('Where was the person when they went? Really extreme times');
      expect(page(el)).to.contain('Where were you? Testing times');
    });

    it('fills in of each what was said of each, by somebody who is both', async () => {
      // Their first question is about themself; that of a supporter is about the other.
      onlooker.journey.set({stages: ['testing-times'], holderStages: ['extreme-times'], role: 'both'});
      const el = await render('all');
      const filled = (name: string) =>
        all<HTMLInputElement>(el, `input[name="${name}"]:checked`).map(input => input.value);
      expect(filled('stage.where')).to.deep.equal(['testing-times']);
      one<HTMLInputElement>(el, 'input[name=role][value=holder]').click();
      await el.updateComplete;
      expect(filled('stage.where')).to.deep.equal(['extreme-times']);
      expect(filled('stage.where-me')).to.deep.equal(['testing-times']);
      // What is not asked any more fills in nothing.
      onlooker.journey.set({role: 'experiencer'});
      await el.updateComplete;
      expect(filled('stage.where')).to.deep.equal([]);
    });
  });

  describe('when it cannot be sent', () => {
    const keeps = (el: EvaluationForm) => expect(page(el)).to.contain('Did you feel heard? Partly');

    it('keeps the answers when the directory cannot store them, and repeats with the same key', async () => {
      const el = await render();
      await toPreview(el);
      await agree(el);
      answer = () => problem('store-unavailable', 503);
      await send(el, 'It has not been sent');
      await waitUntil(() => focused(el)?.id === 'setback', 'focus never came to what happened');
      keeps(el);
      await expect(el).to.be.accessible();
      answer = stored;
      await send(el, 'Thank you. We have it.');
      expect(sent).to.have.lengthOf(2);
      expect(sent[1]).to.deep.equal(sent[0]);
    });

    it('does not know whether it was sent when the connection is lost, or a web page comes back', async () => {
      for (const trouble of [
        () => Promise.reject(new TypeError('Failed to fetch')),
        () => new Response('<!doctype html><title>Sign in to the wifi</title>'),
        () => problem('internal', 500),
      ]) {
        sent = [];
        const el = await render();
        await toPreview(el);
        await agree(el);
        answer = trouble;
        await send(el, 'We do not know if it was sent. You can try again. It will not count twice.');
        keeps(el);
        answer = () => json({code, month: '2026-11'}, 200);
        await send(el, 'We already have this');
        expect(page(el)).to.contain('It was sent once. It was not sent twice.');
        expect(sent[1]!.key).to.equal(sent[0]!.key);
        expect(words(one(el, '.code'))).to.equal(code);
        await expect(el).to.be.accessible();
      }
    });

    it('says that the device is offline, and when it is back, and never sends by itself', async () => {
      const el = await render();
      await toPreview(el);
      await agree(el);
      setOnline(false);
      answer = () => Promise.reject(new TypeError('Failed to fetch'));
      await send(el, 'You are offline. It has not been sent.');
      keeps(el);
      await expect(el).to.be.accessible();
      const tries = sent.length;
      answer = stored;
      setOnline(true);
      await shows(el, 'You are back online. Do you want to send it now?');
      expect(words(one(el, '[role=status]'))).to.equal('You are back online. Do you want to send it now?');
      expect(sent).to.have.lengthOf(tries);
      await send(el, 'Thank you. We have it.');
    });

    it('waits as long as a busy directory asks, with no countdown', async () => {
      const el = await render();
      await toPreview(el);
      await agree(el);
      answer = () => problem('overloaded', 503, {'Retry-After': '1'});
      await send(el, 'Too many people are sending now. Please wait a minute and try again.');
      keeps(el);
      expect(button(el, 'Try again')!.getAttribute('aria-disabled')).to.equal('true');
      await press(el, 'Try again');
      expect(sent).to.have.lengthOf(1);
      await expect(el).to.be.accessible();
      await waitUntil(() => !button(el, 'Try again')!.hasAttribute('aria-disabled'), 'the wait never ended', {
        timeout: 4000,
      });
      expect(words(one(el, '[role=status]'))).to.equal('You can try again now.');
      answer = stored;
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
        sent = [];
        const el = await render();
        await toPreview(el);
        await agree(el);
        answer = () => trouble;
        await send(el, says);
        keeps(el);
        expect(button(el, 'Try again')).to.not.exist;
        await expect(el).to.be.accessible();
      }
    });

    it('sends once however often the button is pressed', async () => {
      challenge = () => problem('unknown-path', 404);
      const el = await render();
      await toPreview(el);
      await agree(el);
      let release = () => {};
      answer = async () => {
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
      expect(sent).to.have.lengthOf(1);
    });
  });

  describe('with the real directory', () => {
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
      answer = challenge = async (url, init) => app.request(url, init);
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
      answer = async (url, init) => {
        await app.request(url, init);
        throw new TypeError('Failed to fetch');
      };
      await send(el, 'It may not have been sent');
      await press(el, 'Change this');
      await choose(el, 'time.heard', 'yes-mostly');
      await press(el, 'See what I will send');
      answer = async (url, init) => app.request(url, init);
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
      const keys = sent.map(({key}) => key);
      await press(el, 'Send');
      await shows(el, 'Thank you. We have it.');
      expect(keys).to.not.contain(sent.at(-1)!.key);
      expect(lastAnswers()).to.deep.equal({'time.heard': 'yes-mostly'});
    });
  });

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
      answer = trouble;
      one<HTMLFormElement>(el, '.take-back form').requestSubmit();
      await shows(el, says);
      expect(one<HTMLInputElement>(el, '#code').value).to.equal(code);
    }
  });

  it('prints the code without the name of the space', async () => {
    const el = await render();
    await toPreview(el);
    await agree(el);
    await send(el, 'Thank you. We have it.');
    await press(el, 'Print the code');
    const printed = one<HTMLIFrameElement>(el, 'iframe').contentDocument!;
    expect(printed.body.textContent).to.contain(code);
    expect(printed.documentElement.textContent).to.not.contain('Lantern House');
    printed.defaultView!.dispatchEvent(new Event('afterprint'));
    expect(one(el, 'iframe')).to.not.exist;
  });

  it('asks once more before it clears everything', async () => {
    const el = await render();
    await toPreview(el);
    await press(el, 'Do not send, and clear it');
    await press(el, 'Keep it');
    expect(page(el)).to.contain('Did you feel heard? Partly');
    await press(el, 'Do not send, and clear it');
    await press(el, 'Clear everything');
    expect(title(el)).to.equal('How was this space for you?');
    await press(el, 'Start');
    expect(all(el, 'input:checked')).to.be.empty;
  });

  it('has crisis lines on every step and in every state', async () => {
    const el = await render();
    const has = () => expect(one(el, '.crisis-strip a'), page(el)).to.exist;
    has();
    await press(el, 'Start');
    has();
    await press(el, 'Need someone now?');
    await waitUntil(() => focused(el)?.matches('.crisis-strip a'), 'the link never led to the lines');
    await choose(el, 'time.heard', 'partly');
    await press(el, 'See what I will send');
    has();
    await agree(el);
    await send(el, 'Thank you. We have it.');
    has();
    const broken = await fixture<EvaluationForm>(html`<held-evaluation-form></held-evaluation-form>`);
    expect(page(broken)).to.contain('This part of the page did not load. The numbers below still work.');
    expect(one(broken, '.crisis-strip a')).to.exist;
  });

  it('switches to one page and back with the answers kept, and shows rows where there is room', async () => {
    await setViewport({width: 1100, height: 800});
    const el = await render();
    await press(el, 'Start');
    await choose(el, 'time.heard', 'partly');
    await press(el, 'All on one page');
    expect(all(el, 'section.part')).to.have.lengthOf(13);
    expect(one<HTMLInputElement>(el, 'input:checked[name="time.heard"]').value).to.equal('partly');
    const cells = all(el, 'section.part .columns')[0]!.querySelectorAll('label');
    expect(new Set([...cells].map(cell => Math.round(cell.getBoundingClientRect().top))).size).to.equal(1);
    for (const cell of cells) expect(cell.getBoundingClientRect().height).to.be.at.least(44);
    await expect(el).to.be.accessible();
    await press(el, 'One part at a time');
    expect(page(el)).to.contain('Part 1 of 13');
    expect(one<HTMLInputElement>(el, 'input:checked').value).to.equal('partly');
  });

  it('fits 320 pixels, in forced colours too', async () => {
    await setViewport({width: 320, height: 700});
    await emulateMedia({forcedColors: 'active'});
    const el = await render('all');
    await press(el, 'Show these questions');
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    await expect(el).to.be.accessible();
    await emulateMedia({forcedColors: 'none'});
    await setViewport({width: 1024, height: 768});
  });

  it('keeps nothing in the page’s storage, address or title', async () => {
    const before = [location.href, document.title, document.cookie];
    const el = await render();
    await toPreview(el);
    await agree(el);
    await send(el, 'Thank you. We have it.');
    expect([location.href, document.title, document.cookie]).to.deep.equal(before);
    expect(localStorage.length + sessionStorage.length).to.equal(0);
    expect((await indexedDB.databases()).length).to.equal(0);
    // On a shared phone, the answers are gone from the page as well.
    expect(page(el)).to.not.contain('Partly');
  });
});
