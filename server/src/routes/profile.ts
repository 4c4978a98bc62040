/**
 * How this directory goes beyond Open Referral UK 3.0, or departs from it, as RFC 7386 merge patches over the standard's
 * own schemas: the way in which Open Referral publishes profiles (https://docs.openreferral.org/en/v3.0.0/hsds/profiles.html).
 */
import {precisions} from '@held-spaces/domain/space';
import {
  accessFeatures,
  approaches,
  audiences,
  continuities,
  deliveries,
  exclusions,
  kinds,
  knownAnswers,
  nations,
  stages,
  waysIn,
} from '@held-spaces/domain/vocabularies';
import type {Context} from '../context.js';
import {cacheFor, resource, taggedResponse} from '../http.js';
import {ProblemError} from '../problems.js';
import {jsonBytes, tagged} from '../read-model/bytes.js';
import {listParameters, serviceParameters} from './openapi-parameters.js';

const text = (description: string) => ({type: 'string', description});
const listOf = (values: readonly string[], description: string) => ({
  type: 'array',
  description,
  items: {type: 'string', enum: values},
});

/** What is merged into each schema of the standard. Everything is added; nothing is taken away or renamed. */
const schemaPatches = {
  service: {
    properties: {
      fees_description: text('HSDS 3: the cost in words.'),
      held_stages: {
        type: 'object',
        description:
          'Stages of the roadmap: "declared" by the service itself, "suggested" by the keepers of the list. Kept apart.',
        properties: {declared: listOf(stages, 'By the service.'), suggested: listOf(stages, 'By the keepers.')},
      },
      held_kinds: listOf(kinds, 'What sort of space it is. A space may be several.'),
      held_deliveries: listOf(deliveries, 'How it is used. "physical" is in person.'),
      held_ways_in: listOf(waysIn, 'How to get in. Missing: not stated.'),
      held_audiences: listOf(audiences, 'Whom it says it is made for.'),
      held_approaches: listOf(approaches, 'How it says that it understands distress. None stands above another.'),
      held_access_features: listOf(accessFeatures, 'What helps people to get in, stay and take part.'),
      held_exclusions: {
        type: 'array',
        description: 'Whom it says it cannot take: a term of ours, its own words, or both. Missing: none stated.',
        items: {type: 'object', properties: {id: {type: 'string', enum: exclusions}, words: {type: 'string'}}},
      },
      held_continuity: {
        type: 'object',
        description: 'The wait before, and what comes after. What is missing is not known.',
        properties: {
          terms: listOf(continuities, 'Whether one can come back, and whether it gets in touch.'),
          limit: text('A limit to coming back, in its own words.'),
          wait: {
            type: 'object',
            properties: {kind: {type: 'string', enum: ['none', 'stated']}, words: {type: 'string'}},
            required: ['kind'],
          },
        },
      },
      held_arrival: {
        type: 'object',
        description: 'What happens when somebody gets there.',
        properties: {door: text('At the door.'), first: text('The first minutes.'), who: text('Who is there.')},
      },
      held_cost: {
        type: 'object',
        description: 'The cost as it was stated. Missing: not stated, which is not free.',
        properties: {kind: {type: 'string', enum: ['free', 'donation', 'some-free', 'call', 'stated']}},
        required: ['kind'],
      },
      held_disclosure: {
        type: 'object',
        description: 'Who might be told, and when. A topic without an answer is not known; it is never "no".',
        properties: {
          answers: {type: 'object', additionalProperties: {type: 'string', enum: knownAnswers}},
          words: text('What the service says of it, in full sentences.'),
        },
      },
      held_area_served: {
        type: 'object',
        description: 'Where the people live whom it is for. Missing: nobody has said.',
        properties: {nations: listOf(nations, 'Nations of the UK.'), region: text('Region, council or health board.')},
      },
      held_provenance: {
        type: 'object',
        description: 'Where the record comes from, when it was checked, and under which licence.',
        properties: {source: text('Name of the list.'), checked: text('YYYY, YYYY-MM or YYYY-MM-DD.')},
        required: ['source'],
      },
      held_sample: {type: 'boolean', description: 'true: sample data, to be checked before anybody relies on it.'},
    },
  },
  service_at_location: {
    properties: {
      service: {description: 'The service, as a row of the list of services.', allOf: [{$ref: 'service.json'}]},
      schedules: {type: 'array', items: {$ref: 'schedule.json'}, description: 'HSDS 3. Those of the service.'},
      contacts: {type: 'array', items: {$ref: 'contact.json'}, description: 'HSDS 3. Those of the service.'},
    },
  },
  location: {
    properties: {
      url: {type: 'string', format: 'uri', description: 'HSDS 3: where a virtual location is.'},
      held_precision: {
        type: 'string',
        enum: precisions,
        description: 'Only an exact point is the building. The others are the middle of a district or a town.',
      },
      held_location_disclosure: {
        type: 'string',
        enum: ['area_only'],
        description: 'The address is private. It is not in this directory, and no point is given.',
      },
      held_partial_address: {
        type: 'object',
        description: 'What is known of an address that is not whole: the standard asks for every part of one.',
      },
      held_area: text('Name of the place, for people.'),
    },
  },
  schedule: {
    properties: {
      opens_at: {description: 'Wall time in Europe/London, HH:MM, without an offset.'},
      closes_at: {
        description:
          'Wall time in Europe/London, HH:MM. At or before opens_at: the next day. 00:00 to 23:59 is the whole day.',
      },
      until: text('HSDS 3: last day of the series, YYYY-MM-DD.'),
      description: text('HSDS 3: of something dated, what it is called.'),
      held_event: {
        type: 'boolean',
        description: 'true: something that is on from dtstart to until, which says nothing of the hours of the place.',
      },
      held_conditional: {
        type: 'boolean',
        description: 'true: the notes limit when the rule holds, so that it must not be worked out.',
      },
    },
  },
  contact: {
    properties: {
      email: {type: 'string', format: 'email', description: 'HSDS 3.'},
      phones: {
        type: 'array',
        description: 'HSDS 3.',
        items: {
          type: 'object',
          properties: {number: {type: 'string'}, held_keyword: text('The word to send to a text line.')},
          required: ['id', 'number'],
        },
      },
    },
  },
  language: {properties: {name: text('HSDS 3.'), code: text('HSDS 3: BCP 47.')}},
  cost_option: {properties: {currency: text('HSDS 3: ISO 4217.')}},
  organization: {
    properties: {
      services: {
        type: 'array',
        description: 'Its services: id, name, status and last_modified, or whole with full_service=true.',
        items: {type: 'object', required: ['id', 'name', 'status']},
      },
    },
  },
  taxonomy_term: {properties: {code: text('HSDS 3: the key of the term, which never changes.')}},
} as const;

