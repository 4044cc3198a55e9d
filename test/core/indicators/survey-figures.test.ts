import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseRecord } from '../../../src/core/indicators/case-record.ts';
import { FIGURES } from '../../../src/core/indicators/figure-table.ts';
import { type Figure, figures } from '../../../src/core/indicators/figures.ts';
import type { FigureQuestion, Split } from '../../../src/core/indicators/question.ts';
import {
  EFFECTS,
  REFERRAL_USES,
  SATISFACTIONS,
  type SurveyAnswer,
} from '../../../src/core/surveys/survey.ts';
import { answer, HOUSE, OFFICE } from '../surveys/survey-case.ts';
import { record, splitKey, year2026 } from './records.ts';

/** The figures from answers of the user evaluation: by hand, and against a second, slow and plain count. */

const CODES = ['I-08', 'I-23', 'I-24', 'I-25', 'I-30', 'I-31', 'I-34'] as const;

function counted(
  records: readonly CaseRecord[],
  answers: readonly SurveyAnswer[] | null,
  question: Partial<FigureQuestion> = {},
): readonly Figure[] {
  const asked = { ...year2026, organisation: HOUSE, ...question };
  return figures(records, asked, FIGURES, [], answers).filter(({ code }) =>
    CODES.some((one) => one === code),
  );
}

/** Numerator, denominator and value of a figure in a group; undefined where it has no row there. */
function found(given: readonly Figure[], id: string, split: Split | null = null) {
  const rows = given.filter((one) => one.id === id && splitKey(one.split) === splitKey(split));
  if (rows.length > 1) throw new Error(`${id} is given ${rows.length} times`);
  return rows[0] && [rows[0].numerator, rows[0].denominator, rows[0].value];
}

/** Ten companies of growth and operations in turn, each with what it answered. */
function ten(answersOf: (number: number) => Partial<SurveyAnswer>) {
  const records = Array.from({ length: 10 }, (_, number) =>
    record({ company: { segment: number % 2 === 0 ? 'growth' : 'operations' } }),
  );
  return { records, answers: records.map(({ caseId }, number) => answer(caseId, answersOf(number))) };
}

describe('by hand', () => {
  it('satisfaction counts both who are satisfied and who are very satisfied, the stricter figure only these', () => {
    const { records, answers } = ten((number) => ({
      satisfaction: (
        ['very-satisfied', 'satisfied', 'neither', 'dissatisfied', 'very-dissatisfied'] as const
      )[Math.floor(number / 2)] as SurveyAnswer['satisfaction'],
    }));
    const given = counted(records, answers);
    expect(found(given, 'I-08')).toEqual([4, 10, 0.4]);
    expect(found(given, 'I-23')).toEqual([2, 10, 0.2]);
    expect(found(given, 'I-23', { segment: 'growth' })).toEqual([1, 5, 0.2]);
    expect(given.find(({ id }) => id === 'I-23')?.target).toEqual({ kind: 'at-least', value: 0.8 });
  });

  it('NPS is those of 9 and 10 less those of 0 to 6, for each segment too, and may be negative', () => {
    // Growth: 0 2 4 6 8, one of which is neither; operations: 1 3 5 7 9.
    const { records, answers } = ten((number) => ({ recommend: number }));
    const given = counted(records, answers);
    expect(found(given, 'I-24')).toEqual([1 - 7, 10, -0.6]);
    expect(found(given, 'I-24', { segment: 'growth' })).toEqual([-4, 5, -0.8]);
    expect(found(given, 'I-24', { segment: 'operations' })).toEqual([1 - 3, 5, -0.4]);
    const best = ten((number) => ({ recommend: number === 0 ? 6 : number === 1 ? 8 : 9 + (number % 2) }));
    expect(found(counted(best.records, best.answers), 'I-24')).toEqual([7, 10, 0.7]);
  });

  it('uptake counts those who used it or expect to, of those who know', () => {
    const { records, answers } = ten((number) => ({
      referralUse:
        number === 9 ? null : ((['used', 'expects', 'no', 'dont-know'] as const)[number % 4] ?? null),
    }));
    // used 0 4 8, expects 1 5, no 2 6, nobody knows of 3 and 7.
    expect(found(counted(records, answers), 'I-25')).toEqual([5, 7, 0.7143]);
  });

  it('effect is “i høj grad” of all that answered, who do not know too, and of those guided on a topic', () => {
    const { records, answers } = ten((number) => ({
      effect: number < 6 ? 'high' : number < 8 ? 'dont-know' : 'some',
      green: number > 4,
      digital: number < 2 || number === 9,
    }));
    const given = counted(records, answers);
    expect(found(given, 'I-31')).toEqual([6, 10, 0.6]);
    expect(found(given, 'I-30')).toEqual([1, 5, 0.2]);
    expect(found(given, 'I-34')).toEqual([2, 3, 0.6667]);
  });

  it('a topic that the answer does not state is read from the needs of the case', () => {
    const of = (area: string, place: 'needs' | 'enquiries') =>
      place === 'needs'
        ? record({ needs: [{ area }] })
        : record({
            enquiries: [
              {
                at: '2026-11-02T08:10:00Z',
                direction: 'inbound',
                receivedBy: OFFICE,
                dueAt: null,
                answeredAt: null,
                void: false,
                needs: [area],
              },
            ],
          });
    const records = [
      of('green-transition', 'needs'),
      of('green-transition', 'enquiries'),
      of('digitalisation', 'needs'),
      of('automation', 'needs'),
      of('financing', 'needs'),
    ];
    const answers = records.map(({ caseId }) => answer(caseId, { effect: 'high' }));
    const given = counted(records, answers);
    expect([found(given, 'I-30'), found(given, 'I-34'), found(given, 'I-31')]).toEqual([
      [2, 2, 1],
      [2, 2, 1],
      [5, 5, 1],
    ]);
    const said = answers.map((one) => ({ ...one, green: false, digital: false }));
    expect(found(counted(records, said), 'I-30')).toEqual([0, 0, null]);
  });
});

