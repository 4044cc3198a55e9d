import type { Command } from '../core/command.ts';
import { counts, isByChannel, isDue } from '../core/membership.ts';
import type { OrganisationId } from '../core/organisation.ts';
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
import type { Admission } from './ports/stores/admission-store.ts';
import type { Binding } from './ports/stores/binding-store.ts';
import type { ReadStores, Stores } from './ports/unit-of-work.ts';
import { rememberClientLanguage } from './reader-language.ts';

/** Commands that are answered to a person whom neither the directory nor a roster confirms. */
const FOR_STRANGERS: readonly Command['name'][] = ['help', 'greet', 'unreadable'];

/** Commands that need no organisation to act for. */
const FREE: readonly Command['name'][] = [...FOR_STRANGERS, 'language', 'act-as'];

/** The rosters' answers about the acting person. */
export type Confirmations = readonly Confirmation[];

/**
 * Rosters must be asked before the turn can say who acts. The turn begins again with their answers: no transaction waits for
 * another system.
 */
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

/** The acting person and for whom they act, or why they may not. */
type Who = Result<{ readonly person: Person; readonly actor: Actor }>;

/**
 * Who acts and for whom, from the verified activity alone (handover.md, "Who may do what"). A member of a bound
 * conversation belongs to its organisation without being in the directory, as long as its roster says so. Refuses guests
 * whom the directory does not name (`guest`), strangers (`not-in-directory`), people who must be let in by a coordinator
 * (`ask-to-be-let-in`), people about whom the roster could not be asked (`not-confirmed`) and people of several
 * organisations who have not chosen one (`choose-organisation`). Throws `RosterNeeded` where there are no confirmations yet
 * (`null`) and some are needed. Only reads: `rememberActor` saves what was learned.
 */
export async function identifyActor(
  inbound: Inbound,
  stores: ReadStores,
  asked: Confirmations | null,
  now: string,
): Promise<Identified> {
  const { identity, name, guest } = inbound.person;
  const { command, conversation } = inbound;
  const binding =
    conversation.kind === 'personal' ? undefined : await stores.bindings.ofConversation(conversation);
  const known = await knownPerson(inbound, stores, asked ?? []);
  const questions = asked === null ? await questionsOf(inbound, known, binding, stores, now) : [];
  if (questions.length > 0) throw new RosterNeeded(questions);
  const confirmations = asked ?? [];
  const before = known ?? { id: identity, name, identities: [identity], memberships: [] };
  // Guests have no part in a conversation's organisation; what the directory gives them stays.
  const after = guest
    ? { ...before, memberships: before.memberships.filter((one) => !isByChannel(one)) }
    : confirmations.reduce((person, one) => confirmed(person, one, now), before);
  const learned = { before, after: guest ? before : after };
  const person = { ...after, memberships: after.memberships.filter((one) => counts(one, now)) };
  if (person.memberships.length > 0) {
    const who = await chooseMembership(person, binding, command, stores);
    return { who, ...learned, belongs: true, admission: null };
  }
  const outside = { ...learned, belongs: false };
  if (FOR_STRANGERS.includes(command.name)) {
    return { who: ok(nobody(identity, name)), ...outside, admission: null };
  }
  const here = confirmations.find(({ organisation }) => organisation === binding?.organisation);
  if (!guest && binding && here?.standing === 'member' && here.open === true) {
    const admission = {
      identity,
      name,
      organisation: binding.organisation,
      conversation: binding.conversation,
    };
    const refusal = await askToBeLetIn(binding.organisation, stores);
    return { who: { ok: false, refusal }, ...outside, admission: { ...admission, askedAt: now } };
  }
  const refusal: Refusal = { code: whyNot(inbound, here, confirmations, after) };
  return { who: { ok: false, refusal }, ...outside, admission: null };
}

/** The acting person, with what the turn learned about them. */
export interface Identified {
  readonly who: Who;
  /** The person as stored, and as the rosters' answers leave them. */
  readonly before: Person;
  readonly after: Person;
  /** Whether the person is a member of any organisation now. */
  readonly belongs: boolean;
  /** The request to be let in that the person's message makes. */
  readonly admission: Admission | null;
}

