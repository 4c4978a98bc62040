import type {Nation} from './vocabularies.js';

/** The nine regions of England: https://www.ons.gov.uk/methodology/geography/ukgeographies/administrativegeography/england */
export const englishRegions = [
  'East Midlands',
  'East of England',
  'London',
  'North East',
  'North West',
  'South East',
  'South West',
  'West Midlands',
  'Yorkshire and The Humber',
] as const;
export type EnglishRegion = (typeof englishRegions)[number];

/** Where a place lies, as far as anybody has said. */
export interface Territory {
  readonly nation?: Nation;
  readonly region?: string;
}
