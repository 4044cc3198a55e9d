import { describe, expect, it } from 'vitest';
import { decide, fits } from '../../../src/core/triage/decide.ts';
import { explain } from '../../../src/core/triage/explain.ts';
import type { TriageFacts } from '../../../src/core/triage/facts.ts';
import { AGREED_RULES } from '../../../src/core/triage/rules/rule-set.ts';
import { DEFAULT_SETTINGS } from '../../../src/core/triage/settings.ts';
import { readSituation } from '../../../src/core/triage/situation.ts';
import { TODAY } from './case-facts.ts';

const FACTS: readonly TriageFacts[] = [
  { entry: 'les', municipality: '791', stage: 'established', needs: [{ area: 'financing' }] },
  { entry: 'phone', municipality: '751', crisis: true, stage: 'established' },
  { entry: 'les', municipality: '791', stage: 'pre-starter', needs: [{ area: 'business-plan' }] },
];

describe('a decision that is explained', () => {
  it.each(FACTS)('is the same decision, with what came of every rule: %j', (facts) => {
    const settingsOf = () => ({ ...DEFAULT_SETTINGS, answerByHours: 24 });
    const { decision, owners, additions } = explain(facts, settingsOf, TODAY);
    expect(decision).toEqual(decide(facts, settingsOf, TODAY));
    const situation = readSituation(facts, settingsOf(), TODAY);
    expect(owners.map(({ rule }) => rule.id)).toEqual(AGREED_RULES.owners.map(({ id }) => id));
    const place = owners.findIndex(({ state }) => state === 'decided');
    expect(owners.filter(({ state }) => state === 'decided').map(({ rule }) => rule.id)).toEqual([
      decision.owner.rule,
    ]);
    for (const [at, { rule, state, because }] of owners.entries()) {
      const own = AGREED_RULES.owners.find(({ id }) => id === rule.id);
      if (!own) throw new Error(rule.id);
      const failed = own.when.filter((condition) => !condition.holds(situation)).map(({ says }) => says);
      expect([rule.id, because]).toEqual([rule.id, failed]);
      expect([rule.id, state === 'did-not-fit']).toEqual([rule.id, !fits(own, situation)]);
      // An earlier rule decides; of the later ones some would have.
      if (state === 'not-reached') expect(at).toBeGreaterThan(place);
    }
    expect(additions.map(({ rule }) => rule.id)).toEqual(AGREED_RULES.additions.map(({ id }) => id));
    const fired = additions.filter((one) => one.fired).map(({ rule }) => rule.id);
    expect(fired.every((id) => decision.reasons.some(({ rule }) => rule === id))).toBe(true);
    expect(fired.length).toBeGreaterThan(0);
    expect(additions.some((one) => !one.fired)).toBe(true);
    expect(additions.every(({ says }) => says.da !== '')).toBe(true);
  });

  it('takes the day that the facts fix', () => {
    const young: TriageFacts = {
      entry: 'les',
      municipality: '791',
      company: { founded: '2026-01-01' },
      today: '2026-11-20',
    };
    expect(explain(young, undefined, '2050-01-01').decision).toEqual(decide(young));
    expect(explain(young).owners.filter(({ state }) => state === 'decided')).toHaveLength(1);
  });
});
