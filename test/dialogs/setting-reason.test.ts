import { describe, expect, it } from 'vitest';
import { readCommand } from '../../dialogs/commands.ts';

describe('the reason of a change', () => {
  const reasonOf = (line: string) => {
    const command = readCommand(line);
    return command?.name === 'setting' ? command.input : undefined;
  };

  it.each([
    ['indstil svarfrist 24 fordi vi er flere', { value: '24', why: 'vi er flere' }],
    ['set answer by 24 because we are more', { value: '24', why: 'we are more' }],
    [
      'indstil svarfrist 24 fra 1.1.2027, begrundelse: vi er flere og send',
      { value: '24', from: '2027-01-01', why: 'vi er flere', sure: 'true' },
    ],
    // What may itself be text holds the word, unless it is marked.
    ['indstil prioriteter Handel, fordi byen vokser', { value: 'Handel, fordi byen vokser' }],
    ['indstil prioriteter Handel begrundelse: byen vokser', { value: 'Handel', why: 'byen vokser' }],
    ['indstil svarfrist nulstil fordi det var en fejl', { why: 'det var en fejl' }],
  ])('is read from %s', (line, input) => {
    expect(reasonOf(line)).toEqual({ setting: expect.any(String), ...input });
  });
});
