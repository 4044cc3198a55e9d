import { describe, expect, it } from 'vitest';
import type { Stores } from '../../src/app/ports/unit-of-work.ts';
import { ANSWER_COLUMNS } from '../../src/cli/import/answer-rows.ts';
import type { Case } from '../../src/core/case/case.ts';
import { HOUSE, OFFICE, servedCase, service } from '../core/surveys/survey-case.ts';
import { entryOf } from '../db/sample-rows.ts';
import { runWith } from './cli-world.ts';
import { type Damage, importWorld, joined, latin1, refusesDamage, utf8 } from './import-world.ts';

/** Imports of answers of the user evaluation: whole, or with every kind of damage, each told by line and column. */

const ID = 'K3F9-QTX2';
const company = (id: string, cvr: string, more: Partial<Case> = {}): Case => {
  const kase = servedCase(id, HOUSE, { companyKey: `key ${cvr}`, ...more });
  return { ...kase, values: { ...kase.values, cvr } };
};
/** The company's earlier case, in which the office served it too, and others. */
const CASES = [
  company(ID, '25313763'),
  company('B2C3-D4F5', '25313763', {
    services: [service(HOUSE, '2026-03-01'), service(OFFICE, '2026-03-02')],
  }),
  company('D5F6-G7H8', '31261430'),
  company('F6G7-H8J9', '10000009', { status: 'entered-in-error', mergedInto: ID }),
  company('G7H8-J9K2', '10000009', { status: 'entered-in-error' }),
];
async function fill(stores: Stores): Promise<void> {
  for (const kase of CASES) {
    await stores.cases.insert(kase, null);
    await stores.history.append([entryOf(kase.id, 1)]);
  }
}

const GOOD: Readonly<Record<string, string>> = {
  case: ID,
  organisation: HOUSE,
  date: '10.11.2026',
  segment: 'vækst',
  satisfaction: 'Meget tilfreds',
  recommend: '9',
  referral: 'forventer at bruge',
  effect: 'I høj grad',
  green: 'nej',
  digital: 'ja',
};
const world = importWorld('survey', ANSWER_COLUMNS, GOOD, ({ surveys }) => surveys.answers(), fill);
const { head, row, file, run, other, stored, without } = world;

const ANSWER = {
  caseId: ID,
  company: 'key 25313763',
  organisation: HOUSE,
  on: '2026-11-10',
  segment: 'growth',
  satisfaction: 'very-satisfied',
  recommend: 9,
  referralUse: 'expects',
  effect: 'high',
  green: false,
  digital: true,
};

