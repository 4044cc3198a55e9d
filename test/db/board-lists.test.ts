import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { UnitOfWork } from '../../src/app/ports/unit-of-work.ts';
import type { BoardFilter } from '../../src/core/board.ts';
import type { Case } from '../../src/core/case/case.ts';
import type { OrganisationId } from '../../src/core/organisation.ts';
import { createUnitOfWork } from '../../src/db/unit-of-work.ts';
import { DATABASES, type TestDatabase } from './databases.ts';
import { at, caseOf, offeredCase } from './sample-rows.ts';

/** The lists of a board in each database: each running case on one of them, by whom it waits for. */

const NOW = at(0);
const anna = { person: 'anna', name: 'Anna', organisation: 'les-791' } as const;

function due(kase: Case, hours: number): Case {
  return {
    ...kase,
    assignee: kase.id === 'mine' ? anna : null,
    promise: { ...kase.promise, dueAt: at(hours * 3_600), answeredAt: null },
  };
}
function asked(kase: Case): Case {
  const question = {
    id: 1,
    text: 'Hvad?',
    askedAt: NOW,
    askedBy: anna,
    answer: null,
    answeredAt: null,
    answeredBy: null,
  };
  return { ...kase, handovers: kase.handovers.map((one) => ({ ...one, questions: [question] })) };
}

const CASES: readonly Case[] = [
  due(caseOf('open', { values: { municipality: '791', areas: ['financing', 'automation'] } }), 9),
  due(caseOf('mine', { values: { municipality: '751', areas: ['financing'] } }), 8),
  due(caseOf('late', { values: {} }), -1),
  due(offeredCase('sent', 'ehm-fyn'), 7),
  due(asked(offeredCase('asked', 'ehm-fyn')), 6),
  due(caseOf('waiting', { status: 'waiting-company' }), 5),
  due(caseOf('closed', { status: 'closed', closedAt: NOW }), 4),
];

describe.each(DATABASES)('the board in $name', ({ open }) => {
  let database: TestDatabase;
  let unitOfWork: UnitOfWork;
  beforeEach(async () => {
    database = await open();
    unitOfWork = createUnitOfWork(database.database, () => 'id');
    await unitOfWork.run(async (stores) => {
      for (const kase of CASES) await stores.cases.insert(kase, null);
    });
  });
  afterEach(() => database.close());

  async function board(organisation: OrganisationId, filter: BoardFilter = {}) {
    return unitOfWork.read(async (stores) => {
      const query = { ...filter, organisation, person: 'anna', now: NOW };
      const found = await stores.cases.board({ ...query, limit: 9, offset: 0 });
      for (const { total, cases } of found.values()) expect(cases.length).toBe(total);
      return Object.fromEntries([...found].map(([list, { cases }]) => [list, cases.map(({ id }) => id)]));
    });
  }

  it('lists each running case once, by due time, on both sides of an offer', async () => {
    expect(await board('les-791')).toEqual({
      broken: ['late'],
      'with-us': ['asked', 'mine', 'open'],
      'with-other': ['sent'],
      'with-company': ['waiting'],
    });
    expect(await board('ehm-fyn')).toEqual({ 'with-us': ['sent'], 'with-other': ['asked'] });
    expect(await board('les-751')).toEqual({});
  });

  it('is filtered by person, need and municipality, also together', async () => {
    expect(await board('les-791', { mine: true })).toEqual({ 'with-us': ['mine'] });
    expect(await board('les-791', { area: 'financing' })).toEqual({ 'with-us': ['mine', 'open'] });
    expect(await board('les-791', { area: 'automation' })).toEqual({ 'with-us': ['open'] });
    expect(await board('les-791', { municipality: '751' })).toEqual({ 'with-us': ['mine'] });
    expect(await board('les-791', { area: 'automation', municipality: '751' })).toEqual({});
  });

  it('gives a page of a list', async () => {
    const page = await unitOfWork.read((stores) =>
      stores.cases.board({
        list: 'with-us',
        organisation: 'les-791',
        person: 'anna',
        now: NOW,
        limit: 1,
        offset: 1,
      }),
    );
    expect([...page]).toMatchObject([['with-us', { total: 3, cases: [{ id: 'mine' }] }]]);
  });
});
