import {html, nothing, type TemplateResult} from 'lit';
import {msg, str} from '@lit/localize';
import {
  aboutIcon,
  backIcon,
  downIcon,
  hiddenIcon,
  notesIcon,
  privateIcon,
  toldIcon,
  undoIcon,
} from '../../internal/icons.js';
import {parts, stepFrom, type Part} from './draft.js';
import type {FormView} from './form-view.js';
import {partIcon, partQuestions, roleChoices} from './questions.js';
import {noCountsYet, notKept, partWords} from './words.js';

/** Before the first question: what it is about, what we promise, and who answers. */
export const start = (view: FormView) => html`
  ${opening(view)} ${roleChoices(view)}
  <div class="buttons">
    <button type="submit" class="button main">${msg('Start', {id: 'evaluation.start'})}</button>
    <button type="button" class="button" @click=${() => view.setLayout('all')}>
      ${msg('All on one page', {id: 'evaluation.layout.all'})}
    </button>
  </div>
`;

/** Every part under the other, as rows where there is room. */
export const allParts = (view: FormView) => html`
  ${opening(view)}
  <button type="button" class="link" @click=${() => view.setLayout('one')}>
    ${msg('One part at a time', {id: 'evaluation.layout.one'})}
  </button>
  ${roleChoices(view)}
  ${parts.map(
    part =>
      html`<section class="part stack" aria-labelledby=${`part-${part}`}>
        ${view.heading(1, html`${partIcon(part)}<span>${partWords[part]()}</span>`, {
          id: `part-${part}`,
          className: 'name with-icon',
          focusable: true,
        })}
        ${partQuestions(part, view)}
      </section>`,
  )}
  <div class="buttons">
    <button type="submit" class="button main">${previewWords()}</button>
  </div>
`;

/** One part, with the ways on and back. Next and skip both go on: skipping is a good answer, so it has a door of its own. */
export const onePart = (part: Part, view: FormView) => html`
  ${view.toCrisis()}
  <div class="soft">
    ${about(view)}
    <p id="part-number">${msg(str`Part ${parts.indexOf(part) + 1} of ${parts.length}`, {id: 'evaluation.part'})}</p>
  </div>
  ${view.heading(0, html`${partIcon(part)}<span>${partWords[part]()}</span>`, {
    id: 'heading',
    className: 'title with-icon',
    focusable: true,
  })}
  ${partQuestions(part, view)}
  <div class="buttons steps">
    <button type="submit" class="button main">${msg('Next', {id: 'evaluation.next'})}</button>
    <button type="button" class="button" @click=${() => view.go(stepFrom(part, 1))}>
      ${msg('Skip this part', {id: 'evaluation.skip'})}
    </button>
    <button type="button" class="button" @click=${() => view.go(stepFrom(part, -1))}>
      ${backIcon()}${msg('Back', {id: 'evaluation.back'})}
    </button>
  </div>
  <div class="row">
    <button type="button" class="link" @click=${() => view.preview()}>${previewWords()}</button>
    <button type="button" class="link" @click=${() => view.setLayout('all')}>
      ${msg('All on one page', {id: 'evaluation.layout.all'})}
    </button>
  </div>
  ${view.crisis()}
`;

const previewWords = () => msg('See what I will send', {id: 'evaluation.to-preview'});

const title = ({role, heading}: FormView) =>
  heading(
    0,
    role === 'holder'
      ? msg('How was this space for you and the person you support?', {id: 'evaluation.title.holder'})
      : msg('How was this space for you?', {id: 'evaluation.title'}),
    {id: 'heading', className: 'title', focusable: true},
  );

const about = ({space}: FormView) =>
  space?.name ? html`<p>${msg(str`About: ${space.name}`, {id: 'evaluation.space'})}</p>` : nothing;

const opening = (view: FormView) => html`
  <div>
    <div class="soft">${about(view)}</div>
    ${title(view)}
  </div>
  <div>
    <p>
      ${msg('Your answers help other people to choose. Good or bad, we treat them the same.', {id: 'evaluation.intro'})}
    </p>
    <p>${noCountsYet()}</p>
    <p>${msg('Answer as much or as little as you want. You can stop at any time.', {id: 'evaluation.time'})}</p>
  </div>
  ${view.crisis()} ${promises()}
  <details class="still-there">
    <summary>${msg('Are you still there?', {id: 'evaluation.still-there.title'})}${downIcon()}</summary>
    <p>
      ${msg('You can wait until you have left, or until you feel free to say it. This form will still be here.', {
        id: 'evaluation.still-there.text',
      })}
    </p>
  </details>
  <p>
    ${msg('Until you send it, it is only on this page. If you close the page, it goes.', {id: 'evaluation.promise.this-page'})}
  </p>
`;

const promise = (icon: TemplateResult, words: string) => html`<li class="with-icon">${icon}<span>${words}</span></li>`;

/** What we promise before anything is asked, each promise with its limit. All of it is true of this version. */
const promises = () =>
  html`<ul class="panel promises">
    ${promise(
      hiddenIcon(),
      msg('Nobody reads this as you write. Nobody will reply to you.', {id: 'evaluation.promise.live'}),
    )}
    ${promise(
      toldIcon(),
      msg('Nothing you write here makes us contact the police, the NHS, your family or the space.', {
        id: 'evaluation.promise.no-contact',
      }),
    )}
    ${promise(
      notesIcon(),
      msg('We keep your answers, the season you went, and the month you sent it.', {
        id: 'evaluation.promise.keep.ticks',
      }),
    )}
    ${promise(privateIcon(), notKept())}
    ${promise(
      undoIcon(),
      msg('You will get a code. With it you can take everything back.', {id: 'evaluation.promise.take-back'}),
    )}
    ${promise(
      aboutIcon(),
      msg('A court could order us to hand over what we keep. So we keep as little as we can.', {
        id: 'evaluation.promise.limit',
      }),
    )}
  </ul>`;

/** Nothing to answer about yet. The crisis lines stand all the same. */
export const chooseSpace = (view: FormView, {broken, find}: {broken: boolean; find: (() => void) | undefined}) => html`
  <div class="stack">
    ${title(view)}
    <p>
      ${
        broken
          ? msg('This part of the page did not load. The numbers below still work.', {id: 'error.part-failed'})
          : msg('First choose a space from the list. Then you can say here how it was.', {id: 'evaluation.space.none'})
      }
    </p>
    ${
      find && !broken
        ? html`<button type="button" class="button" @click=${find}>
            ${msg('Go to the list of spaces', {id: 'evaluation.space.find'})}
          </button>`
        : nothing
    }
    ${view.crisis()}
  </div>
`;

/** The finder has opened another space. Answers are never moved to it. */
export const otherSpace = (name: string, startAgain: () => void) =>
  html`<div class="panel stack">
    <p>${msg(str`You have opened another space: ${name}`, {id: 'evaluation.other-space'})}</p>
    <button type="button" class="button" @click=${startAgain}>
      ${msg('Clear this, and answer about that one', {id: 'evaluation.other-space.start'})}
    </button>
  </div>`;
