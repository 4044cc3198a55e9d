import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseRecord } from '../../../src/core/indicators/case-record.ts';
import { FIGURES } from '../../../src/core/indicators/figure-table.ts';
import { figures } from '../../../src/core/indicators/figures.ts';
import type { FigureQuestion, Split } from '../../../src/core/indicators/question.ts';
import { type Advice, adviceOf, advisersOf } from '../../../src/core/indicators/trained-figures.ts';
import type { OrganisationId } from '../../../src/core/organisation.ts';
import { type Person, TRAININGS, type Training } from '../../../src/core/person.ts';
import { opened } from '../case/case-world.ts';
import { record, splitKey, year2026 } from './records.ts';

/** I-14, from who gave what and the directory: by hand, and against a second, slow and plain count. */

const HOUSE = 'ehm-midtjylland';
const OFFICE = 'les-791';

const person = (id: string, training?: readonly Training[]): Person => ({
  id,
  name: id,
  identities: [],
  memberships: [{ organisation: OFFICE, roles: ['consultant'] }],
  ...(training && { training }),
});
const advice = ({ caseId }: CaseRecord, whose: string, more: Partial<Advice> = {}): Advice => ({
  caseId,
  person: whose,
  by: OFFICE,
  on: '2026-11-12',
  ...more,
});

function counted(
  records: readonly CaseRecord[],
  given: readonly Advice[],
  people: readonly Person[],
  question: Partial<FigureQuestion> = {},
) {
  return figures(records, { ...year2026, ...question }, FIGURES, [], null, advisersOf(given, people)).filter(
    ({ id }) => id === 'I-14',
  );
}
const only = (...given: Parameters<typeof counted>) => {
  const [first, ...more] = counted(...given);
  if (!first || more.length > 0) throw new Error(`there are ${counted(...given).length}`);
  return [first.numerator, first.denominator, first.value];
};

const entrepreneur = record({ company: { stage: 'entrepreneur' } });
const preStarter = record({ company: { stage: 'pre-starter', cvr: null } });
const established = record({ company: { stage: 'established' } });
const PEOPLE = [
  person('anna', ['bmc', 'lean-startup']),
  person('bo', ['bmc']),
  person('carla', []),
  person('dan'),
];

describe('I-14 by hand', () => {
  it('is the consultants with both trainings, of those who gave entrepreneurs and pre-starters an individual service', () => {
    const given = [
      advice(entrepreneur, 'anna'),
      advice(preStarter, 'anna'),
      advice(preStarter, 'bo'),
      advice(entrepreneur, 'dan'),
      advice(established, 'carla'),
    ];
    expect(only([entrepreneur, preStarter, established], given, PEOPLE)).toEqual([1, 3, 0.3333]);
    expect(counted([entrepreneur], given, PEOPLE)[0]?.target).toEqual({ kind: 'at-least', value: 1 });
  });

  it('counts no day outside the period, none after the count, no case entered in error and no other organisation', () => {
    const wrong = record({ status: 'entered-in-error', company: { stage: 'entrepreneur' } });
    const given = [
      advice(entrepreneur, 'anna', { on: '2025-12-31' }),
      advice(entrepreneur, 'bo', { on: '2026-12-31', by: HOUSE }),
      advice(wrong, 'carla'),
    ];
    const all = [entrepreneur, wrong];
    expect(only(all, given, PEOPLE)).toEqual([0, 1, 0]);
    expect(only(all, given, PEOPLE, { organisation: OFFICE })).toEqual([0, 0, null]);
    expect(only(all, given, PEOPLE, { organisation: HOUSE })).toEqual([0, 1, 0]);
    expect(only(all, given, PEOPLE, { asOf: '2026-12-30T12:00:00Z' })).toEqual([0, 0, null]);
  });

  it('has no value that says 0 % where the directory knows of nobody’s training', () => {
    expect(counted([entrepreneur], [advice(entrepreneur, 'dan')], [person('dan')])).toEqual([]);
  });

  it('is split by stage and organisation, a consultant of two groups once in each', () => {
    const given = [
      advice(entrepreneur, 'anna'),
      advice(preStarter, 'anna'),
      advice(entrepreneur, 'bo', { by: HOUSE }),
    ];
    const rows = counted([entrepreneur, preStarter], given, PEOPLE, { by: ['stage'] });
    expect(rows.map(({ split, numerator, denominator }) => [split?.stage, numerator, denominator])).toEqual([
      ['entrepreneur', 1, 2],
      ['pre-starter', 1, 1],
    ]);
    const offices = counted([entrepreneur, preStarter], given, PEOPLE, { by: ['organisation'] });
    expect(
      offices.flatMap(({ split, denominator }) => (denominator ? [split?.organisation] : [])).sort(),
    ).toEqual([HOUSE, OFFICE]);
  });

  it('is read from individual services of a case; what a house gives in an office’s place is that office’s', () => {
    const { case: kase } = opened();
    const by = { person: 'dan', name: 'Dan', organisation: HOUSE } as const;
    const service = {
      service: '1:1 vejledning',
      by,
      on: '2026-11-12',
      meeting: null,
      hours: 1,
      tools: [],
      programme: null,
      applicationHelp: null,
    };
    const services = [
      { ...service, form: 'individual' as const, asLes: 'les-791' as const },
      { ...service, form: 'collective' as const },
    ];
    expect(adviceOf({ ...kase, services })).toEqual([
      { caseId: kase.id, person: 'dan', by: 'les-791', on: '2026-11-12' },
    ]);
    expect(adviceOf(kase)).toEqual([]);
  });
});

