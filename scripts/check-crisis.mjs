/**
 * The release check of the crisis list: fails on a retired number, a record without source or date, a nation without
 * its lines, a format that a phone cannot dial, written files that are not fresh, or a list older than its limit.
 *
 *   node scripts/check-crisis.mjs [--today YYYY-MM-DD]
 */
import {spawnSync} from 'node:child_process';
import {readFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {importTypeScript} from './import-typescript.mjs';

const path = name => fileURLToPath(new URL(`../domain/${name}`, import.meta.url));
const {values} = parseArgs({options: {today: {type: 'string', default: new Date().toISOString().slice(0, 10)}}});
const {ageProblems} = await importTypeScript(path('src/crisis-review.ts'));
const records = JSON.parse(await readFile(path('data/crisis-contacts.json'), 'utf8'));

const generator = fileURLToPath(new URL('generate-crisis-contacts.mjs', import.meta.url));
const {status} = spawnSync(process.execPath, [generator, '--check'], {stdio: 'inherit'});
const old = ageProblems(records, values.today);
if (old.length) {
  console.error(old.join('\n'));
  console.error('Read each page again (npm run review:crisis makes a list to print), and set "checked" to that day.');
}
process.exit(status || old.length ? 1 : 0);
