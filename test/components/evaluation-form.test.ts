import {expect, fixture, html, waitUntil} from '@open-wc/testing';
import {emulateMedia, sendKeys, setViewport} from '@web/test-runner-commands';
import type {EvaluationForm} from '../../src/components/evaluation-form/evaluation-form.js';
import {
  spaceId,
  code,
  fake,
  render,
  all,
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
} from '../support/form.js';

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
    const {token, proof, ...body} = fake.sent[0]!.body;
    expect([token, proof?.derivedKey[0]]).to.deep.equal(['token-1', '0']);
    expect(body).to.deep.equal({
      formVersion: '2',
      serviceId: spaceId,
      role: 'experiencer',
      answers: {'time.heard': 'partly'},
      stages: [],
      consent: true,
    });
    expect(fake.sent[0]!.key).to.match(/^[0-9a-f-]{36}$/);
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
    expect(fake.sent).to.be.empty;
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
    expect(fake.sent[0]!.body.season).to.deep.equal({season: name, year: Number(year)});
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
