import { carryOut, decidingRule } from '../decide.ts';
import { DEFAULT_SETTINGS } from '../settings.ts';
import type { Situation } from '../situation.ts';
import type { AdditionRule, DecisionSoFar } from './additions.ts';
import {
  ADDITION_PLACES,
  ENTRY_FACTS,
  FIGURE_FACTS,
  historyFacts,
  MARK_FACTS,
  pairsOfNeeds,
  SEGMENT_FACTS,
  type TriedPlace,
} from './fact-space.ts';
import type { OwnerRule } from './owner-rules.ts';
import { PROMISE_HOURS } from './parameters.ts';
import type { RuleSet, Worded } from './rule-set.ts';
import type { Faults } from './rule-set-faults.ts';
import type { RuleText } from './rule-text.ts';
import { type Axis, countAt, noneOf, type Walked, walk } from './walk-fact-space.ts';

/**
 * The walks of the proof: needs with doors and history, then figures, then marks of a company. No addition reads facts
 * of two walks, except stage and segment, which are in all. Settings are not combined with figures.
 */
function walksAt({ settings }: TriedPlace): readonly (readonly Axis[])[] {
  const needs: Axis = {
    values: pairsOfNeeds(),
    fields: ['specialised', 'basic', 'placeBound', 'other', 'crisis'],
  };
  const segment: Axis = { values: SEGMENT_FACTS, fields: ['growth'] };
  const doors = (values: Axis['values']): Axis => ({
    values,
    fields: ['entry', 'phoneFirst', 'outreach', 'les', 'ehm', 'door', 'holder'],
  });
  const history: Axis = { values: historyFacts(settings.maxReturns), fields: ['returnsSpent', 'running'] };
  const inbound = ENTRY_FACTS.filter(({ direction }) => direction === undefined);
  const figures: Axis = { values: FIGURE_FACTS, fields: ['company'] };
  return [
    [needs, segment, history, doors(inbound)],
    ...(settings === DEFAULT_SETTINGS ? [[needs, segment, figures]] : []),
    [segment, history, doors(ENTRY_FACTS), { values: MARK_FACTS, fields: ['company'] }],
  ];
}

function twice<One>(list: readonly One[], same: (one: One, other: One) => boolean): boolean {
  for (let i = 1; i < list.length; i++) {
    for (let j = 0; j < i; j++) if (same(list[i] as One, list[j] as One)) return true;
  }
  return false;
}

const equal = (one: string, other: string) => one === other;

/** Whether a part of the decision is stated twice, equally or not. */
function saysTwice(d: DecisionSoFar): boolean {
  return (
    twice(d.referrals, (one, other) => one.actor === other.actor && one.area === other.area) ||
    twice(d.programmes, (one, other) => one.name === other.name) ||
    twice(d.selfHelp, (one, other) => one.tool === other.tool) ||
    twice(d.services, equal) ||
    twice(d.notes, equal) ||
    twice(d.warnings, equal)
  );
}

/** Completes a decision and tells whether two rules stated the same part. */
function contradicts(
  owner: Worded<OwnerRule>,
  situation: Situation,
  place: TriedPlace,
  rules: RuleSet,
  added: (rule: RuleText) => void,
): boolean {
  let hours = PROMISE_HOURS;
  let frames: unknown;
  let hoursSet = 0;
  let framesSet = 0;
  const outcome = { rule: owner, owner: owner.owner(situation), priority: owner.priority };
  const decision = carryOut(outcome, situation, place.settings, rules, (rule, now) => {
    added(rule);
    if (now.answerByHours !== hours) hoursSet++;
    hours = now.answerByHours;
    if (frames !== now.timeFrames && Object.keys(now.timeFrames).length > 0) framesSet++;
    frames = now.timeFrames;
  });
  return hoursSet > 1 || framesSet > 1 || saysTwice(decision);
}

/** The additions that contradict each other or the owner's rule, found by trying them alone and in pairs. */
function culprits(
  owner: Worded<OwnerRule>,
  situation: Situation,
  place: TriedPlace,
  rules: RuleSet,
): readonly string[] {
  const contradict = (...additions: readonly Worded<AdditionRule>[]) =>
    contradicts(owner, situation, place, { ...rules, additions }, () => {});
  for (const rule of rules.additions) if (contradict(rule)) return [owner.id, rule.id];
  for (const rule of rules.additions) {
    for (const other of rules.additions)
      if (rule !== other && contradict(rule, other)) return [rule.id, other.id];
  }
  return rules.additions.map(({ id }) => id);
}

/** Proves the additions: each adds something somewhere, and no two state a part of the decision differently. */
export function proveAdditions(rules: RuleSet, fired: Map<string, number>, faults: Faults): Walked {
  const counts = noneOf(rules.additions);
  const at = new Map(rules.additions.map(({ id }, at) => [id, at]));
  const count = ({ id }: RuleText) => countAt(counts, at.get(id));
  let combinations = 0;
  let situations = 0;
  for (const place of ADDITION_PLACES) {
    for (const axes of walksAt(place)) {
      const walked = walk(place, axes, counts, (situation, parts) => {
        const owner = decidingRule(situation, rules);
        // A case without owner is a fault of the owner rules and reported there.
        if (owner === undefined || !contradicts(owner, situation, place, rules, count)) return;
        faults.report('conflict', culprits(owner, situation, place, rules), null, place, parts);
      });
      combinations += walked.combinations;
      situations += walked.situations;
    }
  }
  for (const [id, place] of at) {
    const times = counts[place] ?? 0;
    fired.set(id, times);
    if (times === 0) faults.reportUnreachable(id);
  }
  return { combinations, situations };
}
