import type {Context} from '../context.js';
import {cacheFor, resource, taggedResponse} from '../http.js';
import {ProblemError} from '../problems.js';
import {tagged, toBytes} from '../read-model/bytes.js';

/**
 * Unit postcodes, a whole district at a time: which of them a person typed stays on their device. Where the operator has
 * loaded none, every district is not found, and pages make do with its middle.
 */
export function postcodeRoutes({app, store}: Context): void {
  resource(app, '/held/postcodes/:outcode', {
    GET: async (request, {outcode = ''}) => {
      const file = /^[A-Za-z\d]{2,4}$/.test(outcode) ? await store.postcodeFile(outcode.toUpperCase()) : undefined;
      if (file === undefined) throw new ProblemError('not-found');
      return taggedResponse(request, await tagged(toBytes(file)), cacheFor(24 * 3600));
    },
  });
}
