/** What was sent to a directory that is killed again and again, and what it said to it: held against what is found later. */
import {randomUUID} from 'node:crypto';
import {deriveKey} from 'altcha-lib/algorithms/pbkdf2';
import {solveChallenge} from 'altcha-lib';
import Database from 'better-sqlite3';
import pg from 'pg';
import {importTypeScript} from '../../../scripts/import-typescript.mjs';

const {FormTokens} = await importTypeScript('server/src/evaluations/form-tokens.ts');
const {formVersion} = await importTypeScript('domain/src/evaluation.ts');

const topics = [[], ['police'], ['force', 'other']];
const post = (base, path, body, headers = {}) =>
  fetch(`${base}${path}`, {
    method: 'POST',
    headers: {'Content-Type': 'application/json', ...headers},
    body: JSON.stringify(body),
  });

/** The secret of a store whose server has started once. */
async function secretIn(databaseUrl) {
  const query = "select value from settings where name = 'secret'";
  if (databaseUrl.startsWith('file:')) {
    const database = new Database(databaseUrl.slice('file:'.length), {readonly: true});
    const secret = database.prepare(query).pluck().get();
    database.close();
    return Uint8Array.from(Buffer.from(secret, 'hex'));
  }
  const client = new pg.Client(databaseUrl);
  await client.connect();
  const {rows} = await client.query(query);
  await client.end();
  return Uint8Array.from(Buffer.from(rows[0].value, 'hex'));
}

/**
 * Evaluations by their idempotency key. `unknown`: nobody knows whether it arrived. `kept`: it was acknowledged, or found.
 * `leaving`: it was taken back, and nobody knows whether that arrived. `gone`: that was acknowledged, or found.
 */
export class Ledger {
  #entries = new Map();
  #figures;
  #serviceId;
  #random;
  #tokens;

  /** @param figures Gets `acknowledged`, `unanswered`, `withdrawn`, `lost`, `returned` and `torn`. */
  constructor(figures, {serviceId, random}) {
    Object.assign(figures, {acknowledged: 0, unanswered: 0, withdrawn: 0, lost: 0, returned: 0, torn: 0});
    this.#figures = figures;
    this.#serviceId = serviceId;
    this.#random = random;
  }

  /** How many were sent, and how many should be kept. */
  get keys() {
    return this.#entries.size;
  }
  get kept() {
    return [...this.#entries.values()].filter(({state}) => state === 'kept').length;
  }

  async open(databaseUrl) {
    this.#tokens = new FormTokens(await secretIn(databaseUrl));
  }

  /** Sends one after the other, and takes one in three back, until somebody says stop or the server is gone. */
  async keepSending(base, isStopped) {
    while (!isStopped()) {
      const key = randomUUID();
      try {
        const entry = await this.#write(key);
        const answer = await this.#send(base, key, entry);
        if (answer.status !== 201) throw new Error(`An evaluation was answered ${answer.status}.`);
        this.#keep(entry, (await answer.json()).code);
        this.#figures.acknowledged++;
        if (this.#random() < 1 / 3) await this.#takeBack(base, entry);
      } catch (error) {
        if (!isStopped()) throw error;
        this.#figures.unanswered++;
      }
    }
  }

  /** Asks for the newest, or for all, under their keys again, with the tokens that they came with. */
  async check(base, newest = Number.POSITIVE_INFINITY) {
    const entries = [...this.#entries].slice(-newest);
    for (const [key, entry] of entries) await this.#checkOne(base, key, entry);
    const [, spent] = entries.find(([, {state}]) => state === 'kept') ?? [];
    if (!spent) return;
    // A token is good for one evaluation, whatever became of the server that took it.
    const {pass} = spent;
    const answer = await this.#send(base, randomUUID(), {...(await this.#write()), pass});
    if (answer.status !== 409) this.#figures.torn++;
  }

  async #checkOne(base, key, entry) {
    const answer = await this.#send(base, key, entry);
    const {code} = await answer.json();
    const isThere = answer.status === 200 || (answer.status === 201 && entry.state === 'unknown');
    // 409: the key was used, and what was sent under it is no more.
    const isGone = answer.status === 409;
    if (entry.state === 'kept' && !(isThere && code === entry.code)) this.#figures.lost++;
    if (entry.state === 'gone' && !isGone) this.#figures.returned++;
    // Anything else would be a token that was spent and no evaluation, or half of one that was taken back.
    if (entry.state === 'unknown' && !isThere) this.#figures.torn++;
    if (entry.state === 'leaving' && !isGone && !(isThere && code === entry.code)) this.#figures.torn++;
    if (isThere) this.#keep(entry, code);
    else if (isGone) entry.state = 'gone';
  }

  async #takeBack(base, entry) {
    entry.state = 'leaving';
    const answer = await post(base, '/held/evaluations/withdraw', {code: entry.code});
    if (answer.status !== 200) throw new Error(`A withdrawal was answered ${answer.status}.`);
    entry.state = 'gone';
    this.#figures.withdrawn++;
  }

  #keep(entry, code) {
    entry.state = 'kept';
    entry.code = code;
  }

  /** A whole evaluation: ticks and stages, and, for two in three, words and a note. Every one is another. */
  async #write(key) {
    const number = this.#entries.size;
    const isHolder = number % 4 === 3;
    // The work is one try: what is tried out is the store.
    const {token, challenge} = await this.#tokens.give(new Date(), 1);
    const {counter, derivedKey} = await solveChallenge({challenge, deriveKey});
    const body = {
      formVersion,
      serviceId: this.#serviceId,
      role: isHolder ? 'holder' : 'experiencer',
      season: {season: 'autumn', year: 2020 + (number % 6)},
      answers: {'time.heard': 'partly', 'space.calm': 'yes-mostly', 'safety.held': 'not-sure'},
      stages: ['threshold', 'not-sure'],
      ...(isHolder && {holderStages: ['testing-times']}),
      ...(number % 3 > 0 && {
        words: `Somebody made tea, and ${randomUUID()} sat down.`,
        contentNote: topics[number % 3],
      }),
      consent: true,
    };
    const entry = {body, pass: {token, proof: {counter, derivedKey}}, state: 'unknown', code: undefined};
    if (key !== undefined) this.#entries.set(key, entry);
    return entry;
  }

  #send = (base, key, {body, pass}) => post(base, '/held/evaluations', {...body, ...pass}, {'Idempotency-Key': key});
}
