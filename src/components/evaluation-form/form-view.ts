import type {TemplateResult} from 'lit';
import type {StageAnswer, Role} from '@held-spaces/domain/vocabularies';
import type {HeadingOptions} from '../../internal/heading.js';
import type {Draft, Part, StageQuestionId, Step} from './draft.js';

/** What the parts of the form are drawn from, and what they may ask of it. */
export interface FormView {
  readonly draft: Draft;
  readonly role: Role;
  /** The space that the answers are about. */
  readonly space: Draft['space'];
  /** Everything on one page, as rows where there is room. */
  readonly onePage: boolean;
  /** The questions about force have been opened. */
  readonly forceShown: boolean;
  /** The crisis lines. */
  crisis(): TemplateResult;
  /** The way to them, where they stand further down. */
  toCrisis(): TemplateResult;
  /** The stages to show as chosen, and whether they are those that the stage selector filled in. */
  stages(id: StageQuestionId): {readonly chosen: readonly StageAnswer[]; readonly filledIn: boolean};
  /** A heading that many levels under the host's. */
  heading(below: number, content: unknown, options?: HeadingOptions): TemplateResult;
  /** Takes back the answer to a question. */
  clear(name: string): void;
  showForce(): void;
  skipForce(): void;
  setLayout(layout: 'one' | 'all'): void;
  /** On to what will be sent. */
  preview(): void;
  go(step: Step, focus?: string): void;
  /** To a part, wherever it stands in the layout of now. */
  goToPart(part: Part): void;
}
