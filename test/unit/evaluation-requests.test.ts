import type {EvaluationSubmission} from '@held-spaces/domain/evaluation';
import {describe, expect, it} from 'vitest';
import {DirectoryError} from '../../src/directory/errors.js';
import {sendEvaluation, withdrawEvaluation} from '../../src/directory/evaluations.js';

const submission: EvaluationSubmission = {
  formVersion: '1',
  serviceId: 's',
  role: 'holder',
  answers: {'time.heard': 'partly'},
  stages: [],
  consent: true,
};

/** Answers one request, and remembers it. */
function directory(body: unknown, init: ResponseInit = {}) {
  const asked: {url: string; init: RequestInit | undefined}[] = [];
  const fetch = async (url: string, request?: RequestInit) => {
    asked.push({url, init: request});
    return new Response(typeof body === 'string' ? body : JSON.stringify(body), init);
  };
  return {asked, fetch};
}

const errorOf = async (request: Promise<unknown>) => {
  const error = await request.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(DirectoryError);
  return error as DirectoryError;
};

describe('sending an evaluation', () => {
  it('posts the answers with the key, and no cookie and no referrer', async () => {
    const {asked, fetch} = directory({code: 'heron lamp seven oak river', month: '2026-11'}, {status: 201});
    const receipt = await sendEvaluation('https://d.example/', submission, {key: 'k', fetch});
    expect(receipt).toEqual({code: 'heron lamp seven oak river', repeated: false});
    expect(asked).toHaveLength(1);
    expect(asked[0]!.url).toBe('https://d.example/held/evaluations');
    expect(asked[0]!.init).toMatchObject({
      method: 'POST',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      headers: {'Content-Type': 'application/json', 'Idempotency-Key': 'k'},
    });
    expect(JSON.parse(String(asked[0]!.init!.body))).toEqual(submission);
  });

  it('says so where the directory had it already', async () => {
    const {fetch} = directory({code: 'heron lamp seven oak river'}, {status: 200});
    expect((await sendEvaluation('https://d.example', submission, {key: 'k', fetch})).repeated).toBe(true);
  });

  it('does not take a web page, or an answer without a code, for a receipt', async () => {
    for (const body of ['<!doctype html>', {}, {code: ''}, {code: 5}, 'null']) {
      const {fetch} = directory(body, {status: 201});
      expect((await errorOf(sendEvaluation('https://d.example', submission, {key: 'k', fetch}))).kind).toBe(
        'unreadable',
      );
    }
  });

  it('hands on the problem and the wait', async () => {
    const {fetch} = directory(
      {type: 'https://d.example/held/problems/rate-limited', title: 'Too many writes'},
      {status: 429, headers: {'Retry-After': '20'}},
    );
    const error = await errorOf(sendEvaluation('https://d.example', submission, {key: 'k', fetch}));
    expect(error.details).toMatchObject({status: 429, problem: {slug: 'rate-limited'}, retryAfter: 20});
  });
});

describe('taking an evaluation back', () => {
  it('posts the code, never in an address', async () => {
    const {asked, fetch} = directory({withdrawn: true});
    await withdrawEvaluation('https://d.example', 'heron lamp', {fetch});
    expect(asked[0]!.url).toBe('https://d.example/held/evaluations/withdraw');
    expect(asked[0]!.init!.body).toBe('{"code":"heron lamp"}');
  });

  it('believes nothing but a clear yes', async () => {
    for (const [body, status, kind] of [
      [{}, 200, 'unreadable'],
      ['<html>', 200, 'unreadable'],
      [{type: 'x/withdraw-not-found'}, 404, 'not-found'],
    ] as const) {
      const {fetch} = directory(body, {status});
      expect((await errorOf(withdrawEvaluation('https://d.example', 'x', {fetch}))).kind).toBe(kind);
    }
  });
});
