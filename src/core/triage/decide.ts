import type { Decision, Priority, Reason } from './decision.ts';
import type { Owner, TriageFacts } from './facts.ts';
import { missingFacts } from './missing.ts';
import {
  addClarification,
  type DecisionSoFar,
  settingsOfOwner,
  tellRunningOwner,
} from './rules/addition-rules.ts';
import type { OwnerRule, RuleText } from './rules/owner-rules.ts';
import { PROMISE_HOURS } from './rules/parameters.ts';
import { AGREED_RULES, type RuleSet } from './rules/rule-set.ts';
import { settingsOf as ownSettings, type SettingsLookup } from './settings.ts';
import { readSituation, type Situation } from './situation.ts';

/** What the owner rules settle: the parts that `missing` looks at. */
export interface Outcome {
  readonly rule: OwnerRule;
  readonly owner: Owner;
  readonly priority: Priority;
  readonly greyZone: boolean;
}

/** The first owner rule that fits. Throws where none does: the proof shows that this cannot happen. */
export function ownerOf(situation: Situation, rules: RuleSet = AGREED_RULES): Outcome {
  for (const rule of rules.owners) {
    if (fits(rule, situation)) {
      return {
        rule,
        owner: rule.owner(situation),
        priority: rule.priority,
        greyZone: rule.greyZone(situation),
      };
    }
  }
  throw new Error('No owner rule fits');
}

/** Whether every condition of the rule holds. */
export function fits(rule: OwnerRule, situation: Situation): boolean {
  for (const condition of rule.when) if (!condition.holds(situation)) return false;
  return true;
}

const reasons = new WeakMap<RuleText, Reason>();

/** The rule's own words, as the decision carries them. */
function reasonOf(rule: RuleText): Reason {
  let reason = reasons.get(rule);
  if (reason === undefined) {
    const { id, da, en, strength, source } = rule;
    reason = { rule: id, da, en, strength, source };
    reasons.set(rule, reason);
  }
  return reason;
}

/**
 * Whose case this is and what goes with it (policy, whole): a plain function of the facts, the municipal settings and
 * the date. `today` is an ISO date; `facts.today` wins over it. Facts must have been parsed (`parse-facts.ts`).
 */
export function decide(
  facts: TriageFacts,
  settingsOf: SettingsLookup = ownSettings,
  today: string = facts.today ?? '',
  rules: RuleSet = AGREED_RULES,
): Decision {
  const day = facts.today ?? today;
  if (day === '' && facts.company?.founded !== undefined)
    throw new Error('decide needs to know what day it is');
  const settings = settingsOf(facts.municipality);
  const situation = readSituation(facts, settings, day);
  const outcome = ownerOf(situation, rules);
  const { rule, owner } = outcome;

  const soFar: DecisionSoFar = {
    ownerRule: rule.id,
    owner,
    plan: owner.actor === 'digital' ? 'self-service' : rule.plan,
    urgent: outcome.priority === 'urgent',
    ownerSettings: settingsOfOwner(owner, situation, settingsOf),
    answerByHours: PROMISE_HOURS,
    referrals: [],
    services: [],
    programmes: [],
    selfHelp: [],
    warnings: [],
    notes: [],
    timeFrames: {},
  };
  const why: Reason[] = [reasonOf(rule)];
  if (rule.id === 'O2' && outcome.greyZone) {
    const pingPong = rules.owners.find((one) => one.id === 'O3');
    if (pingPong) why.push(reasonOf(pingPong));
  }
  addClarification(situation, soFar);
  tellRunningOwner(situation, soFar);
  for (const addition of rules.additions) if (addition.add(situation, soFar)) why.push(reasonOf(addition));

  return {
    ruleSet: rules.id,
    provisional: situation.stageByDefault || situation.maturityByDefault,
    owner: { actor: owner.actor, organisation: owner.organisation, rule: rule.id },
    priority: outcome.priority,
    plan: soFar.plan,
    answerByHours: soFar.answerByHours,
    greyZone: outcome.greyZone,
    referrals: soFar.referrals,
    services: soFar.services,
    programmes: soFar.programmes,
    selfHelp: soFar.selfHelp,
    warnings: soFar.warnings,
    notes: soFar.notes,
    missing: missingFacts(facts, settings, day, situation, (one) => {
      const other = ownerOf(one, rules);
      return (
        other.owner.organisation !== owner.organisation ||
        other.priority !== outcome.priority ||
        other.greyZone !== outcome.greyZone
      );
    }),
    timeFrames: soFar.timeFrames,
    reasons: why,
  };
}
