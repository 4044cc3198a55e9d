import { describe, expect, it } from 'vitest';
import { figures } from '../../../src/core/indicators/figures.ts';
import {
  enquiry,
  figureOf,
  guidance,
  handover,
  network,
  record,
  referral,
  shareOf,
  tool,
  unanswered,
  year2026,
} from './records.ts';

const MIDTJYLLAND = { organisation: 'ehm-midtjylland' } as const;
const preStarter = { cvr: null, stage: 'pre-starter', maturity: 'early', segment: 'not-relevant' };
const early = { stage: 'entrepreneur', maturity: 'early' };

describe('a company', () => {
  it('counts once, however many cases it has', () => {
    const cvr = '25313763';
    const cases = [record({ company: { cvr } }), record({ company: { cvr }, referrals: [referral()] })];
    expect(shareOf(cases, 'I-10')).toEqual([1, 1]);
  });

  it('is told by its key before its CVR number, so that erasing the number changes nothing', () => {
    const key = 'c_1';
    const cases = [
      record({ company: { cvr: '25313763', key } }),
      record({ company: { cvr: null, key }, services: [guidance()] }),
    ];
    expect(shareOf(cases, 'I-07')).toEqual([1, 1]);
  });

  it('without key and number is each case by itself', () => {
    expect(shareOf([record({ company: preStarter }), record({ company: preStarter })], 'I-05')).toEqual([
      0, 2,
    ]);
  });

  it('of a case entered in error is in no figure', () => {
    const cases = [
      record({
        status: 'entered-in-error',
        services: [guidance()],
        referrals: [referral()],
        handovers: [handover()],
      }),
    ];
    const counted = figures(cases, year2026).filter(
      ({ numerator, denominator }) => numerator > 0 || denominator,
    );
    expect(counted).toEqual([]);
  });

  it('that withdrew has asked, and its unanswered promise is void', () => {
    const cases = [record({ status: 'withdrawn', enquiries: [unanswered({ void: true })] })];
    expect(shareOf(cases, 'I-10')).toEqual([0, 1]);
    expect(figureOf(cases, 'I-11-reported')).toMatchObject({
      numerator: 0,
      denominator: 0,
      pending: 0,
      value: null,
    });
  });

  it('that withdrew after its answer keeps the promise', () => {
    expect(shareOf([record({ status: 'withdrawn' })], 'I-11-reported')).toEqual([1, 1]);
  });

  it('of an unknown stage is neither entrepreneur nor established', () => {
    expect(shareOf([record({ company: { stage: 'unknown' }, services: [guidance()] })], 'I-07')).toEqual([
      0, 0,
    ]);
  });
});

describe('the period', () => {
  it.each([
    ['2025-12-31T22:59:59Z', 0],
    ['2025-12-31T23:00:00Z', 1],
    ['2026-12-31T22:59:59Z', 1],
    ['2026-12-31T23:00:00Z', 0],
  ])('is of Danish days: an enquiry at %s', (at, asked) => {
    expect(shareOf([record({ createdAt: at, enquiries: [unanswered({ at })] })], 'I-10')).toEqual([0, asked]);
  });

  it('is one day where it begins and ends on the same', () => {
    const period = { from: '2026-11-02', to: '2026-11-02' };
    expect(shareOf([record()], 'I-11-reported', { period })).toEqual([1, 1]);
  });

  it('counts facts of a case that asked in it whenever they were done', () => {
    const before = {
      services: [guidance({ on: '2025-06-01', by: 'les-791' })],
      referrals: [referral({ on: '2025-06-01' })],
      selfHelp: [tool({ on: '2025-06-01' })],
      enquiries: [unanswered()],
    };
    expect(shareOf([record(before)], 'I-04')).toEqual([1, 1]);
    expect(shareOf([record(before)], 'I-10')).toEqual([1, 1]);
    expect(shareOf([record({ ...before, company: early })], 'I-06')).toEqual([1, 1]);
  });

  it('counts no facts of a case of the company that did not ask in it', () => {
    const company = { cvr: '25313763' };
    const old = {
      at: '2025-03-03T08:00:00Z',
      answeredAt: '2025-03-03T09:00:00Z',
      dueAt: '2025-03-05T08:00:00Z',
    };
    const cases = [
      record({ company }),
      record({
        company,
        createdAt: old.at,
        enquiries: [enquiry(old)],
        referrals: [referral()],
        selfHelp: [tool()],
      }),
    ];
    expect(shareOf(cases, 'I-10')).toEqual([0, 1]);
    expect(shareOf(cases, 'I-04')).toEqual([0, 1]);
  });

  it('counts guidance from its first day on, in any case of the company', () => {
    const company = { cvr: '25313763' };
    const guided = (on: string) => [
      record({ company }),
      record({ company, enquiries: [], services: [guidance({ on })] }),
    ];
    expect(shareOf(guided('2025-12-31'), 'I-07')).toEqual([0, 1]);
    expect(shareOf(guided('2026-01-01'), 'I-07')).toEqual([1, 1]);
    expect(shareOf(guided('2027-01-15'), 'I-07')).toEqual([1, 1]);
  });
});

