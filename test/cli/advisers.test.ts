import { describe, expect, it } from 'vitest';
import { ADVISER_COLUMNS } from '../../src/cli/import/adviser-rows.ts';
import { runWith } from './cli-world.ts';
import { anyDamage, type Damage, importWorld, joined, latin1, refusesDamage, utf8 } from './import-world.ts';

/** Imports of advisers by command line. */

const GOOD: Readonly<Record<string, string>> = {
  id: 'nordisk-eksport',
  kind: 'privat',
  name: 'Nordisk Eksport',
  cvr: '25 31 37 63',
  areas: 'eksport, financing',
  places: 'Viborg, Erhvervshus Fyn',
  languages: 'dansk, English',
  phone: '+45 40 41 12 34',
  email: 'a@raad.example',
  link: 'https://raad.example',
  source: 'Erhvervshus Midtjylland',
  valid_from: '1.1.2026',
  valid_to: '',
};
const world = importWorld('advisers', ADVISER_COLUMNS, GOOD, (stores) => stores.advisers.all());
const { row, file, run, stored, without } = world;

describe('an import of advisers', () => {
  it('reads codes and words of both languages, and replaces who has the id', async () => {
    expect(await run(file(row()))).toMatchObject({ status: 0, out: ['Importeret: 1 ny, 0 erstattet.'] });
    expect(await stored()).toEqual([
      {
        id: 'nordisk-eksport',
        kind: 'private',
        name: 'Nordisk Eksport',
        cvr: '25313763',
        areas: ['internationalisation', 'financing'],
        places: ['791', 'ehm-fyn'],
        languages: ['da', 'en'],
        phone: '+4540411234',
        email: 'a@raad.example',
        link: 'https://raad.example',
        source: 'Erhvervshus Midtjylland',
        validFrom: '2026-01-01',
        validTo: null,
      },
    ]);
    const again = await run(file(row({ valid_to: '2026-06-30' })), '--language', 'en');
    expect(again.out).toEqual(['Imported: 0 new, 1 replaced.']);
    expect(await stored()).toMatchObject([{ validTo: '2026-06-30' }]);
  });

  it('prints its columns', async () => {
    const { out } = await runWith(['advisers', 'import', '--template']);
    expect(out).toEqual([ADVISER_COLUMNS.join(',')]);
  });
});

/** What is wrong with a file of these rows. */
const DAMAGED: readonly Damage[] = [
  ...anyDamage(world),
  [
    'two encodings',
    joined(utf8(file(row({ name: 'Råd' }))), latin1('Å')),
    'f.csv:3: kolonne 1: ',
    'dels UTF-8',
    'partly UTF-8',
  ],
  ['a missing column', without('areas'), 'f.csv:1: areas: ', 'mangler', 'missing'],
  ['a double column', file(row()).replace(';cvr', ';name'), 'f.csv:1: name: ', 'to gange', 'twice'],
  [
    'an unknown column',
    file(row()).replace(';cvr', ';cpr'),
    'f.csv:1: cpr: ',
    'findes ikke',
    'no such column',
  ],
  ['a short row', file('x;privat'), 'f.csv:2: name: ', 'kun 2 felter', 'only 2 cells'],
  ['a long row', file(`${row()};x`), 'f.csv:2: kolonne 14: ', '14 felter', '14 cells'],
  [
    'an open quotation mark',
    file(row({ name: '"Nordisk' })),
    'f.csv:2: kolonne 3: ',
    'slutter aldrig',
    'never closes',
  ],
  ['no name', file(row({ name: '' })), 'f.csv:2: name: ', 'skal udfyldes', 'must be filled in'],
  ['an id twice', file(row(), row({ name: 'B' })), 'f.csv:3: id: ', 'i linje 2', 'on line 2'],
  [
    'a name twice',
    file(row(), row({ id: 'other' })),
    'f.csv:3: name: ',
    'id nordisk-eksport',
    'id nordisk-eksport',
  ],
  ['an unknown kind', file(row({ kind: 'ven' })), 'f.csv:2: kind: ', 'kendes ikke', 'is not known'],
  ['no area', file(row({ areas: '' })), 'f.csv:2: areas: ', 'skal udfyldes', 'must be filled in'],
  [
    'an unknown language',
    file(row({ languages: 'dansk, klingon' })),
    'f.csv:2: languages: ',
    '"klingon"',
    '"klingon"',
  ],
  [
    'no CVR number',
    file(row({ cvr: '12345678' })),
    'f.csv:2: cvr: ',
    'ikke et CVR-nummer',
    'not a CVR number',
  ],
  [
    'no telephone number',
    file(row({ phone: '12' })),
    'f.csv:2: phone: ',
    'ikke et telefonnummer',
    'not a telephone',
  ],
  ['no e-mail address', file(row({ email: 'raad' })), 'f.csv:2: email: ', 'e-mailadresse', 'e-mail address'],
  ['no link', file(row({ link: 'raad.example' })), 'f.csv:2: link: ', 'https://', 'https://'],
  ['no date', file(row({ valid_from: '2026' })), 'f.csv:2: valid_from: ', 'ikke en dato', 'not a date'],
  [
    'a day of no calendar',
    file(row({ valid_to: '2026-02-29' })),
    'f.csv:2: valid_to: ',
    'kalenderen',
    'calendar',
  ],
  [
    'an end before the beginning',
    file(row({ valid_to: '2025-12-31' })),
    'f.csv:2: valid_to: ',
    'før det begynder',
    'before it begins',
  ],
  ['a CPR number', file(row({ name: 'Ole 170263-4127' })), 'f.csv:2: name: ', 'CPR-nummer', 'CPR number'],
  [
    'a CPR number as telephone',
    file(row({ phone: '1702634127' })),
    'f.csv:2: phone: ',
    'CPR-nummer',
    'CPR number',
  ],
  ['a long text', file(row({ name: 'x'.repeat(121) })), 'f.csv:2: name: ', '121 tegn', '121 characters'],
];

describe('a damaged import', () => {
  refusesDamage('advisers', DAMAGED, world);
});
