import { describe, expect, it } from 'vitest';
import { proveAdditions } from '../../../../src/core/triage/rules/addition-proof.ts';
import type { AdditionRule, DecisionSoFar } from '../../../../src/core/triage/rules/additions.ts';
import { EXPORT_SPARRING } from '../../../../src/core/triage/rules/parameters.ts';
import { AGREED_RULES, type RuleSet } from '../../../../src/core/triage/rules/rule-set.ts';
import { Faults } from '../../../../src/core/triage/rules/rule-set-faults.ts';
import type { Situation } from '../../../../src/core/triage/situation.ts';

const [model] = AGREED_RULES.additions;

/** The agreed owners with these additions alone. */
function ruleSetOf(...adds: readonly AdditionRule['add'][]): RuleSet {
  if (!model) throw new Error('There are no additions');
  const additions = adds.map((add, at) => ({ ...model, id: `B${at + 1}`, add }));
  return { ...AGREED_RULES, additions };
}

function faultsOf(rules: RuleSet) {
  const faults = new Faults();
  proveAdditions(rules, new Map(), faults);
  return faults.all().map((fault) => `${fault.code} ${fault.rules.join(' ')}`);
}

/** The planted rules fit few situations: to find the culprits of each takes its time. */
const fits = ({ company }: Situation) =>
  company.employees === EXPORT_SPARRING.employees && company.turnoverDkk === EXPORT_SPARRING.turnoverDkk;

const planted =
  (add: (decision: DecisionSoFar) => void): AdditionRule['add'] =>
  (situation, decision) => {
    if (fits(situation)) add(decision);
    return fits(situation);
  };
const hours = (most: number) =>
  planted((decision) => {
    decision.answerByHours = most;
  });
const frames = (most: number) =>
  planted((decision) => {
    decision.timeFrames = { clarifyHours: [0, most] };
  });
const service = planted(({ services }) => services.push('Camps'));
const nothing: AdditionRule['add'] = () => false;

describe('the proof of the additions', () => {
  it.each([
    ['promise different hours', [hours(24), hours(12)]],
    ['state different time frames', [frames(3), frames(10)]],
    ['name the same service', [service, service]],
  ] as const)('finds two that %s', (_, adds) => {
    expect(faultsOf(ruleSetOf(...adds))).toEqual(['conflict B1 B2']);
  });

  it('takes one of each for no contradiction, and finds one that never adds anything', () => {
    expect(faultsOf(ruleSetOf(hours(24), frames(3), service, nothing))).toEqual(['dead B4']);
  });
});
