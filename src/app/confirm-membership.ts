import { channelOf, channelSource, isByChannel, isDue, isLearned, KEPT_HOURS } from '../core/membership.ts';
import type { OrganisationId } from '../core/organisation.ts';
import type { Membership, Person } from '../core/person.ts';
import { addElapsed } from '../core/promise/clock.ts';
import { type Conversation, isSameConversation } from './ports/conversation.ts';
import type { RosterAnswer, Rosters } from './ports/roster.ts';
import type { Binding } from './ports/stores/binding-store.ts';
import type { ReadStores, Stores } from './ports/unit-of-work.ts';

/** A question to the rosters: is the person, under any of these identities, in any of these conversations? */
export interface RosterQuestion {
  readonly organisation: OrganisationId;
  readonly asked: readonly {
    readonly place: Conversation;
    readonly identity: string;
    readonly address: string | null;
  }[];
}

/** The rosters' strongest answer for an organisation, and which conversation and identity gave it. */
export interface Confirmation extends RosterAnswer {
  readonly organisation: OrganisationId;
  readonly place: Conversation;
  readonly by: string;
}

/** The question about one organisation. `first`: the conversation that the person writes in, which is asked first. */
export async function questionOf(
  stores: ReadStores,
  organisation: OrganisationId,
  identities: readonly string[],
  first?: { readonly binding: Binding; readonly address: string | null },
): Promise<RosterQuestion> {
  const bindings = await stores.bindings.ofOrganisation(organisation);
  const here = first?.binding.conversation;
  const others = bindings.flatMap(({ conversation }) =>
    here && isSameConversation(conversation, here) ? [] : [conversation],
  );
  const asked: RosterQuestion['asked'][number][] = [];
  for (const place of [...(here ? [here] : []), ...others]) {
    for (const identity of identities) {
      if (!identity.startsWith(`${place.channel}:`)) continue;
      const known = place === here ? first?.address : null;
      asked.push({ place, identity, address: known ?? (await stores.people.addressOf(identity)) });
    }
  }
  return { organisation, asked };
}

/**
 * Asks the rosters in order until one says that the person is a member. Resolves with the strongest answer; undefined
 * where there was nothing to ask.
 */
export async function askRosters(
  question: RosterQuestion,
  rosters: Rosters,
  isSilent: (place: Conversation) => boolean = () => false,
): Promise<Confirmation | undefined> {
  let best: Confirmation | undefined;
  for (const { place, identity, address } of question.asked) {
    const roster = rosters.get(place.channel);
    const answer: RosterAnswer =
      !roster || isSilent(place)
        ? { standing: 'unknown' }
        : await roster.standingOf(place, identity, address);
    const found = { ...answer, organisation: question.organisation, place, by: identity };
    if (!best || SAYS[found.standing] > SAYS[best.standing]) best = found;
    if (found.standing === 'member') break;
  }
  return best;
}

/**
 * Which answer wins where several conversations were asked. `unknown` beats `gone`: a single conversation cannot say
 * that the person left the organisation.
 */
const SAYS = { gone: 0, guest: 1, unknown: 2, member: 3 } as const;

/**
 * The person as a roster's answer leaves them. A member's membership by channel is confirmed, or begins. In a
 * conversation that anybody can join, it begins only after a coordinator has let the person in (`admitted`). Guests
 * and people who are gone lose it. An `unknown` answer changes nothing, and neither does any answer about a
 * membership by the directory.
 */
export function confirmed(
  person: Person,
  { organisation, standing, place, open }: Confirmation,
  now: string,
): Person {
  const known = person.memberships.find((one) => one.organisation === organisation);
  if (standing === 'unknown' || (known && !isByChannel(known))) return person;
  const others = person.memberships.filter((one) => one.organisation !== organisation);
  if (standing !== 'member') return known ? { ...person, memberships: others } : person;
  if (!known && open === true) return person;
  const membership: Membership = {
    ...known,
    organisation,
    roles: ['consultant'],
    source: channelSource(place),
    since: known?.since ?? now,
    confirmedUntil: addElapsed(now, KEPT_HOURS),
  };
  return { ...person, memberships: [...others, membership] };
}

/** Saves a changed person. A person known only by channel is removed with their last membership. */
export async function keepPerson(stores: Stores, before: Person, after: Person): Promise<void> {
  if (after === before) return;
  if (after.memberships.length === 0 && isLearned(after)) await stores.people.remove(after.id);
  else await stores.people.save(after);
}

/** The questions that confirm a person's due memberships. */
export async function dueQuestions(
  stores: ReadStores,
  person: Person,
  now: string,
): Promise<readonly RosterQuestion[]> {
  const due = person.memberships.filter((membership) => isDue(membership, now));
  return Promise.all(due.map(({ organisation }) => questionOf(stores, organisation, person.identities)));
}

/**
 * Ends the memberships that a conversation gave, once it is unbound. Where the organisation has another conversation,
 * they must be confirmed by it before the person acts again.
 */
export async function endByConversation(
  stores: Stores,
  organisation: OrganisationId,
  conversation: Conversation,
  now: string,
): Promise<void> {
  const source = channelSource(conversation);
  const left = await stores.bindings.ofOrganisation(organisation);
  for (const person of await stores.people.membersOf(organisation)) {
    const membership = person.memberships.find((one) => one.organisation === organisation);
    if (membership?.source !== source) continue;
    const others = person.memberships.filter((one) => one !== membership);
    const elsewhere = left.some((binding) => binding.conversation.channel === channelOf(membership));
    const memberships = elsewhere
      ? [...others, { ...membership, confirmedUntil: addElapsed(now, 0) }]
      : others;
    await keepPerson(stores, person, { ...person, memberships });
  }
}
