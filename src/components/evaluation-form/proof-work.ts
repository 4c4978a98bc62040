import type {ProofOfWork} from '@held-spaces/domain/evaluation';
import type {Challenge} from '../../directory/evaluations.js';

/**
 * Counts up until the key that is derived from the counter begins as it should. Nothing outside of this function is used
 * in it: its text is the worker's program.
 *
 * @param isStopped Asked before every try.
 */
export async function findProof({parameters}: Challenge, isStopped: () => boolean): Promise<ProofOfWork | undefined> {
  const {algorithm, nonce, salt, keyPrefix, cost, keyLength = 32} = parameters;
  const bytes = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], pair => parseInt(pair, 16));
  const start = bytes(nonce);
  const password = new Uint8Array(start.length + 4);
  password.set(start);
  const view = new DataView(password.buffer);
  const how = {name: 'PBKDF2', salt: bytes(salt), iterations: cost, hash: algorithm.replace('PBKDF2/', '')};
  for (let counter = 0; !isStopped(); counter += 1) {
    view.setUint32(start.length, counter);
    const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits']);
    const derived = new Uint8Array(await crypto.subtle.deriveBits(how, key, keyLength * 8));
    const derivedKey = [...derived].map(byte => byte.toString(16).padStart(2, '0')).join('');
    if (derivedKey.startsWith(keyPrefix.toLowerCase())) return {counter, derivedKey};
    // A page that does the work itself stays at hand.
    if (counter % 8 === 7) await new Promise(resolve => setTimeout(resolve));
  }
  return undefined;
}

/**
 * Does the work in a worker, or, where the page allows none, between other things. `undefined` where it was stopped.
 *
 * The worker is made of text, since a browser takes none from another origin than the page's. A host's content security
 * policy may forbid that, and so may Trusted Types; then the page does the work.
 */
export function solve(challenge: Challenge, signal: AbortSignal): Promise<ProofOfWork | undefined> {
  const onPage = () => findProof(challenge, () => signal.aborted);
  return new Promise((resolve, reject) => {
    let address = '';
    let worker: Worker | undefined;
    const end = () => {
      worker?.terminate();
      URL.revokeObjectURL(address);
      signal.removeEventListener('abort', stop);
    };
    const stop = () => {
      end();
      resolve(undefined);
    };
    const withoutWorker = () => {
      end();
      onPage().then(resolve, reject);
    };
    try {
      const program = `onmessage=async({data})=>postMessage(await(${findProof.toString()})(data,()=>false).catch(()=>0))`;
      address = URL.createObjectURL(new Blob([program], {type: 'text/javascript'}));
      worker = new Worker(address);
      worker.onmessage = ({data}) => {
        if (!data) return withoutWorker();
        end();
        resolve(data as ProofOfWork);
      };
      worker.onerror = event => {
        event.preventDefault();
        withoutWorker();
      };
      signal.addEventListener('abort', stop);
      if (signal.aborted) stop();
      else worker.postMessage(challenge);
    } catch {
      withoutWorker();
    }
  });
}
