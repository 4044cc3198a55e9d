import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ADVISER_COLUMNS } from '../../src/cli/import/adviser-rows.ts';
import { openDatabase } from '../../src/db/open-database.ts';
import { createUnitOfWork } from '../../src/db/unit-of-work.ts';
import { runWith } from './cli-world.ts';

/** Imports of advisers by command line. What every import shares is in `catalogue.test.ts` too. */

let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'indgang-advisers-'));
  const database = await openDatabase({ path: join(folder, 'indgang.db') });
  await database.destroy();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const HEAD = ADVISER_COLUMNS.join(';');
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
const row = (more: Readonly<Record<string, string>> = {}) =>
  ADVISER_COLUMNS.map((column) => ({ ...GOOD, ...more })[column] ?? '').join(';');
const file = (...rows: readonly string[]) => [HEAD, ...rows, ''].join('\n');

async function stored() {
  const database = await openDatabase({ path: join(folder, 'indgang.db') });
  const advisers = await createUnitOfWork(database, () => 'x').read((stores) => stores.advisers.all());
  await database.destroy();
  return advisers;
}
const run = (content: string | Uint8Array, ...argv: string[]) =>
  runWith(['advisers', 'import', 'f.csv', ...argv, '--data', folder], { 'f.csv': content });
const bytes = (text: string) => new TextEncoder().encode(text);
const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe('an import of advisers', () => {
  it('reads codes and words of both languages, and replaces who has the id', async () => {
    expect(await run(file(row()))).toMatchObject({ status: 0, out: ['Importeret: 1 nye, 0 erstattet.'] });
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

const cut = (column: (typeof ADVISER_COLUMNS)[number]) =>
  [HEAD, row()]
    .map((line) =>
      line
        .split(';')
        .filter((_, at) => at !== ADVISER_COLUMNS.indexOf(column))
        .join(';'),
    )
    .join('\n');

/** What is wrong with a file: its place, and words of what is told of it in Danish and in English. */
const DAMAGED: readonly (readonly [
  what: string,
  content: string | Uint8Array,
  place: string,
  da: string,
  en: string,
])[] = [
  ['an empty file', '', 'f.csv:1: ', 'filen er tom', 'the file is empty'],
  ['a byte-order mark alone', '\ufeff', 'f.csv:1: ', 'filen er tom', 'the file is empty'],
  ['column names alone', HEAD, 'f.csv:1: ', 'ingen rækker', 'no rows'],
  ['a file over the limit', new Uint8Array(5_000_001).fill(59), 'f.csv:1: ', 'for stor', 'too large'],
  ['a workbook', new Uint8Array([0x50, 0x4b, 3, 4, 0]), 'f.csv:1: ', 'regneark', 'a workbook'],
  ['binary content', `${HEAD}\na\u0001`, 'f.csv:2: kolonne 2: ', 'ikke ren tekst', 'not plain text'],
  [
    'two encodings',
    Uint8Array.from([...bytes(file(row({ name: 'Råd' }))), ...latin1('Å')]),
    'f.csv:3: kolonne 1: ',
    'dels UTF-8',
    'partly UTF-8',
  ],
  ['letters encoded twice', file(row({ name: 'RÃ¥d' })), 'f.csv:2: kolonne 25: ', 'ødelagt', 'damaged'],
  ['another separator', file(row()).replaceAll(';', '/'), 'f.csv:1: ', 'ikke adskilt', 'not separated'],
  ['a missing column', cut('areas'), 'f.csv:1: areas: ', 'mangler', 'missing'],
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
  [
    'a bad id',
    file(row({ id: 'Nordisk Eksport' })),
    'f.csv:2: id: ',
    'kan ikke være et id',
    'cannot be an id',
  ],
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
    'an unknown area',
    file(row({ areas: 'eksport, hestesko' })),
    'f.csv:2: areas: ',
    '"hestesko"',
    '"hestesko"',
  ],
  [
    'an unknown municipality',
    file(row({ places: '999' })),
    'f.csv:2: places: ',
    'hverken en kommune',
    'neither',
  ],
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
  ['a formula', file(row({ name: '=1+1' })), 'f.csv:2: name: ', 'formel', 'formula'],
  ['a line break', file(row({ source: '"a\nb"' })), 'f.csv:2: source: ', 'linjeskift', 'line break'],
  ['hidden letters', file(row({ name: 'Nord\u200bisk' })), 'f.csv:2: name: ', 'usynlige', 'invisible'],
  ['a long text', file(row({ name: 'x'.repeat(121) })), 'f.csv:2: name: ', '121 tegn', '121 characters'],
];

describe('a damaged import', () => {
  it.each(DAMAGED)('is refused for %s, and nobody is imported', async (_, content, place, da, en) => {
    const inDanish = await run(content);
    expect(inDanish.status).toBe(2);
    expect(inDanish.errors[0]).toContain(`indgang advisers import: ${place}`);
    expect(inDanish.errors[0]).toContain(da);
    const inEnglish = await run(content, '--language', 'en');
    expect(inEnglish.errors[0]).toContain(place.replace('kolonne', 'column'));
    expect(inEnglish.errors[0]).toContain(en);
    expect(inEnglish.errors.join()).not.toContain('170263');
    expect(await stored()).toEqual([]);
  });
});
