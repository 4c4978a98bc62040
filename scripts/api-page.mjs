/**
 * Writes docs/api.md from the OpenAPI document that the directory serves at /held/openapi.json, so that the page cannot
 * say what the directory does not do. `--check` only says whether it is up to date.
 */
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {format, resolveConfig} from 'prettier';
import {importTypeScript} from './import-typescript.mjs';

const target = 'docs/api.md';
const base = 'https://directory.example';

const {openApiDocument} = await importTypeScript('server/src/routes/openapi.ts');
const standard = JSON.parse(readFileSync('server/standards/oruk-3.0/openapi.bundled.json', 'utf8'));
const document = openApiDocument(standard, {openReferral: standard, places: {}}, base);

const groups = [
  ['Open Referral UK 3.0', path => !path.startsWith('/held/') && !/^\/(?:healthz|readyz|metrics)/.test(path)],
  ['What the widgets read and send', path => path.startsWith('/held/')],
  ['Operations', path => /^\/(?:healthz|readyz|metrics)/.test(path)],
];

/** What a `$ref` leads to, or the thing itself. */
const resolve = thing =>
  thing.$ref === undefined
    ? thing
    : thing.$ref
        .slice(2)
        .split('/')
        .reduce((value, step) => value[step], document);

const cell = text =>
  String(text ?? '')
    .replaceAll('|', '\\|')
    .replaceAll(/\s*\n\s*/g, ' ')
    .trim();
const nameOf = ({$ref}) => $ref?.split('/').at(-1);

/** A schema in few words. */
function words(schema) {
  if (!schema) return '';
  const name = nameOf(schema);
  if (name) return `[${name}](#${name.toLowerCase()})`;
  if (schema.oneOf) return schema.oneOf.map(words).join(' or ');
  if (schema.anyOf) return schema.anyOf.map(words).join(' or ');
  if (schema.enum) return schema.enum.map(value => `\`${value}\``).join(', ');
  if (schema.type === 'array') return `list of ${words(schema.items) || 'anything'}`;
  const limits = [
    schema.format,
    schema.minimum !== undefined && `from ${schema.minimum}`,
    schema.maximum !== undefined && `to ${schema.maximum}`,
    schema.maxLength !== undefined && `at most ${schema.maxLength} characters`,
    schema.default !== undefined && `default \`${schema.default}\``,
  ].filter(Boolean);
  return [schema.type ?? 'any', ...limits].join(', ');
}

function table(headings, rows) {
  if (rows.length === 0) return [];
  const line = cells => `| ${cells.map(cell).join(' | ')} |`;
  return [line(headings), line(headings.map(() => '---')), ...rows.map(line), ''];
}

function parametersOf(path, operation) {
  const all = [...(path.parameters ?? []), ...(operation.parameters ?? [])].map(resolve);
  return table(
    ['parameter', 'in', 'value', 'what it does'],
    all.map(({name, in: where, required, schema, description}) => [
      `\`${name}\`${required ? ' (needed)' : ''}`,
      where,
      words(schema),
      description,
    ]),
  );
}

function responsesOf({responses}) {
  return table(
    ['answer', 'body', 'when'],
    Object.entries(responses)
      .filter(([status]) => status !== 'default')
      .map(([status, response]) => {
        const {description, content = {}} = resolve(response);
        return [
          status,
          Object.values(content)
            .map(({schema}) => words(schema))
            .join(', '),
          description,
        ];
      }),
  );
}

function operationsOf([path, item]) {
  return ['get', 'post'].flatMap(method => {
    const operation = item[method];
    if (!operation) return [];
    const body = operation.requestBody?.content?.['application/json']?.schema;
    return [
      `### ${method.toUpperCase()} ${path}`,
      '',
      ...(operation.summary ? [operation.summary.trim().replace(/\.?$/, '.'), ''] : []),
      ...(body ? [`Body, as \`application/json\`: ${words(body)}.`, ''] : []),
      ...parametersOf(item, operation),
      ...responsesOf(operation),
    ];
  });
}

/** The fields of a schema of ours. Those of the standard are described by the standard. */
function schemaOf([name, schema]) {
  const required = new Set(schema.required ?? []);
  return [
    `### ${name}`,
    '',
    ...(schema.description ? [schema.description, ''] : []),
    ...table(
      ['field', 'value', 'what it says'],
      Object.entries(schema.properties ?? {}).map(([field, value]) => [
        `\`${field}\`${required.has(field) ? '' : ' (may be missing)'}`,
        words(value),
        value.description,
      ]),
    ),
  ];
}

const standardSchemas = new Set(Object.keys(standard.components.schemas));
const schemas = Object.entries(document.components.schemas);
const page = [
  '# The API of the directory',
  '',
  '<!-- Written by scripts/api-page.mjs from the OpenAPI document. Change the routes, not this page. -->',
  '',
  'A directory answers on its own address, shown here as `https://directory.example`. It describes itself in OpenAPI at',
  '`/held/openapi.json`, and how it goes beyond Open Referral UK at `/held/profile`. Reads are anonymous: no key, no cookie,',
  'any page may read (`Access-Control-Allow-Origin: *` on every answer, errors too).',
  '',
  '- A parameter that is not in these tables is ignored. One that is, and is malformed, is refused with 400 and its name.',
  '- Fields without a value are left out. Nothing is ever `null`, and nothing missing means "no".',
  '- Lists stay in the same order from page to page until the directory changes. `total_items` and `total_pages` are exact.',
  '- Every list and every document has an `ETag`; send it back as `If-None-Match` and get 304 while nothing has changed.',
  '- An error is a problem (RFC 9457, `application/problem+json`), whose `type` leads to a page that explains it.',
  '- No log holds an address, a postcode or a query. Still: a search for a place and a need in an address is told to whatever',
  '  stands between. The widgets never do that. They fetch area files and search on the device.',
  '',
  ...groups.flatMap(([title, holds]) => [
    `## ${title}`,
    '',
    ...Object.entries(document.paths)
      .filter(([path]) => holds(path))
      .flatMap(operationsOf),
  ]),
  '## Schemas of ours',
  '',
  ...schemas.filter(([name]) => !standardSchemas.has(name)).flatMap(schemaOf),
  '## Schemas of the standard',
  '',
  'These are those of Open Referral UK 3.0, with our fields beside them as the patches under `/held/profile` say.',
  '',
  ...schemas
    .filter(([name]) => standardSchemas.has(name))
    .flatMap(([name, {required = []}]) => [
      `### ${name}`,
      '',
      required.length > 0
        ? `Always there: ${required.map(field => `\`${field}\``).join(', ')}.`
        : 'Every field may be missing.',
      '',
    ]),
  'Human Services Data Specification UK: an Open Referral UK resource (<https://openreferraluk.org/>), originating with the',
  'Human Services Data Specification, an Open Referral resource (<https://openreferral.org/>). Its paths and schemas are under',
  'CC BY-SA 4.0, changed as the profile says. No endorsement is implied.',
].join('\n');

const text = await format(page, {...(await resolveConfig(target)), parser: 'markdown'});
if (process.argv.includes('--check')) {
  if (!existsSync(target) || readFileSync(target, 'utf8') !== text) {
    console.error(`${target} is not what the directory serves. Run node scripts/api-page.mjs.`);
    process.exit(1);
  }
} else {
  mkdirSync('docs', {recursive: true});
  writeFileSync(target, text);
  console.log(`${target}: ${text.split('\n').length} lines`);
}
