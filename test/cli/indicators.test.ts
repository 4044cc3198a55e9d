import { describe, expect, it } from 'vitest';
import { parseCaseRecord } from '../../src/core/indicators/case-record.ts';
import { guidance, record } from '../core/indicators/records.ts';
import { runWith } from './cli-world.ts';

/** `indgang indicators --input`: the door of records that others wrote. */

const PERIOD = ['--from', '2026-01-01', '--to', '2026-12-31'];
const counting = (files: Readonly<Record<string, string>>, ...more: string[]) =>
  runWith(['indicators', ...PERIOD, '--as-of', '2027-01-15T12:00:00Z', ...more], files);
const line = JSON.stringify(record({ services: [guidance()] }));
const wrong = (path: string, value: unknown) => {
  const json = JSON.parse(line);
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  keys.reduce((inner, key) => inner[key], json)[last] = value;
  return JSON.stringify(json);
};

describe('case records', () => {
  it('are read as one object a line, as an array, or alone, with empty lines and a byte-order mark', async () => {
    const other = JSON.stringify(record());
    for (const cases of [`\ufeff${line}\n\n${other}\n`, `[${line},\n${other}]`]) {
      const { out, errors } = await counting({ cases }, '--input', 'cases', '--json');
      expect(errors).toEqual([]);
      expect(out.join('')).toContain('"id":"I-12","numerator":2,"denominator":2');
    }
    const { out } = await counting({ '-': line }, '--input', '-', '--format', 'json');
    expect(JSON.parse(out.join('\n'))).toMatchObject({
      definition: '2026.2',
      from: '2026-01-01',
      to: '2026-12-31',
      asOf: '2027-01-15T12:00:00.000Z',
      organisation: null,
    });
  });

  it.each([
    ['{', /^indgang indicators: cases:2: is not JSON/],
    ['7', /cases:2: must be a case record/],
    [wrong('caseId', ''), /cases:2: caseId: must not be empty/],
    [wrong('status', 'done'), /cases:2: status: must be one of draft, open,/],
    [wrong('createdAt', '2026-11-02'), /cases:2: createdAt: must be an instant such as/],
    [wrong('owner', 'les-999'), /cases:2: owner: must be digital or an existing organisation/],
    [wrong('crmCurrent', 'yes'), /cases:2: crmCurrent: must be true or false/],
    [
      wrong('company.municipality', '999'),
      /cases:2: company\.municipality: must be an existing municipality/,
    ],
    [wrong('company.stage', 'young'), /cases:2: company\.stage: must be one of pre-starter,/],
    [
      wrong('enquiries.0.receivedBy', 'somebody'),
      /cases:2: enquiries\.0\.receivedBy: must be an existing organ/,
    ],
    [wrong('enquiries.0.answeredAt', undefined), /cases:2: enquiries\.0\.answeredAt: /],
    [wrong('services.0.on', '2026-02-30'), /cases:2: services\.0\.on: must be a date in the calendar/],
    [wrong('services.0.form', 'group'), /cases:2: services\.0\.form: must be one of individual, collective/],
    [wrong('services', undefined), /cases:2: services: is missing/],
    [line, /cases:2: caseId: T\d+ is there twice, first at cases:1/],
  ])('that are bad are refused by name and line, and nothing is counted: %#', async (bad, said) => {
    const { status, out, errors } = await counting({ cases: `${line}\n${bad}\n` }, '--input', 'cases');
    expect([status, out]).toEqual([2, []]);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(said);
  });

  it('in an array are named by their place', async () => {
    const { errors } = await counting({ cases: `[${line},{}]` }, '--input', 'cases');
    expect(errors[0]).toMatch(/cases, object 2: caseId: is missing; status: /);
  });

  it('accepted without the moment of acceptance are refused', () => {
    const handovers = [
      {
        from: 'les-791',
        to: 'ehm-fyn',
        kind: 'transfer',
        offeredAt: '2026-11-02T08:10:00Z',
        state: 'accepted',
      },
    ];
    expect(parseCaseRecord({ ...record(), handovers })).toEqual({
      ok: false,
      problem: 'handovers.0.decidedAt: must be there where the state is accepted',
    });
  });
});

