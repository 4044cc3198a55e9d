import type { Localized } from '../vocabulary.ts';
import { ownerOf } from './decide.ts';
import type { TriageFacts } from './facts.ts';
import type { RuleText } from './rules/owner-rules.ts';
import { AGREED_RULES } from './rules/rule-set.ts';
import { settingsOf as ownSettings, type SettingsLookup } from './settings.ts';
import { readSituation } from './situation.ts';

/** How one owner rule fared: it decided, something it asks for did not hold, or an earlier rule had decided. */
export interface RuleTrace {
  readonly rule: RuleText;
  readonly state: 'decided' | 'did-not-fit' | 'not-reached';
  /** What did not hold. */
  readonly because: Localized | null;
}

/** Why each owner rule did or did not decide, in the order of reading. */
export function explainOwner(
  facts: TriageFacts,
  settingsOf: SettingsLookup = ownSettings,
  today: string = facts.today ?? '',
): readonly RuleTrace[] {
  const situation = readSituation(facts, settingsOf(facts.municipality), facts.today ?? today);
  const decided = AGREED_RULES.owners.indexOf(ownerOf(situation).rule);
  return AGREED_RULES.owners.map((rule, place) => {
    if (place === decided) return { rule, state: 'decided', because: null };
    const failed = rule.when.find((condition) => !condition.holds(situation));
    if (failed) return { rule, state: 'did-not-fit', because: failed.says };
    return { rule, state: 'not-reached', because: null };
  });
}
