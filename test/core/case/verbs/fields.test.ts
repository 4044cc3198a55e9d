import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import {
  codesOf,
  fieldKindOf,
  flag,
  maybeOneOf,
  oneOf,
  optional,
  organisation,
  words,
} from '../../../../src/core/case/verbs/fields.ts';

/** What a field makes of its text, or the code by which it refuses it. */
function read(field: z.ZodType, typed: unknown): unknown {
  const parsed = field.safeParse(typed);
  return parsed.success
    ? parsed.data
    : `refused: ${parsed.error.issues.map(({ message }) => message).join()}`;
}

describe('a field of a verb', () => {
  it.each([
    ['an organisation', organisation(), ' ehm-midtjylland ', 'ehm-midtjylland'],
    ['an organisation', organisation(), '', 'refused: organisation-needed'],
    ['an organisation', organisation(), undefined, 'refused: organisation-needed'],
    ['an organisation', organisation(), 'les-999', 'refused: unknown-organisation'],
    ['a flag', flag(), 'true', true],
    ['a flag', flag(), 'false', false],
    ['a flag', flag(), '', false],
    ['a flag', flag(), undefined, false],
    ['a flag', flag(), 'måske', 'refused: not-yes-or-no'],
    ['an optional text', optional(), '', null],
    ['an optional text', optional(), undefined, null],
    ['an optional text', optional({ max: 3 }), 'abcd', 'refused: text-too-long'],
    ['words', words(), ' Camps,, netværk ', ['Camps', 'netværk']],
    ['words', words(), undefined, []],
    ['codes', codesOf('area', 'unknown-area'), 'financing, crisis', ['financing', 'crisis']],
    ['codes', codesOf('area', 'unknown-area'), 'rockets', 'refused: unknown-area'],
    [
      'codes',
      codesOf('area', 'unknown-area', { max: 1, code: 'too-many-areas' }),
      'financing,crisis',
      'refused: too-many-areas',
    ],
    ['a code', oneOf('basis', 'unknown-basis'), 'consent', 'consent'],
    ['a code', oneOf('basis', 'unknown-basis'), 'tja', 'refused: unknown-basis'],
  ])('%s: %o reads %o', (_, field, typed, value) => {
    expect(read(field, typed)).toEqual(value);
  });
});

describe('the kind of a field, by which forms draw it', () => {
  it.each([
    [oneOf('basis', 'unknown-basis'), { kind: 'code', list: 'basis', required: true }],
    [maybeOneOf('basis', 'unknown-basis'), { kind: 'code', list: 'basis', required: false }],
    [codesOf('area', 'unknown-area'), { kind: 'codes', list: 'area' }],
    [optional(), { kind: 'text', required: false }],
    [organisation(), { kind: 'organisation' }],
    [flag(), { kind: 'flag' }],
    [words(), { kind: 'words' }],
  ])('%o is %o', (field, kind) => {
    expect(fieldKindOf(field)).toEqual(kind);
  });
});
