import {generateKeyPairSync} from 'node:crypto';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {readDeskFiles} from '../../server/src/command-line/desk-files.js';
import {noteSealKey, readSealKey} from '../../server/src/command-line/seal-key.js';
import {longestContact, sealContact} from '../../src/components/evaluation-form/sealed-contact.js';
import {openDesk, serviceId} from './support/desk.js';
import {directory} from './support/directory.js';
import {buildProgram, start} from './support/process.js';

let folder: string;
beforeAll(() => {
  buildProgram();
  folder = mkdtempSync(join(tmpdir(), 'held-seal-'));
});
afterAll(() => {
  rmSync(folder, {recursive: true, force: true});
});

const file = (name: string, content: string) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
/** A pair of keys in files, as openssl writes them. */
const pair = (name: string, modulusLength = 2048) => {
  const {publicKey, privateKey} = generateKeyPairSync('rsa', {
    modulusLength,
    publicKeyEncoding: {type: 'spki', format: 'pem'},
    privateKeyEncoding: {type: 'pkcs8', format: 'pem'},
  });
  return {open: file(`${name}.pem`, publicKey), secret: file(`${name}.private.pem`, privateKey)};
};
const openSealed = async (secret: string, sealed: string) => {
  const {process: child, printed, ended} = start(['open-sealed', secret]);
  child.stdin?.end(`${sealed}\n`);
  return {code: await ended, ...printed};
};

describe('a way to reach a writer', () => {
  it('is sealed by the form to the key that the directory gives out, and opened by the private half alone', async () => {
    const {open, secret} = pair('moderators');
    const desk = await openDesk({sealKey: readSealKey(open)});
    const {sealTo} = await desk.own.json<{sealTo: JsonWebKey}>('/held/evaluations/challenge');
    for (const contact of ['write to: a friend, 12 Long Lane', 'é'.repeat(longestContact / 2)]) {
      const sealed = await sealContact(contact, sealTo);
      expect(await openSealed(secret, sealed)).toMatchObject({code: 0, out: `${contact}\n`, error: ''});
      expect(await openSealed(pair('other').secret, sealed)).toMatchObject({code: 1, out: ''});
      expect(await openSealed(secret, sealed.slice(1))).toMatchObject({code: 1, out: ''});
    }
  });

  it('is not offered, and not taken, where the operator gave no key or has no desk', async () => {
    const desk = await openDesk();
    expect(await desk.own.json('/held/evaluations/challenge')).not.toHaveProperty('sealTo');
    const response = await desk.own.app.request('/held/evaluations', {
      method: 'POST',
      headers: {'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID()},
      body: JSON.stringify({
        formVersion: '2',
        serviceId,
        role: 'experiencer',
        answers: {},
        stages: [],
        words: 'They stayed.',
        sealedContact: 'QUJD',
        consent: true,
        ...(await desk.own.pass()),
      }),
    });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({pointer: '/sealedContact'});
    expect(await desk.own.store.countEvaluations()).toBe(0);
    const withoutDesk = directory({sealKey: readSealKey(pair('unused').open)});
    expect(await withoutDesk.json('/held/evaluations/challenge')).not.toHaveProperty('sealTo');
  });
});

describe('the key of the moderators', () => {
  it('is refused where it is a private one, too short, of another kind, or no key', () => {
    const {secret} = pair('whole');
    expect(() => readSealKey(secret)).toThrow('holds a private key. Take it off this computer');
    expect(() => readSealKey(pair('short', 1024).open)).toThrow('no public RSA key of 2048 bits or more');
    const other = generateKeyPairSync('ed25519', {
      publicKeyEncoding: {type: 'spki', format: 'pem'},
      privateKeyEncoding: {type: 'pkcs8', format: 'pem'},
    });
    expect(() => readSealKey(file('ed.pem', other.publicKey))).toThrow('no public RSA key');
    expect(() => readSealKey(file('x.pem', 'x'))).toThrow('openssl genpkey -algorithm RSA');
    expect(() => readSealKey(join(folder, 'none.pem'))).toThrow('could not be read');
  });

  it('is noted in the log of the desk each time it changes, and not when it is the same', async () => {
    const {own, log} = await openDesk();
    const key = readSealKey(pair('first').open);
    for (const each of [undefined, key, key, readSealKey(pair('second').open), undefined]) {
      await noteSealKey(own.store, each, new Date());
    }
    expect((await log()).map(({action, by}) => `${by} ${action}`)).toEqual([
      'system set-seal-key',
      'system set-seal-key',
      'system remove-seal-key',
    ]);
  });

  it('needs a desk', () => {
    const none = {moderatorSupport: undefined, bankHolidays: undefined};
    expect(() => readDeskFiles({...none, sealKey: 'public.pem'})).toThrow('HELD_SEAL_KEY needs HELD_MODERATOR_SUPPORT');
    expect(readDeskFiles({...none, sealKey: undefined})).toEqual({});
  });
});

describe('the file of bank holidays', () => {
  const read = (bankHolidays: string) => readDeskFiles({moderatorSupport: 'Robin', sealKey: undefined, bankHolidays});

  it('is read as gov.uk has it, and ends the program at start where it is another', () => {
    const list = {'england-and-wales': {division: 'england-and-wales', events: [{title: 'A day', date: '2030-05-06'}]}};
    expect(read(file('days.json', JSON.stringify(list)))).toEqual({
      moderatorSupport: 'Robin',
      bankHolidays: new Set(['2030-05-06']),
    });
    expect(() => read(file('no.json', '[]'))).toThrow('HELD_BANK_HOLIDAYS');
    expect(() => read(join(folder, 'none.json'))).toThrow('HELD_BANK_HOLIDAYS');
  });
});
