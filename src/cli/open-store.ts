import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Crm } from '../app/ports/crm.ts';
import { chance, randomIds } from '../clock-and-ids.ts';
import { crmOf } from '../compose/crm.ts';
import { ConfigError } from '../config/config-error.ts';
import { type Config, readDataverseSettings, readStoreSettings } from '../config.ts';
import { type OpenStores, openStores, STORE_FILES } from '../open-stores.ts';
import { type Arguments, BadInput } from './command.ts';

/** The option that names the store. */
export const STORE_OPTION = { data: { type: 'string' } } as const;

/** The description of the option for `--help`. */
export const STORE_HELP =
  'The store is that of the service: in the database of DATABASE_URL, in INDGANG_DATA (./data), or in the folder of --data. The service may be running.';

/** The address of a command's stores: those of `--data`, or the service's. Throws `BadInput`. */
export function storeOf({ values }: Arguments): Pick<Config, 'data' | 'database'> {
  if (typeof values.data === 'string') return { data: values.data, database: null };
  try {
    return readStoreSettings();
  } catch (error) {
    if (error instanceof ConfigError) throw new BadInput(error.message);
    throw error;
  }
}

/** Works on the service's store, which may be in use. Throws `BadInput` where there is none, and `StoreError`. */
export async function withStore<T>(args: Arguments, work: (store: OpenStores) => Promise<T>): Promise<T> {
  const place = storeOf(args);
  // Opening would create an empty store, as if nothing had ever been logged.
  if (!place.database) needsFile(place.data);
  const stores = await openStores({ ...place, newId: randomIds.id, chance, crm: crmFor(args) });
  try {
    return await work(stores);
  } finally {
    await stores.close();
  }
}

/** Works on the service's store where there is one: null where nothing has been logged yet. Throws as `withStore`. */
export async function withStoreIfAny<T>(
  args: Arguments,
  work: (store: OpenStores) => Promise<T>,
): Promise<T | null> {
  const { data, database } = storeOf(args);
  return database || existsSync(join(data, STORE_FILES.cases)) ? withStore(args, work) : null;
}

/** The service's CRM; for a folder of `--data`, the embedded one in it. Throws `BadInput`. */
function crmFor({ values }: Arguments): Crm | undefined {
  if (typeof values.data === 'string') return undefined;
  try {
    return crmOf({ dataverse: readDataverseSettings() });
  } catch (error) {
    if (error instanceof ConfigError) throw new BadInput(error.message);
    throw error;
  }
}

/** Throws `BadInput` where a data folder has no case store. */
export function needsFile(data: string): void {
  const path = join(data, STORE_FILES.cases);
  if (!existsSync(path))
    throw new BadInput(`${path}: there is no case store (--data or INDGANG_DATA names its folder)`);
}

/** The data folder of a command that works on SQLite's files. Throws `BadInput` where the stores are elsewhere. */
export function folderOf(args: Arguments, instead: string): string {
  const { data, database } = storeOf(args);
  if (database) throw new BadInput(`the stores are in the database of DATABASE_URL: ${instead}`);
  return data;
}
