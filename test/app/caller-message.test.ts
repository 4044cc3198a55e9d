import { expect, it } from 'vitest';
import { reachOf } from '../../src/app/caller-message.ts';
import type { Person } from '../../src/core/person.ts';
import { chatOf, openLoopWorld } from '../loop/loop-world.ts';

/** Who of an office hears of a case that is sent to it. */

const coordinator = (id: string, organisation: 'les-740' | 'les-707', identity: string): Person => ({
  id,
  name: id,
  identities: [identity],
  memberships: [{ organisation, roles: ['coordinator'] }],
});

it('is its channel, else coordinators who can be written to, else nobody', async () => {
  const people = [
    coordinator('ulla', 'les-740', 'teams:t:ulla'),
    coordinator('sven', 'les-707', 'slack:T0DEMO:U0SVEN'),
  ];
  const world = await openLoopWorld({ people, bound: ['les-791'], store: 'maps' });
  const reach = (office: 'les-791' | 'les-740' | 'les-707' | 'les-615') =>
    world.unitOfWork.read((stores) => reachOf(office, stores));
  try {
    expect(await reach('les-791')).toBe('channel');
    expect(await reach('les-615')).toBe('nobody');
    // In Teams a person can be written to only in a chat that they began.
    expect(await reach('les-740')).toBe('nobody');
    await world.unitOfWork.run((stores) => stores.people.saveConversation('ulla', chatOf('ulla')));
    expect(await reach('les-740')).toBe('coordinators');
    expect(await reach('les-707')).toBe('coordinators');
  } finally {
    await world.close();
  }
});