describe('a company', () => {
  const company = { cvr: '25313763', key: 'hansen' };
  const [one, other] = [record({ company }), record({ company: { ...company, municipality: '751' } })];

  it('counts once, by its last answer to the question', () => {
    const answers = [
      answer(one.caseId, { on: '2026-03-01', satisfaction: 'very-satisfied', recommend: 10 }),
      answer(other.caseId, { on: '2026-09-01', satisfaction: 'dissatisfied' }),
    ];
    const given = counted([one, other], answers);
    expect(found(given, 'I-08')).toEqual([0, 1, 0]);
    expect(found(given, 'I-24')).toEqual([1, 1, 1]);
    expect(found(counted([one, other], answers.toReversed()), 'I-08')).toEqual([0, 1, 0]);
    const by = counted([one, other], answers, { by: ['municipality'] });
    expect(found(by, 'I-08', { municipality: '791' })).toEqual([1, 1, 1]);
    expect(found(by, 'I-08', { municipality: '751' })).toEqual([0, 1, 0]);
  });

  it('counts for who was evaluated, and for both sides only in what is everybody’s', () => {
    const answers = [
      answer(one.caseId, { satisfaction: 'satisfied' }),
      answer(other.caseId, { satisfaction: 'dissatisfied', organisation: OFFICE, on: '2026-11-11' }),
    ];
    expect(found(counted([one, other], answers), 'I-08')).toEqual([1, 1, 1]);
    expect(found(counted([one, other], answers, { organisation: OFFICE }), 'I-08')).toEqual([0, 1, 0]);
    expect(found(counted([one, other], answers, { organisation: OFFICE }), 'I-23')).toBeUndefined();
    const everybody = counted([one, other], answers, { organisation: null });
    expect(found(everybody, 'I-08')).toEqual([0, 1, 0]);
    expect(found(everybody, 'I-23', { organisation: HOUSE })).toEqual([0, 1, 0]);
    expect(found(everybody, 'I-23', { organisation: 'ehm-fyn' })).toEqual([0, 0, null]);
  });

  it('counts in the period and until the moment of counting, in the segment that the answer says', () => {
    const answers = [answer(one.caseId, { on: '2026-11-10', recommend: 9, segment: 'growth' })];
    const of = (question: Partial<FigureQuestion>) => found(counted([one], answers, question), 'I-24');
    expect(of({ period: { from: '2026-11-10', to: '2026-11-10' } })).toEqual([1, 1, 1]);
    expect(of({ period: { from: '2026-11-11', to: '2026-12-31' } })).toEqual([0, 0, null]);
    expect(of({ asOf: '2026-11-09T22:59:00Z' })).toEqual([0, 0, null]);
    expect(of({ asOf: '2026-11-09T23:00:00Z' })).toEqual([1, 1, 1]);
    expect(found(counted([one], answers), 'I-24', { segment: 'growth' })).toEqual([1, 1, 1]);
    expect(found(counted([one], answers), 'I-24', { segment: 'operations' })).toBeUndefined();
    expect(found(counted([one], answers, { by: ['segment'] }), 'I-24', { segment: 'growth' })).toEqual([
      1, 1, 1,
    ]);
    expect(found(counted([one], answers, { by: ['month'] }), 'I-24', { month: '2026-11' })).toEqual([
      1, 1, 1,
    ]);
  });

  it('is in no figure where its case was entered in error or is not there', () => {
    const error = record({ status: 'entered-in-error' });
    const answers = [answer(error.caseId, { recommend: 9 }), answer('GONE', { recommend: 9 })];
    expect(found(counted([error], answers), 'I-24')).toEqual([0, 0, null]);
  });
});

