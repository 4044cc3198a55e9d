import { expect, it } from 'vitest';
import { caseRecords } from '../../src/app/case-records.ts';
import { eraseSubject } from '../../src/app/data-subject.ts';
import { keepRetention } from '../../src/app/erase-cases.ts';
import type { Case } from '../../src/core/case/case.ts';
import type { Change } from '../../src/core/case/case-change.ts';
import type { CaseVerb } from '../../src/core/case/verbs/index.ts';
import { parseCaseRecord } from '../../src/core/indicators/case-record.ts';
import { figures } from '../../src/core/indicators/figures.ts';
import type { FigureQuestion } from '../../src/core/indicators/question.ts';
import type { Actor } from '../../src/core/person.ts';
import type { RawInput } from '../../src/core/raw-input.ts';
import { createUnitOfWork } from '../../src/db/unit-of-work.ts';
import {
  anna,
  calendar,
  carla,
  change,
  contextAt,
  eva,
  type Opening,
  opened,
  outcome,
} from '../core/case/case-world.ts';
import { DATABASES } from './databases.ts';

/** The figures of the same cases, wherever they are and whatever was erased of them. */

type Move = readonly [at: string, verb: CaseVerb, by: Actor, input?: RawInput];
const day = (number: number) => `2026-01-${String(number).padStart(2, '0')}T10:00:00.000Z`;

/** A case's changes, from the first contact on. */
function life(id: string, opening: Opening, ...moves: readonly Move[]): readonly Change[] {
  const first = opened(opening);
  const changes: Change[] = [
    {
      ...first,
      case: {
        ...first.case,
        id,
        draftId: id,
        companyKey: first.case.values.cvr === '25313763' ? 'hansen' : id,
      },
      history: [{ ...first.history[0], caseId: id }],
    },
  ];
  for (const [at, verb, by, input] of moves) {
    const last = changes.at(-1)?.case;
    if (last) changes.push(change(last, verb, by, input, contextAt(at)));
  }
  return changes;
}

const contact = { text: 'Ringede igen', areas: 'financing' };
const CASES = [
  life(
    'K1',
    { now: day(13) },
    [day(14), 'handover.accept', carla],
    [day(14), 'case.contacted', carla, { how: 'phone' }],
    [day(20), 'case.add-contact', eva, contact],
    [day(20), 'case.answered-here', eva, {}],
    [day(27), 'case.close', carla, { ...outcome, followUpOn: '' }],
  ),
  // The same company once more: its two cases are one company.
  life('K2', { now: day(28) }, [day(29), 'case.withdraw', anna, { reason: 'x' }]),
  // Tried in vain, corrected, served, closed and followed up by the office itself.
  life(
    'K4',
    {
      now: day(14),
      override: { organisation: 'les-791', reason: 'x' },
      values: { ...opened().case.values, cvr: '10150817' },
    },
    [day(14), 'case.attempt', anna, { note: 'Telefonsvarer' }],
    [day(15), 'case.contacted', anna, { how: 'phone' }],
    [day(16), 'case.correct', anna, { segment: 'growth', addNeeds: 'financing', contactName: 'Bo Berg' }],
    [day(19), 'case.service', anna, { services: 'sparring', hours: '2.5' }],
    [day(20), 'case.self-help', anna, { tools: 'vaeksthjulet', focus: 'salg' }],
    [day(26), 'case.close', anna, { ...outcome, followUpOn: '2026-01-29', followUpBy: 'les-791' }],
    [day(29), 'followup.done', anna, { result: 'no-need', note: 'Det går godt' }],
  ),
  life('K3', { now: day(28), values: { ...opened().case.values, cvr: undefined, stage: 'pre-starter' } }),
];
/** Two cases of one company, answered each, and merged on a day. */
function merged(at: string, older: readonly Change[], younger: readonly Change[]) {
  const [one, other] = [older.at(-1)?.case, younger.at(-1)?.case];
  if (!one || !other) throw new Error('nothing to merge');
  const half = (kase: Case, with_: Case) =>
    change(
      kase,
      'case.merge',
      anna,
      { other: with_.id, confirm: 'true' },
      { ...contextAt(at), other: with_ },
    );
  return [
    [...older, half(one, other)],
    [...younger, half(other, one)],
  ];
}

