import {readdirSync} from 'node:fs';
import {join} from 'node:path';
import {sql} from 'kysely';
import {beforeEach, describe, expect, it} from 'vitest';
import {backupStore} from '../../server/src/store/backup.js';
import {openEngine, openStore} from '../../server/src/store/open-store.js';
import {createSqlStore} from '../../server/src/store/sql/sql-store.js';
import {newestMigration} from '../../server/src/store/sql/migrations.js';
import {source, spaces, monday, tuesday, evaluation, systems, folder} from './support/stores.js';

describe.each(systems)('a database %s', (_name, newUrl, missing) => {
  let own: string;
  beforeEach(async () => {
    if (!missing) own = await newUrl();
  });

  it.skipIf(missing)('is found again with everything in it', async () => {
    const first = await openStore(own);
    await first.replaceSource(source, spaces, monday);
    await first.addEvaluation(evaluation);
    const secret = await first.secret();
    await first.close();
    const second = await openStore(own);
    expect((await second.snapshot()).spaces).toHaveLength(161);
    expect(await second.evaluationByKey('key-1')).toEqual(evaluation);
    expect(await second.secret()).toEqual(secret);
    await second.close();
  });

  it.skipIf(missing)('is opened by several processes at once, one of which makes the tables', async () => {
    const stores = await Promise.all([openStore(own), openStore(own), openStore(own)]);
    const secrets = await Promise.all(stores.map(store => store.secret()));
    expect(new Set(secrets.map(String)).size).toBe(1);
    await Promise.all(stores.map(store => store.close()));
  });

  it.skipIf(missing)('is shared by two, each of which sees what the other wrote', async () => {
    const one = await openStore(own);
    const two = await openStore(own);
    await one.replaceSource(source, spaces, monday);
    await two.replaceSource({name: 'Other'}, [], monday);
    const keys = Array.from({length: 40}, (_, index) => `key-${index}`);
    await Promise.all(keys.map((keyHash, index) => (index % 2 ? one : two).addEvaluation({...evaluation, keyHash})));
    expect(await one.countEvaluations()).toBe(40);
    expect(await one.revision()).toBe(await two.revision());
    expect((await two.snapshot()).spaces).toHaveLength(161);
    await one.close();
    await two.close();
  });

  it.skipIf(missing)('lets two imports of one list take turns', async () => {
    const one = await openStore(own);
    const two = await openStore(own);
    const counts = await Promise.all([one, two].map(store => store.replaceSource(source, spaces, monday)));
    expect(counts.map(({added}) => added).sort((a, b) => a - b)).toEqual([0, 161]);
    expect(await one.revision()).toBe(1);
    await one.close();
    await two.close();
  });

  it.skipIf(missing)('lets two keepers take turns, so that no two spaces are merged into each other', async () => {
    const one = await openStore(own);
    const two = await openStore(own);
    await one.replaceSource(source, spaces.slice(0, 2), monday);
    const [a = '', b = ''] = spaces.map(({id}) => id);
    const refusals = await Promise.all([
      one.merge({id: a, keptId: b}, tuesday),
      two.merge({id: b, keptId: a}, tuesday),
    ]);
    expect(refusals.filter(refusal => refusal === undefined)).toHaveLength(1);
    expect((await two.snapshot()).merges).toHaveLength(1);
    await one.close();
    await two.close();
  });

  it.skipIf(missing)('imports nothing when something fails half way', async () => {
    const store = await openStore(own);
    const broken = {...spaces[5]!, name: null as unknown as string};
    await expect(store.replaceSource(source, [...spaces, ...spaces.slice(10), broken], monday)).rejects.toThrow(
      'Nothing was changed.',
    );
    expect((await store.snapshot()).spaces).toEqual([]);
    expect((await store.snapshot()).sources).toEqual([]);
    expect(await store.revision()).toBe(0);
    await store.close();
  });

  it.skipIf(missing)('is refused when a newer version made it', async () => {
    const engine = await openEngine(own);
    await sql`insert into kysely_migration (name, timestamp) values ('0099-later', '2030')`.execute(engine.db);
    await engine.close();
    const refusal = `The store was made by a newer version (0099-later; this one knows ${newestMigration}). Upgrade, or restore a backup.`;
    await expect(openStore(own)).rejects.toThrow(refusal);
    await expect(backupStore(own, join(folder, 'backup'))).rejects.toThrow(refusal);
    expect(readdirSync(folder).filter(name => name.includes('backup'))).toEqual([]);
  });

  it.skipIf(missing)('is brought up to date from the first version, with the keys that were used then', async () => {
    const engine = await openEngine(own);
    await sql`drop table used_keys`.execute(engine.db);
    await sql`drop table postcodes`.execute(engine.db);
    await sql`drop table merged_spaces`.execute(engine.db);
    await sql`drop index spaces_name`.execute(engine.db);
    for (const table of ['desk_records', 'audit_log', 'spent_tokens'])
      await sql`drop table ${sql.table(table)}`.execute(engine.db);
    for (const index of ['evaluations_service', 'evaluations_words'])
      await sql`drop index ${sql.ref(index)}`.execute(engine.db);
    for (const column of ['standing', 'words_state', 'moderation']) {
      await sql`alter table evaluations drop column ${sql.ref(column)}`.execute(engine.db);
    }
    await sql`delete from kysely_migration where name > '0001-first'`.execute(engine.db);
    await sql`insert into evaluations values ('key-1', 'body-1', 'code-1', 'space-1', '2026-03', ${'{"role":"holder"}'})`.execute(
      engine.db,
    );
    await engine.close();
    const store = await openStore(own);
    expect(await store.addEvaluation(evaluation)).toMatchObject({added: false, kept: {bodyHash: 'body-1'}});
    await store.close();
  });

  it.skipIf(missing)('says that it is locked by another process, once it has waited', async () => {
    const engine = await openEngine(own);
    const failures: unknown[] = [];
    const store = createSqlStore(engine, {onFailure: (...failure) => failures.push(failure), patience: 300});
    const patient = createSqlStore(engine);
    const other = await openEngine(own);
    let release: () => void = () => undefined;
    let locked: () => void = () => undefined;
    const isLocked = new Promise<void>(resolve => (locked = resolve));
    const held = other.db.transaction().execute(async transaction => {
      await sql`update revision set number = number`.execute(transaction);
      locked();
      await new Promise<void>(resolve => (release = resolve));
    });
    await isLocked;
    await expect(store.replaceSource(source, spaces, monday)).rejects.toThrow(
      `The store is open in another process (${engine.name}). Nothing was changed.`,
    );
    expect(failures).toHaveLength(1);
    // Reading goes on meanwhile, and the write succeeds once the other has finished.
    expect((await store.snapshot()).spaces).toEqual([]);
    const later = patient.replaceSource(source, spaces, monday);
    release();
    await held;
    expect(await later).toMatchObject({added: 161});
    await store.close();
    await other.close();
  });
});
