import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runWith } from '../cli/cli-world.ts';
import { type Connected, connect } from '../crm/dataverse/connected.ts';
import {
  allowed,
  isOffered,
  LEVELS,
  type Level,
  MARKED,
  marksIn,
  type Part,
  partsOf,
  seenParts,
  sharedParts,
} from './marked-cases.ts';
import { ANNA, BO, CARLA, live, Office, OUTREACH, reachOut, register, teamsDesk } from './marked-office.ts';
import { openTeamsWorld } from './teams-world.ts';

/**
 * registration.md, "Whose words go where", through the whole service: cases of every basis and kind at every level of
 * sharing, with a word in every field that takes one. What left, and what was kept, is searched for each of them.
 */

const settingsAt: Readonly<Record<Level, object>> = {
  visits: { shareLevel: 'visits' },
  standard: { shareLevel: 'standard' },
  full: { shareLevel: 'full' },
};

const READERS = ['receiver', 'side'] as const;

/** Every table of a SQLite file as text, with what only a table of the CRM or of the cases may hold left out. */
function tablesOf(file: string, leftOut: readonly string[]): ReadonlyMap<string, string> {
  const database = new DatabaseSync(file, { readOnly: true });
  const names = database.prepare("select name from sqlite_master where type = 'table'").all();
  const tables = names.map(({ name }) => String(name)).filter((name) => !leftOut.includes(name));
  const found = new Map(
    tables.map((name) => [name, JSON.stringify(database.prepare(`select * from "${name}"`).all())]),
  );
  database.close();
  return found;
}

