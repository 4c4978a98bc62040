/** A PostgreSQL of the tests' own, in a temporary folder, where one is installed. */
import {execFileSync, spawn} from 'node:child_process';
import {chownSync, existsSync, mkdtempSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {delimiter, join} from 'node:path';

/**
 * Folder of PostgreSQL's programs: what `HELD_TEST_POSTGRES` names, the newest of Debian's folders, or one on the path.
 *
 * @returns {string | undefined}
 */
export function findPostgres() {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    process.env.HELD_TEST_POSTGRES ?? '',
    ...versions.map(version => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
    '/opt/homebrew/opt/postgresql/bin',
  ];
  return folders.find(folder => folder !== '' && ['initdb', 'postgres'].every(name => existsSync(join(folder, name))));
}

/** What a test that needs it says in its name where there is none. */
export const postgresMissing = findPostgres() ? '' : ' (skipped: PostgreSQL is not installed)';

/** PostgreSQL refuses to run as root, so root starts it as the user that its package made. */
function plainUser() {
  if (process.getuid?.() !== 0) return {};
  const id = flag => Number(execFileSync('id', [flag, 'postgres'], {encoding: 'utf8'}));
  return {uid: id('-u'), gid: id('-g')};
}

/** Starts a server that listens on a socket in its own folder and nowhere else. */
export async function startPostgres() {
  const programs = findPostgres();
  if (!programs) throw new Error('PostgreSQL is not installed.');
  const user = plainUser();
  const folder = mkdtempSync(join(tmpdir(), 'held-pg-'));
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const run = (program, args) =>
    execFileSync(join(programs, program), args, {...user, cwd: folder, stdio: ['ignore', 'ignore', 'pipe']});
  run('initdb', ['-D', data, '-U', 'held', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync']);

  const psql = (database, statement) =>
    run('psql', ['-h', folder, '-U', 'held', '-d', database, '-q', '-c', statement]);
  const spawnServer = () => {
    const server = spawn(
      join(programs, 'postgres'),
      ['-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', 'max_connections=60'],
      {...user, cwd: folder, stdio: 'ignore'},
    );
    return {server, ended: new Promise(resolve => server.once('exit', resolve))};
  };
  const start = async () => {
    let started = spawnServer();
    for (let attempt = 0; ; attempt++) {
      try {
        psql('postgres', 'select 1');
        return started;
      } catch (error) {
        if (attempt === 200) throw error;
        // It does not start while a process of the one before is still on its way out.
        if (started.server.exitCode !== null) started = spawnServer();
        await new Promise(resolve => setTimeout(resolve, 50));
      }
    }
  };

  let running = await start();
  const end = async signal => {
    running.server.kill(signal);
    await running.ended;
  };
  return {
    async database(name) {
      psql('postgres', `create database ${name}`);
      return `postgres://held@localhost/${name}?host=${encodeURIComponent(folder)}`;
    },
    async crash() {
      // SIGQUIT is the immediate shutdown: no checkpoint, recovery from the log at the next start.
      await end('SIGQUIT');
      running = await start();
    },
    async stop() {
      await end('SIGINT');
      rmSync(folder, {recursive: true, force: true});
    },
  };
}
