import {defaultStaleAfterDays} from '../app.js';
import {defaultKeepYears} from '../evaluations/keeping.js';
import type {PolicyFacts} from '../policies/policy.js';
import {databasePath, isPostgres} from '../store/open-store.js';
import {readTrustedProxies} from './client-address.js';
import type {TrustedProxies} from './client-address.js';
import {logLevels} from './log.js';
import type {LogLevel} from './log.js';
import {CommandError} from './messages.js';

/** What the environment says, checked. Each is described in docs/operators-guide.md. */
export interface Environment {
  readonly port: number;
  readonly databaseUrl: string;
  /** Without a slash at its end. */
  readonly publicUrl: string;
  readonly staleAfterDays: number;
  /** Where corrections are taken: an e-mail address, or the address of a page. Undefined: the directory does not say. */
  readonly corrections: string | undefined;
  readonly logLevel: LogLevel;
  /** Origins whose pages may write. Undefined: any. */
  readonly allowedOrigins: ReadonlySet<string> | undefined;
  readonly trustedProxies: TrustedProxies;
  readonly writesPerMinute: number;
  readonly readsAtOnce: number;
  readonly writesAtOnce: number;
  readonly requestTimeoutSeconds: number;
  readonly drainSeconds: number;
  readonly drainDelaySeconds: number;
  /** Whom a moderator can turn to. Undefined: there is no desk. */
  readonly moderatorSupport: string | undefined;
  /** File of bank holidays. Undefined: none is left out of the time in which a complaint is answered. */
  readonly bankHolidays: string | undefined;
  /** File of the public key that contacts are sealed to. Undefined: none is offered. */
  readonly sealKey: string | undefined;
  /** For how many years an evaluation is kept at most. */
  readonly keepYears: number;
  /** Within how many days moderators aim to read words. Undefined: the form does not say. */
  readonly readWithinDays: number | undefined;
  /** What policy pages are made of. */
  readonly policyFacts: PolicyFacts;
  /** A folder of policy pages that were adapted. Undefined: templates are served. */
  readonly policies: string | undefined;
  /** Who may read `/metrics` from other machines. Undefined: nobody. */
  readonly metricsToken: string | undefined;
}

type Variables = Readonly<Record<string, string | undefined>>;

const defaultDatabaseUrl = 'file:data/held-spaces.sqlite';

/** Reads the variables that `serve` takes. Throws for the first that is malformed. */
export function readEnvironment(variables: Variables): Environment {
  const port = wholeNumber(variables, 'PORT', 8080, 1, 65_535);
  return {
    port,
    databaseUrl: readDatabaseUrl(variables),
    publicUrl: publicUrl(given(variables, 'HELD_PUBLIC_URL') ?? `http://localhost:${port}`),
    staleAfterDays: readStaleAfterDays(variables),
    corrections: readCorrections(variables),
    logLevel: logLevel(given(variables, 'HELD_LOG_LEVEL') ?? 'info'),
    allowedOrigins: allowedOrigins(given(variables, 'HELD_ALLOWED_ORIGINS')),
    trustedProxies: trustedProxies(given(variables, 'HELD_TRUSTED_PROXIES') ?? ''),
    writesPerMinute: wholeNumber(variables, 'HELD_WRITES_PER_MINUTE', 120, 1, 100_000),
    readsAtOnce: wholeNumber(variables, 'HELD_READS_AT_ONCE', 2000, 1, 100_000),
    writesAtOnce: wholeNumber(variables, 'HELD_WRITES_AT_ONCE', 200, 1, 100_000),
    requestTimeoutSeconds: wholeNumber(variables, 'HELD_REQUEST_TIMEOUT_SECONDS', 30, 1, 600),
    drainSeconds: wholeNumber(variables, 'HELD_DRAIN_SECONDS', 10, 1, 600),
    drainDelaySeconds: wholeNumber(variables, 'HELD_DRAIN_DELAY_SECONDS', 0, 0, 600),
    moderatorSupport: given(variables, 'HELD_MODERATOR_SUPPORT'),
    bankHolidays: given(variables, 'HELD_BANK_HOLIDAYS'),
    sealKey: given(variables, 'HELD_SEAL_KEY'),
    keepYears: readKeepYears(variables),
    readWithinDays: readDays(variables, 'HELD_READ_WITHIN_DAYS'),
    policyFacts: readPolicyFacts(variables),
    policies: given(variables, 'HELD_POLICIES'),
    metricsToken: metricsToken(given(variables, 'HELD_METRICS_TOKEN')),
  };
}

