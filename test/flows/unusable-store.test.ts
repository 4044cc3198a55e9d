import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEmbeddedCrm } from '../../src/crm/embedded/open-embedded-crm.ts';
import { openDatabase } from '../../src/db/open-database.ts';
import { environmentAt } from '../support/clock.ts';
import { brokenBy, LATER_CHANGE } from '../support/later-version.ts';
import { startService } from './service-process.ts';

/** How the service and the command line start over a store that they cannot use, and over one that earlier versions left. */

const ROOT = join(import.meta.dirname, '../..');
const START = '2026-11-20T09:00:00Z';

let folder: string;
let data: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'indgang-unusable-'));
  data = join(folder, 'data');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function run(script: string, ...argv: string[]) {
  const { status, stderr } = spawnSync(process.execPath, [join(ROOT, script), ...argv], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, PORT: '0', INDGANG_DATA: data, MICROSOFT_APP_ID: '', ...environmentAt(START) },
  });
  return { status, lines: stderr.trim().split('\n') };
}
const COMMANDS = [
  ['src/main.ts', []],
  ['src/cli.ts', ['cases', 'list']],
] as const;

async function madeStore(): Promise<void> {
  for (const store of [
    await openDatabase({ path: join(data, 'indgang.db') }),
    await openEmbeddedCrm({ path: join(data, 'embedded-crm.db') }),
  ])
    await store.destroy();
}

describe.each(['indgang.db', 'embedded-crm.db'])('%s', (name) => {
  it.each(COMMANDS)(
    'that a later version has changed is named in one line by %s, and left as it is',
    async (script, argv) => {
      await madeStore();
      const table = name === 'indgang.db' ? 'kysely_migration' : 'embedded_crm_migration';
      const file = new DatabaseSync(join(data, name));
      file.exec(brokenBy(table));
      file.close();
      const { status, lines } = run(script, ...argv);
      expect(lines).toHaveLength(1);
      expect(lines[0]).toContain(name);
      expect(lines[0]).toContain(LATER_CHANGE);
      expect(status).toBe(2);
    },
  );

  it.each(COMMANDS)(
    'that is no store is named in one line by %s, and left as it is',
    async (script, argv) => {
      await madeStore();
      for (const one of readdirSync(data)) if (one.startsWith(name)) rmSync(join(data, one));
      writeFileSync(join(data, name), 'Ring til Hansen VVS. '.repeat(500));
      const { status, lines } = run(script, ...argv);
      expect(lines).toHaveLength(1);
      expect(lines[0]).toContain(join(data, name));
      expect(lines[0]).toMatch(/damaged/);
      expect(status).toBe(1);
    },
  );
});

describe('the data folder', () => {
  const serve = async () => (await startService({ INDGANG_DATA: data }, START)).kill();
  const modes = () =>
    Object.fromEntries(
      ['.', ...readdirSync(data)].map((name) => [
        name,
        (statSync(join(data, name)).mode & 0o777).toString(8),
      ]),
    );

  it('and every file in it are their owner’s only', async () => {
    await serve();
    for (const [name, mode] of Object.entries(modes()))
      expect([name, mode]).toEqual([name, name === '.' ? '700' : '600']);
  });

  it('that an earlier version left readable by all is closed', async () => {
    mkdirSync(data, { mode: 0o755 });
    writeFileSync(join(data, 'indgang.db'), '', { mode: 0o644 });
    writeFileSync(join(data, 'embedded-crm.db'), '', { mode: 0o644 });
    await serve();
    for (const [name, mode] of Object.entries(modes()))
      expect([name, mode]).toEqual([name, name === '.' ? '700' : '600']);
  });

  it('gets exports that are their owner’s only', async () => {
    await madeStore();
    const out = join(folder, 'cases.csv');
    expect(run('src/cli.ts', 'cases', 'export', '--out', out)).toMatchObject({ status: 0 });
    expect((statSync(out).mode & 0o777).toString(8)).toBe('600');
  });

  it('that holds files of somebody else stays as it is; the store in it is closed', async () => {
    mkdirSync(data, { mode: 0o755 });
    writeFileSync(join(data, 'readme.txt'), 'ours', { mode: 0o644 });
    await serve();
    expect(modes()).toMatchObject({ '.': '755', 'readme.txt': '644', 'indgang.db': '600' });
  });
});
