import { z } from 'zod';
import type { Actor } from '../../person.ts';
import { ok } from '../../result.ts';
import type { Case } from '../case.ts';
import { ACTIVE_STATUSES } from '../derived.ts';
import { serves } from '../relation.ts';
import type { Task } from '../task.ts';
import { taskOf } from '../tasks.ts';
import { REFRESH, SAVE, tellChannel, tellPerson, withRemark } from './common-steps.ts';
import { NO_INPUTS, optional } from './fields.ts';
import { verb } from './verb.ts';

const STATUSES = [...ACTIVE_STATUSES, 'closed'] as const;

/** A person who serves companies at the office that has a task. */
const tasked = (kase: Case, by: Actor) => serves(by) && taskOf(kase, by.organisation) !== undefined;

const isIn =
  (...states: readonly Task['state'][]) =>
  (kase: Case, by: Actor) =>
    by.organisation !== kase.owner && states.some((state) => taskOf(kase, by.organisation)?.state === state);

const settled = (kase: Case, by: Actor, state: Task['state']): Case => ({
  ...kase,
  tasks: kase.tasks?.map((task) => (task.organisation === by.organisation ? { ...task, state } : task)),
});

/** Tells the case's holder what the office said to its task. */
function tellHolder({ assignee, owner }: Case, notice: 'task-started' | 'task-dismissed') {
  return assignee ? tellPerson(assignee.person, { notice }) : tellChannel(owner, { notice });
}

/** The office has begun what the case's decision asks of it. */
export const startTask = verb({
  from: STATUSES,
  who: tasked,
  safeWhenStale: true,
  offered: isIn('open'),
  inputs: NO_INPUTS,
  does: (kase, _, by) =>
    ok({
      case: settled(kase, by, 'started'),
      event: { type: 'task-started', organisation: by.organisation },
      effects: [SAVE, REFRESH, tellHolder(kase, 'task-started')],
    }),
});

/** The office finds that there is nothing for it to do. */
export const dismissTask = verb({
  from: STATUSES,
  who: tasked,
  safeWhenStale: true,
  offered: isIn('open', 'started'),
  inputs: z.object({ reason: optional() }),
  does: (kase, { reason }, by, context) =>
    ok({
      case: settled(withRemark(kase, 'task-dismissed', reason, by, context), by, 'not-relevant'),
      event: { type: 'task-dismissed', organisation: by.organisation },
      effects: [SAVE, REFRESH, tellHolder(kase, 'task-dismissed')],
    }),
});
