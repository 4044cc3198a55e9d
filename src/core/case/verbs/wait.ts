import { z } from 'zod';
import { ok } from '../../result.ts';
import { REFRESH, SAVE, withNote } from './common-steps.ts';
import { optional } from './fields.ts';
import { servesForOwner } from './guards.ts';
import { verb } from './verb.ts';

/** Marks the case as waiting for the company. */
export const wait = verb({
  from: ['answered'],
  who: servesForOwner,
  inputs: z.object({ note: optional() }),
  does: (kase, input, by, context) =>
    ok({
      case: { ...withNote(kase, input.note, by, context), status: 'waiting-company' },
      event: { type: 'waiting' },
      effects: [SAVE, REFRESH],
    }),
});
