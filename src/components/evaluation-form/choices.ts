import {msg} from '@lit/localize';
import {roles, type Role} from '@held-spaces/domain/first-terms';
import {html, nothing} from 'lit';
import {roleNames} from '../../internal/vocabulary-words.js';

interface Choices {
  /** Name of the field in the form. */
  readonly name: string;
  readonly legend: string;
  readonly hint?: unknown;
  /** Value and words of each. */
  readonly options: readonly (readonly [string, string])[];
  readonly chosen: readonly (string | undefined)[];
  readonly type?: 'radio' | 'checkbox';
  /** One of several questions with the same answers, which stand as columns where there is room. */
  readonly columns?: boolean;
  readonly clear?: (name: string) => void;
  /** The legend is for readers only, where a heading just before it says the same. */
  readonly quietLegend?: boolean;
}

/** A question and its answers, one under the other, all alike. */
export function choices({name, legend, hint, options, chosen, type = 'radio', columns, clear, quietLegend}: Choices) {
  const any = options.some(([value]) => chosen.includes(value));
  return html`<fieldset
    class=${`asked ${columns ? 'columns' : ''} ${options.length > 5 ? 'many' : ''}`}
    aria-describedby=${hint ? `hint-${name}` : nothing}
  >
    <legend class=${quietLegend ? 'visually-hidden' : ''}>${legend}</legend>
    ${hint ? html`<p class="hint" id=${`hint-${name}`}>${hint}</p>` : nothing}
    <div class="answers">
      ${options.map(
        ([value, words]) =>
          html`<label class=${`choice ${chosen.includes(value) ? 'chosen' : ''}`}>
            <input type=${type} name=${name} .value=${value} .checked=${chosen.includes(value)} />
            <span>${words}</span>
          </label>`,
      )}
    </div>
    ${
      clear
        ? html`<button type="button" class=${`link clear ${any ? '' : 'away'}`} @click=${() => clear(name)}>
            ${msg('Clear my answer', {id: 'evaluation.clear'})}<span class="visually-hidden">: ${legend}</span>
          </button>`
        : nothing
    }
  </fieldset>`;
}

export const roleChoices = (role: Role) =>
  choices({
    name: 'role',
    legend: msg('You are answering as', {id: 'evaluation.role.legend'}),
    options: roles.map(id => [id, roleNames[id]()]),
    chosen: [role],
  });
