import { channelOf, channelSource, isByChannel, isLearned } from '../core/membership.ts';
import type { Membership, Person } from '../core/person.ts';
import { addElapsed } from '../core/promise/clock.ts';
import { keepPerson } from './confirm-membership.ts';
import type { Stores } from './ports/unit-of-work.ts';

/**
 * Replaces the directory. A person who is no longer in it loses the memberships, roles and identities it gave;
 * history keeps what they did, and memberships by channel stay as the roster confirms them. Where two processes start
 * with different files over one store, the last wins. Returns how many people were left out.
 */
export async function replaceDirectory(
  stores: Stores,
  directory: readonly Person[],
  now: string,
): Promise<number> {
  const before = await stores.people.all();
  const listed = new Map(directory.map((person) => [person.id, person]));
  const claimedBy = new Map(
    directory.flatMap(({ id, identities }) => identities.map((one) => [one, id] as const)),
  );
  const merged = new Map<string, Membership[]>();
  let left = 0;
  for (const person of before) {
    if (listed.has(person.id)) continue;
    const kept = isLearned(person)
      ? await known(person, stores, now)
      : person.memberships.filter(isByChannel);
    const owner = person.identities.map((one) => claimedBy.get(one)).find((id) => id !== undefined);
    if (owner !== undefined) merged.set(owner, [...(merged.get(owner) ?? []), ...kept]);
    if (owner !== undefined || kept.length === 0) await stores.people.remove(person.id);
    else {
      const channels = kept.map(channelOf);
      const identities = person.identities.filter((one) => channels.includes(one.split(':')[0]));
      await keepPerson(stores, person, { ...person, identities, memberships: kept });
    }
    if (!isLearned(person)) left++;
  }
  const earlier = new Map(before.map((person) => [person.id, person]));
  for (const person of directory) {
    const old = earlier.get(person.id)?.memberships ?? [];
    const given = person.memberships.map((membership) => ({
      ...membership,
      source: 'directory' as const,
      since:
        old.find((one) => one.organisation === membership.organisation && one.source === 'directory')
          ?.since ?? now,
    }));
    const learned = [...old.filter(isByChannel), ...(merged.get(person.id) ?? [])];
    const extra = learned.filter(
      (one, place) =>
        !given.some(({ organisation }) => organisation === one.organisation) &&
        learned.findIndex(({ organisation }) => organisation === one.organisation) === place,
    );
    await stores.people.save({ ...person, memberships: [...given, ...extra] });
  }
  return left;
}

/**
 * The memberships of a person known by channel. 0.1.0 did not note the conversation: such a membership is confirmed
 * anew where the organisation has a Teams channel, and ends in Slack, where anybody may have joined.
 */
async function known(person: Person, stores: Stores, now: string): Promise<Membership[]> {
  const kept: Membership[] = [];
  for (const membership of person.memberships) {
    if (isByChannel(membership)) kept.push(membership);
    if (membership.source !== undefined || !person.id.startsWith('teams:')) continue;
    const bindings = await stores.bindings.ofOrganisation(membership.organisation);
    const binding = bindings.find(({ conversation }) => conversation.channel === 'teams');
    if (!binding) continue;
    const { organisation } = membership;
    const source = channelSource(binding.conversation);
    kept.push({
      organisation,
      roles: ['consultant'],
      source,
      since: now,
      confirmedUntil: addElapsed(now, 0),
    });
  }
  return kept;
}
