/**
 * Writes the page on which a reviewer checks every fact of the crisis list again, with the source beside it.
 *
 *   node scripts/review-crisis.mjs [FILE]     FILE is crisis-review.html if none is given
 */
import {readFile, writeFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {importTypeScript} from './import-typescript.mjs';

const path = name => fileURLToPath(new URL(`../domain/${name}`, import.meta.url));
const {reviewPage} = await importTypeScript(path('src/crisis-review-page.ts'));
const records = JSON.parse(await readFile(path('data/crisis-contacts.json'), 'utf8'));
const file = process.argv[2] ?? 'crisis-review.html';
await writeFile(file, reviewPage(records, new Date().toISOString().slice(0, 10)));
console.log(`Wrote ${file}: ${records.length} contacts. Print it, and read each source.`);
