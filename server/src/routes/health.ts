import type {Context} from '../context.js';
import {jsonResponse, resource} from '../http.js';
import {ProblemError} from '../problems.js';
import type {ReadModel} from '../read-model/read-model.js';
import type {ReadModels} from '../read-model/read-models.js';

/** How long the first read model is waited for, in milliseconds, before the answer is "not ready". */
const patience = 250;

/** Whether the process lives, and whether it should be sent requests. */
export function healthRoutes({app, readModels, draining}: Context): void {
  const noStore = {'Cache-Control': 'no-store'};
  resource(app, '/healthz', {GET: () => jsonResponse('{"status":"ok"}', noStore)});
  resource(app, '/readyz', {
    GET: async () => {
      if (draining()) throw new ProblemError('draining', {seconds: 5});
      const model = await Promise.race([everything(readModels).catch(() => undefined), pause()]);
      if (!model) throw new ProblemError('not-ready', {seconds: 2});
      return jsonResponse(JSON.stringify({status: 'ready', revision: String(model.revision)}), noStore);
    },
  });
}

/** The model, once its lists and its area files can be read. Words may still be gathered; who searches waits a moment. */
async function everything(readModels: ReadModels): Promise<ReadModel> {
  const model = await readModels.current();
  await model.areas();
  return model;
}

const pause = () => new Promise<undefined>(resolve => setTimeout(() => resolve(undefined), patience));
