import type {EvaluatedSpace} from '@held-spaces/domain/stage-fit';
import type {Approach, Kind, Nation, Role, StageAnswer} from '@held-spaces/domain/vocabularies';
import type {ReactiveController} from 'lit';
import type {ControllerHost} from '../internal/plain-element.js';

/**
 * What the widgets on one page know together, so that choosing a stage sets the finder with no code of the host's.
 * It lives in memory, for as long as the page does, and nowhere else: no address, no storage, no event.
 *
 * A contract between copies and versions of the library, in words in `docs/widgets-together.md`. A field never changes its
 * meaning and none is taken away; a widget leaves alone what it does not know, values of lists included.
 */
export interface Journey {
  /** Where the person is, or, for a holder, where the one they support is. `stage-answers.ts` tells which is whose. */
  readonly stages: readonly StageAnswer[];
  /** Where a holder is. For `both`, where the one they support is: `stages` is the question asked first. */
  readonly holderStages: readonly StageAnswer[];
  /** Whom the support is for. Missing until somebody has said. */
  readonly role?: Role | 'both' | undefined;
  /** What the person picked who could not name a place asks for people to reach now. */
  readonly needsNow?: boolean | undefined;
  /** What the finder found for where to search, by name: a district or a town, never a postcode. */
  readonly place?: string | undefined;
  /** The nation that this place lies in. Never guessed. */
  readonly nation?: Nation | undefined;
  /** The spaces that the finder has loaded to search in, with what is published of them. */
  readonly loaded?: readonly EvaluatedSpace[] | undefined;
  /** The space that the person opened, for the evaluation form beside it. */
  readonly space?: {readonly id: string; readonly name: string} | undefined;
  /** What the person asked to be shown. */
  readonly wanted?: Wanted | undefined;
  /** Which places near are open at the moment of asking, as a finder knows. Missing while it has no list for a place. */
  readonly openNow?: (() => OpenSpaces | undefined) | undefined;
  /** Whether the person wants Easy Read. Missing where they have not said, and the language of the page tells. */
  readonly easyRead?: boolean | undefined;
}

/**
 * What a finder is to show, in place of the kinds and approaches chosen in it so far. Each press is an object of its own:
 * a finder takes one up once, however late it comes, and what the person changes there afterwards holds.
 */
export interface Wanted {
  readonly kinds: readonly Kind[];
  readonly approaches: readonly Approach[];
}

/** Places near the one that was searched for that say they are open now, all in the words of the page. */
export interface OpenSpaces {
  /** What to know before them, or that there are none. */
  readonly words: string;
  readonly spaces: readonly OpenSpace[];
}

export interface OpenSpace {
  readonly name: string;
  /** Until when it is open, and how far it is. */
  readonly words: string;
  readonly phone?: string | undefined;
  /** Opens it in the finder that knows it, and brings the person there. */
  readonly open: () => void;
}

/** Widgets that another widget may bring the person to. */
export type LandmarkKind = 'signpost' | 'finder' | 'evaluation';

/** A widget. */
export interface JourneyHost extends ControllerHost, Element {
  /** Forgets everything that a person did in it. */
  reset?(): void;
}

interface Landmark {
  readonly kind: LandmarkKind;
  readonly element: Element;
  /** Moves focus to the widget and into sight. */
  readonly reveal: () => void;
}

/**
 * The meeting point, one for each document. Every copy of the library finds it under the same registered symbol; like a
 * journey, it only ever gains fields.
 */
interface MeetingPoint {
  journey: Journey;
  /** Told of each change, and whether it was that everything is forgotten. */
  readonly listeners: Set<(isCleared?: boolean) => void>;
  readonly landmarks: Set<Landmark>;
}

const key = Symbol.for('held-spaces.journey.1');

const beginning: Journey = {stages: [], holderStages: []};

