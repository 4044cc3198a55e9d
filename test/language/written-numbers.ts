import fc from 'fast-check';
import { passesModulus11 } from '../../src/language/cpr/birth-date.ts';

/** Numbers as people write them: CPR numbers in every form, and the other numbers of a phone note. */

const two = (value: number) => String(value).padStart(2, '0');

/** A birth date as day, month and the year's last two digits. */
export const birth = fc
  .date({
    min: new Date('1900-01-01'),
    max: new Date('2036-12-31'),
    noInvalidDate: true,
  })
  .map((day): readonly [string, string, string] => [
    two(day.getUTCDate()),
    two(day.getUTCMonth() + 1),
    two(day.getUTCFullYear() % 100),
  ]);
/** Any serial number: most fail the modulus-11 test, as those of people born since 2007 may. */
export const serial = fc.integer({ min: 0, max: 9_999 }).map((value) => String(value).padStart(4, '0'));

const DASHES = ['-', '‐', '‑', '‒', '–', '—', '―', '−', '－', '﹣'];
const GAPS = ['', ' ', '\u00a0', '\u202f', '  ', '\n', '\t', '.', '/', ' / ', '·', '\u00ad', '\u200b', '_'];
const gap = fc.constantFrom(
  ...GAPS,
  ...DASHES.flatMap((dash) => [dash, ` ${dash}`, `${dash} `, ` ${dash} `, `\u00a0${dash}\u00a0`]),
);

/** `010270-1234` and every other way of writing it. */
export const cpr = fc.oneof(
  fc.tuple(birth, gap, serial).map(([day, between, last]) => `${day.join('')}${between}${last}`),
  fc
    .tuple(
      birth,
      fc.constantFrom(...'./- '),
      fc.constantFrom(...DASHES.map((dash) => ` ${dash} `), '-'),
      serial,
    )
    .map(([day, mark, between, last]) => `${day.join(mark)}${between}${last}`),
  // Behind a space four digits may be a year.
  fc
    .tuple(
      birth,
      serial.filter((last) => !/^(?:19|20)/.test(last)),
    )
    .map(([day, last]) => `${day.join(' ')} ${last}`),
);

/** Eight digits as people group a telephone number. */
export const phone = fc
  .tuple(
    fc.integer({ min: 20_000_000, max: 99_999_999 }).map(String),
    fc.constantFrom([8], [2, 2, 2, 2], [4, 4], [2, 3, 3]),
    fc.constantFrom(' ', '\u00a0', '-', '.'),
    fc.constantFrom('', '+45 ', '+45', '0045 ', '0045', '(+45) ', '+45-'),
  )
  .map(([number, groups, mark, country]) => {
    const grouping = new RegExp(groups.map((length) => `(\\d{${length}})`).join(''));
    return country + (grouping.exec(number)?.slice(1) ?? []).join(mark);
  });
export const date = birth.chain(([day, month, year]) =>
  fc.constantFrom(
    `${day}.${month}.20${year}`,
    `${day}-${month}-20${year}`,
    `${day}/${month}-20${year}`,
    `20${year}-${month}-${day}`,
    `${day}.${month}.${year}`,
    `${day}/${month}/${year}`,
    `${day}-${month}-${year}`,
    `${day}${month}20${year}`,
    `${day}${month}${year}`,
    `20${year}-${month}-${day}T09:00:00Z`,
  ),
);
export const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), fc.constantFrom(':', '.'))
  .map(([hour, minute, mark]) => `kl. ${two(hour)}${mark}${two(minute)}`);
export const postal = fc.constantFrom('8800 Viborg', '4000 Roskilde', '8000 Aarhus C', '1620 København V');
export const cvr = fc
  .tuple(
    fc.constantFrom('cvr ', 'CVR-nr. ', 'CVR: ', 'DK', ''),
    fc.integer({ min: 10_000_000, max: 99_999_999 }).map(String),
  )
  .map((parts) => parts.join(''));
export const pNumber = fc
  .tuple(
    fc.constantFrom(
      'p-nr ',
      'P-nummer: ',
      'P.nr. ',
      'pnr. ',
      'p nummer er ',
      'P-number ',
      'p-enhed ',
      'produktionsenhed ',
    ),
    fc.integer({ min: 1_000_000_000, max: 1_999_999_999 }).map(String),
  )
  .map((parts) => parts.join(''));
const paperLabel = fc.constantFrom(
  'faktura ',
  'faktura nr. ',
  'fakturanr. ',
  'Fakturanummer: ',
  'invoice no. ',
  'ordre ',
  'ordrenummer ',
  'sagsnr. ',
  'kundenr. ',
  'kontonr. ',
);
/** Of a paper in one piece, which fails modulus 11, and so is none of a person. */
export const paper = fc
  .tuple(
    paperLabel,
    fc
      .tuple(birth, serial)
      .map(([day, last]) => day.join('') + last)
      .filter((digits) => !passesModulus11(digits)),
  )
  .map((parts) => parts.join(''));
/** What protects a number of another kind, and not ten digits in this form. */
export const uselessLabel = fc.oneof(
  paperLabel,
  fc.constantFrom(
    'tlf. ',
    'tlf.nr. ',
    'telefon: ',
    'mobil ',
    'ring på ',
    'ring til ham på ',
    'phone ',
    'call ',
    '+45 ',
    'cvr ',
    'CVR-nr. ',
    'SE ',
    'EAN ',
  ),
);
export const abroad = fc
  .tuple(
    fc.integer({ min: 1, max: 999 }).filter((country) => country !== 45),
    fc.constantFrom('', ' ', ' ('),
    birth,
    serial,
  )
  .map(([country, mark, day, last]) => `+${country}${mark}${day.join('')}${last}`);
export const amount = fc
  .tuple(fc.integer({ min: 1_000, max: 99_999_999 }), fc.constantFrom(' kr.', ' kr', ',50 kr', ' mio.'))
  .map(([value, unit]) => value.toLocaleString('da-DK') + unit);
