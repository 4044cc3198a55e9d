import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Migrator } from 'kysely/migration';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Case } from '../../src/core/case/case.ts';
import { migrationsOf } from '../../src/db/migrations.ts';
import {
  type Database,
  isUpToDate,
  openDatabase,
  type StoreAddress,
  schemaState,
  storeAt,
} from '../../src/db/open-database.ts';
import type { Schema } from '../../src/db/schema.ts';
import { SqliteStore } from '../../src/db/sqlite.ts';
import { SQLITE_SQL } from '../../src/db/sqlite-sql.ts';
import { createUnitOfWork } from '../../src/db/unit-of-work.ts';
import { brokenBy, LATER_CHANGE } from '../support/later-version.ts';
import { hasPostgres, newPostgresDatabase } from '../support/postgres-database.ts';
import { DATABASES } from './databases.ts';
import { at, CARD, caseOf, entryOf } from './sample-rows.ts';

const MIGRATIONS = migrationsOf(SQLITE_SQL);

/** A store outlives the process and the version that made it. */

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'indgang-store-'));
  path = join(folder, 'deep', 'indgang.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Where a store is made by an earlier version and opened by this one. */
const PLACES: readonly {
  readonly name: string;
  readonly make: () => Promise<{ readonly address: StoreAddress; readonly remove: () => Promise<void> }>;
}[] = [
  { name: 'a file of SQLite', make: async () => ({ address: { path }, remove: async () => {} }) },
  ...(hasPostgres
    ? [
        {
          name: 'PostgreSQL',
          async make() {
            const { url, drop } = await newPostgresDatabase('template template0');
            return { address: { url }, remove: drop };
          },
        },
      ]
    : []),
];

/** The store as a version left it that knew these changes of the schema. */
async function madeBy(names: readonly string[], address: StoreAddress = { path }): Promise<Database> {
  const database = storeAt<Schema>(address);
  const changes = migrationsOf(database.sql);
  const known = Object.fromEntries(names.map((name) => [name, changes[name] ?? { up: async () => {} }]));
  const migrator = new Migrator({ db: database, provider: { getMigrations: async () => known } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
  return database;
}

const namesOf = async (database: Database) =>
  (await database.introspection.getTables()).map(({ name }) => name).sort();

async function fill(database: Database): Promise<void> {
  let named = 0;
  await createUnitOfWork(database, () => `row ${++named}`).run(async (stores) => {
    await stores.cases.insert(caseOf('K1'), at(0));
    await stores.history.append([entryOf('K1', 1)]);
    await stores.outbox.add('K1', [CARD], at(0));
  });
}
const keptIn = (database: Database) =>
  createUnitOfWork(database, () => 'row').run(async (stores) => ({
    kase: await stores.cases.get('K1'),
    lines: (await stores.history.of('K1')).length,
  }));

describe.each(DATABASES)('a store in $name', ({ open }) => {
  it('is up to date once it is open, and answers no more once it is closed', async () => {
    const { database, close } = await open();
    expect(isUpToDate(await schemaState(database))).toBe(true);
    await close();
    await expect(schemaState(database)).rejects.toThrow();
  });

  it('that outlives the process has everything when it is opened again', async () => {
    const { database, reopen, close } = await open();
    await fill(database);
    if (reopen) expect(await keptIn(await reopen())).toEqual({ kase: caseOf('K1'), lines: 1 });
    else expect(await keptIn(database)).toMatchObject({ lines: 1 });
    await close();
  });
});

describe.each(PLACES)('a store in $name', ({ make }) => {
  it.each(Object.keys(MIGRATIONS).map((_, count) => count + 1))(
    'that a version left with %i changes of the schema is brought up to date with what is in it',
    async (count) => {
      const fresh = await openDatabase({ path: ':memory:' });
      const expected = await namesOf(fresh);
      await fresh.destroy();
      const { address, remove } = await make();
      const old = await madeBy(Object.keys(MIGRATIONS).slice(0, count), address);
      await fill(old);
      await old.destroy();
      const database = await openDatabase(address);
      expect(await namesOf(database)).toEqual(expected);
      expect(await keptIn(database)).toEqual({ kase: caseOf('K1'), lines: 1 });
      await database.destroy();
      await remove();
    },
  );

  it('whose cases have no key of their company gives each company one, and keeps those of erased cases', async () => {
    const { address, remove } = await make();
    const names = Object.keys(MIGRATIONS);
    const old = await madeBy(names.slice(0, names.indexOf('2026-11-29-keys-of-companies')), address);
    const { companyKey: _, ...example } = caseOf('K1');
    const { cvr: __, ...nameless } = example.values;
    const hansen = { values: { ...nameless, cvr: '25313763' } };
    const erased = { values: nameless, erasedAt: at(1), countedAs: 'as-one' };
    const cases: readonly Record<string, unknown>[] = [
      hansen,
      hansen,
      { values: { ...nameless, cvr: '10150817' } },
      { values: nameless },
      erased,
      erased,
    ];
    await createUnitOfWork(old, () => 'row').run(async (stores) => {
      for (const [place, more] of cases.entries()) {
        const id = `K${place}`;
        await stores.cases.insert({ ...example, ...more, id, draftId: id } as Case, null);
      }
    });
    await old.destroy();
    const database = await openDatabase(address);
    const kept = await createUnitOfWork(database, () => 'row').run((stores) => stores.cases.page('', 10));
    const keys = kept.map(({ companyKey }) => companyKey);
    expect(keys.slice(3)).toEqual([undefined, 'as-one', 'as-one']);
    expect([keys[0] === keys[1], new Set(keys.slice(0, 3)).size]).toEqual([true, 2]);
    expect(keys[0]).not.toContain('25313763');
    expect(keys.slice(0, 3)).not.toContain(undefined);
    expect(kept[3]).toEqual({ ...example, values: nameless, id: 'K3', draftId: 'K3' });
    await database.destroy();
    await remove();
  });

  it('that a later version has only added to is worked on, so that an update can be taken back', async () => {
    const { address, remove } = await make();
    const later = await madeBy([...Object.keys(MIGRATIONS), LATER_CHANGE], address);
    await fill(later);
    await later.destroy();
    const database = await openDatabase(address);
    expect(await keptIn(database)).toEqual({ kase: caseOf('K1'), lines: 1 });
    await database.destroy();
    await remove();
  });

  it('that lacks a change of this version, and has one of another branch, is not touched', async () => {
    const { address, remove } = await make();
    await (await madeBy([...Object.keys(MIGRATIONS).slice(0, 3), LATER_CHANGE], address)).destroy();
    await expect(openDatabase(address)).rejects.toMatchObject({ code: 'newer' });
    await remove();
  });
});

describe('a store on disk', () => {
  it('that a later version has changed so that this one cannot work with it is not touched', async () => {
    const later = await madeBy(Object.keys(MIGRATIONS));
    await later.destroy();
    const file = new DatabaseSync(path);
    file.exec(brokenBy());
    file.close();
    await expect(openDatabase({ path })).rejects.toMatchObject({ name: 'StoreError', code: 'newer' });
    await expect(openDatabase({ path })).rejects.toThrow(
      `${path}: a later version has made the change "${LATER_CHANGE}"`,
    );
  });

  it('whose change fails half-way is as it was before', async () => {
    // A table of that name stands in the way of the first change, after it has made others.
    const database = new SqliteStore<Schema>(path);
    await database.schema.createTable('examples').addColumn('mine', 'text').execute();
    await database.destroy();
    await expect(openDatabase({ path })).rejects.toThrow('could not be brought up to date');
    const left = new SqliteStore<Schema>(path);
    expect((await namesOf(left)).filter((name) => !name.startsWith('kysely'))).toEqual(['examples']);
    await left.destroy();
  });

  it('that is no store at all is refused', async () => {
    const file = join(folder, 'notes.txt');
    const words = 'Ring til Hansen VVS. '.repeat(200);
    writeFileSync(file, words);
    await expect(openDatabase({ path: file })).rejects.toMatchObject({ name: 'StoreError', code: 'corrupt' });
    expect(readFileSync(file, 'utf8')).toBe(words);
  });

  it('is made once by processes that start at the same moment', async () => {
    const source = new URL('../../src/db/open-database.ts', import.meta.url).href;
    const script = `
      const { openDatabase } = await import(${JSON.stringify(source)});
      process.stdout.write('ready');
      process.stdin.once('data', async () => {
        const database = await openDatabase({ path: ${JSON.stringify(path)} });
        await database.destroy();
        process.exit(0);
      });`;
    const starting = Array.from({ length: 4 }, () =>
      spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['pipe', 'pipe', 'inherit'] }),
    );
    const ended = starting.map((one) => once(one, 'exit'));
    await Promise.all(starting.map((one) => once(one.stdout, 'data')));
    for (const one of starting) one.stdin.write('go');
    expect((await Promise.all(ended)).map(([code]) => code)).toEqual([0, 0, 0, 0]);
    const database = await openDatabase({ path });
    expect(isUpToDate(await schemaState(database))).toBe(true);
    await database.destroy();
  });
});
