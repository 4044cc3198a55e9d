import { type Answer, notice } from '../core/answer.ts';
import type { Command } from '../core/command.ts';
import { COMMAND_WORDS, fold } from '../core/fold.ts';
import { ORGANISATIONS, type OrganisationId, organisationName } from '../core/organisation.ts';
import type { Person } from '../core/person.ts';
import { addElapsed } from '../core/promise/clock.ts';
import type { Refusal } from '../core/result.ts';
import { MAX_TEXT } from '../core/text-limit.ts';
import type { Dependencies } from './dependencies.ts';
import type { Aside, Inbound, Reply } from './inbound.ts';
import { cprRemoved } from './mask.ts';
import type { MaskCpr } from './ports/language-model.ts';
import type { HeldLine } from './ports/stores/person-store.ts';
import type { Stores } from './ports/unit-of-work.ts';
import { languageOfTurn } from './reader-language.ts';

/** How long a line waits for its writer to choose an organisation, in hours. Later they no longer expect it. */
const WAITS_HOURS = 1;

/** A turn's reply, with the line that waited for it and is carried out next, in a transaction of its own. */
export interface Taken extends Reply {
  readonly goOn?: HeldLine | undefined;
}

/**
 * The answer to a person who may not act. What a person of several organisations asked for is kept until they choose
 * one; by typing its name alone they choose it, and go on with that.
 */
export async function mayNotAct(
  refusal: Refusal,
  person: Person,
  inbound: Inbound,
  stores: Stores,
  { fresh, now, maskCpr }: { readonly fresh: boolean; readonly now: string; readonly maskCpr: MaskCpr },
): Promise<Taken> {
  const { command, aside } = inbound;
  const refused: readonly Answer[] = [{ kind: 'refused', refusal }];
  const language = await languageOfTurn(stores, person, inbound);
  if (refusal.code !== 'choose-organisation') return { answers: refused, language };
  const organisation = await chosenByName(stores, person, command);
  if (!organisation) {
    // A repeated delivery was held when it first came, and may have been carried out since.
    if (!fresh) return { answers: refused, language };
    const waiting = await waitingLine(stores, person.id, now);
    const next = lineAfter(waiting, { at: now, command, ...(aside && { aside }) }, maskCpr);
    await stores.people.hold(person.id, next.line);
    const masked = next.removed === 0 ? [] : [cprRemoved(next.removed, inbound)];
    return { answers: [...masked, ...refused], language };
  }
  await stores.people.saveActingAs(person.id, organisation);
  const goOn = await waitingLine(stores, person.id, now);
  return { answers: [notice('acting-as', { organisation })], language, goOn };
}

/** The line that waits after another message, and how many CPR numbers joining the two removed. */
interface NextLine {
  readonly line: HeldLine;
  readonly removed: number;
}

/**
 * The line that waits once another message has come. Text joins text, so that both are carried out. A command without
 * words, and the name of an organisation that is not the writer's, leave the words that wait. Otherwise the later one
 * takes the place.
 */
function lineAfter(waiting: HeldLine | undefined, next: HeldLine, maskCpr: MaskCpr): NextLine {
  if (!waiting || !hasWords(waiting.command)) return { line: next, removed: 0 };
  const [before, after] = [waiting.command, next.command];
  if (!hasWords(after) || isOrganisation(after)) return { line: waiting, removed: 0 };
  if (!isText(before) || !isText(after)) return { line: next, removed: 0 };
  // A CPR number may be split over the two.
  const { text, removed } = maskCpr(`${before.text}\n${after.text}`);
  if (text.length > MAX_TEXT) return { line: next, removed: 0 };
  const name = before.name === 'log' || after.name === 'log' ? 'log' : 'say';
  const aside = asideOf(waiting.aside, next.aside);
  return { line: { at: next.at, command: { name, text }, ...(aside && { aside }) }, removed };
}

function asideOf(one: Aside | undefined, other: Aside | undefined): Aside | undefined {
  if (!one || !other) return one ?? other;
  return {
    leftOut: [...one.leftOut, ...other.leftOut],
    contact: { ...one.contact, ...other.contact },
    unread: `${one.unread}${other.unread}`,
  };
}

