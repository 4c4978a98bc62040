/** What a feed over HTTP may not do to us. */
import {brotliCompressSync, gzipSync} from 'node:zlib';
import {describe, expect, it} from 'vitest';
import {isPublicAddress} from '../../server/src/import/feed/addresses.js';
import {sendJson, serveFeed} from '../support/feeds/feed-server.js';
import {server, many, read, readAgain, refusal, servicesOnly} from '../support/feeds/read-feed.js';

describe('a feed that is no feed', () => {
  it('is named as unreachable where nobody answers', async () => {
    const gone = await serveFeed({dialect: 'oruk3', services: []});
    await gone.close();
    await expect(readAgain(gone.base)).rejects.toThrow(
      `${gone.base}/ could not be reached: the connection was refused.`,
    );
    await expect(readAgain('http://no-such-feed.invalid/oruk')).rejects.toThrow(
      /^http:\/\/no-such-feed\.invalid\/oruk\/ could not be reached: its name (?:is not known|could not be looked up)\.$/,
    );
  });

  it('is named as a web page where it sends one, with 200 and without', async () => {
    const page = (type: string) =>
      servicesOnly((_url, response) => response.writeHead(200, {'Content-Type': type}).end('<!doctype html><p>Hello'));
    expect(await refusal(page('text/html; charset=utf-8'))).toBe(
      'cli.feed-html URL/services sent a web page, not a feed.',
    );
    await server?.close();
    expect(await refusal(page('application/json'))).toBe('cli.feed-html URL/services sent a web page, not a feed.');
  });

  it('is named where it is JSON of something else, or cut off on its first page', async () => {
    const sends = (text: string) => servicesOnly((_url, response) => sendJson(response, text));
    for (const text of ['{"places": []}', '"x"', '7', 'null']) {
      expect(await refusal(sends(text))).toContain('URL/services is not an Open Referral list of services.');
      await server?.close();
    }
    expect(await refusal(sends('{"contents": [\n{"id": "a'))).toContain('First problem at line 2, column');
    await server?.close();
    expect(
      await refusal({dialect: 'oruk3', services: [], instead: (_url, response) => (sendJson(response, {}, 404), true)}),
    ).toContain('is not an Open Referral list of services');
  });

  it('is stopped at a gzip bomb, in either compression', async () => {
    const bomb = JSON.stringify({contents: [{id: 'x', name: ' '.repeat(30_000_000)}]});
    for (const [encoding, bytes] of [
      ['gzip', gzipSync(bomb)],
      ['br', brotliCompressSync(bomb)],
    ] as const) {
      expect(bytes.length).toBeLessThan(100_000);
      const feed = servicesOnly((_url, response) =>
        response.writeHead(200, {'Content-Type': 'application/json', 'Content-Encoding': encoding}).end(bytes),
      );
      const before = process.memoryUsage().rss;
      expect(await refusal(feed, {clientOptions: {longestAnswer: 1_000_000}})).toBe(
        'cli.feed-limit URL/services passed the limit of 1000000 bytes in one answer. Stopped.',
      );
      expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
      await server?.close();
    }
  });

  it('is stopped at an answer that never ends, and at one that drips', async () => {
    const endless = servicesOnly((_url, response) => {
      response.writeHead(200, {'Content-Type': 'application/json'});
      response.write('{"contents": [');
      const more = () => {
        while (!response.destroyed && response.write('"x",'.repeat(10_000)));
      };
      response.on('drain', more);
      more();
    });
    expect(await refusal(endless, {clientOptions: {longestAnswer: 5_000_000}})).toContain(
      'passed the limit of 5000000 bytes',
    );
    await server?.close();
    const drip = servicesOnly((_url, response) => {
      response.writeHead(200, {'Content-Type': 'application/json'});
      const timer = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(timer));
    });
    expect(await refusal(drip, {clientOptions: {arriveWithin: 200, tries: 1}})).toBe(
      'cli.feed-unreachable URL/services could not be reached: it did not arrive whole within 0.2 seconds.',
    );
  });

  it('is stopped where its pages never end, and where it is too large in all', async () => {
    const pages = servicesOnly((url, response) => {
      const page = url.searchParams.get('page') ?? '';
      sendJson(response, {last_page: false, contents: [{id: `id-${page}`, name: 'More'}]});
    });
    expect(await refusal(pages, {limits: {pages: 7}})).toBe(
      'cli.feed-limit URL/services passed the limit of 7 pages. Stopped.',
    );
    await server?.close();
    expect(await refusal(pages, {limits: {services: 5}})).toBe(
      'cli.feed-limit URL/services passed the limit of 5 services. Stopped.',
    );
    await server?.close();
    expect(await refusal(pages, {clientOptions: {longestFeed: 500}})).toContain('passed the limit of 500 bytes in all');
  });

  it('ends by itself where every page is the same', async () => {
    const same = servicesOnly((_url, response) => sendJson(response, {last_page: false, contents: many(3)}));
    expect((await read(same)).spaces).toHaveLength(3);
  });

  it('is stopped at nesting that nothing of Open Referral has', async () => {
    const deep = servicesOnly((_url, response) =>
      sendJson(response, `{"contents": ${'['.repeat(50_000)}${']'.repeat(50_000)}}`),
    );
    expect(await refusal(deep)).toBe('cli.feed-limit URL/services passed the limit of 64 levels of nesting. Stopped.');
  });

  it('is given up where it never answers, or asks to wait too long', async () => {
    const silent = servicesOnly(() => undefined);
    expect(await refusal(silent, {clientOptions: {answerWithin: 100, tries: 2}})).toContain(
      'it did not answer within 0.1 seconds',
    );
    await server?.close();
    const busy = servicesOnly((_url, response) => response.writeHead(429, {'Retry-After': '86400'}).end());
    expect(await refusal(busy)).toBe('cli.feed-unreachable URL/services could not be reached: it answered 429.');
  });
});

describe('a feed and the operator’s own network', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:db8::1',
    'not an address',
  ])('does not count %s as public', address => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(['8.8.8.8', '151.101.0.81', '172.32.0.1', '2606:4700::1111', '2a00:1450::1'])(
    'counts %s as public',
    address => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it.each([
    'http://127.0.0.1:9/',
    'http://[::1]:9/x',
    'http://localhost:9/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://[::ffff:127.0.0.1]/',
  ])('does not ask %s', async url => {
    await expect(readAgain(url, {clientOptions: {allowPrivate: false}})).rejects.toThrow(
      /resolves to a private address\. Use --allow-private if that is meant\.$/,
    );
  });

  it('follows three redirects and no more, and none that leads off the web', async () => {
    const redirects = (to: (asked: URL) => string) =>
      servicesOnly((url, response) => response.writeHead(302, {Location: to(url)}).end());
    expect(await refusal(redirects(url => url.href.replace('http://feed', '')))).toContain(
      'it redirects more than 3 times',
    );
    await server?.close();
    expect(await refusal(redirects(() => 'file:///etc/passwd'))).toContain(
      'it redirects to something other than the web',
    );
    await server?.close();
    expect(await refusal(redirects(() => 'http://'))).toContain('it redirects to no address');
  });
});
