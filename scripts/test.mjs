/**
 * `npm test`: installs what is missing, finds a browser or installs one, builds, and runs every suite. The last line
 * is the sum: `N passed, N failed`.
 */
import {readFileSync, rmSync} from 'node:fs';
import {findBrowser} from './find-browser.mjs';
import {install, must, run, say} from './prepare.mjs';

await install();

async function browser() {
  const found = findBrowser();
  if (found) return found;
  if (process.env.CHROME_PATH) {
    console.error(`CHROME_PATH names no file: ${process.env.CHROME_PATH}`);
    process.exit(1);
  }
  say('No Chrome or Chromium found: installing one');
  if (
    process.platform === 'linux' &&
    process.getuid?.() === 0 &&
    (await run('sh', ['-c', 'command -v apt-get >/dev/null'])) === 0
  ) {
    await run('apt-get', ['update', '-qq']);
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
  }
  if (!findBrowser()) await run('npx', ['--no-install', 'playwright-core', 'install', 'chromium']);
  const {chromium} = await import('playwright-core');
  const installed = findBrowser() ?? chromium.executablePath();
  if (installed) return installed;
  console.error('No browser could be installed. Install Chrome or Chromium and set CHROME_PATH to it.');
  process.exit(1);
}

const env = {CHROME_PATH: await browser()};
say(`Browser: ${env.CHROME_PATH}`);

say('Building the widgets and the server');
await must('The build', process.execPath, ['scripts/build.mjs']);

let passed = 0;
let failed = 0;

say('Rules, server, contract, package, size, privacy and whole journeys (Node)');
const report = 'node_modules/.cache-vitest.json';
rmSync(report, {force: true});
const nodeCode = await run(
  'npx',
  ['--no-install', 'vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  {env},
);
try {
  const {numPassedTests, numFailedTests, numFailedTestSuites} = JSON.parse(readFileSync(report, 'utf8'));
  passed += numPassedTests;
  // A file that could not even be loaded counts as a failure, though no test of it ran.
  failed += Math.max(numFailedTests, nodeCode ? Math.max(1, numFailedTestSuites) : 0);
} catch {
  failed += 1;
}

say('Widgets (Chromium)');
let counted = '';
const widgetCode = await run('npx', ['--no-install', 'wtr', '--files', 'test/components/**/*.test.ts'], {
  env,
  onLine: line => {
    if (/\d+ passed, \d+ failed/.test(line)) counted = line;
  },
});
const [, widgetsPassed = '0', widgetsFailed = '0'] = /(\d+) passed, (\d+) failed/.exec(counted) ?? [];
passed += Number(widgetsPassed);
failed += Math.max(Number(widgetsFailed), widgetCode ? 1 : 0);

console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
