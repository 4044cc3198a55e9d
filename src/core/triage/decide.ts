import { BUILT_IN_CATALOGUE, type Catalogue } from '../offers/catalogue.ts';
import { municipalityOf } from '../organisation.ts';
import type { Decision, Priority, Reason } from './decision.ts';
import type { Owner, TriageFacts } from './facts.ts';
import { missingFacts } from './missing.ts';
import type { DecisionSoFar } from './rules/additions.ts';
import { addImported, CATALOGUE_RULE, keepOffered, lengthsOf } from './rules/offered.ts';
import type { OwnerRule } from './rules/owner-rules.ts';
import { PROMISE_HOURS } from './rules/parameters.ts';
import { AGREED_RULES, type RuleSet, type Worded, worded } from './rules/rule-set.ts';
import type { RuleText } from './rules/rule-text.ts';
import { type MunicipalSettings, settingsOf as ownSettings, type SettingsLookup } from './settings.ts';
import { type OwnerReading, readSituation, type Situation } from './situation.ts';

/** The result of the owner rules: the parts that `missing` looks at. */
export interface OwnerOutcome {
  readonly rule: Worded<OwnerRule>;
  readonly owner: Owner;
  readonly priority: Priority;
  readonly greyZone: boolean;
}

/** Whether every condition of the rule holds. */
export function fits(rule: OwnerRule, situation: OwnerReading): boolean {
  for (const condition of rule.when) if (!condition.holds(situation)) return false;
  return true;
}

/** The outcome of a rule that decides. */
export function ownerOutcome(rule: Worded<OwnerRule>, situation: OwnerReading): OwnerOutcome {
  return {
    rule,
    owner: rule.owner(situation),
    priority: rule.priority,
    greyZone: rule.greyZone(situation),
  };
}

/** The first owner rule that fits, if any. */
export function decidingRule(situation: OwnerReading, rules: RuleSet): Worded<OwnerRule> | undefined {
  for (const rule of rules.owners) if (fits(rule, situation)) return rule;
  return undefined;
}

/** The outcome of the owner rules. Throws where none fits, which the proof excludes. */
export function ownerOf(situation: OwnerReading, rules: RuleSet = AGREED_RULES): OwnerOutcome {
  const rule = decidingRule(situation, rules);
  if (rule === undefined) throw new Error('No owner rule fits');
  return ownerOutcome(rule, situation);
}

const NAMED_BY_CATALOGUE = worded(CATALOGUE_RULE);

/**
 * Completes the owner rule's outcome with the additions: of the offers, those that the catalogue holds. `added` receives
 * each rule that added something. Without a catalogue (the proof) every rule names what it may name.
 */
export function carryOut(
  outcome: Omit<OwnerOutcome, 'greyZone'>,
  situation: Situation,
  ownerSettings: MunicipalSettings,
  rules: RuleSet,
  added: (rule: Worded<RuleText>, decision: DecisionSoFar) => void,
  catalogue: Catalogue | null = null,
): DecisionSoFar {
  const { rule, owner } = outcome;
  const decision: DecisionSoFar = {
    ownerRule: rule.id,
    rescue: rule.rescues === true,
    owner,
    plan: owner.actor === 'digital' ? 'self-service' : rule.plan,
    urgent: outcome.priority === 'urgent',
    ownerSettings,
    answerByHours: PROMISE_HOURS,
    referrals: [],
    services: [],
    programmes: [],
    selfHelp: [],
    warnings: [],
    notes: [],
    timeFrames: {},
  };
  rule.also?.(situation, decision);
  for (const addition of rules.additions) {
    const before = catalogue && lengthsOf(decision);
    if (!addition.add(situation, decision)) continue;
    if (!catalogue || !before || keepOffered(situation, decision, before, catalogue))
      added(addition, decision);
  }
  if (catalogue && addImported(situation, decision, catalogue)) added(NAMED_BY_CATALOGUE, decision);
  return decision;
}

/** The settings for an owner: those of an office's own municipality, else those of the company's. */
function settingsOfOwner(owner: Owner, situation: Situation, settingsOf: SettingsLookup): MunicipalSettings {
  if (owner.actor !== 'les' || owner.organisation === situation.les.organisation) return situation.settings;
  const municipality = owner.organisation === 'digital' ? undefined : municipalityOf(owner.organisation);
  return municipality === undefined ? situation.settings : settingsOf(municipality);
}

/**
 * Decides the owner of an enquiry and everything that goes with it (policy, whole): a pure function of facts, municipal
 * settings, date and catalogue, which settles what offers are named, and nothing else. `today` is an ISO date;
 * `facts.today` wins over it. The facts must have been parsed (`parse-facts.ts`).
 */
export function decide(
  facts: TriageFacts,
  settingsOf: SettingsLookup = ownSettings,
  today: string = facts.today ?? '',
  rules: RuleSet = AGREED_RULES,
  catalogue: Catalogue = BUILT_IN_CATALOGUE,
): Decision {
  const day = facts.today ?? today;
  if (day === '' && facts.company?.founded !== undefined)
    throw new Error('decide needs to know what day it is');
  const situation = readSituation(facts, settingsOf(facts.municipality), day);
  const outcome = ownerOf(situation, rules);
  const { rule, owner, priority, greyZone } = outcome;

  const why: Reason[] = [rule.reason];
  if (rule.joinsRunning && greyZone) {
    const noPingPong = rules.owners.find((rule) => rule.noPingPong);
    if (noPingPong) why.push(noPingPong.reason);
  }
  const ownerSettings = settingsOfOwner(owner, situation, settingsOf);
  const because = (rule: Worded<RuleText>) => why.push(rule.reason);
  const carried = carryOut(outcome, situation, ownerSettings, rules, because, catalogue);

  const missing = missingFacts(facts, situation, (reread) => {
    const other = ownerOf(reread, rules);
    return (
      other.owner.organisation !== owner.organisation ||
      other.priority !== priority ||
      other.greyZone !== greyZone
    );
  });
  return {
    ruleSet: rules.id,
    provisional: situation.stageByDefault || situation.maturityByDefault,
    owner: { actor: owner.actor, organisation: owner.organisation, rule: rule.id },
    joinsRunning: rule.joinsRunning === true,
    stage: situation.stage,
    maturity: situation.maturity,
    priority,
    plan: carried.plan,
    answerByHours: carried.answerByHours,
    greyZone,
    referrals: carried.referrals,
    services: carried.services,
    programmes: carried.programmes,
    selfHelp: carried.selfHelp,
    warnings: carried.warnings,
    notes: carried.notes,
    missing,
    timeFrames: carried.timeFrames,
    reasons: why,
  };
}
