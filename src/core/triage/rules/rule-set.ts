import { ADDITION_RULES, type AdditionRule } from './addition-rules.ts';
import { OWNER_RULES, type OwnerRule } from './owner-rules.ts';
import { RULE_SET } from './parameters.ts';

/** A rule set: the first owner rule that fits decides, every addition that fits adds. */
export interface RuleSet {
  readonly id: string;
  readonly owners: readonly OwnerRule[];
  readonly additions: readonly AdditionRule[];
}

/** The rules that the parties agreed on (policy). */
export const AGREED_RULES: RuleSet = { id: RULE_SET, owners: OWNER_RULES, additions: ADDITION_RULES };
