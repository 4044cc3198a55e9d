import { ok } from '../../result.ts';
import { ACTIVE_STATUSES } from '../derived.ts';
import { REFRESH, SAVE, tellChannel } from './common-steps.ts';
import { NO_INPUTS } from './fields.ts';
import { guest } from './guards.ts';
import { verb } from './verb.ts';

/** An organisation that takes part leaves the joint course. */
export const leave = verb({
  from: ACTIVE_STATUSES,
  who: guest,
  inputs: NO_INPUTS,
  does: (kase, _, { organisation }) =>
    ok({
      case: { ...kase, joint: kase.joint.filter((guest) => guest !== organisation) },
      event: { type: 'left', organisation },
      effects: [SAVE, REFRESH, tellChannel(kase.owner, { notice: 'left-joint' })],
    }),
});
