import { describe, expect, it } from 'vitest';
import { readCommand } from '../../dialogs/commands.ts';

/** Commands as people say them: politely, or as a correction in a sentence. */

describe('politeness', () => {
  it.each([
    ['tal sidste måned tak', 'tal sidste måned'],
    ['sager tak!', 'sager'],
    ['ny, tak', 'ny'],
    ['hjælp venligst', 'hjælp'],
    ['bekræft samtykke tak', 'bekræft samtykke'],
    ['giv mig mine sager', 'mine sager'],
    ['må jeg se sager haster', 'sager haster'],
    ['vis mig tal K3 2026', 'tal K3 2026'],
    ['figures for last month pls', 'figures for last month'],
    ['can I see my cases please', 'my cases'],
    ['show me figures Q3 2026, thanks', 'figures Q3 2026'],
  ])('around a command is no part of it: %s', (polite, plain) => {
    const command = readCommand(plain);
    expect(command.name).not.toBe('say');
    expect(readCommand(polite)).toEqual(command);
  });

  it.each([
    'tak',
    'mange tak',
    'please',
    'ja tak',
    'tak for hjælpen',
    'giv mig lige et øjeblik',
    'show me the way',
  ])('alone is talk: %s', (text) => {
    expect(readCommand(text)).toEqual({ name: 'say', text });
  });
});

describe('a correction in a sentence', () => {
  it.each([
    ['forkert kommune, det er Skive', 'municipality', '779'],
    ['nej, kommunen er Skive', 'municipality', '779'],
    ['hov, det er den forkerte kommune, den er Skive', 'municipality', '779'],
    ['kommunen skal være Aarhus', 'municipality', '751'],
    ['wrong municipality, it is Skive', 'municipality', '779'],
    ['sorry, the municipality is Skive', 'municipality', '779'],
    ['forkert mail: ole@bak.dk', 'contactEmail', 'ole@bak.dk'],
    ['forkert telefon, det er 40 41 12 34', 'contactPhone', '40 41 12 34'],
  ])('is the correction that `ret` gives: %s', (text, field, value) => {
    expect(readCommand(text)).toEqual({ name: 'correct', field, value });
  });

  it.each([
    'kommune Skive',
    'kommunen er Viborg, og de vil eksportere',
    'kommunen er lukket',
    'forkert kommune',
    'forkert nummer',
    'forkert chat',
    'telefonen er død',
  ])('is none: %s', (text) => {
    expect(readCommand(text)).toEqual({ name: 'say', text });
  });
});
