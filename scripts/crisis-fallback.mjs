/**
 * Prints what goes inside <held-crisis-signpost> on a host's page, so that numbers stand there without JavaScript.
 *
 *   node scripts/crisis-fallback.mjs [england|scotland|wales|northern-ireland] [heading level] [en|cy]
 */
import {fileURLToPath} from 'node:url';
import {importTypeScript} from './import-typescript.mjs';

const [nation, level = '2', language = 'en'] = process.argv.slice(2);
const {fallbackHtml} = await importTypeScript(
  fileURLToPath(new URL('../domain/src/crisis-fallback.ts', import.meta.url)),
);
const {nations} = await importTypeScript(fileURLToPath(new URL('../domain/src/vocabularies.ts', import.meta.url)));

if (nation && !nations.includes(nation)) {
  console.error(`Nation is not known: ${nation}. Give one of ${nations.join(', ')}, or none for the whole UK.`);
  process.exit(1);
}
if (!['en', 'cy'].includes(language)) {
  console.error(`Language is not known: ${language}. Give en or cy.`);
  process.exit(1);
}
console.log(fallbackHtml(nation, Number(level), language));
