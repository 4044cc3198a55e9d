import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CaseRecord, parseCaseRecord } from '../../../src/core/indicators/case-record.ts';
import { figures } from '../../../src/core/indicators/figures.ts';
import { type FigureQuestion, SPLIT_KEYS } from '../../../src/core/indicators/question.ts';
import { splitKey } from './records.ts';
import { slowDeviation, slowFigure } from './slow-figures.ts';

/** The product's figures against a second, slow implementation, over records drawn so that limits are often met. */

const LES = ['les-791', 'les-751', 'les-461'] as const;
const HOUSES = ['ehm-midtjylland', 'ehm-fyn'] as const;
const organisation = fc.constantFrom(...LES, ...HOUSES);
const FROM = Date.parse('2025-12-31T23:00:00Z');
const HOUR = 3_600_000;
const iso = (time: number) => new Date(time).toISOString();

/** Around the turns of years and months, where Danish and UTC days differ, or anywhere in three years. */
const instant = fc.oneof(
  fc.constantFrom(FROM, FROM - 1000, FROM + 365 * 24 * HOUR, FROM + 365 * 24 * HOUR - 1000),
  fc.integer({ min: -400 * 24, max: 400 * 24 }).map((hours) => FROM + hours * HOUR),
  fc.integer({ min: 300 * 24, max: 320 * 24 }).map((hours) => FROM + hours * HOUR),
);
const day = instant.map((time) => iso(time).slice(0, 10));

const enquiry = fc
  .record({
    at: instant,
    direction: fc.constantFrom('inbound', 'inbound', 'inbound', 'outreach'),
    receivedBy: organisation,
    due: fc.option(fc.constantFrom(8, 48, 96), { freq: 3 }),
    answer: fc.option(fc.oneof(fc.constantFrom(0, 8, 48, 96), fc.integer({ min: 0, max: 200 })), { freq: 3 }),
    answeredBy: organisation,
    void: fc.boolean(),
  })
  .map(({ at, due, answer, answeredBy, void: ended, ...rest }) => ({
    ...rest,
    entry: 'les',
    at: iso(at),
    dueAt: due === null ? null : iso(at + due * HOUR),
    answeredAt: answer === null ? null : iso(at + answer * HOUR),
    answeredBy: answer === null ? null : answeredBy,
    void: ended && answer === null,
  }));

const handover = fc
  .record({
    from: organisation,
    to: organisation,
    kind: fc.constantFrom('transfer', 'transfer', 'joint'),
    state: fc.constantFrom('accepted', 'accepted', 'returned', 'offered'),
    decidedAt: instant.map(iso),
  })
  .map((one) => ({ ...one, offeredAt: one.decidedAt, reasonCode: null }));

const record = fc.record({
  status: fc.constantFrom('open', 'answered', 'closed', 'withdrawn', 'entered-in-error', 'open', 'closed'),
  createdAt: instant.map(iso),
  owner: fc.oneof(organisation, fc.constant('digital')),
  crmCurrent: fc.boolean(),
  company: fc.record({
    cvr: fc.option(fc.constantFrom('10000001', '10000002', '10000003')),
    key: fc.option(fc.constantFrom('c_1', 'c_2'), { nil: undefined }),
    municipality: fc.constantFrom('791', '751', '461'),
    stage: fc.constantFrom('pre-starter', 'entrepreneur', 'entrepreneur', 'established', 'unknown'),
    maturity: fc.constantFrom('early', 'mature', null),
    segment: fc.constantFrom('operations', 'growth', 'early-warning', null),
  }),
  enquiries: fc.array(enquiry, { maxLength: 4 }),
  handovers: fc.array(handover, { maxLength: 2 }),
  services: fc.array(
    fc.record({
      service: fc.constant('1:1 vejledning'),
      by: organisation,
      on: day,
      form: fc.constantFrom('individual', 'individual', 'collective'),
      growthCourse: fc.boolean(),
    }),
    { maxLength: 4 },
  ),
  referrals: fc.array(
    fc.record({
      actor: fc.constantFrom('digital', 'ehm', 'les', 'private-adviser', 'et navngivet tilbud'),
      by: organisation,
      on: day,
    }),
    { maxLength: 3 },
  ),
  selfHelp: fc.array(fc.record({ tool: fc.constant('vaeksthjulet'), on: day }), { maxLength: 1 }),
});

