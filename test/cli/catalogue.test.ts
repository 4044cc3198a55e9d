import { describe, expect, it } from 'vitest';
import { OFFER_COLUMNS } from '../../src/cli/import/offer-rows.ts';
import { runWith } from './cli-world.ts';
import { anyDamage, type Damage, importWorld, joined, latin1, refusesDamage, utf8 } from './import-world.ts';

/** Imports of offers by command line: whole, or with every kind of damage, each told by line and column. */

const GOOD: Readonly<Record<string, string>> = {
  id: 'smv-groen',
  kind: 'program',
  name: 'SMV:Grøn',
  owner: 'Erhvervsstyrelsen',
  areas: 'grøn omstilling, eksport',
  stages: 'etableret',
  growth_only: 'nej',
  places: 'Viborg, Erhvervshus Fyn',
  for_whom_da: 'Små og mellemstore virksomheder',
  source: 'Erhvervsstyrelsen',
  valid_from: '1.1.2026',
  valid_to: '2026-12-31',
  link: 'https://erhvervsstyrelsen.dk',
  funds: 'åben',
};
const world = importWorld('catalogue', OFFER_COLUMNS, GOOD, (stores) => stores.offers.all());
const { head, row, file, run, other, stored, without } = world;

const utf16 = (text: string) =>
  joined(
    new Uint8Array([0xff, 0xfe]),
    new Uint8Array(new Uint16Array([...text].map((one) => one.charCodeAt(0))).buffer),
  );

describe('an import of offers', () => {
  it.each([
    ['UTF-8', file(row())],
    ['UTF-8 with a byte-order mark', `\ufeff${file(row())}`],
    ['Latin-1, as Excel writes it', latin1(file(row()))],
    ['UTF-16', utf16(file(row()))],
    ['Windows’ line ends', file(row()).replaceAll('\n', '\r\n')],
    ['a separator told to Excel', `sep=;\n${file(row())}`],
    ['commas', file(row()).replaceAll(', ', '|').replaceAll(';', ',')],
    ['tabs', file(row()).replaceAll(';', '\t')],
    ['empty lines and rows', file('', row(), ';'.repeat(OFFER_COLUMNS.length - 1))],
    ['quoted cells', file(row({ name: '"SMV:Grøn"' }))],
    [
      'without what may be left out',
      [head, row()]
        .map((one) => one.split(';'))
        .map((cells) => cells.filter((_, at) => !/_en|not_places/.test(OFFER_COLUMNS[at] ?? '')).join(';'))
        .join('\n'),
    ],
  ])('reads %s', async (_, content) => {
    expect(await run(content)).toMatchObject({
      status: 0,
      out: ['Importeret: 1 ny, 0 erstattet.'],
      errors: [],
    });
    expect(await stored()).toEqual([
      expect.objectContaining({
        id: 'smv-groen',
        kind: 'programme',
        name: 'SMV:Grøn',
        areas: ['green-transition', 'internationalisation'],
        stages: ['established'],
        places: ['791', 'ehm-fyn'],
        forWhom: { da: 'Små og mellemstore virksomheder', en: 'Små og mellemstore virksomheder' },
        validFrom: '2026-01-01',
        validTo: '2026-12-31',
        funds: 'open',
      }),
    ]);
  });

  it('replaces what has the id, a built-in offer too, and is read back from the list as it was', async () => {
    await run(file(row()));
    const again = await run(
      file(row({ funds: 'lukket' }), row({ id: 'vitus', name: 'Vitus', owner: 'X' })),
      '--json',
    );
    expect(again.out.map((line) => JSON.parse(line))).toEqual([{ added: 0, replaced: 2 }]);
    const before = await stored();
    expect(before.map(({ id, funds }) => [id, funds])).toEqual([
      ['smv-groen', 'closed'],
      ['vitus', 'open'],
    ]);
    const listed = await other('catalogue', 'list', '--format', 'csv');
    expect(await run(listed.out.join('\n'))).toMatchObject({ status: 0 });
    expect((await stored()).filter(({ id }) => before.some((one) => one.id === id))).toEqual(before);
  });

  it('prints its columns', async () => {
    const { status, out } = await runWith(['catalogue', 'import', '--template']);
    expect({ status, out }).toEqual({ status: 0, out: [OFFER_COLUMNS.join(',')] });
  });
});

