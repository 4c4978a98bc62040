/**
 * What is sent of each service. A stored record is kept as the text that it is in the store, and what is sent of it is
 * written when somebody asks, but for the rows of lists: those are written behind the first answers and kept as bytes,
 * because turning objects into JSON at every request costs three to four times all the rest of it. On that pass the
 * records too become bytes, which stand outside the heap and so cost no collection of garbage anything.
 *
 * Whatever else is to be published of a service goes into `card`, `details` and `whole`, and into `fingerprint`.
 */
import {toCard, toDetails} from '@held-spaces/domain/area-card';
import type {SpaceCard, SpaceDetails} from '@held-spaces/domain/area-card';
import {briefOf} from '@held-spaces/domain/evaluation-summary';
import type {EvaluationSummary} from '@held-spaces/domain/evaluation-summary';
import {toService, toServiceSummary} from '@held-spaces/domain/open-referral/oruk3';
import type {Space} from '@held-spaces/domain/space';
import type {StoredSpace} from '../store/store.js';
import {StoredDocument} from '../store/stored-document.js';
import type {Breather} from './breather.js';
import {ByteStore, toText} from './byte-store.js';
import {jsonBytes, toBytes} from './bytes.js';
import type {Bytes} from './bytes.js';
import {exampleSpace} from './example-space.js';
import {publishedSpace} from './published-space.js';
import {RecentBodies} from './recent-bodies.js';
import {idOnceOf} from './term-ids.js';

/** How many bytes of whole services that were opened lately are kept. */
const recentBytes = 16 * 1024 * 1024;

interface WrittenRows {
  readonly summaries: ByteStore;
  readonly minimals: ByteStore;
}

/** Stored records by their place, however they are kept. */
type Records = (position: number) => StoredSpace | undefined;

export class Rows {
  readonly #count: number;
  #records: Records;
  readonly #today: number;
  readonly #summaries: ReadonlyMap<string, EvaluationSummary>;
  readonly #whole = new RecentBodies<number>(recentBytes);
  #written: WrittenRows | undefined;

  /**
   * @param stored In the order of their rows.
   * @param today Day number in London.
   * @param summaries What is published of evaluations, by the id of their space.
   */
  constructor(stored: readonly StoredSpace[], today: number, summaries: ReadonlyMap<string, EvaluationSummary>) {
    this.#count = stored.length;
    this.#records = position => stored[position];
    this.#summaries = summaries;
    this.#today = today;
  }

  space(position: number): Space {
    return publishedSpace(this.#at(position).space, this.#today);
  }

  card(position: number): SpaceCard {
    const space = this.space(position);
    const summary = this.#summaries.get(space.id);
    const evaluations = summary && briefOf(summary);
    return {...toCard(space), ...(evaluations && {evaluations})};
  }

  /** The details, under the id of their space. */
  details(position: number): readonly [id: string, details: SpaceDetails] {
    const space = this.space(position);
    const evaluations = this.#summaries.get(space.id);
    return [space.id, {...toDetails(space), ...(evaluations && {evaluations})}];
  }

  /** The whole service, as JSON. */
  whole(position: number): Bytes {
    return this.#whole.get(position, () => {
      const space = this.space(position);
      const held_evaluations = this.#summaries.get(space.id);
      return jsonBytes({...toService(space, this.optionsOf(position)), ...(held_evaluations && {held_evaluations})});
    });
  }

  /** The row of a list, as JSON. */
  summary(position: number): Bytes {
    return this.#written?.summaries.at(position) ?? toBytes(this.#summaryOf(this.space(position), position));
  }

  /** The least that a row may hold under the standard's own schema: `minimal=true`. */
  minimal(position: number): Bytes {
    return this.#written?.minimals.at(position) ?? toBytes(this.#minimalOf(this.space(position), position));
  }

  /** What the adapters of Open Referral are told of a row. */
  optionsOf(position: number) {
    return {idOf: idOnceOf, lastModified: this.#at(position).lastModified};
  }

  /** Text that differs whenever the card or the details of a row do. */
  fingerprint(position: number): string {
    const {document} = this.#at(position);
    // Only what has dates is published otherwise on another day.
    const events = document.includes('"events"') ? (this.space(position).events?.length ?? 0) : '';
    // A large directory has few evaluated spaces, and a space is read for its id only where there are any.
    const summary = this.#summaries.size > 0 ? this.#summaries.get(this.space(position).id) : undefined;
    return `${document}${events}${summary ? JSON.stringify(summary) : ''}`;
  }

  /**
   * Writes the rows of all lists, so that none has to be written while somebody waits.
   *
   * @param count How many rows are listed. They come first.
   * @param seen Is shown each of their spaces on the way.
   */
  async write(count: number, breather: Breather, seen: (position: number, space: Space) => void): Promise<void> {
    const written = {summaries: new ByteStore(count), minimals: new ByteStore(count)};
    const kept = new KeptRecords(this.#count);
    for (let position = 0; position < this.#count; position++) {
      kept.push(this.#at(position));
      if (position < count) {
        const space = this.space(position);
        written.summaries.push(this.#summaryOf(space, position));
        written.minimals.push(this.#minimalOf(space, position));
        seen(position, space);
      }
      if (breather.isDue) await breather.breathe();
    }
    written.summaries.finish();
    written.minimals.finish();
    this.#written = written;
    this.#records = kept.finish();
  }

  #summaryOf(space: Space, position: number): string {
    return JSON.stringify(toServiceSummary(space, {lastModified: this.#at(position).lastModified}));
  }

  #minimalOf({id, name, status}: Space, position: number): string {
    // Name and status too: without them no row is valid under the standard's own schema.
    return JSON.stringify({id, name, status, last_modified: this.#at(position).lastModified});
  }

  #at(position: number): StoredSpace {
    const stored = this.#records(position);
    if (!stored) throw new RangeError(`There is no service ${position}.`);
    return stored;
  }
}

/** Stored records as bytes. */
class KeptRecords {
  readonly #documents: ByteStore;
  readonly #lastModified: string[] = [];

  constructor(count: number) {
    this.#documents = new ByteStore(count);
  }

  push({document, lastModified}: StoredSpace): void {
    this.#documents.push(document);
    this.#lastModified.push(lastModified);
  }

  finish(): Records {
    this.#documents.finish();
    return position => {
      const lastModified = this.#lastModified[position];
      return lastModified === undefined
        ? undefined
        : new StoredDocument(toText(this.#documents.at(position)), lastModified);
    };
  }
}

/** Changes whenever this version writes spaces otherwise than another did. */
export const shapeOfRows = JSON.stringify([
  toCard(exampleSpace),
  toDetails(exampleSpace),
  toService(exampleSpace, {idOf: idOnceOf, lastModified: ''}),
]);
