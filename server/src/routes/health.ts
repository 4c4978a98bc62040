import type {Context} from '../context.js';
import {jsonResponse, resource} from '../http.js';
import {ProblemError} from '../problems.js';

/** Whether the process lives, and whether it should be sent requests. */
export function healthRoutes({app, readModels, draining}: Context): void {
  const noStore = {'Cache-Control': 'no-store'};
  resource(app, '/healthz', {GET: () => jsonResponse('{"status":"ok"}', noStore)});
  resource(app, '/readyz', {
    GET: async () => {
      if (draining()) throw new ProblemError('draining', {seconds: 5});
      try {
        const {revision} = await readModels.current();
        return jsonResponse(JSON.stringify({status: 'ready', revision: String(revision)}), noStore);
      } catch {
        throw new ProblemError('not-ready', {seconds: 2});
      }
    },
  });
}
