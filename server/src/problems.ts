/** Problem details (RFC 9457). Words for developers; a widget shows people its own. No value of a request is repeated. */

interface ProblemType {
  readonly status: number;
  readonly title: string;
  /** What is said each time, with `{names}` to be filled in. */
  readonly detail: string;
}

export const problemTypes = {
  'bad-parameter': {
    status: 400,
    title: 'Parameter is not valid',
    detail: 'The query parameter "{parameter}" must be {expected}.',
  },
  'bad-json': {
    status: 400,
    title: 'Body is not valid JSON',
    detail: 'The body could not be parsed as JSON (byte offset {offset}).',
  },
  'bad-field': {
    status: 422,
    title: 'A field is not valid',
    detail: '"{pointer}" must be {expected}. Nothing was stored.',
  },
  'unknown-field': {
    status: 422,
    title: 'Unknown field',
    detail: '"{pointer}" is not part of the schema. Remove it, or check the version of the form.',
  },
  'unknown-question': {
    status: 422,
    title: 'Unknown question',
    detail: '"{question}" is not a question of form version {version}. See /held/vocabularies.',
  },
  'form-version': {
    status: 422,
    title: 'Form version is not supported',
    detail: 'This form version is not accepted. Versions accepted: {versions}.',
  },
  'consent-missing': {status: 422, title: 'Consent is missing', detail: '"consent" must be true. Nothing was stored.'},
  'not-found': {status: 404, title: 'Not found', detail: 'There is no resource at this path.'},
  'unknown-service': {
    status: 404,
    title: 'No such service',
    detail: 'No service with this id is published. It may have been withdrawn.',
  },
  gone: {
    status: 410,
    title: 'No longer available',
    detail: 'This area file was replaced. Fetch /held/areas for the current list.',
  },
  method: {status: 405, title: 'Method not allowed', detail: 'This path accepts {methods}.'},
  'media-type': {
    status: 415,
    title: 'Unsupported content type',
    detail: 'Send application/json. Other types, text/plain included, are refused.',
  },
  'too-large': {status: 413, title: 'Body is too large', detail: 'The limit is {limit} bytes.'},
  'words-off': {
    status: 403,
    title: 'Words are not accepted',
    detail:
      'Nobody is there to read words in this directory. Send the evaluation without "words" and what goes with them. Nothing was stored.',
  },
  'token-missing': {
    status: 403,
    title: 'Form token is missing',
    detail: 'Fetch a form token and send it as "token".',
  },
  'token-invalid': {
    status: 403,
    title: 'Form token is not valid',
    detail: 'The token was not issued by this server, or was altered. Fetch a new one.',
  },
  'token-expired': {
    status: 403,
    title: 'Form token has expired',
    detail: 'Tokens last {minutes} minutes or longer. Fetch a new one and send the same body again.',
  },
  'token-used': {
    status: 409,
    title: 'Form token was already used',
    detail: 'Each token works once. To repeat a send, use the same idempotency key.',
  },
  'proof-missing': {
    status: 403,
    title: 'Proof of work is missing',
    detail: 'Solve the challenge given with the form token and send the solution as "proof".',
  },
  'proof-invalid': {
    status: 403,
    title: 'Proof of work is not valid',
    detail: 'The solution does not match the challenge.',
  },
  'idempotency-missing': {
    status: 400,
    title: 'Idempotency key is missing',
    detail: 'Send an Idempotency-Key header holding a UUID.',
  },
  'idempotency-conflict': {
    status: 409,
    title: 'Idempotency key was used with another body',
    detail: 'Use a new key for a new evaluation. Nothing was stored by this request.',
  },
  'withdraw-not-found': {
    status: 404,
    title: 'No evaluation for this code',
    detail: 'The code is unknown, mistyped or already used. The three are not told apart.',
  },
  'not-ready': {
    status: 503,
    title: 'Server is not ready',
    detail: 'The read model is being built. Retry after {seconds} seconds.',
  },
  'uri-too-long': {status: 414, title: 'URI is too long', detail: 'The limit is {limit} bytes.'},
  'headers-too-large': {status: 431, title: 'Headers are too large', detail: 'The limit is {limit} bytes.'},
  timeout: {
    status: 408,
    title: 'Request took too long to arrive',
    detail: 'The body must arrive within {seconds} seconds.',
  },
  origin: {
    status: 403,
    title: 'Origin is not allowed',
    detail: 'Writes are accepted from the origins that the operator lists. Add the origin to HELD_ALLOWED_ORIGINS.',
  },
  'rate-limited': {
    status: 429,
    title: 'Too many writes',
    detail: 'Retry after {seconds} seconds. Reads are not limited by this rule.',
  },
  overloaded: {
    status: 503,
    title: 'Server is busy',
    detail: 'The server is shedding load. Retry after {seconds} seconds.',
  },
  draining: {
    status: 503,
    title: 'Server is restarting',
    detail: 'This process is shutting down. Retry after {seconds} seconds.',
  },
  'store-unavailable': {
    status: 503,
    title: 'Store is not available',
    detail: 'The write was not stored. It is safe to repeat it with the same idempotency key.',
  },
  'store-full': {
    status: 507,
    title: 'Store is full',
    detail: 'The write was not stored. The operator must free space.',
  },
  'desk-sign-in': {status: 401, title: 'Sign-in is required', detail: 'Sign in at /desk/ with a passkey.'},
  'desk-role': {status: 403, title: 'Role does not allow this', detail: 'This action needs the role "{role}".'},
  'desk-second': {
    status: 409,
    title: 'A second moderator is needed',
    detail: 'The same moderator cannot give both decisions.',
  },
  'desk-stale': {
    status: 409,
    title: 'Item has changed',
    detail: 'Another moderator acted on this item, or its writer withdrew it. Load it again.',
  },
  invitation: {
    status: 404,
    title: 'No such invitation',
    detail: 'The link was used before, is too old, or is not whole. Ask for a new one.',
  },
  internal: {
    status: 500,
    title: 'Internal error',
    detail: 'An unexpected error happened. Reference: {reference}. Nothing personal is held under it.',
  },
} as const satisfies Readonly<Record<string, ProblemType>>;

