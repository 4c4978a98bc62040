import type {Role} from '@held-spaces/domain/vocabularies';
import type {TemplateResult} from 'lit';
import type {Widget} from '../../internal/drawn-element.js';
import type {JourneyController} from '../../controllers/journey.js';
import type {Draft} from './draft.js';
import type {StartView} from './start.js';

export interface FormElement extends Widget {
  readonly directory: string;
  layout: 'one' | 'all';
  readonly postTo: string;
}

/** The element around the form, as the form inside it sees it. */
export interface FormHost {
  readonly element: FormElement;
  readonly journey: JourneyController;
  /** The space that the host page or the finder names now. */
  offered(): Draft['space'];
  /** The role that the other widgets on the page know. */
  roleOfPage(): Role;
  /** The crisis lines, or the way to the signpost where one stands before the form. */
  crisis(): TemplateResult;
  startView(): StartView;
}
