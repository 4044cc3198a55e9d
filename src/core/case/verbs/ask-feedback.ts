import type { Actor } from '../../person.ts';
import { ok } from '../../result.ts';
import type { Case } from '../case.ts';
import type { CaseContext } from '../case-change.ts';
import { ACTIVE_STATUSES } from '../derived.ts';
import { serves } from '../relation.ts';
import { REFRESH, SAVE } from './common-steps.ts';
import { NO_INPUTS } from './fields.ts';
import { verb } from './verb.ts';

/** A person who serves companies at an organisation that has sent the case on. */
const referrer = (kase: Case, by: Actor) =>
  serves(by) &&
  kase.handovers.some(
    ({ from, state }) => from === by.organisation && (state === 'offered' || state === 'accepted'),
  );

const isOnRequest = ({ values }: Case, { settingsOf }: CaseContext): boolean =>
  values.municipality !== undefined && settingsOf(values.municipality).feedback === 'on-request';

/** The office that sent the case asks to hear what becomes of it, where its municipality wants that on request (`feedback`). */
export const askFeedback = verb({
  from: ACTIVE_STATUSES,
  who: referrer,
  offered: (kase, by, context) => isOnRequest(kase, context) && !kase.feedbackFor?.includes(by.organisation),
  inputs: NO_INPUTS,
  does: (kase, _, by) =>
    ok({
      case: { ...kase, feedbackFor: [...(kase.feedbackFor ?? []), by.organisation] },
      event: { type: 'feedback-asked', organisation: by.organisation },
      effects: [SAVE, REFRESH],
    }),
});
