import { describe, expect, it } from 'vitest';
import { crmRecordOf } from '../../src/app/crm-record.ts';
import type { Case } from '../../src/core/case/case.ts';
import { decide } from '../../src/core/triage/decide.ts';
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
    const decision = decide(
      { entry: 'les', municipality: '791', company: { founded: '2025-12-01' } },
      undefined,
      '2026-01-12',
    );
    const young = { ...kase, decision };
    expect(crmRecordOf(young)).toMatchObject({ stage: 'entrepreneur', maturity: 'early', entry: 'les' });
    // An erased case keeps its founding year alone.
    const erased = { ...young, values: { ...young.values, founded: '2025' }, erasedAt: NOW };
    expect(crmRecordOf(erased)).toMatchObject({ stage: 'entrepreneur', maturity: 'early' });
  });

  it('reads the stage of a case of 0.1.0, whose decision does not say it, from its values', () => {
    const { stage: _, maturity: __, ...decision } = kase.decision;
    const values = { ...kase.values, stage: undefined, founded: '2025-12-01' };
    // @ts-expect-error decisions of 0.1.0 have neither
    const old: Case = { ...kase, decision, values };
    expect(crmRecordOf(old)).toMatchObject({ stage: 'entrepreneur', maturity: 'early' });
    expect(crmRecordOf({ ...old, values: { ...values, founded: '2011' } })).toMatchObject({
      stage: 'established',
      maturity: null,
    });
  });

  it('keeps what an earlier version registered at closing when more is registered later', () => {
    const closed = caseAfter(
      kase,
      ['handover.accept', carla],
      ['case.contacted', carla],
      ['case.close', carla, { ...outcome, referredTo: 'municipality' }],
    );
    const { added: _, ...said } = closed.outcome ?? {};
    const { services: __, referrals: ___, selfHelp: ____, ...rest } = closed;
    const old: Case = { ...rest, outcome: said as Case['outcome'] };
    const given = (one: Case) =>
      crmRecordOf(one).referrals.flatMap(({ actor, when }) => (when === 'given' ? [actor] : []));
    expect(given(old)).toEqual(['municipality']);
    const later = caseAfter(old, ['case.refer', carla, { to: 'private-adviser' }]);
    expect(given(later)).toEqual(['private-adviser', 'municipality']);
    expect(crmRecordOf(later)).toMatchObject({
      services: ['1:1 vejledning'],
      selfHelpUsed: true,
    });
    // A closing of this version lists nothing twice.
    expect(given(closed)).toEqual(['municipality']);
    expect(crmRecordOf(closed).services).toEqual(['1:1 vejledning']);
  });

  it('says which cases were merged into it, and into which it was', () => {
    expect(crmRecordOf(kase)).toMatchObject({ mergedInto: null, mergedFrom: [] });
    const merged: Case = { ...kase, mergedFrom: ['K1', 'K2'], mergedInto: 'K3' };
    expect(crmRecordOf(merged)).toMatchObject({ mergedInto: 'K3', mergedFrom: ['K1', 'K2'] });
  });

  it('has the day of follow-up, whoever follows up', () => {
    const own = caseAfter(
      opened({ override: { organisation: 'les-791', reason: 'x' } }).case,
      ['case.contacted', anna],
      ['case.close', anna, outcome],
    );
    expect(own.followUp).toMatchObject({ organisation: 'les-791', state: 'accepted' });
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
