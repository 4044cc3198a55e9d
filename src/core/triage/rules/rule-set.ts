import type { Reason } from '../decision.ts';
import type { AdditionRule } from './additions.ts';
import { AREA_RULES } from './area-rules.ts';
import { CASE_RULES } from './case-rules.ts';
import { OWNER_RULES, type OwnerRule } from './owner-rules.ts';
import { RULE_SET } from './parameters.ts';
import type { RuleText } from './rule-text.ts';

/** A rule with its own words as a decision carries them, made once. */
export type Worded<Rule extends RuleText> = Rule & { readonly reason: Reason };

/** A rule set: the first owner rule that fits decides, every addition that fits adds. */
export interface RuleSet {
  readonly id: string;
  /** In the order of reading. */
  readonly owners: readonly Worded<OwnerRule>[];
  readonly additions: readonly Worded<AdditionRule>[];
}

function worded<Rule extends RuleText>(rule: Rule): Worded<Rule> {
  const { id, da, en, strength, source } = rule;
  return { ...rule, reason: Object.freeze({ rule: id, da, en, strength, source }) };
}

/** Puts owner rules into the order in which they are read. */
function ruleSet(id: string, owners: readonly OwnerRule[], additions: readonly AdditionRule[]): RuleSet {
  return {
    id,
    owners: owners.map(worded).toSorted((a, b) => a.place - b.place),
    additions: additions.map(worded),
  };
}

/** The rules that the parties agreed on (policy). */
export const AGREED_RULES: RuleSet = ruleSet(RULE_SET, OWNER_RULES, [...AREA_RULES, ...CASE_RULES]);
