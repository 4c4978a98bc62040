import {parsePostcode} from './postcode.js';
import type {GeoPoint} from './space.js';

/** A row of `PostcodeFile.units`: the second part of a postcode, such as `2AB`, and its middle. */
export type UnitRow = readonly [incode: string, latitude: number, longitude: number];

/**
 * Every postcode of one district, so that a whole postcode is found where it was typed and only its district is asked for.
 * Served at `/held/postcodes/{outcode}` where an operator has loaded them.
 */
export interface PostcodeFile {
  readonly attribution: string;
  readonly outcode: string;
  /** In order of their incode. */
  readonly units: readonly UnitRow[];
}

/** Where a whole postcode is; `undefined` where it is none, is of another district, or is not listed. */
export function findUnit(file: PostcodeFile, text: string): GeoPoint | undefined {
  const postcode = parsePostcode(text);
  if (postcode?.kind !== 'full' || postcode.outcode !== file.outcode) return undefined;
  const unit = file.units.find(([incode]) => incode === postcode.incode);
  return unit && {latitude: unit[1], longitude: unit[2]};
}
