import type {CrisisEntry} from '@held-spaces/domain/crisis';
import {readRows} from '@held-spaces/domain/crisis-rows';
import {crisisChecked} from '@held-spaces/domain/generated/crisis-rows';
import {nations} from '@held-spaces/domain/vocabularies';

/** A list with the day on which it was last compared with its sources, `YYYY-MM-DD`. */
export interface CrisisList {
  readonly checked: string;
  readonly entries: readonly CrisisEntry[];
}

const bytes = (base64: string) => Uint8Array.from(atob(base64), letter => letter.charCodeAt(0));

/**
 * The list in a file that `held-directory sign-crisis` wrote, or nothing: where it is not whole, not newer than the list
 * of the widget, not signed by this key (Ed25519), or where the browser has no such signatures (Chrome and Edge before
 * 137, Firefox before 129, Safari before 17). The bundled list then stands.
 *
 * @param file `{"list": "…", "signature": "…"}`: the text that is signed, and its signature in base64.
 * @param key The signer's public key, 32 bytes in base64.
 */
export async function newerList(file: string, key: string): Promise<CrisisList | undefined> {
  try {
    const {list, signature} = JSON.parse(file) as {list: string; signature: string};
    const {subtle} = crypto;
    const signer = await subtle.importKey('raw', bytes(key), 'Ed25519', false, ['verify']);
    if (!(await subtle.verify('Ed25519', signer, bytes(signature), new TextEncoder().encode(list)))) return undefined;
    const {checked, rows} = JSON.parse(list) as {checked: string; rows: string};
    const entries = readRows(rows, []);
    return checked > crisisChecked && nations.every(nation => reaches(entries, nation)) ? {checked, entries} : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a nation has 999, someone to call and someone to text by day and night. */
const reaches = (entries: readonly CrisisEntry[], nation: string) =>
  ['emergency', 'crisis-listening', 'crisis-text'].every(kind =>
    entries.some(
      entry =>
        entry.kind === kind &&
        entry.hours === 'always' &&
        entry.nations?.some(each => each === nation) &&
        (kind === 'crisis-text' ? entry.text : entry.phone),
    ),
  );
