import type { Reason } from '../decision.ts';
import type { AdditionRule } from './additions.ts';
import { AREA_RULES } from './area-rules.ts';
import { CASE_RULES } from './case-rules.ts';
import { OWNER_RULES, type OwnerRule } from './owner-rules.ts';
import { RULE_SET } from './parameters.ts';
import type { RuleText } from './rule-text.ts';

/** A rule with its text as a decision carries it, prepared once. */
export type Worded<Rule extends RuleText> = Rule & { readonly reason: Reason };

/** A rule set: the first fitting owner rule decides, and every fitting addition adds. */
export interface RuleSet {
  readonly id: string;
  /** In the order of reading. */
  readonly owners: readonly Worded<OwnerRule>[];
  readonly additions: readonly Worded<AdditionRule>[];
}

/** The rule with its reason. */
export function worded<Rule extends RuleText>(rule: Rule): Worded<Rule> {
  const { id, da, en, strength, source } = rule;
  return { ...rule, reason: Object.freeze({ rule: id, da, en, strength, source }) };
}

/** Sorts owner rules into the order of reading. */
function ruleSet(id: string, owners: readonly OwnerRule[], additions: readonly AdditionRule[]): RuleSet {
  return {
    id,
    owners: owners.map(worded).toSorted((a, b) => a.place - b.place),
    additions: additions.map(worded),
  };
}

/** The rules agreed by the parties (policy). */
export const AGREED_RULES: RuleSet = ruleSet(RULE_SET, OWNER_RULES, [...AREA_RULES, ...CASE_RULES]);
