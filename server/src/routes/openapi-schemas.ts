/** Schemas of what this directory adds to Open Referral, for its OpenAPI document. */
import {contentTopics, longestSealed, longestWords} from '@held-spaces/domain/evaluation-words';
import {
  evaluationQuestions,
  forceAnswers,
  formVersions,
  seasonAlternatives,
  seasons,
  usualAnswers,
} from '@held-spaces/domain/evaluation';
import {precisions, spaceStatuses} from '@held-spaces/domain/space';
import {
  accessFeatures,
  approaches,
  audiences,
  continuities,
  deliveries,
  disclosureTopics,
  exclusions,
  kinds,
  knownAnswers,
  nations,
  roles,
  stageAnswers,
  stages,
  waysIn,
} from '@held-spaces/domain/vocabularies';

type Schema = Readonly<Record<string, unknown>>;

const text = {type: 'string'};
const number = {type: 'number'};
const flag = {type: 'boolean'};
const listOf = (items: Schema) => ({type: 'array', items});
const oneOf = (values: readonly string[]) => ({type: 'string', enum: values});
const ref = (name: string) => ({$ref: `#/components/schemas/${name}`});
/** An object of known fields, all required but those that are named. */
const object = (properties: Readonly<Record<string, Schema>>, optional: readonly string[] = []) => {
  const required = Object.keys(properties).filter(name => !optional.includes(name));
  return {type: 'object', properties, ...(required.length > 0 && {required}), additionalProperties: false};
};
const mapOf = (names: readonly string[], value: Schema) =>
  object(Object.fromEntries(names.map(name => [name, value])), names);

const answers = Object.fromEntries(
  evaluationQuestions
    .filter(question => question.scale !== 'stages')
    .map(question => [question.id, oneOf(question.scale === 'force' ? forceAnswers : usualAnswers)]),
);

