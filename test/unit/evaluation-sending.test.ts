import type {EvaluationSubmission} from '@held-spaces/domain/evaluation';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {Delivery, mayRetry, newKey, setbackOf, waitAfter} from '../../src/components/evaluation-form/sending.js';
import {DirectoryError, type DirectoryErrorKind} from '../../src/directory/errors.js';

const failure = (kind: DirectoryErrorKind, status?: number, slug?: string, retryAfter?: number) =>
  new DirectoryError(kind, {status, retryAfter, ...(slug && {problem: {slug}})});

const answers = (heard: 'partly' | 'yes-mostly' | 'does-not-apply'): EvaluationSubmission => ({
  formVersion: '1',
  serviceId: 's',
  role: 'experiencer',
  answers: {'time.heard': heard},
  stages: [],
  consent: true,
});

/** A directory as the contract says it: one evaluation a key, and a 409 for other answers under the same key. */
class Directory {
  readonly stored = new Map<string, string>();
  readonly keys: string[] = [];
  /** What goes wrong with the next sends: `lost` on the way there, `unheard` on the way back. */
  readonly trouble: ('lost' | 'unheard' | 'busy')[] = [];

  readonly post = async (submission: EvaluationSubmission, key: string) => {
    this.keys.push(key);
    const trouble = this.trouble.shift();
    if (trouble === 'lost') throw failure('unreachable');
    if (trouble === 'busy') throw failure('busy', 503, 'overloaded', 5);
    const body = JSON.stringify(submission);
    const before = this.stored.get(key);
    if (before && before !== body) throw failure('refused', 409, 'idempotency-conflict');
    this.stored.set(key, body);
    if (trouble === 'unheard') throw failure('unreachable');
    return {code: `code of ${key}`, repeated: Boolean(before)};
  };
}

const delivery = (directory: Directory) => new Delivery(directory.post);
const outcome = (sent: Promise<unknown>) => sent.catch(setbackOf);

describe('sending', () => {
  it('repeats with the same key, and hears that it was there already', async () => {
    const directory = new Directory();
    directory.trouble.push('unheard');
    const sending = delivery(directory);
    expect(await outcome(sending.send(answers('partly')))).toBe('unsure');
    expect(await sending.send(answers('partly'))).toMatchObject({repeated: true, earlier: false});
    expect(new Set(directory.keys).size).toBe(1);
    expect(directory.stored.size).toBe(1);
  });

  it('takes the changed answers where the first never arrived', async () => {
    const directory = new Directory();
    directory.trouble.push('lost');
    const sending = delivery(directory);
    await outcome(sending.send(answers('partly')));
    expect(await sending.send(answers('yes-mostly'))).toMatchObject({repeated: false, earlier: false});
    expect([...directory.stored.values()]).toEqual([JSON.stringify(answers('yes-mostly'))]);
  });

  it('says that the earlier answers are stored where the first did arrive, with their code, and stores no second', async () => {
    const directory = new Directory();
    directory.trouble.push('unheard', 'lost');
    const sending = delivery(directory);
    await outcome(sending.send(answers('partly')));
    await outcome(sending.send(answers('yes-mostly')));
    expect(await sending.send(answers('does-not-apply'))).toMatchObject({earlier: true});
    expect([...directory.stored.values()]).toEqual([JSON.stringify(answers('partly'))]);
  });

  it('never leaves two evaluations, whatever is lost and whatever is changed between', async () => {
    const steps = fc.array(
      fc.record({
        trouble: fc.option(fc.constantFrom('lost' as const, 'unheard' as const, 'busy' as const), {nil: undefined}),
        heard: fc.constantFrom('partly' as const, 'yes-mostly' as const, 'does-not-apply' as const),
      }),
      {minLength: 1, maxLength: 8},
    );
    await fc.assert(
      fc.asyncProperty(steps, async attempts => {
        const directory = new Directory();
        const sending = delivery(directory);
        let last: {heard: string; earlier: boolean} | undefined;
        // The person goes on until the directory says that it has what they sent.
        for (const {trouble, heard} of [...attempts, {trouble: undefined, heard: 'partly' as const}]) {
          directory.trouble.splice(0, 1, ...(trouble ? [trouble] : []));
          const delivered = await sending.send(answers(heard)).catch(() => undefined);
          last = delivered && {heard, earlier: delivered.earlier};
          if (last && !last.earlier) break;
        }
        expect(directory.stored.size).toBe(1);
        const [stored] = directory.stored.values();
        const sent = JSON.stringify(answers(last!.heard as 'partly'));
        expect(stored === sent).toBe(!last!.earlier);
      }),
    );
  });

  it('takes another key where the key was somebody else’s', async () => {
    const directory = new Directory();
    let used = '';
    const sending = new Delivery(async (submission, key) => {
      if (!used) {
        used = key;
        throw failure('refused', 409, 'idempotency-conflict');
      }
      return directory.post(submission, key);
    });
    expect(await outcome(sending.send(answers('partly')))).toBe('failed');
    expect(await sending.send(answers('partly'))).toMatchObject({earlier: false});
    expect(directory.keys).not.toContain(used);
  });
});

