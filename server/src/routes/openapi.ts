/** The OpenAPI document: exactly the paths that are served, on the schemas of Open Referral UK and ours. */
import type {Context, Documents, OpenApiDocument} from '../context.js';
import {cacheFor, resource, taggedResponse} from '../http.js';
import {jsonBytes, tagged} from '../read-model/bytes.js';
import {problemTypes} from '../problems.js';
import {heldSchemas} from './openapi-schemas.js';
import {profileFiles} from './profile.js';
import {listParameters, serviceParameters} from './openapi-parameters.js';

type Json = Readonly<Record<string, unknown>>;

export function openApiRoute({app, documents, baseOf}: Context): void {
  const {openReferral} = documents;
  if (!openReferral) return;
  resource(app, '/held/openapi.json', {
    GET: async request => {
      const document = openApiDocument(openReferral, documents, baseOf(request));
      return taggedResponse(request, await tagged(jsonBytes(document)), cacheFor(3600));
    },
  });
}

/** The standard's own paths, all of which this directory serves. Its own summaries are questions to a validator. */
const standardPaths = {
  '/': 'What this is, and which version of the standard it keeps to',
  '/services': 'Services: rows, whole, or ids alone',
  '/services/{id}':
    'One service, whole. Those that are no longer listed can still be opened, and the id of one that was merged into another gives that other, with its own id inside',
  '/service_at_locations': 'Ways into services: places to go to, and one for everything that needs no place',
  '/service_at_locations/{id}': 'One way into a service, whole',
  '/organizations': 'Who runs what is listed, by name',
  '/organizations/{id}': 'One organisation, with its services',
  '/taxonomies': 'Our lists of words',
  '/taxonomies/{id}': 'One list of words, whole',
  '/taxonomy_terms': 'The words on our lists',
  '/taxonomy_terms/{id}': 'One word of a list',
} as const;

export function openApiDocument(standard: OpenApiDocument, documents: Documents, base: string): Json {
  return {
    openapi: standard.openapi,
    info: {
      title: 'Held Spaces directory',
      version: 'HSDS-UK-3.0',
      description:
        'Open Referral UK 3.0 with what the Held Spaces widgets read. Reads are anonymous. Human Services Data Specification UK: an Open Referral UK resource (https://openreferraluk.org/), originating with the Human Services Data Specification, an Open Referral resource (https://openreferral.org/); its paths and schemas are under CC BY-SA 4.0, changed as /held/profile says. No endorsement is implied.',
    },
    servers: [{url: base}],
    paths: {
      ...Object.fromEntries(
        Object.entries(standardPaths).map(([path, summary]) => [path, standardPath(standard, path, summary)]),
      ),
      ...heldPaths(documents),
    },
    components: {
      ...standard.components,
      parameters: {...standard.components['parameters'], ...listParameters, ...serviceParameters},
      schemas: {...standard.components['schemas'], ...heldSchemas},
      responses: {problem},
    },
  };
}

const problem = {
  description: `A problem. Kinds: ${Object.keys(problemTypes).join(', ')}.`,
  content: {'application/problem+json': {schema: {$ref: '#/components/schemas/Problem'}}},
};
const anyProblem = {$ref: '#/components/responses/problem'};

/** The standard's own words for a path. Keywords that OpenAPI does not know are left out; what we add is added. */
function standardPath(standard: OpenApiDocument, path: string, summary: string): Json {
  const {get, ...rest} = standard.paths[path] as {readonly get: Json};
  const operation = Object.fromEntries(Object.entries(get).filter(([name]) => name !== 'name'));
  const {responses, parameters = []} = operation as {readonly responses: Json; readonly parameters?: readonly Json[]};
  const added = addedParameters(path).map(name => ({$ref: `#/components/parameters/${name}`}));
  // Beside a reference, other keywords are not allowed and not read.
  const all = [...parameters.map(each => ('$ref' in each ? {$ref: each['$ref']} : each)), ...added];
  const unique = [...new Map(all.map(each => [JSON.stringify(each), each])).values()];
  return {
    ...rest,
    get: {
      ...operation,
      summary,
      ...(unique.length > 0 && {parameters: unique}),
      responses: {...responses, ...(path !== '/' && notModified), default: anyProblem},
    },
  };
}

