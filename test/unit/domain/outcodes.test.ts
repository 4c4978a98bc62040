import {readFileSync} from 'node:fs';
import {boxHolds, distanceKm, ukBox} from '@held-spaces/domain/distance';
import {parseOutcodeRows} from '@held-spaces/domain/place-file';
import {englishRegions} from '@held-spaces/domain/regions';
import proj4 from 'proj4';
import {describe, expect, it} from 'vitest';

const csv = readFileSync('server/data/outcodes.csv', 'utf8');
const rows = parseOutcodeRows(csv);
const row = (outcode: string) => rows.find(one => one.outcode === outcode)!;

// https://epsg.io/27700, with Ordnance Survey's seven parameters to WGS 84.
const nationalGrid =
  '+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy ' +
  '+towgs84=446.448,-125.157,542.06,0.1502,0.247,0.8421,-20.4894 +units=m +no_defs';

describe('the committed list of postcode districts', () => {
  it('has every district once', () => {
    expect(new Set(rows.map(({outcode}) => outcode)).size).toBe(rows.length);
    expect(rows.length).toBe(2834);
  });

  it('has every point within 500 m of its grid reference, and in the UK', () => {
    const grid = csv
      .trim()
      .split('\n')
      .slice(1)
      .map(line => line.split(',').slice(1, 3).map(Number));
    for (const [index, point] of rows.entries()) {
      const [longitude, latitude] = proj4(nationalGrid, 'WGS84', grid[index]!) as [number, number];
      expect(distanceKm(point, {latitude, longitude}), point.outcode).toBeLessThan(0.5);
      expect(boxHolds(ukBox, point), point.outcode).toBe(true);
    }
  });

  it('puts the Olympic Park where it is', () => {
    expect(row('E20').longitude).toBeCloseTo(-0.006, 2);
    expect(row('E20').latitude).toBeCloseTo(51.542, 2);
  });

  it.each([
    ['LS6', 53.82, -1.57, 'Leeds', 'Yorkshire and The Humber', 'england'],
    ['M13', 53.46, -2.21, 'Greater Manchester', 'North West', 'england'],
    ['BT1', 54.6, -5.93, 'Belfast', 'Belfast', 'northern-ireland'],
    ['CF10', 51.47, -3.18, 'Cardiff', 'Cardiff', 'wales'],
    ['EH1', 55.95, -3.19, 'City of Edinburgh', 'City of Edinburgh', 'scotland'],
    ['EH11', 55.93, -3.25, 'City of Edinburgh', 'City of Edinburgh', 'scotland'],
    ['CH7', 53.15, -3.14, 'Flintshire', 'Flintshire', 'wales'],
    ['TD15', 55.77, -2.0, 'Northumberland', 'North East', 'england'],
    ['LN1', 53.26, -0.59, 'Lincolnshire', 'East Midlands', 'england'],
  ])('has %s right', (outcode, latitude, longitude, district, region, nation) => {
    const found = row(outcode);
    expect(distanceKm(found, {latitude, longitude})).toBeLessThan(3);
    expect(found).toMatchObject({district, region, nation});
  });

  it('names the English regions as everybody else does, and keeps the Crown Dependencies out', () => {
    for (const {nation, region} of rows) {
      expect(englishRegions.some(one => one === region)).toBe(nation === 'england');
    }
    expect(rows.filter(({outcode}) => /^(?:GY|IM|JE)\d/.test(outcode))).toEqual([]);
  });

  it('names the line of a file that it cannot read', () => {
    expect(() => parseOutcodeRows('outcode,latitude\nLS6,53')).toThrow('line 1 has no column longitude, town');
    const [header] = csv.split('\n');
    expect(() => parseOutcodeRows(`${header}\nLS6,1,1,north,-1,,Leeds,Leeds,england`)).toThrow('line 2');
    expect(() => parseOutcodeRows(`${header}\nLS6,1,1,53,-1,,Leeds,Leeds,Yorkshire`)).toThrow('line 2');
  });
});