describe('the moment of counting', () => {
  const asOf = '2026-11-10T23:30:00Z';

  it('knows what is dated on its Danish day, and nothing later', () => {
    const on = (day: string) =>
      record({
        services: [guidance({ on: day })],
        referrals: [referral({ on: day })],
        selfHelp: [tool({ on: day })],
      });
    for (const [day, known] of [
      ['2026-11-11', 1],
      ['2026-11-12', 0],
    ] as const) {
      for (const id of ['I-04', 'I-07', 'I-10'])
        expect([id, shareOf([on(day)], id, { asOf })]).toEqual([id, [known, 1]]);
      expect(shareOf([on(day)], 'I-53-private-adviser', { asOf })).toEqual([known, null]);
    }
  });

  it('does not know a case created after it, nor a later enquiry, answer or acceptance', () => {
    expect(shareOf([record({ createdAt: '2026-11-10T23:30:01Z' })], 'I-12', { asOf })).toEqual([0, 0]);
    const late = { at: '2026-11-10T23:30:01Z', dueAt: '2026-11-12T23:30:01Z' };
    expect(shareOf([record({ enquiries: [unanswered(late)] })], 'I-10', { asOf })).toEqual([0, 0]);
    const accepted = record({ handovers: [handover({ decidedAt: '2026-11-10T23:30:01Z' })] });
    expect(shareOf([accepted], 'I-10', { asOf })).toEqual([0, 1]);
    const answered = record({
      enquiries: [enquiry({ at: '2026-11-10T08:00:00Z', answeredAt: '2026-11-10T23:30:01Z' })],
    });
    expect(figureOf([answered], 'I-11-reported', { asOf })).toMatchObject({ denominator: 0, pending: 1 });
    expect(shareOf([answered], 'I-04', { asOf })).toEqual([0, 0]);
  });
});