/** Saves what identifying the acting person taught: memberships, addresses, and a request to be let in. */
export async function rememberActor(
  { before, after, belongs, admission }: Identified,
  inbound: Inbound,
  stores: Stores,
  now: string,
): Promise<void> {
  await keepPerson(stores, before, after);
  if (belongs) {
    const { identity, address } = inbound.person;
    if (address) await stores.people.saveAddress(identity, address);
    await rememberClientLanguage(stores, after.id, inbound.person.locale);
    if (inbound.conversation.kind === 'personal') await rememberConversation(inbound, after, stores);
  }
  if (!admission || !(await stores.admissions.add(admission))) return;
  const { identity, organisation } = admission;
  const notice = { kind: 'notice.coordinators', organisation, notice: 'asks-to-be-let-in' } as const;
  await stores.outbox.add(identity, [notice], now);
}

/**
 * The questions to the rosters: whether the person belongs to the organisation whose channel they write in, and whether
 * memberships by channel that were confirmed an hour ago or more still hold. Memberships by the directory raise none.
 */
async function questionsOf(
  inbound: Inbound,
  person: Person | undefined,
  binding: Binding | undefined,
  stores: ReadStores,
  now: string,
): Promise<readonly RosterQuestion[]> {
  const { guest, unverified } = inbound.person;
  if (guest || unverified || FOR_STRANGERS.includes(inbound.command.name)) return [];
  const due = person ? await dueQuestions(stores, person, now) : [];
  if (!binding) return due;
  const { organisation } = binding;
  const here = person?.memberships.find((one) => one.organisation === organisation);
  if (here && !isDue(here, now)) return due;
  const { identity, address = null } = inbound.person;
  const question = await questionOf(stores, organisation, [identity], { binding, address });
  return [question, ...due.filter((one) => one.organisation !== organisation)];
}

/** The membership that the person acts by: the conversation's, the one chosen with `som`, or their only one. */
async function chooseMembership(
  person: Person,
  binding: Binding | undefined,
  command: Command,
  stores: ReadStores,
): Promise<Who> {
  const here =
    binding && person.memberships.find(({ organisation }) => organisation === binding.organisation);
  const chosen = await stores.people.actingAs(person.id);
  const membership =
    here ??
    person.memberships.find(({ organisation }) => organisation === chosen) ??
    (person.memberships.length === 1 || FREE.includes(command.name) ? person.memberships[0] : undefined);
  if (!membership) {
    const organisations = person.memberships.map(({ organisation }) => organisation).join(',');
    return refuse('choose-organisation', { organisations });
  }
  const { organisation, roles } = membership;
  return ok({ person, actor: { person: person.id, name: person.name, organisation, roles } });
}

/** The stored person: by the verified identity, else by another identity that the platform vouches for. */
async function knownPerson(
  inbound: Inbound,
  stores: ReadStores,
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

/** The refusal of a person whom a coordinator can let in. */
async function askToBeLetIn(organisation: OrganisationId, stores: ReadStores): Promise<Refusal> {
  const coordinators = (await stores.people.coordinators(organisation)).map((one) => one.name).join(', ');
  return {
    code: 'ask-to-be-let-in',
    params: { organisation, ...(coordinators !== '' && { coordinators }) },
  };
}

/** Why a person outside every organisation is refused; `here`: what the roster of the conversation's organisation answered. */
function whyNot(
  inbound: Inbound,
  here: Confirmation | undefined,
  confirmations: Confirmations,
  person: Person,
): 'guest' | 'not-confirmed' | 'not-in-directory' {
  if (inbound.person.guest || here?.standing === 'guest') return 'guest';
  const unsure =
    confirmations.some(({ standing }) => standing === 'unknown') &&
    (here?.standing === 'unknown' || person.memberships.length > 0);
  return unsure ? 'not-confirmed' : 'not-in-directory';
}

/** A person outside the directory, who may only use FREE commands. */
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
