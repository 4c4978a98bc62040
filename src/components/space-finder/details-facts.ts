import {msg, str} from '@lit/localize';
import {html, nothing} from 'lit';
import type {Space, SpaceExclusion} from '@held-spaces/domain/space';
import type {Exclusion} from '@held-spaces/domain/vocabularies';
import {accessNames, approachNames} from '../../internal/fact-vocabulary.js';
import {heading} from '../../internal/heading.js';
import {notKnownIcon} from '../../internal/more-icons.js';
import {labelWords} from '../../internal/list-words.js';
import {named} from './card-words.js';
import {languageWords} from './choice-words.js';
import {eventLines} from './event-words.js';
import {agesWords, costWords, forWords, stageFitWords, wayInWords} from './fact-words.js';

/**
 * What is known of a space for somebody who thinks of going, and, for what is not, what they could ask. A fact that nobody
 * has told us is in the questions and nowhere else: a row of "not known" each would read as refusals.
 */

/** A fact and what it is of. Nothing where there is nothing to say. */
export const row = (term: string, description: unknown) =>
  description === nothing || description === undefined
    ? nothing
    : html`<div>
        <dt>${term}</dt>
        <dd>${description}</dd>
      </div>`;

/** Rows under their title; nothing where none of them says anything. */
const titled = (level: number, title: string, rows: readonly unknown[]) =>
  rows.every(each => each === nothing)
    ? nothing
    : html`<div class="section">
        ${heading(level, title, {className: 'small-heading'})}
        <dl class="rows">${rows}</dl>
      </div>`;

const lines = (items: readonly unknown[]) =>
  items.length
    ? html`<ul>
        ${items.map(item => html`<li>${item}</li>`)}
      </ul>`
    : nothing;

const exclusionNames: Readonly<Partial<Record<string, () => string>>> = {
  'under-18': () => msg('People under 18', {id: 'vocab.excludes.under-18'}),
  'outside-area': () => msg('People who live outside the area', {id: 'vocab.excludes.outside-area'}),
  'drink-drugs': () => msg('People who have had drink or drugs that day', {id: 'vocab.excludes.drink-drugs'}),
  'medical-need': () => msg('People who need medical care at once', {id: 'vocab.excludes.medical-need'}),
  'not-safe-alone': () => msg('People who cannot keep themselves safe there', {id: 'vocab.excludes.not-safe-alone'}),
  aggression: () => msg('People who threaten others', {id: 'vocab.excludes.aggression'}),
  'not-registered': () => msg('People without a local GP', {id: 'vocab.excludes.not-registered'}),
  'not-crisis': () => msg('People who are in crisis now', {id: 'vocab.excludes.not-crisis'}),
  'no-referral': () => msg('People with no referral', {id: 'vocab.excludes.no-referral'}),
} satisfies Record<Exclusion, () => string>;

/** Whom it cannot take, and why where it says so. A term that is newer than this page stands only by its words. */
function exclusionWords({id, words = ''}: SpaceExclusion): string {
  const name = id && exclusionNames[id]?.();
  if (!name) return words;
  return words ? `${name}. ${msg(str`Why: ${words}`, {id: 'finder.details.cannot-take.why'})}` : name;
}

function cannotTake({exclusions = []}: Space, back: () => void) {
  const said = exclusions.map(exclusionWords).filter(Boolean);
  if (!said.length) return nothing;
  return html`${lines(said)}
    <p class="small">
      ${msg('If this leaves you out, here are others. It is not about you.', {id: 'vocab.excludes.else'})}
      <button type="button" class="link" @click=${back}>${msg('Back to the list', {id: 'finder.details.back'})}</button>
    </p>`;
}

function waitWords({continuity: {wait} = {terms: []}}: Space): string | undefined {
  if (!wait) return undefined;
  return wait.kind === 'none'
    ? msg('No wait. You can go when it is open.', {id: 'finder.details.wait.none'})
    : msg(str`They say: ${wait.words}`, {id: 'finder.details.wait.about'});
}

function wayBackWords({continuity: {terms, limit} = {terms: []}}: Space): string | undefined {
  if (limit) return msg(str`Yes, with a limit: ${limit}`, {id: 'finder.details.way-back.limit'});
  if (terms.includes('back-any-time')) {
    return msg('Yes, when it is open', {id: 'finder.details.way-back.any-time'});
  }
  if (terms.includes('back-limit')) {
    return msg('Yes, with a limit. Ask them what it is.', {id: 'finder.details.way-back.limit.unsaid'});
  }
  if (terms.includes('back-ask')) return msg('Yes, if you ask again', {id: 'finder.details.way-back.ask'});
  return terms.includes('back-no')
    ? msg('No, it is for one visit or one stay', {id: 'finder.details.way-back.no'})
    : undefined;
}

function followUpWords({continuity: {terms} = {terms: []}}: Space): string | undefined {
  if (terms.includes('follow-up')) return msg('Yes, if you want them to', {id: 'finder.details.follow-up.yes'});
  return terms.includes('no-follow-up') ? msg('No', {id: 'finder.details.follow-up.no'}) : undefined;
}

