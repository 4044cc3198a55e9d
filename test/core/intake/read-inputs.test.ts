import { describe, expect, it } from 'vitest';
import { foundedDay, readInputs } from '../../../src/core/intake/read-inputs.ts';
import { MUNICIPALITIES } from '../../../src/core/municipalities.ts';
import { MAX_TEXT } from '../../../src/core/text-limit.ts';

const TODAY = '2026-11-20';

const readOf = (field: string, typed: string) => {
  const { values, cleared, problems } = readInputs({ [field]: typed }, TODAY);
  expect([cleared, problems]).toEqual([[], []]);
  return Object.values(values)[0];
};
const refusalOf = (field: string, typed: string) => {
  const { values, cleared, problems } = readInputs({ [field]: typed }, TODAY);
  expect([values, cleared, problems.length]).toEqual([{}, [], 1]);
  expect(problems[0]).toMatchObject({ field, typed });
  return problems[0]?.refusal;
};

describe('a field of the intake', () => {
  it.each([
    ['cvr', ' DK 25 31 37 63 ', '25313763'],
    ['pNumber', '1 003 388 394', '1003388394'],
    ['municipality', ' 791 ', '791'],
    ['municipality', 'Viborg', '791'],
    ['municipality', 'viborg  Kommune', '791'],
    ['municipality', 'Viborgs', '791'],
    ['municipality', 'aeroe', '492'],
    ['municipality', 'Lyngby Taarbaek', '173'],
    ['municipality', 'Århus kommune', '751'],
    ['founded', ' 2011 ', '2011'],
    ['founded', '1699', '1699'],
    ['founded', '04-2011', '2011-04'],
    ['founded', '4.2011', '2011-04'],
    ['founded', '12. 4. 2011', '2011-04-12'],
    ['founded', '3/4/2011', '2011-04-03'],
    ['founded', '2011-4', '2011-04'],
    ['founded', '2011-04-9', '2011-04-09'],
    ['founded', '2011-04-12T00:00:00+02:00', '2011-04-12'],
    ['founded', '2026', '2026'],
    ['founded', '2026-11', '2026-11'],
    ['founded', TODAY, TODAY],
    ['companyName', ' Hansen VVS ', 'Hansen VVS'],
    ['companyName', 'x'.repeat(200), 'x'.repeat(200)],
    ['contactName', `${'x'.repeat(100)}  `, 'x'.repeat(100)],
    ['description', 'x'.repeat(MAX_TEXT), 'x'.repeat(MAX_TEXT)],
    ['contactPhone', ' +45 40 41 12 34', '40411234'],
    ['contactPhone', '0045-4041.1234', '40411234'],
    ['contactPhone', '(40) 41/1234', '40411234'],
    ['contactPhone', '+46 70 123 45 67', '+46701234567'],
    ['contactPhone', '0049 30 1234567', '+49301234567'],
    ['contactPhone', '+1234567', '+1234567'],
    ['contactPhone', '+123456789012345', '+123456789012345'],
    ['contactEmail', ' mette@hansen-vvs.dk ', 'mette@hansen-vvs.dk'],
    ['contactEmail', `${'x'.repeat(194)}@hv.dk`, `${'x'.repeat(194)}@hv.dk`],
    ['stage', ' established ', 'established'],
    ['maturity', 'early', 'early'],
    ['segment', 'growth', 'growth'],
    ['depth', 'basic', 'basic'],
    ['consent', 'public-task', 'public-task'],
    ['entry', 'phone', 'phone'],
    ['areas', 'financing, succession ,,financing', ['financing', 'succession']],
    ['crisis', ' true', true],
    ['clarified', 'false ', false],
  ])('%s: %j is read as %j', (field, typed, value) => {
    expect(readOf(field, typed)).toEqual(value);
  });

  it.each([
    ['cvr', '12345678', { code: 'not-a-cvr' }],
    ['pNumber', '2003388394', { code: 'not-a-p-number' }],
    ['pNumber', '100338839', { code: 'not-a-p-number' }],
    ['municipality', 'Atlantis', { code: 'unknown-municipality' }],
    ['municipality', 'Vi', { code: 'unknown-municipality' }],
    ['founded', 'for længe siden', { code: 'not-a-date' }],
    ['founded', '1599', { code: 'not-a-date' }],
    ['founded', '2100', { code: 'not-a-date' }],
    ['founded', 'i 2011', { code: 'not-a-date' }],
    ['founded', '2011?', { code: 'not-a-date' }],
    ['founded', '13-2011', { code: 'not-a-date' }],
    ['founded', '2011-04-31', { code: 'not-a-date' }],
    ['founded', '31.4.2011', { code: 'not-a-date' }],
    ['founded', 'd. 12.4.2011', { code: 'not-a-date' }],
    ['founded', '12.4.2011 ca.', { code: 'not-a-date' }],
    ['founded', 'ca. 2011-04', { code: 'not-a-date' }],
    ['founded', '2011-04 ca.', { code: 'not-a-date' }],
    ['founded', '12.4.11', { code: 'not-a-date' }],
    ['founded', '2027', { code: 'date-in-future' }],
    ['founded', '2026-12', { code: 'date-in-future' }],
    ['founded', '2026-11-21', { code: 'date-in-future' }],
    ['companyName', 'x'.repeat(201), { code: 'text-too-long', params: { max: 200, length: 201 } }],
    ['contactName', ` ${'x'.repeat(101)} `, { code: 'text-too-long', params: { max: 100, length: 101 } }],
    [
      'description',
      'x'.repeat(MAX_TEXT + 1),
      { code: 'text-too-long', params: { max: MAX_TEXT, length: MAX_TEXT + 1 } },
    ],
    ['contactPhone', '4041123', { code: 'not-a-phone' }],
    ['contactPhone', '404112345', { code: 'not-a-phone' }],
    ['contactPhone', '+45404112', { code: 'not-a-phone' }],
    ['contactPhone', '+45 45 40 41 12 34', { code: 'not-a-phone' }],
    ['contactPhone', '+0123456789', { code: 'not-a-phone' }],
    ['contactPhone', '+123456', { code: 'not-a-phone' }],
    ['contactPhone', '+1234567890123456', { code: 'not-a-phone' }],
    ['contactPhone', 'ring 40411234', { code: 'not-a-phone' }],
    ['contactPhone', '40411234 (mobil)', { code: 'not-a-phone' }],
    ['contactEmail', 'mette', { code: 'not-an-email' }],
    ['contactEmail', 'mette@hansen', { code: 'not-an-email' }],
    ['contactEmail', 'mette@hansen.d', { code: 'not-an-email' }],
    ['contactEmail', 'mette hansen@vvs.dk', { code: 'not-an-email' }],
    ['contactEmail', 'mette@hansen.dk, skriv', { code: 'not-an-email' }],
    ['contactEmail', `${'x'.repeat(195)}@hv.dk`, { code: 'not-an-email' }],
    ['stage', 'old', { code: 'unknown-stage' }],
    ['maturity', 'old', { code: 'unknown-maturity' }],
    ['segment', 'old', { code: 'unknown-segment' }],
    ['depth', 'deep', { code: 'unknown-depth' }],
    ['consent', 'maybe', { code: 'unknown-basis' }],
    ['entry', 'window', { code: 'unknown-entry' }],
    ['areas', 'financing,magic', { code: 'unknown-area', params: { area: 'magic' } }],
    ['areas', 'x'.repeat(80), { code: 'unknown-area', params: { area: 'x'.repeat(60) } }],
    ['crisis', 'yes', { code: 'not-yes-or-no' }],
    ['clarified', 'TRUE', { code: 'not-yes-or-no' }],
    ['colour', 'red', { code: 'unknown-field', params: { field: 'colour' } }],
    ['x'.repeat(80), 'red', { code: 'unknown-field', params: { field: 'x'.repeat(60) } }],
  ])('%s: %j is refused, and kept as typed', (field, typed, refusal) => {
    expect(refusalOf(field, typed)).toEqual(refusal);
  });

  it('takes every municipality by its code, its name and its name in the genitive', () => {
    for (const { code, name } of MUNICIPALITIES) {
      for (const typed of [code, name, `${name}s`, `${name.toUpperCase()} Kommune`])
        expect([typed, readOf('municipality', typed)]).toEqual([typed, code]);
    }
  });

  it('is cleared where it is left empty', () => {
    expect(readInputs({ cvr: '', description: '  ' }, TODAY)).toEqual({
      values: {},
      cleared: ['cvr', 'description'],
      problems: [],
    });
  });
});