const time = {type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$|^24:00$'};
const address = object({line1: text, locality: text, postcode: text}, ['line1', 'locality', 'postcode']);
const files = {count: {type: 'integer', minimum: 0}, href: text, detailsHref: text};

export const heldSchemas = {
  Problem: {
    type: 'object',
    description: 'Problem details, RFC 9457.',
    properties: {
      type: {type: 'string', format: 'uri'},
      title: text,
      status: {type: 'integer'},
      detail: text,
      pointer: {type: 'string', description: 'JSON pointer to the field of the body.'},
      parameter: {type: 'string', description: 'Name of the query parameter.'},
    },
    required: ['type', 'title', 'status', 'detail'],
  },
  AreaIndex: object(
    {
      revision: {type: 'string', description: 'Changes whenever anything in the directory does.'},
      generated: {type: 'string', format: 'date-time'},
      attribution: text,
      sample: {type: 'boolean', description: 'Sample data, whose facts must be checked.'},
      staleAfterDays: {type: 'integer', description: 'After how many days nothing may be said of "now" from a record.'},
      corrections: {
        type: 'string',
        description: 'Where corrections of records are taken: an e-mail address, or the address of a page.',
      },
      postcodes: {
        type: 'boolean',
        description: 'Whether whole postcodes are listed, a file a district, at /held/postcodes/{outcode}.',
      },
      areas: listOf(object({id: text, bbox: {type: 'array', items: number, minItems: 4, maxItems: 4}, ...files})),
      anywhere: object(files),
    },
    ['sample', 'corrections', 'postcodes'],
  ),
  AreaFile: object({id: text, spaces: listOf(ref('SpaceCard'))}),
  DetailsFile: object({id: text, details: {type: 'object', additionalProperties: ref('SpaceDetails')}}),
  SpaceCard: object(
    {
      id: {type: 'string', format: 'uuid'},
      name: text,
      organization: object({id: text, name: text}),
      summary: text,
      status: oneOf(spaceStatuses),
      kinds: listOf(oneOf(kinds)),
      deliveries: listOf(oneOf(deliveries)),
      location: object(
        {
          address,
          point: object({latitude: number, longitude: number}),
          precision: oneOf(precisions),
          area: text,
        },
        ['address', 'point', 'precision', 'area'],
      ),
      areaServed: object({nations: listOf(oneOf(nations)), region: text}, ['region']),
      contact: object(
        {phone: text, text: object({number: text, keyword: text}, ['keyword']), email: text, website: text},
        ['phone', 'text', 'email', 'website'],
      ),
      schedules: listOf(ref('SpaceSchedule')),
      cost: object(
        {kind: oneOf(['free', 'donation', 'some-free', 'call', 'stated']), detail: text, rate: text, words: text},
        ['detail', 'rate', 'words'],
      ),
      waysIn: listOf(oneOf(waysIn)),
      ages: object({minimum: number, maximum: number}, ['minimum', 'maximum']),
      audiences: listOf(oneOf(audiences)),
      languages: listOf({type: 'string', description: 'BCP 47.'}),
      approaches: listOf(oneOf(approaches)),
      accessFeatures: listOf(oneOf(accessFeatures)),
      events: listOf(
        object({dtstart: text, until: text, opensAt: time, closesAt: time, name: text}, [
          'until',
          'opensAt',
          'closesAt',
          'name',
        ]),
      ),
      stages: object({declared: listOf(oneOf(stages)), suggested: listOf(oneOf(stages))}),
      disclosure: object({answers: mapOf(disclosureTopics, oneOf(knownAnswers))}),
      provenance: object({source: text, checked: text, sample: flag}, ['checked', 'sample']),
    },
    ['organization', 'summary', 'location', 'cost', 'ages', 'approaches', 'accessFeatures', 'events'],
  ),
  SpaceSchedule: object(
    {
      freq: oneOf(['WEEKLY', 'MONTHLY']),
      byday: listOf(text),
      interval: number,
      dtstart: text,
      until: text,
      validFrom: text,
      validTo: text,
      opensAt: time,
      closesAt: time,
      notes: text,
      conditional: flag,
    },
    ['interval', 'dtstart', 'until', 'validFrom', 'validTo', 'opensAt', 'closesAt', 'notes', 'conditional'],
  ),
  SpaceDetails: object(
    {
      address,
      access: listOf(text),
      exclusions: listOf(object({id: oneOf(exclusions), words: text}, ['id', 'words'])),
      continuity: object(
        {
          terms: listOf(oneOf(continuities)),
          limit: text,
          wait: object({kind: oneOf(['none', 'stated']), words: text}, ['words']),
        },
        ['limit', 'wait'],
      ),
      arrival: object({door: text, first: text, who: text}, ['door', 'first', 'who']),
      disclosureWords: text,
      provenance: object({url: text, note: text, confidence: oneOf(['high', 'medium', 'low']), licence: text}, [
        'url',
        'note',
        'confidence',
        'licence',
      ]),
    },
    ['address', 'exclusions', 'continuity', 'arrival', 'disclosureWords'],
  ),
  CrisisContacts: object(
    {
      checked: {type: 'string', format: 'date', description: 'When the list was last compared with its sources.'},
      contacts: listOf({type: 'object', required: ['id', 'name', 'kind']}),
      signed: {
        ...object({list: text, signature: text}),
        description:
          'A signed list for signposts, where the operator publishes one. Put it inside their tags as it is.',
      },
    },
    ['signed'],
  ),
  PlaceFile: object({
    attribution: text,
    regions: listOf(text),
    towns: {
      ...listOf({type: 'array', minItems: 6, maxItems: 6, items: {anyOf: [text, number]}}),
      description: '[name, latitude, longitude, region index, nation index, radius in km]',
    },
    outcodes: {
      ...listOf({type: 'array', minItems: 6, maxItems: 6, items: {anyOf: [text, number]}}),
      description: '[outcode, latitude, longitude, town index or -1, region index, nation index]',
    },
  }),
  PostcodeFile: object({
    attribution: text,
    outcode: text,
    units: {
      ...listOf({type: 'array', minItems: 3, maxItems: 3, items: {anyOf: [text, number]}}),
      description: '[incode, latitude, longitude]',
    },
  }),
  EvaluationSubmission: object(
    {
      formVersion: oneOf(formVersions),
      serviceId: {
        type: 'string',
        format: 'uuid',
        description: 'Where the service was merged into another, the evaluation is stored as of that other.',
      },
      role: oneOf(roles),
      season: {
        oneOf: [
          oneOf(seasonAlternatives),
          object({season: oneOf(seasons), year: {type: 'integer', minimum: 2000, maximum: 2100}}),
        ],
      },
      answers: object(answers, Object.keys(answers)),
      stages: {...listOf(oneOf(stageAnswers)), uniqueItems: true},
      holderStages: {...listOf(oneOf(stageAnswers)), uniqueItems: true, description: 'Only with the role "holder".'},
      words: {
        type: 'string',
        minLength: 1,
        maxLength: longestWords,
        description:
          'NFC, trimmed, no control characters. A moderator reads them before anybody else can. Version 2, and only where /held/evaluations/challenge says that words are taken.',
      },
      contentNote: {
        ...listOf(oneOf(contentTopics)),
        uniqueItems: true,
        description: 'Whoever reads the words is told first, and of what. Only with words.',
      },
      sealedContact: {
        type: 'string',
        maxLength: longestSealed,
        pattern: '^[A-Za-z0-9_-]+$',
        description: "Encrypted on the device to the moderators' public key. Only with words.",
      },
      consent: {type: 'boolean', enum: [true]},
      token: {type: 'string', description: 'From /held/evaluations/challenge. Good for one use.'},
      proof: {
        ...object({counter: {type: 'integer', minimum: 0}, derivedKey: {type: 'string', pattern: '^[0-9a-f]{64}$'}}),
        description: 'The solution of the challenge that came with the token.',
      },
    },
    ['season', 'holderStages', 'words', 'contentNote', 'sealedContact'],
  ),
  EvaluationChallenge: object(
    {
      token: text,
      challenge: {
        type: 'object',
        description: 'Work to do, in the form of ALTCHA 2. Its solution is sent as "proof".',
        required: ['parameters', 'signature'],
      },
      expires: {type: 'string', format: 'date-time'},
      words: {type: 'boolean', description: 'Whether words are taken. If not, an evaluation is ticks alone.'},
      keepYears: {type: 'integer', minimum: 1, description: 'For how many years an evaluation is kept at most.'},
      readWithinDays: {
        type: 'integer',
        minimum: 1,
        description: 'Within how many days moderators aim to read words. Missing: the operator has not said.',
      },
      sealTo: {
        type: 'object',
        description: "The moderators' public key (RSA-OAEP, SHA-256) as a JWK. Missing: no sealed contact is taken.",
        required: ['kty', 'n', 'e'],
      },
    },
    ['readWithinDays', 'sealTo'],
  ),
  EvaluationReceipt: object({
    code: {type: 'string', description: 'Five plain words, with which it can be taken back.'},
    month: {type: 'string', pattern: '^\\d{4}-\\d{2}$'},
  }),
  WithdrawRequest: object(
    {
      code: {type: 'string', maxLength: 200},
      only: {...oneOf(['words']), description: 'Only the words; the ticks stay.'},
    },
    ['only'],
  ),
  WithdrawReceipt: object({withdrawn: {type: 'boolean', enum: [true]}}),
} as const;
