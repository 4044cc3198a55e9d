import type { Localized } from '../vocabulary.ts';
import { decide, fits, ownerOf } from './decide.ts';
import type { Decision } from './decision.ts';
import type { TriageFacts } from './facts.ts';
import { AGREED_RULES } from './rules/rule-set.ts';
import type { RuleText } from './rules/rule-text.ts';
import { settingsOf as ownSettings, type SettingsLookup } from './settings.ts';
import { readSituation } from './situation.ts';

/** The result of an owner rule: it decided, a condition failed, or an earlier rule had decided. */
export interface OwnerTrace {
  readonly rule: RuleText;
  readonly state: 'decided' | 'did-not-fit' | 'not-reached';
  /** All failed conditions. */
  readonly because: readonly Localized[];
}

/** Whether an addition added something, and its condition. */
export interface AdditionTrace {
  readonly rule: RuleText;
  readonly fired: boolean;
  readonly says: Localized;
}

/** A decision with the result of every rule. */
export interface Explanation {
  readonly decision: Decision;
  /** In the order of reading. */
  readonly owners: readonly OwnerTrace[];
  readonly additions: readonly AdditionTrace[];
}

/** Decides with the result of every rule. Arguments as for `decide`. */
export function explain(
  facts: TriageFacts,
  settingsOf: SettingsLookup = ownSettings,
  today: string = facts.today ?? '',
): Explanation {
  const decision = decide(facts, settingsOf, today);
  const situation = readSituation(facts, settingsOf(facts.municipality), facts.today ?? today);
  const { rule: decided } = ownerOf(situation);
  return {
    decision,
    owners: AGREED_RULES.owners.map((rule) => {
      if (rule === decided) return { rule, state: 'decided', because: [] };
      if (fits(rule, situation)) return { rule, state: 'not-reached', because: [] };
      const failed = rule.when.filter((condition) => !condition.holds(situation));
      return { rule, state: 'did-not-fit', because: failed.map(({ says }) => says) };
    }),
    additions: AGREED_RULES.additions.map((rule) => ({
      rule,
      fired: decision.reasons.some((reason) => reason.rule === rule.id),
      says: rule.says,
    })),
  };
}
