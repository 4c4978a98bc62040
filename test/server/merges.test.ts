/** Two spaces that a keeper said are one: what readers see, what is kept, and what the program says. */
import {execFile} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {readAreaFile, readAreaIndex, readDetailsFile} from '@held-spaces/domain/read-files';
import {formVersion} from '@held-spaces/domain/evaluation';
import type {Space} from '@held-spaces/domain/space';
import {build} from 'esbuild';
import {afterAll, beforeAll, beforeEach, describe, expect, it} from 'vitest';
import {createApp} from '../../server/src/app.js';
import {keepFirst} from '../../server/src/import/duplicates.js';
import type {StoredEvaluation} from '../../server/src/store/store.js';
import {directory, sampleFile, samplePath, today} from './support/directory.js';

const organizations = sampleFile.spaces.map(({organization}) => organization?.id);
/** Of the two, the other is the only space of its organisation. */
const other = sampleFile.spaces.find(
  ({organization, location}) =>
    location?.point && organization && organizations.filter(id => id === organization.id).length === 1,
)!;
const kept = sampleFile.spaces.find(({id, location}) => location?.point && id !== other.id)!;
const merge = {id: other.id, keptId: kept.id};

describe('a directory in which two spaces were merged', () => {
  let own: ReturnType<typeof directory>;
  let rows: StoredEvaluation[];
  beforeEach(async () => {
    own = directory();
    rows = [];
    const {addEvaluation} = own.store;
    const app = createApp(
      {
        ...own.store,
        addEvaluation: async row => {
          rows.push(row);
          return addEvaluation(row);
        },
      },
      {now: () => today},
    );
    own = {
      ...own,
      app,
      get: (path, headers = {}) => app.request(path, {headers}),
      json: async <T>(path: string) => (await (await app.request(path)).json()) as T,
    };
  });

  interface List {
    readonly total_items: number;
    readonly contents: readonly {readonly id: string}[];
  }
  const ids = async (path: string) => (await own.json<List>(path)).contents.map(({id}) => id);
  const inFiles = async () => {
    const index = readAreaIndex(await own.json('/held/areas'));
    const entries = new Map([...index.areas, index.anywhere].map(entry => [entry.href, entry]));
    const found: string[] = [];
    for (const {href, detailsHref} of entries.values()) {
      const cards = readAreaFile(await own.json(`/held/${href}`)).spaces.map(({id}) => id);
      const {details} = readDetailsFile(await own.json(`/held/${detailsHref}`));
      expect(Object.keys(details)).toEqual(cards);
      found.push(...cards);
    }
    return found;
  };
  const send = async (serviceId: string) =>
    own.app.request('/held/evaluations', {
      method: 'POST',
      headers: {'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID()},
      body: JSON.stringify({
        formVersion,
        serviceId,
        role: 'experiencer',
        answers: {'time.heard': 'yes-mostly'},
        stages: ['threshold'],
        consent: true,
        ...(await own.pass()),
      }),
    });

  it('lists the one that was kept, and finds the other nowhere until that is taken back', async () => {
    const words = encodeURIComponent(other.name);
    const point = other.location?.point;
    const near = `/services?held_lat=${point?.latitude}&held_lon=${point?.longitude}&proximity=2000&per_page=500`;
    const lists = ['/services?per_page=500', '/services?minimal=true', `/services?search=${words}&per_page=500`, near];
    const before = await own.json<List>('/services');
    for (const path of lists) expect(await ids(path)).toContain(other.id);
    expect(await inFiles()).toContain(other.id);
    const index = (await own.get('/held/areas')).headers.get('ETag');

    await own.store.merge(merge, today);
    expect((await own.json<List>('/services')).total_items).toBe(before.total_items - 1);
    for (const path of lists) expect(await ids(path)).not.toContain(other.id);
    expect(await ids('/services?per_page=500')).toContain(kept.id);
    const files = await inFiles();
    expect(files).not.toContain(other.id);
    expect(files).toContain(kept.id);
    expect((await own.get('/held/areas')).headers.get('ETag')).not.toBe(index);
    expect(await ids('/organizations?per_page=500')).not.toContain(other.organization?.id);

    await own.store.unmerge(other.id, today);
    for (const path of lists) expect(await ids(path)).toContain(other.id);
    expect(await own.json(`/services/${other.id}`)).toMatchObject({id: other.id});
  });

  it('opens the one that was kept, under its own id, from a link to the other', async () => {
    await own.store.merge(merge, today);
    const response = await own.get(`/services/${other.id.toUpperCase()}`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(await own.json(`/services/${kept.id}`));
    expect(await own.json(`/services/${other.id}`)).toMatchObject({id: kept.id, name: kept.name});
  });

  it('keeps what is said of the other as said of the one that was kept, and leaves what was said before', async () => {
    expect((await send(other.id)).status).toBe(201);
    await own.store.merge(merge, today);
    expect((await send(other.id)).status).toBe(201);
    expect((await send(kept.id)).status).toBe(201);
    expect(rows.map(({serviceId}) => serviceId)).toEqual([other.id, kept.id, kept.id]);
  });

  it('stays so at the next import, and lists the other again while the kept one is away', async () => {
    await own.store.merge(merge, today);
    const {source, spaces} = sampleFile;
    const renamed = spaces.map(space => (space.id === other.id ? {...space, name: 'Another name'} : space));
    await own.store.replaceSource(source, renamed, today);
    expect(await ids('/services?per_page=500')).not.toContain(other.id);
    const without = renamed.filter(({id}) => id !== kept.id);
    await own.store.replaceSource(source, without, today);
    expect(await ids('/services?per_page=500')).toContain(other.id);
    expect(await own.json(`/services/${other.id}`)).toMatchObject({id: other.id, name: 'Another name'});
    await own.store.replaceSource(source, spaces, today);
    expect(await ids('/services?per_page=500')).not.toContain(other.id);
    // A link to the other still leads somewhere once its source no longer has it.
    await own.store.replaceSource(
      source,
      spaces.filter(({id}) => id !== other.id),
      today,
    );
    expect(await own.json(`/services/${other.id}`)).toMatchObject({id: kept.id});
  });
});

describe('the proposal of which of two to keep', () => {
  const space = (id: string, checked?: string) =>
    ({...kept, id, provenance: {source: id, ...(checked !== undefined && {checked})}}) satisfies Space;
  const proposed = (pair: readonly [Space, Space], ...ids: string[]) => keepFirst(pair, new Set(ids)).map(({id}) => id);

  it('is the one that stands for others already, or else was checked last', () => {
    expect(proposed([space('a', '2026-01-01'), space('b', '2026-02-01')])).toEqual(['b', 'a']);
    expect(proposed([space('a', '2026-01-01'), space('b', '2026-02-01')], 'a')).toEqual(['a', 'b']);
    expect(proposed([space('a'), space('b', '2020-01-01')])).toEqual(['b', 'a']);
    expect(proposed([space('a'), space('b')])).toEqual(['a', 'b']);
  });
});

describe('the program', () => {
  /** A build of its own, two folders below the repository as the program expects. */
  const program = resolve('node_modules/.held-merge-test/main.js');
  let folder: string;
  const run = (...args: string[]) =>
    new Promise<{code: number; out: string; error: string}>(done => {
      const env = {PATH: process.env['PATH'], HELD_DATABASE_URL: `file:${join(folder, 'held.sqlite')}`};
      execFile(process.execPath, [program, ...args], {env}, (failure, out, error) => {
        done({code: failure ? Number(failure.code) : 0, out, error: error.trim()});
      });
    });

  beforeAll(async () => {
    const {dependencies} = JSON.parse(readFileSync('server/package.json', 'utf8')) as {dependencies: object};
    await build({
      entryPoints: ['server/src/main.ts'],
      outfile: program,
      bundle: true,
      format: 'esm',
      platform: 'node',
      external: Object.keys(dependencies).flatMap(name => [name, `${name}/*`]),
      logLevel: 'error',
    });
    folder = mkdtempSync(join(tmpdir(), 'held-merge-'));
    await run('import', samplePath);
    // The same list by somebody else: every space is there twice.
    writeFileSync(join(folder, 'twice.json'), readFileSync(samplePath));
    expect((await run('import', join(folder, 'twice.json'), '--source', 'Twice')).code).toBe(0);
  });
  afterAll(() => {
    rmSync(folder, {recursive: true, force: true});
    rmSync(resolve('node_modules/.held-merge-test'), {recursive: true, force: true});
  });

  const lines = async () => {
    const {out} = await run('duplicates');
    return out.match(/^ {4}held-directory merge \S+ \S+$/gm) ?? [];
  };
  const argsOf = (line: string) => line.trim().split(' ').slice(2);

  it('merges by the line that it printed, once, and takes that back', async () => {
    const before = await lines();
    expect(before.length).toBeGreaterThan(40);
    const [keep = '', away = ''] = argsOf(before[0] ?? '');
    const merged = new RegExp(`^Would merge: .+ \\(${away}, .+\\) into .+ \\(${keep}, .+\\)\\.\\n$`);
    const dry = await run('merge', keep, away, '--dry-run');
    expect(dry).toMatchObject({code: 0, error: '', out: expect.stringMatching(merged) as string});
    expect(await lines()).toEqual(before);

    const done = await run('merge', keep.toUpperCase(), away);
    expect(done).toMatchObject({code: 0, error: '', out: dry.out.replace('Would merge', 'Merged')});
    const after = await lines();
    expect(after.filter(line => line.includes(away))).toEqual([]);
    expect(after.length).toBeLessThan(before.length);
    await run('import', join(folder, 'twice.json'), '--source', 'Twice');
    expect(await lines()).toEqual(after);

    const third = argsOf(after[0] ?? '')[0] ?? '';
    const refusals: [args: string[], says: string][] = [
      [[keep, away], `${away} is merged already. Nothing was changed. Take that back first: unmerge ${away}.`],
      [
        [away, third],
        `${away} is itself merged into another. Nothing was changed. Keep that other, or take it back: unmerge ${away}.`,
      ],
      [
        [third, keep],
        `${keep} stands for another space that was merged into it. Nothing was changed. Keep ${keep}, or unmerge that first.`,
      ],
    ];
    for (const [args, says] of refusals) {
      for (const options of [[], ['--dry-run']]) {
        expect(await run('merge', ...args, ...options)).toEqual({code: 1, out: '', error: says});
      }
    }
    const back = await run('unmerge', away);
    expect(back).toMatchObject({
      code: 0,
      error: '',
      out: expect.stringMatching(/^Unmerged: .+ from .+\.\n$/) as string,
    });
    expect(await lines()).toEqual(before);
    expect(await run('unmerge', away)).toEqual({
      code: 1,
      out: '',
      error: `${away} is not merged. Nothing was changed.`,
    });
  });

  it.each([
    [['merge', other.id, 'nobody'], 'There is no space nobody. Nothing was changed.'],
    [['merge', 'nobody', other.id], 'There is no space nobody. Nothing was changed.'],
    [['merge', other.id, other.id], `${other.id} cannot be merged into itself. Nothing was changed.`],
    [['merge', other.id], 'held-directory merge: KEEP_ID and OTHER_ID expected. See held-directory help.'],
    [['unmerge'], 'held-directory unmerge: OTHER_ID expected. See held-directory help.'],
  ])('does not take %j', async (args, says) => {
    expect(await run(...args)).toEqual({code: 1, out: '', error: says});
  });

  it('says that unmerge has no dry run', async () => {
    const {code, error} = await run('unmerge', other.id, '--dry-run');
    expect(code).toBe(1);
    expect(error).toMatch(/^held-directory unmerge: Unknown option '--dry-run'.*See held-directory help\.$/);
  });
});
