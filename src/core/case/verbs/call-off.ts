import { ok } from '../../result.ts';
import { ACTIVE_STATUSES } from '../derived.ts';
import { REFRESH, SAVE } from './common-steps.ts';
import { NO_INPUTS } from './fields.ts';
import { servesForOwner } from './guards.ts';
import { verb } from './verb.ts';

/** Removes the planned call: it has been made, or is no longer wanted. Nobody is reminded of it any more. */
export const callOff = verb({
  from: ACTIVE_STATUSES,
  who: servesForOwner,
  offered: (kase) => kase.callBack != null,
  inputs: NO_INPUTS,
  does: (kase) =>
    ok({ case: { ...kase, callBack: null }, event: { type: 'call-removed' }, effects: [SAVE, REFRESH] }),
});
