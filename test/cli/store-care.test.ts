import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startService } from '../flows/service-process.ts';
import { channelOf, chatOf, openTeamsWorld, type TeamsWorld } from '../flows/teams-world.ts';
import { brokenBy, LATER_CHANGE } from '../support/later-version.ts';
import { runWith } from './cli-world.ts';

/** `indgang store check`, `backup` and `restore`, over a store that the service itself has written. */

const NOW = '2026-11-20T15:00:00.000Z';
const anna = chatOf('anna-holm');
let root: string;
let data: string;
let file: string;
let opened: TeamsWorld[];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'indgang-care-'));
  data = join(root, 'data');
  file = join(root, 'backup.zip');
  opened = [];
});
afterEach(async () => {
  for (const world of opened) await world.close();
  rmSync(root, { recursive: true, force: true });
});

const run = (...argv: string[]) => runWith([...argv, '--data', data], {}, NOW);
async function done(...argv: string[]): Promise<readonly string[]> {
  const { status, out, errors } = await run(...argv);
  expect([status, errors]).toEqual([0, []]);
  return out;
}
async function serve(folder = data): Promise<TeamsWorld> {
  const world = await openTeamsWorld({}, { data: folder, start: '2026-11-20T09:00:00Z' });
  opened.push(world);
  return world;
}
async function stop(world: TeamsWorld): Promise<void> {
  opened = opened.filter((one) => one !== world);
  await world.close();
}

const COMPANY = {
  cvr: '25313763',
  companyName: 'Hansen VVS',
  contactName: 'Hanne Hansen',
  contactPhone: '40 41 12 34',
  areas: 'internationalisation',
  description: 'Vil sælge til Tyskland',
};
const STARTER = {
  stage: 'pre-starter',
  companyName: '',
  contactName: 'Karl Koch',
  contactEmail: 'karl@example.dk',
  areas: 'startup-registration',
  description: 'Drømmer om en cykelcafé',
};
const NAMES = /Hanne|Hansen VVS|40 ?41 ?12 ?34|25313763|Tyskland|Karl|Koch|karl@|cykelcaf/;

async function log(world: TeamsWorld, input: Record<string, string>): Promise<string> {
  const [form] = await world.say('anna-holm', anna, 'ny');
  const decision = await world.click('anna-holm', anna, form?.card, 'intake.submit', {
    municipality: '791',
    stage: 'established',
    ...input,
  });
  const card = JSON.stringify(
    await world.click('anna-holm', anna, decision, 'intake.confirm', { consent: 'consent' }),
  );
  return /\b([A-Z0-9]{4}-[A-Z0-9]{4})\b/.exec(card)?.[1] ?? '';
}

/** Every byte under a folder that is not a backup. */
function bytesIn(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
}
function rowsIn(name: string, query: string): Record<string, unknown>[] {
  const database = new DatabaseSync(join(data, name));
  try {
    return database.prepare(query).all();
  } finally {
    database.close();
  }
}
const idsIn = (name = 'indgang.db') =>
  rowsIn(name, name === 'indgang.db' ? 'select id from cases' : 'select case_id as id from embedded_crm')
    .map(({ id }) => id)
    .sort();
const change = (name: string, statement: string) => {
  const database = new DatabaseSync(join(data, name));
  database.exec(statement);
  database.close();
};

