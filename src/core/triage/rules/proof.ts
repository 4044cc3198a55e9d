import { proveAdditions } from './addition-proof.ts';
import { needFacts, OWNER_PLACES, type TriedPlace } from './fact-space.ts';
import { proveOwners } from './owner-proof.ts';
import { AGREED_RULES, type RuleSet } from './rule-set.ts';
import { Faults, type RuleFault } from './rule-set-faults.ts';

/** What the proof of a rule set found. */
export interface RuleProof {
  readonly ruleSet: string;
  /** Combinations of facts and settings that were covered. */
  readonly combinations: number;
  /** Situations gone through: combinations that the rules cannot tell apart are one. */
  readonly situations: number;
  /** In how many situations each rule fired. */
  readonly fired: ReadonlyMap<string, number>;
  readonly faults: readonly RuleFault[];
}

/** Places whose settings the rules cannot tell apart from those of another are left out. */
function differing(places: readonly TriedPlace[]): readonly TriedPlace[] {
  const kinds = new Map<string, TriedPlace>();
  for (const place of places) {
    const { preStarter, localAreas } = place.settings;
    const named = needFacts(place).at(-1)?.needs ?? [];
    const local = named.map(({ area }) => localAreas.includes(area));
    const kind = `${preStarter} ${local.join()}`;
    if (!kinds.has(kind)) kinds.set(kind, place);
  }
  return [...kinds.values()];
}

/**
 * Proves over the whole fact space that every case has exactly one owner, that every rule can fire, and that no two
 * rules at one place conflict: under every kind of settings, and under those `given`. Takes a few seconds.
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
