import {readRows} from '@held-spaces/domain/crisis-rows';
import type {ReviewedContact} from '@held-spaces/domain/crisis-review';
import {crisisEntries} from '@held-spaces/domain/generated/crisis-rows';
import {generateKeyPairSync} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {publicKey, signedList} from '../../server/src/command-line/sign-crisis-command.js';
import {verifiedList} from '../../src/components/crisis-signpost/newer-list.js';

const records = JSON.parse(
  readFileSync(new URL('../../domain/data/crisis-contacts.json', import.meta.url), 'utf8'),
) as ReviewedContact[];
const {privateKey} = generateKeyPairSync('ed25519');
const {privateKey: otherKey} = generateKeyPairSync('ed25519');
const newer = records.map(record => ({...record, checked: '2026-12-20'}));
const signed = signedList(newer, privateKey);
const key = publicKey(privateKey);
const take = (file: object | string, with_ = key) =>
  verifiedList(typeof file === 'string' ? file : JSON.stringify(file), with_);

describe('a signed list of crisis contacts', () => {
  it('is read by the signpost as the operator signed it', async () => {
    const list = await take(signed);
    expect(list?.checked).toBe('2026-12-20');
    expect(readRows(list?.rows ?? '')).toEqual(crisisEntries);
  });

  it('is as old as the record in it that was checked first', async () => {
    const [first, ...rest] = newer;
    const list = await take(signedList([{...first!, checked: '2026-12-01'}, ...rest], privateKey));
    expect(list?.checked).toBe('2026-12-01');
  });

  it('is left alone where one number in it was changed, or somebody else signed it', async () => {
    expect(await take({...signed, list: signed.list.replace('116 123', '116 124')})).toBeUndefined();
    expect(await take(signed, publicKey(otherKey))).toBeUndefined();
    expect(await take({...signed, signature: ''})).toBeUndefined();
  });

  it('is left alone, and nothing breaks, where it is no such file or there is no such key', async () => {
    for (const file of ['', '{}', 'null', '<p>Not found</p>', '{"list":1,"signature":2}']) {
      expect(await take(file)).toBeUndefined();
    }
    for (const wrong of ['', 'abc', '*', key.slice(4)]) expect(await take(signed, wrong)).toBeUndefined();
  });

  it('is left alone where a nation has nobody to text, or a phone could not dial a number, whoever signed it', async () => {
    const without = (id: string) =>
      signedList(
        newer.filter(record => record.id !== id),
        privateKey,
      );
    for (const id of ['emergency-999', 'samaritans', 'shout']) expect(await take(without(id))).toBeUndefined();
    const misprint = newer.map(record => (record.id === 'calm' ? {...record, phone: '0800 58'} : record));
    expect(await take(signedList(misprint, privateKey))).toBeUndefined();
  });

  it('is left alone in a browser that has no such signatures', async () => {
    const {subtle} = crypto;
    const importKey = subtle.importKey.bind(subtle);
    subtle.importKey = () => Promise.reject(new DOMException('no Ed25519', 'NotSupportedError'));
    try {
      expect(await take(signed)).toBeUndefined();
    } finally {
      subtle.importKey = importKey;
    }
  });
});