describe('a promise', () => {
  const at = '2026-11-20T14:00:00Z';
  const dueAt = '2026-11-24T14:00:00Z';
  const answered = (answeredAt: string) => [
    record({ createdAt: at, enquiries: [enquiry({ at, dueAt, answeredAt })] }),
  ];

  it.each([
    ['2026-11-22T14:00:00Z', 1, 1],
    ['2026-11-22T14:00:01Z', 0, 1],
    ['2026-11-24T14:00:00Z', 0, 1],
    ['2026-11-24T14:00:01Z', 0, 0],
  ])('answered at %s is kept to the second in each reading', (answeredAt, reported, working) => {
    expect(shareOf(answered(answeredAt), 'I-11-reported')).toEqual([reported, 1]);
    expect(shareOf(answered(answeredAt), 'I-11-working')).toEqual([working, 1]);
  });

  it.each([
    ['2026-11-22T13:59:59Z', 0, 1],
    ['2026-11-22T14:00:00Z', 1, 0],
  ])('unanswered at %s is pending until the very second of its limit', (asOf, denominator, pending) => {
    const open = [record({ createdAt: at, enquiries: [unanswered({ at, dueAt })] })];
    expect(figureOf(open, 'I-11-reported', { asOf })).toMatchObject({ numerator: 0, denominator, pending });
    expect(figureOf(open, 'I-11-working', { asOf })).toMatchObject({ denominator: 0, pending: 1 });
  });

  it('is one for the contacts that came before its answer, and another for one that came after', () => {
    const second = (when: string) =>
      record({
        enquiries: [
          enquiry(),
          enquiry({ at: when, dueAt: '2026-11-06T08:00:00Z', answeredAt: '2026-11-04T12:00:00Z' }),
        ],
      });
    expect(shareOf([second('2026-11-02T09:00:00Z')], 'I-11-reported')).toEqual([1, 1]);
    expect(shareOf([second('2026-11-04T08:00:00Z')], 'I-11-reported')).toEqual([2, 2]);
  });

  it('is another one after a contact that had none, whose need was answered before', () => {
    const between = unanswered({ at: '2026-11-05T09:00:00Z', dueAt: null });
    const second = unanswered({ at: '2026-11-09T09:00:00Z', dueAt: '2026-11-11T09:00:00Z' });
    const cases = [record({ enquiries: [enquiry(), between, second] })];
    expect(shareOf(cases, 'I-11-reported')).toEqual([1, 2]);
    expect(shareOf(cases, 'I-11-working')).toEqual([1, 2]);
  });

  it('that began before the period is not in it, though a contact that joined it asked in it', () => {
    const cases = [
      record({
        createdAt: '2025-12-31T12:00:00Z',
        enquiries: [
          unanswered({ at: '2025-12-31T12:00:00Z', dueAt: '2026-01-05T12:00:00Z' }),
          unanswered({ at: '2026-01-02T12:00:00Z', dueAt: '2026-01-05T12:00:00Z' }),
        ],
      }),
    ];
    expect(shareOf(cases, 'I-11-reported')).toEqual([0, 0]);
    expect(shareOf(cases, 'I-10')).toEqual([0, 1]);
  });

  it('is not begun by outreach, which is contact and no question', () => {
    const cases = [
      record({ company: { segment: 'growth' }, enquiries: [enquiry({ direction: 'outreach' })] }),
    ];
    expect(shareOf(cases, 'I-11-reported')).toEqual([0, 0]);
    expect(shareOf(cases, 'I-10')).toEqual([0, 0]);
    expect(shareOf(cases, 'I-02', {}, { municipality: '791' })).toEqual([1, null]);
  });
});

describe('served', () => {
  it('is who got an answer or any service, not who got neither', () => {
    const cases = [
      record({ selfHelp: [tool()] }),
      record({ enquiries: [unanswered()], services: [network()] }),
      record({ enquiries: [unanswered()], selfHelp: [tool()] }),
    ];
    expect(shareOf(cases, 'I-04')).toEqual([1, 2]);
  });
});

describe('I-05 and I-06', () => {
  it('counts pre-starters referred to the platform or owned by it', () => {
    const cases = [
      record({ company: preStarter, referrals: [referral({ actor: 'digital' })] }),
      record({ company: preStarter, owner: 'digital' }),
      record({ company: preStarter, referrals: [referral()] }),
      record({ referrals: [referral({ actor: 'digital' })] }),
    ];
    expect(shareOf(cases, 'I-05')).toEqual([2, 3]);
  });

  it('counts an answer to an enquiry of the period, or an individual service, by a LES', () => {
    const cases = [
      record({ company: early }),
      record({ company: early, enquiries: [enquiry({ answeredBy: 'ehm-midtjylland' })] }),
      record({ company: early, enquiries: [unanswered()], services: [guidance({ by: 'les-751' })] }),
      record({ company: early, enquiries: [unanswered()], services: [network({ by: 'les-751' })] }),
      record({ company: { stage: 'entrepreneur', maturity: 'mature' } }),
      record({
        company: early,
        enquiries: [
          enquiry({
            at: '2025-11-03T08:00:00Z',
            dueAt: '2025-11-05T08:00:00Z',
            answeredAt: '2025-11-03T09:00:00Z',
          }),
          unanswered(),
        ],
      }),
    ];
    expect(shareOf(cases, 'I-06')).toEqual([2, 5]);
  });
});

