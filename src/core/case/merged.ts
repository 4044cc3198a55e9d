import type { IntakeValues } from '../intake/draft.ts';
import type { Case, Promise48 } from './case.ts';
import { isCrisisStep } from './crisis-elsewhere.ts';
import { mayShare } from './derived.ts';
import { enquiriesOf, promisesOf } from './enquiries.ts';
import { withRegistered } from './registering.ts';
import type { Task } from './task.ts';
import { isOnTask, isToDo } from './tasks.ts';

/** Two cases that are one (registration.md): the older lives on with its promise, and the younger points to it. */

/** Whether this case lives on when it is merged with the other: it was created first. */
export function isOlder(kase: Case, other: Case): boolean {
  return kase.createdAt === other.createdAt ? kase.id < other.id : kase.createdAt < other.createdAt;
}

/**
 * The older case with what only the younger one knew, its enquiries, handovers and registrations among it. Its own
 * values win.
 */
export function survivorOf(older: Case, younger: Case): Case {
  const { isYoungers, ...promises } = promisesOfBoth(older, younger);
  const remarks = inOrder([...(older.remarks ?? []), ...(younger.remarks ?? [])]);
  const attempts = inOrder([...(older.attempts ?? []), ...(younger.attempts ?? [])]);
  const callBack = callOfBoth(older, younger);
  const linkedTo = older.linkedTo ?? younger.linkedTo;
  const outreachId = older.outreachId ?? younger.outreachId;
  const { services = [], referrals = [], selfHelp = [] } = younger;
  const tasks = tasksOfBoth(older, younger);
  const feedbackFor = [...new Set([...(older.feedbackFor ?? []), ...(younger.feedbackFor ?? [])])];
  return {
    ...withRegistered(older, { services, referrals, selfHelp }),
    ...promises,
    status: promises.promise.answeredAt === null ? 'open' : older.status,
    priority: [older.priority, younger.priority].includes('urgent') ? 'urgent' : 'normal',
    assignee: (isYoungers ? younger.assignee : null) ?? older.assignee ?? younger.assignee,
    values: valuesOfBoth(older.values, younger.values),
    basis: older.basis ?? younger.basis,
    handovers: handoversOfBoth(older, younger),
    greyZone: older.greyZone || younger.greyZone,
    joint: [...new Set([...older.joint, ...younger.joint])],
    contacts: inOrder([...older.contacts, firstContactOf(younger), ...younger.contacts]),
    ...(remarks.length > 0 && { remarks }),
    ...(attempts.length > 0 && { attempts }),
    ...(callBack && { callBack }),
    ...((older.tasks ?? younger.tasks) && { tasks }),
    ...(feedbackFor.length > 0 && { feedbackFor }),
    linkedTo: linkedTo === older.id || linkedTo === younger.id ? null : linkedTo,
    ...(outreachId !== undefined && { outreachId }),
    mergedFrom: [...(older.mergedFrom ?? []), younger.id, ...(younger.mergedFrom ?? [])],
    undoable: [],
  };
}

/** The younger case as it ends: kept with its history, counted nowhere, and pointing to the older one. */
export function endedInto(younger: Case, older: Case, now: string): Case {
  return {
    ...younger,
    status: 'entered-in-error',
    closedAt: now,
    mergedInto: older.id,
    ...(younger.callBack && { callBack: null }),
    undoable: [],
  };
}