const OWN: Opening = {
  override: { organisation: 'les-791', reason: 'x' },
  values: { ...opened().case.values, cvr: '99100141', stage: 'entrepreneur' },
};
const MERGED = merged(
  day(21),
  life(
    'K5',
    { ...OWN, now: day(13) },
    [day(14), 'case.contacted', anna, { how: 'phone' }],
    [day(14), 'case.refer', anna, { to: 'private-adviser' }],
  ),
  life(
    'K6',
    { ...OWN, now: day(19) },
    [day(19), 'case.service', anna, { services: 'sparring', hours: '2.5' }],
    [day(20), 'case.contacted', anna, { how: 'meeting' }],
  ),
);

const QUESTIONS: readonly FigureQuestion[] = ['2026-01-21T12:00:00.000Z', '2026-02-20T12:00:00.000Z'].map(
  (asOf) => ({
    period: { from: '2026-01-01', to: '2026-12-31' },
    asOf,
    organisation: null,
    by: ['municipality', 'stage'],
    municipalities: new Map(),
  }),
);

it.each(DATABASES)(
  'are the same in $name, read from records, after an erasure and after retention',
  async ({ open }) => {
    const { database, close } = await open();
    let ids = 0;
    const unitOfWork = createUnitOfWork(database, () => `row ${++ids}`);
    await unitOfWork.run(async (stores) => {
      for (const changes of [...CASES, ...MERGED])
        for (const { case: kase, history } of changes) {
          if (kase.revision === 1) await stores.cases.insert(kase, null);
          else await stores.cases.update(kase, kase.revision - 1, null);
          await stores.history.append(history);
          // The CRM has them whatever happens.
          await stores.cases.saveCrmRevision(kase.id, 99, kase.id);
        }
    });
    const count = async () => {
      const records = await caseRecords(unitOfWork);
      const read = records.map((record) => parseCaseRecord(JSON.parse(JSON.stringify(record))));
      return QUESTIONS.map((question) => {
        const counted = figures(records, question);
        expect(
          figures(
            read.flatMap((one) => (one.ok ? [one.record] : [])),
            question,
          ),
        ).toEqual(counted);
        return counted;
      });
    };
    const before = await count();
    const [, late] = before;
    expect(
      late?.find(({ id, split }) => id === 'I-11-reported' && split?.stage === 'established'),
    ).toMatchObject({
      numerator: 3,
      denominator: 3,
    });
    expect(late?.find(({ id, split }) => id === 'I-10' && split?.stage === 'established')).toMatchObject({
      denominator: 2,
    });
    // Of two cases that are one, both promises count and the company counts once, with what was done on either.
    const ofMerged = (code: string) =>
      late?.find(({ id, split }) => id === code && split?.stage === 'entrepreneur') ?? null;
    expect(ofMerged('I-11-reported')).toMatchObject({ numerator: 2, denominator: 2 });
    expect(ofMerged('I-10')).toMatchObject({ numerator: 1, denominator: 1 });
    const crm = {
      save: () => Promise.reject(new Error('not asked')),
      findByCase: async () => null,
      findByCvr: async () => [],
      servedCases: async () => [],
      erase: async () => {},
    };
    const deps = { unitOfWork, crm, calendar };
    const company = { kind: 'company', cvr: '25313763' } as const;
    await eraseSubject(deps, company, '2026-03-01T10:00:00.000Z');
    expect(await count()).toEqual(before);
    const keys = (await caseRecords(unitOfWork)).map(({ company: { cvr, key } }) => [cvr, key]);
    expect(keys.slice(0, 2)).toEqual([
      [null, 'hansen'],
      [null, 'hansen'],
    ]);
    await keepRetention(deps, '2035-01-01T10:00:00.000Z');
    expect(await count()).toEqual(before);
    await close();
  },
);
