import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { chance } from '../clock-and-ids.ts';
import { ConfigError } from '../config/config-error.ts';
import { readStoreSettings } from '../config.ts';
import { EMBEDDED_CRM_NOTED_IN, embeddedCrmMigrationsOf } from '../crm/embedded/open-embedded-crm.ts';
import { takeFolder } from '../db/folder-lock.ts';
import { migrationsOf } from '../db/migrations.ts';
import { installsIn, isServed, replaceInstalls } from '../db/move/ends.ts';
import { type MovedStores, moveStores } from '../db/move/move-store.ts';
import type { MovedRows } from '../db/move/move-tables.ts';
import { openStore } from '../db/open-database.ts';
import { STORE_FILES } from '../open-stores.ts';
import { SLACK_FILE } from './backup-archive.ts';
import { BadInput, type CliCommand, type World } from './command.ts';

/** `indgang store migrate`: moves the stores from SQLite to PostgreSQL, or back. */
export const command: CliCommand = {
  usage: 'indgang store migrate --from PLACE --to PLACE [--json]',
  help: `Moves the case store, the embedded CRM and the Slack installations to another place. A PLACE is a data folder (SQLite), the
address of a PostgreSQL database, or the word DATABASE_URL for the one that the environment names, so that no password
stands on the command line. Stop the service first: a folder that it works in is refused. Tables are counted, copied a page
at a time and compared in the end; a move that was stopped goes on when the command is given again. From the beginning
until the end no service opens the target, and afterwards none opens the source, which is left as it is. The journal of
erasures stays in INDGANG_DATA: keep that setting.`,
  options: { from: { type: 'string' }, to: { type: 'string' } },
  positionals: 0,
  async run({ values }, world) {
    const [from, to] = [placeOf(values.from, '--from'), placeOf(values.to, '--to')];
    if (from.place === to.place) throw new BadInput('--from and --to are the same place');
    if (from.kind === 'folder' && !existsSync(join(from.place, STORE_FILES.cases)))
      throw new BadInput(`${from.place}: there is no case store to move`);
    const releases = [from, to].flatMap(({ kind, place }) => (kind === 'folder' ? [takeFolder(place)] : []));
    const opened: MovedStores[] = [];
    try {
      for (const place of [from, to]) opened.push(await open(place));
      const [source, target] = opened;
      if (!source || !target) throw new Error('Two places were opened');
      if (from.kind === 'database' && (await isServed(source.cases)))
        throw new BadInput(`${source.cases.name}: the service works with this store; stop it first`);
      if (from.kind === 'folder') await readInstalls(source, join(from.place, SLACK_FILE));
      const isJson = values.json === true;
      const moved = await moveStores(
        source,
        target,
        world.now(),
        (rows) => isJson || tell(world, rows),
        async () => {
          if (to.kind === 'folder') await writeInstalls(target, join(to.place, SLACK_FILE));
        },
      );
      if (isJson)
        world.out(JSON.stringify({ from: source.cases.name, to: target.cases.name, tables: moved }));
      else world.out(`moved and compared: ${source.cases.name} is now ${target.cases.name}`);
      return 0;
    } finally {
      for (const { cases, crm } of opened) {
        await cases.destroy();
        await crm?.destroy();
      }
      for (const release of releases) release();
    }
  },
};

interface StorePlace {
  readonly kind: 'folder' | 'database';
  readonly place: string;
}

function placeOf(given: string | boolean | undefined, option: string): StorePlace {
  if (typeof given !== 'string' || given === '')
    throw new BadInput(
      `${option}: a data folder, the address of a PostgreSQL database, or DATABASE_URL is needed`,
    );
  if (/^postgres(ql)?:\/\//.test(given)) {
    if (!URL.canParse(given))
      throw new BadInput(`${option} must be an address such as postgres://user@host:5432/indgang`);
    return { kind: 'database', place: given };
  }
  if (given !== 'DATABASE_URL') return { kind: 'folder', place: given };
  try {
    const { database } = readStoreSettings();
    if (database) return { kind: 'database', place: database.url };
  } catch (error) {
    if (error instanceof ConfigError) throw new BadInput(error.message);
    throw error;
  }
  throw new BadInput(`${option} says DATABASE_URL, which is not set`);
}

/** Opens a store despite the mark of a move, which refuses every other way of opening. */
async function open({ kind, place }: StorePlace): Promise<MovedStores> {
  const at = (file: string) => (kind === 'database' ? { url: place } : { path: join(place, file), chance });
  const cases = await openStore<unknown>(at(STORE_FILES.cases), migrationsOf);
  try {
    const crm = await openStore<unknown>(at(STORE_FILES.crm), embeddedCrmMigrationsOf, EMBEDDED_CRM_NOTED_IN);
    return { cases, crm };
  } catch (error) {
    await cases.destroy();
    throw error;
  }
}

function tell(world: World, { table, rows, written }: MovedRows): void {
  world.out(`${table.padEnd(15)} ${String(rows).padStart(8)} rows, ${written} written`);
}

const installsShape = z.array(z.looseObject({ team: z.string().min(1) }));

/** Copies the installations of a folder's file into its store, so that they move with the rest. */
async function readInstalls({ cases }: MovedStores, file: string): Promise<void> {
  if (!existsSync(file)) return;
  const parsed = installsShape.safeParse(parseJson(readFileSync(file, 'utf8')));
  if (!parsed.success) throw new BadInput(`${file}: cannot be read as Slack installations`);
  const documents = parsed.data.map((install) => ({ team: install.team, document: JSON.stringify(install) }));
  await replaceInstalls(cases, documents);
}

/** Writes a store's installations into the file where a service on SQLite keeps them. */
async function writeInstalls({ cases }: MovedStores, file: string): Promise<void> {
  const documents = await installsIn(cases);
  if (documents.length === 0) return;
  const installs = documents.map(parseJson);
  writeFileSync(file, JSON.stringify(installs, null, 1), { mode: 0o600 });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