describe('the other figures', () => {
  it('are what they were, and those from answers are left out where there is no store', () => {
    const { records, answers } = ten((number) => ({ recommend: number }));
    for (const by of [[], ['month', 'organisation'], ['segment']] as const) {
      const question = { ...year2026, by };
      const without = figures(records, question);
      expect(without.some(({ code }) => CODES.some((one) => one === code))).toBe(false);
      const segments = answers.map((one) => ({ ...one, segment: 'not-assessed' as const, on: '2026-05-05' }));
      const all = figures(records, question, FIGURES, [], segments);
      expect(all.filter(({ code }) => !CODES.some((one) => one === code))).toEqual(without);
    }
  });

  it('say that nothing was answered by a denominator of 0, never by a share', () => {
    for (const { id, numerator, denominator, value } of counted([record()], []))
      expect([id, numerator, denominator, value]).toEqual([id, 0, 0, null]);
    expect(counted([record()], [])).toHaveLength(CODES.length);
  });
});

/** One figure of one group, as its definition reads. It shares no counting with the product. */
function slow(
  records: readonly CaseRecord[],
  answers: readonly SurveyAnswer[],
  { period, asOf, organisation }: FigureQuestion,
  id: string,
  split: Split | null,
): readonly [number, number] {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' }).format(new Date(asOf));
  const x = split?.organisation ?? organisation;
  const ofGroup = answers.flatMap((one) => {
    const about = records.find(
      ({ caseId, status, createdAt }) =>
        caseId === one.caseId && status !== 'entered-in-error' && Date.parse(createdAt) <= Date.parse(asOf),
    );
    if (!about) return [];
    const areas = about.needs.map(({ area }) => area as string);
    const segment = one.segment ?? about.company.segment ?? 'unknown';
    const fits =
      one.on >= period.from &&
      one.on <= period.to &&
      one.on <= today &&
      (x === null || one.organisation === x) &&
      (split?.municipality === undefined || about.company.municipality === split.municipality) &&
      (split?.stage === undefined || about.company.stage === split.stage) &&
      (split?.segment === undefined || segment === split.segment) &&
      (split?.month === undefined || one.on.startsWith(split.month));
    const company = about.company.key || about.company.cvr || about.caseId;
    return fits ? [{ ...one, areas, company }] : [];
  });
  const question = {
    'I-08': ({ satisfaction }: SurveyAnswer) => satisfaction,
    'I-23': ({ satisfaction }: SurveyAnswer) => satisfaction,
    'I-24': ({ recommend }: SurveyAnswer) => recommend,
    'I-25': ({ referralUse }: SurveyAnswer) => (referralUse === 'dont-know' ? null : referralUse),
    'I-30': (one: (typeof ofGroup)[number]) =>
      (one.green ?? one.areas.includes('green-transition')) ? one.effect : null,
    'I-31': ({ effect }: SurveyAnswer) => effect,
    'I-34': (one: (typeof ofGroup)[number]) =>
      (one.digital ?? (one.areas.includes('digitalisation') || one.areas.includes('automation')))
        ? one.effect
        : null,
  }[id];
  if (!question) throw new Error(id);
  const companies = [...new Set(ofGroup.map(({ company }) => company))];
  const said = companies.flatMap((company) => {
    const own = ofGroup
      .filter((one) => one.company === company && question(one) !== null)
      .toSorted((a, b) => (a.on + a.organisation + a.caseId < b.on + b.organisation + b.caseId ? 1 : -1));
    return own[0] ? [question(own[0])] : [];
  });
  const those = (...values: readonly unknown[]) => said.filter((one) => values.includes(one)).length;
  const numerator = {
    'I-08': () => those('very-satisfied', 'satisfied'),
    'I-23': () => those('very-satisfied'),
    'I-24': () => those(9, 10) - those(0, 1, 2, 3, 4, 5, 6),
    'I-25': () => those('used', 'expects'),
    'I-30': () => those('high'),
    'I-31': () => those('high'),
    'I-34': () => those('high'),
  }[id];
  return [numerator?.() ?? 0, said.length];
}

