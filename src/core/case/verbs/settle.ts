import { z } from 'zod';
import { ok, refuse } from '../../result.ts';
import { refOf } from '../case-change.ts';
import { ACTIVE_STATUSES, closeHandover, mayShare, openOffer } from '../derived.ts';
import { greyZoneParties } from '../open-case.ts';
import { post, REFRESH, SAVE, tellChannel, withoutOffer, withRemark } from './common-steps.ts';
import { flag, optional, organisation } from './fields.ts';
import { settlers } from './guards.ts';
import { verb } from './verb.ts';

/** A coordinator settles a grey zone: takes the case, or leaves it with its owner, jointly or not. */
export const settle = verb({
  from: ACTIVE_STATUSES,
  who: settlers,
  offered: (kase) => kase.greyZone,
  inputs: z.object({ organisation: organisation(), reason: optional(), joint: flag() }),
  does: (kase, { organisation: to, reason, joint }, by, context) => {
    if (!kase.greyZone) return refuse('no-grey-zone');
    const parties = greyZoneParties(kase);
    if (!parties.includes(to)) return refuse('not-a-party', { organisation: to });
    // Nobody can assign the case to a third organisation.
    if (to !== by.organisation && to !== kase.owner) return refuse('settle-own-only', { organisation: to });
    const moved = to !== kase.owner;
    // A joint course shares as much as moving the case.
    if ((moved || joint) && !mayShare(kase)) return refuse('basis-needed');
    const other = parties.find((party) => party !== to);
    const unoffered = withoutOffer(kase, by, context);
    const ref = refOf(by);
    const taken = { state: 'accepted', settledAt: context.now, settledBy: ref } as const;
    // A move is recorded as an accepted handover, so that follow-up works.
    const settled = moved
      ? closeHandover(openOffer(unoffered, to, ref, context.now, reason), taken)
      : withRemark(unoffered, 'grey-zone-settled', reason, by, context);
    const guests = joint && other ? [...new Set([...kase.joint, other])] : kase.joint;
    return ok({
      case: {
        ...settled,
        status: unoffered.status,
        owner: to,
        assignee: moved ? null : kase.assignee,
        joint: guests.filter((guest) => guest !== to),
        greyZone: false,
      },
      event: { type: 'grey-zone-settled', organisation: to, joint },
      effects: [
        SAVE,
        REFRESH,
        ...(moved ? [post(to, 'case')] : []),
        ...parties
          .filter((party) => party !== by.organisation && (party === kase.owner || mayShare(kase)))
          .map((party) => tellChannel(party, { notice: 'grey-zone-settled' })),
      ],
    });
  },
});
