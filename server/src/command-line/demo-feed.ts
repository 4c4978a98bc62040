/** Where the demo's feed stands. */
const base = '/demo/feed';

/**
 * The directory's own Open Referral services once more, under an address that has no area files and does not say that it
 * is ours: so a demo page can read them as it would somebody else's feed, and show what that reveals.
 */
export function fromDemoFeed(request: Request): Request {
  const url = new URL(request.url);
  if (!/^\/demo\/feed\/services(?:\/|$)/.test(url.pathname)) return request;
  url.pathname = url.pathname.slice(base.length);
  return new Request(url, {method: request.method, headers: request.headers});
}