describe('the options', () => {
  const files = {
    cases: line,
    data: 'municipality,inhabitants,entrepreneurs,growthCompanies\n791,60000,400,50\n',
    semicolons: '\ufeffmunicipality;growthCompanies;inhabitants;entrepreneurs\r\n791;;60000;\r\n',
    headless: '791,60000,400,50\n',
    letters: 'municipality,inhabitants,entrepreneurs,growthCompanies\n791,60.000,400,50\n',
    short: 'municipality,inhabitants,entrepreneurs,growthCompanies\n791,60000\n',
    nowhere: 'municipality,inhabitants,entrepreneurs,growthCompanies\n999,1,1,1\n',
    twice: 'municipality,inhabitants,entrepreneurs,growthCompanies\n791,1,1,1\n791,1,1,1\n',
  };
  const input = ['--input', 'cases'];

  it.each<[string[], RegExp]>([
    [['indicators', '--to', '2026-11-30'], /--from DATE: the first day/],
    [['indicators', '--from', '2026-11-01'], /--to DATE: the last day/],
    [['indicators', '--from', '2026-11-31', '--to', '2026-11-30'], /--from 2026-11-31: must be a date/],
    [['indicators', '--from', '2026-11-02', '--to', '2026-11-01'], /--to 2026-11-01: lies before --from/],
    [['indicators', ...PERIOD, '--as-of', '2026-11-20'], /--as-of 2026-11-20: must be an instant/],
    [['indicators', ...PERIOD, '--as-of', '2026-02-30T10:00:00Z'], /--as-of .*: must be an instant/],
    [['indicators', ...PERIOD, '--organisation', 'les-999'], /--organisation les-999: must be les-/],
    [['indicators', ...PERIOD, '--by', 'month,area'], /--by area: must be one or more of municipality,stage/],
    [['indicators', ...PERIOD, '--format', 'pdf'], /--format pdf: must be one of table, json, csv, xlsx/],
    [['indicators', ...PERIOD, '--format', 'xlsx'], /--format xlsx: needs --out/],
    [['indicators', ...PERIOD, '--input', 'nothing'], /nothing: cannot be read \(ENOENT\)/],
    [['indicators', ...PERIOD, '--municipality', '791'], /Unknown option '--municipality'/],
    ...(
      [
        ['headless', /headless:1: municipality: this column is missing/],
        ['letters', /letters:2: inhabitants: must be a whole number/],
        ['short', /short:2: must have 4 cells/],
        ['nowhere', /nowhere:2: municipality: must be an existing/],
        ['twice', /twice:3: municipality: 791 is there twice/],
      ] as const
    ).map(([file, said]): [string[], RegExp] => [
      ['indicators', ...PERIOD, ...input, '--municipalities-data', file],
      said,
    ]),
  ])('that are wrong are refused by name: %j', async (argv, said) => {
    const { status, errors } = await runWith(argv, files);
    expect(status).toBe(2);
    expect(errors[0]).toMatch(said);
  });

  it('take municipality data with commas or as Danish Excel saves it, empty where unknown', async () => {
    const spread = '"id":"I-22-all","numerator":1,"denominator":60000,"value":0';
    for (const data of ['data', 'semicolons']) {
      const { out, errors } = await counting(files, ...input, '--municipalities-data', data, '--json');
      expect(errors).toEqual([]);
      expect(out.join('')).toContain(spread);
    }
  });

  it('give the figures as CSV and as a workbook, with a column for each key', async () => {
    const { out } = await counting(files, ...input, '--by', 'month', '--format', 'csv');
    const [head, ...rows] = out.join('\n').split('\n');
    expect(head).toMatch(
      /^indicator,name,municipality,stage,segment,organisation,month,numerator,denominator,value,/,
    );
    expect(rows.find((row) => row.startsWith('I-10,'))).toMatch(
      /^I-10,Henvist videre,,,,,2026-11,0,1,0,0\.8,at-least,0,/,
    );
    const { written } = await counting(files, ...input, '--format', 'xlsx', '--out', 'tal.xlsx');
    expect(new TextDecoder().decode(written.get('tal.xlsx')?.subarray(0, 2))).toBe('PK');
  });

  it('give names and definitions in English', async () => {
    const { out } = await counting(files, ...input, '--language', 'en');
    expect(out.join('\n')).toMatch(/^Definition 2026\.2\. Period .*\n\nIndicator[\s\S]*I-10 +Referred on/);
  });
});
