import {defaultStaleAfterDays} from '../app.js';
import {databasePath} from '../store/open-store.js';
import {CommandError} from './messages.js';

/** What the environment says, checked. */
export interface Environment {
  readonly port: number;
  readonly databaseUrl: string;
  /** Without a slash at its end. */
  readonly publicUrl: string;
  readonly staleAfterDays: number;
}

type Variables = Readonly<Record<string, string | undefined>>;

const defaultDatabaseUrl = 'file:data/held-spaces.sqlite';

/** Reads the variables that `serve` takes. Throws for the first that is malformed. */
export function readEnvironment(variables: Variables): Environment {
  const port = wholeNumber(variables, 'PORT', 8080, 1, 65_535);
  return {
    port,
    databaseUrl: readDatabaseUrl(variables),
    publicUrl: publicUrl(variables['HELD_PUBLIC_URL'] ?? `http://localhost:${port}`),
    staleAfterDays: wholeNumber(variables, 'HELD_STALE_AFTER_DAYS', defaultStaleAfterDays, 1, 36_500),
  };
}

export function readDatabaseUrl(variables: Variables): string {
  const url = variables['HELD_DATABASE_URL'] ?? defaultDatabaseUrl;
  if (/^postgres(?:ql)?:/.test(url)) {
    throw malformed('HELD_DATABASE_URL', 'file:PATH; PostgreSQL is not supported yet');
  }
  if (databasePath(url) === undefined)
    throw malformed('HELD_DATABASE_URL', 'file:PATH, such as file:data/held-spaces.sqlite');
  return url;
}

function publicUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const plain = url && ['http:', 'https:'].includes(url.protocol) && !url.search && !url.hash && !url.username;
  if (!plain)
    throw malformed('HELD_PUBLIC_URL', 'an http or https URL without a query, such as https://directory.example');
  return url.href.replace(/\/+$/, '');
}

function wholeNumber(variables: Variables, name: string, missing: number, least: number, most: number): number {
  const text = variables[name];
  if (text === undefined || text === '') return missing;
  const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw malformed(name, `a whole number from ${least} to ${most}`);
}

const malformed = (variable: string, expected: string) =>
  new CommandError(`${variable} must be ${expected}. The server did not start.`);
