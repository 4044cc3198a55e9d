import { type Absence, isAway } from '../core/absence.ts';
import type { Answer, AwayColleague } from '../core/answer.ts';
import type { Effect } from '../core/case/effects.ts';
import { coordinates } from '../core/case/relation.ts';
import type { Command } from '../core/command.ts';
import { danishDate } from '../core/danish-date.ts';
import { dateOf } from '../core/moment.ts';
import { type Notice, noticeOf } from '../core/notice.ts';
import type { OrganisationId } from '../core/organisation.ts';
import type { Person } from '../core/person.ts';
import { addElapsed } from '../core/promise/clock.ts';
import { ok, type Result, refuse } from '../core/result.ts';
import type { Dependencies } from './dependencies.ts';
import { namedPerson } from './named-person.ts';
import type { ReadStores } from './ports/unit-of-work.ts';
import { type Turn, today } from './turn.ts';

type AbsenceCommand = Extract<Command, { name: 'absence' }>;
type AbsenceAnswer = Extract<Answer, { kind: 'absence' }>;

/** The longest absence that can be announced, in days. */
const LONGEST_DAYS = 366;

/**
 * `fravær [kollega] til <dato> [stedfortræder]`, `fravær [kollega] slut`, or `fravær` alone, which shows who is away. A
 * coordinator may say it of every colleague of the office. A second announcement replaces the first, and says so.
 *
 * Refuses `not-a-day`, `date-passed`, `absence-too-long`, `unknown-person` (also somebody of another organisation),
 * `coordinators-only`, `deputy-is-you`, `deputy-is-absent`, `person-cannot-act` and `not-away`.
 */
export async function takeAbsence(turn: Turn, { verb, input }: AbsenceCommand): Promise<Answer> {
  const members = await turn.stores.people.membersOf(turn.actor.organisation);
  const done = await carryOut(turn, verb, input, members);
  const shown = await absenceAnswer(turn, members);
  if (done.ok) return { ...shown, notice: done.value };
  return { ...shown, problem: done.refusal, typed: input };
}

async function carryOut(
  turn: Turn,
  verb: AbsenceCommand['verb'],
  input: AbsenceCommand['input'],
  members: readonly Person[],
): Promise<Result<Notice | null>> {
  if (verb === 'absence.show') return ok(null);
  if (verb === 'absence.set-for' && !input.person?.trim()) return refuse('person-needed');
  const whose = absentee(turn, input.person ?? '', members);
  if (!whose.ok) return whose;
  switch (verb) {
    case 'absence.end':
      return endAbsence(turn, whose.value);
    case 'absence.set':
    case 'absence.set-for':
      return setAbsence(turn, whose.value, input, members);
    default: {
      const never: never = verb;
      return never;
    }
  }
}

/** The person whose absence it is: the actor, or the colleague whom a coordinator names. */
function absentee({ actor, person }: Turn, typed: string, members: readonly Person[]): Result<Person> {
  if (typed.trim() === '') return ok(person);
  const { organisation } = actor;
  const found = colleague(members, typed);
  if (!found) return refuse('unknown-person', { organisation });
  if (found.id !== person.id && !coordinates(actor)) return refuse('coordinators-only', { organisation });
  return ok(found);
}

const colleague = (members: readonly Person[], typed: string): Person | undefined =>
  members.find(({ identities }) => identities.includes(typed)) ??
  namedPerson(members, typed, (member) => member);

async function endAbsence({ stores, now }: Turn, { id, name }: Person): Promise<Result<Notice>> {
  if (!isAway(await stores.people.absenceOf(id), danishDate(now)))
    return refuse('not-away', { person: name });
  await stores.people.saveAbsence(id, null);
  return ok(noticeOf('absence-ended', { name }));
}

async function setAbsence(
  turn: Turn,
  whose: Person,
  { until: typed = '', deputy: named = '' }: AbsenceCommand['input'],
  members: readonly Person[],
): Promise<Result<Notice>> {
  const { stores, actor, now } = turn;
  const until = dateOf(typed.trim(), today(turn));
  if (until === undefined) return refuse('not-a-day', { typed: typed.slice(0, 60) });
  if (until < today(turn)) return refuse('date-passed');
  if (until > danishDate(addElapsed(now, LONGEST_DAYS * 24)))
    return refuse('absence-too-long', { days: LONGEST_DAYS });
  const deputy = await deputyNamed(turn, whose, named, members);
  if (!deputy.ok) return deputy;
  const before = await stores.people.absenceOf(whose.id);
  const standIn = deputy.value;
  await stores.people.saveAbsence(whose.id, { until, deputy: standIn?.id ?? null });
  const { organisation } = actor;
  const tell: Effect = standIn
    ? { kind: 'notice.person', person: standIn.id, organisation, notice: 'stands-in' }
    : { kind: 'notice.coordinators', organisation, notice: 'colleague-away' };
  await stores.outbox.add(whose.id, [tell], now);
  const params = { organisation, name: whose.name, until, ...(standIn && { deputy: standIn.name }) };
  return ok(
    isAway(before, today(turn))
      ? noticeOf('absence-changed', { ...params, before: before.until })
      : noticeOf('absence-set', params),
  );
}

