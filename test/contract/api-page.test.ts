import {execFileSync} from 'node:child_process';
import {describe, expect, it} from 'vitest';

describe('the page about the API', () => {
  it('says what the directory serves (node scripts/api-page.mjs writes it anew)', () => {
    expect(() => execFileSync(process.execPath, ['scripts/api-page.mjs', '--check'], {stdio: 'pipe'})).not.toThrow();
  });
});
