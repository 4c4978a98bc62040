import {parseArgs} from 'node:util';
import {weekdays} from '@held-spaces/domain/opening-hours';
import {findPlaces} from '@held-spaces/domain/places';
import type {Place} from '@held-spaces/domain/places';
import {stages} from '@held-spaces/domain/vocabularies';
import {unmerged} from '../store/merges.js';
import {snapshotOf} from './check-command.js';
import {readEnvironment} from './environment.js';
import {coverageOf, placesToGo} from './gaps-coverage.js';
import type {Coverage, HourOfWeek, Nearest} from './gaps-coverage.js';
import {gapsPage, reachOf, stageName} from './gaps-map.js';
import {readPlaces} from './import-options.js';
import {CommandError} from './messages.js';
import {toCsv} from './report-csv.js';
import {reportFile} from './report-file.js';

interface GapsArguments {
  readonly at: HourOfWeek;
  readonly withinKm: number;
  /** Beginnings of postcode districts, such as `LS`. Empty: all. */
  readonly areas: readonly string[];
  readonly csv?: string | undefined;
  readonly map?: string | undefined;
}

const dayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const number = new Intl.NumberFormat('en-GB');

/** `held-directory gaps`: where nothing is near at an hour, for people who commission and campaign. */
export async function gapsCommand(args: readonly string[], root: URL): Promise<void> {
  const asked = readArguments(args);
  const [writeTable, writeMap] = [reportFile(asked.csv), reportFile(asked.map)];
  const {databaseUrl, staleAfterDays} = readEnvironment(process.env);
  const snapshot = await snapshotOf(databaseUrl);
  const districts = districtsIn(root, asked.areas);
  const now = new Date();
  const all = unmerged(snapshot);
  const coverage = coverageOf(all, districts, {now, staleAfterDays, at: asked.at});
  const when = `${title(dayNames[weekdays.indexOf(asked.at.weekday)] ?? '')} at ${clock(asked.at.minutes)}`;
  console.log(
    `${when}, ${number.format(placesToGo(all).length)} spaces to go to, ${number.format(districts.length)} postcode districts:`,
  );
  for (const stage of stages) {
    const rows = coverage.filter(row => row.stage === stage);
    const none = rows.filter(row => reachOf(row, asked.withinKm) === 'none').length;
    const mayBe = rows.filter(row => reachOf(row, asked.withinKm) === 'may-be-open').length;
    console.log(
      `  ${stageName(stage)}: none within ${asked.withinKm} km of ${number.format(none)}; hours not known for ${number.format(mayBe)}.`,
    );
  }
  writeTable(
    toCsv(
      columns,
      coverage.map(row => csvRow(row, asked.withinKm)),
    ),
  );
  const attributions = [
    ...snapshot.sources.map(({name, attribution}) => attribution ?? name),
    'Postcode districts: Gibbs/uk-postcodes (CC0).',
    ...(snapshot.sources.some(({sample}) => sample) ? ['Holds sample data, whose facts have not been checked.'] : []),
  ];
  const options = {when, withinKm: asked.withinKm, today: now.toISOString().slice(0, 10), attributions};
  writeMap(gapsPage(coverage, options));
}

const columns = [
  ...['district', 'town', 'region', 'nation', 'latitude', 'longitude', 'stage', 'reach'],
  ...['open_km', 'open_id', 'open_name', 'hours_not_known_km', 'hours_not_known_id', 'any_hour_km', 'any_hour_id'],
];

function csvRow(row: Coverage, withinKm: number): readonly (string | number | undefined)[] {
  const {district, stage, open, mayBeOpen, atAnyHour} = row;
  const {name, town, region, nation, point} = district;
  return [
    ...[name, town, region, nation, point.latitude, point.longitude, stage, reachOf(row, withinKm)],
    ...[kilometres(open), open?.id, open?.name],
    ...[kilometres(mayBeOpen), mayBeOpen?.id, kilometres(atAnyHour), atAnyHour?.id],
  ];
}

const kilometres = (nearest: Nearest | undefined) => nearest && Math.round(nearest.distanceKm * 10) / 10;
const title = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

function districtsIn(root: URL, areas: readonly string[]): readonly Place[] {
  const places = readPlaces(root);
  const isAsked = (outcode: string) =>
    areas.length === 0 || areas.some(area => outcode === area || /^[A-Z]+/.exec(outcode)?.[0] === area);
  const districts = places.outcodes
    .map(([outcode]) => outcode)
    .filter(isAsked)
    .flatMap(outcode => findPlaces(places, outcode).slice(0, 1));
  if (districts.length === 0) throw new CommandError('held-directory gaps: --area names no postcode area or district.');
  return districts;
}

function readArguments(args: readonly string[]): GapsArguments {
  try {
    const {values} = parseArgs({
      args: [...args],
      options: {
        at: {type: 'string', default: 'saturday 22:00'},
        within: {type: 'string', default: '10'},
        area: {type: 'string', multiple: true},
        csv: {type: 'string'},
        map: {type: 'string'},
      },
    });
    const withinKm = /^\d{1,3}$/.test(values.within) ? Number(values.within) : 0;
    if (withinKm < 1) throw new TypeError('--within must be a whole number of kilometres from 1 to 999');
    const areas = (values.area ?? []).flatMap(each => each.toUpperCase().split(/[,\s]+/)).filter(Boolean);
    return {at: hourOfWeek(values.at), withinKm, areas, csv: values.csv, map: values.map};
  } catch (error) {
    throw new CommandError(
      `held-directory gaps: ${error instanceof Error ? error.message : 'wrong arguments'}. See held-directory help.`,
    );
  }
}

function hourOfWeek(text: string): HourOfWeek {
  const match = /^([a-z]{2,9}) +([01]?\d|2[0-3]):([0-5]\d)$/.exec(text.trim().toLowerCase());
  const weekday = weekdays[dayNames.findIndex(name => match?.[1] !== undefined && name.startsWith(match[1]))];
  if (!match || weekday === undefined) throw new TypeError('--at must be a day and a time, such as "saturday 22:00"');
  return {weekday, minutes: Number(match[2]) * 60 + Number(match[3])};
}
