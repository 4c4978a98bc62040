/**
 * `npm start`: from a bare clone to a directory with its widgets and demo pages. Installs and builds what is missing,
 * loads the sample list into a fresh store, and serves.
 */
import {existsSync, readdirSync, statSync} from 'node:fs';
import {spawn} from 'node:child_process';
import {join} from 'node:path';
import {install, must, say} from './prepare.mjs';

/** When the newest file of these folders was changed. */
const newest = (...folders) =>
  Math.max(
    ...folders.flatMap(folder =>
      readdirSync(folder, {recursive: true}).map(name => statSync(join(folder, String(name))).mtimeMs),
    ),
  );

await install();

const built = 'server/dist/main.js';
const isBuilt =
  existsSync(built) &&
  existsSync('dist/cdn/held-spaces.js') &&
  Math.min(statSync(built).mtimeMs, statSync('dist/cdn/held-spaces.js').mtimeMs) >
    newest('src', 'domain/src', 'server/src', 'scripts');
if (!isBuilt) {
  say('Building the widgets and the server');
  await must('The build', process.execPath, ['scripts/build.mjs']);
}

say('Loading the sample list of spaces (nothing changes where it is loaded already)');
await must('The import', process.execPath, [built, 'import', 'server/data/sample/spaces.uk.json']);

say('Starting the directory. Stop it with Ctrl+C.');
const server = spawn(process.execPath, [built, 'serve'], {stdio: 'inherit'});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('close', code => process.exit(code ?? 0));
