import {msg, str} from '@lit/localize';
import {html, nothing} from 'lit';
import type {Journey} from '../../controllers/journey.js';
import {crisisPanel, moreWords} from '../../internal/crisis-lines.js';
import {privateIcon} from '../../internal/first-icons.js';
import {roleNames, stageNames} from '../../internal/vocabulary-words.js';
import {listWords} from '../../internal/list-words.js';
import {questionTitles} from './road.js';
import type {SelectorView} from './selector-view.js';
import {fieldOf, questionsFor, roleOf, type ChosenRole} from '../../controllers/stage-answers.js';

export const title = (role: ChosenRole) =>
  role === 'experiencer'
    ? msg('Where are you now?', {id: 'stages.title'})
    : msg('Where are things now?', {id: 'stages.title.holder'});

/** `toSpaces` leads to the finder, where one is on the page. */
export const intro = (toSpaces: (() => void) | false) =>
  html`<div class="intro">
    <p>
      ${msg(
        'Here are five places a person can be when life gets hard. You can be in more than one. You can change your mind.',
        {id: 'stages.intro'},
      )}
    </p>
    <p class="soft">${msg('This is not a test. There is no score and no right order.', {id: 'stages.not-a-test'})}</p>
    ${
      toSpaces
        ? html`<button type="button" class="link no-print" @click=${toSpaces}>
            ${msg('You do not have to choose. You can go straight to the spaces.', {id: 'stages.intro.skip'})}
          </button>`
        : nothing
    }
  </div>`;

/** Whom it is for: native radios, drawn as one control. */
export function roleChoice({role, disabled, words, chooseRole}: SelectorView) {
  const names = words?.names ?? roleNames;
  return html`<fieldset class="roles" ?disabled=${disabled}>
    <legend class="label">${msg('Who is this for?', {id: 'stages.role.legend'})}</legend>
    <div class="segments">
      ${(['experiencer', 'holder', 'both'] as const).map(
        each =>
          html`<label class="segment">
            <input
              type="radio"
              name="role"
              .value=${each}
              autocomplete="off"
              .checked=${each === role}
              @change=${() => chooseRole(each)}
            />
            <span>${names[each]()}</span>
          </label>`,
      )}
    </div>
    ${words?.glosses()}
  </fieldset>`;
}

/**
 * Takes the strip's place, before anything else, and nothing is locked behind it. Focus stays where it was: somebody who
 * is choosing may go on choosing. `toSignpost` leads to the signpost, where one is on the page.
 */
export function broughtForward({journey, role, level, focus}: SelectorView, toSignpost: (() => void) | false) {
  return html`<div class="forward stack" tabindex="-1">
    ${crisisPanel({
      nation: journey.nation,
      headingLevel: level,
      title: msg('Help for right now', {id: 'stages.crisis.bring.title'}),
      intro: broughtForwardWords(role),
      actions: html`
        ${toSignpost ? html`<button type="button" class="button no-print" @click=${toSignpost}>${moreWords()}</button>` : nothing}
        <button type="button" class="link no-print" @click=${focus('.chosen input')}>
          ${msg('Change what I chose', {id: 'stages.crisis.bring.change'})}
        </button>
      `,
    })}
    <p class="body-note">
      ${msg(
        'A change like this can start in the body, such as with an illness, a medicine or no sleep. You can ask a GP to check. What you feel is still real.',
        {id: 'stages.body-note'},
      )}
    </p>
  </div>`;
}

export const broughtForwardWords = (role: ChosenRole): string =>
  role === 'experiencer'
    ? msg('You chose a hard place to be. Here are people you can reach now. The rest of the page is still here.', {
        id: 'stages.crisis.bring.experiencer',
      })
    : msg('This is a lot to carry. Here are people you can both reach now. The rest of the page is still here.', {
        id: 'stages.crisis.bring.holder',
      });

/** What was chosen, in words, one paragraph a question. */
export function chosenWords(journey: Journey) {
  const role = roleOf(journey);
  return questionsFor(role).map((whose, _, {length}) => {
    const answer = journey[fieldOf(role, whose)];
    return html`<p>
      ${length > 1 ? html`<strong>${questionTitles[whose]()}</strong><br />` : nothing}
      ${
        answer.length
          ? msg(str`Chosen: ${listWords(answer.map(place => stageNames[place]()))}`, {id: 'stages.chosen'})
          : msg('Nothing chosen', {id: 'stages.none-chosen'})
      }
    </p>`;
  });
}

/** @param isShared Whether the website can see the choice, because it asked for it. */
export const about = (isShared: boolean) => html`
  <p class="with-icon soft small">
    ${privateIcon()}
    <span
      >${
        isShared
          ? msg('This website can see what you choose here.', {id: 'stages.private.shared'})
          : msg('What you choose stays on this page. We do not keep it or send it.', {id: 'stages.private'})
      }</span
    >
  </p>
  <p class="draft small">
    ${msg('These words are a first draft. People who have been through it are helping to make them better.', {
      id: 'stages.draft',
    })}
  </p>
  <p class="soft small">
    ${msg('The five stages come from the roadmap made by Safely Held Spaces. The rest of the words here are ours.', {
      id: 'stages.credit',
    })}
  </p>
`;
