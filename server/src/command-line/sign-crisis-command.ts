/** `sign-crisis`: makes of a reviewed list of crisis contacts the signed file that a host may hand to its signposts. */
import retired from '../../../domain/data/retired-numbers.json' with {type: 'json'};
import {createPrivateKey, createPublicKey, sign, type KeyObject} from 'node:crypto';
import {readFileSync, writeFileSync} from 'node:fs';
import {parseArgs} from 'node:util';
import {
  ageProblems,
  contactRow,
  reviewProblems,
  shownContact,
  type ReviewedContact,
} from '@held-spaces/domain/crisis-review';
import {CommandError} from './messages.js';

const usage = 'held-directory sign-crisis FILE --key PRIVATE_KEY.pem --to SIGNED.json';

/** `held-directory sign-crisis FILE --key PEM --to OUT`. Signs nothing that the release check would not let through. */
export function signCrisisCommand(args: readonly string[]): void {
  const {positionals, values} = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {key: {type: 'string'}, to: {type: 'string'}},
  });
  const [file] = positionals;
  if (!file || positionals.length > 1 || !values.key || !values.to) throw new CommandError(`Usage: ${usage}`);
  const records = readJson<readonly ReviewedContact[]>(file);
  const problems = [
    ...reviewProblems(records, retired),
    ...ageProblems(records, new Date().toISOString().slice(0, 10)),
  ];
  if (problems.length) throw new CommandError(`Nothing was signed.\n${problems.join('\n')}`);
  const key = readKey(values.key);
  writeFileSync(values.to, `${JSON.stringify(signedList(records, key))}\n`);
  console.log(`Wrote ${values.to}. The key for crisis-key: ${publicKey(key)}`);
}

/** The text that is signed, and its signature in base64. The list is as old as the record that was checked first. */
export function signedList(records: readonly ReviewedContact[], key: KeyObject): {list: string; signature: string} {
  const shown = records.flatMap(record => {
    const contact = shownContact(record);
    return contact ? [{row: contactRow(contact), checked: record.checked}] : [];
  });
  const [checked] = shown.map(each => each.checked).sort();
  const list = JSON.stringify({checked, rows: shown.map(({row}) => row).join('\n')});
  return {list, signature: sign(null, Buffer.from(list), key).toString('base64')};
}

/** The public half, 32 bytes in base64, as browsers take it. https://www.rfc-editor.org/rfc/rfc8410 */
export const publicKey = (key: KeyObject): string =>
  createPublicKey(key).export({type: 'spki', format: 'der'}).subarray(-32).toString('base64');

function readJson<T>(file: string | URL): T {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    throw new CommandError(`${String(file)} could not be read as JSON. Nothing was signed.`);
  }
}

function readKey(file: string): KeyObject {
  try {
    const key = createPrivateKey(readFileSync(file));
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // Said below, in the same words: a file that is not there, or holds something else.
  }
  throw new CommandError(
    `${file} holds no Ed25519 private key. Nothing was signed. Make one: openssl genpkey -algorithm ed25519 -out ${file}`,
  );
}
