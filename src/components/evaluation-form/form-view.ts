import type {nothing, TemplateResult} from 'lit';
import type {StageAnswer} from '@held-spaces/domain/vocabularies';
import type {Draft, Part, StageQuestionId, Step} from './draft.js';
import type {StartView} from './start.js';

/** What the parts of the form are drawn from, and what they may ask of it. */
export interface FormView extends StartView {
  readonly draft: Draft;
  /** The parts of the form, in order. */
  readonly parts: readonly Part[];
  /** Everything on one page, as rows where there is room. */
  readonly onePage: boolean;
  /** The questions about force have been opened. */
  readonly forceShown: boolean;
  /** The way to the crisis lines, first on a step. */
  crisisAbove(): TemplateResult;
  /** The crisis lines, under the ways on and back. */
  crisisBelow(): TemplateResult | typeof nothing;
  /** Brings the person to the crisis lines. */
  toCrisis(): void;
  /** The operator offers to keep a sealed way to reach the writer. */
  readonly isSealedOffered: boolean;
  /** The stages to show as chosen, and whether they are those that the stage selector filled in. */
  stages(id: StageQuestionId): {readonly chosen: readonly StageAnswer[]; readonly filledIn: boolean};
  /** Takes back the answer to a question. */
  clear(name: string): void;
  showForce(): void;
  skipForce(): void;
  /** On to what will be sent. */
  preview(): void;
  go(step: Step): void;
  /** To a part, wherever it stands in the layout of now. */
  goToPart(part: Part): void;
}
