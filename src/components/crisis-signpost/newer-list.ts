import {isDiallable, isTextable, type CrisisEntry} from '@held-spaces/domain/crisis';
import {readRows} from '@held-spaces/domain/crisis-rows';
import {nations, type Nation} from '@held-spaces/domain/first-terms';

/**
 * A list of crisis contacts that is newer than the one a signpost came with. It is not in the signpost's own file, where
 * a person in a hard moment would wait for it: a host that hands over a newer list adds `crisis-update.js`.
 */
export interface NewerList {
  /** The day on which the list was last compared with its sources, `YYYY-MM-DD`. */
  readonly checked: string;
  /** As `readRows` of the domain takes them. */
  readonly rows: string;
}

const bytes = (base64: string) => Uint8Array.from(atob(base64), letter => letter.charCodeAt(0));

/**
 * The list in a file that `held-directory sign-crisis` wrote, or nothing: where it is not whole, not signed by this key
 * (Ed25519), or where the browser has no such signatures (Chrome and Edge before 137, Firefox before 129, Safari before
 * 17, or a page without https). Whether it is newer, the signpost itself looks.
 *
 * @param file `{"list": "…", "signature": "…"}`: the text that is signed, and its signature in base64.
 * @param key The signer's public key, 32 bytes in base64.
 */
export async function verifiedList(file: string, key: string): Promise<NewerList | undefined> {
  try {
    const {list, signature} = JSON.parse(file) as {list: string; signature: string};
    const {subtle} = crypto;
    const signer = await subtle.importKey('raw', bytes(key), 'Ed25519', false, ['verify']);
    if (!(await subtle.verify('Ed25519', signer, bytes(signature), new TextEncoder().encode(list)))) return undefined;
    const {checked, rows} = JSON.parse(list) as NewerList;
    return /^\d{4}-\d\d-\d\d$/.test(checked) && isWhole(readRows(rows)) ? {checked, rows} : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a phone can reach every line, and each nation has 999, someone to call and someone to text by day and night. */
const isWhole = (entries: readonly CrisisEntry[]) =>
  nations.every(nation => hasEach(entries, nation)) &&
  entries.every(
    ({phone, text}) => (phone ?? text) && (!phone || isDiallable(phone)) && (!text || isTextable(text.number)),
  );

const hasEach = (entries: readonly CrisisEntry[], nation: Nation) =>
  ['emergency', 'crisis-listening', 'crisis-text'].every(kind =>
    entries.some(
      entry =>
        entry.kind === kind &&
        entry.hours === 'always' &&
        entry.nations?.includes(nation) &&
        (kind === 'crisis-text' ? entry.text : entry.phone),
    ),
  );

/**
 * Gives a signpost the newer list that stands inside it, in a `<script type="application/json">`, if it is signed by the
 * key that its `crisis-key` names. In silence either way: the list that the signpost came with stands.
 */
export async function updateSignpost(signpost: Element): Promise<void> {
  const file = signpost.querySelector('script[type="application/json"]')?.textContent ?? '';
  const list = await verifiedList(file, signpost.getAttribute('crisis-key') ?? '');
  if (!list) return;
  await customElements.whenDefined('held-crisis-signpost');
  (signpost as HTMLElement & {takeList?: (list: NewerList) => void}).takeList?.(list);
}
