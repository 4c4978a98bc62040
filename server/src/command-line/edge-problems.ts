/** Problems that end a request before the directory itself sees it: limits of the server around it. */

const kinds = {
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
} as const;

export type EdgeProblem = keyof typeof kinds;

/**
 * The parts of an answer with this problem. `value` is its limit or its seconds, `base` the directory's public URL
 * without a slash at its end.
 */
export function edgeProblem(slug: EdgeProblem, value: number, base: string) {
  const {status, title, detail} = kinds[slug];
  return {
    status,
    headers: {
      'Content-Type': 'application/problem+json',
      'Cache-Control': 'no-store',
      ...(slug === 'rate-limited' && {'Retry-After': String(value)}),
    },
    body: JSON.stringify({
      type: `${base}/held/problems/${slug}`,
      title,
      status,
      detail: detail.replace(/\{\w+\}/, String(value)),
    }),
  };
}

/** What the `type` of one of these problems leads to; undefined for any other path. */
export function edgeProblemPage(pathname: string, base: string): string | undefined {
  const slug = pathname.replace('/held/problems/', '');
  if (!Object.hasOwn(kinds, slug)) return undefined;
  return JSON.stringify({type: `${base}/held/problems/${slug}`, ...kinds[slug as EdgeProblem]});
}