function addedParameters(path: string): readonly string[] {
  return path === '/services' || path === '/service_at_locations' ? Object.keys(serviceParameters) : [];
}

const json = (schema: Json) => ({'application/json': {schema}});
const ref = (name: keyof typeof heldSchemas) => ({$ref: `#/components/schemas/${name}`});
const read = (summary: string, schema: Json, others: Json = {}) => ({
  get: {summary, responses: {200: {description: summary, content: json(schema)}, ...others, default: anyProblem}},
});
const notModified = {304: {description: 'Not changed since the ETag given in If-None-Match.'}};
const pathParameter = (name: string, schema: Json) => ({parameters: [{name, in: 'path', required: true, schema}]});
const anyObject = {type: 'object'};

const areaFile = (summary: string) => ({
  ...pathParameter('file', {type: 'string', pattern: '^[0-9a-f]{32}\\.json$'}),
  ...read(summary, {oneOf: [ref('AreaFile'), ref('DetailsFile')]}),
});

function heldPaths(documents: Documents): Json {
  return {
    '/held/areas': read('What the directory holds, and in which files', ref('AreaIndex'), notModified),
    '/held/areas/{file}': areaFile('One area file, or the details of the same spaces. Never changes'),
    '/held/area-files/{file}': areaFile('The same, where a published folder has it'),
    ...(documents.places && {
      '/held/outcodes': read('Every postcode district and town of the UK', ref('PlaceFile'), notModified),
    }),
    '/held/postcodes/{outcode}': {
      ...pathParameter('outcode', {type: 'string', pattern: '^[A-Za-z0-9]{2,4}$'}),
      ...read('Every postcode of a district, where the operator has loaded them', ref('PostcodeFile'), notModified),
    },
    '/held/crisis-contacts': read('The dated list of crisis contacts', ref('CrisisContacts'), notModified),
    '/held/vocabularies': read('The words of every closed list, with their ids', anyObject, notModified),
    '/held/profile': read(
      'How this directory extends Open Referral UK, and where its patches are',
      anyObject,
      notModified,
    ),
    '/held/profile/{file}': {
      ...pathParameter('file', {type: 'string', enum: profileFiles}),
      ...read('An RFC 7386 merge patch over the schema or the OpenAPI document of that name', anyObject, notModified),
    },
    '/held/openapi.json': read('This document', anyObject, notModified),
    '/held/problems/{slug}': {
      ...pathParameter('slug', {type: 'string', enum: Object.keys(problemTypes)}),
      ...read('What a problem means', anyObject),
    },
    '/held/evaluations/challenge': read(
      'What an evaluation is sent with: a form token, and work to do for it. The same for everybody, never cached',
      ref('EvaluationChallenge'),
    ),
    '/held/evaluations': {
      post: {
        summary: 'Send an evaluation. It is on disk when this answers',
        parameters: [
          {
            name: 'Idempotency-Key',
            in: 'header',
            required: true,
            description:
              'A new UUID for a new evaluation. The same key and body again give the same code and store nothing.',
            schema: {type: 'string', format: 'uuid'},
          },
        ],
        requestBody: {required: true, content: json(ref('EvaluationSubmission'))},
        responses: {
          200: {description: 'It was sent before.', content: json(ref('EvaluationReceipt'))},
          201: {description: 'It is stored.', content: json(ref('EvaluationReceipt'))},
          default: anyProblem,
        },
      },
    },
    '/held/evaluations/withdraw': {
      post: {
        summary: 'Take an evaluation back',
        requestBody: {required: true, content: json(ref('WithdrawRequest'))},
        responses: {
          200: {description: 'It is deleted.', content: json(ref('WithdrawReceipt'))},
          default: anyProblem,
        },
      },
    },
    '/healthz': read('Whether the process lives', anyObject),
    '/readyz': read('Whether it should be sent requests', anyObject),
  };
}
