import { describe, expect, it } from 'vitest';
import type { Stores } from '../../src/app/ports/unit-of-work.ts';
import { replaceDirectory } from '../../src/app/replace-directory.ts';
import type { Membership, Person } from '../../src/core/person.ts';
import { createMemoryStore } from '../loop/memory-stores.ts';

const NOW = '2026-11-20T09:00:00.000Z';
const EARLIER = '2026-01-01T09:00:00.000Z';
const HOUSE = 'ehm-midtjylland';

const byChannel = (more: Partial<Membership> = {}): Membership => ({
  organisation: 'les-791',
  roles: ['consultant'],
  source: 'channel:teams:viborg',
  since: EARLIER,
  confirmedUntil: NOW,
  ...more,
});
const given = (more: Partial<Membership> = {}): Membership => ({
  organisation: HOUSE,
  roles: ['coordinator'],
  source: 'directory',
  since: EARLIER,
  ...more,
});
const person = (id: string, ...memberships: readonly Membership[]): Person => ({
  id,
  name: id,
  identities: [id.includes(':') ? id : `teams:t:${id}`],
  memberships,
});

/** The people after the directory was replaced, and how many it left out. */
async function replaced(
  before: readonly Person[],
  directory: readonly Person[],
  prepare?: (stores: Stores) => Promise<void>,
) {
  const { unitOfWork } = createMemoryStore(() => 'id');
  return unitOfWork.run(async (stores) => {
    for (const one of before) await stores.people.save(one);
    await prepare?.(stores);
    const left = await replaceDirectory(stores, directory, NOW);
    const people = new Map((await stores.people.all()).map((one) => [one.id, one]));
    return { left, people };
  });
}

const listed: Person = { ...person('anna'), memberships: [{ organisation: HOUSE, roles: ['consultant'] }] };

describe('people of the directory', () => {
  it('have what it says, since they first had it', async () => {
    const { people, left } = await replaced([person('anna', given())], [listed]);
    expect(people.get('anna')?.memberships).toEqual([given({ roles: ['consultant'] })]);
    expect(left).toBe(0);
    expect((await replaced([], [listed])).people.get('anna')?.memberships).toEqual([
      given({ roles: ['consultant'], since: NOW }),
    ]);
    const other = await replaced([person('anna', given({ organisation: 'les-791' }))], [listed]);
    expect(other.people.get('anna')?.memberships).toEqual([given({ roles: ['consultant'], since: NOW })]);
    // What a channel gave before does not make it older.
    const learned = await replaced([person('anna', byChannel({ organisation: HOUSE }))], [listed]);
    expect(learned.people.get('anna')?.memberships).toEqual([given({ roles: ['consultant'], since: NOW })]);
  });

  it('keep what channels vouch for beside it', async () => {
    const { people } = await replaced([person('anna', given(), byChannel())], [listed]);
    expect(people.get('anna')?.memberships).toEqual([given({ roles: ['consultant'] }), byChannel()]);
  });

  it('take over what was learned of them under their identity', async () => {
    const learned = person('teams:t:anna', byChannel(), byChannel({ organisation: HOUSE }));
    const both = person('anna', byChannel({ since: NOW }));
    const { people, left } = await replaced([learned, both], [listed]);
    expect([...people.keys()]).toEqual(['anna']);
    expect(people.get('anna')?.memberships).toEqual([
      given({ roles: ['consultant'], since: NOW }),
      byChannel({ since: NOW }),
    ]);
    expect(left).toBe(0);
    const two = [learned, { ...person('slack:T:U', byChannel({ organisation: 'les-751' })) }];
    const slack = { ...listed, identities: ['teams:t:anna', 'slack:T:U'] };
    expect(
      (await replaced(two, [slack])).people
        .get('anna')
        ?.memberships.map(({ organisation }) => organisation)
        .sort(),
    ).toEqual([HOUSE, 'les-751', 'les-791']);
  });
});

describe('people whom the directory leaves out', () => {
  it('are gone, and counted', async () => {
    const { people, left } = await replaced([person('bo', given()), person('anna', given())], [listed]);
    expect([...people.keys()]).toEqual(['anna']);
    expect(left).toBe(1);
  });

  it('stay with what a channel vouches for, under the identities of that channel', async () => {
    const bo = { ...person('bo', given(), byChannel()), identities: ['teams:t:bo', 'slack:T:bo'] };
    const { people, left } = await replaced([bo], []);
    expect(people.get('bo')).toMatchObject({ identities: ['teams:t:bo'], memberships: [byChannel()] });
    expect(left).toBe(1);
  });
});

describe('people whom a channel made known', () => {
  it('stay as they are, and are counted as nobody’s loss', async () => {
    const learned = person('teams:t:sofie', byChannel());
    const { people, left } = await replaced([learned], [listed]);
    expect(people.get('teams:t:sofie')).toEqual(learned);
    expect(left).toBe(0);
  });

  it('lose what the directory once gave them', async () => {
    const learned = person('teams:t:sofie', byChannel(), given());
    expect((await replaced([learned], [])).people.get('teams:t:sofie')?.memberships).toEqual([byChannel()]);
    expect((await replaced([person('teams:t:sofie', given())], [])).people.size).toBe(0);
  });

  it('by an older version are asked for anew where the office has a channel in Teams, and end elsewhere', async () => {
    const old = (id: string) => person(id, { organisation: 'les-791', roles: ['consultant'] });
    const bind = (channel: 'teams' | 'slack') => (stores: Stores) =>
      stores.bindings.save({
        organisation: 'les-791',
        conversation: { channel, id: 'viborg', kind: 'channel', reference: '{}' },
        boundBy: 'anna',
        boundAt: NOW,
      });
    const { people } = await replaced([old('teams:t:sofie')], [], bind('teams'));
    expect(people.get('teams:t:sofie')?.memberships).toEqual([byChannel({ since: NOW })]);
    expect((await replaced([old('teams:t:sofie')], [], bind('slack'))).people.size).toBe(0);
    expect((await replaced([old('teams:t:sofie')], [])).people.size).toBe(0);
    expect((await replaced([old('slack:T:sofie')], [], bind('teams'))).people.size).toBe(0);
  });
});
