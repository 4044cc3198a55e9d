import { describe, expect, it } from 'vitest';
import { MUNICIPALITIES } from '../../src/core/municipalities.ts';
import { readMunicipality } from '../../src/core/municipality-names.ts';

describe('a typed municipality', () => {
  it.each(MUNICIPALITIES)(
    'is $name by its code, its name and in the ways people write it',
    ({ code, name }) => {
      const written = name.replaceAll('æ', 'ae').replaceAll('ø', 'oe').replaceAll('å', 'aa');
      const ways = [
        code,
        ` ${code} `,
        name,
        name.toUpperCase(),
        `${name} Kommune`,
        `${name}s kommune`,
        `${name}.`,
      ];
      for (const typed of [...ways, written, name.replaceAll('-', ' '), name.normalize('NFD')])
        expect([typed, readMunicipality(typed)]).toEqual([typed, code]);
    },
  );

  it.each([
    ['Vesthimmerland', '820'],
    ['nordfyn kommune', '480'],
    ['kbh', '101'],
    ['Copenhagen', '101'],
    ['Aarhus C', '751'],
    ['8800 Viborg', '791'],
    ['Lyngby Taarbaek', '173'],
  ])('may be %s', (typed, code) => {
    expect(readMunicipality(typed)).toBe(code);
  });

  it.each([
    '',
    ' ',
    '-',
    '8800',
    '999',
    'Viborgsens',
    'Midtjylland',
    'vi bor i Viborg',
    'kommune',
    'Viborg og Skive',
  ])('is none for "%s"', (typed) => {
    expect(readMunicipality(typed)).toBeUndefined();
  });
});