export type ProblemSlug = keyof typeof problemTypes;

/** Something that ends a request with a problem. Thrown anywhere, answered in one place. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly slug: ProblemSlug;
  readonly details: Readonly<Record<string, string | number>>;
  readonly headers: Readonly<Record<string, string>>;

  /** @param details What fills the `{names}` of the problem's detail; `pointer` is a member of the answer too. */
  constructor(
    slug: ProblemSlug,
    details: Readonly<Record<string, string | number>> = {},
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(problemTypes[slug].title);
    this.slug = slug;
    this.details = details;
    this.headers = headers;
  }
}

/** The answer to a request that ended so. `base` is the directory's public URL without a slash at its end. */
export function problemResponse(problem: ProblemError, base: string): Response {
  const {body, ...init} = problemParts(problem, base);
  return new Response(body, init);
}

/** The same in parts, for where there is no `Response` yet. */
export function problemParts({slug, details, headers}: ProblemError, base: string) {
  const {status, title, detail} = problemTypes[slug];
  const seconds = details['seconds'];
  const body = {
    type: `${base}/held/problems/${slug}`,
    title,
    status,
    detail: detail.replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? '')),
    ...('pointer' in details && {pointer: details['pointer']}),
    ...('parameter' in details && {parameter: details['parameter']}),
  };
  return {
    status,
    headers: {
      'Content-Type': 'application/problem+json',
      'Cache-Control': 'no-store',
      ...(seconds !== undefined && (status === 429 || status === 503) && {'Retry-After': String(seconds)}),
      ...headers,
    },
    body: JSON.stringify(body),
  };
}