describe('an import of answers', () => {
  it.each([
    ['codes and words in Danish', file(row())],
    [
      'English',
      file(
        row({
          organisation: 'Erhvervshus Midtjylland',
          segment: 'growth',
          satisfaction: 'very satisfied',
          referral: 'expects to use',
          effect: 'to a great extent',
          green: 'no',
          digital: 'yes',
        }),
      ),
    ],
    ['Latin-1, as Excel writes it', latin1(file(row()))],
    ['a case number as people write it', file(row({ case: 'k3f9 qtx2', date: '2026-11-10' }))],
    ['the CVR number besides', file(row({ cvr: 'DK 25 31 37 63' }))],
    ['the CVR number alone: the case in which it was served last', file(row({ case: '', cvr: '25313763' }))],
    ['a case that lives on in another', file(row({ case: 'F6G7-H8J9' }))],
  ])('reads %s', async (_, content) => {
    expect(await run(content)).toMatchObject({
      status: 0,
      out: ['Importeret: 1 ny, 0 erstattet.'],
      errors: [],
    });
    expect(await stored()).toEqual([ANSWER]);
  });

  it('reads what was not answered, and a file without the columns for it', async () => {
    const short = ['cvr;organisation;date;recommend', `31261430;${HOUSE};2026-11-10;0`].join('\n');
    expect(await run(short)).toMatchObject({ status: 0, errors: [] });
    expect(await stored()).toEqual([
      {
        caseId: 'D5F6-G7H8',
        company: 'key 31261430',
        organisation: HOUSE,
        on: '2026-11-10',
        segment: null,
        satisfaction: null,
        recommend: 0,
        referralUse: null,
        effect: null,
        green: null,
        digital: null,
      },
    ]);
  });

  it('finds the case by whom and when the answer is about', async () => {
    const byNumber = { case: '', cvr: '25313763' };
    await run(
      file(
        row({ ...byNumber, organisation: 'LES Viborg' }),
        row({ ...byNumber, date: '2026-04-01' }),
        row(byNumber),
      ),
    );
    expect((await stored()).map(({ caseId, organisation, on }) => [caseId, organisation, on])).toEqual([
      ['B2C3-D4F5', HOUSE, '2026-04-01'],
      [ID, HOUSE, '2026-11-10'],
      ['B2C3-D4F5', OFFICE, '2026-11-10'],
    ]);
  });

  it('changes nothing the second time, and replaces an answer that is corrected', async () => {
    const content = file(row(), row({ case: 'D5F6-G7H8' }));
    await run(content);
    const before = await stored();
    expect((await run(content)).out).toEqual(['Importeret: 0 nye, 0 erstattet.']);
    expect(await stored()).toEqual(before);
    const again = await run(file(row({ recommend: '10' }), row({ case: 'D5F6-G7H8' })), '--json');
    expect(again.out.map((line) => JSON.parse(line))).toEqual([{ added: 0, replaced: 1 }]);
    expect((await stored()).map(({ recommend }) => recommend).sort()).toEqual([10, 9]);
  });

  it('keeps a company that answered off the next list, and counts what it answered', async () => {
    await run(file(row()));
    const list = await other('survey', 'export', '--organisation', HOUSE, '--json');
    expect(list.out.map((line) => JSON.parse(line).case)).toEqual(['D5F6-G7H8']);
    const year = ['--from', '2026-01-01', '--to', '2026-12-31', '--organisation', HOUSE];
    const { out } = await other('indicators', ...year, '--format', 'json');
    const { figures } = JSON.parse(out.join('\n')) as {
      figures: {
        id: string;
        numerator: number;
        denominator: number;
        value: number;
        target: number;
        split: unknown;
      }[];
    };
    expect(
      figures
        .filter(({ id }) => ['I-23', 'I-24', 'I-30'].includes(id))
        .map(({ id, numerator, denominator, value, target, split }) => [
          id,
          numerator,
          denominator,
          value,
          target,
          split,
        ]),
    ).toEqual([
      ['I-23', 1, 1, 1, 0.8, null],
      ['I-23', 1, 1, 1, 0.8, { segment: 'growth' }],
      ['I-24', 1, 1, 1, 0.7, null],
      ['I-24', 1, 1, 1, 0.7, { segment: 'growth' }],
      ['I-30', 0, 0, null, 0.7, null],
    ]);
    const table = (await other('indicators', ...year)).out.join('\n');
    expect(table).toMatch(/I-23 .* 100,0 % +≥ 80,0 %/);
    expect(table).toMatch(/I-30 .* 0 +0 +ingen svar/);
    const statement = await other('statement', '--organisation', HOUSE, '--year', '2026');
    expect(statement.out.join('\n')).toMatch(/NPS \(Vækst\).*100,0 %/s);
    expect(statement.out.join('\n')).toMatch(/Effekt af grøn vejledning.*ingen svar/s);
  });

  it('says who was evaluated to whoever asks what is held on a company, and leaves counts when it is erased', async () => {
    await run(file(row()));
    const held = await other('gdpr', 'export', '--cvr', '25313763');
    expect(JSON.parse(held.out.join('\n')).surveys.answers).toEqual([ANSWER]);
    await other('gdpr', 'erase', '--cvr', '25313763');
    expect(await stored()).toEqual([ANSWER]);
    expect(JSON.stringify(await stored())).not.toMatch(/Hansen|Hanne/);
  });

  it('prints its columns', async () => {
    const { status, out } = await runWith(['survey', 'import', '--template']);
    expect({ status, out }).toEqual({ status: 0, out: [ANSWER_COLUMNS.join(',')] });
  });
});

