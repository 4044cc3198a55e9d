import type { Answer } from '../core/answer.ts';
import { coordinates } from '../core/case/relation.ts';
import { parseOrganisation } from '../core/organisation.ts';
import type { Language } from '../core/vocabulary.ts';
import { notice, refused, type Turn } from './turn.ts';

/**
 * `forbind <organisation>`: from now on this channel gets the office's cards. For coordinators of that organisation.
 * Refuses `unknown-organisation`, `coordinators-only`, `not-a-channel`.
 */
export async function connectChannel(turn: Turn, typed: string): Promise<Answer> {
  const organisation = parseOrganisation(typed);
  if (!organisation) return refused('unknown-organisation', { organisation: typed.slice(0, 60) });
  if (turn.inbound.conversation.kind === 'personal') return refused('not-a-channel');
  const own = turn.person.memberships.find((membership) => membership.organisation === organisation);
  if (!own || !coordinates({ ...turn.actor, roles: own.roles }))
    return refused('coordinators-only', { organisation });
  await turn.stores.bindings.save({
    organisation,
    conversation: turn.inbound.conversation,
    boundBy: turn.person.id,
    boundAt: turn.now,
  });
  return notice('connected', { organisation });
}

/** `afbryd`: this channel gets no more cards. For coordinators of the organisation it was connected to. */
export async function disconnectChannel(turn: Turn): Promise<Answer> {
  const binding = await turn.stores.bindings.ofConversation(turn.inbound.conversation);
  if (!binding) return refused('not-connected');
  const own = turn.person.memberships.find((membership) => membership.organisation === binding.organisation);
  if (!own || !coordinates({ ...turn.actor, roles: own.roles })) {
    return refused('coordinators-only', { organisation: binding.organisation });
  }
  await turn.stores.bindings.remove(binding.organisation, binding.conversation);
  return notice('disconnected', { organisation: binding.organisation });
}

/** `sprog da|en`, for this person in every conversation. */
export async function chooseLanguage(turn: Turn, language: Language): Promise<Answer> {
  await turn.stores.people.saveLanguage(turn.person.id, language);
  return notice('language-chosen');
}

/** `som <organisation>`: as whom somebody in several organisations acts. */
export async function actAs(turn: Turn, typed: string): Promise<Answer> {
  const organisation = parseOrganisation(typed);
  if (!organisation) return refused('unknown-organisation', { organisation: typed.slice(0, 60) });
  if (!turn.person.memberships.some((membership) => membership.organisation === organisation)) {
    return refused('not-a-member', { organisation });
  }
  await turn.stores.people.saveActingAs(turn.person.id, organisation);
  return notice('acting-as', { organisation });
}
