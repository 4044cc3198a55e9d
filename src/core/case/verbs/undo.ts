import type { Actor } from '../../person.ts';
import { ok, refuse } from '../../result.ts';
import type { Case } from '../case.ts';
import { ACTIVE_STATUSES, mayShare, restingStatus } from '../derived.ts';
import type { Effect } from '../effects.ts';
import type { AddedByClosing, Registered } from '../registered.ts';
import { withoutAdded } from '../registering.ts';
import { coordinates, mayAct } from '../relation.ts';
import type { Undoable } from '../slip.ts';
import { isBeforeNewPromise, undoableNow } from '../undoable.ts';
import { post, REFRESH, SAVE } from './common-steps.ts';
import { NO_INPUTS } from './fields.ts';
import { verb } from './verb.ts';

/** The person who recorded it, and the coordinators of their organisation and of the owner. */
const mayUndo = (kase: Case, by: Actor, what: Undoable) =>
  what.by.person === by.person ||
  (coordinates(by) && [kase.owner, what.by.organisation].includes(by.organisation));

/**
 * Undoes the last answer, closing or cancellation as a correcting entry: the promise goes on as if it had never stopped.
 * An offer is taken back with `handover.withdraw`. Refuses with `nothing-to-undo` (also once it is too late, or, for
 * all but an answer, once somebody else has acted), `promise-since` (an answer, once a new need has begun a promise of its
 * own) and `undo-not-yours`.
 */
export const undo = verb({
  from: [...ACTIVE_STATUSES, 'closed', 'withdrawn', 'entered-in-error'],
  who: (kase, by) => {
    const last = kase.undoable?.at(-1);
    return mayAct(by) && (by.organisation === kase.owner || (last !== undefined && mayUndo(kase, by, last)));
  },
  offered: (kase, by, context) => {
    const what = undoableNow(kase, context.now);
    return what !== undefined && mayUndo(kase, by, what);
  },
  inputs: NO_INPUTS,
  does: (kase, _, by, context) => {
    const what = undoableNow(kase, context.now);
    if (!what) return refuse(isBeforeNewPromise(kase, context.now) ? 'promise-since' : 'nothing-to-undo');
    if (!mayUndo(kase, by, what)) return refuse('undo-not-yours', { person: what.by.name });
    const { case: before, effects = [] } = undone(kase, what);
    return ok({
      case: { ...before, undoable: kase.undoable?.slice(0, -1) },
      event: { type: 'undone', what: what.event, line: what.line },
      effects: [SAVE, REFRESH, ...effects],
    });
  },
});

interface Undone {
  readonly case: Case;
  readonly effects?: readonly Effect[];
}

function undone(kase: Case, what: Undoable): Undone {
  switch (what.event) {
    case 'contacted':
      return { case: unanswered(kase, what) };
    case 'closed':
      return { case: unclosed(kase, what) };
    case 'withdrawn':
    case 'entered-in-error':
      return unended(kase, what);
    default: {
      const never: never = what.event;
      return never;
    }
  }
}

/** A promise that was late stays broken; otherwise the clock breaks it when its time has passed. */
function unanswered(kase: Case, { before, by }: Undoable): Case {
  const { how: _, answeredBy: __, ...promise } = kase.promise;
  const wasNobody = before.assignee === null && kase.assignee?.person === by.person;
  return {
    ...kase,
    promise: { ...promise, answeredAt: null },
    assignee: wasNobody ? null : kase.assignee,
    status: kase.status === 'offered' ? 'offered' : 'open',
  };
}

/** What was typed at closing is kept for the next closing, but registered nowhere. */
function unclosed(kase: Case, { before }: Undoable): Case {
  const { cvr, pNumber } = kase.values;
  const added = kase.outcome?.added;
  return {
    ...(added ? withoutAdded(kase, added) : kase),
    status: before.status,
    closedAt: null,
    outcome: null,
    followUp: null,
    values: { ...kase.values, cvr: before.cvr, pNumber: before.pNumber },
    retracted: kase.outcome && {
      ...kase.outcome,
      closedBy: undefined,
      cvr,
      pNumber,
      ...(added && { again: addedBy(kase, added) }),
    },
  };
}

/** The entries that a closing added. */
function addedBy({ services = [], referrals = [], selfHelp = [] }: Case, added: AddedByClosing): Registered {
  return {
    services: services.slice(...added.services),
    referrals: referrals.slice(...added.referrals),
    selfHelp: selfHelp.slice(...added.selfHelp),
  };
}

/** The offer that the ending took back stands again, where the case may still be shared. */
function unended(kase: Case, { at, before }: Undoable): Undone {
  const last = kase.handovers.at(-1);
  const ended = { ...kase, closedAt: before.closedAt };
  if (before.status !== 'offered') return { case: { ...ended, status: before.status } };
  if (!last || last.settledAt !== at || !mayShare(kase)) {
    return { case: { ...ended, status: restingStatus(kase) } };
  }
  const offer = { ...last, state: 'offered', settledAt: null, settledBy: null } as const;
  return {
    case: { ...ended, status: 'offered', handovers: [...kase.handovers.slice(0, -1), offer] },
    effects: [post(last.to, 'handover')],
  };
}
