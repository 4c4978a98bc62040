import {checkSubmission, formVersion, formVersions} from '@held-spaces/domain/evaluation';
import type {SubmissionProblem} from '@held-spaces/domain/evaluation';
import type {Context} from '../context.js';
import {FormTokens} from '../evaluations/form-tokens.js';
import {EvaluationSeal, normalizeCode} from '../evaluations/seal.js';
import {jsonResponse, readJson, resource} from '../http.js';
import {isUuid} from '../ids.js';
import {madeOnce} from '../made-once.js';
import {ProblemError} from '../problems.js';
import {StoreError} from '../store/store.js';
import type {StoredEvaluation} from '../store/store.js';

/** When a write that the store could not take may be sent again, in seconds. */
const retryAfter = 5;

/** Sending an evaluation, and taking one back. Neither leaves a moment, an address or a code behind. */
export function evaluationRoutes(context: Context): void {
  const {app, store, readModels, now, moderatorSupport, sealKey, keepYears, readWithinDays} = context;
  const seal = madeOnce(async () => new EvaluationSeal(await store.secret()));
  const tokens = madeOnce(async () => new FormTokens(await store.secret()));
  // Words that nobody would ever read are not taken: the form promises a reader.
  const takesWords = moderatorSupport !== undefined;
  // Nor is a way to reach the writer that nobody could open.
  const sealTo = takesWords ? sealKey : undefined;

  const giveChallenge = async (): Promise<Response> =>
    noStore(
      {
        ...(await (await tokens()).give(now())),
        words: takesWords,
        keepYears,
        ...(takesWords && readWithinDays !== undefined && {readWithinDays}),
        ...(sealTo && {sealTo}),
      },
      200,
    );

  const receive = async (request: Request): Promise<Response> => {
    refuseNullOrigin(request);
    const {token, proof, body} = withoutToken(await readJson(request));
    const key = request.headers.get('Idempotency-Key')?.trim().toLowerCase() ?? '';
    if (!isUuid(key)) throw new ProblemError('idempotency-missing');
    const check = checkSubmission(body);
    if (!check.ok) throw problemOf(check);
    const {submission} = check;
    const own = await seal();
    const keyHash = await own.keyHash(key);
    const bodyHash = await own.bodyHash(submission);
    const before = await store.evaluationByKey(keyHash);
    if (before) return repeated(before, bodyHash, await own.code(key));
    // Ids are compared in lower case, as the directory gives them. What is said of a merged space is said of the kept one.
    const serviceId = (await readModels.current()).serviceId(submission.serviceId.toLowerCase());
    if (serviceId === undefined) throw new ProblemError('unknown-service');
    if (submission.words !== undefined && !takesWords) throw new ProblemError('words-off');
    if (submission.sealedContact !== undefined && !sealTo) {
      throw new ProblemError('bad-field', {
        pointer: '/sealedContact',
        expected: 'left out: this directory offers none',
      });
    }
    const spending = await (await tokens()).check(token, proof, now());
    const code = await own.code(key);
    const evaluation: StoredEvaluation = {
      formVersion: submission.formVersion,
      serviceId,
      role: submission.role,
      ...(submission.season !== undefined && {season: submission.season}),
      answers: submission.answers,
      stages: submission.stages,
      ...(submission.holderStages && {holderStages: submission.holderStages}),
      ...(submission.words !== undefined && {words: submission.words}),
      ...(submission.contentNote && {contentNote: submission.contentNote}),
      ...(submission.sealedContact !== undefined && {sealedContact: submission.sealedContact}),
      keyHash,
      bodyHash,
      codeHash: await own.codeHash(code),
      keepYears,
      month: now().toISOString().slice(0, 'YYYY-MM'.length),
    };
    const {added, kept, tokenUsed} = await store.addEvaluation(evaluation, spending);
    if (tokenUsed) throw new ProblemError('token-used');
    // Whoever took an evaluation back must not find it returned by a repeat that was still on its way.
    if (!kept) throw new ProblemError('idempotency-conflict');
    return added ? noStore({code, month: kept.month}, 201) : repeated(kept, bodyHash, code);
  };

  const withdraw = async (request: Request): Promise<Response> => {
    refuseNullOrigin(request);
    const {code, only} = codeIn(await readJson(request));
    const hash = await (await seal()).codeHash(normalizeCode(code));
    if (await (only ? store.withdrawWords(hash) : store.withdrawEvaluation(hash)))
      return noStore({withdrawn: true}, 200);
    throw new ProblemError('withdraw-not-found');
  };

  resource(app, '/held/evaluations/challenge', {GET: orStoreProblem(giveChallenge)});
  resource(app, '/held/evaluations', {POST: orStoreProblem(receive)});
  resource(app, '/held/evaluations/withdraw', {POST: orStoreProblem(withdraw)});
}

/** The answer to a key that came before: the same code where it is the same evaluation, and nothing is stored. */
function repeated(kept: StoredEvaluation, bodyHash: string, code: string): Response {
  if (kept.bodyHash !== bodyHash) throw new ProblemError('idempotency-conflict');
  return noStore({code, month: kept.month}, 200);
}

function codeIn(body: unknown): {readonly code: string; readonly only: boolean} {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new ProblemError('bad-field', {pointer: '', expected: 'an object with a code'});
  }
  const {code, only, ...others} = body as Readonly<Record<string, unknown>>;
  if (Object.keys(others).length > 0) throw new ProblemError('unknown-field', {pointer: '/…'});
  if (typeof code !== 'string' || code.length > 200) {
    throw new ProblemError('bad-field', {pointer: '/code', expected: 'the take-back code'});
  }
  if (only !== undefined && only !== 'words') {
    throw new ProblemError('bad-field', {pointer: '/only', expected: '"words", or left out'});
  }
  return {code, only: only === 'words'};
}

/** The submission, and apart from it what the form was given: a repeat of the same may come with another token. */
function withoutToken(sent: unknown): {readonly token?: unknown; readonly proof?: unknown; readonly body: unknown} {
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) return {body: sent};
  const {token, proof, ...body} = sent as Readonly<Record<string, unknown>>;
  return {token, proof, body};
}

/** A page that hides where it comes from, such as a sandboxed frame or a file. What is no browser sends no origin at all. */
function refuseNullOrigin(request: Request): void {
  if (request.headers.get('Origin') === 'null') throw new ProblemError('origin');
}

function problemOf({problem, pointer, expected}: SubmissionProblem): ProblemError {
  return new ProblemError(problem, {
    pointer,
    expected,
    question: pointer.replace('/answers/', ''),
    version: formVersion,
    versions: formVersions.join(', '),
  });
}

function noStore(body: object, status: number): Response {
  return jsonResponse(JSON.stringify(body), {'Cache-Control': 'no-store'}, status);
}

function orStoreProblem(answer: (request: Request) => Promise<Response>): (request: Request) => Promise<Response> {
  return async request => {
    try {
      return await answer(request);
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      if (error.failure === 'full') throw new ProblemError('store-full');
      throw new ProblemError('store-unavailable', {}, {'Retry-After': String(retryAfter)});
    }
  };
}