const records = fc.array(record, { minLength: 1, maxLength: 6 }).map((some) =>
  some.map((one, place): CaseRecord => {
    const parsed = parseCaseRecord({ caseId: `K${place}`, needs: [], outcome: null, ...one });
    if (!parsed.ok) throw new Error(parsed.problem);
    return parsed.record;
  }),
);

const question: fc.Arbitrary<FigureQuestion> = fc.record({
  period: fc.constantFrom(
    { from: '2026-01-01', to: '2026-12-31' },
    { from: '2026-10-15', to: '2026-11-20' },
    { from: '2026-11-01', to: '2026-11-01' },
  ),
  asOf: fc.oneof(instant.map(iso), fc.constantFrom('2027-06-01T12:00:00.000Z', '2026-11-10T23:30:00.000Z')),
  organisation: fc.option(organisation, { freq: 1 }),
  by: fc.oneof(fc.constant([]), fc.subarray([...SPLIT_KEYS], { maxLength: 3 })),
  municipalities: fc.constantFrom<FigureQuestion['municipalities']>(
    new Map(),
    new Map([
      ['791', { inhabitants: 60_000, entrepreneurs: 400, growthCompanies: 50 }],
      ['751', { inhabitants: 40_000, entrepreneurs: null, growthCompanies: 40 }],
      ['461', { inhabitants: 200_000, entrepreneurs: 900, growthCompanies: null }],
    ]),
  ),
});

describe('the figures of 300 random sets of cases', () => {
  it('are those of the plain second implementation, in every group', () => {
    fc.assert(
      fc.property(records, question, (cases, asked) => {
        const given = figures(cases, asked);
        expect(
          given.map(({ id, numerator, denominator, pending, split }) => ({
            id,
            split,
            numerator,
            denominator,
            pending,
          })),
        ).toEqual(given.map(({ id, split }) => ({ id, split, ...slowFigure(cases, asked, id, split) })));
        for (const { id, value, split } of given.filter(({ code }) => code.startsWith('I-22')))
          expect([id, split, value]).toEqual([id, split, slowDeviation(cases, asked, id, split ?? {})]);
      }),
      { numRuns: 300, seed: 20_262 },
    );
  });

  it('leave no group out in which something counts', () => {
    fc.assert(
      fc.property(records, question, (cases, asked) => {
        const given = figures(cases, asked);
        const there = new Set(given.map(({ id, split }) => `${id} ${splitKey(split)}`));
        const whole = figures(cases, { ...asked, by: [] });
        for (const key of asked.by.length === 1 ? asked.by : []) {
          for (const value of VALUES[key]) {
            for (const { id, split } of whole) {
              if (key === 'organisation' && (asked.organisation ?? value) !== value) continue;
              if (split?.[key] !== undefined && split[key] !== value) continue;
              const finer = { ...split, [key]: value };
              const slow = slowFigure(cases, asked, id, finer);
              if (slow && (slow.numerator > 0 || slow.pending > 0))
                expect(there).toContain(`${id} ${splitKey(finer)}`);
            }
          }
        }
      }),
      { numRuns: 300, seed: 20_262 },
    );
  });
});

const VALUES: Readonly<Record<(typeof SPLIT_KEYS)[number], readonly string[]>> = {
  municipality: ['791', '751', '461'],
  stage: ['pre-starter', 'entrepreneur', 'established', 'unknown'],
  segment: ['operations', 'growth', 'early-warning', 'unknown'],
  organisation: [...LES, ...HOUSES],
  month: ['2026-01', '2026-10', '2026-11', '2026-12'],
};
