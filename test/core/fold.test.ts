import { describe, expect, it } from 'vitest';
import { nameWords } from '../../src/core/company-name.ts';
import { COMMAND_WORDS, COMPANY_NAMES, FREE_TEXT, fold } from '../../src/core/fold.ts';

/** Each way of typing, and what commands, free text and company names make of it. */
const TABLE: readonly (readonly [typed: string, command: string, text: string, name: string])[] = [
  ['Ærø', 'aeroe', 'aro', 'ero'],
  ['Aeroe', 'aeroe', 'aro', 'ero'],
  ['aerø', 'aeroe', 'aro', 'ero'],
  ['aro', 'aro', 'aro', 'aro'],
  ['Ålborg', 'aalborg', 'alborg', 'alborg'],
  ['AALBORG', 'aalborg', 'alborg', 'alborg'],
  ['A\u030alborg', 'aalborg', 'alborg', 'alborg'],
  ['Åen', 'aaen', 'an', 'aen'],
  ['Aaen', 'aaen', 'aen', 'aen'],
  ['gråe', 'graae', 'gra', 'grae'],
  ['Bæk', 'baek', 'bak', 'bek'],
  ['Baek', 'baek', 'bak', 'bek'],
  ['Bäck', 'baeck', 'back', 'beck'],
  ['København', 'koebenhavn', 'kobenhavn', 'kobenhavn'],
  ['Koebenhavn', 'koebenhavn', 'kobenhavn', 'kobenhavn'],
  ['Jönsson', 'joensson', 'jonsson', 'jonsson'],
  ['idéer', 'ideer', 'ideer', 'ideer'],
  ['Citroën', 'citroen', 'citron', 'citroen'],
  ['Düsseldorf', 'dusseldorf', 'dusseldorf', 'dusseldorf'],
  ['Straße', 'straße', 'strasse', 'straße'],
  ['ＣＶＲ １２', 'cvr 12', 'cvr 12', 'cvr 12'],
  ['e-handel & co.', 'e-handel & co.', 'e-handel & co.', 'e-handel & co.'],
  ['', '', '', ''],
];

describe('a fold', () => {
  it.each(TABLE)('makes of %s what is compared', (typed, command, text, name) => {
    expect(fold(typed, COMMAND_WORDS)).toBe(command);
    expect(fold(typed, FREE_TEXT)).toBe(text);
    expect(fold(typed, COMPANY_NAMES)).toBe(name);
  });

  it('keeps two companies apart whose names differ in æ and å', () => {
    expect(nameWords('Bæk ApS')).not.toEqual(nameWords('Baak ApS'));
    expect(nameWords('Bæk ApS')).toEqual(nameWords('baek aps'));
  });
});
