import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCommand } from '../../dialogs/commands.ts';
import { readTalk } from '../../dialogs/talk/read-talk.ts';
import { createLanguageModel } from '../../src/language/create-language-model.ts';
import { type AppWorld, openAppWorld } from '../app/app-world.ts';
import { TALK_LINES, type TalkLine } from './talk-lines.ts';

/**
 * What people type to the bot, with the real language model: each line is taken for what it is, every question is
 * answered by its kind of answer, and only a need opens an enquiry.
 */

const of = (sign: TalkLine['sign']) => TALK_LINES.filter((line) => line.sign === sign);
const ANNA = 'anna-holm';

let world: AppWorld;
beforeAll(async () => {
  world = await openAppWorld({ store: 'maps', language: createLanguageModel(), readTalk });
});
afterAll(() => world.close());

async function typed(
  text: string,
): Promise<{ readonly answers: readonly string[]; readonly opened: boolean }> {
  const answers = await world.says(ANNA, readCommand(text));
  const draft = await world.unitOfWork.read((stores) => stores.drafts.active(ANNA));
  if (draft) await world.says(ANNA, { name: 'cancel' });
  return { answers, opened: draft !== undefined };
}

/** An answer to a question as the file of lines writes it. */
function asWritten(answer: string): string {
  return answer.replace(/^found (.*?):.*$/, 'find $1').replace(/^cases (\S+) .*$/, 'cases $1');
}

describe('what people type', () => {
  it('has 300 lines and more, of every kind', () => {
    expect(TALK_LINES.length).toBeGreaterThanOrEqual(300);
    for (const sign of ['-', '?', '+'] as const) expect(of(sign).length).toBeGreaterThan(60);
  });

  it.each(of('-'))('opens nothing: $text', async ({ text }) => {
    const { answers, opened } = await typed(text);
    expect(opened).toBe(false);
    expect(answers).toHaveLength(1);
    expect(answers[0]).toMatch(/^(small-talk|which|welcome)/);
  });

  it.each([
    'jeg har en i telefonen',
    'jeg har en virksomhed i røret lige nu',
    'der er en, der ringer',
    'opret en sag',
    'jeg vil gerne oprette en ny henvendelse',
    'kan du lave en sag?',
    'ny kunde',
    'jeg har en ny henvendelse',
    'new customer',
    'please create a case',
    'I have someone on the phone',
  ])('begins an enquiry that keeps none of the words: %s', async (text) => {
    const answers = await world.says(ANNA, readCommand(text));
    const draft = await world.unitOfWork.read((stores) => stores.drafts.active(ANNA));
    await world.says(ANNA, { name: 'cancel' });
    expect(answers).toEqual(['form']);
    expect(draft?.values).toEqual({});
  });

  it.each(of('?'))('answers: $text', async ({ text, answer }) => {
    const { answers, opened } = await typed(text);
    expect(opened).toBe(false);
    expect(answers.map(asWritten)).toEqual([answer]);
  });

  it.each(of('+'))('opens an enquiry: $text', async ({ text }) => {
    const { answers, opened } = await typed(text);
    expect(opened).toBe(true);
    expect(answers.at(-1)).toMatch(/^(question|decision)/);
  });
});
