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
  return answer.replace(/^found (.*?):.*$/, 'find $1').replace(/^(cases|figures) (\S+) .*$/, '$1 $2');
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

  it.each([
    'Nej Tak Design',
    'Tak for Mad ApS',
    'Hej Kaffe',
    'Ja Da Reklame',
    'Slut Prut Byg',
    'Ok Biler',
    'OK Auto A/S',
    'Perfekt Rengøring',
    'Stop Tyveri ApS',
    'Hjælp og Pleje ApS',
    'Hjælp til Haven',
    'Nyt Syn Optik',
    'Ny Energi Midt',
    'Sager og Sådan',
    'Status Marketing',
    'Find Vej Kommunikation',
    'Tilbage til Naturen',
    'Luk Op Film',
    'Søg og Du Skal Finde',
    'Godmorgen Brød',
    'Farvel Fedt Fitness',
    'Vi Ses Events',
    'Fedt Nok Burger',
    'Super Tømrer',
    'Fint Tøj',
    'Undskyld Ventetiden Teater',
    'Luk og Lås Service',
    'Mine Ting Vintage',
    'Overtag Ejendomme',
    'Send Mig Blomster',
    'No Thanks Studio',
    'Yes Please Bakery',
    'Help Me Move ApS',
    'Thank You Coffee',
    'Hello Print',
    'Stop Motion Film',
    'Status Quo Consulting',
    'New Day Yoga',
    'Find It Recruitment',
    'Goodbye Waste ApS',
    'Okay Media',
    'Never Mind Records',
    'Cancel Noise Audio',
  ])('is the name where the company is asked for: %s', async (name) => {
    await world.says(ANNA, readCommand('vil have hjælp til patent, Viborg'));
    await world.says(ANNA, readCommand(name));
    const draft = await world.draft(ANNA);
    await world.says(ANNA, { name: 'cancel' });
    expect(draft.values.companyName).toBe(name);
  });

  describe.each(['decision', 'company'] as const)('while the %s stands', (stands) => {
    it.each([
      'no export',
      'ikke eksport',
      'ikke noget med eksport',
      'uden eksport',
      'det er ikke eksport',
      'det handler ikke om eksport',
      'nej ikke eksport',
      'fjern eksport',
      'drop eksport',
      'eksport er ikke med',
      'de skal ikke eksportere',
      'de vil ikke eksportere alligevel',
      'glem det med eksport',
      'ingen eksport',
      'eksport er forkert',
      'slet eksport',
      'stryg eksport',
      'det var ikke eksport de ringede om',
      'de har ikke brug for eksport',
      'tag eksport ud',
      'eksport skal ikke med',
      'der er ikke noget eksport',
      'ikke eksport alligevel',
      'uden eksport tak',
      'no need for export',
      'not export',
      'it is not about export',
      'no, not export',
      'remove export',
      'drop export',
      'without export',
      "they don't want to export",
      'forget export',
      'export is wrong',
      'take out export',
      "they don't need export",
      'scratch the export',
      "export shouldn't be there",
    ])('takes the need away: %s', async (text) => {
      const company = stands === 'decision' ? '25313763 Hanne Hansen 40411234,' : '';
      await world.says(ANNA, readCommand(`log ${company} de vil have hjælp til patent, Viborg`));
      await world.says(ANNA, readCommand('de vil også eksportere'));
      const before = await world.draft(ANNA);
      await world.says(ANNA, readCommand(text));
      const { values } = await world.draft(ANNA);
      await world.says(ANNA, { name: 'cancel' });
      expect(before.values.areas).toEqual(['patents-ipr', 'internationalisation']);
      expect(values).toEqual({ ...before.values, areas: ['patents-ipr'] });
    });
  });

  it.each(['ikke noget med eksport', 'fjern eksport', 'eksport er forkert', "they don't need export"])(
    'opens nothing, and changes no enquiry that has no such need: %s',
    async (text) => {
      expect(await world.says(ANNA, readCommand(text))).toEqual(['which']);
      await world.says(ANNA, readCommand('log 25313763 Hanne Hansen 40411234 de vil have patent, Viborg'));
      const before = await world.draft(ANNA);
      expect(await world.says(ANNA, readCommand(text))).toEqual(['refused no-answer']);
      expect((await world.draft(ANNA)).values).toEqual(before.values);
      await world.says(ANNA, { name: 'cancel' });
    },
  );

  it.each([
    'kunden er sur',
    'han ville ikke give sit navn',
    'de fik finansieringstjek 3 timer',
    'he hung up',
  ])('is not written on the enquiry whose decision stands: %s', async (text) => {
    await world.says(ANNA, readCommand('log 25313763 Hanne Hansen 40411234 de vil have patent, Viborg'));
    const before = await world.draft(ANNA);
    expect(await world.says(ANNA, readCommand(text))).toEqual(['refused no-answer']);
    expect((await world.draft(ANNA)).values).toEqual(before.values);
    await world.says(ANNA, { name: 'cancel' });
  });

  it.each(of('+'))('opens an enquiry: $text', async ({ text }) => {
    const { answers, opened } = await typed(text);
    expect(opened).toBe(true);
    expect(answers.at(-1)).toMatch(/^(question|decision)/);
  });
});
