/** Reading query parameters. One that we do not know is ignored, as the standard's readers expect; a malformed one ends the request. */
import {weekdays} from '@held-spaces/domain/opening-hours';
import type {Weekday} from '@held-spaces/domain/opening-hours';
import {isOneOf} from '@held-spaces/domain/vocabularies';
import {isUuid} from '../ids.js';
import {ProblemError} from '../problems.js';

export class Parameters {
  readonly #values: URLSearchParams;

  constructor(request: Request) {
    this.#values = new URL(request.url).searchParams;
  }

  /** The value of a parameter that may be given once. */
  one<T>(name: string, expected: string, read: (text: string) => T | undefined): T | undefined {
    const values = this.#values.getAll(name);
    if (values.length === 0) return undefined;
    if (values.length > 1) throw bad(name, 'given once');
    const value = read(values[0] ?? '');
    if (value === undefined) throw bad(name, expected);
    return value;
  }

  /** The values of a parameter that may be given several times, or with commas. */
  many<T>(name: string, expected: string, read: (text: string) => T | undefined): readonly T[] {
    return this.#values.getAll(name).flatMap(value =>
      value.split(',').map(part => {
        const one = read(part.trim());
        if (one === undefined) throw bad(name, expected);
        return one;
      }),
    );
  }

  flag(name: string): boolean {
    return (
      this.one(name, 'true or false', text => (text === 'true' ? true : text === 'false' ? false : undefined)) ?? false
    );
  }

  uuid(name: string): string | undefined {
    return this.one(name, 'a UUID', asUuid);
  }

  number(name: string, least: number, most: number): number | undefined {
    return this.one(name, `a number from ${least} to ${most}`, text => {
      const value = /^-?\d{1,9}(?:\.\d{1,12})?$/.test(text) ? Number(text) : Number.NaN;
      return value >= least && value <= most ? value : undefined;
    });
  }

  wholeNumber(name: string, least: number, most: number): number | undefined {
    return this.one(name, `a whole number from ${least} to ${most}`, text => {
      const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
      return value >= least && value <= most ? value : undefined;
    });
  }
}

export const bad = (parameter: string, expected: string) => new ProblemError('bad-parameter', {parameter, expected});

export const asUuid = (text: string) => (isUuid(text) ? text.toLowerCase() : undefined);

/** A date, or a date and a time, in milliseconds since 1970. Without a zone it is UTC. */
export function asInstant(text: string): number | undefined {
  // A plus that was not percent-encoded arrives as a space.
  const written = text.replace(/ (?=\d\d:\d\d$)/, '+');
  const match = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)?)?$/.exec(written);
  if (!match) return undefined;
  const milliseconds = Date.parse(match[1] !== undefined && match[2] === undefined ? `${written}Z` : written);
  return Number.isNaN(milliseconds) ? undefined : milliseconds;
}

/** A time of day, in minutes after midnight. */
export function asMinutes(text: string): number | undefined {
  const match = /^(?:([01]\d|2[0-3]):([0-5]\d)|(24):(00))(?::00)?$/.exec(text);
  return match ? Number(match[1] ?? match[3]) * 60 + Number(match[2] ?? match[4]) : undefined;
}

/** A day of the week, as MO or as Monday. */
export function asWeekday(text: string): Weekday | undefined {
  const written = text.toUpperCase();
  const day = written.slice(0, 2);
  if (!isOneOf(weekdays, day)) return undefined;
  return written === day || written === dayNames[day] ? day : undefined;
}

const dayNames: Readonly<Record<Weekday, string>> = {
  MO: 'MONDAY',
  TU: 'TUESDAY',
  WE: 'WEDNESDAY',
  TH: 'THURSDAY',
  FR: 'FRIDAY',
  SA: 'SATURDAY',
  SU: 'SUNDAY',
};
