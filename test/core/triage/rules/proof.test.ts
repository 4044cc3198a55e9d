import { describe, expect, it } from 'vitest';
import { proveRules } from '../../../../src/core/triage/rules/proof.ts';
import { AGREED_RULES, type RuleSet } from '../../../../src/core/triage/rules/rule-set.ts';
import { DEFAULT_SETTINGS } from '../../../../src/core/triage/settings.ts';

/** The proof over the whole fact space: that it holds for the agreed rules, and that it finds what is planted. */

/** The owner rules alone: what is planted below is planted there. */
const OWNERS: RuleSet = { ...AGREED_RULES, additions: [] };
const without = (id: string): RuleSet => ({
  ...OWNERS,
  owners: OWNERS.owners.filter((rule) => rule.id !== id),
});

describe('the proof', () => {
  it('finds nothing wrong with the agreed rules, under a municipality’s settings too, and every one of them fires', () => {
    const settings = {
      ...DEFAULT_SETTINGS,
      preStarter: 'digital',
      localAreas: ['succession', 'financing'],
    } as const;
    const proof = proveRules(AGREED_RULES, [{ municipality: '791', settings }]);
    expect(proof.faults).toEqual([]);
    expect(proof.combinations).toBeGreaterThan(1_000_000);
    const ids = [...AGREED_RULES.owners, ...AGREED_RULES.additions].map(({ id }) => id);
    expect(ids).toHaveLength(35);
    for (const id of ids) expect(proof.fired.get(id), id).toBeGreaterThan(0);
  }, 600_000);

  it('shows the smallest case that has no owner where a rule is taken away', () => {
    const [fault] = proveRules(without('O14')).faults;
    expect(fault).toMatchObject({ code: 'no-owner', facts: { entry: 'phone' } });
    expect(Object.keys(fault?.facts ?? {}).length).toBeLessThanOrEqual(3);
  }, 600_000);

  it('shows a rule that another always forestalls', () => {
    const owners = AGREED_RULES.owners.map((rule) => (rule.id === 'O7' ? { ...rule, place: 99 } : rule));
    const moved = { ...OWNERS, owners: owners.toSorted((a, b) => a.place - b.place) };
    const dead = proveRules(moved).faults.find(({ code }) => code === 'dead');
    expect(dead).toMatchObject({ rules: ['O7'], by: 'O8' });
  }, 600_000);

  it('shows two rules at one place that say different things', () => {
    const place = AGREED_RULES.owners.find(({ id }) => id === 'O10')?.place ?? 0;
    const owners = AGREED_RULES.owners.map((rule) => (rule.id === 'O9' ? { ...rule, place } : rule));
    const conflict = proveRules({ ...OWNERS, owners }).faults.find(({ code }) => code === 'conflict');
    expect([...(conflict?.rules ?? [])].sort()).toEqual(['O10', 'O9']);
    expect(conflict?.settings).toHaveProperty('localAreas');
  }, 600_000);
});
