import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chatOf, openTeamsWorld } from '../flows/teams-world.ts';
import { runWith } from './cli-world.ts';

/** Who saw and did what, over a store that the service itself has written through its own turns. */

let folder: string;
let caseId: string;
const PERSONAL = /Hanne|40411234|Hansen VVS|25313763|Tyskland|Anna Holm|Bo Krogh/;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'indgang-audit-'));
  const world = await openTeamsWorld({}, { data: folder });
  const finn = chatOf('finn-dahl');
  const [form] = await world.say('finn-dahl', finn, 'ny');
  const decision = await world.click('finn-dahl', finn, form?.card, 'intake.submit', {
    cvr: '25313763',
    municipality: '791',
    contactName: 'Hanne Hansen',
    contactPhone: '40411234',
    areas: 'internationalisation',
    description: 'Vil sælge til Tyskland',
  });
  const card = await world.click('finn-dahl', finn, decision, 'intake.confirm', { consent: 'consent' });
  caseId = /\b([A-Z0-9]{4}-[A-Z0-9]{4})\b/.exec(JSON.stringify(card))?.[1] ?? '';
  await world.say('finn-dahl', finn, `sag ${caseId}`);
  world.clock.set('2026-11-20T10:00:00Z');
  await world.say('carla-winther', chatOf('carla-winther'), `sag ${caseId}`);
  await world.say('bo-krogh', chatOf('bo-krogh'), `sag ${caseId}`);
  await world.say('bo-krogh', chatOf('bo-krogh'), 'hvem har Hansen VVS?');
  await world.say('anna-holm', chatOf('anna-holm'), `case ${caseId}`);
  await world.deliver();
  await world.close();
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...argv: string[]) => runWith([...argv, '--data', folder], {}, '2026-11-20T15:00:00.000Z');
const lines = async (...argv: string[]) =>
  (await run('audit', '--json', ...argv)).out.map((line) => JSON.parse(line) as Record<string, unknown>);

describe('indgang audit', () => {
  it('has what was done, and the reads of outsiders and coordinators, but not those of the parties', async () => {
    const all = await lines('--case', caseId.toLowerCase());
    expect(all.map(({ person, action, relation }) => [person, action, relation])).toEqual([
      ['finn-dahl', 'opened-and-offered', null],
      ['bo-krogh', 'read', 'other'],
      ['bo-krogh', 'read', 'other'],
      ['anna-holm', 'read', 'owner'],
    ]);
    expect(all[1]).toEqual({
      at: expect.stringMatching(/^2026-11-20T10:00/),
      person: 'bo-krogh',
      organisation: 'les-751',
      action: 'read',
      case: caseId,
      relation: 'other',
      cases: 1,
    });
  });

  it('is asked by person and by day', async () => {
    expect(await lines('--person', 'bo-krogh')).toHaveLength(2);
    expect(await lines('--from', '2026-11-21')).toEqual([]);
    expect((await lines('--to', '2026-11-20')).length).toBeGreaterThan(3);
    expect((await run('audit', '--from', '20.11.2026')).status).toBe(2);
  });

  it('notes what is read, exported and erased by command line, and by whom', async () => {
    await run('cases', 'show', caseId);
    await run('cases', 'list');
    await run('cases', 'export');
    await run('cases', 'export', '--full', '--format', 'json');
    await run('gdpr', 'export', '--cvr', '25313763');
    await run('gdpr', 'erase', '--cvr', '25313763');
    const ours = await lines('--person', 'cli:drift');
    expect(ours.map(({ action, case: about, cases }) => [action, about, cases])).toEqual([
      ['cases-show', caseId, 1],
      ['cases-list', null, 1],
      ['cases-export', null, 1],
      ['cases-export', null, 1],
      ['gdpr-export', null, 1],
      ['gdpr-erase', null, 1],
    ]);
  });

  it('holds ids and codes only, and is whole after an erasure', async () => {
    const everything = await lines();
    expect(everything.length).toBeGreaterThan(9);
    expect(JSON.stringify(everything)).not.toMatch(PERSONAL);
    expect((await run('audit')).out.join('\n')).toMatch(/gdpr-erase/);
    expect((await run('store', 'check')).status).toBe(0);
  });
});
