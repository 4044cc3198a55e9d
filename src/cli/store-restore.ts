import { copyFileSync, existsSync, linkSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { replayErasures } from '../app/replay-erasures.ts';
import { createDanishCalendar } from '../calendar/danish-calendar.ts';
import { chance, randomIds } from '../clock-and-ids.ts';
import type { DatabaseConfig } from '../config.ts';
import { crmStateOf } from '../crm/embedded/check-embedded-crm.ts';
import { isWhole, leaveWriteAheadLog } from '../db/copy-store.ts';
import { createErasureJournal, JOURNAL_FILES, syncFolder } from '../db/erasure-journal.ts';
import { takeFolder } from '../db/folder-lock.ts';
import { endLeases, noteCrmRevisions, putNoticesAside } from '../db/restored-store.ts';
import { StoreError } from '../db/store-error.ts';
import { type OpenStores, openStores, STORE_FILES } from '../open-stores.ts';
import { readArchive, SLACK_FILE } from './backup-archive.ts';
import { BadInput, type CliCommand } from './command.ts';
import { STORE_OPTION, storeOf } from './open-store.ts';

/** Folders in the data folder: for preparing the restored files, and for keeping the files that they replace. */
const READY = 'restoring';
const BEFORE = 'before-restore';

/** The result of bringing a restored store up to date. */
interface Settled {
  readonly cases: number;
  readonly erasuresReplayed: number;
  readonly noticesPutAside: number;
  readonly crmBehind: number;
}

/** The result of a restore. `from` is the moment of the backup. */
interface Restored extends Settled {
  readonly from: string;
}

/** `indgang store restore`: replaces the store by a backup. */
export const command: CliCommand = {
  usage: 'indgang store restore [FILE] [--data DIR] [--json]',
  help: `Puts the backup FILE in place of the store in INDGANG_DATA (./data), or in the folder of --data; the service must be
stopped. What was erased after the backup is erased again, from the journal of erasures in that folder and from the one in
the backup. What happened after the backup is not in it: cases logged since are gone, and cards in chats show what the
service no longer knows; whoever clicks one gets the case as it now is. Notices that waited in the backup are not sent
again but stand in "sager ikke nået frem"; cards and CRM records are. The files that were there before are kept in the
folder before-restore, until the next restore: delete them when all is well, since nothing is erased there. In PostgreSQL
pg_restore puts a dump back; this command without FILE then does the rest: it erases again and puts notices aside.`,
  options: STORE_OPTION,
  positionals: 1,
  async run(args, world) {
    const { data, database } = storeOf(args);
    const [file] = args.positionals;
    if (database) {
      if (file !== undefined)
        throw new BadInput(
          `${file}: pg_restore puts a dump back into the database of DATABASE_URL; then give this command without FILE`,
        );
      const settled = await settleDatabase(data, database, world.now());
      world.out(args.values.json === true ? JSON.stringify(settled) : settledWords(settled).join('\n'));
      return 0;
    }
    if (file === undefined) throw new BadInput('FILE: the backup to restore is needed');
    if (!existsSync(file)) throw new BadInput(`${file}: there is no such file`);
    const release = takeFolder(data);
    const ready = join(data, READY);
    try {
      rmSync(ready, { recursive: true, force: true });
      mkdirSync(ready, { recursive: true, mode: 0o700 });
      const manifest = await readArchive(file, ready);
      for (const name of Object.values(STORE_FILES)) {
        if (existsSync(join(ready, name)) && !isWhole(join(ready, name)))
          throw new BadInput(`${file}: ${name} in it is damaged`);
      }
      const restored = await makeReady(data, ready, manifest.at, world.now());
      putInPlace(data, ready);
      world.out(args.values.json === true ? JSON.stringify(restored) : sentenceOf(restored, data));
      return 0;
    } finally {
      rmSync(ready, { recursive: true, force: true });
      release();
    }
  },
};

function sentenceOf(restored: Restored, data: string): string {
  return [
    `restored: the store as it was at ${restored.from}, with ${restored.cases} cases`,
    ...settledWords(restored),
    `the files that were there before: ${join(data, BEFORE)}`,
  ].join('\n');
}

function settledWords({ erasuresReplayed, noticesPutAside, crmBehind }: Settled): readonly string[] {
  return [
    `erased again: what ${erasuresReplayed} erasures after the backup took`,
    `notices that may have been sent, now in "sager ikke nået frem": ${noticesPutAside}`,
    `cases that the CRM is told of again: ${crmBehind}`,
  ];
}

/** Migrates the restored copy beside the store, so that a failure leaves the store unchanged. */
async function makeReady(data: string, ready: string, from: string, now: string): Promise<Restored> {
  const journalFiles = Object.values(JOURNAL_FILES);
  // A machine without a journal continues with the backup's, including its key.
  if (!journalFiles.some((name) => existsSync(join(data, name)))) {
    for (const name of journalFiles.toReversed())
      if (existsSync(join(ready, name))) copyFileSync(join(ready, name), join(data, name));
  }
  const own = createErasureJournal(data, randomIds.id);
  const stores = await openStores({ data: ready, newId: randomIds.id, chance });
  try {
    const theirs = stores.journal?.read().erasures ?? [];
    own.merge(theirs);
    // The backup's erasures first, with the key under which they were written.
    const fromBackup = stores.journal ? [{ erasures: theirs, fingerprint: stores.journal.fingerprint }] : [];
    const { erasures } = own.read();
    const journals = [...fromBackup, { erasures, fingerprint: own.fingerprint }];
    return { from, ...(await settle(stores, journals, now)) };
  } finally {
    await stores.close();
  }
}

/** Brings a database filled by pg_restore up to date, as `makeReady` does for files. */
async function settleDatabase(data: string, database: DatabaseConfig, now: string): Promise<Settled> {
  const stores = await openStores({ data, database, newId: randomIds.id, chance });
  try {
    const { journal } = stores;
    const journals = journal ? [{ erasures: journal.read().erasures, fingerprint: journal.fingerprint }] : [];
    return await settle(stores, journals, now);
  } finally {
    await stores.close();
  }
}

/** Brings a store from a backup up to date: the backup knows nothing of later erasures and deliveries. */
async function settle(
  stores: OpenStores,
  journals: readonly Parameters<typeof replayErasures>[1][],
  now: string,
): Promise<Settled> {
  const deps = { ...stores, calendar: createDanishCalendar() };
  await endLeases(stores.database);
  const crm = stores.crmStore ? await crmStateOf(stores.crmStore) : new Map<string, never>();
  const crmBehind = await noteCrmRevisions(stores.database, (id) => crm.get(id)?.revision ?? 0);
  await stores.unitOfWork.run(async ({ outbox }) => {
    for (const id of crmBehind) await outbox.add(id, [{ kind: 'crm.save' }], now);
  });
  const noticesPutAside = await putNoticesAside(stores.database, now);
  let erasuresReplayed = 0;
  for (const journal of journals) erasuresReplayed += await replayErasures(deps, journal, now);
  const { n } = await stores.database
    .selectFrom('cases')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return { cases: Number(n), erasuresReplayed, noticesPutAside, crmBehind: crmBehind.length };
}

/** Puts the restored files in place, at no moment leaving none. */
function putInPlace(data: string, ready: string): void {
  const before = join(data, BEFORE);
  rmSync(before, { recursive: true, force: true });
  mkdirSync(before, { mode: 0o700 });
  // The CRM first: if the process dies in between, the CRM is behind the cases, never ahead of them.
  for (const name of [STORE_FILES.crm, STORE_FILES.cases]) {
    const path = join(data, name);
    keepBefore(path, join(before, name));
    leaveWriteAheadLog(join(ready, name));
    renameSync(join(ready, name), path);
  }
  const slack = join(data, SLACK_FILE);
  if (!existsSync(slack) && existsSync(join(ready, SLACK_FILE))) renameSync(join(ready, SLACK_FILE), slack);
  syncFolder(data);
}

/**
 * Keeps the file at a path under another one, with its write-ahead log. A log left behind would be applied to the new
 * file; it may exist without the file, where that was deleted.
 */
function keepBefore(path: string, kept: string): void {
  if (existsSync(path)) {
    try {
      leaveWriteAheadLog(path);
    } catch (error) {
      // A damaged file is the reason for restoring a backup.
      if (!(error instanceof StoreError) || error.code === 'busy') throw error;
    }
    linkSync(path, kept);
  }
  for (const end of ['-wal', '-shm', '-journal'])
    if (existsSync(`${path}${end}`)) renameSync(`${path}${end}`, `${kept}${end}`);
}
