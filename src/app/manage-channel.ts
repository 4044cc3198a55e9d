import { type Answer, notice, refused } from '../core/answer.ts';
import { coordinates } from '../core/case/relation.ts';
import { channelSource } from '../core/membership.ts';
import { parseOrganisation } from '../core/organisation.ts';
import { addElapsed } from '../core/promise/clock.ts';
import type { Language } from '../core/vocabulary.ts';
import { endByConversation } from './confirm-membership.ts';
import { namedPerson } from './named-person.ts';
import type { Turn } from './turn.ts';

/**
 * `forbind <organisation>`: binds this channel, so that it gets the organisation's cards. For its coordinators.
 * Refuses `unknown-organisation`, `coordinators-only`, `not-a-channel` and `bound-elsewhere` (its members would
 * belong to two organisations).
 */
export async function connectChannel(turn: Turn, typed: string): Promise<Answer> {
  const organisation = parseOrganisation(typed);
  if (!organisation) return refused('unknown-organisation', { organisation: typed.slice(0, 60) });
  if (turn.inbound.conversation.kind === 'personal') return refused('not-a-channel');
  const own = turn.person.memberships.find((membership) => membership.organisation === organisation);
  if (!own || !coordinates({ ...turn.actor, roles: own.roles }))
    return refused('coordinators-only', { organisation });
  const bound = await turn.stores.bindings.ofConversation(turn.inbound.conversation);
  if (bound && bound.organisation !== organisation)
    return refused('bound-elsewhere', { organisation: bound.organisation });
  await turn.stores.bindings.save({
    organisation,
    conversation: turn.inbound.conversation,
    boundBy: turn.person.id,
    boundAt: turn.now,
    language: bound?.language,
  });
  return notice('connected', { organisation });
}

/**
 * `afbryd`: unbinds this channel. For coordinators of its organisation. Refuses `not-connected` and `coordinators-
 * only`.
 */
export async function disconnectChannel(turn: Turn): Promise<Answer> {
  const binding = await turn.stores.bindings.ofConversation(turn.inbound.conversation);
  if (!binding) return refused('not-connected');
  const own = turn.person.memberships.find((membership) => membership.organisation === binding.organisation);
  if (!own || !coordinates({ ...turn.actor, roles: own.roles })) {
    return refused('coordinators-only', { organisation: binding.organisation });
  }
  await turn.stores.bindings.remove(binding.organisation, binding.conversation);
  await endByConversation(turn.stores, binding.organisation, binding.conversation, turn.now);
  return notice('disconnected', { organisation: binding.organisation });
}

/**
 * `sprog da|en`: the person's own language, or typed in an office's channel by one of its members, the channel's. A
 * click on a card there is the person's own.
 */
export async function chooseLanguage(turn: Turn, language: Language): Promise<Answer> {
  const { audience, conversation } = turn.inbound;
  const binding =
    audience === 'conversation' ? await turn.stores.bindings.ofConversation(conversation) : undefined;
  if (binding) {
    await turn.stores.bindings.save({ ...binding, language });
    return notice('channel-language-chosen', { organisation: binding.organisation });
  }
  await turn.stores.people.saveLanguage(turn.person.id, language);
  return notice('language-chosen');
}

/**
 * `som <organisation>`: the organisation that a person of several acts for. Refuses `unknown-organisation` and `not-
 * a-member`.
 */
export async function actAs(turn: Turn, typed: string): Promise<Answer> {
  const organisation = parseOrganisation(typed);
  if (!organisation) return refused('unknown-organisation', { organisation: typed.slice(0, 60) });
  if (!turn.person.memberships.some((membership) => membership.organisation === organisation)) {
    return refused('not-a-member', { organisation });
  }
  await turn.stores.people.saveActingAs(turn.person.id, organisation);
  return notice('acting-as', { organisation });
}

/**
 * `giv adgang <navn>`: lets in a person who wrote in the organisation's channel, which anybody can join. They are a
 * consultant for as long as they are in the channel. For coordinators. Refuses `coordinators-only` and `nobody-asked`
 * (also where several people fit the name).
 */
export async function letIn(turn: Turn, typed: string): Promise<Answer> {
  const coordinated = turn.person.memberships.filter(({ roles }) => roles.includes('coordinator'));
  if (coordinated.length === 0) return refused('coordinators-only');
  const waiting = (
    await Promise.all(
      coordinated.map(({ organisation }) => turn.stores.admissions.ofOrganisation(organisation)),
    )
  ).flat();
  const admission = namedPerson(waiting, typed, (one) => ({ id: one.identity, name: one.name }));
  if (!admission) return refused('nobody-asked', { name: typed.slice(0, 100) });
  const { identity, name, organisation, conversation } = admission;
  const person = (await turn.stores.people.byIdentity(identity)) ?? {
    id: identity,
    name,
    identities: [identity],
    memberships: [],
  };
  if (!person.memberships.some((one) => one.organisation === organisation)) {
    // Confirmed until now: the person's next turn asks the roster whether they are still there.
    const membership = {
      organisation,
      roles: ['consultant'] as const,
      source: channelSource(conversation),
      since: turn.now,
      confirmedUntil: addElapsed(turn.now, 0),
      admittedBy: turn.person.id,
    };
    await turn.stores.people.save({ ...person, memberships: [...person.memberships, membership] });
  }
  await turn.stores.admissions.remove(identity, organisation);
  return notice('let-in', { name, organisation });
}
