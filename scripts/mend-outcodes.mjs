/**
 * Mends the public list of UK postcode districts that `server/data/OUTCODES.md` names, and tidies its columns.
 *
 *   node scripts/mend-outcodes.mjs IN OUT
 *
 * IN is `postcodes.csv` of that list, OUT the file to write. Prints what it changed and what a person should look at.
 */
import {readFileSync, writeFileSync} from 'node:fs';
import proj4 from 'proj4';

const [source, target] = process.argv.slice(2);
if (!source || !target) {
  console.error('Usage: node scripts/mend-outcodes.mjs IN OUT');
  process.exit(2);
}

// British National Grid, with Ordnance Survey's own seven parameters to WGS 84 (good to about 5 m): https://epsg.io/27700
proj4.defs(
  'EPSG:27700',
  '+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy ' +
    '+towgs84=446.448,-125.157,542.06,0.1502,0.247,0.8421,-20.4894 +units=m +no_defs',
);
const tolerated = 0.5;
const ukBox = {west: -8.7, south: 49.8, east: 1.9, north: 60.95};

const nations = {Scotland: 'scotland', Wales: 'wales', 'Northern Ireland': 'northern-ireland'};
const nationCodes = {SCT: 'scotland', WLS: 'wales', NIR: 'northern-ireland', ENG: 'england'};

/** The source's names of the English regions, beside those of the Office for National Statistics. */
const regions = {
  'East Midlands': 'East Midlands',
  'East of England': 'East of England',
  London: 'London',
  'North East England': 'North East',
  'North West England': 'North West',
  'South East England': 'South East',
  'South West England': 'South West',
  'West Midlands': 'West Midlands',
  'Yorkshire and the Humber': 'Yorkshire and The Humber',
};

// North and North East Lincolnshire are in Yorkshire and The Humber; the county of Lincolnshire never was.
const districtRegions = {Lincolnshire: 'East Midlands'};

/**
 * Towns that people type and the source lacks: it names many districts after a parish at their edge, or after nothing.
 * Beside each the districts of which it is Royal Mail's post town (or, for Hove, the town itself).
 */
const postTowns = {
  Aberystwyth: ['SY23'],
  Armagh: ['BT60', 'BT61'],
  'Bishop Auckland': ['DL14'],
  Cambridge: ['CB1', 'CB2', 'CB3', 'CB4', 'CB5'],
  Crook: ['DL15'],
  Darlington: ['DL2'],
  Hereford: ['HR1', 'HR2', 'HR4'],
  Hove: ['BN3'],
  Lincoln: ['LN1', 'LN2', 'LN5'],
  Londonderry: ['BT47'],
  Neath: ['SA10', 'SA11'],
  Newry: ['BT34', 'BT35'],
  Penrith: ['CA10', 'CA11'],
  Perth: ['PH1', 'PH2'],
  'Port Talbot': ['SA12', 'SA13'],
  Retford: ['DN22'],
  Ripon: ['HG4'],
  Stirling: ['FK7', 'FK8'],
  Wells: ['BA5'],
  Whitby: ['YO21', 'YO22'],
  Worksop: ['S80'],
};
const towns = new Map(
  Object.entries(postTowns).flatMap(([town, outcodes]) => outcodes.map(outcode => [outcode, town])),
);

/** Fields of one line of CSV (RFC 4180); no field of this file holds a line break. */
const fieldsOf = line =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
    quoted === undefined ? plain.trim() : quoted.replaceAll('""', '"').trim(),
  );
