import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CPR_MASK, maskCpr } from '../../src/language/cpr/mask-cpr.ts';
import {
  abroad,
  amount,
  birth,
  cpr,
  cvr,
  date,
  paper,
  phone,
  pNumber,
  postal,
  serial,
  time,
  uselessLabel,
} from './written-numbers.ts';

/** CPR masking over generated and written cases: every form of a CPR number goes, every other number stays. */

const word = fc.constantFrom(
  'Mette Hansen',
  'ejeren',
  'født',
  'hun hedder Ane og er',
  'kunde ønsker generationsskifte,',
  'cpr',
  'CPR-nr.:',
  'cpr nummeret er',
  'personnummer',
  'Viborg',
  '8800',
  'cvr 25313763,',
  'his number is',
  '😀',
  'ÆØÅ',
);
const before = fc
  .tuple(word, fc.constantFrom(' ', ' (', ' "', ': ', '\n', ' <', ' *'))
  .map((parts) => parts.join(''));
const after = fc
  .tuple(
    fc.constantFrom('', '.', ',', ';', ')', '"', '!', '?', '…', '>', '*', ', og', ' og', '\n'),
    fc.constantFrom('', ' vil sælge', ' ring 40411234', ' Viborg', ' fra 2011'),
  )
  .map((parts) => parts.join(''));

const digits = (text: string) => text.normalize('NFKC').replace(/\D/g, '');