describe('a backup that is restored', () => {
  it('brings back every case with its CRM record, on another machine too', async () => {
    const world = await serve();
    const ids = [await log(world, COMPANY), await log(world, STARTER)].sort();
    await world.deliver();
    const [said] = await done('store', 'backup', file, '--json');
    expect(JSON.parse(said ?? '')).toMatchObject({ file, at: NOW });
    await stop(world);
    data = join(root, 'elsewhere', 'data');
    await done('store', 'restore', file);
    expect([idsIn(), idsIn('embedded-crm.db')]).toEqual([ids, ids]);
    await done('store', 'check');
    const again = await serve();
    const [card] = await again.say('anna-holm', anna, `sag ${ids[0]}`);
    expect(JSON.stringify(card?.card)).toContain(ids[0]);
    for (const name of ['indgang.db', 'embedded-crm.db'])
      expect((statSync(join(data, name)).mode & 0o777).toString(8)).toBe('600');
  });

  it('takes the place of what came after it, which is kept beside it', async () => {
    const world = await serve();
    const kept = await log(world, COMPANY);
    await done('store', 'backup', file);
    const lost = await log(world, STARTER);
    await world.deliver();
    await stop(world);
    expect(idsIn()).toContain(lost);
    await done('store', 'restore', file);
    expect(idsIn()).toEqual([kept]);
    const before = new DatabaseSync(join(data, 'before-restore', 'indgang.db'), { readOnly: true });
    expect(before.prepare('select id from cases').all()).toHaveLength(2);
    before.close();
    await done('store', 'check');
  });

  it('is its owner’s only, one new file, and nothing else is left beside it', async () => {
    await stop(await serve());
    await done('store', 'backup', file);
    expect((statSync(file).mode & 0o777).toString(8)).toBe('600');
    expect(readdirSync(root).sort()).toEqual(['backup.zip', 'data']);
    expect((await run('store', 'backup', file)).errors[0]).toMatch(/is there already/);
    mkdirSync(join(root, 'backups'));
    await done('store', 'backup', join(root, 'backups'));
    expect(readdirSync(join(root, 'backups'))).toEqual(['indgang-2026-11-20T15-00-00-000Z.zip']);
  });

  it('taken while the service writes is whole every time', async () => {
    const world = await serve();
    let ended = false;
    const made: string[] = [];
    const writing = (async () => {
      while (!ended) {
        made.push(await log(world, { areas: 'internationalisation' }));
        await world.deliver();
      }
    })();
    const counts: number[] = [];
    for (let taken = 0; taken < 4; taken++) {
      const before = made.length;
      await done('store', 'backup', `${file}.${taken}`);
      counts.push(before);
    }
    ended = true;
    await writing;
    await stop(world);
    for (const [taken, before] of counts.entries()) {
      data = join(root, `restored-${taken}`);
      await done('store', 'restore', `${file}.${taken}`);
      expect(idsIn().length).toBeGreaterThanOrEqual(before);
      await done('store', 'check');
      // The CRM is never ahead of the cases.
      for (const id of idsIn('embedded-crm.db')) expect(idsIn()).toContain(id);
    }
  });

  it('tells the CRM again of what its copy lacks', async () => {
    const world = await serve();
    const id = await log(world, COMPANY);
    await world.deliver();
    await stop(world);
    // As if the case had been told of between the copies of the two stores.
    change('embedded-crm.db', 'delete from embedded_crm');
    await done('store', 'backup', file);
    expect((await done('store', 'restore', file)).join('\n')).toMatch(/CRM is told of again: 1/);
    const again = await serve();
    again.clock.set(NOW);
    await again.deliver();
    expect(await again.service.deps.crm.findByCase(id)).toMatchObject({ caseId: id });
  });

  it('sends no notice twice: those that waited are put aside; the cards go out', async () => {
    const world = await serve();
    const id = await log(world, COMPANY);
    await world.service.unitOfWork.run(({ outbox }) =>
      outbox.add(
        id,
        [
          {
            kind: 'tell.organisation',
            organisation: 'ehm-midtjylland',
            to: 'channel',
            notice: 'offer-reminder',
            handover: 0,
          },
        ],
        '2026-11-20T09:00:00Z',
      ),
    );
    await done('store', 'backup', file);
    await stop(world);
    expect((await done('store', 'restore', file)).join('\n')).toMatch(/ikke nået frem": 1/);
    const again = await serve();
    await again.deliver();
    expect(again.standing(channelOf('ehm-midtjylland'))).toHaveLength(1);
    expect(await again.service.queue.parked(9)).toMatchObject([{ about: id, code: 'uncertain' }]);
  });
});

describe('what was erased after the backup', () => {
  async function erasedAfterBackup(): Promise<readonly [string, string]> {
    const world = await serve();
    const ids = [await log(world, COMPANY), await log(world, STARTER)] as const;
    await world.say('anna-holm', anna, 'log Hansen VVS viborg 25313763 vil sælge til Tyskland');
    await world.deliver();
    await done('store', 'backup', file);
    await done('gdpr', 'erase', '--cvr', COMPANY.cvr);
    await done('gdpr', 'erase', '--person', 'Karl Koch');
    await world.deliver();
    await stop(world);
    return ids;
  }

  it('does not come back: not in cases, drafts, CRM or any byte of the files', async () => {
    const ids = await erasedAfterBackup();
    expect((await done('store', 'restore', file)).join('\n')).toMatch(/erased again: what 2 erasures/);
    expect(idsIn()).toEqual([...ids].sort());
    for (const argv of [
      ['--cvr', COMPANY.cvr],
      ['--person', 'karl@example.dk'],
      ['--person', 'Hanne Hansen'],
    ]) {
      const [held = ''] = await done('gdpr', 'export', ...argv, '--json');
      expect(JSON.parse(held)).toMatchObject({ cases: [], drafts: [], crm: [] });
    }
    const world = await serve();
    await world.deliver();
    for (const id of ids)
      expect(await world.service.deps.crm.findByCase(id)).toMatchObject({
        companyName: null,
        contactName: null,
      });
    await stop(world);
    expect(bytesIn(data)).not.toMatch(NAMES);
    await done('store', 'check');
  });

  it('does not come back on another machine, from the journal in a later backup’s place', async () => {
    await erasedAfterBackup();
    const journal = ['erasures.jsonl', 'erasures.key'].map(
      (name) => [name, readFileSync(join(data, name))] as const,
    );
    data = join(root, 'elsewhere');
    mkdirSync(data);
    for (const [name, bytes] of journal) writeFileSync(join(data, name), bytes);
    await done('store', 'restore', file);
    expect(bytesIn(data)).not.toMatch(NAMES);
  });

  it('does not come back where somebody copies the old file into place by hand', async () => {
    const world = await serve();
    await log(world, STARTER);
    await world.deliver();
    await stop(world);
    copyFileSync(join(data, 'indgang.db'), join(root, 'copy.db'));
    await done('gdpr', 'erase', '--person', 'Karl Koch');
    copyFileSync(join(root, 'copy.db'), join(data, 'indgang.db'));
    expect((await run('store', 'check')).out.join('\n')).toMatch(/WRONG +erasures-not-carried-out +1/);
    await stop(await serve());
    await done('store', 'check');
    expect(JSON.stringify(rowsIn('indgang.db', 'select * from cases'))).not.toMatch(NAMES);
  });

  it('is found in the older store by whom it is about, also where it was gone when it was erased', async () => {
    const world = await serve();
    const id = await log(world, STARTER);
    await done('store', 'backup', file);
    // Somebody else is the contact by the time that the person asks.
    change(
      'indgang.db',
      `update cases set document = replace(replace(document, 'Karl Koch', 'Ida Bæk'), 'karl@', 'ida@')`,
    );
    change('indgang.db', 'delete from drafts');
    expect(await done('gdpr', 'erase', '--person', 'karl@EXAMPLE.dk')).toEqual([
      'erased: 0 cases, 0 contact persons, 0 drafts, 0 waiting lines, 0 outreach contacts, 0 advisers',
    ]);
    await stop(world);
    await done('store', 'restore', file);
    const [row] = rowsIn('indgang.db', `select document, erased from cases where id = '${id}'`);
    expect(row).toMatchObject({ erased: 1 });
    expect(String(row?.document)).not.toMatch(NAMES);
  });

  it('leaves alone what began after the erasure', async () => {
    const world = await serve();
    await log(world, STARTER);
    await runWith(['gdpr', 'erase', '--person', 'Karl Koch', '--data', data], {}, '2026-11-20T10:00:00.000Z');
    world.clock.set('2026-11-20T11:00:00Z');
    const later = await log(world, STARTER);
    await done('store', 'backup', file);
    await stop(world);
    // A store that knows nothing of the erasure, as one that was put together by hand.
    await done('store', 'restore', file);
    change('indgang.db', 'delete from erasures');
    await stop(await serve());
    const [row] = rowsIn('indgang.db', `select document, erased from cases where id = '${later}'`);
    expect(row).toMatchObject({ erased: 0 });
  });

  it('stands in the journal without a name or number, and the journal’s loss of its last words hurts no other', async () => {
    await erasedAfterBackup();
    const path = join(data, 'erasures.jsonl');
    const text = readFileSync(path, 'utf8');
    expect(text.trim().split('\n')).toHaveLength(2);
    expect(text).not.toMatch(NAMES);
    expect(text).toMatch(/"cause":"request"/);
    for (const name of ['erasures.jsonl', 'erasures.key'])
      expect((statSync(join(data, name)).mode & 0o777).toString(8)).toBe('600');
    truncateSync(path, text.length - 20);
    await done('gdpr', 'erase', '--person', 'Nobody Atall');
    expect(readFileSync(path, 'utf8').trim().split('\n')).toHaveLength(3);
    expect((await run('store', 'check')).out.join('\n')).toMatch(/journal-lines-unreadable +1/);
  });

  it('is in the journal before it is in the store', async () => {
    await stop(await serve());
    // No journal can be written where a folder stands in its place.
    mkdirSync(join(data, 'erasures.jsonl'));
    const world = await openTeamsWorld({}, { data }).catch((error: unknown) => error);
    expect(world).toBeInstanceOf(Error);
    expect((await run('gdpr', 'erase', '--cvr', COMPANY.cvr)).status).toBe(1);
    expect(rowsIn('indgang.db', 'select * from erasures')).toEqual([]);
  });
});

describe('a restore is refused', () => {
  it('while a service runs on the store, which it leaves as it is', async () => {
    await stop(await serve());
    await done('store', 'backup', file);
    const service = await startService({ INDGANG_DATA: data }, '2026-11-20T09:00:00Z');
    const { status, errors } = await run('store', 'restore', file);
    expect([status, errors.length]).toEqual([1, 1]);
    expect(errors[0]).toMatch(/the service, or another command, works with this store/);
    expect((await fetch(`${service.base}/readyz`)).status).toBe(200);
    await service.kill();
    await done('store', 'restore', file);
  });

  it('of what is no backup, of one that is damaged, and of a file that is not there', async () => {
    const world = await serve();
    await log(world, COMPANY);
    await stop(world);
    await done('store', 'backup', file);
    const whole = readFileSync(file);
    writeFileSync(`${file}.text`, 'Ring til Hansen VVS. '.repeat(500));
    writeFileSync(`${file}.half`, whole.subarray(0, whole.length / 2));
    const flipped = Buffer.from(whole);
    flipped[whole.length - 2_000] = (flipped[whole.length - 2_000] ?? 0) ^ 0xff;
    writeFileSync(`${file}.flipped`, flipped);
    copyFileSync(join(data, 'indgang.db'), `${file}.db`);
    // The right files, but a list of them that fills the memory as it is unpacked.
    const parts = unzipSync(whole);
    const list = `${strFromU8(parts['manifest.json'] ?? new Uint8Array())}${' '.repeat(1_000_000)}`;
    writeFileSync(`${file}.bomb`, zipSync({ ...parts, 'manifest.json': strToU8(list) }));
    const before = idsIn();
    for (const end of ['.text', '.half', '.flipped', '.bomb', '.db', '.nowhere']) {
      const { status, errors } = await run('store', 'restore', `${file}${end}`);
      expect([end, status, errors.length]).toEqual([end, 2, 1]);
      expect(errors[0]).toContain(`${file}${end}`);
    }
    expect(idsIn()).toEqual(before);
    expect(existsSync(join(data, 'restoring'))).toBe(false);
  });

  it('of one that a later version has made, by name', async () => {
    await stop(await serve());
    change('indgang.db', brokenBy());
    await done('store', 'backup', file);
    change('indgang.db', "delete from kysely_migration where name = '2031-01-01-surveys'");
    const { status, errors } = await run('store', 'restore', file);
    expect(status).toBe(2);
    expect(errors[0]).toContain(LATER_CHANGE);
    await done('store', 'check');
  });

  it('in no case where the present file is damaged: that is what it is for', async () => {
    const world = await serve();
    const id = await log(world, COMPANY);
    await stop(world);
    await done('store', 'backup', file);
    writeFileSync(join(data, 'indgang.db'), 'x'.repeat(9_000));
    writeFileSync(join(data, 'indgang.db-wal'), 'y'.repeat(9_000));
    await done('store', 'restore', file);
    expect(idsIn()).toEqual([id]);
    await done('store', 'check');
  });

  it('nor where it was deleted under the service, and only its log is left', async () => {
    const world = await serve();
    const id = await log(world, COMPANY);
    await done('store', 'backup', file);
    await log(world, STARTER);
    const left = ['indgang.db-wal', 'indgang.db-shm'].map(
      (name) => [name, readFileSync(join(data, name))] as const,
    );
    await stop(world);
    rmSync(join(data, 'indgang.db'));
    for (const [name, bytes] of left) writeFileSync(join(data, name), bytes);
    await done('store', 'restore', file);
    expect(readdirSync(data)).not.toContain('indgang.db-wal');
    expect(idsIn()).toEqual([id]);
    await done('store', 'check');
  });
});

it('a backup into a folder that is not there is refused', async () => {
  await stop(await serve());
  const { status, errors } = await run('store', 'backup', join(root, 'nowhere', 'backup.zip'));
  expect([status, errors]).toEqual([
    2,
    [`indgang store backup: ${join(root, 'nowhere')}: there is no such folder`],
  ]);
});

it('a backup of a damaged store is refused', async () => {
  const world = await serve();
  await log(world, COMPANY);
  await stop(world);
  const { size } = statSync(join(data, 'indgang.db'));
  const bytes = readFileSync(join(data, 'indgang.db'));
  bytes.fill(0xff, size / 2, size / 2 + 20_000);
  writeFileSync(join(data, 'indgang.db'), bytes);
  const { status, errors } = await run('store', 'backup', file);
  expect([status, errors.length, existsSync(file)]).toEqual([1, 1, false]);
  expect(errors[0]).toMatch(/damaged/);
  const checked = await run('store', 'check');
  expect(checked.errors).toEqual([]);
  expect(checked.status).toBe(1);
  expect(checked.out.join('\n')).toMatch(/WRONG +integrity/);
});

describe('indgang store check', () => {
  const OUTBOX = `insert into outbox (id, case_id, lane, effect, created_at, ready_at)
    values ('r', 'NONE-5555', 'cards/NONE-5555', '{"kind":"card.refresh"}', '2026', '2026')`;

  it.each([
    ['history-without-case', "insert into history values ('NONE-5555', 1, '2026', '{}')"],
    ['posts-without-case', "insert into posts values ('p', 'NONE-5555', 'case', null, null, '{}', null, 0)"],
    ['outbox-about-nothing', OUTBOX],
    [
      'memberships-without-person',
      "insert into memberships (person, organisation, coordinator) values ('x', 'les-791', 0)",
    ],
    ['identities-without-person', "insert into identities (identity, person) values ('teams:a:b', 'x')"],
    ['documents-unreadable', "update cases set document = 'x'"],
    ['documents-unlike-their-row', "update cases set owner = 'les-751'"],
    ['organisations-unknown', "update cases set owner = 'les-000'"],
    ['cards-behind', 'update posts set shown_revision = 0'],
    ['crm-behind', 'update cases set crm_revision = 0'],
    ['schema-unknown', brokenBy()],
  ])('finds %s, and says so with its exit status', async (check, statement) => {
    const world = await serve();
    await log(world, COMPANY);
    await world.deliver();
    await stop(world);
    const whole = await run('store', 'check', '--json');
    expect(whole.status).toBe(0);
    expect(whole.out.map((line) => JSON.parse(line)).filter(({ wrong }) => wrong)).toEqual([]);
    change('indgang.db', statement);
    const { status, out } = await run('store', 'check', '--json');
    expect(status).toBe(1);
    expect(out.map((line) => JSON.parse(line))).toContainEqual(
      expect.objectContaining({ check, wrong: true, count: expect.any(Number) }),
    );
  });

  it.each([
    ['crm-records-without-case', "update embedded_crm set case_id = 'NONE-5555'"],
    ['crm-records-ahead', 'update embedded_crm set revision = 99'],
    ['crm-records-lost', 'delete from embedded_crm'],
  ])('finds %s in the embedded CRM', async (check, statement) => {
    const world = await serve();
    await log(world, COMPANY);
    await world.deliver();
    await stop(world);
    change('embedded-crm.db', statement);
    const { status, out } = await run('store', 'check');
    expect(status).toBe(1);
    expect(out.join('\n')).toMatch(new RegExp(`WRONG +${check} +1`));
  });

  it('finds nothing wrong while the service works, reminds, and lets an offer expire', async () => {
    const world = await serve();
    await log(world, COMPANY);
    await world.deliver();
    for (const now of ['2026-11-21T10:00:00Z', '2026-11-22T10:00:00Z', '2026-11-25T10:00:00Z']) {
      world.clock.set(now);
      await world.deliver();
      const { status, out } = await runWith(['store', 'check', '--data', data], {}, now);
      expect([status, out.filter((line) => line.startsWith('WRONG'))]).toEqual([0, []]);
    }
  });

  it('names what is missing where there is no store', async () => {
    const { status, errors } = await run('store', 'check');
    expect([status, errors.length]).toEqual([2, 1]);
  });
});
