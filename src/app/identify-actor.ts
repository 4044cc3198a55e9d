import type { Command } from '../core/command.ts';
import { counts, isByChannel, isDue } from '../core/membership.ts';
import { type OrganisationId, organisationName } from '../core/organisation.ts';
import type { Actor, Person } from '../core/person.ts';
import { ok, type Refusal, type Result, refuse } from '../core/result.ts';
import {
  askRosters,
  type Confirmation,
  confirmed,
  dueQuestions,
  keepPerson,
  questionOf,
  type RosterQuestion,
} from './confirm-membership.ts';
import type { Dependencies } from './dependencies.ts';
import type { Inbound } from './inbound.ts';
import type { Binding } from './ports/stores/binding-store.ts';
import type { Stores } from './ports/unit-of-work.ts';

/** All that is answered to somebody whom neither directory nor roster confirms. */
const FOR_STRANGERS: readonly Command['name'][] = ['help', 'greet', 'unreadable'];

/** Commands that need no organisation to act for. */
const FREE: readonly Command['name'][] = [...FOR_STRANGERS, 'language', 'act-as'];

/** What the rosters said of whoever acts. */
export type Confirmations = readonly Confirmation[];

/** Rosters must be asked before the turn can say who acts. It begins again with their answers: nothing waits for another system inside a transaction. */
export class RosterNeeded extends Error {
  readonly questions: readonly RosterQuestion[];

  constructor(questions: readonly RosterQuestion[]) {
    super('The rosters must be asked who acts');
    this.name = 'RosterNeeded';
    this.questions = questions;
  }
}

/** Asks the rosters the questions of a turn. */
export async function askAll(
  questions: readonly RosterQuestion[],
  deps: Pick<Dependencies, 'rosters'>,
): Promise<Confirmations> {
  const answers = await Promise.all(questions.map((question) => askRosters(question, deps.rosters)));
  return answers.filter((answer) => answer !== undefined);
}

/**
 * What the rosters must be asked for a turn: whether the person belongs to the office whose channel they stand in, and
 * whether memberships by channel that were confirmed an hour ago or more still hold. People of the directory are not
 * asked for.
 */
async function questionsOf(
  inbound: Inbound,
  stores: Stores,
  now: string,
): Promise<readonly RosterQuestion[]> {
  const { guest, unverified } = inbound.person;
  if (guest || unverified || FOR_STRANGERS.includes(inbound.command.name)) return [];
  const person = await knownPerson(inbound, stores, []);
  const due = person ? await dueQuestions(stores, person, now) : [];
  const binding = await bindingHere(inbound, stores);
  if (!binding) return due;
  const { organisation } = binding;
  const here = person?.memberships.find((one) => one.organisation === organisation);
  if (here && !isDue(here, now)) return due;
  const { identity, address = null } = inbound.person;
  const question = await questionOf(stores, organisation, [identity], { binding, address });
  return [question, ...due.filter((one) => one.organisation !== organisation)];
}

/**
 * Who acts and for whom, from the verified activity alone (handover.md, "Who may do what"). A member of a bound
 * conversation belongs to its office without standing in the directory, as long as its roster says so. Refuses guests
 * whom the directory does not name (`guest`), strangers (`not-in-directory`), people who must be let in by a coordinator
 * (`ask-to-be-let-in`), those of whom the roster could not be asked (`not-confirmed`) and, for a person in several
 * organisations, asks which (`choose-organisation`). Throws `RosterNeeded` where there are no confirmations yet
 * (`null`) and some are needed.
 */