const quote = value => (/[",]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

const radians = degrees => (degrees * Math.PI) / 180;

function distanceKm(a, b) {
  const square = angle => Math.sin(radians(angle) / 2) ** 2;
  const h =
    square(b.latitude - a.latitude) +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * square(b.longitude - a.longitude);
  return 2 * 6371.0088 * Math.asin(Math.sqrt(h));
}

const median = numbers => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

const [header, ...lines] = readFileSync(source, 'utf8').split(/\r?\n/).filter(Boolean);
const names = fieldsOf(header);
const changed = {points: [], nations: [], regions: [], towns: []};
const leftOut = [];
const rows = [];

for (const [index, line] of lines.entries()) {
  const fields = fieldsOf(line);
  if (fields.length !== names.length)
    throw new Error(`Line ${index + 2} has ${fields.length} fields, not ${names.length}.`);
  const row = Object.fromEntries(names.map((name, column) => [name, fields[column]]));
  const outcode = row.postcode;
  if (row.uk_region === 'Crown Dependencies') {
    leftOut.push(outcode);
    continue;
  }

  const region = districtRegions[row.region] ?? regions[row.uk_region] ?? row.region;
  if (region !== (regions[row.uk_region] ?? row.region)) changed.regions.push(outcode);
  const nation = regions[row.uk_region] ? 'england' : nations[row.uk_region];
  if (!nation) throw new Error(`${outcode}: there is no nation for ${row.uk_region}.`);
  if (nation !== nationCodes[row.country]) changed.nations.push(`${outcode} (was ${row.country}, is ${nation})`);

  const [easting, northing] = [Number(row.eastings), Number(row.northings)];
  const [longitude, latitude] = proj4('EPSG:27700', 'WGS84', [easting, northing]);
  const listed = {latitude: Number(row.latitude), longitude: Number(row.longitude)};
  const grid = {latitude: Number(latitude.toFixed(5)), longitude: Number(longitude.toFixed(5))};
  const apart = distanceKm(grid, listed);
  // Not `<=` turned round: a latitude that is no number is mended too.
  const isKept = apart <= tolerated;
  if (!isKept) changed.points.push(`${outcode} (${row.latitude}, ${row.longitude} was ${apart.toFixed(1)} km off)`);

  const town = towns.get(outcode) ?? row.town;
  if (town !== row.town) changed.towns.push(`${outcode} "${town}", was "${row.town}"`);
  rows.push({
    outcode,
    easting,
    northing,
    ...(isKept ? listed : grid),
    town,
    district: row.region,
    region,
    nation,
    grid,
  });
}

/** Grid references that lie outside the UK, or oddly far from the other districts of their postcode area. */
function oddOnes() {
  const areas = new Map();
  for (const row of rows) {
    const area = /^[A-Z]+/.exec(row.outcode)[0];
    areas.set(area, [...(areas.get(area) ?? []), row]);
  }
  const odd = [];
  for (const members of areas.values()) {
    const middle = {
      latitude: median(members.map(({grid}) => grid.latitude)),
      longitude: median(members.map(({grid}) => grid.longitude)),
    };
    const nearest = members.map(row =>
      Math.min(...members.filter(other => other !== row).map(other => distanceKm(row.grid, other.grid))),
    );
    const spread = members.map(row => distanceKm(row.grid, middle));
    for (const [index, row] of members.entries()) {
      const {latitude, longitude} = row.grid;
      const isOutside =
        longitude < ukBox.west || longitude > ukBox.east || latitude < ukBox.south || latitude > ukBox.north;
      const isAlone = nearest[index] > Math.max(15, 4 * median(nearest));
      const isFar = spread[index] > Math.max(20, 4 * median(spread));
      if (isOutside || isAlone || isFar)
        odd.push(`${row.outcode} ${row.town || row.district} (${latitude}, ${longitude})`);
    }
  }
  return odd;
}

const columns = ['outcode', 'easting', 'northing', 'latitude', 'longitude', 'town', 'district', 'region', 'nation'];
const body = rows.map(row => columns.map(column => quote(String(row[column]))).join(','));
writeFileSync(target, `${[columns.join(','), ...body].join('\n')}\n`);

const tell = (what, list) => console.log(`${what}: ${list.length}\n${list.map(item => `  ${item}`).join('\n')}`);
console.log(`Read: ${lines.length}. Written: ${rows.length}.`);
tell('Left out, Crown Dependencies', leftOut);
tell('Latitude and longitude recomputed from the grid reference', changed.points);
tell('Nation mended', changed.nations);
tell('Region mended', changed.regions);
tell('Town mended', changed.towns);
tell('To look at: outside the UK, or far from their neighbours', oddOnes());
