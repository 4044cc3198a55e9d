import { describe, expect, it } from 'vitest';
import { unitNamed, unitOf } from '../../../src/core/indicators/asked-period.ts';
import { parseCaseRecord } from '../../../src/core/indicators/case-record.ts';
import { figures } from '../../../src/core/indicators/figures.ts';
import { enquiry, figureOf, guidance, record, referral, shareOf, unanswered, year2026 } from './records.ts';

/** The edges of what is counted, and what is said of a record that cannot be. */

describe('a record that cannot be read', () => {
  const problemOf = (more: object) => {
    const parsed = parseCaseRecord({ ...record(), ...more });
    return parsed.ok ? undefined : parsed.problem;
  };
  it.each<[object, string]>([
    [{ caseId: '' }, 'caseId: must not be empty'],
    [{ caseId: 'x'.repeat(401) }, 'caseId: must be at most 400 characters long'],
    [{ caseId: undefined }, 'caseId: is missing'],
    [{ caseId: 7 }, 'caseId: has the wrong type'],
    [{ crmCurrent: 'ja' }, 'crmCurrent: must be true or false'],
    [{ createdAt: 'i går' }, 'createdAt: must be an instant such as 2026-11-20T09:00:00Z'],
    [{ owner: 'les-999' }, 'owner: must be digital or an existing organisation'],
    [{ services: [guidance({ form: 'x' })] }, 'services.0.form: must be one of individual, collective'],
    [{ services: [guidance({ hours: -1 })] }, 'services.0.hours: must be from 0'],
    [{ services: [guidance({ hours: 'to' })] }, 'services.0.hours: must be a number of hours'],
    [
      { services: [guidance({ on: '2026-02-30' })] },
      'services.0.on: must be a date in the calendar, written YYYY-MM-DD',
    ],
    [
      { enquiries: [enquiry({ receivedBy: 'x' })] },
      'enquiries.0.receivedBy: must be an existing organisation: les-<municipality code> or ehm-<name>',
    ],
    [{ caseId: '', crmCurrent: 1 }, 'caseId: must not be empty; crmCurrent: must be true or false'],
  ])('%j: %s', (more, problem) => expect(problemOf(more)).toBe(problem));

  it.each([null, [], 'x', 7])('%j is no record at all', (json) => {
    expect(parseCaseRecord(json)).toEqual({ ok: false, problem: 'must be a case record (an object)' });
  });

  it('is another than one with no hours', () => {
    expect(problemOf({ services: [guidance({ hours: 0 })] })).toBeUndefined();
  });
});

describe('a contact', () => {
  it('joins the promise that waits, until the moment of its answer', () => {
    const first = enquiry({ answeredAt: '2026-11-02T12:00:00Z' });
    const asks = (at: string) =>
      shareOf([record({ enquiries: [first, unanswered({ at })] })], 'I-11-reported');
    expect(asks('2026-11-02T11:59:59Z')).toEqual([1, 1]);
    expect(asks('2026-11-02T12:00:00Z')).toEqual([1, 2]);
  });
});

describe('a target for one house and year', () => {
  it.each([
    ['2022-01-01', '2022-12-31', 'ehm-midtjylland', true],
    ['2022-04-01', '2022-06-30', 'ehm-midtjylland', true],
    ['2021-12-31', '2022-12-31', 'ehm-midtjylland', false],
    ['2022-01-01', '2023-01-01', 'ehm-midtjylland', false],
    ['2022-01-01', '2022-12-31', 'ehm-fyn', false],
  ] as const)('from %s to %s at %s: %s', (from, to, organisation, applies) => {
    const figure = figureOf([record()], 'I-36', { period: { from, to }, organisation });
    expect(figure?.target !== null).toBe(applies);
  });
});

describe('groups', () => {
  it('stand in the order of their names, each once', () => {
    const records = (['791', '101', '661', '791'] as const).map((municipality) =>
      record({ company: { municipality } }),
    );
    const split = figures(records, { ...year2026, by: ['municipality', 'stage'] })
      .filter(({ id }) => id === 'I-10')
      .map((one) => one.split?.municipality);
    expect(split).toEqual(['101', '661', '791']);
  });
});

describe('a unit of the year', () => {
  it.each([
    ['month', '2026-01-15', 1, '2026-01-01', '2026-01-31'],
    ['month', '2026-12-31', 12, '2026-12-01', '2026-12-31'],
    ['quarter', '2026-06-30', 2, '2026-04-01', '2026-06-30'],
    ['quarter', '2026-12-01', 4, '2026-10-01', '2026-12-31'],
    ['half-year', '2026-07-01', 2, '2026-07-01', '2026-12-31'],
    ['year', '2026-07-01', 1, '2026-01-01', '2026-12-31'],
  ] as const)('a %s around %s is number %i', (unit, day, number, from, to) => {
    expect(unitOf(day, unit)).toEqual({ from, to });
    expect(unitNamed({ from, to })).toEqual({ unit, number });
  });

  it('is no other days', () => {
    for (const [from, to] of [
      ['2026-01-02', '2026-01-31'],
      ['2026-01-01', '2026-02-28'],
      ['2026-02-01', '2026-04-30'],
      ['2026-04-01', '2027-03-31'],
    ] as const)
      expect(unitNamed({ from, to })).toBeUndefined();
  });
});

describe('a referral after guidance', () => {
  it.each([
    ['private-adviser', 1],
    ['adviser-behm', 1],
    ['les', 1],
    ['ehm', 0],
    ['ehm-fyn', 0],
  ])('counts to anybody but an Erhvervshus: %s', (actor, referred) => {
    const one = record({ services: [guidance()], referrals: [referral({ actor })] });
    expect(shareOf([one], 'I-39', { organisation: 'ehm-midtjylland' })).toEqual([referred, 1]);
  });
});
