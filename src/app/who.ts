import type { Command } from '../core/command.ts';
import { type OrganisationId, organisationName } from '../core/organisation.ts';
import type { Actor, Person } from '../core/person.ts';
import { ok, type Result, refuse } from '../core/result.ts';
import type { Inbound } from './inbound.ts';
import type { Stores } from './ports.ts';

/** Commands that need no organisation to act for. */
const FREE: readonly Command['name'][] = ['help', 'greet', 'language', 'act-as', 'unreadable'];

/**
 * Who acts and for whom, from the verified activity alone (handover.md, "Who may do what"). A member of a bound
 * channel's team belongs to its office without standing in the directory. Refuses guests (`guest`), strangers
 * (`not-in-directory`) and, for a person in several organisations, asks which (`choose-organisation`).
 */
export async function whoActs(
  inbound: Inbound,
  stores: Stores,
): Promise<Result<{ readonly person: Person; readonly actor: Actor }>> {
  const { identity, name, guest } = inbound.person;
  if (guest) return refuse('guest');
  const binding =
    inbound.conversation.kind === 'personal'
      ? undefined
      : await stores.bindings.ofConversation(inbound.conversation);
  let person = await stores.people.byIdentity(identity);
  const belongs =
    binding && !person?.memberships.some(({ organisation }) => organisation === binding.organisation);
  if (binding && belongs && inbound.person.unverified !== true) {
    const membership = { organisation: binding.organisation, roles: ['consultant'] as const };
    person = person
      ? { ...person, memberships: [...person.memberships, membership] }
      : { id: identity, name, identities: [identity], memberships: [membership] };
    await stores.people.save(person);
  }
  if (!person || person.memberships.length === 0) {
    return FREE.includes(inbound.command.name) ? ok(nobody(identity, name)) : refuse('not-in-directory');
  }
  if (inbound.person.address) await stores.people.saveAddress(identity, inbound.person.address);
  if (inbound.conversation.kind === 'personal') await rememberConversation(inbound, person, stores);

  const here =
    binding && person.memberships.find(({ organisation }) => organisation === binding.organisation);
  const chosen = await stores.people.actingAs(person.id);
  const membership =
    here ??
    person.memberships.find(({ organisation }) => organisation === chosen) ??
    (person.memberships.length === 1 || FREE.includes(inbound.command.name)
      ? person.memberships[0]
      : undefined);
  if (!membership) {
    const names = person.memberships.map(({ organisation }) => organisationName(organisation)).join(', ');
    return refuse('choose-organisation', { organisations: names });
  }
  return ok({
    person,
    actor: {
      person: person.id,
      name: person.name,
      organisation: membership.organisation,
      roles: membership.roles,
    },
  });
}

/** Somebody whom only free commands are answered. */
function nobody(identity: string, name: string): { person: Person; actor: Actor } {
  const organisation: OrganisationId = 'ehm-midtjylland';
  return {
    person: { id: identity, name, identities: [identity], memberships: [] },
    actor: { person: identity, name, organisation, roles: [] },
  };
}

async function rememberConversation(inbound: Inbound, person: Person, stores: Stores): Promise<void> {
  const known = await stores.people.conversationOf(person.id);
  if (known?.reference === inbound.conversation.reference) return;
  await stores.people.saveConversation(person.id, inbound.conversation);
}
