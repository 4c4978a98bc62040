import {crisisPanel} from '../internal/crisis-lines.js';
import type {Widget} from '../internal/drawn-element.js';
import {CrisisWay} from './crisis-way.js';
import type {JourneyController} from './journey.js';

/** The way to a person, for a widget that carries the core lines itself. */
export class CrisisHelp extends CrisisWay {
  constructor(host: Widget, journey: JourneyController) {
    super(host, journey, {part: {crisisPanel}, load: () => undefined});
  }
}
