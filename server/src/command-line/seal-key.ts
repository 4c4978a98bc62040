/**
 * The key pair to which a writer's browser seals a way to reach them. The public half is the server's; the private half is
 * on no server, so that whoever takes one over, or its backup, cannot open what was sealed.
 */
import {constants, createHash, createPrivateKey, createPublicKey, privateDecrypt} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {text} from 'node:stream/consumers';
import {parseArgs} from 'node:util';
import type {SealKey} from '../app.js';
import {AuditLog} from '../moderation/audit.js';
import type {Store} from '../store/store.js';
import {CommandError} from './messages.js';

/** Bits that a key must have at least: what the form counts on for the length of a contact. */
const leastBits = 2048;

const howToMake =
  'Make one on a computer of your own: openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:3072 -out private.pem; ' +
  'openssl pkey -in private.pem -pubout -out public.pem';

/** The public key in a PEM file. Throws where it holds a private one: that has no business on a server. */
export function readSealKey(file: string): SealKey {
  const refuse = (what: string) => new CommandError(`HELD_SEAL_KEY: ${file} ${what}. The server did not start.`);
  let pem: string;
  try {
    pem = readFileSync(file, 'utf8');
  } catch {
    throw refuse('could not be read');
  }
  if (pem.includes('PRIVATE KEY'))
    throw refuse('holds a private key. Take it off this computer; only the public half belongs here');
  try {
    const key = createPublicKey(pem);
    const {n, e} = key.export({format: 'jwk'});
    const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
    if (key.asymmetricKeyType === 'rsa' && bits >= leastBits && n !== undefined && e !== undefined) {
      return {kty: 'RSA', alg: 'RSA-OAEP-256', n, e};
    }
  } catch {
    // Said below: it holds no key, or not such a one.
  }
  throw refuse(`holds no public RSA key of ${leastBits} bits or more. ${howToMake}`);
}

/** Notes in the log of the desk that contacts are sealed to another key from now on, or to none. */
export async function noteSealKey(store: Store, key: SealKey | undefined, now: Date): Promise<void> {
  const fingerprint = key === undefined ? '' : createHash('sha256').update(`${key.e}.${key.n}`).digest('hex');
  const audit = new AuditLog(await store.secret());
  await store.desk(async desk => {
    const before = await desk.record('seal-key', 'current');
    if ((before?.fingerprint ?? '') === fingerprint) return;
    await desk.keep('seal-key', 'current', {fingerprint});
    await audit.add(desk, {by: 'system', action: key ? 'set-seal-key' : 'remove-seal-key'}, now);
  });
}

/** `held-directory open-sealed PRIVATE_KEY.pem < SEALED`: prints what a writer sealed. Needs no store, and no server. */
export async function openSealedCommand(args: readonly string[]): Promise<void> {
  const {positionals} = parseArgs({args: [...args], allowPositionals: true, options: {}});
  const [file] = positionals;
  if (!file || positionals.length > 1) {
    throw new CommandError('Usage: held-directory open-sealed PRIVATE_KEY.pem, with the sealed text as its input');
  }
  const sealed = Buffer.from((await text(process.stdin)).trim(), 'base64url');
  try {
    const key = createPrivateKey(readFileSync(file));
    const opened = privateDecrypt({key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256'}, sealed);
    console.log(opened.toString('utf8'));
  } catch {
    throw new CommandError(`${file} is not the private key that this was sealed for, or the text is not whole.`);
  }
}
