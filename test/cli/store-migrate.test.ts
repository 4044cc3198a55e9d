import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import type { Webhook } from '../../src/core/webhook.ts';
import { createEmbeddedCrm } from '../../src/crm/embedded/embedded-crm.ts';
import { openEmbeddedCrm } from '../../src/crm/embedded/open-embedded-crm.ts';
import { migrationsOf } from '../../src/db/migrations.ts';
import { setMoveMark } from '../../src/db/move/marks.ts';
import { CASE_TABLES, LEFT_BEHIND } from '../../src/db/move/tables.ts';
import { openDatabase, openStore } from '../../src/db/open-database.ts';
import { createUnitOfWork } from '../../src/db/unit-of-work.ts';
import { answer } from '../core/surveys/survey-case.ts';
import { crmRecord } from '../crm/crm-records.ts';
import {
  ADVISER,
  ASK,
  at,
  CARD,
  CHOICE,
  caseOf,
  contactOf,
  DIGEST,
  draftOf,
  entryOf,
  OFFER,
  postOf,
  READING,
  SAVE,
  SHOWING,
  settingChangeOf,
  TELL,
  TOKEN,
} from '../db/sample-rows.ts';
import { newPostgresDatabase } from '../support/postgres-database.ts';
import { runWith } from './cli-world.ts';

/** `indgang store migrate`: what is moved is all there, and nobody works on a store that is half there or was left. */

const NOW = '2026-11-20T15:00:00.000Z';
const WEBHOOK: Webhook = {
  id: 'W1',
  name: 'ESDH',
  url: 'https://esdh.example/hook',
  organisations: ['les-791'],
  secrets: [{ secret: 'whsec_AAAA', until: null }],
  createdAt: NOW,
  failingSince: null,
  failedBy: null,
  disabled: { at: NOW, for: 'gone' },
};
/** More than two pages of some tables. */
const CASES = 1_100;
let root: string;
let data: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'indgang-move-'));
  data = join(root, 'data');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const move = (from: string, to: string, ...more: string[]) =>
  runWith(['store', 'migrate', '--from', from, '--to', to, ...more], {}, NOW);

/** A store in the folder with something in every table. */
async function fill(count = CASES): Promise<void> {
  const database = await openDatabase({ path: join(data, 'indgang.db') });
  let named = 0;
  const { run } = createUnitOfWork(database, () => `row ${++named}`);
  await run(async (stores) => {
    for (let number = 0; number < count; number++) {
      const id = `K${number} æøå`;
      await stores.cases.insert(caseOf(id), number % 2 ? null : at(number));
      await stores.history.append([entryOf(id, 1), entryOf(id, 2)]);
      await stores.outbox.add(id, [SAVE, CARD, TELL], at(number));
      await stores.posts.save(postOf(id, 'les-791'));
      await stores.posts.claim(postOf(id, 'les-791'));
      await stores.inbox.record(`delivery ${number}`, at(number));
    }
    await stores.drafts.insert(draftOf('D1'));
    await stores.people.save({
      id: 'anna',
      name: 'Anna "Åse" \\ Holm',
      identities: ['teams:t:1', 'slack:T1:U1'],
      memberships: [{ organisation: 'les-791', roles: ['coordinator'] }],
    });
    await stores.people.saveLanguage('anna', 'en');
    await stores.people.saveAbsence('anna', { until: '2027-01-04', deputy: 'bo' });
    const conversation = { channel: 'teams', id: 'C', kind: 'channel', reference: '{}' } as const;
    await stores.bindings.save({ organisation: 'les-791', conversation, boundBy: 'anna', boundAt: NOW });
    await stores.admissions.add({
      identity: 'teams:t:2',
      name: 'Bo',
      organisation: 'les-791',
      conversation,
      askedAt: NOW,
    });
    for (let again = 0; again < 3; again++) await stores.marks.add('anna', 'contact', NOW);
    await stores.examples.add({
      text: 'vil gerne\n"eksportere"',
      areas: ['internationalisation'],
      at: NOW,
      draftId: 'draft-1',
    });
    await stores.erasures.noteReplayed('E1', NOW);
    const line = { person: 'bo', organisation: null, action: 'read', relation: null, cases: 1 } as const;
    const lines = [at(1), at(5)].map((when) => ({ ...line, at: when, caseId: 'K1 æøå' }));
    await stores.audit.add(lines);
    await stores.outreach.insert(contactOf('O1'));
    await stores.digests.claim(DIGEST.organisation, DIGEST.month);
    await stores.api.saveToken(TOKEN);
    await stores.api.keepAnswer(TOKEN.id, 'key', { body: 'hash', answer: { caseId: 'K1' } }, NOW);
    await stores.webhooks.save(WEBHOOK);
    await stores.webhooks.noteTold(WEBHOOK.id, 'K1', { revision: 2, event: 'case.changed' });
    await stores.settings.insert(settingChangeOf('S1'));
    await stores.crmReading.save(READING);
    await stores.crmReading.lookAgain({ caseId: 'K1 æøå', at: NOW, failures: 2 });
    await stores.offers.put([OFFER], NOW);
    await stores.advisers.put([ADVISER], NOW);
    await stores.surveys.ask([ASK]);
    await stores.surveys.put([answer('K1 æøå')], NOW);
    await stores.advisers.show(SHOWING, [{ adviser: ADVISER.id, shown: 3, first: 1 }]);
    await stores.advisers.choose(CHOICE);
    await stores.audit.forgetBefore(at(3));
  });
  await sql`insert into paces values ('teams/C', '[]', '2026')`.execute(database);
  await database.destroy();
  const crm = await openEmbeddedCrm({ path: join(data, 'embedded-crm.db') });
  await createEmbeddedCrm(crm).save(crmRecord());
  await crm.destroy();
  const installs = [{ team: 'T1', sealedToken: 'v1.a' }];
  writeFileSync(join(data, 'slack-installs.json'), JSON.stringify(installs));
}

