import { z } from 'zod';
import { ok, refuse } from '../../result.ts';
import { ACTIVE_STATUSES, isActive, mayShare, openHandover } from '../derived.ts';
import type { Effect } from '../effects.ts';
import { endedInto, isOlder, newTasksOf, survivorOf } from '../merged.ts';
import { post, REFRESH, SAVE, tellPerson } from './common-steps.ts';
import { flag, needed } from './fields.ts';
import { servesForOwner } from './guards.ts';
import { verb } from './verb.ts';

/**
 * Merges two running cases of one owner and one company: the older lives on, the younger ends and points to it. Given
 * on either; the caller gives it on the other too (`CaseContext.other`) and saves both changes together. It cannot be
 * undone, so `confirm` must be given.
 *
 * Refuses `unknown-case`, `merge-itself`, `merge-not-yours` (another organisation owns the other case), `merge-not-now`
 * (one of them has ended or is offered), `merge-other-company` (two CVR numbers), `merge-basis` (one of them may be
 * shared and the other not: nobody's words come under the other case's consent) and `merge-confirm`.
 */
export const merge = verb({
  from: ACTIVE_STATUSES,
  who: servesForOwner,
  inputs: z.object({ other: needed('case-needed', { line: true }), confirm: flag() }),
  does: (kase, { other: otherId, confirm }, by, context) => {
    const other = context.other;
    if (otherId === kase.id) return refuse('merge-itself', { field: 'other' });
    if (!other || other.id !== otherId) return refuse('unknown-case', { caseId: otherId, field: 'other' });
    if (other.owner !== kase.owner) return refuse('merge-not-yours', { owner: other.owner, field: 'other' });
    const waiting = [kase, other].find((one) => !isActive(one) || openHandover(one));
    if (waiting || kase.mergedFrom?.includes(other.id)) {
      const { id: caseId, status } = waiting ?? other;
      return refuse('merge-not-now', { caseId, status });
    }
    const [{ cvr }, { cvr: otherCvr }] = [kase.values, other.values];
    if (cvr !== undefined && otherCvr !== undefined && cvr !== otherCvr) {
      return refuse('merge-other-company', { caseId: other.id, field: 'other' });
    }
    if (mayShare(kase) !== mayShare(other)) return refuse('merge-basis', { caseId: other.id });
    const [older, younger] = isOlder(kase, other) ? [kase, other] : [other, kase];
    if (!confirm) return refuse('merge-confirm', { caseId: older.id, other: younger.id });
    if (kase === younger) {
      return ok({
        case: endedInto(kase, other, context.now),
        event: { type: 'merged-into', into: other.id },
        effects: [SAVE, REFRESH],
      });
    }
    const told = new Set([kase.assignee, other.assignee].flatMap((one) => one?.person ?? []));
    told.delete(by.person);
    const notices = [...told].map((person): Effect => tellPerson(person, { notice: 'cases-merged' }));
    const survivor = survivorOf(kase, other);
    const taskCards = newTasksOf(survivor, kase).map(({ organisation }) => post(organisation, 'task'));
    return ok({
      case: survivor,
      event: { type: 'merged', from: other.id },
      effects: [SAVE, REFRESH, ...taskCards, ...notices],
    });
  },
});
