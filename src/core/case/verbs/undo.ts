import type { ActorRef } from '../../person.ts';
import { ok, refuse } from '../../result.ts';
import type { Case } from '../case.ts';
import { ACTIVE_STATUSES, mayShare, restingStatus } from '../derived.ts';
import type { Effect } from '../effects.ts';
import type { AddedByClosing, Registered } from '../registered.ts';
import { withoutAdded } from '../registering.ts';
import { mayAct } from '../relation.ts';
import type { Undoable } from '../slip.ts';
import { isBeforeNewPromise, mayUndo, undoableNow } from '../undoable.ts';
import { post, REFRESH, SAVE } from './common-steps.ts';
import { NO_INPUTS } from './fields.ts';
import { tellUndone } from './tell-undone.ts';
import { verb } from './verb.ts';

/**
 * Undoes the last answer, registration, closing or cancellation that the person may undo, as a correcting entry: the promise
 * goes on as if it had never stopped, what was registered counts nowhere, and whoever was told learns it. An offer is taken back with
 * `handover.withdraw`. Refuses with `nothing-to-undo` (also once it is too late, or, for all but an answer, once somebody
 * else has acted), `promise-since` (an answer, once a new need has begun a promise of its own) and `undo-not-yours`.
 */
export const undo = verb({
  from: [...ACTIVE_STATUSES, 'closed', 'withdrawn', 'entered-in-error'],
  who: (kase, by) =>
    mayAct(by) &&
    (by.organisation === kase.owner || (kase.undoable?.some((what) => mayUndo(kase, by, what)) ?? false)),
  offered: (kase, by, context) => undoableNow(kase, context.now, by) !== undefined,
  inputs: NO_INPUTS,
  does: (kase, _, by, context) => {
    const what = undoableNow(kase, context.now, by);
    if (!what) {
      const others = undoableNow(kase, context.now);
      if (others) return refuse('undo-not-yours', { person: others.by.name });
      return refuse(isBeforeNewPromise(kase, context.now) ? 'promise-since' : 'nothing-to-undo');
    }
    const { case: before, effects = [] } = undone(kase, what);
    return ok({
      case: { ...before, undoable: kase.undoable?.filter((one) => one !== what) },
      event: { type: 'undone', what: what.event, line: what.line },
      effects: [SAVE, REFRESH, ...effects, ...tellUndone(kase, what, by, context)],
    });
  },
});

interface Undone {
  readonly case: Case;
  readonly effects?: readonly Effect[];
}

function undone(kase: Case, what: Undoable): Undone {
  const { added, referral, followUp } = what.before;
  switch (what.event) {
    case 'contacted':
      return { case: unanswered(kase, what) };
    case 'closed':
      return { case: unclosed(kase, what) };
    case 'withdrawn':
    case 'entered-in-error':
      return unended(kase, what);
    case 'service-given':
    case 'referral-given':
    case 'self-help-used':
      return { case: added ? withoutAdded(kase, added) : kase };
    case 'uptake-recorded':
      return {
        case: {
          ...kase,
          referrals: kase.referrals?.map((one, at) => (at === referral?.place ? referral.was : one)),
        },
      };
    case 'attempted':
      return {
        case: { ...withoutRemark(kase, what), attempts: kase.attempts?.filter((one) => !isOf(one, what)) },
      };
    case 'followed-up':
      return { case: { ...withoutRemark(kase, what), followUp: followUp ?? kase.followUp } };
    default: {
      const never: never = what.event;
      return never;
    }
  }
}

const isOf = (one: { readonly at: string; readonly by: ActorRef }, { at, by }: Undoable): boolean =>
  one.at === at && one.by.person === by.person;

/** The case without what was written with an event: it was about something that did not happen. */
function withoutRemark(kase: Case, what: Undoable): Case {
  if (!kase.remarks) return kase;
  return { ...kase, remarks: kase.remarks.filter((one) => one.event !== what.event || !isOf(one, what)) };
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
