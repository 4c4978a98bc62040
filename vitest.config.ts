import {defineConfig} from 'vitest/config';

/** Everything that runs in Node. Widgets run in a real browser, by web-test-runner.config.mjs. */
export default defineConfig({
  test: {
    include: ['test/{unit,server,contract,package,size,privacy,journey}/**/*.test.ts'],
    // Browsers and servers start inside some of these, on two busy cores.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
