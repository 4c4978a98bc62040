import {msg} from '@lit/localize';
import {html, type TemplateResult} from 'lit';
import {roleNames} from '../../internal/vocabulary-words.js';
import type {ChosenRole} from '../../controllers/stage-answers.js';

export interface ProjectWords {
  readonly names: Readonly<Record<ChosenRole, () => string>>;
  readonly glosses: () => TemplateResult;
}

/** The project's own words for whom it is for, with what they mean. "Both" has none. */
export const projectWords: ProjectWords = {
  names: {
    experiencer: () => msg('Experiencer', {id: 'stages.role.experiencer.term'}),
    holder: () => msg('Holder', {id: 'stages.role.holder.term'}),
    both: roleNames.both,
  },
  glosses: () =>
    html`<p class="hint">
        ${msg('An experiencer is a person who is going through distress, or has been through it.', {
          id: 'stages.role.experiencer.gloss',
        })}
      </p>
      <p class="hint">
        ${msg('A holder is there for someone in distress. It may be a friend, parent, partner or worker.', {
          id: 'stages.role.holder.gloss',
        })}
      </p>`,
};
