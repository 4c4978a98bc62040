/** What the finder reads: area files, places, crisis contacts and the words of our lists. None of it is asked for by need. */
import {crisisChecked, crisisContacts} from '@held-spaces/domain/generated/crisis-contacts';
import type {Context} from '../context.js';
import {cacheFor, cacheForEver, jsonResponse, resource, taggedResponse} from '../http.js';
import type {Answer} from '../http.js';
import {ProblemError} from '../problems.js';
import {jsonBytes, tagged} from '../read-model/bytes.js';
import {vocabularies} from './vocabularies.js';

export function heldRoutes({app, readModels, documents}: Context): void {
  resource(app, '/held/areas', {
    GET: async request => taggedResponse(request, (await (await readModels.current()).areas()).index, cacheFor(60)),
  });

  const areaFile: Answer = async (_request, {file = ''}) => {
    const hash = /^([\da-f]{32})\.json$/.exec(file)?.[1];
    if (hash === undefined) throw new ProblemError('not-found');
    const bytes = await readModels.file(hash);
    if (!bytes) throw new ProblemError('gone');
    return jsonResponse(bytes, {'Cache-Control': cacheForEver, ETag: `W/"${hash}"`});
  };
  resource(app, '/held/areas/:file', {GET: areaFile});
  // Where `publish` has to put the same files: beside a file named `areas` there can be no folder of that name.
  resource(app, '/held/area-files/:file', {GET: areaFile});

  const document = (path: string, value: unknown, seconds: number) => {
    if (value === undefined) return;
    const body = tagged(jsonBytes(value));
    resource(app, path, {GET: async request => taggedResponse(request, await body, cacheFor(seconds))});
  };
  const hour = 3600;
  document('/held/outcodes', documents.places, 24 * hour);
  document(
    '/held/crisis-contacts',
    {checked: crisisChecked, contacts: crisisContacts, signed: documents.signedCrisis},
    hour,
  );
  document('/held/vocabularies', vocabularies, hour);
}