describe('a CPR number', () => {
  it('is masked in every written form, alone and in sentences, next to whatever', () => {
    fc.assert(
      fc.property(fc.option(before, { nil: '' }), cpr, after, (ahead, number, behind) => {
        expect(maskCpr(`${ahead}${number}${behind}`)).toEqual({
          text: `${ahead}${CPR_MASK}${behind}`,
          removed: 1,
        });
      }),
      { numRuns: 3_000 },
    );
  });

  it('is masked before the name of a town whose postal code only begins alike', () => {
    expect(maskCpr('Mette 01 01 70 4130 Viborg').text).toBe(`Mette ${CPR_MASK} Viborg`);
    expect(maskCpr('ring 40 41 12 34, 4130 Viby Sj').removed).toBe(0);
  });

  it('is masked each time it stands there, and each is counted', () => {
    const parts = fc.array(
      fc.tuple(cpr, fc.constantFrom(', ', ' og ', ';', ',', ' / hustru: ', '\n\n', ') (')),
      {
        minLength: 2,
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(parts, (numbers) => {
        const text = `ejerne ${numbers.map((both) => both.join('')).join('')}`;
        const masked = maskCpr(text);
        expect(masked.removed).toBe(numbers.length);
        expect(masked.text).toBe(`ejerne ${numbers.map(([, mark]) => CPR_MASK + mark).join('')}`);
      }),
      { numRuns: 500 },
    );
  });

  it('is masked in any grouping where the words before say what it is', () => {
    const marks = fc.array(fc.constantFrom('', '', ' ', '-', '.', ' - '), {
      minLength: 9,
      maxLength: 9,
    });
    const label = fc.constantFrom('cpr ', 'CPR-nummer: ', 'cpr.nr. er ', 'personnr. ', 'Personnummer ');
    fc.assert(
      fc.property(label, birth, serial, marks, (said, day, last, between) => {
        const typed = [...`${day.join('')}${last}`].map((digit, at) => digit + (between[at] ?? '')).join('');
        expect(maskCpr(`${said}${typed} tak`)).toEqual({
          text: `${said}${CPR_MASK} tak`,
          removed: 1,
        });
      }),
      { numRuns: 1_000 },
    );
  });

  it('is masked behind the label of another number', () => {
    const gap = fc.constantFrom('-', ' ', ' - ', '/');
    fc.assert(
      fc.property(uselessLabel, birth, gap, serial, (label, day, between, last) => {
        const typed = `${day.join('')}${between}${last}`;
        expect(maskCpr(`${label}${typed} tak`)).toEqual({
          text: `${label}${CPR_MASK} tak`,
          removed: 1,
        });
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ['010111-4XXX of someone born 2011, which fails modulus 11', 'barnet 010111-4000', 'barnet ██████-████'],
    ['29 February in a leap year', '290208-1234', CPR_MASK],
    ['grown together with its word', 'cpr010270-1234', 'cpr██████-████'],
    ['after a postal code', '8800 010270-1234', '8800 ██████-████'],
    ['after a telephone number', 'ring 40 41 12 34 010270-1234', 'ring 40 41 12 34 ██████-████'],
    ['behind the word for telephone, by a slip', 'tlf. 010270-1234', 'tlf. ██████-████'],
    ['behind the word for P-number, by a slip', 'p-nr. 010270-1234', 'p-nr. ██████-████'],
    ['to whom the invoice goes', 'send faktura til 010270-1234', 'send faktura til ██████-████'],
    ['in full-width digits', 'født ０１０２７０－１２３４', 'født ██████-████'],
    ['in mathematical digits', 'født 𝟎𝟏𝟎𝟐𝟕𝟎-𝟏𝟐𝟑𝟒', 'født ██████-████'],
    ['partly in bold', '**010270**-1234', '**██████-████'],
    ['in a list without spaces', 'Hansen,25313763,0102701234,Viborg', 'Hansen,25313763,██████-████,Viborg'],
    ['beside a P-number', 'p-nr 1003407806, cpr 0102701234', 'p-nr 1003407806, cpr ██████-████'],
  ])('is masked: %s', (_, text, masked) => {
    expect(maskCpr(text)).toEqual({ text: masked, removed: 1 });
  });
});

describe('another number', () => {
  const others = {
    phone,
    abroad,
    date,
    time,
    postal,
    cvr,
    pNumber,
    paper,
    amount,
  };
  it.each(Object.entries(others))('of the kind %s is left alone', (_, kind) => {
    fc.assert(
      fc.property(
        fc.constantFrom('', 'Hansen VVS, ', 'kunde ønsker tilbud: ', 'ring til Mette '),
        kind,
        after,
        (ahead, number, behind) => {
          const text = `${ahead}${number}${behind.replace(' ring 40411234', '')}`;
          expect(maskCpr(text)).toEqual({ text, removed: 0 });
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is left alone beside others of its like', () => {
    const several = fc.array(
      fc.oneof(
        phone,
        date.filter((one) => !/^\d+$/.test(one)),
        postal,
        cvr,
        pNumber,
        amount,
      ),
      {
        minLength: 2,
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(several, (numbers) => {
        const text = numbers.join(', ');
        expect(maskCpr(text)).toEqual({ text, removed: 0 });
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ['a day that there is not', '310270-1234'],
    ['a month that there is not', '011370-1234'],
    ['29 February outside a leap year', '290207-1234'],
    ['eleven digits', '010270-12345'],
    ['nine digits', '010270-123'],
    ['part of a longer number', '5010270123412'],
    ['several P-numbers behind one word', 'P-numre: 1003407806, 1003407814 og 1012345678'],
    ['a date and a postal code', 'levering 12-10-26 8800 Viborg'],
    ['a date and a time', 'mødes 12.10.26 kl. 1430'],
    ['a telephone number and a postal code', 'ring 40 12 10 20 8800 Viborg'],
    ['a case number that begins with its year', '2024-10-1234'],
    ['an account number in fours', 'DK50 0040 0440 1162 43'],
  ])('is left alone: %s', (_, text) => {
    expect(maskCpr(text)).toEqual({ text, removed: 0 });
  });
});

describe('masking', () => {
  const anything = fc
    .array(
      fc.oneof(
        cpr,
        phone,
        date,
        cvr,
        pNumber,
        paper,
        word,
        fc.string({ unit: 'grapheme', maxLength: 12 }),
        fc.constantFrom(...'0123456789 -.,/'),
      ),
      {
        maxLength: 12,
      },
    )
    .chain((parts) => fc.constantFrom('', ' ', '\n').map((mark) => parts.join(mark)));

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const once = maskCpr(text);
        expect(maskCpr(once.text)).toEqual({ text: once.text, removed: 0 });
      }),
      { numRuns: 5_000 },
    );
  });

  it('leaves everything between the numbers as it was, and adds no digit', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { text: masked, removed } = maskCpr(text);
        const gone = digits(text).length - digits(masked).length;
        expect(gone).toBeGreaterThanOrEqual(8 * removed);
        expect(gone).toBeLessThanOrEqual(12 * removed);
        let from = 0;
        for (const part of masked.split(CPR_MASK)) {
          const at = text.indexOf(part, from);
          expect(at).toBeGreaterThanOrEqual(from);
          from = at + part.length;
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['digits only', '0'.repeat(100_000)],
    ['digits apart', '1 '.repeat(50_000)],
    ['unseen marks', '9\u200b\u200b'.repeat(33_000)],
    ['nine digits over and over', `cpr ${`${'1\u200b'.repeat(9)}a`.repeat(5_000)}`],
    ['words that could be labels', `${'p cpr tlf faktura '.repeat(5_000)}1`],
    ['digits of two code units, which are no day', '𝟗'.repeat(10).concat(' ').repeat(4_700)],
    ['the same after their word', `cpr ${'𝟗'.repeat(10).concat('a').repeat(4_700)}`],
    ['spaces', ' '.repeat(100_000)],
    ['halves of letters', '\ud83d'.repeat(100_000)],
    ['codes within codes', `${'&amp;'.repeat(40_000)}#49;`],
    ['codes of codes', '%25'.repeat(66_000)],
    ['tags that never end', '<b 1 '.repeat(40_000)],
    ['code marks', '_1*`'.repeat(50_000)],
    ['fractions', '½'.repeat(100_000)],
    ['days one after another', '24.11.26 '.repeat(22_000)],
  ])('takes a hostile text of up to 200 kB as it is: %s', (_, text) => {
    // Compared first, so that a failure does not print it all.
    expect(maskCpr(text).text === text).toBe(true);
  });

  it('reads a long text to its end', () => {
    const text = `${'kunde ønsker hjælp. '.repeat(5_000)}cpr 010270-1234`;
    expect(maskCpr(text).removed).toBe(1);
    expect(maskCpr('0102701234 '.repeat(9_000)).removed).toBe(9_000);
  });
});
