import {formVersion} from '@held-spaces/domain/evaluation';
import fc from 'fast-check';
import {beforeEach, describe, expect, it} from 'vitest';
import {createApp} from '../../server/src/app.js';
import type {Store} from '../../server/src/app.js';
import {StoreError} from '../../server/src/store/store.js';
import {directory, sampleFile, today} from './support/directory.js';

const evaluation = {
  formVersion,
  serviceId: sampleFile.spaces[0]!.id,
  role: 'experiencer',
  season: {season: 'autumn', year: 2026},
  answers: {'time.heard': 'yes-mostly', 'safety.held': 'no'},
  stages: ['testing-times'],
  consent: true,
};
const key = '7d2f8f0a-7c5e-4a8e-9a51-0c2b8e6d4f13';
const otherKey = '0b7c1d5e-2f7a-4f3f-8d4e-5a6b7c8d9e0f';

let own: ReturnType<typeof directory>;
beforeEach(() => {
  own = directory();
});

type Init = Parameters<typeof own.app.request>[1];
const post = async (path: string, body: unknown, headers: Record<string, string> = {}, init: Init = {}) => {
  const response = await own.app.request(path, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: {'Content-Type': 'application/json', ...headers},
    ...init,
  });
  return {status: response.status, headers: response.headers, body: (await response.json()) as Record<string, unknown>};
};
const send = async (body: unknown = evaluation, idempotencyKey = key) =>
  post('/held/evaluations', typeof body === 'object' ? {...body, ...(await own.pass())} : body, {
    'Idempotency-Key': idempotencyKey,
  });
const withdraw = (code: unknown) => post('/held/evaluations/withdraw', {code});

/** A refusal: its kind, and that nothing was stored. */
const refused = async (answer: Promise<{status: number; headers: Headers; body: Record<string, unknown>}>) => {
  const {status, body, headers} = await answer;
  expect(await own.store.countEvaluations()).toBe(0);
  expect(headers.get('Cache-Control')).toBe('no-store');
  expect(headers.get('Access-Control-Allow-Origin')).toBe('*');
  return `${status} ${String(body['type']).split('/').at(-1)} ${String(body['pointer'] ?? '')}`.trim();
};

