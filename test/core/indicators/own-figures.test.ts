import { describe, expect, it } from 'vitest';
import type { CaseRecord } from '../../../src/core/indicators/case-record.ts';
import type { OwnCase } from '../../../src/core/indicators/own-case.ts';
import { type OwnSources, ownFigures } from '../../../src/core/indicators/own-figures.ts';
import type { OwnQuestion } from '../../../src/core/indicators/own-question.ts';
import { made, planned } from '../outreach/contacts.ts';
import { enquiry, handover, record, unanswered, type Written } from './records.ts';

/** The own figures by hand: cases of Viborg in 2026, unless a test says otherwise. */

const OFFICE = 'les-791';
const HOUSE = 'ehm-midtjylland';
const AARHUS = 'les-751';
const AS_OF = '2027-01-15T12:00:00.000Z';
const JUST_AFTER = '2027-01-15T12:00:00.001Z';

type Known = readonly [CaseRecord, OwnCase];
function known(own: Partial<OwnCase> = {}, written: Written = {}): Known {
  const of = record(written);
  return [
    of,
    {
      caseId: of.caseId,
      municipality: '791',
      areas: ['financing'],
      localOffice: OFFICE,
      owner: OFFICE,
      shared: true,
      owners: [{ at: of.createdAt, organisation: OFFICE }],
      greyZones: [],
      override: null,
      tasks: [],
      complete: true,
      ...own,
    },
  ];
}
const figures = (cases: readonly Known[], asked: Partial<OwnQuestion> = {}, more: Partial<OwnSources> = {}) =>
  ownFigures(
    { records: cases.map(([one]) => one), own: cases.map(([, own]) => own), contacts: [], ...more },
    { period: { from: '2026-01-01', to: '2026-12-31' }, asOf: AS_OF, sides: [], ...asked },
  );
const pair = { sides: [OFFICE, HOUSE] } as const;

describe('tasks', () => {
  const task = (organisation: typeof OFFICE | typeof AARHUS | typeof HOUSE, more: object = {}) => ({
    organisation,
    startedAt: null,
    dismissedAt: null,
    ...more,
  });
  const cases = [
    known({ tasks: [task(OFFICE, { startedAt: AS_OF }), task(HOUSE)] }),
    known({ tasks: [task(OFFICE, { startedAt: JUST_AFTER, dismissedAt: AS_OF })] }),
    known({ tasks: [task(OFFICE, { dismissedAt: JUST_AFTER }), task(AARHUS)] }),
  ];

  it('count by office with what became of them by the moment of counting, most first', () => {
    expect(figures(cases).tasks).toEqual([
      { organisation: OFFICE, given: 3, started: 1, notRelevant: 1 },
      { organisation: HOUSE, given: 1, started: 0, notRelevant: 0 },
      { organisation: AARHUS, given: 1, started: 0, notRelevant: 0 },
    ]);
  });

  it('are those of the offices asked about, on cases that began in the period', () => {
    const of = (asked: Partial<OwnQuestion>) =>
      figures(cases, asked).tasks.map(({ organisation }) => organisation);
    expect(of({ sides: [HOUSE] })).toEqual([HOUSE]);
    expect(of(pair)).toEqual([OFFICE, HOUSE]);
    expect(of({ period: { from: '2026-01-01', to: '2026-11-01' } })).toEqual([]);
  });

  it('of a pair are those on cases of its local office', () => {
    const elsewhere = known({ localOffice: AARHUS, tasks: [task(HOUSE)] });
    expect(figures([elsewhere], pair).tasks).toEqual([]);
    expect(figures([elsewhere], { sides: [HOUSE] }).tasks).toHaveLength(1);
  });
});

describe('promises that were not kept', () => {
  const due = '2026-11-04T08:10:00Z';
  const late = (own: Partial<OwnCase>, enquiries: Written['enquiries'], asked: Partial<OwnQuestion> = {}) =>
    figures([known(own, { enquiries: enquiries ?? [] })], asked).late;
  const answered = (answeredAt: string) => [enquiry({ answeredAt })];

  it.each([
    ['2026-11-04T08:10:00Z', []],
    ['2026-11-04T08:10:00.001Z', [{ organisation: OFFICE, promises: 1 }]],
  ])('are those answered after their due time: at %s', (at, counted) => {
    expect(late({}, answered(at))).toEqual(counted);
  });

  it('are those without an answer once their time is over', () => {
    const waiting = [unanswered()];
    expect(late({}, waiting, { asOf: '2026-11-04T08:09:59.999Z' })).toEqual([]);
    expect(late({}, waiting, { asOf: '2026-11-04T08:10:00.000Z' })).toHaveLength(1);
  });

  it('are the office’s that had the case then', () => {
    const owners = [
      { at: '2026-11-02T08:10:00.000Z', organisation: OFFICE },
      { at: '2026-11-04T08:10:00.000Z', organisation: HOUSE },
      { at: '2026-11-04T08:10:00.001Z', organisation: AARHUS },
    ] as const;
    expect(late({ owners }, [unanswered({ dueAt: due })])).toEqual([{ organisation: HOUSE, promises: 1 }]);
    expect(late({ owners: owners.slice(2) }, [unanswered()])).toEqual([
      { organisation: AARHUS, promises: 1 },
    ]);
    expect(late({ owners: [] }, [unanswered()])).toEqual([{ organisation: OFFICE, promises: 1 }]);
  });

  it('are those of the period that an office asked about received', () => {
    const waiting = [unanswered()];
    expect(late({}, waiting, { period: { from: '2026-11-03', to: '2026-11-30' } })).toEqual([]);
    expect(late({}, waiting, { sides: [HOUSE] })).toEqual([]);
    expect(late({}, waiting, { sides: [OFFICE] })).toHaveLength(1);
  });
});