/** Our terms where there is one, and their own words wherever they gave some. */
const accessWords = ({access, accessFeatures = []}: Space) =>
  [labelWords(named(accessNames, accessFeatures)), ...access].filter(Boolean).join('. ') || nothing;

/** What to know before going. `times` are the listed ones. */
export function ifYouGo(space: Space, now: Date, times: unknown, level: number, back: () => void) {
  const {waysIn, audiences, ages, cost, languages, stages} = space;
  const rows = [
    row(msg('Opening times', {id: 'finder.hours.list.title'}), times),
    row(msg('Dates and events', {id: 'finder.filter.events'}), lines(eventLines(space, now))),
    row(msg('How to get in', {id: 'finder.details.way-in'}), waysIn.length ? wayInWords(space) : nothing),
    row(msg('How long is the wait?', {id: 'finder.details.wait'}), waitWords(space)),
    row(
      msg('Who it is for', {id: 'finder.details.for'}),
      audiences.length ? forWords(space) : ages ? agesWords(space) : nothing,
    ),
    row(msg('Who they cannot take', {id: 'finder.details.cannot-take'}), cannotTake(space, back)),
    row(msg('What it costs', {id: 'finder.details.cost'}), cost ? costWords(space) : nothing),
    row(msg('Access', {id: 'finder.details.access'}), accessWords(space)),
    row(
      msg('Languages', {id: 'finder.details.languages'}),
      languages.length ? labelWords(languages.map(languageWords)) : nothing,
    ),
    row(
      msg('When it may help', {id: 'finder.details.stage'}),
      stages.declared.length || stages.suggested.length ? stageFitWords(space) : nothing,
    ),
  ];
  return titled(level, msg('If you go', {id: 'finder.details.if-you-go'}), rows);
}

/** What happens there and after, where any of it is known. */
export function onceThere(space: Space, level: number) {
  const {door, first, who} = space.arrival ?? {};
  const rows = [
    row(msg('At the door', {id: 'finder.details.arrive.door'}), door),
    row(msg('The first five minutes', {id: 'finder.details.arrive.first'}), first),
    row(msg('Who you will meet', {id: 'finder.details.arrive.who'}), who),
    row(msg('Can you come back?', {id: 'finder.details.way-back'}), wayBackWords(space)),
    row(msg('Will they get in touch after?', {id: 'finder.details.follow-up'}), followUpWords(space)),
  ];
  return titled(level, msg('What happens when you get there', {id: 'finder.details.arrive'}), rows);
}

/** What nobody has told us, as questions to say aloud. */
export function asks(space: Space, level: number) {
  const {waysIn, schedules, arrival, continuity, disclosure, exclusions, access, accessFeatures, cost} = space;
  const unless = (isKnown: unknown, question: string) => (isKnown ? [] : [question]);
  const questions = [
    ...unless(waysIn.length, msg('How do I get in?', {id: 'finder.ask.way-in'})),
    ...unless(schedules.length || space.events?.length, msg('When are you open?', {id: 'finder.ask.hours'})),
    ...unless(arrival, msg('What happens when I arrive?', {id: 'finder.ask.arrive'})),
    ...unless(continuity?.wait, msg('How long might I wait?', {id: 'finder.ask.wait'})),
    ...unless(disclosure.answers.leave, msg('Can I leave when I want?', {id: 'finder.ask.leave'})),
    ...unless(wayBackWords(space), msg('Can I come back?', {id: 'finder.ask.way-back'})),
    ...unless(space.audiences.length || space.ages, msg('Who is it for?', {id: 'finder.ask.for'})),
    ...unless(exclusions?.length, msg('Is there anyone you cannot take?', {id: 'finder.ask.cannot-take'})),
    ...unless(access.length || accessFeatures?.length, msg('Is it step-free?', {id: 'finder.ask.access'})),
    ...unless(space.languages.length, msg('Which languages do you speak?', {id: 'finder.ask.languages'})),
    ...unless(cost, msg('What does it cost?', {id: 'finder.ask.cost'})),
  ];
  if (!questions.length) return nothing;
  return html`<div class="section">
    <div class="with-icon">
      ${notKnownIcon()}
      ${heading(level, msg('Not known yet. You could ask', {id: 'finder.ask.title'}), {className: 'small-heading'})}
    </div>
    <ul class="asks">
      ${questions.map(question => html`<li>${question}</li>`)}
    </ul>
  </div>`;
}

/** How it says that it understands distress. */
export function seesDistress({approaches = []}: Space, level: number) {
  const said = labelWords(named(approachNames, approaches));
  return html`<div class="section">
    ${heading(level, msg('How it sees distress', {id: 'finder.details.approach'}), {className: 'small-heading'})}
    <p>${said || msg('They have not told us.', {id: 'finder.details.approach.unknown'})}</p>
    ${
      said
        ? html`<p class="small soft">
            ${msg('They chose these words. We have not checked them.', {id: 'finder.details.approach.note'})}
          </p>`
        : nothing
    }
  </div>`;
}