describe('what went wrong', () => {
  it('is not sent, or not known, as the case is', () => {
    expect(setbackOf(failure('offline'))).toBe('offline');
    expect(setbackOf(failure('unreachable'))).toBe('unsure');
    expect(setbackOf(failure('timeout'))).toBe('unsure');
    expect(setbackOf(failure('unreadable', 200))).toBe('unsure');
    expect(setbackOf(failure('refused', 500, 'internal'))).toBe('unsure');
    expect(setbackOf(failure('refused', 502))).toBe('unsure');
    expect(setbackOf(new TypeError('something else'))).toBe('unsure');
  });

  it('is told apart by what the directory said', () => {
    expect(setbackOf(failure('busy', 429, 'rate-limited', 20))).toBe('busy');
    expect(setbackOf(failure('busy', 429))).toBe('busy');
    expect(setbackOf(failure('busy', 503, 'overloaded', 20))).toBe('busy');
    expect(setbackOf(failure('busy', 503))).toBe('failed');
    expect(setbackOf(failure('busy', 503, 'store-unavailable', 5))).toBe('failed');
    expect(setbackOf(failure('refused', 507, 'store-full'))).toBe('failed');
    expect(setbackOf(failure('refused', 422, 'form-version'))).toBe('form-old');
    expect(setbackOf(failure('not-found', 404, 'unknown-service'))).toBe('space-gone');
    expect(setbackOf(failure('not-found', 404))).toBe('not-offered');
    expect(setbackOf(failure('refused', 405))).toBe('not-offered');
    expect(setbackOf(failure('refused', 403, 'evaluations-off'))).toBe('closed');
    expect(setbackOf(failure('refused', 403, 'origin'))).toBe('not-taken');
    expect(setbackOf(failure('refused', 422, 'bad-field'))).toBe('our-fault');
  });

  it('can be tried again only where that may help', () => {
    expect((['offline', 'unsure', 'busy', 'failed'] as const).every(mayRetry)).toBe(true);
    expect(
      (['form-old', 'space-gone', 'closed', 'not-offered', 'not-taken', 'our-fault'] as const).some(mayRetry),
    ).toBe(false);
  });

  it('asks for a wait that the directory named, and never a very long one', () => {
    expect(waitAfter(failure('busy', 429, undefined, 20))).toBe(20);
    expect(waitAfter(failure('busy', 429))).toBe(60);
    expect(waitAfter(failure('busy', 503, undefined, 86_400))).toBe(300);
    expect(waitAfter(failure('busy', 503))).toBe(0);
    expect(waitAfter(new Error())).toBe(0);
  });
});

describe('a key', () => {
  it('is a random UUID, with or without a secure page', () => {
    const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    const insecure = {
      getRandomValues: <T extends ArrayBufferView | null>(array: T) => crypto.getRandomValues(array as never) as T,
    };
    const keys = Array.from({length: 50}, (_, n) => newKey(n % 2 ? insecure : undefined));
    expect(keys.every(key => uuid.test(key))).toBe(true);
    expect(new Set(keys).size).toBe(50);
  });
});
