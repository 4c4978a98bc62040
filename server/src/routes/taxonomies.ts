import {toTaxonomy, toTerm} from '@held-spaces/domain/open-referral/oruk3';
import type {Context} from '../context.js';
import {resource, taggedResponse} from '../http.js';
import {ProblemError} from '../problems.js';
import {contentHash, jsonBytes, taggedAtOnce} from '../read-model/bytes.js';
import {idOnceOf, taxonomiesById, taxonomyIdOf, termsById} from '../read-model/term-ids.js';
import {hasWords} from './has-words.js';
import {listCache, listResponse, readListQuery, selectAll} from './lists.js';
import {Parameters} from './parameters.js';
import {readWords} from './service-query.js';

const rows = [...taxonomiesById.values()].map(taxonomy => toTaxonomy(taxonomy, idOnceOf, 'row'));
const terms = [...termsById.values()].map(({taxonomy, term}) => toTerm(taxonomy, term.key, idOnceOf));

const isFound = (row: Readonly<Record<string, unknown>>, words: readonly string[]) =>
  hasWords(`${String(row['name'])} ${String(row['description'])}`, words);

/** `/taxonomies` and `/taxonomy_terms` of Open Referral UK 3.0: our own, which are the same on every server. */
export function taxonomyRoutes({app}: Context): void {
  const tag = contentHash(jsonBytes([rows, terms]));

  resource(app, '/taxonomies', {
    GET: async request => {
      const parameters = new Parameters(request);
      const query = readListQuery(parameters);
      const words = readWords(parameters);
      return listResponse(
        request,
        {...query, tag: await tag},
        () => selectAll(rows.filter(row => isFound(row, words))),
        jsonBytes,
      );
    },
  });

  resource(app, '/taxonomies/:id', {
    GET: (request, {id = ''}) => {
      const taxonomy = taxonomiesById.get(id.toLowerCase());
      if (!taxonomy) throw new ProblemError('not-found');
      return taggedResponse(request, taggedAtOnce(jsonBytes(toTaxonomy(taxonomy, idOnceOf, 'full'))), listCache);
    },
  });

  resource(app, '/taxonomy_terms', {
    GET: async request => {
      const parameters = new Parameters(request);
      const query = readListQuery(parameters);
      const words = readWords(parameters);
      const taxonomyId = parameters.uuid('taxonomy_id');
      const parentId = parameters.uuid('parent_id');
      // Whichever way the standard's two sentences about it are read, it keeps all of a flat list.
      parameters.flag('top_only');
      return listResponse(
        request,
        {...query, tag: await tag},
        () =>
          selectAll(
            // Ours have no parents.
            terms.filter(
              term =>
                isFound(term, words) &&
                parentId === undefined &&
                (taxonomyId === undefined || taxonomyIdOf(String(term['id'])) === taxonomyId),
            ),
          ),
        jsonBytes,
      );
    },
  });

  resource(app, '/taxonomy_terms/:id', {
    GET: (request, {id = ''}) => {
      const known = termsById.get(id.toLowerCase());
      if (!known) throw new ProblemError('not-found');
      const term = toTerm(known.taxonomy, known.term.key, idOnceOf);
      return taggedResponse(request, taggedAtOnce(jsonBytes(term)), listCache);
    },
  });
}