it('moves every table there is', async () => {
  const database = await openDatabase({ path: ':memory:' });
  const names = (await database.introspection.getTables()).map(({ name }) => name);
  await database.destroy();
  expect([...CASE_TABLES.map(({ name }) => name), ...LEFT_BEHIND].sort()).toEqual(names.sort());
});

describe.skipIf(inject('postgres') === null)('from SQLite to PostgreSQL', () => {
  let url: string;
  let drop: () => Promise<void>;
  beforeEach(async () => {
    ({ url, drop } = await newPostgresDatabase());
  });
  afterEach(() => drop());

  it('and back again, all is as it was', async () => {
    await fill();
    const there = await move(data, url);
    expect([there.status, there.errors]).toEqual([0, []]);
    expect(there.out.find((line) => line.startsWith('history'))).toMatch(/2200 rows, 2200 written/);
    expect(there.out.join('\n')).not.toContain(' 0 rows');

    const database = await openDatabase({ url });
    const { run } = createUnitOfWork(database, () => 'next');
    // The outbox goes on counting after the last row.
    await run((stores) => stores.outbox.add('K1 æøå', [SAVE], NOW));
    const last = await sql<{ n: number; id: string }>`
      select sequence as n, id from outbox order by sequence desc limit 1`.execute(database);
    expect(last.rows).toEqual([{ n: 3 * CASES + 1, id: 'next' }]);
    expect(await run((stores) => stores.people.language('anna'))).toBe('en');
    await database.destroy();

    // What was left is not worked on by mistake.
    await expect(openDatabase({ path: join(data, 'indgang.db') })).rejects.toMatchObject({ code: 'moved' });

    const back = join(root, 'back');
    expect(await move(url, back)).toMatchObject({ status: 0, errors: [] });
    const again = await openDatabase({ path: join(back, 'indgang.db') });
    const kept = await createUnitOfWork(again, () => 'x').read(async (stores) => [
      await stores.cases.get('K7 æøå'),
      await stores.people.get('anna'),
      (await stores.examples.all()).map(({ text, draftId }) => [text, draftId])[0],
      [...(await stores.digests.settledFor(DIGEST.month))],
      await stores.api.tokens(),
      await stores.api.answerTo(TOKEN.id, 'key'),
      await stores.webhooks.all(),
      await stores.webhooks.told(WEBHOOK.id, 'K1'),
      await stores.settings.all(),
      await stores.crmReading.last(),
      await stores.crmReading.due(NOW, 9),
      await stores.surveys.asks(),
      await stores.surveys.answers(),
    ]);
    expect(kept).toEqual([
      caseOf('K7 æøå'),
      expect.objectContaining({ name: 'Anna "Åse" \\ Holm' }),
      ['vil gerne\n"eksportere"', 'draft-1'],
      [DIGEST.organisation],
      [TOKEN],
      { body: 'hash', answer: { caseId: 'K1' } },
      [WEBHOOK],
      { revision: 2, event: 'case.changed' },
      [settingChangeOf('S1')],
      READING,
      [{ caseId: 'K1 æøå', at: NOW, failures: 2 }],
      [ASK],
      [answer('K1 æøå')],
    ]);
    await again.destroy();
    const crm = await openEmbeddedCrm({ path: join(back, 'embedded-crm.db') });
    expect(await createEmbeddedCrm(crm).findByCase(crmRecord().caseId)).toEqual(crmRecord());
    await crm.destroy();
    expect(JSON.parse(readFileSync(join(back, 'slack-installs.json'), 'utf8'))).toEqual([
      { team: 'T1', sealedToken: 'v1.a' },
    ]);
    await expect(openDatabase({ url })).rejects.toMatchObject({ code: 'moved' });
  });

  it('that was stopped goes on, and no service opens the target meanwhile', async () => {
    await fill(700);
    const target = await openStore<unknown>({ url }, migrationsOf);
    await setMoveMark(target, 'moving-here', NOW);
    // A page of cases had arrived, one of them half: it was written by a source that changed afterwards.
    await sql`insert into inbox values ('delivery 3', '2000'), ('of nobody', '2000')`.execute(target);
    await target.destroy();
    await expect(openDatabase({ url })).rejects.toMatchObject({ code: 'moved' });
    const { status, out } = await move(data, url, '--json');
    expect(status).toBe(0);
    const { tables } = JSON.parse(out.join('')) as { tables: { table: string; rows: number }[] };
    expect(tables.find(({ table }) => table === 'inbox')).toEqual({
      table: 'inbox',
      rows: 700,
      written: 701,
    });
    const database = await openDatabase({ url });
    const { rows } = await sql<{ n: number }>`select count(*) as n from inbox`.execute(database);
    expect(rows).toEqual([{ n: 700 }]);
    await database.destroy();
  });

  it('into a database with cases of its own is refused, and changes nothing there', async () => {
    await fill(3);
    const own = await openDatabase({ url });
    const { run, read } = createUnitOfWork(own, () => 'row');
    await run((stores) => stores.cases.insert(caseOf('OWN'), null));
    const { status, errors } = await move(data, url);
    expect(status).not.toBe(0);
    expect(errors.join()).toContain('of its own');
    expect(await read((stores) => stores.cases.page('', 9))).toHaveLength(1);
    await own.destroy();
  });

  it('that was stopped between its last two steps is ended by the same command', async () => {
    await fill(3);
    expect((await move(data, url)).status).toBe(0);
    const target = await openStore<unknown>({ url }, migrationsOf);
    await setMoveMark(target, 'moving-here', NOW);
    await target.destroy();
    await expect(openDatabase({ url })).rejects.toMatchObject({ code: 'moved' });
    expect(await move(data, url)).toMatchObject({ status: 0, errors: [] });
    const database = await openDatabase({ url });
    expect(await createUnitOfWork(database, () => 'x').read(({ cases }) => cases.page('', 9))).toHaveLength(
      3,
    );
    await database.destroy();
    await expect(openDatabase({ path: join(data, 'indgang.db') })).rejects.toMatchObject({ code: 'moved' });
  });

  it('twice is refused in words', async () => {
    await fill(3);
    expect((await move(data, url)).status).toBe(0);
    const { status, errors } = await move(data, url);
    expect([status, errors.join()]).toEqual([2, expect.stringContaining('moved already')]);
  });
});

it.each([
  ['without places', [], '--from'],
  ['from nowhere', ['--from', '/nowhere', '--to', '/elsewhere'], 'no case store'],
  ['to itself', ['--from', 'a', '--to', 'a'], 'the same place'],
  ['to a database that is not set', ['--from', 'a', '--to', 'DATABASE_URL'], 'not set'],
])('a move %s is refused', async (_, argv, words) => {
  const { status, errors } = await runWith(['store', 'migrate', ...argv], {}, NOW);
  expect([status, errors.join()]).toEqual([2, expect.stringContaining(words)]);
  expect(existsSync('a')).toBe(false);
});
