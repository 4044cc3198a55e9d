import type { Actor } from '../../person.ts';
import { ok } from '../../result.ts';
import type { Case } from '../case.ts';
import { refOf } from '../case-change.ts';
import { ACTIVE_STATUSES, openHandover } from '../derived.ts';
import { REFRESH, SAVE, settleOffer, tellPerson, tellReferrer } from './common-steps.ts';
import { NO_INPUTS } from './fields.ts';
import { receiver, servesForOwner } from './guards.ts';
import { verb } from './verb.ts';

/** Whether the case waits at its owner for a colleague to take it: phone-line staff logged it, or its person has left. */
const isFree = (kase: Case, by: Actor) =>
  kase.assignee === null && !openHandover(kase) && servesForOwner(kase, by);

/**
 * The receiver accepts the case, or somebody of its owner takes a case that has no person. The first acceptance wins.
 */
export const accept = verb({
  from: ACTIVE_STATUSES,
  who: (kase, by) => receiver(kase, by) || isFree(kase, by),
  answersOffer: true,
  inputs: NO_INPUTS,
  does: (kase, _, by, context) => {
    const open = openHandover(kase);
    if (!open) {
      return ok({
        case: { ...kase, assignee: refOf(by) },
        event: { type: 'assigned', person: by.person },
        effects: [SAVE, REFRESH, tellPerson(by.person, { notice: 'yours-now' })],
      });
    }
    return ok({
      case: {
        ...settleOffer(kase, by, context, { state: 'accepted' }),
        owner: by.organisation,
        assignee: refOf(by),
        // The new owner is no longer a guest.
        joint: kase.joint.filter((guest) => guest !== by.organisation),
      },
      event: { type: 'accepted', from: open.from, handover: open.number },
      effects: [
        SAVE,
        REFRESH,
        ...tellReferrer(kase, open, { notice: 'handover-accepted', handover: open.number }, context),
        tellPerson(by.person, { notice: 'yours-now' }),
      ],
    });
  },
});
