import {msg, str} from '@lit/localize';
import type {Role} from '@held-spaces/domain/vocabularies';
import {html, nothing, type TemplateResult} from 'lit';
import type {HeadingOptions} from '../../internal/heading.js';
import {downIcon, privateIcon} from '../../internal/first-icons.js';
import {hiddenIcon, notesIcon, togetherIcon} from '../../internal/more-icons.js';
import {printIcon} from '../../internal/tool-icons.js';
import {aboutIcon, undoIcon} from '../../internal/setback-icons.js';
import {toldIcon} from '../../internal/told-icon.js';
import {roleChoices} from './choices.js';
import type {Says} from './pass.js';

/** What stands before the first question is drawn from. The questions themselves are loaded when they are asked for. */
export interface StartView {
  readonly role: Role;
  /** Address of the directory, where its policies stand too. */
  readonly directory: string;
  /** The space that the answers are about. */
  readonly space: {readonly id: string; readonly name: string} | undefined;
  /** A heading that many levels under the host's. */
  heading(below: number, content: unknown, options?: HeadingOptions): TemplateResult;
  /** The crisis lines, or the way to the signpost where one stands before the form. */
  crisis(): TemplateResult;
  /** What the directory promises. Not known before the questions are opened. */
  readonly says: Says;
  /** How the loading of the questions goes. */
  readonly loading: 'not' | 'waiting' | 'failed';
  setLayout(layout: 'one' | 'all'): void;
  /** Prints the questions, to be filled in by hand. Missing where no address is known to post them to. */
  readonly printPaper: (() => void) | undefined;
}

/** Before the first question: what it is about, what we promise, and who answers. */
export const start = (view: StartView) => html`
  ${opening(view)} ${roleChoices(view.role)} ${view.loading === 'failed' ? didNotLoad() : nothing}
  <div class="buttons">
    <button type="submit" class="button main" aria-disabled=${view.loading === 'waiting' ? 'true' : nothing}>
      ${msg('Start', {id: 'evaluation.start'})}
    </button>
    <button type="button" class="button" @click=${() => view.setLayout('all')}>
      ${msg('All on one page', {id: 'evaluation.layout.all'})}
    </button>
    ${paperButton(view)}
  </div>
`;

export const paperButton = ({printPaper}: StartView) =>
  printPaper
    ? html`<button type="button" class="button" @click=${printPaper}>
        ${printIcon()}${msg('Print to fill in by hand', {id: 'evaluation.paper.print'})}
      </button>`
    : nothing;

const title = ({role, heading}: StartView) =>
  heading(
    0,
    role === 'holder'
      ? msg('How was this space for you and the person you support?', {id: 'evaluation.title.holder'})
      : msg('How was this space for you?', {id: 'evaluation.title'}),
    {id: 'heading', className: 'title', focusable: true},
  );

export const about = ({space}: StartView) =>
  space?.name ? html`<p>${msg(str`About: ${space.name}`, {id: 'evaluation.space'})}</p>` : nothing;

