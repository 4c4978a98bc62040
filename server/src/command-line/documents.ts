import {readFileSync} from 'node:fs';
import {buildPlaceFile, parseOutcodeRows} from '@held-spaces/domain/places';
import type {Documents, OpenApiDocument} from '../app.js';

const attribution = 'Postcode districts: Gibbs/uk-postcodes (CC0).';

/** The documents that come with this installation. */
export function readDocuments(root: URL): Documents {
  const text = (path: string) => readFileSync(new URL(path, root), 'utf8');
  return {
    places: buildPlaceFile(parseOutcodeRows(text('server/data/outcodes.csv')), attribution),
    openReferral: JSON.parse(text('server/standards/oruk-3.0/openapi.bundled.json')) as OpenApiDocument,
  };
}
