import type {Nation, Role, StageAnswer} from '@held-spaces/domain/vocabularies';
import type {ReactiveController, ReactiveControllerHost} from 'lit';

/**
 * What the widgets on one page know together, so that choosing a stage sets the finder with no code of the host's.
 * It lives in memory, for as long as the page does, and nowhere else: no address, no storage, no event.
 */
export interface Journey {
  /** Where the person is, or, for a holder, where the one they support is. */
  readonly stages: readonly StageAnswer[];
  /** Where a holder is. */
  readonly holderStages: readonly StageAnswer[];
  /** Whom the support is for. Missing until somebody has said. */
  readonly role?: Role | 'both';
  /** The nation that the place in the finder lies in. Never guessed. */
  readonly nation?: Nation;
  /** The space that the person opened, for the evaluation form beside it. */
  readonly space?: {readonly id: string; readonly name: string};
}

/** Widgets that another widget may bring the person to. */
export type LandmarkKind = 'signpost' | 'finder' | 'evaluation';

interface Landmark {
  readonly kind: LandmarkKind;
  readonly element: Element;
  /** Moves focus to the widget and into sight. */
  readonly reveal: () => void;
}

/**
 * The meeting point, one for each document. Its shape is a contract between copies and versions of the library: fields
 * are only ever added, and every copy finds it under the same registered symbol.
 */
interface MeetingPoint {
  journey: Journey;
  readonly listeners: Set<() => void>;
  readonly landmarks: Set<Landmark>;
}

const key = Symbol.for('held-spaces.journey.1');

function meetingPoint(): MeetingPoint {
  const holder = document as unknown as Record<symbol, MeetingPoint | undefined>;
  let point = holder[key];
  if (!point) {
    point = {journey: {stages: [], holderStages: []}, listeners: new Set(), landmarks: new Set()};
    // Not enumerable, so that a host that lists its own properties finds nothing new.
    Object.defineProperty(document, key, {value: point});
  }
  return point;
}

/**
 * Makes a widget one of those on its page. It renders again when another one changes what they share; it hears nothing
 * while it is away from the page, and leaves nothing behind.
 */
export class JourneyMember implements ReactiveController {
  protected readonly host: ReactiveControllerHost & Element;
  readonly #landmark: Landmark | undefined;
  readonly #changed = () => {
    this.host.requestUpdate();
  };

  /**
   * @param host The widget.
   * @param kind What others may call the widget, where it can be brought to somebody.
   * @param reveal Moves focus to the widget and into sight.
   */
  constructor(host: ReactiveControllerHost & Element, kind?: LandmarkKind, reveal?: () => void) {
    this.host = host;
    this.#landmark = kind && reveal ? {kind, element: host, reveal} : undefined;
    host.addController(this);
  }

  /** What the widgets share now. */
  get now(): Journey {
    return meetingPoint().journey;
  }

  hostConnected(): void {
    const point = meetingPoint();
    point.listeners.add(this.#changed);
    if (!this.#landmark) return;
    point.landmarks.add(this.#landmark);
    // A widget that came earlier may have been waiting for one like this.
    tell(point);
  }

  hostDisconnected(): void {
    const point = meetingPoint();
    point.listeners.delete(this.#changed);
    if (!this.#landmark) return;
    point.landmarks.delete(this.#landmark);
    tell(point);
  }
}

/** For a widget that also changes what the widgets share, or leads to another of them. */
export class JourneyController extends JourneyMember {
  /** Changes some of it, for every widget on the page. Call it only for what a person did. */
  set(change: Partial<Journey>): void {
    const point = meetingPoint();
    point.journey = {...point.journey, ...change};
    tell(point);
  }

  /** Whether a widget of that kind is on the page. */
  has(kind: LandmarkKind): boolean {
    return this.#find(kind) !== undefined;
  }

  /** Whether a widget of that kind stands earlier on the page than this one, in the same tree. */
  comesAfter(kind: LandmarkKind): boolean {
    const element = this.#find(kind)?.element;
    const position = element?.compareDocumentPosition(this.host) ?? 0;
    return (
      (position & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 && (position & Node.DOCUMENT_POSITION_DISCONNECTED) === 0
    );
  }

  /** Brings the person to the first widget of that kind. `false` where there is none. */
  reveal(kind: LandmarkKind): boolean {
    const landmark = this.#find(kind);
    landmark?.reveal();
    return landmark !== undefined;
  }

  #find(kind: LandmarkKind): Landmark | undefined {
    return [...meetingPoint().landmarks].find(landmark => landmark.kind === kind);
  }
}

function tell(point: MeetingPoint): void {
  point.listeners.forEach(listener => listener());
}
