import { describe, expect, it } from 'vitest';
import {
  type Adviser,
  actorOfAdviser,
  adviserSchema,
  advisesOn,
  servesAny,
} from '../../../src/core/advisers/adviser.ts';
import { adviserClashes } from '../../../src/core/advisers/import-advisers.ts';

/** What an adviser is, whom they help, and what keeps a file of them from being imported. */

const WHOLE = {
  id: 'revisor-bo',
  kind: 'private',
  name: 'Revisor Bo',
  areas: ['financing'],
  languages: ['da'],
  source: 'Branchen',
};
const adviserOf = (more: object = {}): Adviser => adviserSchema.parse({ ...WHOLE, ...more });

describe('an adviser', () => {
  it('says nothing of what nobody filled in', () => {
    expect(adviserOf()).toEqual({
      ...WHOLE,
      cvr: null,
      places: [],
      phone: null,
      email: null,
      link: null,
      validFrom: null,
      validTo: null,
    });
  });

  it.each<[object, boolean]>([
    [{ id: 'b2' }, true],
    [{ id: `b${'o'.repeat(59)}` }, true],
    [{ id: `b${'o'.repeat(60)}` }, false],
    [{ id: 'b' }, false],
    [{ id: '-bo' }, false],
    [{ id: 'Bo' }, false],
    [{ id: 'bo!' }, false],
    [{ id: '!bo' }, false],
    [{ name: '' }, false],
    [{ name: '  ' }, false],
    [{ name: 'x'.repeat(120) }, true],
    [{ name: 'x'.repeat(121) }, false],
    [{ areas: [] }, false],
    [{ languages: [] }, false],
    [{ languages: ['da', 'xx'] }, false],
    [{ kind: 'friend' }, false],
    [{ places: ['791', 'ehm-fyn'] }, true],
    [{ places: ['les-791'] }, false],
    [{ phone: '4'.repeat(20) }, true],
    [{ phone: '4'.repeat(21) }, false],
    [{ email: 'x'.repeat(200) }, true],
    [{ email: 'x'.repeat(201) }, false],
    [{ link: 'x'.repeat(300) }, true],
    [{ link: 'x'.repeat(301) }, false],
    [{ source: ' ' }, false],
    [{ source: 'x'.repeat(120) }, true],
    [{ source: 'x'.repeat(121) }, false],
    [{ validTo: '2026-02-30' }, false],
    [{ fee: 100 }, false],
  ])('%j can be one: %s', (more, can) => {
    expect(adviserSchema.safeParse({ ...WHOLE, ...more }).success).toBe(can);
  });

  it('has its name and source without the space around them', () => {
    expect(adviserOf({ name: ' Bo ', source: ' Branchen ' })).toMatchObject({
      name: 'Bo',
      source: 'Branchen',
    });
  });

  it.each([
    ['private', 'private-adviser'],
    ['knowledge-institution', 'knowledge-institution'],
    ['cluster', 'cluster'],
    ['national', null],
  ] as const)('that is %s counts under %s', (kind, actor) => expect(actorOfAdviser(kind)).toBe(actor));

  it.each<[object, boolean]>([
    [{}, true],
    [{ areas: ['csr', 'financing'] }, true],
    [{ areas: ['csr'] }, false],
    [{ validFrom: '2026-01-14' }, false],
    [{ validTo: '2026-01-12' }, false],
    [{ validFrom: '2026-01-13', validTo: '2026-01-13' }, true],
  ])('%j helps with financing on the day: %s', (more, helps) => {
    expect(advisesOn(adviserOf(more), 'financing', '2026-01-13')).toBe(helps);
  });

  it.each<[readonly string[], boolean]>([
    [[], true],
    [['791'], true],
    [['751'], true],
    [['101', '751'], true],
    [['ehm-midtjylland'], true],
    [['101'], false],
  ])('in %j serves Viborg or Aarhus: %s', (places, serves) => {
    expect(servesAny(adviserOf({ places }), ['791', '751'])).toBe(serves);
    expect(servesAny(adviserOf({ places }), [])).toBe(false);
  });
});

describe('a file of advisers', () => {
  const rows = (...some: readonly (readonly [id: string, name: string])[]) =>
    some.map(([id, name], at) => ({ line: at + 2, adviser: adviserOf({ id, name }) }));
  const stored = [adviserOf({ id: 'old', name: 'Revisor Ib' })];

  it.each<[string, ReturnType<typeof rows>, readonly object[]]>([
    ['new ones', rows(['aa', 'A'], ['bb', 'B']), []],
    ['one anew', rows(['old', 'Revisor Ib']), []],
    ['one by another name, whose name is free then', rows(['old', 'Ib'], ['aa', 'Revisor Ib']), []],
    [
      'an id twice and thrice',
      rows(['aa', 'A'], ['bb', 'B'], ['aa', 'C'], ['aa', 'D']),
      [
        { line: 4, column: 'id', code: 'id-twice', about: 'aa', other: '2' },
        { line: 5, column: 'id', code: 'id-twice', about: 'aa', other: '2' },
      ],
    ],
    ['an id twice with its name', rows(['aa', 'A'], ['aa', 'A']), [{ code: 'id-twice' }]],
    [
      'a name twice',
      rows(['aa', 'Revisor Bo'], ['bb', 'revisor  BO!']),
      [{ line: 3, column: 'name', code: 'name-twice', about: 'revisor  BO!', other: 'aa' }],
    ],
    [
      'the name of a stored one',
      rows(['aa', 'revisor ib']),
      [{ line: 2, column: 'name', code: 'name-twice', about: 'revisor ib', other: 'old' }],
    ],
  ])('with %s', (_, read, problems) => {
    const found = adviserClashes(read, stored);
    expect(found).toHaveLength(problems.length);
    expect(found).toMatchObject(problems);
  });
});
