import { proveAdditions } from './addition-proof.ts';
import { OWNER_PLACES, ownersKindOf, type TriedPlace } from './fact-space.ts';
import { proveOwners } from './owner-proof.ts';
import { AGREED_RULES, type RuleSet } from './rule-set.ts';
import { Faults, type RuleFault } from './rule-set-faults.ts';

/** The result of proving a rule set. */
export interface RuleProof {
  readonly ruleSet: string;
  /** Combinations of facts and settings covered. */
  readonly combinations: number;
  /** Situations visited. Combinations that the rules cannot tell apart share one. */
  readonly situations: number;
  /** The number of situations in which each rule fired. */
  readonly fired: ReadonlyMap<string, number>;
  readonly faults: readonly RuleFault[];
}

/** The places, without those whose settings the rules cannot tell from another's. */
function differing(places: readonly TriedPlace[]): readonly TriedPlace[] {
  const kinds = new Map<string, TriedPlace>();
  for (const place of places) {
    const kind = ownersKindOf(place);
    if (!kinds.has(kind)) kinds.set(kind, place);
  }
  return [...kinds.values()];
}

/**
 * Proves over the whole fact space that every case has exactly one owner, that every rule can fire, and that no two
 * rules at one place conflict, under every kind of settings and under those `given`. Takes a few seconds.
 */
export function proveRules(rules: RuleSet = AGREED_RULES, given: readonly TriedPlace[] = []): RuleProof {
  const faults = new Faults();
  const fired = new Map<string, number>();
  const owners = proveOwners(rules, differing([...OWNER_PLACES, ...given]), fired, faults);
  const additions = proveAdditions(rules, fired, faults);
  return {
    ruleSet: rules.id,
    combinations: owners.combinations + additions.combinations,
    situations: owners.situations + additions.situations,
    fired,
    faults: faults.all(),
  };
}