describe('sending an evaluation', () => {
  it('answers with a code of five plain words, and the month', async () => {
    const {status, body, headers} = await send();
    expect(status).toBe(201);
    expect(body).toEqual({code: expect.stringMatching(/^(?:[a-z]{3,8} ){4}[a-z]{3,8}$/), month: '2026-11'});
    expect(headers.get('Cache-Control')).toBe('no-store');
    expect(await own.store.countEvaluations()).toBe(1);
  });

  it('counts once when it is sent again, and gives the same code', async () => {
    const first = await send();
    const again = await send(
      {...evaluation, answers: {'safety.held': 'no', 'time.heard': 'yes-mostly'}},
      key.toUpperCase(),
    );
    expect(again.status).toBe(200);
    expect(again.body).toEqual(first.body);
    expect(await own.store.countEvaluations()).toBe(1);
  });

  it('gives the same code although the space left the list in between', async () => {
    const first = await send();
    await own.store.replaceSource(sampleFile.source, [], today);
    expect(await send()).toMatchObject({status: 200, body: first.body});
    expect((await send(evaluation, otherKey)).status).toBe(404);
  });

  it('counts once when two sends with one key cross', async () => {
    const answers = await Promise.all([send(), send(), send()]);
    expect(answers.map(({status}) => status).sort()).toEqual([200, 200, 201]);
    expect(new Set(answers.map(({body}) => body['code'])).size).toBe(1);
    expect(await own.store.countEvaluations()).toBe(1);
  });

  it('does not let one key stand for two evaluations', async () => {
    await send();
    const {status, body} = await send({...evaluation, role: 'holder'});
    expect(status).toBe(409);
    expect(String(body['type'])).toContain('idempotency-conflict');
    expect(await own.store.countEvaluations()).toBe(1);
  });

  it('gives other people other codes', async () => {
    const [one, two] = [await send(), await send(evaluation, otherKey)];
    expect(one.body['code']).not.toBe(two.body['code']);
  });

  it('keeps no code, no key, no moment and no consent', async () => {
    const kept: unknown[] = [];
    const spy: Store = {
      ...own.store,
      addEvaluation: async (row, spending) => {
        kept.push(row);
        return own.store.addEvaluation(row, spending);
      },
    };
    own = {...own, app: createApp(spy, {now: () => today})};
    const {body} = await send();
    const text = JSON.stringify(kept);
    for (const word of [String(body['code']), key, 'consent', '2026-11-21', '10:00']) expect(text).not.toContain(word);
    expect(kept).toHaveLength(1);
    expect(kept[0]).toMatchObject({month: '2026-11', answers: evaluation.answers});
  });

  it('says which field is wrong, and stores nothing', async () => {
    expect(await refused(send({...evaluation, consent: false}))).toBe('422 consent-missing /consent');
    expect(await refused(send({...evaluation, name: 'x'}))).toBe('422 unknown-field /name');
    expect(await refused(send({...evaluation, answers: {'time.stars': 'yes'}}))).toBe(
      '422 unknown-question /answers/time.stars',
    );
    expect(await refused(send({...evaluation, answers: {'time.heard': 5}}))).toBe('422 bad-field /answers/time.heard');
    expect(await refused(send({...evaluation, formVersion: '9'}))).toBe('422 form-version /formVersion');
    expect(await refused(send({...evaluation, answers: {}, stages: []}))).toBe('422 bad-field /answers');
    expect(await refused(send({...evaluation, serviceId: crypto.randomUUID()}))).toBe('404 unknown-service');
  });

  it('refuses what is no JSON, too long, or of another type, and says so', async () => {
    expect(await refused(post('/held/evaluations', evaluation))).toBe('400 idempotency-missing');
    expect(await refused(send(evaluation, 'my key'))).toBe('400 idempotency-missing');
    expect(await refused(send('{"a": ä'))).toBe('400 bad-json');
    expect(await refused(send(`"${'x'.repeat(70_000)}"`))).toBe('413 too-large');
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', '']) {
      const answer = post('/held/evaluations', evaluation, {'Content-Type': type, 'Idempotency-Key': key});
      expect(await refused(answer)).toBe('415 media-type');
    }
  });

  it('refuses a long body that does not say how long it is', async () => {
    const body = new ReadableStream<Uint8Array>({
      pull: controller => controller.enqueue(new Uint8Array(16_384).fill(32)),
    });
    const endless = {body, duplex: 'half'} as Init;
    expect(await refused(post('/held/evaluations', '', {'Idempotency-Key': key}, endless))).toBe('413 too-large');
  });

  it('says where a body stops being JSON', async () => {
    expect((await send('{"ä": x}')).body['detail']).toBe('The body could not be parsed as JSON (byte offset 7).');
  });

  it('never fails, whatever is sent', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.json(), fc.string()), async text => {
        const {status} = await send(text);
        expect([400, 422]).toContain(status);
      }),
      {numRuns: 60},
    );
    expect(await own.store.countEvaluations()).toBe(0);
  });

  it('says when the store could not keep it, so that it can be sent again', async () => {
    const failing = (failure: 'full' | 'unavailable') =>
      createApp({...own.store, addEvaluation: () => Promise.reject(new StoreError(failure))}, {now: () => today});
    own = {...own, app: failing('unavailable')};
    expect(await refused(send())).toBe('503 store-unavailable');
    expect((await send()).headers.get('Retry-After')).toBe('5');
    own = {...own, app: failing('full')};
    expect(await refused(send())).toBe('507 store-full');
  });
});

describe('taking an evaluation back', () => {
  it('deletes it, however the code is typed', async () => {
    const code = String((await send()).body['code']);
    expect(await withdraw(`  ${code.toUpperCase().replaceAll(' ', ' - ')} `)).toMatchObject({
      status: 200,
      body: {withdrawn: true},
    });
    expect(await own.store.countEvaluations()).toBe(0);
  });

  it('gives one answer to an unknown, a mistyped and a used code', async () => {
    const code = String((await send()).body['code']);
    await withdraw(code);
    const answers = [await withdraw(code), await withdraw('one two three four five'), await withdraw('')];
    expect(new Set(answers.map(({status, body}) => JSON.stringify([status, body]))).size).toBe(1);
    expect(answers[0]).toMatchObject({status: 404, body: {title: 'No evaluation for this code'}});
  });

  it('is final: a repeat that was still on its way does not bring it back', async () => {
    await withdraw((await send()).body['code']);
    expect(await refused(send())).toBe('409 idempotency-conflict');
    expect(await refused(send({...evaluation, role: 'holder'}))).toBe('409 idempotency-conflict');
    expect((await send(evaluation, otherKey)).status).toBe(201);
  });

  it('leaves the evaluations of others', async () => {
    const code = (await send()).body['code'];
    await send(evaluation, otherKey);
    await withdraw(code);
    expect(await own.store.countEvaluations()).toBe(1);
  });

  it('refuses what is no code', async () => {
    expect((await withdraw(7)).body['pointer']).toBe('/code');
    expect((await withdraw('x'.repeat(201))).status).toBe(422);
    expect((await post('/held/evaluations/withdraw', [])).status).toBe(422);
    expect((await post('/held/evaluations/withdraw', {code: 'a', more: 1})).status).toBe(422);
    expect((await post('/held/evaluations/withdraw', 'code=a', {'Content-Type': 'text/plain'})).status).toBe(415);
  });
});
