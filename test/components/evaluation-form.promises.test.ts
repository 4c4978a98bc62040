import {expect, waitUntil} from '@open-wc/testing';
import type {EvaluationForm} from '../../src/components/evaluation-form/evaluation-form.js';
import {agree, onePage, page, press, says, send, shows, type} from '../support/form.js';

const preview = async (el: EvaluationForm, words: string) => {
  await type(el, '#words', words);
  await press(el, 'See what I will send');
  await agree(el);
};

describe('for how long', () => {
  it('says for how long it is kept and by when words are read, once the directory has, before anything is sent', async () => {
    says({keepYears: 5, readWithinDays: 7});
    const el = await onePage();
    const kept = 'We keep what you send until you take it back, and no longer than this many years: 5';
    const read = 'They aim to read your words within this many days: 7';
    await shows(el, kept);
    expect(page(el)).to.contain(read);
    await preview(el, 'They were kind.');
    expect(page(el)).to.contain(kept);
    expect(page(el)).to.contain(read);
    await send(el, 'Thank you. We have it.');
    expect(page(el)).to.contain(read);
  });

  it('promises no number that the directory has not said', async () => {
    const el = await onePage();
    await preview(el, 'They were kind.');
    expect(page(el)).to.contain('We keep what you send until you take it back.');
    expect(page(el)).to.not.contain('this many');
  });
});

describe('the form on paper', () => {
  it('prints the same questions to fill in by hand, without what was ticked, where the host says where to post it', async () => {
    let printed = '';
    says({keepYears: 5});
    const el = await onePage();
    const appendChild = el.renderRoot.appendChild.bind(el.renderRoot);
    el.renderRoot.appendChild = node => {
      const added = appendChild(node);
      const frame = node as unknown as HTMLIFrameElement;
      if (frame.contentWindow) frame.contentWindow.print = () => (printed = frame.contentDocument!.body.textContent!);
      return added;
    };
    await type(el, '#words', 'This stays here.');
    await press(el, 'Print to fill in by hand');
    await waitUntil(() => printed, 'nothing was printed');
    for (const words of [
      'Lantern House',
      'Did you feel heard?',
      '☐ Partly',
      'FREEPOST LANTERNS',
      'Is there anything',
      // What a person agrees to on paper is what they agree to here, and somebody to turn to stands on it.
      'Samaritans: 116 123',
      'no longer than this many years: 5',
      'With paper there is no code',
      '☐ I agree',
      'The next two questions are about force and the police. You can skip both.',
      'You are answering as: I need support',
      'Should others be warned before they read it?',
    ]) {
      expect(printed).to.contain(words);
    }
    expect(printed).to.not.contain('This stays here.');
    // It cannot be taken back, and does not say so.
    expect(printed).to.not.contain('until you take it back');
  });
});
