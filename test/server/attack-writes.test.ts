import {solveChallenge} from 'altcha-lib';
import {deriveKey} from 'altcha-lib/algorithms/pbkdf2';
import type {Challenge} from 'altcha-lib/types';
import {beforeEach, describe, expect, it} from 'vitest';
import {createApp} from '../../server/src/app.js';
import {directory, sampleFile, today} from './support/directory.js';

let own: ReturnType<typeof directory>;
let now: Date;
beforeEach(() => {
  now = today;
  own = directory({moderatorSupport: 'Somebody to talk to', now: () => now});
});

interface Given {
  readonly token: string;
  readonly challenge: Challenge;
}
const evaluation = {
  formVersion: '2',
  serviceId: sampleFile.spaces[0]!.id,
  role: 'experiencer',
  answers: {'time.heard': 'yes-mostly'},
  stages: [],
  words: 'Someone sat with me.',
  consent: true,
};
const post = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
  const response = await own.app.request(path, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: {'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID(), ...headers},
  });
  const answer = (await response.json()) as {type?: string; code?: string};
  return {status: response.status, slug: answer.type?.split('/').at(-1), code: answer.code};
};
const send = (body: unknown, headers: Record<string, string> = {}) => post('/held/evaluations', body, headers);
const given = () => own.json<Given>('/held/evaluations/challenge');
const solved = async ({token, challenge}: Given) => {
  const solution = await solveChallenge({challenge, deriveKey});
  return {token, proof: {counter: solution!.counter, derivedKey: solution!.derivedKey}};
};
const nothingWritten = async () => expect(await own.store.countEvaluations()).toBe(0);

describe('a form token', () => {
  it('is the same kind of thing for everybody, sets no cookie, and is never cached', async () => {
    const answer = await own.get('/held/evaluations/challenge');
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    expect(answer.headers.get('Set-Cookie')).toBeNull();
    expect((await given()).token).not.toBe((await given()).token);
  });

  it('takes an evaluation in, once, with the work done', async () => {
    const pass = await solved(await given());
    const key = {'Idempotency-Key': crypto.randomUUID()};
    const first = await send({...evaluation, ...pass}, key);
    expect(first).toMatchObject({status: 201});
    // A repeat gets its code again, with the old token, another, or none.
    expect(await send({...evaluation, ...pass}, key)).toMatchObject({status: 200, code: first.code});
    expect(await send(evaluation, key)).toMatchObject({status: 200, code: first.code});
    // The token is good for no other evaluation.
    expect(await send({...evaluation, ...pass})).toMatchObject({status: 409, slug: 'token-used'});
    expect(await own.store.countEvaluations()).toBe(1);
  });

  it('is asked for with ticks alone too, as a flood of them would need no words', async () => {
    const {words, ...ticks} = evaluation;
    expect(await send(ticks)).toMatchObject({status: 403, slug: 'token-missing'});
    expect(await send({...ticks, formVersion: '1'})).toMatchObject({status: 403, slug: 'token-missing'});
    await nothingWritten();
    expect(await send({...ticks, ...(await own.pass())})).toMatchObject({status: 201});
    expect(words).toBeDefined();
  });

  it('is asked for, and so is its work', async () => {
    const pass = await solved(await given());
    const other = await given();
    expect(await send(evaluation)).toMatchObject({status: 403, slug: 'token-missing'});
    expect(await send({...evaluation, proof: pass.proof})).toMatchObject({slug: 'token-missing'});
    expect(await send({...evaluation, token: pass.token})).toMatchObject({slug: 'proof-missing'});
    expect(await send({...evaluation, token: other.token, proof: pass.proof})).toMatchObject({slug: 'proof-invalid'});
    expect(
      await send({...evaluation, token: pass.token, proof: {counter: 0, derivedKey: '0'.repeat(64)}}),
    ).toMatchObject({slug: 'proof-invalid'});
    for (const token of [
      '',
      'x',
      7,
      null,
      {},
      'a'.repeat(3000),
      btoa('{"parameters":null}'),
      `${pass.token.slice(0, -6)}AAAAAA`,
    ]) {
      expect(await send({...evaluation, token, proof: pass.proof}), JSON.stringify(token)).toMatchObject({
        status: 403,
        slug: 'token-invalid',
      });
    }
    await nothingWritten();
  });

  it('made easier by whoever sends it is not valid', async () => {
    const {challenge} = await given();
    const easier = {...challenge, parameters: {...challenge.parameters, cost: 1, keyPrefix: '00'}};
    const pass = await solved({token: btoa(JSON.stringify(easier)).replaceAll('=', ''), challenge: easier});
    expect(await send({...evaluation, ...pass})).toMatchObject({status: 403});
    await nothingWritten();
  });

  it('ends between one hour and two after it was given out', async () => {
    const pass = await solved(await given());
    now = new Date(today.getTime() + 2 * 3_600_000 + 1);
    expect(await send({...evaluation, ...pass})).toMatchObject({status: 403, slug: 'token-expired'});
    await nothingWritten();
  });
});

