import { describe, expect, it } from 'vitest';
import { eraseCase } from '../../../src/core/case/erase-case.ts';
import { parseCaseRecord } from '../../../src/core/indicators/case-record.ts';
import { figures } from '../../../src/core/indicators/figures.ts';
import { recordOfCase, type StoredCase } from '../../../src/core/indicators/record-of-case.ts';
import { anna, carla, dan, established, type Opening, outcome } from '../case/case-world.ts';
import { year2026 } from './records.ts';
import { stored } from './stored-case.ts';

const FRIDAY = '2026-01-16T14:00:00.000Z';
const MONDAY = '2026-01-19T08:00:00.000Z';
const LATER = '2026-02-02T23:30:00.000Z';
const closing = { ...outcome, services: '1:1 vejledning, netværk', followUpOn: '' };
const guided = () =>
  stored(
    { now: FRIDAY },
    [MONDAY, 'handover.accept', carla],
    [MONDAY, 'case.contacted', carla],
    [LATER, 'case.close', carla, closing],
  );

describe('the record of a case', () => {
  it('tells of its enquiry, its handover and its outcome, with the Danish day of the closing', () => {
    expect(recordOfCase(guided())).toMatchObject({
      status: 'closed',
      createdAt: FRIDAY,
      owner: 'ehm-midtjylland',
      company: {
        cvr: '25313763',
        municipality: '791',
        stage: 'established',
        maturity: null,
        segment: 'growth',
      },
      needs: [{ area: 'internationalisation', depth: null }],
      enquiries: [
        {
          at: FRIDAY,
          direction: 'inbound',
          receivedBy: 'les-791',
          dueAt: '2026-01-20T14:00:00.000Z',
          answeredAt: MONDAY,
          answeredBy: 'ehm-midtjylland',
          void: false,
        },
      ],
      handovers: [
        { from: 'les-791', to: 'ehm-midtjylland', kind: 'transfer', state: 'accepted', decidedAt: MONDAY },
      ],
      services: [
        { service: '1:1 vejledning', by: 'ehm-midtjylland', on: '2026-02-03', form: 'individual' },
        { service: 'netværk', by: 'ehm-midtjylland', on: '2026-02-03', form: 'collective' },
      ],
      referrals: [{ actor: 'private-adviser', by: 'ehm-midtjylland', on: '2026-02-03' }],
      selfHelp: [{ on: '2026-02-03', by: 'ehm-midtjylland' }],
      outcome: { closedAt: LATER, actionPlan: true, followUpBy: 'les-791' },
    });
  });

  it('is read again as it was written', () => {
    const record = recordOfCase(guided());
    expect(parseCaseRecord(JSON.parse(JSON.stringify(record)))).toEqual({ ok: true, record });
  });

  it('has an enquiry for each promise, and contacts that share the one that ran', () => {
    const contact = { text: 'Ringede igen', areas: '', person: '' };
    const { enquiries } = recordOfCase(
      stored(
        { now: FRIDAY },
        ['2026-01-16T15:00:00.000Z', 'case.add-contact', anna, contact],
        [MONDAY, 'handover.accept', carla],
        [MONDAY, 'case.contacted', carla],
        ['2026-01-20T08:00:00.000Z', 'case.add-contact', carla, contact],
        [LATER, 'case.close', carla, closing],
        ['2026-02-04T08:00:00.000Z', 'case.reopen', carla, { reason: 'Ringede igen' }],
      ),
    );
    expect(
      enquiries.map(({ at, receivedBy, dueAt, answeredAt }) => [
        at.slice(5, 10),
        receivedBy,
        dueAt?.slice(5, 10) ?? null,
        answeredAt?.slice(5, 10) ?? null,
      ]),
    ).toEqual([
      ['01-16', 'les-791', '01-20', '01-19'],
      ['01-16', 'les-791', '01-20', '01-19'],
      ['01-20', 'ehm-midtjylland', null, null],
      ['02-04', 'ehm-midtjylland', '02-06', null],
    ]);
  });

  it('has a void promise where the company withdrew before its answer', () => {
    const withdrawn = recordOfCase(stored({ now: FRIDAY }, [MONDAY, 'case.withdraw', anna, { reason: 'x' }]));
    expect([withdrawn.status, withdrawn.enquiries[0]?.void]).toEqual(['withdrawn', true]);
    expect(withdrawn.handovers[0]).toMatchObject({ state: 'withdrawn', decidedAt: MONDAY });
  });

  it.each<[Opening['values'], string, string | null]>([
    [{ ...established, stage: 'unknown' }, 'unknown', null],
    [{ ...established, stage: undefined }, 'unknown', null],
    [{ ...established, stage: 'entrepreneur', maturity: 'early' }, 'entrepreneur', 'early'],
    [{ ...established, stage: 'established', maturity: 'early' }, 'established', null],
  ])('has a stage only where triage had something to read it from: %j', (values, stage, maturity) => {
    const { company } = recordOfCase(stored({ values: { ...established, ...values } }));
    expect([company.stage, company.maturity]).toEqual([stage, maturity]);
  });

  it('belongs to the platform until somebody takes it', () => {
    const values = {
      ...established,
      stage: 'pre-starter',
      cvr: undefined,
      areas: ['general-information'],
    } as const;
    const logged = stored({ values });
    const platform = { ...logged.case.decision.owner, actor: 'digital', organisation: 'digital' } as const;
    const digital = {
      ...logged,
      case: { ...logged.case, decision: { ...logged.case.decision, owner: platform } },
    };
    expect(recordOfCase(digital).owner).toBe('digital');
    const override = { organisation: 'les-791', reason: 'x' } as const;
    expect(recordOfCase({ ...digital, case: { ...digital.case, override } }).owner).toBe('les-791');
  });

  it('has a joint course as a handover of its own kind', () => {
    const joint = stored(
      { now: FRIDAY },
      [MONDAY, 'handover.accept', carla],
      [MONDAY, 'case.invite', dan, { organisation: 'les-751', reason: '' }],
    );
    expect(recordOfCase(joint).handovers[1]).toMatchObject({
      to: 'les-751',
      kind: 'joint',
      state: 'accepted',
    });
  });
});

describe('erasure', () => {
  const question = { ...year2026, asOf: '2026-03-01T12:00:00Z' };
  const erased = (whole: StoredCase): StoredCase => {
    const { case: kase, history } = eraseCase(whole.case, LATER, 'request');
    return { case: kase, history: [...whole.history, ...history], crmCurrent: true };
  };

  it.each<[string, () => StoredCase]>([
    ['closed', guided],
    ['running, unanswered', () => stored({ now: FRIDAY })],
    ['withdrawn', () => stored({ now: FRIDAY }, [MONDAY, 'case.withdraw', anna, { reason: 'x' }])],
  ])('of a case that is %s changes no figure', (_, make) => {
    const whole = make();
    expect(figures([recordOfCase(erased(whole))], question)).toEqual(
      figures([recordOfCase(whole)], question),
    );
  });
});
