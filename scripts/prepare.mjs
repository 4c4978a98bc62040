/** Steps that `npm start` and `npm test` share. Plain Node: they run before anything is installed. */
import {spawn} from 'node:child_process';
import {existsSync, statSync} from 'node:fs';

/** Says what is being done, on its own line. */
export const say = words => console.log(`\n▸ ${words}`);

/** Runs a command, its output as it comes, and resolves to its exit code. */
export function run(command, args = [], {env = {}, onLine} = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      env: {...process.env, ...env},
      stdio: ['ignore', onLine ? 'pipe' : 'inherit', 'inherit'],
      // npm and npx are scripts of the shell on Windows.
      shell: process.platform === 'win32',
    });
    let rest = '';
    child.stdout?.on('data', data => {
      process.stdout.write(data);
      const lines = (rest + data).split('\n');
      rest = lines.pop() ?? '';
      lines.forEach(onLine);
    });
    child.on('error', reject);
    child.on('close', code => {
      if (rest) onLine?.(rest);
      resolve(code ?? 1);
    });
  });
}

/** Runs a command, and ends the whole with one clear line where it fails. */
export async function must(what, command, args, options) {
  const code = await run(command, args, options);
  if (code === 0) return;
  console.error(`\n${what} failed (exit code ${code}).`);
  process.exit(1);
}

const modifiedAt = path => (existsSync(path) ? statSync(path).mtimeMs : 0);

/** Installs what the lock file names, unless that is what is installed already. */
export async function install() {
  // npm writes this file last, when all the rest is there.
  if (modifiedAt('node_modules/.package-lock.json') >= modifiedAt('package-lock.json')) return;
  say('Installing what the lock file names (npm ci). The first time takes some minutes:');
  console.log(
    '  better-sqlite3 compiles from source where its prebuilt file cannot be downloaded (python3, make, g++).',
  );
  await must('The installation', 'npm', ['ci', '--no-audit', '--no-fund']);
}