/** The figure a second time, as registration.md words it. */
function slow(
  records: readonly CaseRecord[],
  given: readonly Advice[],
  people: readonly Person[],
  { period, asOf, organisation }: FigureQuestion,
  split: Split,
) {
  const consultants = people.map(({ id }) => id).concat('gone');
  const x = split.organisation ?? organisation;
  const gave = consultants.filter((id) =>
    given.some(({ caseId, person: who, by, on }) => {
      const kase = records.find((one) => one.caseId === caseId);
      return (
        who === id &&
        kase !== undefined &&
        kase.status !== 'entered-in-error' &&
        kase.createdAt <= asOf &&
        (kase.company.stage === 'pre-starter' || kase.company.stage === 'entrepreneur') &&
        (split.stage ?? kase.company.stage) === kase.company.stage &&
        (split.municipality ?? kase.company.municipality) === kase.company.municipality &&
        (x === null || by === x) &&
        on >= period.from &&
        on <= period.to &&
        on <= asOf.slice(0, 10) &&
        (split.month === undefined || on.startsWith(split.month))
      );
    }),
  );
  const isTrained = (id: string) =>
    TRAININGS.every((one) => people.find((who) => who.id === id)?.training?.includes(one) ?? false);
  return [gave.filter(isTrained).length, gave.length];
}

it('I-14 of 300 random sets of cases is that of the plain second count, in every group, and no group is left out', () => {
  const drawn = fc.record({
    stage: fc.constantFrom('pre-starter', 'entrepreneur', 'established', 'unknown'),
    municipality: fc.constantFrom('791', '751'),
    status: fc.constantFrom('open', 'closed', 'withdrawn', 'entered-in-error'),
    createdAt: fc.constantFrom('2026-03-01T10:00:00Z', '2026-11-15T10:00:00Z'),
    given: fc.array(
      fc.record({
        person: fc.constantFrom('anna', 'bo', 'carla', 'dan', 'gone'),
        by: fc.constantFrom<OrganisationId>(OFFICE, 'les-751', HOUSE, 'ehm-fyn'),
        on: fc.constantFrom('2025-12-31', '2026-01-01', '2026-10-31', '2026-11-12', '2026-12-31'),
      }),
      { maxLength: 4 },
    ),
  });
  const asked = fc.record({
    asOf: fc.constantFrom('2026-11-12T12:00:00Z', '2027-02-01T12:00:00Z'),
    organisation: fc.constantFrom<OrganisationId | null>(null, null, OFFICE, HOUSE),
    by: fc.subarray(['municipality', 'stage', 'organisation', 'month'] as const, { maxLength: 2 }),
  });
  fc.assert(
    fc.property(fc.array(drawn, { maxLength: 6 }), asked, (all, question) => {
      const records = all.map(({ stage, municipality, status, createdAt }) =>
        record({ status, createdAt, company: { stage, municipality } }),
      );
      const given = all.flatMap((one, place) =>
        one.given.map((each): Advice => ({ ...each, caseId: records[place]?.caseId ?? '' })),
      );
      const whole = { ...year2026, ...question };
      const rows = counted(records, given, PEOPLE, question);
      for (const { split, numerator, denominator } of rows)
        expect([split, numerator, denominator]).toEqual([
          split,
          ...slow(records, given, PEOPLE, whole, split ?? {}),
        ]);
      const there = new Set(rows.map(({ split }) => splitKey(split)));
      if (question.by.length === 1 && question.by[0] === 'stage')
        for (const stage of ['pre-starter', 'entrepreneur'])
          if ((slow(records, given, PEOPLE, whole, { stage })[1] ?? 0) > 0)
            expect(there).toContain(splitKey({ stage }));
    }),
    { numRuns: 300, seed: 14 },
  );
});
