import type { ActorRef } from '../person.ts';
import type { BasisKind, BasisScope } from '../vocabulary.ts';
import type { Basis } from './case.ts';

/** The version of the text with which consent is asked (`dialogs/da/basis-text.ts`). A changed text needs a new version. */
export const BASIS_TEXT_VERSION = '2026.1';

/**
 * A basis obtained now, with what it covers: this case unless the company agreed to more. Consent carries the version of the
 * text that was read out; a public task needs no text, and a refusal covers nothing.
 */
export function basisFrom(
  kind: BasisKind,
  scope: BasisScope | undefined,
  obtainedBy: ActorRef,
  now: string,
): Basis {
  return {
    kind,
    obtainedBy,
    obtainedAt: now,
    withdrawnAt: null,
    ...(kind !== 'declined' && { scope: scope ?? 'this-case' }),
    ...(kind === 'consent' && { textVersion: BASIS_TEXT_VERSION }),
  };
}
