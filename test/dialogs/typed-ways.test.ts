import { describe, expect, it } from 'vitest';
import { readCommand } from '../../dialogs/commands.ts';
import { CASE_VERBS } from '../../src/core/case/verbs/index.ts';
import { LANGUAGES } from '../../src/core/vocabulary.ts';
import { WAYS } from '../core/case/verbs/ways.ts';
import { typedLine } from './typed-ways.ts';

/**
 * Every input of every verb, typed in both languages with the names and words that the product shows. That each is then
 * found again, or refused, is shown in `core/case/verbs/inputs.test.ts`, which says so too if one is tried nowhere.
 */

const ID = 'K3F9-QTX2';
const read = (line: string) => {
  const command = readCommand(line);
  return command.name === 'case-action' ? [command.verb, command.caseId, command.input] : [command.name];
};

describe.each(LANGUAGES)('typed in %s', (language) => {
  const rows = CASE_VERBS.flatMap((verb) =>
    WAYS[verb].map(([, , input]) => [typedLine(verb, ID, input, language), verb, input] as const),
  );

  it.each(rows)('%s', (line, verb, input) => {
    expect(read(line)).toEqual([verb, ID, input]);
  });

  it.each(rows.filter(([, , input]) => Object.keys(input).length > 1))(
    'in any order, each on a line: %s',
    (_, verb, input) => {
      const turned = Object.fromEntries(Object.entries(input).reverse());
      const line = typedLine(verb, ID, turned, language).replaceAll('; ', '\n');
      expect(read(line)).toEqual([verb, ID, input]);
    },
  );
});

describe('an organisation that is named', () => {
  it.each([
    [`send ${ID} modtager: LES Aarhus`, { organisation: 'les-751' }],
    [
      `send ${ID} modtager: LES Aarhus; fordi de kender dem`,
      { organisation: 'les-751', reason: 'de kender dem' },
    ],
    [
      `forward ${ID} recipient: LES Aarhus; they know them`,
      { organisation: 'les-751', reason: 'they know them' },
    ],
    [`inviter ${ID} organisation: LES Aarhus`, { organisation: 'les-751' }],
  ])('stands alone, or with the reason beside it: %s', (line, input) => {
    expect(read(line).at(-1)).toEqual(input);
  });
});
