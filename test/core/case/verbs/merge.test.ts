import { describe, expect, it } from 'vitest';
import type { Case } from '../../../../src/core/case/case.ts';
import type { Task } from '../../../../src/core/case/task.ts';
import { anna, attempt, bo, caseAfter, change, contextAt, NOW, opened } from '../case-world.ts';

/** Which two cases can be merged, and what becomes of each. */

const older = opened({ override: { organisation: 'les-791', reason: 'x' } }).case;
const younger: Case = { ...older, id: 'TWIN', createdAt: '2026-01-13T10:00:00.000Z' };
const tried = (
  kase: Case,
  other: Case | undefined,
  input = { other: other?.id ?? 'GONE', confirm: 'true' },
) => attempt(kase, 'case.merge', anna, input, { ...contextAt(NOW), other });
const withBasis = (kase: Case, change: Partial<NonNullable<Case['basis']>> | null): Case => ({
  ...kase,
  basis: change && kase.basis && { ...kase.basis, ...change },
});
const offered = caseAfter({ ...younger, owner: 'les-791' }, [
  'handover.offer',
  anna,
  { organisation: 'les-751', reason: 'x' },
]);
const valued = (kase: Case, values: Partial<Case['values']>): Case => ({
  ...kase,
  values: { ...kase.values, ...values },
});

describe('merging', () => {
  it.each<[string, Case, Case | undefined, object]>([
    ['a case with itself', older, older, { code: 'merge-itself', params: { field: 'other' } }],
    ['with no case', older, undefined, { code: 'unknown-case', params: { caseId: 'GONE', field: 'other' } }],
    [
      'with another organisation’s',
      older,
      { ...younger, owner: 'les-751' },
      { code: 'merge-not-yours', params: { owner: 'les-751', field: 'other' } },
    ],
    [
      'with a closed one',
      older,
      { ...younger, status: 'closed' },
      { code: 'merge-not-now', params: { caseId: 'TWIN', status: 'closed' } },
    ],
    [
      'with an offered one',
      older,
      offered,
      { code: 'merge-not-now', params: { caseId: 'TWIN', status: 'offered' } },
    ],
    [
      'an offered one',
      offered,
      older,
      { code: 'merge-not-now', params: { caseId: 'TWIN', status: 'offered' } },
    ],
    [
      'with one that was merged into it',
      { ...older, mergedFrom: ['X', 'TWIN'] },
      younger,
      { code: 'merge-not-now', params: { caseId: 'TWIN', status: 'open' } },
    ],
    [
      'two companies',
      older,
      valued(younger, { cvr: '10150817' }),
      { code: 'merge-other-company', params: { caseId: 'TWIN', field: 'other' } },
    ],
    [
      'one that the company did not let be shared',
      older,
      withBasis(younger, { kind: 'declined' }),
      { code: 'merge-basis', params: { caseId: 'TWIN' } },
    ],
    [
      'one whose sharing was stopped',
      older,
      withBasis(younger, { withdrawnAt: NOW }),
      { code: 'merge-basis', params: { caseId: 'TWIN' } },
    ],
    [
      'one that may be shared into one that may not',
      withBasis(older, { kind: 'declined' }),
      younger,
      { code: 'merge-basis', params: { caseId: 'TWIN' } },
    ],
    [
      'one of which nobody asked about sharing',
      older,
      withBasis(younger, null),
      { code: 'merge-basis', params: { caseId: 'TWIN' } },
    ],
    [
      'one that may be shared into one of which nobody asked',
      withBasis(older, null),
      younger,
      { code: 'merge-basis', params: { caseId: 'TWIN' } },
    ],
  ])('%s is refused', (_, kase, other, refusal) => {
    expect(tried(kase, other)).toMatchObject({ ok: false, refusal });
  });

  it('is refused where the caller found another case than was typed', () => {
    expect(tried(older, younger, { other: 'GONE', confirm: 'true' })).toMatchObject({
      refusal: { code: 'unknown-case', params: { caseId: 'GONE', field: 'other' } },
    });
  });

  it('is confirmed first, with the older named as the one that lives on, whichever it was given on', () => {
    for (const [kase, other] of [
      [older, younger],
      [younger, older],
    ] as const)
      expect(tried(kase, other, { other: other.id, confirm: 'false' })).toMatchObject({
        refusal: { code: 'merge-confirm', params: { caseId: older.id, other: 'TWIN' } },
      });
  });

  it.each<[string, Case, Case]>([
    ['without a number', older, valued(younger, { cvr: undefined })],
    ['with the only number', valued(older, { cvr: undefined }), younger],
    [
      'neither of which may be shared',
      withBasis(older, { kind: 'declined' }),
      withBasis(younger, { withdrawnAt: NOW }),
    ],
    ['of which nobody asked about sharing', withBasis(older, null), withBasis(younger, null)],
    [
      'that may not be shared, with one not asked about',
      withBasis(older, null),
      withBasis(younger, { kind: 'declined' }),
    ],
    ['after another was', { ...older, mergedFrom: ['X'] }, younger],
  ])('goes through for one %s', (_, kase, other) => {
    expect(tried(kase, other)).toMatchObject({ ok: true, change: { case: { id: older.id } } });
    expect(tried(other, kase)).toMatchObject({ ok: true, change: { case: { mergedInto: older.id } } });
  });

  it('is for those who serve companies at the owner', () => {
    const context = { ...contextAt(NOW), other: younger };
    const input = { other: 'TWIN', confirm: 'true' };
    for (const by of [bo, { ...anna, roles: ['phone' as const] }])
      expect(attempt(older, 'case.merge', by, input, context)).toMatchObject({
        refusal: { code: 'not-yours' },
      });
  });
});