describe('writes that no form of ours sends', () => {
  it('are refused, and nothing is written', async () => {
    const pass = await solved(await given());
    const whole = {...evaluation, ...pass};
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      expect(await send(whole, {'Content-Type': type})).toMatchObject({status: 415, slug: 'media-type'});
    }
    expect(await send(whole, {Origin: 'null'})).toMatchObject({status: 403, slug: 'origin'});
    expect(await send(`{"a":"${'x'.repeat(70_000)}"}`)).toMatchObject({status: 413, slug: 'too-large'});
    expect(await send('{"formVersion":')).toMatchObject({status: 400, slug: 'bad-json'});
    expect(await send({...whole, words: 'a\u202eb'})).toMatchObject({status: 422, slug: 'bad-field'});
    expect(await send({...whole, standing: 'accepted'})).toMatchObject({status: 422, slug: 'unknown-field'});
    await nothingWritten();
  });
});

describe('words', () => {
  it('are not taken where nobody is there to read them, and the form is told so beforehand', async () => {
    expect(await given()).toMatchObject({words: true});
    own = directory({now: () => now});
    expect(await given()).toMatchObject({words: false});
    const whole = {...evaluation, ...(await own.pass())};
    expect(await send(whole)).toMatchObject({status: 403, slug: 'words-off'});
    expect(await send({...whole, contentNote: ['police']})).toMatchObject({status: 403, slug: 'words-off'});
    await nothingWritten();
    const {words, ...ticks} = whole;
    expect(await send(ticks)).toMatchObject({status: 201});
    expect(words).toBe(evaluation.words);
  });

  it('that were taken are still answered with their code where the desk has closed since', async () => {
    const key = {'Idempotency-Key': crypto.randomUUID()};
    const whole = {...evaluation, ...(await own.pass())};
    const {code} = await send(whole, key);
    own = {...own, app: createApp(own.store, {now: () => now})};
    expect(await send(whole, key)).toMatchObject({status: 200, code});
  });
});

describe('taking back the words only', () => {
  it('deletes words and contact, and leaves the ticks', async () => {
    own = directory({
      now: () => now,
      moderatorSupport: 'Somebody',
      sealKey: {kty: 'RSA', alg: 'RSA-OAEP-256', n: 'AQ', e: 'AQAB'},
    });
    const {code} = await send({...evaluation, sealedContact: 'abc', ...(await solved(await given()))});
    expect(await post('/held/evaluations/withdraw', {code, only: 'words'})).toMatchObject({status: 200});
    const [kept] = await own.store.desk(desk => desk.evaluations({}));
    expect(kept).toMatchObject({answers: evaluation.answers, state: {standing: 'new'}});
    expect(JSON.stringify(kept)).not.toMatch(/sat with me|sealedContact|words/);
    expect(await post('/held/evaluations/withdraw', {code, only: 'ticks'})).toMatchObject({status: 422});
    expect(await post('/held/evaluations/withdraw', {code})).toMatchObject({status: 200});
    await nothingWritten();
  });
});
