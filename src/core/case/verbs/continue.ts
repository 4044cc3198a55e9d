import { ok } from '../../result.ts';
import { REFRESH, SAVE } from './common-steps.ts';
import { NO_INPUTS } from './fields.ts';
import { servesForOwner } from './guards.ts';
import { verb } from './verb.ts';

/** Resumes a case that waited for the company. */
export const continueIt = verb({
  from: ['waiting-company'],
  who: servesForOwner,
  inputs: NO_INPUTS,
  does: (kase) =>
    ok({ case: { ...kase, status: 'answered' }, event: { type: 'continued' }, effects: [SAVE, REFRESH] }),
});