export function readDatabaseUrl(variables: Variables): string {
  const url = given(variables, 'HELD_DATABASE_URL') ?? defaultDatabaseUrl;
  if (databasePath(url) !== undefined || isPostgres(url)) return url;
  throw malformed(
    'HELD_DATABASE_URL',
    'file:PATH, such as file:data/held-spaces.sqlite, or postgres://USER:PASSWORD@HOST/DATABASE',
  );
}

export const readStaleAfterDays = (variables: Variables): number =>
  wholeNumber(variables, 'HELD_STALE_AFTER_DAYS', defaultStaleAfterDays, 1, 36_500);

const readKeepYears = (variables: Variables): number =>
  wholeNumber(variables, 'HELD_KEEP_YEARS', defaultKeepYears, 1, 25);

/** A number of days that the operator promises, where they do. */
const readDays = (variables: Variables, name: string): number | undefined =>
  given(variables, name) === undefined ? undefined : wholeNumber(variables, name, 0, 1, 365);

export function readCorrections(variables: Variables): string | undefined {
  const text = given(variables, 'HELD_CORRECTIONS');
  const isPage = text !== undefined && /^https?:/.test(text) && URL.canParse(text);
  if (text === undefined || isPage || /^[^\s@<>"',;:?&#%/\\]+@[^\s@<>"',;:?&#%/\\]+\.[a-z]{2,}$/i.test(text))
    return text;
  throw malformed('HELD_CORRECTIONS', 'an email address, or the https address of a page');
}

/** What policy pages say of the operator, and whether words are taken. */
export function readPolicyFacts(variables: Variables): PolicyFacts {
  const operator = given(variables, 'HELD_OPERATOR');
  const contact = given(variables, 'HELD_CONTACT');
  const readWithinDays = readDays(variables, 'HELD_READ_WITHIN_DAYS');
  const backupDays = readDays(variables, 'HELD_BACKUP_DAYS');
  return {
    ...(operator !== undefined && {operator}),
    ...(contact !== undefined && {contact}),
    keepYears: readKeepYears(variables),
    ...(readWithinDays !== undefined && {readWithinDays}),
    ...(backupDays !== undefined && {backupDays}),
    takesWords: given(variables, 'HELD_MODERATOR_SUPPORT') !== undefined,
    sealsContacts: given(variables, 'HELD_SEAL_KEY') !== undefined,
    knowsBankHolidays: given(variables, 'HELD_BANK_HOLIDAYS') !== undefined,
  };
}

/** A variable that is set to nothing counts as not set. */
const given = (variables: Variables, name: string): string | undefined => variables[name]?.trim() || undefined;

function publicUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const plain = url && ['http:', 'https:'].includes(url.protocol) && !url.search && !url.hash && !url.username;
  if (!plain)
    throw malformed('HELD_PUBLIC_URL', 'an http or https URL without a query, such as https://directory.example');
  return url.href.replace(/\/+$/, '');
}

function logLevel(text: string): LogLevel {
  const level = logLevels.find(each => each === text);
  if (level === undefined) throw malformed('HELD_LOG_LEVEL', `one of ${logLevels.join(', ')}`);
  return level;
}

function allowedOrigins(text: string | undefined): ReadonlySet<string> | undefined {
  if (text === undefined || text === '*') return undefined;
  const origins = text
    .split(',')
    .map(part => part.trim())
    .filter(Boolean);
  const isOrigin = (origin: string) =>
    URL.canParse(origin) && /^https?:$/.test(new URL(origin).protocol) && new URL(origin).origin === origin;
  if (origins.length > 0 && origins.every(isOrigin)) return new Set(origins);
  throw malformed(
    'HELD_ALLOWED_ORIGINS',
    'a list of origins between commas, such as https://www.example.org, without a path or a slash at the end',
  );
}

function trustedProxies(text: string): TrustedProxies {
  const proxies = readTrustedProxies(text);
  if (!proxies)
    throw malformed('HELD_TRUSTED_PROXIES', 'a list of addresses between commas, such as 10.0.0.0/8, 192.0.2.7, ::1');
  return proxies;
}

function metricsToken(text: string | undefined): string | undefined {
  if (text === undefined || /^[\w.~+/=-]{16,200}$/.test(text)) return text;
  throw malformed('HELD_METRICS_TOKEN', '16 to 200 letters, digits or any of - . _ ~ + / =');
}

function wholeNumber(variables: Variables, name: string, missing: number, least: number, most: number): number {
  const text = given(variables, name);
  if (text === undefined) return missing;
  const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw malformed(name, `a whole number from ${least} to ${most}`);
}

const malformed = (variable: string, expected: string) =>
  new CommandError(`${variable} must be ${expected}. The server did not start.`);
