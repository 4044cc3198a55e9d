import { describe, expect, it } from 'vitest';
import type { TriedPlace } from '../../../../src/core/triage/rules/fact-space.ts';
import { Faults } from '../../../../src/core/triage/rules/rule-set-faults.ts';
import { DEFAULT_SETTINGS } from '../../../../src/core/triage/settings.ts';

const place: TriedPlace = { municipality: '791', settings: DEFAULT_SETTINGS };
const small = { facts: { stage: 'established' as const }, size: 1, read: {} };
const large = { facts: { stage: 'entrepreneur' as const, clarified: true }, size: 2, read: {} };

describe('a fault that several cases show', () => {
  it.each([
    ['first', [small, large]],
    ['last', [large, small]],
  ])('is shown by the smallest of them where that comes %s', (_, found) => {
    const faults = new Faults();
    for (const part of found) faults.report('no-owner', ['O1'], null, place, [part]);
    expect(faults.all().map(({ facts }) => facts)).toEqual([
      { entry: 'phone', municipality: '791', stage: 'established' },
    ]);
  });

  it('is shown by the first of those that are equally small', () => {
    const faults = new Faults();
    const other = { ...small, facts: { stage: 'entrepreneur' as const } };
    for (const part of [small, other]) faults.report('no-owner', ['O1'], null, place, [part]);
    expect(faults.all()[0]?.facts).toMatchObject({ stage: 'established' });
  });

  it('is another fault for other rules', () => {
    const faults = new Faults();
    faults.report('conflict', ['O1', 'O2'], null, place, [small]);
    faults.report('conflict', ['O1', 'O3'], null, place, [large]);
    expect(faults.all()).toHaveLength(2);
    expect([faults.has('conflict', 'O1 O3'), faults.has('conflict', 'O3')]).toEqual([true, false]);
  });
});