describe('the two cases', () => {
  const assignee = (person: string) => ({ person, name: person, organisation: 'les-791' as const });
  const merged = (kase: Case, other: Case) =>
    change(kase, 'case.merge', anna, { other: other.id, confirm: 'true' }, { ...contextAt(NOW), other });

  it('say what happened to them, and only the one that ends points away', () => {
    const lives = merged(older, younger);
    expect(lives.history[0]).toMatchObject({ event: 'merged', details: { from: 'TWIN' } });
    expect(lives.case).toMatchObject({ status: 'open', mergedFrom: ['TWIN'] });
    expect(lives.case.mergedInto).toBeUndefined();
    const ends = merged(younger, older);
    expect(ends.history[0]).toMatchObject({ event: 'merged-into', details: { into: older.id } });
    expect(ends.case).toMatchObject({
      status: 'entered-in-error',
      mergedInto: older.id,
      closedAt: ends.history[0].at,
    });
    expect(ends.effects).toEqual([{ kind: 'crm.save' }, { kind: 'card.refresh' }]);
  });

  describe('tell the offices that have something to do', () => {
    const task = (organisation: Task['organisation'], state: Task['state'] = 'open'): Task => ({
      organisation,
      when: 'after-clarification',
      areas: ['financing'],
      dueAt: NOW,
      state,
    });
    const cardsOf = (one: Partial<Case>, other: Partial<Case>) =>
      merged({ ...older, ...one }, { ...younger, ...other }).effects.flatMap((effect) =>
        effect.kind === 'card.post' ? [[effect.organisation, effect.card]] : [],
      );

    it.each<[string, readonly Task[], readonly Task[], readonly string[]]>([
      ['of the younger case', [], [task('ehm-midtjylland')], ['ehm-midtjylland']],
      ['whose task is under way', [], [task('ehm-midtjylland', 'started')], ['ehm-midtjylland']],
      ['but not where it has the card', [task('ehm-midtjylland')], [task('ehm-midtjylland')], []],
      ['nor where nothing is to do', [], [task('ehm-midtjylland', 'not-relevant')], []],
      [
        'also where it had nothing to do on the older',
        [task('ehm-midtjylland', 'not-relevant')],
        [task('ehm-midtjylland')],
        ['ehm-midtjylland'],
      ],
      ['but not the owner', [], [task('les-791')], []],
    ])('%s', (_, tasks, others, told) => {
      expect(cardsOf({ tasks }, { tasks: others })).toEqual(told.map((office) => [office, 'task']));
    });

    it('but not without a basis', () => {
      const basis = older.basis && { ...older.basis, withdrawnAt: NOW };
      expect(cardsOf({ basis }, { basis, tasks: [task('ehm-midtjylland')] })).toEqual([]);
    });
  });

  it.each<[string | null, string | null, readonly string[]]>([
    ['anna', 'anna', []],
    [null, null, []],
    ['bodil', null, ['bodil']],
    ['anna', 'bodil', ['bodil']],
    ['bodil', 'bodil', ['bodil']],
    ['bodil', 'dorte', ['bodil', 'dorte']],
  ])('of %s and %s: their colleagues %j read it once', (one, two, told) => {
    const { effects } = merged(
      { ...older, assignee: one === null ? null : assignee(one) },
      { ...younger, assignee: two === null ? null : assignee(two) },
    );
    expect(effects).toEqual([
      { kind: 'crm.save' },
      { kind: 'card.refresh' },
      ...told.map((person) => ({ kind: 'tell.person', person, notice: 'cases-merged' })),
    ]);
  });
});
