/**
 * Where nothing is near at an hour, from what there is alone. Nothing is known here of who searched for what, and nothing
 * can be: searches never leave the devices that make them.
 */
import {freshness} from '@held-spaces/domain/freshness';
import {instantOf, londonTime} from '@held-spaces/domain/opening-hours';
import {isOpenAt} from '@held-spaces/domain/opening-hours';
import type {Weekday} from '@held-spaces/domain/opening-hours';
import type {Place} from '@held-spaces/domain/places';
import {stagesOf} from '@held-spaces/domain/space';
import type {GeoPoint, Space} from '@held-spaces/domain/space';
import {stages} from '@held-spaces/domain/vocabularies';
import type {Stage} from '@held-spaces/domain/vocabularies';
import {PointIndex} from '../read-model/point-index.js';

/** An hour of the week, on London's clock. */
export interface HourOfWeek {
  readonly weekday: Weekday;
  /** Minutes after midnight. */
  readonly minutes: number;
}

export interface Nearest {
  readonly id: string;
  readonly name: string;
  readonly distanceKm: number;
}

/** One postcode district and one stage. */
export interface Coverage {
  readonly district: Place;
  readonly stage: Stage;
  /** The nearest space that is known to be open then. Missing: there is none anywhere. */
  readonly open?: Nearest;
  /** The nearest whose times are not known, or are too old to rely on. It may be open. */
  readonly mayBeOpen?: Nearest;
  /** The nearest at any hour. */
  readonly atAnyHour?: Nearest;
}

export interface CoverageOptions {
  readonly now: Date;
  readonly staleAfterDays: number;
  readonly at: HourOfWeek;
}

/** The next instant at which London's clock shows an hour of the week. */
export function nextInstant({weekday, minutes}: HourOfWeek, now: Date): Date {
  for (let ahead = 0; ahead <= 8; ahead++) {
    const day = londonTime(new Date(now.getTime() + ahead * 86_400_000));
    if (day.weekday !== weekday) continue;
    const instant = instantOf(day, minutes);
    if (instant >= now) return instant;
  }
  throw new RangeError(`There is no ${weekday}.`);
}

type PlacedSpace = Space & {readonly location: {readonly point: GeoPoint}};

/** Spaces to go to that take people now, with a point. A private address has none. */
export function placesToGo(spaces: readonly Space[]): readonly PlacedSpace[] {
  const isPlaced = (space: Space): space is PlacedSpace => space.location?.point !== undefined;
  return spaces
    .filter(({status, deliveries, location}) => {
      return status === 'active' && deliveries.includes('physical') && location?.precision !== 'area';
    })
    .filter(isPlaced);
}

/** For each district and stage, the nearest space to go to. */
export function coverageOf(
  spaces: readonly Space[],
  districts: readonly Place[],
  {now, staleAfterDays, at}: CoverageOptions,
): readonly Coverage[] {
  const instant = nextInstant(at, now);
  const judged = placesToGo(spaces).map(space => ({
    space,
    // Of a record that is old or undated nothing is said of any hour.
    isOpen:
      freshness(space.provenance, now, staleAfterDays) === 'fresh' ? isOpenAt(space.schedules, instant) : undefined,
  }));
  return stages.flatMap(stage => {
    const suited = judged.filter(({space}) => stagesOf(space).includes(stage));
    const nearest = nearestAmong(suited.map(({space}) => space));
    const open = nearestAmong(suited.filter(({isOpen}) => isOpen === true).map(({space}) => space));
    const mayBe = nearestAmong(suited.filter(({isOpen}) => isOpen === undefined).map(({space}) => space));
    return districts.map(district => {
      const [isOpen, mayBeOpen, atAnyHour] = [open, mayBe, nearest].map(find => find(district.point));
      return {
        district,
        stage,
        ...(isOpen && {open: isOpen}),
        ...(mayBeOpen && {mayBeOpen}),
        ...(atAnyHour && {atAnyHour}),
      };
    });
  });
}

function nearestAmong(spaces: readonly PlacedSpace[]): (point: GeoPoint) => Nearest | undefined {
  const index = new PointIndex(spaces.map(({location}) => location.point));
  return point => {
    const [near] = index.nearest(point, 1);
    const space = near && spaces[near.position];
    return space && {id: space.id, name: space.name, distanceKm: near.distanceKm};
  };
}
