import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { channelOf, openTeamsWorld } from '../flows/teams-world.ts';
import { runWith } from './cli-world.ts';

/** Over a store that the service itself has written. */

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'indgang-people-list-'));
  const world = await openTeamsWorld({}, { data: folder });
  await world.say('sofie', channelOf('les-791'), 'sager');
  await world.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...argv: string[]) =>
  runWith(['people', 'list', ...argv, '--data', folder], {}, '2026-11-20T15:00:00.000Z');

describe('indgang people list', () => {
  it('says who belongs where, from where, since when and until when', async () => {
    const { status, out } = await run('--json', '--organisation', 'les-791');
    expect(status).toBe(0);
    expect(out.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({
        person: 'anna-holm',
        roles: 'consultant,coordinator',
        from: 'directory',
        until: null,
      }),
      expect.objectContaining({ person: 'finn-dahl', from: 'directory', since: '2026-11-20T09:00:00.000Z' }),
      {
        person: 'teams:00000000-0000-0000-0000-000000000001:unknown-sofie',
        name: 'sofie',
        organisation: 'les-791',
        roles: 'consultant',
        from: 'channel:teams:team-les-viborg',
        since: '2026-11-20T09:00:00.000Z',
        until: '2026-11-21T09:00:00.000Z',
        identities: 'teams:00000000-0000-0000-0000-000000000001:unknown-sofie',
      },
    ]);
  });

  it('is a table for people', async () => {
    const { status, out } = await run();
    expect(status).toBe(0);
    expect(out.join('\n')).toMatch(/Anna Holm +LES Viborg +consultant,coordinator +directory/);
    expect(out.join('\n')).toContain('7 memberships');
  });

  it('names an organisation that does not exist', async () => {
    expect(await run('--organisation', 'les-999')).toMatchObject({
      status: 2,
      errors: ['indgang people list: --organisation les-999: there is no such organisation'],
    });
  });
});