describe('200 random sets of answers', () => {
  const day = fc.constantFrom('2025-12-31', '2026-01-01', '2026-03-31', '2026-06-15', '2026-12-31');
  const maybe = <Value>(values: readonly Value[]) => fc.option(fc.constantFrom(...values), { freq: 3 });
  const sets = fc.array(
    fc.record({
      company: fc.record({
        cvr: fc.constantFrom('10000001', '10000002', null),
        key: fc.constantFrom('c_1', null),
        municipality: fc.constantFrom('791', '751'),
        stage: fc.constantFrom('entrepreneur', 'established'),
        segment: fc.constantFrom('operations', 'growth', null),
      }),
      status: fc.constantFrom('closed', 'closed', 'entered-in-error'),
      need: fc.constantFrom('green-transition', 'automation', 'digitalisation', 'financing'),
      answers: fc.uniqueArray(
        fc.record({
          organisation: fc.constantFrom(HOUSE, OFFICE, 'ehm-fyn' as const),
          on: day,
          segment: maybe(['growth', 'operations', 'early-warning'] as const),
          satisfaction: maybe(SATISFACTIONS),
          recommend: fc.option(fc.integer({ min: 0, max: 10 }), { freq: 3 }),
          referralUse: maybe(REFERRAL_USES),
          effect: maybe(EFFECTS),
          green: maybe([true, false]),
          digital: maybe([true, false]),
        }),
        { maxLength: 4, selector: ({ organisation, on }) => `${organisation} ${on}` },
      ),
    }),
    { minLength: 1, maxLength: 6 },
  );
  const question = fc.record({
    period: fc.constantFrom(
      { from: '2026-01-01', to: '2026-12-31' },
      { from: '2026-03-31', to: '2026-06-15' },
    ),
    asOf: fc.constantFrom('2027-01-15T12:00:00Z', '2026-06-14T22:30:00Z', '2026-06-14T21:30:00Z'),
    organisation: fc.constantFrom(HOUSE, OFFICE, null),
    by: fc.subarray(['municipality', 'stage', 'segment', 'organisation', 'month'] as const, { maxLength: 2 }),
    municipalities: fc.constant(new Map()),
  });

  it('are counted as the plain second count does, in every group', () => {
    fc.assert(
      fc.property(sets, question, (some, asked) => {
        const pairs = some.map(({ answers, need, ...rest }) => ({
          kase: record({ ...rest, needs: [{ area: need }], createdAt: '2025-06-01T08:00:00Z' }),
          answers,
        }));
        const records = pairs.map(({ kase }) => kase);
        const answers = pairs.flatMap(({ kase: { caseId }, answers: own }) =>
          own.map((one): SurveyAnswer => ({ ...one, caseId, company: null })),
        );
        const given = counted(records, answers, asked);
        expect(
          given.map(({ id, split, numerator, denominator }) => [id, split, numerator, denominator]),
        ).toEqual(given.map(({ id, split }) => [id, split, ...slow(records, answers, asked, id, split)]));
        // No group is left out in which somebody answered.
        if (asked.by.length === 1 && asked.by[0] === 'month')
          for (const month of ['2026-01', '2026-03', '2026-06', '2026-12'])
            if (slow(records, answers, asked, 'I-08', { month })[1] > 0)
              expect(found(given, 'I-08', { month })).toBeDefined();
      }),
      { numRuns: 200, seed: 20_262 },
    );
  });
});
