import { decidingRule, fits, ownerOutcome } from '../decide.ts';
import type { OwnerReading } from '../situation.ts';
import { CLARIFIED_FACTS, DOOR_FACTS, historyFacts, needFacts, type TriedPlace } from './fact-space.ts';
import type { OwnerRule } from './owner-rules.ts';
import { AGREED_RULES, type RuleSet, type Worded } from './rule-set.ts';
import { Faults, type RuleFault } from './rule-set-faults.ts';
import { type Axis, countAt, noneOf, type Walked, walk } from './walk-fact-space.ts';

type Rule = Worded<OwnerRule>;

/** Everything that an owner rule may read (`OwnerReading`), except the stage, which `walk` covers itself. */
function axesAt(place: TriedPlace): readonly Axis[] {
  return [
    { values: needFacts(place), fields: ['specialised', 'basic', 'placeBound', 'other', 'crisis'] },
    { values: historyFacts(place.settings.maxReturns), fields: ['returnsSpent', 'running'] },
    { values: CLARIFIED_FACTS, fields: ['clarified'] },
    { values: DOOR_FACTS, fields: ['phoneFirst', 'les', 'ehm', 'door', 'holder'] },
  ];
}

/** Whether two fitting rules have different outcomes. */
function disagree(one: Rule, other: Rule, situation: OwnerReading): boolean {
  const [a, b] = [ownerOutcome(one, situation), ownerOutcome(other, situation)];
  return (
    a.owner.organisation !== b.owner.organisation ||
    a.priority !== b.priority ||
    a.greyZone !== b.greyZone ||
    one.plan !== other.plan
  );
}

/**
 * Walks the owner rules at a place, and reports every case without an owner and every conflict. `counts` gets how often
 * each rule decided, by its place in the list.
 */
function walkOwners(rules: RuleSet, place: TriedPlace, counts: number[], faults: Faults): Walked {
  const { owners } = rules;
  const at = new Map(owners.map((rule, at) => [rule, at]));
  const rivals = new Map(
    owners.map((rule) => [rule, owners.filter((other) => other !== rule && other.place === rule.place)]),
  );
  return walk(place, axesAt(place), counts, (situation, parts) => {
    const rule = decidingRule(situation, rules);
    if (rule === undefined) {
      faults.report('no-owner', [], null, place, parts);
      return;
    }
    countAt(counts, at.get(rule));
    for (const rival of rivals.get(rule) ?? []) {
      if (fits(rival, situation) && disagree(rule, rival, situation)) {
        faults.report('conflict', [rule.id, rival.id], null, place, parts);
      }
    }
  });
}

/**
 * The faults of the owner rules under one municipality's settings: cases without an owner, and conflicts. Whether a rule
 * is dead can only be told over all settings.
 */
export function ownerFaultsAt(place: TriedPlace, rules: RuleSet = AGREED_RULES): readonly RuleFault[] {
  const faults = new Faults();
  walkOwners(rules, place, noneOf(rules.owners), faults);
  return faults.all();
}

/** Proves the owner rules at every place: one owner each, no conflict at a place of the table, no dead rule. */
export function proveOwners(
  rules: RuleSet,
  places: readonly TriedPlace[],
  fired: Map<string, number>,
  faults: Faults,
): Walked {
  const { owners } = rules;
  const counts = noneOf(owners);
  let combinations = 0;
  let situations = 0;
  for (const place of places) {
    const walked = walkOwners(rules, place, counts, faults);
    combinations += walked.combinations;
    situations += walked.situations;
  }
  const dead = owners.filter((_, at) => counts[at] === 0);
  if (dead.length > 0) findWhatTakes(dead, rules, places, faults);
  for (const [at, { id }] of owners.entries()) fired.set(id, counts[at] ?? 0);
  return { combinations, situations };
}

/** Walks the space again to find the smallest case of each dead rule, and the rule that takes it. */
function findWhatTakes(
  dead: readonly Rule[],
  rules: RuleSet,
  places: readonly TriedPlace[],
  faults: Faults,
): void {
  for (const place of places) {
    walk(place, axesAt(place), [], (situation, parts) => {
      for (const rule of dead) {
        if (!fits(rule, situation)) continue;
        faults.report('dead', [rule.id], decidingRule(situation, rules)?.id ?? null, place, parts);
      }
    });
  }
  for (const rule of dead) if (!faults.has('dead', rule.id)) faults.reportUnreachable(rule.id);
}
