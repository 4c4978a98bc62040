import type {Clue} from '@held-spaces/domain/roadmap';
import type {StageAnswer} from '@held-spaces/domain/vocabularies';
import type {Journey, Wanted} from '../../controllers/journey.js';
import type {ProjectWords} from './project-words.js';
import type {ChosenRole, Whose} from '../../controllers/stage-answers.js';

/** What the parts of the selector are drawn from, and what they can do. */
export interface SelectorView {
  readonly journey: Journey;
  readonly role: ChosenRole;
  /** Of the headings right under the widget's own. */
  readonly level: number;
  /** What the person picked who cannot name a place. */
  readonly clues: readonly Clue[];
  readonly disabled: boolean;
  /** What is drawn behind the places, where there is room and it has come. */
  readonly land: unknown;
  /** The project's own words, where the host asks for them and they have come. */
  readonly words: ProjectWords | undefined;
  readonly chooseRole: (role: ChosenRole) => void;
  readonly choose: (whose: Whose, place: StageAnswer, isChosen: boolean) => void;
  readonly pick: (clue: Clue, isPicked: boolean) => void;
  /** Sets the finder and leads there, where one is on the page. */
  readonly show: ((wanted: Wanted) => void) | false;
  /** Makes what moves focus to an element of the selector. */
  readonly focus: (selector: string) => () => void;
}
