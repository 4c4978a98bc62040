import {toServiceAtLocation} from '@held-spaces/domain/open-referral/oruk3';
import type {Context} from '../context.js';
import {jsonResponse, resource, taggedResponse} from '../http.js';
import {ProblemError} from '../problems.js';
import {jsonBytes, taggedAtOnce} from '../read-model/bytes.js';
import type {ReadModel, WayRow} from '../read-model/read-model.js';
import {selectServices, selectWays} from '../read-model/selection.js';
import type {ServiceFilter} from '../read-model/selection.js';
import {londonDay} from '../read-model/timetables.js';
import {largestFullPageSize, listCache, listResponse, readListQuery} from './lists.js';
import {Parameters, bad} from './parameters.js';
import {readServiceFilter} from './service-query.js';

/** `/`, `/services` and `/service_at_locations` of Open Referral UK 3.0. */
export function serviceRoutes({app, readModels, documents, baseOf, now}: Context): void {
  resource(app, '/', {
    GET: request => {
      const base = baseOf(request);
      const details = {
        version: 'HSDS-UK-3.0',
        profile: `${base}/held/profile`,
        openapi_url: `${base}/held/openapi.json`,
        description: 'A directory of spaces that can hold a person in distress, in the UK.',
      };
      return jsonResponse(JSON.stringify(details), {'Cache-Control': listCache});
    },
  });

  resource(app, '/services', {
    GET: async request => {
      const parameters = new Parameters(request);
      const full = parameters.flag('full');
      const minimal = parameters.flag('minimal');
      if (full && minimal) throw bad('minimal', 'false where full is true');
      const query = readListQuery(parameters, full ? largestFullPageSize : undefined);
      const filter = readServiceFilter(parameters, documents.places);
      const model = await readModels.current();
      const {rows} = model;
      return listResponse(
        request,
        // With ids alone, the standard aims at one page of everything.
        {...query, tag: tagOf(model, filter, now()), wholePage: minimal},
        async () => {
          // A row can be written while somebody waits, and a hundred thousand of them cannot.
          if (minimal || query.format === 'ndjson') await model.words();
          return selectServices(model, filter, now());
        },
        position => (full ? rows.whole(position) : minimal ? rows.minimal(position) : rows.summary(position)),
      );
    },
  });

  resource(app, '/services/:id', {
    GET: async (request, {id = ''}) => {
      const model = await readModels.current();
      const position = model.byId.get(id.toLowerCase());
      if (position === undefined) throw new ProblemError('unknown-service');
      return taggedResponse(request, taggedAtOnce(model.rows.whole(position)), listCache);
    },
  });

  resource(app, '/service_at_locations', {
    GET: async request => {
      const parameters = new Parameters(request);
      const full = parameters.flag('full');
      const query = readListQuery(parameters, full ? largestFullPageSize : undefined);
      const filter = readServiceFilter(parameters, documents.places);
      const model = await readModels.current();
      return listResponse(
        request,
        {...query, tag: tagOf(model, filter, now())},
        () => selectWays(model, filter, now()),
        way => jsonBytes(wayOf(model, way, full ? 'full' : 'row')),
      );
    },
  });

  resource(app, '/service_at_locations/:id', {
    GET: async (request, {id = ''}) => {
      const model = await readModels.current();
      const way = await model.way(id.toLowerCase());
      if (!way) throw new ProblemError('not-found');
      return taggedResponse(request, taggedAtOnce(jsonBytes(wayOf(model, way, 'full'))), listCache);
    },
  });
}

/** What is in force changes with the day too. */
function tagOf({tag}: ReadModel, {session}: ServiceFilter, now: Date): string {
  return session ? `${tag}.${londonDay(now)}` : tag;
}

function wayOf({rows}: ReadModel, {position, type}: WayRow, form: 'row' | 'full') {
  return toServiceAtLocation(rows.space(position), type, {...rows.optionsOf(position), form});
}