/** The title, what we promise, and the people to turn to. */
export const opening = (view: StartView) => html`
  <div>
    <div class="soft">${about(view)}</div>
    ${title(view)}
  </div>
  <div>
    <p>
      ${msg('Your answers help other people to choose. Good or bad, we treat them the same.', {id: 'evaluation.intro'})}
    </p>
    <p>${msg('Answer as much or as little as you want. You can stop at any time.', {id: 'evaluation.time'})}</p>
  </div>
  ${view.crisis()} ${promises(view)}
  <div class="row">
    ${policyLink(view.directory, 'moderation', msg('How we choose what to show', {id: 'evaluation.shown.rules'}))}
    ${policyLink(view.directory, 'privacy', msg('Your privacy', {id: 'policies.privacy.title'}))}
  </div>
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

/** To what the operator promises, in a window of its own: the answers stay where they are. */
export const policyLink = (directory: string, page: 'moderation' | 'privacy' | 'complaints', words: string) =>
  html`<a
    class="link small"
    href=${`${directory.replace(/\/+$/, '')}/policies/${page}.html`}
    target="_blank"
    rel="noopener noreferrer"
    referrerpolicy="no-referrer"
    >${words}</a
  >`;

const promise = (icon: TemplateResult, words: unknown) => html`<li class="with-icon">${icon}<span>${words}</span></li>`;

/** What we promise before anything is asked, each promise with its limit. A reader is promised only where there is one. */
const promises = ({says, heading}: StartView) =>
  html`<div class="panel stack">
    ${heading(1, msg('Before you write', {id: 'evaluation.promise.title'}), {className: 'small-heading'})}
    <ul class="promises">
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
      ${promise(notesIcon(), html`${says.takesWords === false ? ticksKept() : wordsKept()} ${keptFor(says)}`)}
      ${promise(privateIcon(), notKept())}
      ${promise(togetherIcon(), html`${ticksCount()} ${says.takesWords ? readers(says) : nothing}`)}
      ${promise(
        undoIcon(),
        msg('You will get a code. With it you can take everything back.', {id: 'evaluation.promise.take-back'}),
      )}
      ${promise(aboutIcon(), courtLimit())}
    </ul>
  </div>`;

/** Nothing to answer about yet. The crisis lines stand all the same. */
export const chooseSpace = (
  view: StartView,
  {isBroken, find}: {isBroken: boolean; find: (() => void) | undefined},
) => html`
  <div class="stack">
    ${title(view)}
    <p>
      ${
        isBroken
          ? msg('This part of the page did not load. The numbers below still work.', {id: 'error.part-failed'})
          : msg('First choose a space from the list. Then you can say here how it was.', {id: 'evaluation.space.none'})
      }
    </p>
    ${
      find && !isBroken
        ? html`<button type="button" class="button" @click=${find}>
            ${msg('Go to the list of spaces', {id: 'evaluation.space.find'})}
          </button>`
        : nothing
    }
    ${view.crisis()}
  </div>
`;

export const didNotLoad = () =>
  html`<p class="error" role="alert">
    ${aboutIcon()}<span>${msg('That did not work. Please try again.', {id: 'error.try-again'})}</span>
  </p>`;

/** What is kept: with words, or where none are taken. */
export const wordsKept = () =>
  msg('We keep your answers, your words if you write any, the season you went, and the month you sent it.', {
    id: 'evaluation.promise.keep',
  });
export const ticksKept = () =>
  msg('We keep your answers, the season you went, and the month you sent it.', {id: 'evaluation.promise.keep.ticks'});

export const ticksCount = () =>
  msg('Your ticks become part of a count. We show a count only from 5 people up.', {id: 'evaluation.promise.ticks'});

export const courtLimit = () =>
  msg('A court could order us to hand over what we keep. So we keep as little as we can.', {
    id: 'evaluation.promise.limit',
  });

/** For how long it is kept. */
export const keptFor = ({keepYears}: Says) =>
  keepYears
    ? msg(str`We keep what you send until you take it back, and no longer than this many years: ${keepYears}`, {
        id: 'evaluation.promise.long',
      })
    : msg('We keep what you send until you take it back.', {id: 'evaluation.promise.long.open'});

const readBefore = () =>
  msg('If you write words, a trained person reads them before anyone else can.', {id: 'evaluation.promise.readers'});

/** By when somebody reads words, where the directory says so. */
export const readWithin = ({readWithinDays}: Says) =>
  readWithinDays
    ? msg(str`They aim to read your words within this many days: ${readWithinDays}`, {id: 'evaluation.promise.when'})
    : '';

/** Who reads words, and by when. */
export const readers = (says: Says) => `${readBefore()} ${readWithin(says)}`.trim();

export const notKept = () =>
  msg(
    'We do not keep your name, your email or your internet address. We do not keep which phone or computer you use.',
    {id: 'evaluation.promise.not-keep'},
  );