describe('the control questions', () => {
  it('make a need specialised by one yes, basic where none fits, and say nothing where unanswered', () => {
    const { values, cleared, problems } = readInputs(
      {
        'control:succession': 'none',
        'control:financing': 'long-course',
        'control:internationalisation': '',
        'control:magic': 'none',
        question: 'control:succession',
      },
      TODAY,
    );
    expect(values).toEqual({ depths: { succession: 'basic', financing: 'specialised' } });
    expect([cleared, problems]).toEqual([[], []]);
  });

  it('leave no depths where none was answered', () => {
    expect(readInputs({ question: 'company' }, TODAY).values).toEqual({});
  });
});

describe('the day that a founding date stands for', () => {
  it.each([
    ['2011', '2011-07-01'],
    ['2011-04', '2011-04-15'],
    ['2011-04-12', '2011-04-12'],
    // Of a year or month under way the middle may lie ahead.
    ['2026', '2026-07-01'],
    ['2026-11', '2026-11-15'],
  ])('%s is %s', (founded, day) => {
    expect(foundedDay(founded, TODAY)).toBe(day);
  });

  it('is the first of a year or month whose middle lies ahead, and may be the middle itself', () => {
    expect(foundedDay('2026', '2026-06-30')).toBe('2026-01-01');
    expect(foundedDay('2026', '2026-07-01')).toBe('2026-07-01');
    expect(foundedDay('2026-11', '2026-11-14')).toBe('2026-11-01');
    expect(foundedDay('2026-11-20', '2026-11-14')).toBe('2026-11-20');
  });
});