/** The colleague who stands in: one of the office who serves companies and is there; null where none is named. */
async function deputyNamed(
  turn: Turn,
  whose: Person,
  typed: string,
  members: readonly Person[],
): Promise<Result<Person | null>> {
  if (typed.trim() === '') return ok(null);
  const { organisation } = turn.actor;
  const found = colleague(members, typed);
  if (!found) return refuse('unknown-person', { organisation });
  if (found.id === whose.id) return refuse('deputy-is-you');
  if (!canServe(found, organisation)) return refuse('person-cannot-act', { person: found.name });
  const away = await turn.stores.people.absenceOf(found.id);
  return isAway(away, today(turn))
    ? refuse('deputy-is-absent', { person: found.name, until: away.until })
    : ok(found);
}

function canServe({ memberships }: Person, organisation: OrganisationId): boolean {
  const roles = memberships.find((one) => one.organisation === organisation)?.roles ?? [];
  return roles.includes('consultant') || roles.includes('coordinator');
}

async function absenceAnswer(turn: Turn, members: readonly Person[]): Promise<AbsenceAnswer> {
  const { actor, person, stores, now } = turn;
  const { organisation } = actor;
  const all: AwayColleague[] = [];
  const asked = coordinates(actor) ? members : [person];
  for (const one of asked) {
    const away = await awayNow(stores, one, organisation, now);
    if (away) all.push(away);
  }
  return {
    kind: 'absence',
    organisation,
    own: all.find((one) => one.person === person.id) ?? null,
    away: coordinates(actor) ? all.filter((one) => one.person !== person.id) : null,
    colleagues: members.filter(({ id }) => id !== person.id).map(({ id, name }) => ({ id, name })),
    notice: null,
    problem: null,
    typed: {},
  };
}

/** A person's absence as their colleagues see it; null where they are there. A deputy who is not there is none. */
async function awayNow(
  stores: ReadStores,
  { id, name }: Pick<Person, 'id' | 'name'>,
  organisation: OrganisationId,
  now: string,
): Promise<AwayColleague | null> {
  const absence = await stores.people.absenceOf(id);
  if (!isAway(absence, danishDate(now))) return null;
  const deputy = await deputyOf(stores, absence, organisation, now);
  return { person: id, name, until: absence.until, deputy: deputy?.name ?? null };
}

/** The colleague who stands in, where there is one who belongs to the organisation and is there. */
export async function deputyOf(
  stores: ReadStores,
  { deputy }: Absence,
  organisation: OrganisationId,
  now: string,
): Promise<Person | undefined> {
  if (deputy === null) return undefined;
  const person = (await stores.people.membersOf(organisation)).find(({ id }) => id === deputy);
  return person && !isAway(await stores.people.absenceOf(person.id), danishDate(now)) ? person : undefined;
}

type CaseAction = Extract<Command, { name: 'case-action' }>;

/**
 * Who gets a case that is assigned to a colleague who is away: the deputy, with a notice that says so. Refuses
 * `colleague-away` where nobody stands in, so that the case stays with the office.
 */
export async function assignedInstead(
  { stores, now }: Turn,
  { verb, input }: CaseAction,
  owner: OrganisationId,
  members: readonly Person[],
): Promise<Result<{ readonly person: string; readonly notice: Notice } | null>> {
  if (verb !== 'case.assign') return ok(null);
  const chosen = colleague(members, input.person ?? '');
  const absence = chosen && (await stores.people.absenceOf(chosen.id));
  if (!chosen || !isAway(absence, danishDate(now))) return ok(null);
  const { until } = absence;
  const deputy = await deputyOf(stores, absence, owner, now);
  if (!deputy) return refuse('colleague-away', { person: chosen.name, until });
  const params = { name: chosen.name, until, deputy: deputy.name };
  return ok({ person: deputy.id, notice: noticeOf('assigned-to-deputy', params) });
}

/** Forgets the absences that have ended. Returns how many. */
export function forgetAbsences(deps: Pick<Dependencies, 'unitOfWork'>, now: string): Promise<number> {
  return deps.unitOfWork.run((stores) => stores.people.forgetAbsences(danishDate(now)));
}
