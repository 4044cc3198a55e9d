import { deputyOf } from '../app/absences.ts';
import type { CardReader } from '../app/card-for.ts';
import type { Conversation } from '../app/ports/conversation.ts';
import type { ReadStores } from '../app/ports/unit-of-work.ts';
import { isAway } from '../core/absence.ts';
import type { Case } from '../core/case/case.ts';
import { partiesOf } from '../core/case/derived.ts';
import type { Effect } from '../core/case/effects.ts';
import { officeFor } from '../core/case/notice-rules.ts';
import type { Tell } from '../core/case/notices.ts';
import { danishDate } from '../core/danish-date.ts';
import type { OrganisationId } from '../core/organisation.ts';
import type { NamedPerson, Person } from '../core/person.ts';

/** A conversation and the reader for whom the message is rendered. */
export interface Target {
  readonly conversation: Conversation;
  readonly reader: CardReader;
}

async function channelsOf(organisation: OrganisationId, stores: ReadStores): Promise<Target[]> {
  const bindings = await stores.bindings.ofOrganisation(organisation);
  return bindings.map(({ conversation, language }) => ({
    conversation,
    reader: { kind: 'channel', organisation, channel: conversation.channel, language },
  }));
}

async function personally(
  people: readonly Person[],
  organisation: OrganisationId,
  stores: ReadStores,
): Promise<Target[]> {
  const targets: Target[] = [];
  for (const person of people) {
    const conversation = await stores.people.conversationOf(person.id);
    if (conversation) targets.push({ conversation, reader: { kind: 'person', person, organisation } });
  }
  return targets;
}

const coordinatorsOf = async (organisation: OrganisationId, stores: ReadStores, now: string) =>
  personally(
    await present(await stores.people.coordinators(organisation), stores, now),
    organisation,
    stores,
  );

/** Targets that get a message together. Where none of them takes it, the next way is tried. */
export type Way = readonly Target[];

/** The ways with at least one target (handover.md: channel, then coordinator, then the not-delivered list). */
async function open(ways: readonly Promise<Way>[]): Promise<Way[]> {
  return (await Promise.all(ways)).filter(({ length }) => length > 0);
}

/** Those who are there today; all of them where nobody is, so that somebody is told. */
async function present(
  people: readonly Person[],
  stores: ReadStores,
  now: string,
): Promise<readonly Person[]> {
  const there: Person[] = [];
  for (const person of people) {
    if (!isAway(await stores.people.absenceOf(person.id), danishDate(now))) there.push(person);
  }
  return there.length > 0 ? there : people;
}

/** Each person of an organisation who serves companies, is there and has a chat with the bot, but for the one who acted. */
async function everybodyOf(
  organisation: OrganisationId,
  except: string | undefined,
  stores: ReadStores,
  now: string,
): Promise<Way> {
  const serving = (await stores.people.membersOf(organisation)).filter(
    ({ id, memberships }) =>
      id !== except &&
      memberships.some(
        (one) =>
          one.organisation === organisation &&
          one.roles.some((role) => role === 'consultant' || role === 'coordinator'),
      ),
  );
  return personally(await present(serving, stores, now), organisation, stores);
}

/** The ways to an organisation: its channels and its coordinators, in the order that `first` says. */
export function organisationWays(
  organisation: OrganisationId,
  first: 'channel' | 'coordinators',
  stores: ReadStores,
  now: string,
): Promise<Way[]> {
  const channel = channelsOf(organisation, stores);
  const coordinators = coordinatorsOf(organisation, stores, now);
  return open(first === 'channel' ? [channel, coordinators] : [coordinators, channel]);
}

/**
 * The ways to those who settle a grey zone at an organisation: the named people who are still its members, else its
 * coordinators.
 */
