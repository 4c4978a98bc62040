import {toOrganization} from '@held-spaces/domain/open-referral/oruk3';
import type {Context} from '../context.js';
import {resource, taggedResponse} from '../http.js';
import {ProblemError} from '../problems.js';
import {joinJson, taggedAtOnce, toBytes} from '../read-model/bytes.js';
import type {Bytes} from '../read-model/bytes.js';
import type {OrganizationRow} from '../read-model/columns.js';
import type {ReadModel} from '../read-model/read-model.js';
import {hasWords} from './has-words.js';
import {largestFullPageSize, listCache, listResponse, readListQuery, selectAll} from './lists.js';
import {Parameters} from './parameters.js';
import {readWords} from './service-query.js';

/** What a list or a page of an organization says of its services. */
type Form = 'alone' | 'services' | 'whole services';

/** `/organizations` of Open Referral UK 3.0: who runs what is listed. */
export function organizationRoutes({app, readModels}: Context): void {
  resource(app, '/organizations', {
    GET: async request => {
      const parameters = new Parameters(request);
      const form = formOf(parameters, parameters.flag('full') ? 'services' : 'alone');
      const query = readListQuery(parameters, form === 'alone' ? undefined : largestFullPageSize);
      const words = readWords(parameters);
      const model = await readModels.current();
      return listResponse(
        request,
        {...query, tag: model.tag},
        () => selectAll(model.organizations.filter(({name}) => hasWords(name, words))),
        organization => bytesOf(model, organization, form),
      );
    },
  });

  resource(app, '/organizations/:id', {
    GET: async (request, {id = ''}) => {
      const form = formOf(new Parameters(request), 'services');
      const model = await readModels.current();
      const organization = model.organization(id.toLowerCase());
      if (!organization) throw new ProblemError('not-found');
      return taggedResponse(request, taggedAtOnce(bytesOf(model, organization, form)), listCache);
    },
  });
}

const formOf = (parameters: Parameters, otherwise: Form): Form =>
  parameters.flag('full_service') ? 'whole services' : otherwise;

function bytesOf({rows}: ReadModel, organization: OrganizationRow, form: Form): Bytes {
  const own = JSON.stringify(toOrganization(organization));
  if (form === 'alone') return toBytes(own);
  const services = organization.positions.map(position =>
    form === 'whole services' ? rows.whole(position) : rows.minimal(position),
  );
  return joinJson(`${own.slice(0, -1)},"services":[`, services, ']}');
}
