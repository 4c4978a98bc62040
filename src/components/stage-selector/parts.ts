import {msg, str} from '@lit/localize';
import type {StageAnswer} from '@held-spaces/domain/vocabularies';
import {html, nothing} from 'lit';
import type {Journey} from '../../controllers/journey.js';
import {crisisPanel, moreWords} from '../../internal/crisis-lines.js';
import {heading} from '../../internal/heading.js';
import {privateIcon} from '../../internal/first-icons.js';
import {roleNames, stageNames} from '../../internal/vocabulary-words.js';
import {listWords} from '../../internal/words.js';
import {questionTitles} from './road.js';
import {fieldOf, questionsFor, roleOf, type ChosenRole} from './stage-answers.js';
import {help} from './stage-words.js';

/** The project's own words for whom it is for. "Both" has none. */
const projectRoleNames: Readonly<Record<ChosenRole, () => string>> = {
  experiencer: () => msg('Experiencer', {id: 'stages.role.experiencer.term'}),
  holder: () => msg('Holder', {id: 'stages.role.holder.term'}),
  both: roleNames.both,
};

/** Whom it is for: native radios, drawn as one control. */
export function roleChoice(role: ChosenRole, projectWords: boolean, choose: (role: ChosenRole) => void) {
  const names = projectWords ? projectRoleNames : roleNames;
  return html`<fieldset class="roles">
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
              @change=${() => choose(each)}
            />
            <span>${names[each]()}</span>
          </label>`,
      )}
    </div>
    ${projectWords ? roleGlosses() : nothing}
  </fieldset>`;
}

const roleGlosses = () =>
  html`<p class="hint">
      ${msg('An experiencer is a person who is going through distress, or has been through it.', {
        id: 'stages.role.experiencer.gloss',
      })}
    </p>
    <p class="hint">
      ${msg('A holder is there for someone in distress. It may be a friend, parent, partner or worker.', {
        id: 'stages.role.holder.gloss',
      })}
    </p>`;

export interface ForwardParts {
  readonly journey: Journey;
  readonly headingLevel: number;
  /** Leads to the signpost, where one is on the page. */
  readonly toSignpost: (() => void) | false;
  /** Moves focus to what was chosen. */
  readonly toChosen: () => void;
}

/**
 * Takes the strip's place, before anything else, and nothing is locked behind it. Focus stays where it was: somebody who
 * is choosing may go on choosing.
 */
export function broughtForward({journey, headingLevel, toSignpost, toChosen}: ForwardParts) {
  return html`<div class="forward stack" tabindex="-1">
    ${crisisPanel({
      nation: journey.nation,
      headingLevel,
      title: msg('Help for right now', {id: 'stages.crisis.bring.title'}),
      intro: broughtForwardWords(roleOf(journey)),
      actions: html`
        ${toSignpost ? html`<button type="button" class="button no-print" @click=${toSignpost}>${moreWords()}</button>` : nothing}
        <button type="button" class="link no-print" @click=${toChosen}>
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

/** What may help at each of the places that are chosen. */
export const mayHelp = (places: readonly StageAnswer[], headingLevel: number) =>
  html`<div class="help">
    ${heading(headingLevel, msg('What may help here', {id: 'stages.help.title'}), {className: 'name'})}
    ${places.map(
      place =>
        html`<div class="panel">
          ${heading(headingLevel + 1, stageNames[place](), {className: 'small-heading'})}
          <p>${help[place]()}</p>
        </div>`,
    )}
  </div>`;

export const about = () => html`
  <p class="with-icon soft small">
    ${privateIcon()}
    <span>${msg('What you choose stays on this page. We do not keep it or send it.', {id: 'stages.private'})}</span>
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