export async function whoActs(
  inbound: Inbound,
  stores: Stores,
  asked: Confirmations | null,
  now: string,
): Promise<Result<{ readonly person: Person; readonly actor: Actor }>> {
  const { identity, name } = inbound.person;
  const { command } = inbound;
  const questions = asked === null ? await questionsOf(inbound, stores, now) : [];
  if (questions.length > 0) throw new RosterNeeded(questions);
  const confirmations = asked ?? [];
  const known = await knownPerson(inbound, stores, confirmations);
  const stored = await settle(known, inbound, stores, confirmations, now);
  const person = { ...stored, memberships: stored.memberships.filter((one) => counts(one, now)) };
  if (person.memberships.length === 0) {
    if (FOR_STRANGERS.includes(command.name)) return ok(nobody(identity, name));
    return { ok: false, refusal: await whyNot(inbound, stores, confirmations, stored, now) };
  }
  if (inbound.person.address) await stores.people.saveAddress(identity, inbound.person.address);
  if (inbound.conversation.kind === 'personal') await rememberConversation(inbound, person, stores);

  const binding = await bindingHere(inbound, stores);
  const here =
    binding && person.memberships.find(({ organisation }) => organisation === binding.organisation);
  const chosen = await stores.people.actingAs(person.id);
  const membership =
    here ??
    person.memberships.find(({ organisation }) => organisation === chosen) ??
    (person.memberships.length === 1 || FREE.includes(command.name) ? person.memberships[0] : undefined);
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

/** The person behind the activity: by the identity it was verified with, or by another one that the platform vouches for. */
async function knownPerson(
  inbound: Inbound,
  stores: Stores,
  confirmations: Confirmations,
): Promise<Person | undefined> {
  const { identity, aliases = [] } = inbound.person;
  const atHome = confirmations.flatMap((one) => (one.identity === undefined ? [] : [one.identity]));
  for (const one of [identity, ...aliases, ...atHome]) {
    const person = await stores.people.byIdentity(one);
    if (person) return person;
  }
  return undefined;
}

async function bindingHere({ conversation }: Inbound, stores: Stores): Promise<Binding | undefined> {
  if (conversation.kind === 'personal') return undefined;
  return stores.bindings.ofConversation(conversation);
}

/** The person with what the rosters said, as it is now kept. */
async function settle(
  known: Person | undefined,
  inbound: Inbound,
  stores: Stores,
  confirmations: Confirmations,
  now: string,
): Promise<Person> {
  const { identity, name, guest } = inbound.person;
  const before = known ?? { id: identity, name, identities: [identity], memberships: [] };
  // Guests have no part in a conversation's office; what the directory gives them stays.
  if (guest) return { ...before, memberships: before.memberships.filter((one) => !isByChannel(one)) };
  const after = confirmations.reduce((person, one) => confirmed(person, one, now), before);
  if (known || after !== before) await keepPerson(stores, before, after);
  return after;
}

/** Why somebody whom nobody vouches for is refused; where a coordinator can let them in, those are told. */
async function whyNot(
  inbound: Inbound,
  stores: Stores,
  confirmations: Confirmations,
  person: Person,
  now: string,
): Promise<Refusal> {
  if (inbound.person.guest) return { code: 'guest' };
  const binding = await bindingHere(inbound, stores);
  const here = confirmations.find(({ organisation }) => organisation === binding?.organisation);
  if (binding && here?.standing === 'member' && here.open === true) {
    const { organisation, conversation } = binding;
    const { identity, name } = inbound.person;
    const asked = await stores.admissions.add({ identity, name, organisation, conversation, askedAt: now });
    if (asked) {
      await stores.outbox.add(
        identity,
        [{ kind: 'notice.coordinators', organisation, notice: 'asks-to-be-let-in' }],
        now,
      );
    }
    const coordinators = (await stores.people.coordinators(organisation)).map((one) => one.name).join(', ');
    return {
      code: 'ask-to-be-let-in',
      params: { organisation, ...(coordinators !== '' && { coordinators }) },
    };
  }
  if (here?.standing === 'guest') return { code: 'guest' };
  const unsure =
    confirmations.some(({ standing }) => standing === 'unknown') &&
    (here?.standing === 'unknown' || person.memberships.length > 0);
  return { code: unsure ? 'not-confirmed' : 'not-in-directory' };
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