describe('referred', () => {
  it('is a given referral, or an accepted handover from LES to an Erhvervshus that is no joint course', () => {
    const cases = [
      record({ referrals: [referral()] }),
      record({ handovers: [handover()] }),
      record({ handovers: [handover({ kind: 'joint' })] }),
      record({ handovers: [handover({ state: 'returned' })] }),
      record({ handovers: [handover({ to: 'les-751' })] }),
      record({ handovers: [handover({ from: 'ehm-fyn' })] }),
    ];
    expect(shareOf(cases, 'I-10')).toEqual([2, 6]);
    expect(shareOf(cases, 'I-53-ehm')).toEqual([0, null]);
    expect(shareOf(cases, 'I-71-handovers', MIDTJYLLAND)).toEqual([1, null]);
  });
});

describe('I-12', () => {
  it('counts cases, not companies, by the day they were created', () => {
    const company = { cvr: '25313763' };
    const cases = [
      record({ company }),
      record({ company, crmCurrent: false }),
      record({ company, createdAt: '2025-12-31T22:59:59Z' }),
    ];
    expect(shareOf(cases, 'I-12')).toEqual([1, 2]);
  });

  it('gives a case to whoever received its first enquiry', () => {
    const cases = [
      record({ enquiries: [enquiry({ at: '2026-11-05T08:00:00Z', receivedBy: 'les-751' }), enquiry()] }),
    ];
    expect(shareOf(cases, 'I-12', { organisation: 'les-791' })).toEqual([1, 1]);
    expect(shareOf(cases, 'I-12', { organisation: 'les-751' })).toEqual([0, 0]);
  });
});

describe('the figures about one house', () => {
  it('are given for each house without --organisation, for one with it, and for no LES', () => {
    const ids = (organisation: 'ehm-fyn' | 'les-791' | null) =>
      figures([record()], { ...year2026, organisation }).filter(({ id }) => id === 'I-36');
    expect(ids(null).map(({ split }) => split?.organisation)).toHaveLength(6);
    expect(ids('ehm-fyn').map(({ split }) => split)).toEqual([null]);
    expect(ids('les-791')).toEqual([]);
  });

  it('count a company as new that the house did not guide in the calendar year before', () => {
    const company = (cvr: string, ...services: Record<string, unknown>[]) =>
      record({ company: { cvr }, services: services.map(guidance) });
    const cases = [
      company('1', { on: '2026-11-12' }),
      company('2', { on: '2026-11-12' }, { on: '2025-01-01' }),
      company('3', { on: '2026-11-12' }, { on: '2025-12-31', form: 'collective' }),
      company('4', { on: '2026-11-12' }, { on: '2025-06-01', by: 'ehm-fyn' }),
      company('5', { on: '2026-11-12' }, { on: '2024-12-31' }),
      company('6', { on: '2027-01-01' }),
    ];
    expect(shareOf(cases, 'I-21', MIDTJYLLAND)).toEqual([4, 5]);
    // A period that begins within a year looks at the same year before.
    const autumn = { ...MIDTJYLLAND, period: { from: '2026-09-01', to: '2026-12-31' } };
    expect(shareOf(cases, 'I-21', autumn)).toEqual([4, 5]);
  });

  it('count services of either form, growth courses, and each form against the other', () => {
    const cases = [
      record({ services: [guidance(), network()] }),
      record({ services: [network({ programme: 'Dalgas', growthCourse: true })] }),
      record({ services: [network()] }),
      record({ services: [guidance({ by: 'les-791' })] }),
    ];
    expect(shareOf(cases, 'I-36', MIDTJYLLAND)).toEqual([3, null]);
    expect(shareOf(cases, 'I-37', MIDTJYLLAND)).toEqual([1, null]);
    expect(figureOf(cases, 'I-38-individual', MIDTJYLLAND)).toMatchObject({
      numerator: 1,
      denominator: 3,
      value: 0.3333,
    });
    expect(figureOf(cases, 'I-38-collective', MIDTJYLLAND)).toMatchObject({
      numerator: 3,
      denominator: 1,
      value: 3,
    });
  });

  it('count as referred on what the house referred to anybody but a house, in any case of the company', () => {
    const company = { cvr: '25313763' };
    const cases = [
      record({ company, services: [guidance()] }),
      record({ company, enquiries: [], referrals: [referral({ actor: 'les' })] }),
      record({ services: [guidance()], referrals: [referral({ actor: 'ehm' })] }),
      record({ services: [guidance()], referrals: [referral({ by: 'les-791' })] }),
      record({ services: [guidance()], referrals: [referral({ on: '2025-12-31' })] }),
      record({ services: [guidance({ on: '2027-01-10' })], referrals: [referral({ on: '2027-01-12' })] }),
      record({ referrals: [referral()] }),
    ];
    expect(shareOf(cases, 'I-39', MIDTJYLLAND)).toEqual([2, 5]);
  });

  it('count the operations segment by the case that guided', () => {
    const company = (segment: string | null) => ({ cvr: '25313763', segment });
    const cases = [
      record({ company: company('growth'), services: [guidance()] }),
      record({ company: company('operations'), services: [network()] }),
    ];
    expect(shareOf(cases, 'I-42', MIDTJYLLAND)).toEqual([0, null]);
  });

  it('count handovers by the day of acceptance, and users by municipality', () => {
    const cases = [
      record({ handovers: [handover({ decidedAt: '2025-12-31T22:59:59Z' })] }),
      record({
        handovers: [handover({ decidedAt: '2025-12-31T23:00:00Z' }), handover()],
        services: [guidance()],
      }),
      record({ company: { municipality: '461' }, services: [guidance()] }),
    ];
    expect(shareOf(cases, 'I-71-handovers', MIDTJYLLAND)).toEqual([2, null]);
    expect(shareOf(cases, 'I-71-users', MIDTJYLLAND, { municipality: '791' })).toEqual([1, null]);
    expect(shareOf(cases, 'I-71-users', MIDTJYLLAND, { municipality: '461' })).toEqual([1, null]);
  });
});

