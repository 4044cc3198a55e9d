import { describe, expect, it } from 'vitest';
import type { Case } from '../../../src/core/case/case.ts';
import { referringLes } from '../../../src/core/case/derived.ts';
import { eraseCase } from '../../../src/core/case/erase-case.ts';
import { relationTo } from '../../../src/core/case/relation.ts';
import { restoreOwner } from '../../../src/core/case/restore-owner.ts';
import { isPastRetention, monthsBefore } from '../../../src/core/case/retention.ts';
import { settingsOf } from '../../../src/core/triage/settings.ts';
import { anna, bo, carla, caseAfter, NOW, opened } from './case-world.ts';

const offered = opened().case;
const accepted = caseAfter(offered, ['handover.accept', carla]);

describe('follow-up', () => {
  it('goes back to the last office that handed the case over, not to the first', () => {
    // Viborg logs, Aarhus takes it, and Aarhus hands it to the Erhvervshus.
    const kase = caseAfter(
      opened({ override: { organisation: 'les-751', reason: 'x' } }).case,
      ['handover.accept', bo],
      ['handover.offer', bo, { organisation: 'ehm-midtjylland' }],
      ['handover.accept', carla],
    );
    expect(kase.handovers.map(({ from }) => from)).toEqual(['les-791', 'les-751']);
    expect(referringLes(kase)).toBe('les-751');
    expect(referringLes(offered)).toBeUndefined();
  });
});

describe('somebody without any role', () => {
  it('is a stranger to a case, not an auditor, who sees everything', () => {
    expect(relationTo(accepted, { ...bo, roles: [] }, settingsOf)).toBe('other');
    expect(relationTo(accepted, { ...bo, roles: ['auditor'] }, settingsOf)).toBe('auditor');
  });
});

describe('a case whose owner is no more', () => {
  it('goes back to who logged it, without the person of the vanished office', () => {
    const lost: Case = { ...accepted, owner: 'les-999' as Case['owner'] };
    expect(restoreOwner(lost, NOW)?.case).toMatchObject({ owner: 'les-791', assignee: null, status: 'open' });
    expect(restoreOwner(accepted, NOW)).toBeUndefined();
    expect(restoreOwner(lost, NOW)?.case.revision).toBe(lost.revision + 1);
  });

  it('keeps its status, but for an offer, which is taken back', () => {
    const gone = 'les-999' as Case['owner'];
    const waiting: Case = { ...accepted, owner: gone, status: 'waiting-company' };
    expect(restoreOwner(waiting, NOW)?.case).toMatchObject({ status: 'waiting-company', assignee: null });
    const sent = restoreOwner({ ...offered, owner: gone }, NOW)?.case;
    expect(sent?.status).not.toBe('offered');
    expect(sent?.handovers).toMatchObject([{ state: 'withdrawn', settledAt: NOW, settledBy: null }]);
    expect(restoreOwner({ ...waiting, status: 'closed' }, NOW)).toBeUndefined();
  });

  it.each([
    ['answered', caseAfter(accepted, ['case.contacted', carla]), 'answered'],
    ['offered', offered, 'open'],
  ] as const)('that was %s', (_, kase, status) => {
    expect(restoreOwner({ ...kase, owner: 'les-999' as Case['owner'] }, NOW)?.case.status).toBe(status);
  });
});

describe('an erased case', () => {
  it('keeps the founding year alone, and nothing that names anybody', () => {
    const kase: Case = {
      ...accepted,
      values: { ...accepted.values, founded: '2011-04-12', contactName: 'Bo Holm', description: 'Bo vil' },
    };
    const { values } = eraseCase(kase, NOW, 'request').case;
    expect(values.founded).toBe('2011');
    expect(JSON.stringify(values)).not.toMatch(/Bo|Hansen|25313763/);
    expect(values.municipality).toBe('791');
  });
});

describe('so many months before an instant', () => {
  it.each([
    ['2026-03-31T10:00:00.000Z', 1, '2026-02-28T10:00:00.000Z'],
    ['2028-03-31T10:00:00.000Z', 1, '2028-02-29T10:00:00.000Z'],
    ['2028-02-29T10:00:00.000Z', 12, '2027-02-28T10:00:00.000Z'],
    ['2026-01-15T10:00:00.000Z', 60, '2021-01-15T10:00:00.000Z'],
    ['2026-12-31T23:59:59.000Z', 13, '2025-11-30T23:59:59.000Z'],
  ])('%s, %i: the last day of a month where it has no such day', (from, months, before) => {
    expect(monthsBefore(from, months)).toBe(before);
  });

  it('ends what is kept: five years, and one for a private person', () => {
    const ended = (closedAt: string, values: Partial<Case['values']> = {}): Case => ({
      ...accepted,
      status: 'closed',
      closedAt,
      values: { ...accepted.values, ...values },
    });
    const now = '2026-01-15T10:00:00.000Z';
    expect(isPastRetention(ended('2021-01-15T10:00:00.000Z'), now)).toBe(false);
    expect(isPastRetention(ended('2021-01-15T09:59:59.999Z'), now)).toBe(true);
    const person = { stage: 'pre-starter' as const, cvr: undefined };
    expect(isPastRetention(ended('2025-01-15T09:59:59.999Z', person), now)).toBe(true);
    expect(isPastRetention(ended('2025-01-15T10:00:00.000Z', person), now)).toBe(false);
    expect(isPastRetention({ ...accepted }, now)).toBe(false);
    expect(anna.organisation).toBe(accepted.createdBy.organisation);
  });
});
