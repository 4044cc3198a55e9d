import { houseOf, type OrganisationId } from '../organisation.ts';
import type { WorkingCalendar } from '../promise/working-calendar.ts';
import type { Case } from './case.ts';
import { localOfficeOf, mayShare, openHandover } from './derived.ts';
import type { Effect } from './effects.ts';
import type { Task } from './task.ts';

/** Hours of the working calendar from the company's answer until its specialised need is taken up: three working days. */
const AFTER_CLARIFICATION_HOURS = 72;

/** The tasks that a case's decision makes: one for each office but the one that is to have the case itself. */
function tasksOf(kase: Case, calendar: WorkingCalendar): readonly Task[] {
  const { municipality } = kase.values;
  const holder = openHandover(kase)?.to ?? kase.owner;
  const made = (organisation: OrganisationId | undefined, actor: 'les' | 'ehm', when: Task['when']) => {
    const referred = kase.decision.referrals.filter((one) => one.actor === actor && one.when === when);
    if (organisation === undefined || organisation === holder || referred.length === 0) return [];
    const { dueAt } = kase.promise;
    return [
      {
        organisation,
        when,
        areas: [...new Set(referred.flatMap(({ area }) => area ?? []))],
        dueAt: when === 'now' ? dueAt : calendar.addHours(dueAt, AFTER_CLARIFICATION_HOURS),
        state: 'open',
      } as const,
    ];
  };
  const house = municipality === undefined ? undefined : houseOf(municipality);
  return [...made(localOfficeOf(kase), 'les', 'now'), ...made(house, 'ehm', 'after-clarification')];
}

/**
 * The case with the tasks of its decision, and their cards. Only once, and only where the company lets the case be shared: a
 * task tells another office of it.
 */
export function withTasks(
  kase: Case,
  calendar: WorkingCalendar,
): { readonly case: Case; readonly effects: readonly Effect[] } {
  const tasks = kase.tasks === undefined && mayShare(kase) ? tasksOf(kase, calendar) : [];
  if (tasks.length === 0) return { case: kase, effects: [] };
  return {
    case: { ...kase, tasks },
    effects: tasks.map(({ organisation }) => ({ kind: 'card.post', organisation, card: 'task' })),
  };
}

/** The office's task on a case, whatever became of it. */
export function taskOf({ tasks = [] }: Case, organisation: OrganisationId): Task | undefined {
  return tasks.find((task) => task.organisation === organisation);
}

/** Whether a task is still to do: an open one, or one under way while the case runs. None of a void case, or of its owner. */
export function isToDo({ status, owner, erasedAt }: Case, { organisation, state }: Task): boolean {
  if (status === 'withdrawn' || status === 'entered-in-error' || erasedAt !== null) return false;
  return organisation !== owner && (state === 'open' || (state === 'started' && status !== 'closed'));
}

/** Whether the organisation has a task on the case that is still to do. */
export function isOnTask(kase: Case, organisation: OrganisationId): boolean {
  const task = taskOf(kase, organisation);
  return task !== undefined && isToDo(kase, task);
}

/** The task that is on its office's list. */
export function listedTask(kase: Case): Task | undefined {
  return kase.tasks?.find((task) => isToDo(kase, task));
}