describe('grey zones', () => {
  const zone = (more: Partial<OwnCase['greyZones'][number]> = {}): OwnCase['greyZones'][number] => ({
    cause: 'returns',
    begunAt: '2026-11-03T23:30:00.000Z',
    parties: [OFFICE, HOUSE],
    endedAt: '2026-11-05T12:00:00.000Z',
    end: 'moved',
    ...more,
  });
  const found = (more: Partial<OwnCase['greyZones'][number]> = {}, asked: Partial<OwnQuestion> = {}) =>
    figures([known({ greyZones: [zone(more)], owner: HOUSE, shared: false })], asked).greyZones;

  it('are told with their Danish days, their parties, and how each ended', () => {
    expect(found()).toMatchObject([
      {
        areas: ['financing'],
        municipality: '791',
        begunOn: '2026-11-04',
        cause: 'returns',
        parties: [OFFICE, HOUSE],
        end: 'moved',
        endedOn: '2026-11-05',
        owner: HOUSE,
        shared: false,
      },
    ]);
  });

  it('are open while nobody had settled them at the moment of counting', () => {
    expect(found({ endedAt: null, end: 'open' })).toMatchObject([{ end: 'open', endedOn: null }]);
    expect(found({ endedAt: JUST_AFTER })).toMatchObject([{ end: 'open', endedOn: null }]);
    expect(found({ endedAt: AS_OF })).toMatchObject([{ end: 'moved', endedOn: '2027-01-15' }]);
  });

  it('are those that began in the period, as known then', () => {
    expect(found({}, { period: { from: '2026-11-05', to: '2026-12-31' } })).toEqual([]);
    expect(found({}, { asOf: '2026-11-03T23:29:59.999Z' })).toEqual([]);
    expect(found({}, { asOf: '2026-11-03T23:30:00.000Z' })).toMatchObject([{ end: 'open' }]);
  });

  it('are those of the office asked about, or between the two', () => {
    const count = (...sides: OwnQuestion['sides']) => found({}, { sides }).length;
    expect([count(HOUSE), count(OFFICE, HOUSE)]).toEqual([1, 1]);
    expect([count(AARHUS), count(AARHUS, HOUSE)]).toEqual([0, 0]);
  });

  it('stand in the order of their days', () => {
    const days = ['2026-11-06', '2026-11-04', '2026-11-05'].map((day) =>
      known({ greyZones: [zone({ begunAt: `${day}T08:00:00.000Z` })] }),
    );
    expect(figures(days).greyZones.map(({ begunOn }) => begunOn)).toEqual([
      '2026-11-04',
      '2026-11-05',
      '2026-11-06',
    ]);
  });
});

describe('cases that went to another receiver than the decision’s', () => {
  const chose = (chosen: typeof OFFICE | typeof AARHUS) => known({ override: { advised: HOUSE, chosen } });
  const cases = [chose(AARHUS), chose(OFFICE), known(), chose(OFFICE)];

  it('count by both, most first', () => {
    expect(figures(cases).overrides).toEqual([
      { advised: HOUSE, chosen: OFFICE, cases: 2 },
      { advised: HOUSE, chosen: AARHUS, cases: 1 },
    ]);
  });

  it('are those of the period that concern the offices asked about', () => {
    expect(figures(cases, pair).overrides).toHaveLength(1);
    expect(figures(cases, { sides: [AARHUS] }).overrides).toHaveLength(1);
    expect(figures(cases, { period: { from: '2026-11-03', to: '2026-12-31' } }).overrides).toEqual([]);
  });
});

describe('complete cases', () => {
  const cases = [known(), known(), known({ complete: false }), known({ complete: null })];

  it('are a share to four decimals of those whose data is there', () => {
    expect(figures(cases).complete).toEqual({ numerator: 2, denominator: 3, value: 0.6667 });
    expect(figures(cases.slice(3)).complete).toEqual({ numerator: 0, denominator: 0, value: null });
  });

  it('are those that the office asked about began, and those that nobody enquired for', () => {
    expect(figures(cases, { sides: [OFFICE] }).complete.denominator).toBe(3);
    expect(figures(cases, { sides: [HOUSE] }).complete.denominator).toBe(0);
    expect(figures([known({}, { enquiries: [] })], { sides: [HOUSE] }).complete.denominator).toBe(1);
  });
});

