import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEmbeddedCrm } from '../../src/crm/embedded/embedded-crm.ts';
import { openEmbeddedCrm } from '../../src/crm/embedded/open-embedded-crm.ts';
import { migrationsOf } from '../../src/db/migrations.ts';
import { openStore, type StoreAddress } from '../../src/db/open-database.ts';
import { hasPostgres, newPostgresDatabase } from '../support/postgres-database.ts';
import { keepsTheCrmContract } from './contract.ts';
import { crmRecord } from './crm-records.ts';
import { unreliableCrm } from './unreliable-crm.ts';

interface Place {
  readonly address: StoreAddress;
  readonly remove: () => Promise<void>;
}
const inMemory = async (): Promise<Place> => ({ address: { path: ':memory:' }, remove: async () => {} });
const inPostgres = async (): Promise<Place> => {
  const { url, drop } = await newPostgresDatabase();
  return { address: { url }, remove: drop };
};

async function openEmbedded(place: () => Promise<Place> = inMemory) {
  const { address, remove } = await place();
  const store = await openEmbeddedCrm(address);
  let down = false;
  const meets = <T extends object>(executor: T): T =>
    new Proxy(executor, {
      get(target, name) {
        if (down && name === 'getExecutor') throw new Error('database is locked');
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  const met = meets(store);
  return {
    crm: createEmbeddedCrm({ getExecutor: () => met.getExecutor(), reader: meets(store.reader) }),
    takeDown: async () => {
      down = true;
    },
    bringBack: async () => {
      down = false;
    },
    close: async () => {
      await store.destroy();
      await remove();
    },
  };
}

keepsTheCrmContract('embedded', () => openEmbedded());
if (hasPostgres) keepsTheCrmContract('embedded, in PostgreSQL', () => openEmbedded(inPostgres));

describe('the file of the embedded CRM', () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'indgang-crm-'));
    path = join(folder, 'embedded-crm.db');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const tablesIn = () => {
    const file = new DatabaseSync(path);
    const rows = file.prepare("select name from sqlite_master where type = 'table' order by name").all();
    file.close();
    return rows.map(({ name }) => name).filter((name) => !String(name).startsWith('sqlite_'));
  };
  const OWN = ['embedded_crm', 'embedded_crm_migration', 'embedded_crm_migration_lock'];
  const open = async () => {
    const store = await openEmbeddedCrm({ path });
    return { crm: createEmbeddedCrm(store), close: () => store.destroy() };
  };
  /** How 0.1.0 opened the file: with the changes of the case store's schema that it knew. */
  const openEarlier = () =>
    openStore<unknown>({ path }, (dialect) =>
      Object.fromEntries(Object.entries(migrationsOf(dialect)).slice(0, 3)),
    );
  /** The file as it left it: the case store's schema, and the one table of the CRM. */
  const leftBefore = async () => {
    const store = await openEarlier();
    await sql`create table if not exists embedded_crm (case_id text primary key, revision integer not null, cvr text,
      created_at text not null, erased integer not null default 0, record text not null)`.execute(store);
    await createEmbeddedCrm(store).save(crmRecord());
    await store.destroy();
  };

  it('holds the schema of the CRM, and keeps its records when it is opened again', async () => {
    const first = await open();
    await first.crm.save(crmRecord());
    await first.close();
    const second = await open();
    expect(await second.crm.findByCase('K3F9-QTX2')).toEqual(crmRecord());
    await second.close();
    expect(tablesIn()).toEqual(OWN);
  });

  it('loses the empty tables of the case store that earlier versions made in it, and no record', async () => {
    await leftBefore();
    expect(tablesIn()).toContain('cases');
    const { crm, close } = await open();
    expect(await crm.findByCase('K3F9-QTX2')).toEqual(crmRecord());
    await close();
    expect(tablesIn()).toEqual(OWN);
  });

  it('still serves an earlier version, and this one again afterwards', async () => {
    await leftBefore();
    await (await open()).close();
    const earlier = await openEarlier();
    expect(await createEmbeddedCrm(earlier).findByCase('K3F9-QTX2')).toEqual(crmRecord());
    await earlier.destroy();
    const { crm, close } = await open();
    expect(await crm.findByCase('K3F9-QTX2')).toEqual(crmRecord());
    await close();
  });

  it('keeps tables in which something stands', async () => {
    await leftBefore();
    const file = new DatabaseSync(path);
    file.exec("insert into inbox values ('one', '2026-11-20T09:00:00Z')");
    file.close();
    await (await open()).close();
    expect(tablesIn()).toContain('inbox');
  });
});

describe('a CRM that fails as told', () => {
  it('has the record once when the answer was lost and the delivery is repeated', async () => {
    const { crm, close } = await openEmbedded();
    const unreliable = unreliableCrm(crm);
    unreliable.next('down', 'answer-lost', 'rejected');
    await expect(unreliable.save(crmRecord())).rejects.toMatchObject({ code: 'unavailable' });
    expect(await crm.findByCase('K3F9-QTX2')).toBeNull();
    await expect(unreliable.save(crmRecord())).rejects.toMatchObject({ code: 'unavailable' });
    await expect(unreliable.save(crmRecord())).rejects.toMatchObject({ code: 'rejected' });
    await unreliable.save(crmRecord());
    expect(await crm.findByCvr('25313763')).toHaveLength(1);
    expect(unreliable.saves.map((save) => save.reached)).toEqual([false, true, false, true]);
    await close();
  });

  it('is down for every call until told otherwise', async () => {
    const { crm, close } = await openEmbedded();
    const unreliable = unreliableCrm(crm);
    unreliable.down(true);
    await expect(unreliable.findByCase('K3F9-QTX2')).rejects.toMatchObject({ code: 'unavailable' });
    await expect(unreliable.erase('K3F9-QTX2')).rejects.toMatchObject({ code: 'unavailable' });
    unreliable.down(false);
    expect(await unreliable.findByCvr('25313763')).toEqual([]);
    await close();
  });
});
