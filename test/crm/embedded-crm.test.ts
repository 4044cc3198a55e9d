import { DatabaseSync } from 'node:sqlite';
import { Kysely, SqliteDialect } from 'kysely';
import { describe, expect, it } from 'vitest';
import { createEmbeddedCrm, migrateEmbeddedCrm } from '../../src/crm/embedded/embedded-crm.ts';
import { keepsTheCrmContract } from './contract.ts';
import { crmRecord } from './crm-records.ts';
import { unreliableCrm } from './unreliable-crm.ts';

async function openEmbedded() {
  const file = new DatabaseSync(':memory:');
  let down = false;
  const database = new Kysely({
    dialect: new SqliteDialect({
      database: {
        close: () => file.close(),
        prepare(text) {
          if (down) throw new Error('database is locked');
          const statement = file.prepare(text);
          const values = (parameters: readonly unknown[]) =>
            parameters.map((one) => (typeof one === 'number' || one === null ? one : String(one)));
          return {
            reader: statement.columns().length > 0,
            all: (parameters) => statement.all(...values(parameters)),
            run: (parameters) => statement.run(...values(parameters)),
            iterate: (parameters) => statement.iterate(...values(parameters)),
          };
        },
      },
    }),
  });
  await migrateEmbeddedCrm(database);
  return {
    crm: createEmbeddedCrm(database),
    migrateAgain: () => migrateEmbeddedCrm(database),
    takeDown: async () => {
      down = true;
    },
    bringBack: async () => {
      down = false;
    },
    close: () => database.destroy(),
  };
}

keepsTheCrmContract('embedded', openEmbedded);

describe('the embedded CRM', () => {
  it('keeps its records when its migration runs again', async () => {
    const { crm, migrateAgain, close } = await openEmbedded();
    await crm.create(crmRecord());
    await migrateAgain();
    expect(await crm.findByCase('K3F9-QTX2')).toEqual(crmRecord());
    await close();
  });
});

describe('a CRM that fails as told', () => {
  it('has the record once when the answer was lost and the delivery is repeated', async () => {
    const { crm, close } = await openEmbedded();
    const unreliable = unreliableCrm(crm);
    unreliable.next('down', 'answer-lost', 'rejected');
    await expect(unreliable.create(crmRecord())).rejects.toMatchObject({ code: 'unavailable' });
    expect(await crm.findByCase('K3F9-QTX2')).toBeNull();
    await expect(unreliable.create(crmRecord())).rejects.toMatchObject({ code: 'unavailable' });
    await expect(unreliable.create(crmRecord())).rejects.toMatchObject({ code: 'rejected' });
    await unreliable.create(crmRecord());
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
