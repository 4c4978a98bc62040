/** `policies DIR`: the policy pages as files, for the operator to make their own. */
import {existsSync, mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {policyFiles} from '../policies/pages.js';
import {readPolicyFacts} from './environment.js';
import {CommandError} from './messages.js';

/** Writes no file over another: what somebody adapted is theirs. */
export function policiesCommand(args: readonly string[]): void {
  const folder = oneFolder(args);
  const files = policyFiles(readPolicyFacts(process.env));
  const there = [...files.keys()].filter(name => existsSync(join(folder, name)));
  if (there.length > 0) {
    throw new CommandError(`${folder} has ${there.join(', ')} already. Nothing was written. Name another folder.`);
  }
  mkdirSync(folder, {recursive: true});
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
  console.log(
    `Written: ${files.size} files in ${folder}. Fill the gaps in, take out the notes and the line that says it is a template, and serve them with HELD_POLICIES=${folder}.`,
  );
}

function oneFolder(args: readonly string[]): string {
  try {
    const [folder, ...others] = parseArgs({args: [...args], allowPositionals: true, options: {}}).positionals;
    if (folder !== undefined && others.length === 0) return folder;
    throw new TypeError('one DIR is expected');
  } catch (error) {
    throw new CommandError(
      `held-directory policies: ${error instanceof Error ? error.message : 'wrong arguments'}. See held-directory help.`,
    );
  }
}