function inOrder<One extends { readonly at: string }>(some: readonly One[]): readonly One[] {
  return some.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/**
 * The offers of both, oldest first. The older case's keep their numbers: notices that still wait name them. The younger
 * case's get the numbers after.
 */
function handoversOfBoth(older: Case, younger: Case): Case['handovers'] {
  const most = Math.max(0, ...older.handovers.map(({ number }) => number));
  const later = younger.handovers.map((one, place) => ({ ...one, number: most + place + 1 }));
  const both = [...older.handovers, ...later].map((one) => ({ ...one, at: one.offeredAt }));
  return inOrder(both).map(({ at: _, ...one }) => one);
}

/** How many tasks a case may have: the lists of tasks read no more (`tasksOfCases` of both databases). */
const MOST_TASKS = 2;

/**
 * One task for each office but the owner, with the needs of both cases. The older case's stands, unless only the younger's
 * is still to do. Where there are more than a case may have, those still to do stay.
 */
function tasksOfBoth(older: Case, younger: Case): readonly Task[] {
  const isOpen = (task: Task) => isToDo(older, task);
  const tasks = new Map<string, Task>();
  for (const task of [...(older.tasks ?? []), ...(younger.tasks ?? [])]) {
    if (task.organisation === older.owner) continue;
    const known = tasks.get(task.organisation) ?? task;
    const stands = !isOpen(known) && isOpen(task) ? task : known;
    const areas = [...new Set([...known.areas, ...task.areas])];
    tasks.set(task.organisation, { ...stands, areas });
  }
  const all = [...tasks.values()];
  return [...all.filter(isOpen), ...all.filter((task) => !isOpen(task))].slice(0, MOST_TASKS);
}

/** The tasks that are still to do on the case that lives on, and were not before. None where it may not be shared. */
export function newTasksOf(survivor: Case, older: Case): readonly Task[] {
  if (!mayShare(survivor)) return [];
  return (survivor.tasks ?? []).filter(
    ({ organisation }) => isOnTask(survivor, organisation) && !isOnTask(older, organisation),
  );
}

/** The planned call that comes first of those that have not come yet. */
function callOfBoth(older: Case, younger: Case): Case['callBack'] {
  const ahead = [older, younger].flatMap(({ callBack, steps }) =>
    callBack && !steps.some((step) => step.endsWith(callBack.at)) ? [callBack] : [],
  );
  return inOrder(ahead)[0] ?? older.callBack ?? younger.callBack;
}

const CONTACT = ['contactName', 'contactPhone', 'contactEmail'] as const satisfies (keyof IntakeValues)[];

function valuesOfBoth(older: IntakeValues, younger: IntakeValues): IntakeValues {
  const known = Object.entries(older).filter(([, value]) => value !== undefined && value !== 'unknown');
  const areas = [...new Set([...(older.areas ?? []), ...(younger.areas ?? [])])];
  // The younger case's words stand with its first contact.
  const { description: _, ...others } = younger;
  // One person's phone number must not stand with another's name.
  const isOther = CONTACT.some(
    (field) => older[field] !== undefined && younger[field] !== undefined && older[field] !== younger[field],
  );
  const kept = Object.entries(others).filter(([field]) => !isOther || !CONTACT.some((one) => one === field));
  const depths = { ...younger.depths, ...older.depths };
  return {
    ...Object.fromEntries(kept),
    ...Object.fromEntries(known),
    ...(areas.length > 0 && { areas }),
    ...(Object.keys(depths).length > 0 && { depths }),
    ...(younger.crisis && { crisis: true }),
  };
}

/** The words and the person of the younger case's first contact, as those of a later contact on the older one. */
function firstContactOf(younger: Case): Case['contacts'][number] {
  const { contactName, contactPhone, contactEmail, description, areas } = younger.values;
  const person = [contactName, contactPhone, contactEmail].filter((part) => part).join(' ');
  return {
    at: enquiriesOf(younger)[0]?.at ?? younger.createdAt,
    by: younger.createdBy,
    text: description ?? null,
    ...(areas && { areas }),
    person: person === '' ? null : person,
  };
}

/** What the survivor has of the two cases' promises, and whether the younger case's runs. */
type Promises = Pick<Case, 'promise' | 'steps' | 'enquiries'> & {
  readonly earlierPromises?: readonly Promise48[];
  readonly isYoungers: boolean;
};

/**
 * Of two unanswered promises the one that is due first runs on, for both contacts; an unanswered one runs on before an
 * answered one. Answered ones are kept as they are, and each enquiry keeps its promise.
 */
function promisesOfBoth(older: Case, younger: Case): Promises {
  const isOpen = ({ promise }: Case) => promise.answeredAt === null;
  const isSooner = Date.parse(younger.promise.dueAt) < Date.parse(older.promise.dueAt);
  const isYoungers = isOpen(younger) && (!isOpen(older) || isSooner);
  const [runs, other] = isYoungers ? [younger, older] : [older, younger];
  const answered = [...(runs.earlierPromises ?? []), ...(other.earlierPromises ?? [])];
  if (!isOpen(other)) answered.push(other.promise);
  const earlier = answered.toSorted((a, b) => Date.parse(a.contactedAt) - Date.parse(b.contactedAt));
  const all = [...earlier, runs.promise];
  const enquiries = [older, younger].flatMap((kase) =>
    enquiriesOf(kase).map((enquiry) => {
      const its = enquiry.promise === null ? undefined : promisesOf(kase)[enquiry.promise];
      const place = its && (all.includes(its) ? all.indexOf(its) : all.length - 1);
      return { ...enquiry, promise: place ?? null };
    }),
  );
  // The offers are settled. A planned call is known by its moment, and a crisis elsewhere by its case.
  const steps = runs.steps.filter((step) => !step.startsWith('offer'));
  const kept = other.steps.filter((step) => step.startsWith('call-back') || isCrisisStep(step));
  return {
    promise: runs.promise,
    ...(earlier.length > 0 && { earlierPromises: earlier }),
    steps: [...new Set([...steps, ...kept])],
    enquiries: inOrder(enquiries),
    isYoungers,
  };
}
