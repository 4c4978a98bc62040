import type {Context} from '../context.js';
import {cacheFor, jsonResponse, resource} from '../http.js';
import {ProblemError, problemTypes} from '../problems.js';
import type {ProblemSlug} from '../problems.js';

/** Where the `type` of a problem leads: what it means, for whoever met one. */
export function problemPages({app, baseOf}: Context): void {
  resource(app, '/held/problems/:slug', {
    GET: (request, {slug = ''}) => {
      if (!isSlug(slug)) throw new ProblemError('not-found');
      const {status, title, detail} = problemTypes[slug];
      const headers = {'Cache-Control': cacheFor(3600), Vary: 'Accept'};
      if (!request.headers.get('Accept')?.includes('text/html')) {
        const type = `${baseOf(request)}/held/problems/${slug}`;
        return jsonResponse(JSON.stringify({type, title, status, detail}), headers);
      }
      return new Response(pageOf(slug, status, title, detail), {
        headers: {
          ...headers,
          'Content-Type': 'text/html; charset=utf-8',
          'Content-Security-Policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        },
      });
    },
  });
}

const isSlug = (slug: string): slug is ProblemSlug => Object.hasOwn(problemTypes, slug);

/** All of it is from our own list, so nothing needs escaping. */
const pageOf = (slug: string, status: number, title: string, detail: string) => `<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}: a problem of the Held Spaces directory</title>
<h1>${title}</h1>
<p>The directory answers with this problem, <code>${slug}</code>, and status ${status}.</p>
<p>What it says, with the words in braces filled in: ${detail}</p>
<p>Answers with a problem follow <a href="https://www.rfc-editor.org/rfc/rfc9457" rel="noreferrer">RFC 9457</a>.
This page is for developers. <a href="/held/openapi.json">What the directory offers</a></p>
</html>
`;
