import {readFileSync} from 'node:fs';
import {buildPlaceFile, parseOutcodeRows} from '@held-spaces/domain/place-file';
import type {Documents, OpenApiDocument} from '../app.js';
import type {SignedCrisis} from '../context.js';
import {CommandError} from './messages.js';

const attribution = 'Postcode districts: Gibbs/uk-postcodes (CC0).';

/** The documents that come with this installation. */
export function readDocuments(root: URL, variables = process.env): Documents {
  const text = (path: string) => readFileSync(new URL(path, root), 'utf8');
  const {HELD_CRISIS_FILE: signed} = variables;
  return {
    ...(signed && {signedCrisis: readSigned(signed)}),
    places: buildPlaceFile(parseOutcodeRows(text('server/data/outcodes.csv')), attribution),
    openReferral: JSON.parse(text('server/standards/oruk-3.0/openapi.bundled.json')) as OpenApiDocument,
  };
}

/** A file that `sign-crisis` wrote. It is for browsers to check, and is handed on as it is. */
function readSigned(file: string): SignedCrisis {
  try {
    const {list, signature} = JSON.parse(readFileSync(file, 'utf8')) as Partial<SignedCrisis>;
    if (typeof list === 'string' && typeof signature === 'string') return {list, signature};
  } catch {
    // Said below, in the same words.
  }
  throw new CommandError(`HELD_CRISIS_FILE: ${file} is not a file that held-directory sign-crisis wrote.`);
}
