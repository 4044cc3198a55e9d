import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chance, randomIds } from '../clock-and-ids.ts';
import { checkEmbeddedCrm } from '../crm/embedded/check-embedded-crm.ts';
import { checkCases, checkIntegrity, type Finding } from '../db/check-store.ts';
import { createErasureJournal, JOURNAL_FILES } from '../db/erasure-journal.ts';
import { useFolder } from '../db/folder-lock.ts';
import { type Database, type StoreAddress, storeAt } from '../db/open-database.ts';
import type { Schema } from '../db/schema.ts';
import { SQLITE, sqliteCode } from '../db/store-error.ts';
import { STORE_FILES } from '../open-stores.ts';
import type { CliCommand } from './command.ts';
import { needsFile, STORE_HELP, STORE_OPTION, storeOf } from './open-store.ts';

/** `indgang store check`: checks the store's integrity. */
export const command: CliCommand = {
  usage: 'indgang store check [--data DIR] [--json]',
  help: `Looks for what is wrong in the case store and the embedded CRM: damaged pages, a schema of another version, rows that
belong to nothing, cards and CRM records that are behind with nothing under way, erasures of the journal that the store
has not been through, files that others can read. Prints what was looked at and how many were found; the exit status is 1
where something is wrong. It changes nothing, and reads the whole file: on a big store that takes minutes. ${STORE_HELP}`,
  options: STORE_OPTION,
  positionals: 0,
  async run(args, world) {
    const place = storeOf(args);
    if (!place.database) needsFile(place.data);
    const release = useFolder(place.data);
    let findings: readonly Finding[];
    try {
      findings = await check(place, world.now());
    } finally {
      release();
    }
    const width = Math.max(...findings.map((finding) => finding.check.length));
    for (const finding of findings) {
      world.out(
        args.values.json === true
          ? JSON.stringify(finding)
          : `${finding.wrong ? 'WRONG' : 'ok   '}  ${finding.check.padEnd(width)}  ${finding.count}`,
      );
    }
    return findings.some(({ wrong }) => wrong) ? 1 : 0;
  },
};

type StorePlace = ReturnType<typeof storeOf>;

async function check(place: StorePlace, now: string): Promise<readonly Finding[]> {
  // Checked first, because opening the files restricts their permissions.
  const open = openFiles(place.data);
  try {
    return [...(await checkStores(place, now)), open];
  } catch (error) {
    // Some damage only shows when a file is opened or queried.
    const code = sqliteCode(error);
    if (code !== SQLITE.corrupt && code !== SQLITE.notADatabase) throw error;
    return [{ check: 'integrity', count: 1, wrong: true }, open];
  }
}

async function checkStores({ data, database }: StorePlace, now: string): Promise<readonly Finding[]> {
  // Opened unchanged: a check must not migrate the schema.
  const at = (name: string): StoreAddress =>
    database ? { url: database.url } : { path: join(data, name), chance };
  const cases: Database = storeAt<Schema>(at(STORE_FILES.cases));
  const isThere = database !== null || existsSync(join(data, STORE_FILES.crm));
  const crm = isThere ? storeAt<unknown>(at(STORE_FILES.crm)) : null;
  try {
    const findings = [await checkIntegrity('integrity', cases)];
    if (crm) findings.push(await checkIntegrity('crm-integrity', crm));
    // A damaged file cannot be queried further.
    if (findings.some(({ wrong }) => wrong)) return findings;
    findings.push(...(await checkCases(cases, now)));
    const isSchemaRight = !findings.some(({ wrong, check: name }) => wrong && name.startsWith('schema-'));
    if (crm && isSchemaRight) findings.push(...(await checkEmbeddedCrm(cases, crm)));
    if (isSchemaRight) findings.push(...(await checkJournal(data, cases)));
    return findings;
  } catch (error) {
    throw cases.errorOf(error);
  } finally {
    await cases.destroy();
    await crm?.destroy();
  }
}

async function checkJournal(data: string, cases: Database): Promise<readonly Finding[]> {
  const { erasures, unreadable } = createErasureJournal(data, randomIds.id).read();
  const rows = await cases.read((db) => db.selectFrom('erasures').select('id').execute());
  const known = new Set(rows.map(({ id }) => id));
  const count = erasures.filter(({ id }) => !known.has(id)).length;
  return [
    { check: 'erasures-not-carried-out', count, wrong: count > 0 },
    // A power failure cuts off the last line; its subject was not erased either.
    { check: 'journal-lines-unreadable', count: unreadable, wrong: unreadable > 1 },
  ];
}

/** Files that users other than their owner can read. */
function openFiles(data: string): Finding {
  const names = [...Object.values(STORE_FILES), ...Object.values(JOURNAL_FILES), 'slack-installs.json'];
  const count = names.filter((name) => {
    const found = statSync(join(data, name), { throwIfNoEntry: false });
    return found !== undefined && process.getuid !== undefined && (found.mode & 0o077) !== 0;
  }).length;
  return { check: 'files-open-to-others', count, wrong: count > 0 };
}
