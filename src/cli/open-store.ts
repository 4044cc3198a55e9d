import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Crm, UnitOfWork } from '../app/ports.ts';
import { randomIds } from '../clock-and-ids.ts';
import { ConfigError, readDataFolder } from '../config.ts';
import { createEmbeddedCrm, migrateEmbeddedCrm } from '../crm/embedded/embedded-crm.ts';
import { openDatabase } from '../db/open-database.ts';
import { createUnitOfWork } from '../db/unit-of-work.ts';
import { type Arguments, BadInput } from './command.ts';

/** The option of commands that read the store. */
export const STORE_OPTION = { data: { type: 'string' } } as const;

/** What `--help` says of it. */
export const STORE_HELP =
  'The store is that of the service: in INDGANG_DATA (./data), or in the folder of --data. The service may be running.';

/** The case store and the CRM, as the service has them. */
export interface Store {
  readonly unitOfWork: UnitOfWork;
  readonly crm: Crm;
}

/** Works on the store of the service, which may be running. Throws `BadInput` where there is none. */
export async function withStore<T>(args: Arguments, work: (store: Store) => Promise<T>): Promise<T> {
  const data = folderOf(args);
  const path = join(data, 'indgang.db');
  // Opening would make an empty one, and look as if nothing had ever been logged.
  if (!existsSync(path))
    throw new BadInput(`${path}: there is no case store (--data or INDGANG_DATA names its folder)`);
  const database = await openDatabase({ path });
  const crmDatabase = await openDatabase({ path: join(data, 'embedded-crm.db') });
  try {
    await migrateEmbeddedCrm(crmDatabase);
    return await work({
      unitOfWork: createUnitOfWork(database, randomIds.id),
      crm: createEmbeddedCrm(crmDatabase),
    });
  } finally {
    await database.destroy();
    await crmDatabase.destroy();
  }
}

function folderOf({ values }: Arguments): string {
  if (typeof values.data === 'string') return values.data;
  try {
    return readDataFolder();
  } catch (error) {
    if (error instanceof ConfigError) throw new BadInput(error.message);
    throw error;
  }
}
