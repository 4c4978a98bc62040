import {describe, expect, it} from 'vitest';
import {fuzz} from './support/fuzz.js';

describe('the directory, asked anything that its OpenAPI document describes and more', () => {
  it('always answers, and never with an error of its own', {timeout: 120_000}, async () => {
    const {failures, statuses} = await fuzz(1500);
    expect(failures).toEqual([]);
    // It was asked for things that are there, things that are not, and in ways that are wrong.
    for (const status of ['200', '304', '400', '404', '405', '422']) expect(statuses).toHaveProperty(status);
  });
});
