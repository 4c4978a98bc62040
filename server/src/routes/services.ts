import type {Context} from '../context.js';
import {cacheFor, jsonResponse, resource, taggedResponse} from '../http.js';
import {ProblemError} from '../problems.js';
import {joinJson, toBytes} from '../read-model/bytes.js';
import type {Bytes} from '../read-model/bytes.js';
import type {ServiceRow} from '../read-model/read-model.js';
import {defaultPageSize, isAskedFor, readServiceQuery} from './service-query.js';
import type {ServiceQuery} from './service-query.js';

const listCache = cacheFor(60);

/** `/`, `/services` and `/services/{id}` of Open Referral UK 3.0. */
export function openReferralRoutes({app, readModels, baseOf}: Context): void {
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
      const query = readServiceQuery(new URL(request.url).searchParams);
      const found = (await readModels.current()).services.filter(row => isAskedFor(row, query));
      if (query.format === 'ndjson') return linesResponse(found, query);
      return jsonResponse(pageOf(found, query), {'Cache-Control': listCache});
    },
  });

  resource(app, '/services/:id', {
    GET: async (request, {id = ''}) => {
      const row = (await readModels.current()).byId.get(id.toLowerCase());
      if (!row) throw new ProblemError('unknown-service');
      return taggedResponse(request, row.full, listCache);
    },
  });
}

/** One page with the standard's envelope. A page past the end is empty and the last. */
function pageOf(found: readonly ServiceRow[], query: ServiceQuery): Bytes {
  const total = found.length;
  // With ids alone, the standard aims at one page of everything.
  const perPage = query.perPage ?? (query.form === 'minimal' ? Math.max(total, 1) : defaultPageSize);
  const pages = Math.ceil(total / perPage);
  const start = (query.page - 1) * perPage;
  const rows = found.slice(start, start + perPage).map(row => bytesOf(row, query));
  const envelope = {
    total_items: total,
    total_pages: pages,
    page_number: query.page,
    size: rows.length,
    first_page: query.page === 1,
    last_page: query.page >= pages,
    empty: rows.length === 0,
  };
  return joinJson(`${JSON.stringify(envelope).slice(0, -1)},"contents":[`, rows, ']}');
}

/** Every service on a line of its own, without pages: `format=ndjson`. */
function linesResponse(found: readonly ServiceRow[], query: ServiceQuery): Response {
  const newline = toBytes('\n');
  const body = new Blob(found.flatMap(row => [bytesOf(row, query), newline]));
  return new Response(body, {headers: {'Content-Type': 'application/x-ndjson', 'Cache-Control': listCache}});
}

function bytesOf(row: ServiceRow, {form}: ServiceQuery): Bytes {
  return form === 'full' ? row.full.bytes : row[form === 'minimal' ? 'minimal' : 'summary'];
}
