import type { z } from 'zod';
import type { Actor } from '../../person.ts';
import type { RefusalCode } from '../../refusal-codes.ts';
import type { Refusal, Result } from '../../result.ts';
import type { Case } from '../case.ts';
import type { CaseContext } from '../case-change.ts';
import type { Effect } from '../effects.ts';
import type { CaseEvent } from '../events.ts';
import type { KeptStatus } from '../word-lists.ts';

/** What a verb leads to; the revision is raised by the table. */
export interface VerbStep {
  readonly case: Case;
  readonly event: CaseEvent;
  readonly effects: readonly Effect[];
}

/**
 * A verb on a case, whole: in which statuses, by whom, on what condition, with which inputs, and what it does. The words
 * for it are in each language's `verbs.ts` (`dialogs/da/`).
 */
export interface Verb<Inputs extends z.ZodObject = z.ZodObject> {
  readonly from: readonly KeptStatus[];
  readonly who: (kase: Case, by: Actor, context: CaseContext) => boolean;
  /** Whether the verb makes sense on this case now; what is not offered is refused with `not-now`. */
  readonly offered?: (kase: Case, by: Actor, context: CaseContext) => boolean;
  /** Every input that the verb takes. An issue's message is the code of the refusal (`fields.ts`). */
  readonly inputs: Inputs;
  /** Answers an offer: once the offer is gone, whoever comes late is told what became of it. */
  readonly answersOffer?: true;
  /** Goes through on a case that has moved on since the card was drawn. */
  readonly safeWhenStale?: true;
  /** Why not, in a status that is not in `from`, where more can be said than `not-now`. */
  readonly whyNotYet?: (kase: Case) => Refusal | null;
  readonly does: (
    kase: Case,
    input: z.output<Inputs>,
    by: Actor,
    context: CaseContext,
  ) => Result<VerbStep, RefusalCode>;
}

/** A verb with the type of its inputs, which `does` is checked against. */
export function verb<Inputs extends z.ZodObject>(one: Verb<Inputs>): Verb<Inputs> {
  return one;
}
