import {readFileSync} from 'node:fs';
import {buildPlaceFile, parseOutcodeRows} from '@held-spaces/domain/places';
import {createApp, createMemoryStore, toSpacesFile} from '../../../server/src/app.js';
import type {AppOptions, Documents, OpenApiDocument, RetiredList} from '../../../server/src/app.js';

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

/** A directory that holds the sample, and a way to ask it. */
export function directory(options: AppOptions = {}) {
  const store = createMemoryStore({...sampleFile, now: new Date('2026-11-20T08:00:00Z')});
  const app = createApp(store, {publicUrl, documents, now: () => today, ...options});
  const get = (path: string, headers: Record<string, string> = {}) => app.request(path, {headers});
  const json = async <T = Record<string, unknown>>(path: string) => (await (await get(path)).json()) as T;
  return {store, app, get, json};
}
