import { describe, expect, it } from 'vitest';
import { crmRecordOf } from '../../src/app/crm-record.ts';
import { anna, carla, caseAfter, change, contextAt, NOW, opened, outcome } from '../core/case/case-world.ts';

describe('the record of a case in the shared CRM', () => {
  const { case: kase } = opened();

  it('says when the basis was given, and when it was withdrawn', () => {
    expect(crmRecordOf(kase).consent).toMatchObject({ kind: 'consent', at: NOW });
    const later = '2026-01-14T08:00:00.000Z';
    const stopped = change(kase, 'case.withdraw-basis', anna, {}, contextAt(later)).case;
    expect(crmRecordOf(stopped).consent).toMatchObject({ kind: 'withdrawn', at: later });
  });

  it('has the stage and maturity of the day on which it was logged', () => {
    const young = { ...kase, values: { ...kase.values, stage: undefined, founded: '2025-12-01' } };
    expect(crmRecordOf(young)).toMatchObject({ stage: 'entrepreneur', maturity: 'early', entry: 'les' });
  });

  it('has the day of follow-up, whoever follows up', () => {
    const own = caseAfter(
      opened({ override: { organisation: 'les-791', reason: 'x' } }).case,
      ['case.contacted', anna],
      ['case.close', anna, outcome],
    );
    expect(own.followUp).toBeNull();
    expect(crmRecordOf(own).followUpOn).toBe('2026-03-02');
    const handed = caseAfter(
      kase,
      ['handover.accept', carla],
      ['case.contacted', carla],
      ['case.close', carla, outcome],
    );
    expect(crmRecordOf(handed).followUpOn).toBe('2026-03-02');
  });
});
