import { z } from 'zod';
import { ok, refuse } from '../../result.ts';
import { ACTIVE_STATUSES } from '../derived.ts';
import { post, REFRESH, SAVE, whyNotShare, withRemark } from './common-steps.ts';
import { optional, organisation } from './fields.ts';
import { GROWTH_WHEEL_INPUTS, withGrowthWheel } from './growth-wheel.ts';
import { servesForOwner } from './guards.ts';
import { verb } from './verb.ts';

/** Invites another organisation to take part without owning (joint course). `selfHelp`, `noTool`: as of an offer. */
export const invite = verb({
  from: ACTIVE_STATUSES,
  who: servesForOwner,
  inputs: z.object({ organisation: organisation(), reason: optional(), ...GROWTH_WHEEL_INPUTS }),
  does: (kase, { organisation: guest, reason, ...said }, by, context) => {
    if (guest === kase.owner) return refuse('same-organisation', { organisation: guest });
    if (kase.joint.includes(guest)) return refuse('already-joint', { organisation: guest });
    const no = whyNotShare(kase);
    if (no) return no;
    const wheel = withGrowthWheel(kase, guest, said, by, context);
    if (!wheel.ok) return wheel;
    return ok({
      case: {
        ...withRemark(wheel.value.case, 'invited', reason, by, context),
        joint: [...kase.joint, guest],
      },
      event: { type: 'invited', organisation: guest, ...wheel.value.details },
      effects: [SAVE, REFRESH, post(guest, 'case')],
    });
  },
});
