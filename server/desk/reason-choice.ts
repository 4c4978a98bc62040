import {html, nothing} from 'lit';
import {msg} from '@lit/localize';
import {isOneOf} from '@held-spaces/domain/vocabularies';
import {withholdReasons, type WithholdReason} from '@held-spaces/domain/moderation';
import {reasonWords} from '../../src/internal/reason-words.js';

interface ReasonChoice {
  readonly label: string;
  /** Undefined: none is chosen yet, and the first option says so. */
  readonly chosen: WithholdReason | undefined;
  choose(reason: WithholdReason | undefined): void;
}

/** Why words are left out or taken down, with what is never a reason. */
export const reasonChoice = ({label, chosen, choose}: ReasonChoice) =>
  html`<div class="no-print">
    <label class="label" for="reason">${label}</label>
    <p class="hint" id="reason-hint">
      ${msg('Choose a reason. It is shown to everyone as a count.', {id: 'desk.item.withhold.reason'})}
      ${msg('We never leave words out because they are angry, sad, or hard on a space.', {
        id: 'evaluation.reason.not-a-reason',
      })}
    </p>
    <select
      class="select"
      id="reason"
      aria-describedby="reason-hint"
      @change=${({target}: Event) => {
        const {value} = target as HTMLSelectElement;
        choose(isOneOf(withholdReasons, value) ? value : undefined);
      }}
    >
      ${
        chosen === undefined
          ? html`<option value="">${msg('Choose', {id: 'desk.item.reason.choose'})}</option>`
          : nothing
      }
      ${withholdReasons.map(
        reason => html`<option value=${reason} ?selected=${reason === chosen}>${reasonWords[reason]()}</option>`,
      )}
    </select>
  </div>`;
