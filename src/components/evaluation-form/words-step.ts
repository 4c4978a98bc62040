import {html, nothing} from 'lit';
import {live} from 'lit/directives/live.js';
import {msg, str} from '@lit/localize';
import {contentTopics} from '@held-spaces/domain/evaluation-words';
import {aboutIcon} from '../../internal/icons.js';
import {topicNames} from '../../internal/quote-words.js';
import {choices} from './choices.js';
import {roomLeft, wordsOf} from './draft.js';
import type {FormView} from './form-view.js';
import {gentleHints, type Hint, type HintKind} from './gentle-hint.js';
import {isContactTooLong} from './sealed-contact.js';
import {readers} from './start.js';

/** Letters left from which the room is said. */
export const nearTheEnd = 200;

/**
 * Whatever the person wants to say, what others should know before they read it, and, where the operator offers it, a
 * sealed way to be reached. Nothing that is written changes what is offered here.
 */
export const wordsQuestions = (view: FormView) => html`
  <div class="asked">
    <label class="legend" for="words"
      >${msg('Is there anything you want to say?', {id: 'evaluation.words.label'})}</label
    >
    <p class="hint" id="words-hint">
      ${msg('What helped, what did not, or what you wish you had known. Please leave out names, dates and places.', {
        id: 'evaluation.words.hint',
      })}
      ${msg('Please do not say how someone hurt themselves. It can hurt others to read.', {
        id: 'evaluation.words.method',
      })}
      ${readers(view.says)}
    </p>
    <p class="hint">
      ${msg(
        'If few people use this space, someone there may guess that you wrote this. You can leave out words and only tick, or wait.',
        {id: 'evaluation.small.if'},
      )}
    </p>
    <p>
      <button type="button" class="link small" @click=${() => view.toCrisis()}>
        ${msg('Nobody reads this now. Need someone? These people can answer.', {id: 'evaluation.words.here'})}
      </button>
    </p>
    ${
      // A browser may send what it checks the spelling of to its maker; the words are to be on this page only.
      html`<textarea
        class="field"
        id="words"
        name="words"
        rows="7"
        spellcheck="false"
        .value=${live(view.draft.words ?? '')}
        aria-describedby="words-hint words-room"
        aria-invalid=${roomLeft(view.draft) < 0 ? 'true' : nothing}
      ></textarea>`
    }
    <p id="words-room" class=${roomLeft(view.draft) < 0 ? 'error' : 'small soft'}>
      ${roomLeft(view.draft) < nearTheEnd ? roomWords(roomLeft(view.draft)) : nothing}
    </p>
  </div>
  ${hints(view)} ${wordsOf(view.draft) ? html`${contentNote(view)} ${sealedContact(view)}` : nothing}
`;

/** How much room there is, in letters. */
export const roomWords = (left: number) =>
  left < 0
    ? msg(str`This is too long by this many letters: ${-left}`, {id: 'evaluation.words.too-long'})
    : msg(str`Room left, in letters: ${left}`, {id: 'evaluation.words.left'});

const hintWords: Readonly<Record<HintKind, (found: string) => string>> = {
  name: found => msg(str`This may be a name: ${found}`, {id: 'evaluation.hint.name'}),
  phone: found => msg(str`This may be a phone number: ${found}`, {id: 'evaluation.hint.phone'}),
  email: found => msg(str`This may be an email address: ${found}`, {id: 'evaluation.hint.email'}),
  place: found => msg(str`This may show where someone lives: ${found}`, {id: 'evaluation.hint.place'}),
  date: found => msg(str`This may be an exact date: ${found}`, {id: 'evaluation.hint.date'}),
  id: found => msg(str`This may be a number that shows who you are: ${found}`, {id: 'evaluation.hint.id'}),
};

export const hintTitle = () => msg('You may want to look at this again', {id: 'evaluation.hint.title'});

export const hintsOf = ({draft, space}: Pick<FormView, 'draft' | 'space'>): readonly Hint[] =>
  gentleHints(wordsOf(draft), space?.name);

/** What may show who somebody is. It stops nobody. */
export function hints(view: FormView) {
  const found = hintsOf(view);
  if (!found.length) return nothing;
  return html`<div class="panel stack hints">
    <p class="with-icon">${aboutIcon()}<strong>${hintTitle()}</strong></p>
    <ul>
      ${found.map(hint => html`<li>${hintWords[hint.kind](hint.found)}</li>`)}
    </ul>
    <p>
      ${msg('Things like this could show who you are. You can leave it or change it.', {id: 'evaluation.hint.why'})}
      ${msg('Only this page looked at your words to tell you this.', {id: 'evaluation.hint.local'})}
    </p>
  </div>`;
}

/** What the writer is asked about others who will read. */
export const noteWords = {
  legend: () => msg('Should others be warned before they read it?', {id: 'evaluation.content-note.legend'}),
  no: () => msg('No need', {id: 'evaluation.content-note.no'}),
  yes: () => msg('Yes. Keep it closed until someone opens it', {id: 'evaluation.content-note.yes'}),
  about: () => msg('What is it about?', {id: 'evaluation.content-note.about'}),
};

const contentNote = ({draft: {isNoted, topics = []}}: FormView) => html`
  ${choices({
    name: 'noted',
    legend: noteWords.legend(),
    options: [
      ['no', noteWords.no()],
      ['yes', noteWords.yes()],
    ],
    chosen: [isNoted === undefined ? undefined : isNoted ? 'yes' : 'no'],
  })}
  ${
    isNoted
      ? choices({
          type: 'checkbox',
          name: 'topic',
          legend: noteWords.about(),
          options: contentTopics.map(topic => [topic, topicNames[topic]()]),
          chosen: topics,
        })
      : nothing
  }
`;

function sealedContact({draft: {contact = ''}, isSealedOffered}: FormView) {
  if (!isSealedOffered) return nothing;
  const tooLong = isContactTooLong(contact);
  return html`<div class="asked sealed">
    <p class="legend">${msg('If someone complains about your words', {id: 'evaluation.sealed.title'})}</p>
    <p id="contact-hint">
      ${msg(
        'Someone may say that your words break the law. Then we may have to take them down, unless we can ask you first.',
        {
          id: 'evaluation.sealed.text',
        },
      )}
      ${msg('You can leave a way to reach you. It is locked on your phone or computer. It is opened only for this.', {
        id: 'evaluation.sealed.offer',
      })}
      ${msg('You do not need to. Your ticks stay, whatever happens to the words.', {id: 'evaluation.sealed.not-needed'})}
    </p>
    <label class="label" for="contact">
      ${msg('A way to reach you, if you want', {id: 'evaluation.sealed.label'})}
    </label>
    <input
      class="field"
      id="contact"
      name="contact"
      autocomplete="off"
      autocapitalize="none"
      spellcheck="false"
      .value=${live(contact)}
      aria-describedby=${tooLong ? 'contact-hint contact-long' : 'contact-hint'}
      aria-invalid=${tooLong ? 'true' : nothing}
    />
    ${tooLong ? html`<p class="error" id="contact-long">${aboutIcon()}<span>${contactTooLong()}</span></p>` : nothing}
  </div>`;
}

export const contactTooLong = () =>
  msg('This is too long. An email address or a phone number is enough.', {id: 'evaluation.sealed.too-long'});
