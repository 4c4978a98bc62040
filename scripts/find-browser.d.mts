/** Where Chrome or Chromium is: what `CHROME_PATH` names, or the usual places. `undefined` where there is none. */
export function findBrowser(): string | undefined;