/** What is wrong with a file of these rows. */
const DAMAGED: readonly Damage[] = [
  ['an empty file', '', 'f.csv:1: ', 'filen er tom', 'the file is empty'],
  ['column names alone', head, 'f.csv:1: ', 'ingen rækker', 'no rows'],
  ['a file over the limit', new Uint8Array(5_000_001).fill(59), 'f.csv:1: ', 'for stor', 'too large'],
  ['a workbook', new Uint8Array([0x50, 0x4b, 3, 4, 0]), 'f.csv:1: ', 'regneark', 'a workbook'],
  ['binary content', `${head}\nab\u0000c`, 'f.csv:2: kolonne 3: ', 'ikke ren tekst', 'not plain text'],
  ['letters encoded twice', file(row({ segment: 'vÃ¦kst' })), 'f.csv:2: kolonne ', 'ødelagt', 'damaged'],
  [
    'two encodings',
    joined(utf8(file(row())), latin1('vækst')),
    'f.csv:3: kolonne 2: ',
    'dels UTF-8',
    'partly UTF-8',
  ],
  ['another separator', file(row()).replaceAll(';', '*'), 'f.csv:1: ', 'ikke adskilt', 'not separated'],
  [
    'a missing column',
    without('organisation'),
    'f.csv:1: organisation: ',
    'kolonnen mangler',
    'column is missing',
  ],
  ['a double column', file(row()).replace('segment', 'case'), 'f.csv:1: case: ', 'to gange', 'twice'],
  [
    'a column for comments',
    file(row()).replace('green', 'comment'),
    'f.csv:1: comment: ',
    'findes ikke',
    'no such column',
  ],
  [
    'a column without a name',
    file(row()).replace('green', ''),
    'f.csv:1: kolonne 10: ',
    'intet navn',
    'no name',
  ],
  ['a short row', file(`${ID};`), 'f.csv:2: organisation: ', 'kun 2 felter', 'only 2 cells'],
  ['a long row', file(`${row()};mere`), 'f.csv:2: kolonne 12: ', '12 felter', '12 cells'],
  [
    'an open quotation mark',
    file(row({ case: `"${ID}` })),
    'f.csv:2: kolonne 1: ',
    'slutter aldrig',
    'never closes',
  ],
  [
    'a quotation mark in a cell',
    file(row({ segment: 'stor "vækst"' })),
    'f.csv:2: kolonne 5: ',
    'midt i et felt',
    'inside a cell',
  ],
  ['a line break', file(row({ segment: '"v\nækst"' })), 'f.csv:2: segment: ', 'linjeskift', 'line break'],
  ['a formula', file(row({ segment: '=A1' })), 'f.csv:2: segment: ', 'formel', 'formula'],
  ['hidden letters', file(row({ effect: 'i høj\u200b grad' })), 'f.csv:2: effect: ', 'usynlige', 'invisible'],
  ['a CPR number', file(row({ cvr: '170263-4127' })), 'f.csv:2: cvr: ', 'CPR-nummer', 'CPR number'],
  [
    'neither case nor company',
    file(row({ case: '' })),
    'f.csv:2: case: ',
    'skal udfyldes',
    'must be filled in',
  ],
  [
    'no case number',
    file(row({ case: 'den med Hansen' })),
    'f.csv:2: case: ',
    'ikke et sagsnummer',
    'not the number of a case',
  ],
  [
    'no CVR number',
    file(row({ cvr: '12345678' })),
    'f.csv:2: cvr: ',
    'ikke et CVR-nummer',
    'not a CVR number',
  ],
  [
    'no organisation',
    file(row({ organisation: '' })),
    'f.csv:2: organisation: ',
    'skal udfyldes',
    'must be filled in',
  ],
  [
    'an unknown organisation',
    file(row({ organisation: 'les-999' })),
    'f.csv:2: organisation: ',
    'ingen organisation',
    'no organisation',
  ],
  ['no date', file(row({ date: '' })), 'f.csv:2: date: ', 'skal udfyldes', 'must be filled in'],
  ['a date in words', file(row({ date: 'i går' })), 'f.csv:2: date: ', 'er ikke en dato', 'is not a date'],
  [
    'a day of no calendar',
    file(row({ date: '31.11.2026' })),
    'f.csv:2: date: ',
    'ikke i kalenderen',
    'not in the calendar',
  ],
  ['a day to come', file(row({ date: '2026-11-21' })), 'f.csv:2: date: ', 'i fremtiden', 'in the future'],
  [
    'an unknown segment',
    file(row({ segment: 'stort' })),
    'f.csv:2: segment: ',
    'operations, growth',
    'is not known',
  ],
  [
    'an unknown satisfaction',
    file(row({ satisfaction: 'super' })),
    'f.csv:2: satisfaction: ',
    'very-satisfied',
    'is not known',
  ],
  ['an 11', file(row({ recommend: '11' })), 'f.csv:2: recommend: ', 'fra 0 til 10', 'from 0 to 10'],
  ['half a point', file(row({ recommend: '9,5' })), 'f.csv:2: recommend: ', 'fra 0 til 10', 'from 0 to 10'],
  [
    'an unknown use',
    file(row({ referral: 'måske' })),
    'f.csv:2: referral: ',
    'used, expects',
    'is not known',
  ],
  ['an unknown effect', file(row({ effect: 'stor' })), 'f.csv:2: effect: ', 'high, some', 'is not known'],
  [
    'neither yes nor no',
    file(row({ green: 'måske' })),
    'f.csv:2: green: ',
    'skriv ja eller nej',
    'write yes or no',
  ],
  [
    'no answer',
    file(row({ satisfaction: '', recommend: '', referral: '', effect: '' })),
    'f.csv:2: satisfaction: ',
    'intet svar',
    'answers no question',
  ],
  [
    'an unknown case',
    file(row({ case: 'K3F9-QTX3' })),
    'f.csv:2: case: ',
    'findes ikke',
    'no case K3F9-QTX3',
  ],
  [
    'a case entered in error',
    file(row({ case: 'G7H8-J9K2' })),
    'f.csv:2: case: ',
    'findes ikke',
    'no case G7H8',
  ],
  [
    'an unknown company',
    file(row({ case: '', cvr: '10000017' })),
    'f.csv:2: cvr: ',
    'ingen sager',
    'no cases',
  ],
  ['the number of another', file(row({ cvr: '31261430' })), 'f.csv:2: cvr: ', 'hører ikke til', 'not of CVR'],
  [
    'who did not serve it',
    file(row({ organisation: 'les-751' })),
    'f.csv:2: organisation: ',
    'ikke registreret en ydelse',
    'no service',
  ],
  [
    'an answer before the service',
    file(row({ date: '2026-10-19' })),
    'f.csv:2: organisation: ',
    'inden den dag',
    'by that day',
  ],
  [
    'the same answer twice',
    file(row(), '', row({ recommend: '3' })),
    'f.csv:4: case: ',
    'første gang i linje 2',
    'first on line 2',
  ],
];

describe('a damaged import', () => {
  refusesDamage('survey', DAMAGED, world);

  it('tells of every row that is wrong, in order, and imports none of those that are right', async () => {
    const { errors } = await run(
      file(row(), row({ case: 'K3F9-QTX3' }), row({ case: 'D5F6-G7H8', organisation: 'les-751' })),
    );
    expect(errors.map((line) => line.split(': ').slice(1, 3).join(' '))).toEqual([
      'f.csv:3 case',
      'f.csv:4 organisation',
      'Intet er importeret.',
    ]);
    expect(await stored()).toEqual([]);
  });
});