/** Where the widgets of a document meet, or, where a widget stands alone, nobody but itself. */
function meetingPoint(place: Document | Element = document): MeetingPoint {
  const holder = place as unknown as Record<symbol, MeetingPoint>;
  // Not enumerable, so that a host that lists its own properties finds nothing new.
  if (!holder[key]) {
    Object.defineProperty(holder, key, {value: {journey: beginning, listeners: new Set(), landmarks: new Set()}});
  }
  return holder[key] as MeetingPoint;
}

const meetingPointOf = (host: Element) => meetingPoint(host.hasAttribute('alone') ? host : document);

/** What a widget shares now, for one that is a member of a journey in any case. */
export const journeyOf = (host: Element): Journey => meetingPointOf(host).journey;

/** Forgets, in every widget on the page, those that stand `alone` included, what a person did. For the quick exit. */
export function clearJourney(): void {
  const point = meetingPoint();
  point.journey = beginning;
  tell(point, true);
}

/**
 * Makes a widget one of those on its page. It renders again when another one changes what they share; it hears nothing
 * while it is away from the page, and leaves nothing behind. With the attribute `alone` it shares nothing with any other.
 */
export class JourneyMember implements ReactiveController {
  protected readonly host: JourneyHost;
  readonly #landmark: Landmark | undefined;
  readonly #changed = (isCleared?: boolean) => {
    if (isCleared) {
      this.point.journey = beginning;
      this.host.reset?.();
    }
    this.host.requestUpdate();
  };

  /**
   * @param host The widget.
   * @param kind What others may call the widget, where it can be brought to somebody.
   * @param reveal Moves focus to the widget and into sight.
   */
  constructor(host: JourneyHost, kind?: LandmarkKind, reveal?: () => void) {
    this.host = host;
    this.#landmark = kind && reveal ? {kind, element: host, reveal} : undefined;
    host.addController(this);
  }

  /** What the widgets share now. */
  get now(): Journey {
    return this.point.journey;
  }

  /** Where the widget meets the others. */
  protected get point(): MeetingPoint {
    return meetingPointOf(this.host);
  }

  /** Whether a widget of that kind is on the page. */
  has(kind: LandmarkKind): boolean {
    return this.find(kind) !== undefined;
  }

  /** Brings the person to the first widget of that kind. `false` where there is none. */
  reveal(kind: LandmarkKind): boolean {
    const landmark = this.find(kind);
    landmark?.reveal();
    return landmark !== undefined;
  }

  protected find(kind: LandmarkKind): Landmark | undefined {
    return [...this.point.landmarks].find(landmark => landmark.kind === kind);
  }

  hostConnected(): void {
    const {point} = this;
    point.listeners.add(this.#changed);
    // One that stands alone listens to the page too, for the exit.
    meetingPoint().listeners.add(this.#changed);
    if (!this.#landmark) return;
    point.landmarks.add(this.#landmark);
    // A widget that came earlier may have been waiting for one like this.
    tell(point);
  }

  hostDisconnected(): void {
    const point = meetingPoint();
    point.listeners.delete(this.#changed);
    if (this.#landmark && point.landmarks.delete(this.#landmark)) tell(point);
  }
}

/** For a widget that also changes what the widgets share, or goes by where another one stands. */
export class JourneyController extends JourneyMember {
  /** Changes some of it, for every widget on the page. Call it only for what a person did, or for a host that asks. */
  set(change: Partial<Journey>): void {
    const {point} = this;
    point.journey = {...point.journey, ...change};
    tell(point);
  }

  /** Whether a widget of that kind stands earlier on the page than this one, in the same tree. */
  comesAfter(kind: LandmarkKind): boolean {
    const element = this.find(kind)?.element;
    const position = element?.compareDocumentPosition(this.host) ?? 0;
    return (
      (position & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 && (position & Node.DOCUMENT_POSITION_DISCONNECTED) === 0
    );
  }
}

function tell({listeners}: MeetingPoint, isCleared?: boolean): void {
  listeners.forEach(listener => listener(isCleared));
}
