import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chance, randomIds } from '../clock-and-ids.ts';
import { ConfigError } from '../config/config-error.ts';
import { readDataFolder } from '../config.ts';
import { type OpenStores, openStores, STORE_FILES } from '../open-stores.ts';
import { type Arguments, BadInput } from './command.ts';

/** The option of commands that read the store. */
export const STORE_OPTION = { data: { type: 'string' } } as const;

/** What `--help` says of it. */
export const STORE_HELP =
  'The store is that of the service: in INDGANG_DATA (./data), or in the folder of --data. The service may be running.';

/** Works on the store of the service, which may be running. Throws `BadInput` where there is none, and `StoreError`. */
export async function withStore<T>(args: Arguments, work: (store: OpenStores) => Promise<T>): Promise<T> {
  const data = folderOf(args);
  const path = join(data, STORE_FILES.cases);
  // Opening would make an empty one, and look as if nothing had ever been logged.
  if (!existsSync(path))
    throw new BadInput(`${path}: there is no case store (--data or INDGANG_DATA names its folder)`);
  const stores = await openStores({ data, newId: randomIds.id, chance });
  try {
    return await work(stores);
  } finally {
    await stores.close();
  }
}

/** The data folder: that of `--data`, or of the service. Throws `BadInput`. */
export function folderOf({ values }: Arguments): string {
  if (typeof values.data === 'string') return values.data;
  try {
    return readDataFolder();
  } catch (error) {
    if (error instanceof ConfigError) throw new BadInput(error.message);
    throw error;
  }
}
