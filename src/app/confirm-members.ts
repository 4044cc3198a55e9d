import { isAway } from '../core/absence.ts';
import { releaseAssignee } from '../core/case/release-assignee.ts';
import { danishDate } from '../core/danish-date.ts';
import { confirmationBounds, counts } from '../core/membership.ts';
import type { OrganisationId } from '../core/organisation.ts';
import type { ActorRef } from '../core/person.ts';
import { addElapsed } from '../core/promise/clock.ts';
import { deputyOf } from './absences.ts';
import { askRosters, confirmed, dueQuestions, keepPerson } from './confirm-membership.ts';
import type { Dependencies } from './dependencies.ts';
import type { Conversation } from './ports/conversation.ts';
import type { ReadStores } from './ports/unit-of-work.ts';
import { saveChange } from './save-case.ts';

/** Questions to the rosters in one run, and how many at a time. The remaining ones wait for the next hour. */
const MOST_QUESTIONS = 2_000;
const AT_ONCE = 4;

/** A roster that failed to answer so often in a row is not asked again in this run. */
const SILENT_AFTER = 3;

/** Cases released in one transaction, and in one run. */
const CASES_AT_ONCE = 100;
const MOST_CASES = 2_000;

/** Days that a request to be let in stays open. */
const ADMISSION_DAYS = 14;

/** The result of a run of the job. */
export interface MembersReport {
  readonly membershipsEnded: number;
  /** Rosters that did not answer. The memberships that depend on them count for 24 hours. */
  readonly rostersSilent: number;
  readonly casesReleased: number;
}

type MemberDeps = Pick<Dependencies, 'unitOfWork' | 'rosters' | 'calendar'>;

/**
 * Confirms every membership by channel that was last confirmed an hour ago or more. A membership that no roster has
 * confirmed for 24 hours does not count until one does. Then releases the cases of assignees who have left the owner.
 * Only works on what is left to do, so it may stop at any moment, and run twice or in several processes at once.
 */
export async function confirmMembers(deps: MemberDeps, now: string): Promise<MembersReport> {
  const { from, to } = confirmationBounds(now);
  const due = await deps.unitOfWork.read((stores) => stores.people.confirmedOutside(from, to));
  const silences = new Map<string, number>();
  const isSilent = ({ id }: Conversation) => (silences.get(id) ?? 0) >= SILENT_AFTER;
  let ended = 0;
  for (let at = 0; at < Math.min(due.length, MOST_QUESTIONS); at += AT_ONCE) {
    const some = due.slice(at, Math.min(at + AT_ONCE, MOST_QUESTIONS));
    const counts = await Promise.all(
      some.map((person) => confirmPerson(deps, person, now, silences, isSilent)),
    );
    ended += counts.reduce((sum, count) => sum + count, 0);
  }
  await deps.unitOfWork.run(async (stores) => {
    await stores.admissions.forgetBefore(addElapsed(now, -24 * ADMISSION_DAYS));
    await stores.marks.forgetBefore(addElapsed(now, -24));
  });
  const silent = [...silences.values()].filter((count) => count >= SILENT_AFTER).length;
  return { membershipsEnded: ended, rostersSilent: silent, casesReleased: await releaseCases(deps, now) };
}

async function confirmPerson(
  deps: MemberDeps,
  id: string,
  now: string,
  silences: Map<string, number>,
  isSilent: (place: Conversation) => boolean,
): Promise<number> {
  const questions = await deps.unitOfWork.read(async (stores) => {
    const person = await stores.people.get(id);
    return person ? dueQuestions(stores, person, now) : [];
  });
  let ended = 0;
  for (const question of questions) {
    const answer = await askRosters(question, deps.rosters, isSilent);
    const unknown = !answer || answer.standing === 'unknown';
    if (answer) silences.set(answer.place.id, unknown ? (silences.get(answer.place.id) ?? 0) + 1 : 0);
    await deps.unitOfWork.run(async (stores) => {
      const person = await stores.people.get(id);
      if (!person) return;
      if (unknown) {
        const known = person.memberships.find((one) => one.organisation === question.organisation);
        if (known && !counts(known, now)) await stores.people.suspend(id, question.organisation);
        return;
      }
      const after = confirmed(person, answer, now);
      if (after.memberships.length < person.memberships.length) ended++;
      await keepPerson(stores, person, after);
    });
  }
  return ended;
}

/** The colleague who stood in for somebody when they left. Null where there is none, or the absence has ended. */
async function deputyAtLeaving(
  stores: ReadStores,
  person: string,
  organisation: OrganisationId,
  now: string,
): Promise<ActorRef | null> {
  const absence = await stores.people.absenceOf(person);
  const deputy = isAway(absence, danishDate(now))
    ? await deputyOf(stores, absence, organisation, now)
    : undefined;
  return deputy ? { person: deputy.id, name: deputy.name, organisation } : null;
}

/**
 * Releases cases whose assignee has left their owner (in the directory or the channel). They keep their owner and
 * their clock; its coordinators get one notice per assignee. Returns how many cases were released.
 */
async function releaseCases(
  deps: Pick<Dependencies, 'unitOfWork' | 'calendar'>,
  now: string,
): Promise<number> {
  const told = new Set<string>();
  let released = 0;
  while (released < MOST_CASES) {
    const count = await deps.unitOfWork.run(async (stores) => {
      const cases = await stores.cases.withoutTheirAssignee(CASES_AT_ONCE);
      for (const kase of cases) {
        const about = kase.assignee?.person ?? '';
        const deputy = await deputyAtLeaving(stores, about, kase.owner, now);
        const change = releaseAssignee(kase, now, deputy);
        if (!change) continue;
        await saveChange(stores, change, deps.calendar, now);
        if (deputy) continue;
        if (told.has(`${kase.owner} ${about}`)) continue;
        told.add(`${kase.owner} ${about}`);
        await stores.outbox.add(
          about,
          [{ kind: 'notice.coordinators', organisation: kase.owner, notice: 'colleague-left' }],
          now,
        );
      }
      return cases.length;
    });
    released += count;
    if (count < CASES_AT_ONCE) break;
  }
  return released;
}
