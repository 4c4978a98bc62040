import {fileURLToPath} from 'node:url';
import {defineConfig} from 'vitest/config';

/** Everything that runs in Node. Widgets run in a real browser, by web-test-runner.config.mjs. */
export default defineConfig({
  // As in what is built: see `src/internal/localize.ts`.
  resolve: {alias: {'@lit/localize': fileURLToPath(new URL('src/controllers/locale.ts', import.meta.url))}},
  test: {
    include: ['test/{unit,embed,server,contract,package,size,privacy,journey,leak}/**/*.test.ts'],
    // Browsers and servers start inside some of these, on two busy cores.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
