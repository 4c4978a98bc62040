/** A printable page of maps and tables, one for each stage: no script, no style of anybody else's, no request. */
import {distanceKm} from '@held-spaces/domain/distance';
import type {GeoPoint} from '@held-spaces/domain/space';
import {roadmap} from '@held-spaces/domain/open-referral/taxonomies';
import {stages} from '@held-spaces/domain/vocabularies';
import type {Stage} from '@held-spaces/domain/vocabularies';
import type {Coverage} from './gaps-coverage.js';

export interface MapOptions {
  /** "Saturday at 22:00". */
  readonly when: string;
  readonly withinKm: number;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly attributions: readonly string[];
}

const width = 420;
const furthest = 15;

const escape = (text: string) =>
  text.replace(/[&<>"]/g, char => ({'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'})[char] ?? char);

export const stageName = (stage: Stage): string => roadmap.terms.find(({key}) => key === stage)?.name ?? stage;

/** Whether a space that is known to be open is within reach, one that may be, or none. */
export type Reach = 'open' | 'may-be-open' | 'none';

export function reachOf({open, mayBeOpen}: Coverage, withinKm: number): Reach {
  if (open && open.distanceKm <= withinKm) return 'open';
  return mayBeOpen && mayBeOpen.distanceKm <= withinKm ? 'may-be-open' : 'none';
}

const reachWords: Readonly<Record<Reach, string>> = {
  open: 'A space is known to be open within reach',
  'may-be-open': 'A space is within reach, and its hours are not known',
  none: 'No space within reach is open',
};

/** The page. */
export function gapsPage(coverage: readonly Coverage[], options: MapOptions): string {
  const {when, withinKm, today, attributions} = options;
  const sections = stages.map(stage => {
    const rows = coverage.filter(row => row.stage === stage);
    return section(stage, rows, withinKm);
  });
  const title = `Where there is a space to go to, ${when}`;
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escape(title)}</title>
<style>
body { font: 1em/1.5 system-ui, sans-serif; color: #1b1f23; max-width: 60em; margin: 1.5em auto; padding: 0 1em; }
section { break-inside: avoid; margin-block: 2em; }
.map { display: flex; flex-wrap: wrap; gap: 1.5em; }
svg { max-width: 100%; height: auto; }
path { fill: none; stroke-linecap: round; }
.open { stroke: #9fb8b8; stroke-width: 2; }
.may-be-open { stroke: #5f7f7f; stroke-width: 3; }
.none { stroke: #7a1f3d; stroke-width: 4.5; }
table { border-collapse: collapse; font-size: 0.9em; }
th, td { text-align: start; padding: 0.2em 0.8em 0.2em 0; border-block-end: 1px solid #ccc; vertical-align: top; }
</style>
</head>
<body>
<h1>${escape(title)}</h1>
<p>For each postcode district: is there a space to go to, for each stage of the roadmap, within ${withinKm} km of its middle, at that hour?
Made on ${today} from what the directory holds, and from nothing else: no search that anybody made is known to it. Distances are as the crow flies.
Phone lines, online spaces and spaces with a private address are not on it. An empty place on the map may be empty of spaces, or of
people who have told the directory of one.</p>
${sections.join('\n')}
<footer><p>${attributions.map(escape).join('<br>')}</p></footer>
</body>
</html>
`;
}

function section(stage: Stage, rows: readonly Coverage[], withinKm: number): string {
  const name = escape(stageName(stage));
  const of = (reach: Reach) => rows.filter(row => reachOf(row, withinKm) === reach);
  const counts = (Object.keys(reachWords) as Reach[]).map(
    reach =>
      `<li><svg width="14" height="14" aria-hidden="true"><path class="${reach}" d="M7 7h0"/></svg> ${reachWords[reach]}: ${of(reach).length} of ${rows.length} districts</li>`,
  );
  const gaps = [...of('none')]
    .sort((a, b) => (b.open?.distanceKm ?? Infinity) - (a.open?.distanceKm ?? Infinity))
    .slice(0, furthest);
  return `<section>
<h2>${name}</h2>
<ul>${counts.join('')}</ul>
<div class="map">
${map(name, rows, withinKm)}
${gaps.length === 0 ? '' : table(gaps)}
</div>
</section>`;
}

function table(gaps: readonly Coverage[]): string {
  const rows = gaps.map(({district, open}) => {
    const place = [district.name, district.town, district.region].filter(Boolean).join(', ');
    const nearest = open ? `${Math.round(open.distanceKm)} km: ${open.name}` : 'none anywhere';
    return `<tr><td>${escape(place)}</td><td>${escape(nearest)}</td></tr>`;
  });
  return `<table><caption>The widest gaps</caption><tr><th scope="col">District</th><th scope="col">Nearest known to be open</th></tr>${rows.join('')}</table>`;
}

/** The districts' middles as dots. One path a class keeps thousands of them small. */
function map(name: string, rows: readonly Coverage[], withinKm: number): string {
  const points = rows.map(({district}) => district.point);
  if (points.length === 0) return '';
  const {place, height} = projection(points);
  const paths = (['open', 'may-be-open', 'none'] as const).map(reach => {
    const dots = rows.filter(row => reachOf(row, withinKm) === reach).map(({district}) => place(district.point));
    return dots.length === 0 ? '' : `<path class="${reach}" d="${dots.map(([x, y]) => `M${x} ${y}h0`).join('')}"/>`;
  });
  return `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="Map for ${name}. The list above says the same in numbers.">${paths.join('')}</svg>`;
}

function projection(points: readonly GeoPoint[]) {
  const margin = 8;
  const [west, east] = extent(points.map(({longitude}) => longitude));
  const [south, north] = extent(points.map(({latitude}) => latitude));
  const middle = (south + north) / 2;
  const wideKm = distanceKm({latitude: middle, longitude: west}, {latitude: middle, longitude: east});
  const highKm = distanceKm({latitude: south, longitude: west}, {latitude: north, longitude: west});
  const inside = width - 2 * margin;
  const scale = Math.min(inside / Math.max(wideKm, 1), (1.6 * width) / Math.max(highKm, 1));
  const height = Math.ceil(highKm * scale + 2 * margin);
  const place = ({latitude, longitude}: GeoPoint): readonly [number, number] => [
    Math.round(margin + ((longitude - west) / Math.max(east - west, 1e-9)) * wideKm * scale),
    Math.round(margin + ((north - latitude) / Math.max(north - south, 1e-9)) * highKm * scale),
  ];
  return {place, height};
}

const extent = (values: readonly number[]): readonly [number, number] => [
  values.reduce((least, value) => Math.min(least, value), Infinity),
  values.reduce((most, value) => Math.max(most, value), -Infinity),
];