describe('municipality data', () => {
  const numbers = (inhabitants: number | null, entrepreneurs: number | null = null) => ({
    inhabitants,
    entrepreneurs,
    growthCompanies: null,
  });
  const municipalities = new Map([
    ['791', numbers(60_000, 5)],
    ['751', numbers(30_000)],
    ['741', numbers(10_000)],
    ['461', numbers(200_000)],
  ]);

  it('gives the spread of services over the municipalities of the house, each service counted', () => {
    const cases = [
      record({ services: [guidance(), guidance({ on: '2026-11-13' }), guidance({ by: 'les-791' })] }),
      record({ company: { municipality: '751' }, services: [network()] }),
      record({ company: { municipality: '461' }, services: [guidance()] }),
    ];
    const at = (id: string, municipality: string) =>
      figureOf(cases, id, { ...MIDTJYLLAND, municipalities }, { municipality });
    expect(at('I-22-all', '791')).toMatchObject({
      numerator: 2,
      denominator: 60_000,
      value: 0.1111,
      few: true,
    });
    expect(at('I-22-individual', '751')).toMatchObject({ numerator: 0, value: -1 });
    expect(at('I-22-all', '741')).toMatchObject({ numerator: 0, denominator: 10_000, value: -1 });
    expect(at('I-22-all', '461')).toBeUndefined();
  });

  it('is few under ten services, and no value without any', () => {
    const ten = record({ services: Array.from({ length: 10 }, () => guidance()) });
    const split = { municipality: '791' };
    expect(figureOf([ten], 'I-22-all', { ...MIDTJYLLAND, municipalities }, split)?.few).toBe(false);
    expect(figureOf([], 'I-22-all', { ...MIDTJYLLAND, municipalities }, split)).toMatchObject({
      numerator: 0,
      value: null,
    });
  });

  it('is the denominator of contact, which is an enquiry or a service in the period', () => {
    const cases = [
      record({ company: early }),
      record({
        company: early,
        createdAt: '2025-05-05T08:00:00Z',
        enquiries: [enquiry({ at: '2025-05-05T08:00:00Z' })],
        services: [network()],
      }),
      record({
        company: early,
        createdAt: '2025-05-05T08:00:00Z',
        enquiries: [enquiry({ at: '2025-05-05T08:00:00Z' })],
      }),
      record(),
    ];
    const split = { municipality: '791' };
    expect(figureOf(cases, 'I-01', { municipalities }, split)).toMatchObject({
      numerator: 2,
      denominator: 5,
      value: 0.4,
    });
    expect(figureOf(cases, 'I-01', { municipalities }, { municipality: '741' })).toMatchObject({
      numerator: 0,
      denominator: null,
    });
    expect(shareOf(cases, 'I-01', {}, split)).toEqual([2, null]);
    expect(shareOf(cases, 'I-01', { organisation: 'les-751' }, split)).toEqual([0, null]);
  });
});

