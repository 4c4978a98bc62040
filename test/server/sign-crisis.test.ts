/** A signed list of crisis contacts, from the operator's command line to what the directory serves and a signpost takes. */
import {generateKeyPairSync, type KeyObject} from 'node:crypto';
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {ReviewedContact} from '@held-spaces/domain/crisis-review';
import {readRows} from '@held-spaces/domain/crisis-rows';
import {crisisEntries} from '@held-spaces/domain/generated/crisis-rows';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {verifiedList} from '../../src/components/crisis-signpost/newer-list.js';
import {buildProgram, run, serve} from './support/process.js';

const today = new Date().toISOString().slice(0, 10);
const reviewed = (
  JSON.parse(readFileSync('domain/data/crisis-contacts.json', 'utf8')) as readonly ReviewedContact[]
).map(record => ({...record, checked: today}));

let folder: string;
const at = (name: string) => join(folder, name);
const write = (name: string, content: string) => {
  writeFileSync(at(name), content);
  return at(name);
};
const pem = (key: KeyObject) => key.export({type: 'pkcs8', format: 'pem'}) as string;
const sign = (list: readonly object[], to: string, key = at('key.pem')) =>
  run(['sign-crisis', write('list.json', JSON.stringify(list)), '--key', key, '--to', at(to)]);

beforeAll(() => {
  buildProgram();
  folder = mkdtempSync(join(tmpdir(), 'held-sign-'));
  write('key.pem', pem(generateKeyPairSync('ed25519').privateKey));
});
afterAll(() => {
  rmSync(folder, {recursive: true, force: true});
});

describe('held-directory sign-crisis', () => {
  it('signs a reviewed list, says the key for the page, and the directory serves what a signpost then takes', async () => {
    const {code, out} = await sign(reviewed, 'signed.json');
    expect(code).toBe(0);
    const [, key = ''] = /The key for crisis-key: (\S{44})\n$/.exec(out) ?? [];
    const file = readFileSync(at('signed.json'), 'utf8');

    const served = await serve({
      HELD_DATABASE_URL: `file:${at('held.sqlite')}`,
      HELD_CRISIS_FILE: at('signed.json'),
    });
    try {
      const answer = await fetch(`${served.base}/held/crisis-contacts`);
      expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
      const {signed} = (await answer.json()) as {signed: object};
      expect(signed).toEqual(JSON.parse(file));
      const list = await verifiedList(JSON.stringify(signed), key);
      expect(list?.checked).toBe(today);
      expect(readRows(list?.rows ?? '')).toEqual(crisisEntries);
    } finally {
      served.process.kill('SIGTERM');
      await served.ended;
    }
  });

  it('signs nothing that a release would not carry, and says why', async () => {
    const one = (id: string, change: object) =>
      reviewed.map(record => (record.id === id ? {...record, ...change} : record));
    for (const [list, why] of [
      [one('samaritans-cymru', {phone: '0300 123 3011'}), 'samaritans-cymru'],
      [one('shout', {checked: '2025-01-01'}), 'shout'],
      [one('calm', {source: ''}), 'calm'],
    ] as const) {
      const {code, error} = await sign(list, 'refused.json');
      expect(code).toBe(1);
      expect(error).toMatch(/^Nothing was signed\.\n/);
      expect(error).toContain(why);
      expect(existsSync(at('refused.json'))).toBe(false);
    }
  });

  it('says how to make a key where it is given none, or one of another kind', async () => {
    const rsa = write('rsa.pem', pem(generateKeyPairSync('rsa', {modulusLength: 2048}).privateKey));
    for (const key of [rsa, at('nowhere.pem')]) {
      const {code, error} = await sign(reviewed, 'refused.json', key);
      expect(code).toBe(1);
      expect(error).toContain('holds no Ed25519 private key. Nothing was signed.');
      expect(error).toContain('openssl genpkey -algorithm ed25519');
      expect(existsSync(at('refused.json'))).toBe(false);
    }
    expect((await run(['sign-crisis'])).error).toContain('Usage: held-directory sign-crisis');
  });

  it('is no file that the directory serves where somebody names another', async () => {
    const {code, error} = await run(['serve'], {
      HELD_DATABASE_URL: `file:${at('held.sqlite')}`,
      HELD_CRISIS_FILE: write('other.json', '{"list":[]}'),
    });
    expect(code).toBe(1);
    expect(error).toContain('is not a file that held-directory sign-crisis wrote.');
  });
});
