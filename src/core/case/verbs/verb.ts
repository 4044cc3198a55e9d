import type { z } from 'zod';
import type { Actor } from '../../person.ts';
import type { RefusalCode } from '../../refusal-codes.ts';
import type { Refusal, Result } from '../../result.ts';
import type { Case } from '../case.ts';
import type { CaseContext } from '../case-change.ts';
import type { Effect } from '../effects.ts';
import type { CaseEvent } from '../events.ts';
import type { KeptStatus } from '../word-lists.ts';

/** The result of a verb. The table raises the revision. */
export interface VerbStep {
  readonly case: Case;
  readonly event: CaseEvent;
  readonly effects: readonly Effect[];
}

/**
 * A verb on a case: its statuses, guard, condition, inputs and effect. Its texts are in each language's `verbs.ts`
 * (`dialogs/da/`).
 */
export interface Verb<Inputs extends z.ZodObject = z.ZodObject> {
  readonly from: readonly KeptStatus[];
  readonly who: (kase: Case, by: Actor, context: CaseContext) => boolean;
  /** Whether the verb makes sense on the case now. Otherwise it is refused with `not-now`. */
  readonly offered?: (kase: Case, by: Actor, context: CaseContext) => boolean;
  /** The schema of the verb's inputs. An issue's message is the refusal's code (`fields.ts`). */
  readonly inputs: Inputs;
  /** The verb answers an offer: once the offer is gone, the refusal tells what became of it. */
  readonly answersOffer?: true;
  /** The verb also applies where the case has changed since the card was rendered. */
  readonly safeWhenStale?: true;
  /** A refusal that is more specific than `not-now`, for statuses outside `from`. */
  readonly whyNotYet?: (kase: Case) => Refusal | null;
  readonly does: (
    kase: Case,
    input: z.output<Inputs>,
    by: Actor,
    context: CaseContext,
  ) => Result<VerbStep, RefusalCode>;
}

/** Declares a verb, with the type of its inputs checked against `does`. */
export function verb<Inputs extends z.ZodObject>(declared: Verb<Inputs>): Verb<Inputs> {
  return declared;
}