describe.each(LEVELS)('where the other side sees %s', (level) => {
  let folder: string;
  let office: Office;
  let dataverse: Connected;
  let logged: readonly string[];
  const exports = new Map<string, string>();

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'indgang-words-'));
    const settings = join(folder, 'settings');
    const data = join(folder, 'data');
    mkdirSync(settings);
    writeFileSync(join(settings, '791.json'), JSON.stringify({ municipality: '791', ...settingsAt[level] }));
    const world = await openTeamsWorld(
      { register },
      { data, settings: { INDGANG_MUNICIPALITIES: settings } },
    );
    office = new Office(level, teamsDesk(world));
    dataverse = await connect();
    for (const marked of MARKED) await live(office, marked, dataverse);
    await reachOut(office);
    await office.listed(BO, () => 'other');
    await office.listed(CARLA, ({ basis }) => (isOffered(basis) ? 'owner' : 'side'));
    await office.listed(ANNA, ({ basis }) => (isOffered(basis) ? 'side' : 'owner'));
    logged = [...world.logged];
    await world.close();
    const run = async (name: string, ...argv: string[]) => {
      const { status, out, errors, written } = await runWith(
        [...argv, '--data', data],
        {},
        '2026-12-01T09:00:00Z',
      );
      if (status !== 0) throw new Error(`${name}: ${errors.join(' ')}`);
      const files = [...written.values()].map((bytes) =>
        argv.includes('xlsx')
          ? Object.values(unzipSync(bytes))
              .map((part) => strFromU8(part))
              .join('\n')
          : strFromU8(bytes),
      );
      exports.set(name, [...out, ...files].join('\n'));
    };
    await run('csv', 'cases', 'export');
    await run('json', 'cases', 'export', '--format', 'json');
    await run('full', 'cases', 'export', '--full', '--json');
    await run('xlsx', 'cases', 'export', '--format', 'xlsx', '--out', 'sager.xlsx');
    const period = ['--from', '2026-01-01', '--to', '2026-12-31', '--by', 'municipality,stage'];
    await run('figures', 'indicators', ...period, '--format', 'json');
    await run('figures as a table', 'indicators', ...period);
    await run('audit', 'audit');
    await run('words to learn', 'classify', 'learn');
  }, 600_000);
  afterAll(async () => {
    await dataverse.server.close();
    rmSync(folder, { recursive: true });
  });

  it('nobody reads more of a case than table and level allow, whatever they type and are told', () => {
    const wrong = office.reads.flatMap(({ marked, reader, where, text }) => {
      const may = allowed(marked, seenParts(marked, reader, level));
      const found = partsOf(marked, text).filter((part) => !may.includes(part));
      return found.map((part) => `${marked.basis}, ${marked.kind}, ${reader}, ${where}: ${part}`);
    });
    expect(wrong).toEqual([]);
  });

  it('whoever may see the contact and the notes of a case finds them', () => {
    const met = new Map<string, Set<Part>>();
    for (const { marked, reader, text } of office.reads) {
      const key = `${marked.basis}, ${marked.kind}, ${reader}`;
      const parts = met.get(key) ?? new Set();
      for (const [part] of marksIn(marked, text)) parts.add(part);
      met.set(key, parts);
    }
    for (const marked of MARKED)
      for (const reader of READERS) {
        const parts = met.get(`${marked.basis}, ${marked.kind}, ${reader}`);
        if (!parts) continue;
        // A name or number that they typed themselves proves nothing, and an assessment is for the owner at these levels.
        const may = seenParts(marked, reader, level).filter((part) => part === 'contact' || part === 'notes');
        expect([marked.basis, marked.kind, reader, ...may.filter((part) => !parts.has(part))]).toEqual([
          marked.basis,
          marked.kind,
          reader,
        ]);
      }
  });

  it('of outreach nobody else reads a word but the reason of an objection', () => {
    const found = (whose: 'theirs' | 'other') =>
      Object.entries(OUTREACH).flatMap(([name, word]) =>
        office.outreachReads.some(([of, text]) => of === whose && text.includes(word)) ? [name] : [],
      );
    expect(found('theirs')).toEqual(['objection']);
    expect(found('other')).toEqual([]);
    const left = [...exports.values(), ...logged, JSON.stringify([...office.records.values()])].join('\n');
    for (const word of Object.values(OUTREACH)) expect(left).not.toContain(word);
  });

  it('the shared CRM has every word that the table lets it have, and no other', () => {
    for (const marked of MARKED)
      expect([
        marked.basis,
        marked.kind,
        ...partsOf(marked, JSON.stringify(office.records.get(marked))).toSorted(),
      ]).toEqual([marked.basis, marked.kind, ...allowed(marked, sharedParts(marked)).toSorted()]);
  });

  it('so have the rows of a Dataverse organisation; accounts are its own, and no case of a hidden company made one', () => {
    const rowsOf = (sets: readonly string[]) => JSON.stringify(sets.map((set) => dataverse.values(set)));
    const sets = Object.values(dataverse.server.tables).map(({ set }) => set);
    const ours = rowsOf(sets.filter((set) => set !== 'accounts'));
    const accounts = rowsOf(['accounts']);
    for (const marked of MARKED) {
      const may = allowed(marked, sharedParts(marked));
      expect([marked.basis, marked.kind, ...partsOf(marked, ours).toSorted()]).toEqual([
        marked.basis,
        marked.kind,
        ...may.toSorted(),
      ]);
      if (marked.basis !== 'withdrawn')
        expect(partsOf(marked, accounts).filter((part) => !may.includes(part))).toEqual([]);
    }
  });

  it('the exports have no word that the table keeps back', () => {
    const wrong = [...exports].flatMap(([name, text]) =>
      MARKED.flatMap((marked) => {
        const may = allowed(marked, sharedParts(marked));
        const found = partsOf(marked, text).filter((part) => !may.includes(part));
        return found.map((part) => `${name}, ${marked.basis}, ${marked.kind}: ${part}`);
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('what waits to be sent, the history, the audit and the log hold no word of anybody', () => {
    const files = readdirSync(join(folder, 'data'));
    expect(files).toContain('indgang.db');
    const tables = tablesOf(join(folder, 'data', 'indgang.db'), [
      'cases',
      'drafts',
      'examples',
      'outreach_contacts',
    ]);
    for (const marked of MARKED) {
      for (const [name, rows] of tables) expect([name, ...partsOf(marked, rows)]).toEqual([name]);
      expect(partsOf(marked, logged.join('\n'))).toEqual([]);
      expect(partsOf(marked, exports.get('audit') ?? '')).toEqual([]);
    }
  });

  it('the file of the shared CRM holds nothing of what it had before', () => {
    for (const file of readdirSync(join(folder, 'data')).filter((name) => name.startsWith('embedded-crm'))) {
      const bytes = readFileSync(join(folder, 'data', file)).toString('latin1');
      for (const marked of MARKED) {
        const may = allowed(marked, sharedParts(marked));
        expect([
          file,
          marked.basis,
          marked.kind,
          ...partsOf(marked, bytes).filter((part) => !may.includes(part)),
        ]).toEqual([file, marked.basis, marked.kind]);
      }
    }
  });
});
