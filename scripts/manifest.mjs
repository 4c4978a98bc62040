/**
 * Makes custom-elements.json and the tables of the README from the widgets' sources. With `--check`, changes nothing
 * and fails where they are not fresh.
 */
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, relative} from 'node:path';

const check = process.argv.includes('--check');
const start = '<!-- tables from custom-elements.json: npm run manifest -->';
const end = '<!-- end of tables -->';

function analyse() {
  const folder = mkdtempSync(join(tmpdir(), 'held-manifest-'));
  try {
    execFileSync(
      process.execPath,
      [
        'node_modules/@custom-elements-manifest/analyzer/cem.js',
        'analyze',
        '--config',
        'custom-elements-manifest.config.mjs',
        '--outdir',
        relative(process.cwd(), folder),
        '--quiet',
      ],
      {stdio: ['ignore', 'ignore', 'inherit']},
    );
    const manifest = JSON.parse(readFileSync(join(folder, 'custom-elements.json'), 'utf8'));
    // The analyser takes files as the file system gives them, which is not the same everywhere: what stood in several
    // files is one module here, and has their order too.
    const inOrder = (list, key) => list.sort((a, b) => (a[key] < b[key] ? -1 : 1));
    for (const {declarations, exports} of inOrder(manifest.modules, 'path')) {
      inOrder(declarations, 'name');
      inOrder(exports, 'name');
    }
    return `${JSON.stringify(manifest, undefined, 2)}\n`;
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

const cell = text =>
  String(text ?? '')
    .replaceAll('|', '\\|')
    .replaceAll('\n', ' ')
    .trim();

function table(heads, rows) {
  if (!rows.length) return '';
  return [
    `| ${heads.join(' | ')} |`,
    `| ${heads.map(() => '---').join(' | ')} |`,
    ...rows.map(row => `| ${row.map(cell).join(' | ')} |`),
    '',
    '',
  ].join('\n');
}

function tables(manifest) {
  const elements = JSON.parse(manifest)
    .modules.flatMap(({declarations}) => declarations)
    .filter(({tagName}) => tagName)
    .sort((a, b) => a.tagName.localeCompare(b.tagName));
  return elements
    .map(({tagName, description, attributes = [], members = [], events = [], slots = [], cssParts = []}) => {
      const methods = members.filter(({kind}) => kind === 'method');
      return `### \`<${tagName}>\`\n\n${description}\n\n${[
        table(
          ['attribute', 'type', 'default', 'what it does'],
          attributes.map(({name, type, default: value, description: what}) => [
            `\`${name}\``,
            `\`${type?.text ?? 'string'}\``,
            value ? `\`${value}\`` : '',
            what,
          ]),
        ),
        table(
          ['method', 'what it does'],
          methods.map(({name, parameters = [], description: what}) => [
            `\`${name}(${parameters.map(parameter => parameter.name).join(', ')})\``,
            what,
          ]),
        ),
        table(
          ['event', 'when'],
          events.map(({name, description: what}) => [`\`${name}\``, what]),
        ),
        table(
          ['slot', 'what goes in'],
          slots.map(({name, description: what}) => [`\`${name || 'default'}\``, what]),
        ),
        table(
          ['part', 'what it is'],
          cssParts.map(({name, description: what}) => [`\`${name}\``, what]),
        ),
      ].join('')}`;
    })
    .join('');
}

function freshReadme(manifest) {
  const readme = readFileSync('README.md', 'utf8');
  const [before, rest] = readme.split(start);
  const after = rest?.split(end)[1];
  if (after === undefined) throw new Error('README.md has no place for the tables.');
  return `${before}${start}\n\n${tables(manifest)}${end}${after}`;
}

const manifest = analyse();
const files = {'custom-elements.json': manifest, 'README.md': freshReadme(manifest)};
let isStale = false;
for (const [path, text] of Object.entries(files)) {
  const old = (() => {
    try {
      return readFileSync(path, 'utf8');
    } catch {
      return '';
    }
  })();
  if (old === text) continue;
  if (check) {
    isStale = true;
    console.error(`${path} is not fresh. Run: npm run manifest`);
  } else writeFileSync(path, text);
}
process.exit(isStale ? 1 : 0);