describe('--organisation', () => {
  it('narrows who asked to what it received, and counts what happened then whoever did it', () => {
    const cases = [
      record({ services: [guidance()], referrals: [referral()] }),
      record({ enquiries: [enquiry({ receivedBy: 'les-751' })], referrals: [referral({ by: 'les-791' })] }),
    ];
    const ofViborg = { organisation: 'les-791' } as const;
    expect(shareOf(cases, 'I-07', ofViborg)).toEqual([1, 1]);
    expect(shareOf(cases, 'I-10', ofViborg)).toEqual([1, 1]);
    expect(shareOf(cases, 'I-11-reported', ofViborg)).toEqual([1, 1]);
    expect(shareOf(cases, 'I-53-private-adviser', ofViborg)).toEqual([1, null]);
  });
});

describe('a split', () => {
  it('counts each case with its own municipality, so that a company may stand in two groups, once in each', () => {
    const cases = [
      record({ company: { cvr: '25313763' }, referrals: [referral()] }),
      record({ company: { cvr: '25313763', municipality: '751' } }),
      record({ company: { cvr: '25313763', municipality: '751' } }),
    ];
    const by = ['municipality'] as const;
    expect(shareOf(cases, 'I-10', { by }, { municipality: '791' })).toEqual([1, 1]);
    expect(shareOf(cases, 'I-10', { by }, { municipality: '751' })).toEqual([0, 1]);
    expect(shareOf(cases, 'I-10')).toEqual([1, 1]);
  });

  it('by organisation is who received, or who did it', () => {
    const cases = [record({ services: [guidance()], referrals: [referral()] })];
    const by = ['organisation'] as const;
    expect(shareOf(cases, 'I-10', { by }, { organisation: 'les-791' })).toEqual([1, 1]);
    expect(shareOf(cases, 'I-10', { by }, { organisation: 'ehm-midtjylland' })).toEqual([0, 0]);
    expect(shareOf(cases, 'I-53-private-adviser', { by }, { organisation: 'ehm-midtjylland' })).toEqual([
      1,
      null,
    ]);
    expect(shareOf(cases, 'I-36', { by }, { organisation: 'ehm-midtjylland' })).toEqual([1, null]);
  });

  it('by month is the Danish month in which it happened', () => {
    const cases = [
      record({
        enquiries: [enquiry({ at: '2026-10-31T23:30:00Z' })],
        services: [guidance({ on: '2026-12-01' })],
      }),
    ];
    const by = ['month'] as const;
    expect(shareOf(cases, 'I-10', { by }, { month: '2026-11' })).toEqual([0, 1]);
    const question = { by, ...MIDTJYLLAND };
    expect(shareOf(cases, 'I-36', question, { month: '2026-12' })).toEqual([1, null]);
    expect(shareOf(cases, 'I-36', question, { month: '2026-11' })).toEqual([0, null]);
  });

  it('may have several keys at once', () => {
    const cases = [record(), record({ company: { stage: 'entrepreneur', segment: null } })];
    const by = ['stage', 'segment'] as const;
    expect(shareOf(cases, 'I-10', { by }, { stage: 'entrepreneur', segment: 'unknown' })).toEqual([0, 1]);
    expect(shareOf(cases, 'I-10', { by }, { stage: 'established', segment: 'operations' })).toEqual([0, 1]);
  });
});

describe('a target', () => {
  it('that was agreed for one house and year is given for these only', () => {
    const of = (organisation: 'ehm-midtjylland' | 'ehm-fyn', year: number) =>
      figureOf([], 'I-36', { organisation, period: { from: `${year}-01-01`, to: `${year}-12-31` } })?.target
        ?.value;
    expect([of('ehm-midtjylland', 2022), of('ehm-midtjylland', 2026), of('ehm-fyn', 2022)]).toEqual([
      5_000,
      undefined,
      undefined,
    ]);
  });
});
