/** `backup`, `restore` and `publish`. */
import {parseArgs} from 'node:util';
import {backupStore, restoreStore} from '../store/backup.js';
import type {BackupFacts} from '../store/backup.js';
import {openStore, storeName} from '../store/open-store.js';
import {readDocuments} from './documents.js';
import {readCorrections, readDatabaseUrl, readStaleAfterDays} from './environment.js';
import {CommandError} from './messages.js';
import {publish} from './publish.js';

/** `held-directory backup FILE`: writes the store to one file while servers go on using it. */
export async function backupCommand(args: readonly string[]): Promise<void> {
  const file = onePath('backup', 'FILE', args);
  console.log(`Backup written: ${file} (${inWords(await backupStore(readDatabaseUrl(process.env), file))}).`);
}

/** `held-directory restore FILE`: makes a store of a backup, where there is none yet. */
export async function restoreCommand(args: readonly string[]): Promise<void> {
  const file = onePath('restore', 'FILE', args);
  const url = readDatabaseUrl(process.env);
  console.log(`Restored into ${storeName(url)}: ${inWords(await restoreStore(file, url))}.`);
}

/** `held-directory publish DIR`: writes what the widgets read as files, for any static server. */
export async function publishCommand(args: readonly string[], root: URL): Promise<void> {
  const folder = onePath('publish', 'DIR', args);
  const options = {
    staleAfterDays: readStaleAfterDays(process.env),
    corrections: readCorrections(process.env),
    documents: readDocuments(root),
  };
  const store = await openStore(readDatabaseUrl(process.env));
  try {
    const {files, revision} = await publish(store, folder, options);
    console.log(`Published: ${files} files, revision ${revision}, in ${folder}.`);
  } finally {
    await store.close();
  }
}

const inWords = ({revision, spaces, evaluations}: BackupFacts) =>
  `${spaces} spaces, ${evaluations} evaluations, revision ${revision}`;

function onePath(command: string, name: string, args: readonly string[]): string {
  try {
    const [path, ...others] = parseArgs({args: [...args], allowPositionals: true, options: {}}).positionals;
    if (path !== undefined && others.length === 0) return path;
    throw new TypeError(`one ${name} is expected`);
  } catch (error) {
    throw new CommandError(
      `held-directory ${command}: ${error instanceof Error ? error.message : 'wrong arguments'}. See held-directory help.`,
    );
  }
}
