/** Sends evaluations to a server that runs, with the token and the work that it asks for. */
import {solveChallenge} from 'altcha-lib';
import {deriveKey} from 'altcha-lib/algorithms/pbkdf2';
import type {Challenge} from 'altcha-lib/types';
import {formVersion} from '@held-spaces/domain/evaluation';
import type {EvaluationRequest} from '@held-spaces/domain/evaluation';

type Pass = Pick<EvaluationRequest, 'token' | 'proof'>;

/** What each server gave and nothing was taken in with yet. */
const passes = new Map<string, Pass>();

/** As a form asks for it. Nothing, where the server cannot give any now. */
export async function passFrom(base: string): Promise<Pass> {
  const answer = await fetch(`${base}/held/evaluations/challenge`);
  if (!answer.ok) return {};
  const {token, challenge} = (await answer.json()) as {token: string; challenge: Challenge};
  const solution = await solveChallenge({challenge, deriveKey});
  return {token, ...(solution && {proof: {counter: solution.counter, derivedKey: solution.derivedKey}})};
}

/** Sends an evaluation of a space, with a key of its own unless the headers have one. */
export async function sendEvaluation(
  base: string,
  evaluation: Pick<EvaluationRequest, 'serviceId'> & Partial<EvaluationRequest>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const pass = passes.get(base) ?? (await passFrom(base));
  passes.set(base, pass);
  const answer = await fetch(`${base}/held/evaluations`, {
    method: 'POST',
    headers: {'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID(), ...headers},
    body: JSON.stringify({
      formVersion,
      role: 'experiencer',
      answers: {'time.heard': 'partly'},
      stages: [],
      consent: true,
      ...evaluation,
      ...pass,
    }),
  });
  // A token is spent with the evaluation that it came with, and with no other.
  if (answer.status === 201 || !pass.token) passes.delete(base);
  return answer;
}
