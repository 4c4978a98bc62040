import {setFlagsFromString} from 'node:v8';
import {runInNewContext} from 'node:vm';

/**
 * Gives back what the making of a read model has left. That is several times the model, and V8 would keep it until as
 * much again had been thrown away: at 100,000 services, some 250 MB for hours. It takes about a fifth of a second there,
 * once for each change of the directory. https://nodejs.org/docs/latest-v20.x/api/v8.html#v8setflagsfromstringflags
 */
export function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  // The first only finds which pages are empty; with the second they go back to the system.
  collect();
}