export async function settlerWays(
  organisation: OrganisationId,
  contacts: readonly NamedPerson[],
  stores: ReadStores,
  now: string,
): Promise<Way[]> {
  const members = contacts.length === 0 ? [] : await stores.people.membersOf(organisation);
  const named = members.filter(({ id }) => contacts.some(({ person }) => person === id));
  const first = personally(await present(named, stores, now), organisation, stores);
  return [...(await open([first])), ...(await organisationWays(organisation, 'coordinators', stores, now))];
}

/** The ways to a person: their own chat, while they are away their deputy's, else their organisation. */
async function personWays(
  person: Person,
  organisation: OrganisationId,
  stores: ReadStores,
  now: string,
): Promise<Way[]> {
  const absence = await stores.people.absenceOf(person.id);
  const isGone = isAway(absence, danishDate(now));
  const reader = isGone ? await deputyOf(stores, absence, organisation, now) : person;
  const own = await open(reader ? [personally([reader], organisation, stores)] : []);
  return [...own, ...(await organisationWays(organisation, 'channel', stores, now))];
}

/** The ways of a notice about a case. */
export async function tellWays(effect: Tell, kase: Case, stores: ReadStores, now: string): Promise<Way[]> {
  if (effect.kind === 'tell.organisation') {
    const { organisation, to } = effect;
    // The channel has its card already.
    if (to === 'everybody') return open([everybodyOf(organisation, kase.assignee?.person, stores, now)]);
    if (to === 'thread') return open([channelsOf(organisation, stores)]);
    return organisationWays(organisation, to, stores, now);
  }
  const place = await placeOf(effect.person, kase, stores);
  if (!place) return organisationWays(officeFor(effect, kase), 'channel', stores, now);
  // The person's own copy says whom to call. The channel has its card already.
  if (effect.notice === 'yours-now') return open([personally([place.person], place.organisation, stores)]);
  return personWays(place.person, place.organisation, stores, now);
}

/** The channels of an organisation and its coordinators' own chats, all of which get the message. */
export async function channelAndCoordinators(
  organisation: OrganisationId,
  stores: ReadStores,
  now: string,
): Promise<Way> {
  return [...(await channelsOf(organisation, stores)), ...(await coordinatorsOf(organisation, stores, now))];
}

/** The chat of a coordinator of the organisation; none for somebody who no longer is one, or has no chat. */
export async function ownChat(id: string, organisation: OrganisationId, stores: ReadStores): Promise<Way> {
  const coordinators = await stores.people.coordinators(organisation);
  return personally(
    coordinators.filter((one) => one.id === id),
    organisation,
    stores,
  );
}

/** The ways of a notice that is about no case. */
export async function noticeWays(
  effect: Extract<Effect, { kind: 'notice.person' | 'notice.coordinators' }>,
  stores: ReadStores,
  now: string,
): Promise<Way[]> {
  if (effect.kind === 'notice.coordinators')
    return organisationWays(effect.organisation, 'coordinators', stores, now);
  return memberWays(effect.person, effect.organisation, stores, now);
}

/** The ways to a member of an organisation; to its coordinators where the person has left. */
export async function memberWays(
  id: string,
  organisation: OrganisationId,
  stores: ReadStores,
  now: string,
): Promise<Way[]> {
  const members = await stores.people.membersOf(organisation);
  const person = members.find((one) => one.id === id);
  return person
    ? personWays(person, organisation, stores, now)
    : organisationWays(organisation, 'coordinators', stores, now);
}

/** The person with the membership through which they have a part in the case. Undefined where they have none. */
async function placeOf(
  id: string,
  kase: Case,
  stores: ReadStores,
): Promise<{ person: Person; organisation: OrganisationId } | undefined> {
  const following = kase.followUp ? [kase.followUp.organisation] : [];
  for (const organisation of [...partiesOf(kase), kase.createdBy.organisation, ...following]) {
    const person = (await stores.people.membersOf(organisation)).find((one) => one.id === id);
    if (person) return { person, organisation };
  }
  return undefined;
}