type Text = Extract<Command, { readonly text: string }>;

const isText = (command: Command): command is Text => command.name === 'say' || command.name === 'log';

/** Whether a command holds anything that its writer would have to type again. */
function hasWords(command: Command): boolean {
  if (isText(command) || command.name === 'correct') return true;
  return 'input' in command && Object.values(command.input).some((typed) => typed !== '');
}

/** Whether a text is the name of an organisation alone. */
function isOrganisation(command: Command): boolean {
  if (command.name !== 'say') return false;
  const typed = lettersOf(command.text);
  return ORGANISATIONS.some((organisation) => {
    const name = organisationName(organisation);
    const place = name.slice(name.indexOf(' ') + 1);
    return [name, place, organisation].some((one) => lettersOf(one) === typed);
  });
}

/**
 * The line that goes on after a turn: the turn chose the organisation that it waited for, or is the repeated delivery of
 * one whose process died before the line was carried out. The line is only read: the turn that carries it out deletes it
 * in the same transaction, so it is neither lost nor carried out twice.
 */
export async function goOnAfter(
  stores: Stores,
  person: Person,
  answers: readonly Answer[],
  { fresh, now }: { readonly fresh: boolean; readonly now: string },
): Promise<HeldLine | undefined> {
  const hasChosen = answers.some((answer) => answer.kind === 'notice' && answer.notice.code === 'acting-as');
  if (!hasChosen && (fresh || !(await hasOrganisation(stores, person)))) return undefined;
  return waitingLine(stores, person.id, now);
}

/** Carries out what a person asked for before they chose the organisation that they act for. */
export async function goOnWith(
  { at, command, aside }: HeldLine,
  first: Reply,
  inbound: Inbound,
  take: (inbound: Inbound) => Promise<Reply>,
): Promise<Reply> {
  const deliveryId = `${inbound.deliveryId}:held`;
  const next = { ...inbound, command, deliveryId, heldAt: at, aside, messageKey: undefined, edit: undefined };
  const { answers, language } = await take(next);
  return { answers: [...first.answers, ...answers], language };
}

/**
 * Takes the line that a turn is about to carry out, kept since `at`. False: another delivery has carried it out, or a
 * later line has taken its place.
 */
export async function takeHeldLine(stores: Stores, person: string, at: string): Promise<boolean> {
  const held = await stores.people.held(person);
  if (held?.at !== at) return false;
  await stores.people.hold(person, null);
  return true;
}

/** Forgets the lines that have waited too long. Returns how many. */
export function forgetHeldLines(deps: Pick<Dependencies, 'unitOfWork'>, now: string): Promise<number> {
  return deps.unitOfWork.run((stores) => stores.people.forgetHeld(addElapsed(now, -WAITS_HOURS)));
}

async function waitingLine(stores: Stores, person: string, now: string): Promise<HeldLine | undefined> {
  const held = await stores.people.held(person);
  return held && held.at >= addElapsed(now, -WAITS_HOURS) ? held : undefined;
}

/** Whether it is settled, everywhere, for whom a person acts. */
async function hasOrganisation(stores: Stores, { id, memberships }: Person): Promise<boolean> {
  const chosen = await stores.people.actingAs(id);
  return memberships.length === 1 || memberships.some(({ organisation }) => organisation === chosen);
}

/** The organisation whose name a person types alone, while a line of theirs waits: `LES Viborg`, `viborg`. */
async function chosenByName(
  stores: Stores,
  { id, memberships }: Person,
  command: Command,
): Promise<OrganisationId | undefined> {
  if (command.name !== 'say' || !(await stores.people.held(id))) return undefined;
  const typed = lettersOf(command.text);
  const named = memberships.filter(({ organisation }) => {
    const name = lettersOf(organisationName(organisation));
    return typed !== '' && (name.endsWith(typed) || lettersOf(organisation) === typed);
  });
  return named.length === 1 ? named[0]?.organisation : undefined;
}

function lettersOf(text: string): string {
  return fold(text, COMMAND_WORDS).replace(/[^\p{L}\p{N}]/gu, '');
}