/** What is wrong with a file of these rows. */
const DAMAGED: readonly Damage[] = [
  ...anyDamage(world),
  [
    'too many rows',
    file(...Array.from({ length: 5_001 }, (_, at) => row({ id: `x${at}` }))),
    'f.csv:5002: ',
    '5001 rækker',
    '5001 rows',
  ],
  [
    'two encodings',
    joined(utf8(file(row())), latin1('Grøn')),
    'f.csv:3: kolonne 3: ',
    'dels UTF-8, dels Latin-1',
    'partly UTF-8',
  ],
  ['a missing column', without('source'), 'f.csv:1: source: ', 'kolonnen mangler', 'column is missing'],
  ['a double column', file(row()).replace('name_en', 'name'), 'f.csv:1: name: ', 'to gange', 'twice'],
  [
    'an unknown column',
    file(row()).replace('name_en', 'navn'),
    'f.csv:1: navn: ',
    'findes ikke',
    'no such column',
  ],
  [
    'a column without a name',
    file(row()).replace('name_en', ''),
    'f.csv:1: kolonne 4: ',
    'intet navn',
    'no name',
  ],
  ['a short row', file('smv-groen;program'), 'f.csv:2: name: ', 'kun 2 felter', 'only 2 cells'],
  ['a long row', file(`${row()};;mere`), 'f.csv:2: kolonne 21: ', '21 felter', '21 cells'],
  [
    'an open quotation mark',
    file(row(), row({ id: 'b', name: '"SMV' })),
    'f.csv:3: kolonne 3: ',
    'slutter aldrig',
    'never closes',
  ],
  [
    'a quotation mark in a cell',
    file(row({ name: 'SMV "Grøn"' })),
    'f.csv:2: kolonne 3: ',
    'midt i et felt',
    'inside a cell',
  ],
  [
    'an id twice',
    file(row(), '', row({ name: 'B' })),
    'f.csv:4: id: ',
    'første gang i linje 2',
    'first on line 2',
  ],
  [
    'the name of a built-in offer',
    file(row({ name: 'innobooster', owner: 'innovationsfonden' })),
    'f.csv:2: name: ',
    'med id innobooster',
    'with the id innobooster',
  ],
  ['no kind', file(row({ kind: '' })), 'f.csv:2: kind: ', 'skal udfyldes', 'must be filled in'],
  [
    'an unknown kind',
    file(row({ kind: 'ting' })),
    'f.csv:2: kind: ',
    'service, programme, tool, actor',
    'is not known',
  ],
  [
    'another kind than before',
    file(row({ id: 'vitus', kind: 'værktøj' })),
    'f.csv:2: kind: ',
    'programme i kataloget',
    'programme in the catalogue',
  ],
  ['an area by number', file(row({ areas: '3' })), 'f.csv:2: areas: ', '"3" er ikke', '"3" is no'],
  ['an unknown stage', file(row({ stages: 'gammel' })), 'f.csv:2: stages: ', 'kendes ikke', 'is not known'],
  [
    'neither yes nor no',
    file(row({ growth_only: 'måske' })),
    'f.csv:2: growth_only: ',
    'skriv ja eller nej',
    'write yes or no',
  ],
  [
    'no date',
    file(row({ valid_from: 'januar' })),
    'f.csv:2: valid_from: ',
    'er ikke en dato',
    'is not a date',
  ],
  [
    'a day of no calendar',
    file(row({ valid_to: '30.2.2026' })),
    'f.csv:2: valid_to: ',
    'findes ikke i kalenderen',
    'not in the calendar',
  ],
  [
    'an end before the beginning',
    file(row({ valid_to: '2025-01-01' })),
    'f.csv:2: valid_to: ',
    'før det begynder',
    'before it begins',
  ],
  ['no link', file(row({ link: 'http://farligt.example' })), 'f.csv:2: link: ', 'https://', 'https://'],
  [
    'unknown funds',
    file(row({ funds: 'mange' })),
    'f.csv:2: funds: ',
    'open, closed, unknown',
    'is not known',
  ],
  [
    'a CPR number',
    file(row({ criteria_da: 'Ring til 170263-4127' })),
    'f.csv:2: criteria_da: ',
    'CPR-nummer',
    'CPR number',
  ],
  ['a formula behind a space', file(row({ source: '  @SUM(1)' })), 'f.csv:2: source: ', 'formel', 'formula'],
  [
    'a long text',
    file(row({ for_whom_da: 'x'.repeat(601) })),
    'f.csv:2: for_whom_da: ',
    '601 tegn',
    '601 characters',
  ],
  [
    'English terms without Danish',
    file(row({ criteria_en: 'Terms' })),
    'f.csv:2: criteria_da: ',
    'skal udfyldes',
    'must be filled in',
  ],
];

describe('a damaged import', () => {
  refusesDamage('catalogue', DAMAGED, world);

  it('tells of every row that is wrong, in order, and imports none of those that are right', async () => {
    const content = file(
      row(),
      row({ id: 'bb', name: 'B', funds: 'x', areas: 'y' }),
      row({ id: 'cc', kind: 'z' }),
    );
    const { errors } = await run(content);
    expect(errors.map((line) => line.split(': ').slice(1, 3).join(' '))).toEqual([
      'f.csv:3 areas',
      'f.csv:3 funds',
      'f.csv:4 kind',
      'Intet er importeret.',
    ]);
    expect(await stored()).toEqual([]);
  });

  it('counts what is over a hundred, and names a file that cannot be read', async () => {
    const { errors } = await run(
      file(...Array.from({ length: 103 }, (_, at) => row({ id: `x${at}`, funds: 'x' }))),
    );
    expect(errors).toHaveLength(101);
    expect(errors.at(-1)).toBe('indgang catalogue import: 3 fejl mere. Intet er importeret.');
    const absent = await other('catalogue', 'import', 'no.csv');
    expect(absent).toMatchObject({
      status: 2,
      errors: ['indgang catalogue import: no.csv: cannot be read (ENOENT)'],
    });
    const none = await other('catalogue', 'import');
    expect(none.errors[0]).toContain('--template prints its columns');
  });
});
