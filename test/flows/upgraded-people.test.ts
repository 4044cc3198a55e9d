import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEMO_PEOPLE, DEMO_TENANT } from '../../src/demo/demo-directory.ts';
import { chatOf, openTeamsWorld, type TeamsWorld } from './teams-world.ts';

/** A store of the version before: it did not note where a membership came from, and never took one away. */

const learned = `teams:${DEMO_TENANT}:unknown-sofie`;
let folder: string;
let world: TeamsWorld;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'indgang-upgrade-'));
  world = await openTeamsWorld({}, { data: folder });
  await world.service.unitOfWork.run(async ({ people }) => {
    const consultant = [{ organisation: 'les-791', roles: ['consultant'] }] as const;
    await people.save({ id: learned, name: 'sofie', identities: [learned], memberships: consultant });
    await people.save({
      id: 'slack:T1:U1',
      name: 'Ulla',
      identities: ['slack:T1:U1'],
      memberships: consultant,
    });
    await people.save({
      id: 'left-long-ago',
      name: 'Lis',
      identities: ['teams:t:lis'],
      memberships: consultant,
    });
    const anna = DEMO_PEOPLE.find(({ id }) => id === 'anna-holm');
    if (anna)
      await people.save({
        ...anna,
        memberships: [...anna.memberships, { organisation: 'les-751', roles: ['coordinator'] }],
      });
  });
  await world.close();
  world = await openTeamsWorld({}, { data: folder });
});
afterEach(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

const said = async (person: string) => JSON.stringify(await world.say(person, chatOf(person), 'sager'));

describe('a store of the version before', () => {
  it('is left with whom the directory names and whom a roster confirms', async () => {
    const people = await world.service.unitOfWork.run((stores) => stores.people.all());
    expect(people.map(({ id }) => id).sort()).toEqual([...DEMO_PEOPLE.map(({ id }) => id), learned].sort());
    expect(people.find(({ id }) => id === 'anna-holm')?.memberships).toMatchObject([
      { organisation: 'les-791', source: 'directory' },
    ]);
  });

  it('lets in whom it had learned only once the roster confirms it', async () => {
    world.recorder.members = () => ({ status: 503, body: {} });
    expect(await said('sofie')).toContain('få bekræftet');
    world.recorder.members = () => ({ status: 200, body: { id: '29:x', userRole: 'user' } });
    expect(await said('sofie')).toContain('Mine sager');
    world.recorder.members = () => ({ status: 404, body: {} });
    world.clock.set('2026-11-20T11:00:00Z');
    expect(await said('sofie')).toContain('hvilken organisation');
  });
});
