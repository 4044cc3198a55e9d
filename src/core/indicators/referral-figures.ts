import { ACTORS } from '../vocabulary.ts';
import { isIn } from './counted-case.ts';
import type { Scope, Tally } from './scope.ts';

/**
 * I-53: referrals given in the period, by actor. Undivided, every actor has a row; a group has rows of the actors that its
 * cases were referred to.
 */
export function referralsGiven({ cases, period, organisation, undivided }: Scope): readonly Tally[] {
  const given = new Map<string, number>(undivided ? ACTORS.map((actor) => [actor, 0]) : []);
  for (const { actor, by, on } of cases.flatMap(({ referrals }) => referrals)) {
    const counts = isIn(on, period) && (organisation === null || by === organisation);
    given.set(actor, (given.get(actor) ?? 0) + Number(counts));
  }
  return [...given].map(([actor, numerator]) => ({ actor, numerator, denominator: null }));
}
