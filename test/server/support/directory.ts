import {readFileSync} from 'node:fs';
import {solveChallenge} from 'altcha-lib';
import {deriveKey} from 'altcha-lib/algorithms/pbkdf2';
import {buildPlaceFile, parseOutcodeRows} from '@held-spaces/domain/place-file';
import {createApp, createMemoryStore, toSpacesFile} from '../../../server/src/app.js';
import type {AppOptions, Documents, OpenApiDocument, RetiredList, Store} from '../../../server/src/app.js';
import {FormTokens} from '../../../server/src/evaluations/form-tokens.js';

const text = (path: string) => readFileSync(path, 'utf8');

export const samplePath = 'server/data/sample/spaces.uk.json';

/** The bundled sample, as the importer reads it. */
export const sampleFile = toSpacesFile(JSON.parse(text(samplePath)), {
  path: samplePath,
  source: JSON.parse(text('server/data/sample/spaces.uk.source.json')) as {name: string},
  retired: JSON.parse(text('domain/data/retired-numbers.json')) as RetiredList,
});

/** Open Referral UK's own document. */
export const openReferral = JSON.parse(text('server/standards/oruk-3.0/openapi.bundled.json')) as OpenApiDocument;

export const documents: Documents = {
  places: buildPlaceFile(parseOutcodeRows(text('server/data/outcodes.csv')), 'Gibbs/uk-postcodes (CC0)'),
  openReferral,
};

export const publicUrl = 'https://directory.example';
export const today = new Date('2026-11-21T10:00:00Z');

/** What an evaluation is sent with, got with less work than forms have. */
export async function passFor(store: Store, now: Date) {
  const {token, challenge} = await new FormTokens(await store.secret()).give(now, 1);
  const {counter = -1, derivedKey = ''} = (await solveChallenge({challenge, deriveKey})) ?? {};
  return {token, proof: {counter, derivedKey}};
}

/** A directory that holds the sample, and a way to ask it. */
export function directory(options: AppOptions = {}) {
  const store = createMemoryStore({...sampleFile, now: new Date('2026-11-20T08:00:00Z')});
  const app = createApp(store, {publicUrl, documents, now: () => today, ...options});
  const get = (path: string, headers: Record<string, string> = {}) => app.request(path, {headers});
  const json = async <T = Record<string, unknown>>(path: string) => (await (await get(path)).json()) as T;
  const pass = () => passFor(store, options.now?.() ?? today);
  return {store, app, get, json, pass};
}