describe('what companies asked for', () => {
  const asks = (needs: readonly string[], referredBy: string | null, more: Written = {}) =>
    known({}, { enquiries: [enquiry({ needs, referredBy })], ...more });

  it('counts companies by need and enquiries by who referred them', () => {
    const company = { cvr: '25313763' };
    const cases = [
      asks(['csr', 'financing'], 'bank', { company }),
      asks(['csr'], 'bank', { company }),
      asks(['financing'], null),
      asks(['csr'], 'les-751'),
      asks(['financing'], null),
    ];
    const { needs, referredFrom } = figures(cases);
    expect(needs).toEqual([
      { area: 'financing', companies: 3 },
      { area: 'csr', companies: 2 },
    ]);
    expect(referredFrom).toEqual([
      { from: 'bank', enquiries: 2 },
      { from: 'les-751', enquiries: 1 },
    ]);
  });
});

describe('offers', () => {
  const cases = [
    known({}, { handovers: [handover({ state: 'returned', reasonCode: 'no-capacity' })] }),
    known({}, { handovers: [handover(), handover({ state: 'returned', reasonCode: null })] }),
    known({}, { handovers: [handover({ from: HOUSE, to: AARHUS })] }),
  ];

  it('count by pair of offices with the reasons of those that came back', () => {
    expect(figures(cases).returns).toEqual([
      {
        from: OFFICE,
        to: HOUSE,
        answered: 3,
        returned: 2,
        rate: 0.6667,
        reasons: [
          { reason: 'no-capacity', returns: 1 },
          { reason: 'other', returns: 1 },
        ],
      },
      { from: HOUSE, to: AARHUS, answered: 1, returned: 0, rate: 0, reasons: [] },
    ]);
  });

  it('of a pair are those between the two', () => {
    expect(figures(cases, pair).returns.map(({ to }) => to)).toEqual([HOUSE]);
  });

  it('are those that were answered, by the moment of counting', () => {
    const one = (more: Parameters<typeof handover>[0], asked: Partial<OwnQuestion> = {}) =>
      figures([known({}, { handovers: [handover(more)] })], asked).returns.length;
    expect(one({ state: 'expired' })).toBe(0);
    expect(one({ state: 'withdrawn' })).toBe(0);
    expect(one({ state: 'advised' })).toBe(1);
    expect(one({ kind: 'joint' })).toBe(0);
    expect(one({}, { asOf: '2026-11-03T09:00:00.000Z' })).toBe(1);
    expect(one({}, { asOf: '2026-11-03T08:59:59.999Z' })).toBe(0);
    // The move of a settled grey zone.
    expect(one({ decidedAt: '2026-11-02T08:12:00Z' })).toBe(0);
    expect(one({}, { period: { from: '2026-11-03', to: '2026-12-31' } })).toBe(0);
  });
});

describe('waiting', () => {
  it('is the middle of the hours, or between the two in the middle', () => {
    const took = (hours: number) =>
      known(
        {},
        {
          handovers: [
            handover({ offeredAt: '2026-11-02T08:00:00Z', decidedAt: `2026-11-02T${8 + hours}:00:00Z` }),
          ],
          enquiries: [enquiry({ at: '2026-11-02T08:00:00Z', answeredAt: `2026-11-02T${10 + hours}:00:00Z` })],
        },
      );
    const untilAcceptance = (...hours: readonly number[]) =>
      figures(hours.map(took)).waiting.find(({ organisation }) => organisation === HOUSE);
    expect(untilAcceptance(9, 3, 4)).toMatchObject({
      accepted: 3,
      untilAcceptance: 4,
      answered: 0,
      untilAnswer: null,
    });
    expect(untilAcceptance(9, 3, 4, 5)).toMatchObject({ untilAcceptance: 4.5 });
    expect(figures([took(2), took(4)]).waiting).toMatchObject([
      { organisation: HOUSE, accepted: 2, untilAcceptance: 3 },
      { organisation: OFFICE, answered: 2, untilAnswer: 5, untilAcceptance: null },
    ]);
  });
});

describe('outreach', () => {
  const contacts = [
    planned({ id: 'A', made }),
    planned({ id: 'B', made, by: AARHUS, told: { ...planned().told, organisation: HOUSE } }),
    planned({ id: 'C', made, by: AARHUS, told: { ...planned().told, organisation: OFFICE } }),
  ];
  const count = (asked: Partial<OwnQuestion>) => figures([], asked, { contacts }).outreach.made;

  it('is everybody’s, the office’s own, or what is between the two', () => {
    expect(count({})).toBe(3);
    expect(count({ sides: [AARHUS] })).toBe(2);
    expect(count({ sides: [OFFICE] })).toBe(0);
    expect(count(pair)).toBe(1);
  });
});

it('a case of which either part is not known counts nowhere', () => {
  const [one, own] = known({ tasks: [{ organisation: OFFICE, startedAt: null, dismissedAt: null }] });
  expect(figures([], {}, { records: [one], own: [] }).tasks).toEqual([]);
  expect(figures([], {}, { records: [], own: [own] }).tasks).toEqual([]);
});