const openApiPatch = {
  paths: {
    '/services': {get: {parameters: Object.values({...listParameters, ...serviceParameters})}},
    '/service_at_locations': {get: {parameters: Object.values({...listParameters, ...serviceParameters})}},
  },
};

const patches: Readonly<Record<string, object>> = {
  ...Object.fromEntries(
    Object.entries(schemaPatches).map(([name, patch]) => [`${name}.json`, {name, ...patch}] as const),
  ),
  'openapi.json': openApiPatch,
};

/** Names of the patches. */
export const profileFiles: readonly string[] = Object.keys(patches);

const overview = (base: string) => ({
  name: 'Held Spaces profile of Open Referral UK 3.0',
  version: '1.0.0',
  extends: 'https://openreferraluk.org/specifications/3.0/',
  openapi_url: `${base}/held/openapi.json`,
  vocabularies_url: `${base}/held/vocabularies`,
  prefix: 'held_',
  format: 'RFC 7386 merge patches, each over the schema (or the OpenAPI document) of its name.',
  patches: profileFiles.map(file => `${base}/held/profile/${file}`),
  departures: [
    'opens_at and closes_at are wall time in Europe/London, without an offset: one weekly rule cannot carry a fixed offset over the change of the clocks.',
    'A row under minimal=true holds name and status beside id and last_modified, because the schema requires both.',
    'minimum_age and maximum_age find overlapping ages, and not services whose own limits compare with the numbers.',
    'proximity takes the middle of the postcode district: the directory asks for nothing finer and keeps nothing finer.',
    'A service all of whose schedules have ended (until, valid_to) is on no list, and can still be opened by its id.',
  ],
});

export function profileRoutes({app, baseOf}: Context): void {
  const hour = cacheFor(3600);
  resource(app, '/held/profile', {
    GET: async request => taggedResponse(request, await tagged(jsonBytes(overview(baseOf(request)))), hour),
  });
  resource(app, '/held/profile/:file', {
    GET: async (request, {file = ''}) => {
      const patch = Object.hasOwn(patches, file) ? patches[file] : undefined;
      if (!patch) throw new ProblemError('not-found');
      return taggedResponse(request, await tagged(jsonBytes(patch)), hour);
    },
  });
}
