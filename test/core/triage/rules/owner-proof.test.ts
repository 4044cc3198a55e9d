import { describe, expect, it } from 'vitest';
import { ownerFaultsAt } from '../../../../src/core/triage/rules/owner-proof.ts';
import { AGREED_RULES, type RuleSet } from '../../../../src/core/triage/rules/rule-set.ts';
import { DEFAULT_SETTINGS } from '../../../../src/core/triage/settings.ts';
import type { OwnerReading } from '../../../../src/core/triage/situation.ts';

/** Every fact that owner rules read is varied: a gap that one of them alone opens is found, and shown by that fact. */

const place = { municipality: '791', settings: DEFAULT_SETTINGS } as const;

/** The agreed rules, of which the last one fits only where `holds`. */
function lastOnlyWhere(holds: (situation: OwnerReading) => boolean): RuleSet {
  const owners = AGREED_RULES.owners.map((rule) =>
    rule.id === 'O14' ? { ...rule, when: [...rule.when, { says: { da: 'x', en: 'x' }, holds }] } : rule,
  );
  return { ...AGREED_RULES, owners };
}

describe('the proof of the owner rules at one place', () => {
  it('finds nothing wrong with the agreed ones', () => {
    expect(ownerFaultsAt(place)).toEqual([]);
  }, 600_000);

  it.each<[string, (situation: OwnerReading) => boolean, object]>([
    ['the door', ({ door }) => door.actor !== 'ehm', { entry: 'ehm' }],
    [
      'whose office was called',
      ({ holder }) => holder.organisation !== 'les-851',
      { entryOrganisation: 'les-851' },
    ],
    ['what is clarified', ({ clarified }) => !clarified, { clarified: true }],
    ['the stage', ({ stage }) => stage !== 'entrepreneur', { company: { founded: expect.any(String) } }],
  ])(
    'shows a case without an owner that differs by %s alone',
    (_, holds, facts) => {
      const faults = ownerFaultsAt(place, lastOnlyWhere(holds));
      expect(faults).toMatchObject([{ code: 'no-owner', rules: [], facts }]);
    },
    600_000,
  );
});
