import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toText } from '../../../cards/text.ts';
import { viewOf } from '../../../cards/view-of.ts';
import { readCommand } from '../../../dialogs/commands.ts';
import { readTalk } from '../../../dialogs/talk/read-talk.ts';
import { offerSchema } from '../../../src/core/offers/offer.ts';
import { createLanguageModel } from '../../../src/language/create-language-model.ts';
import { type AppWorld, openAppWorld } from '../app-world.ts';

/** Loaded once: it is large. */
const language = createLanguageModel();

const ANNA = 'anna-holm';
const CARLA = 'carla-winther';
let world: AppWorld;
beforeEach(async () => {
  world = await openAppWorld({
    start: '2026-11-20T09:00:00.000Z',
    language,
    readTalk,
  });
});
afterEach(() => world.close());

async function shown(person: string, text: string): Promise<string> {
  const { answers, language } = await world.do(person, readCommand(text));
  return answers.map((answer) => toText(viewOf(answer, language))).join('\n');
}

describe('tilbud', () => {
  it.each([
    'tilbud eksport Viborg',
    'tilbud om eksport i Viborg Kommune',
    'hvilke tilbud er der om eksport i 791?',
    'tilbud eksprot viborg',
    'offers export Viborg',
    'which offers for export in Viborg',
  ])('finds what companies of a place can get: %s', async (text) => {
    const words = await shown(ANNA, text);
    expect(words).toContain('Eksportsparring');
    expect(words).toContain('Internationaliseringstjek');
    expect(words).toMatch(/^Tilbud: .*Viborg/);
    expect(words).toContain('Under 100 ansatte');
    expect(words).toContain('Erhvervshus Midtjylland');
  });

  it('says so in English, with sources by name', async () => {
    await world.do(ANNA, readCommand('sprog en'));
    const words = await shown(ANNA, 'offers innobooster');
    expect(words).toContain('Offers: innobooster – Viborg');
    expect(words).toContain('a turnover of at least 2 m DKK');
    expect(words).toContain('Resultatkontrakt for Erhvervshus Nordjylland 2019');
  });

  it('lists everything that is valid for a house’s whole area, and what has ended by name', async () => {
    const words = await shown(CARLA, 'tilbud');
    expect(words).toContain('Tilbud, der gælder i dag – Erhvervshus Midtjylland');
    expect(words).toContain('Kapitalcoach');
    expect(words).not.toContain('NewBizz');
    expect(await shown(CARLA, 'tilbud Scale-Up DK')).toContain('Scale-Up DK sluttede den 30. august 2019');
    expect(await shown(CARLA, 'tilbud værktøjer')).toContain('Væksthjulet');
    expect(await shown(CARLA, 'tilbud hestesko')).toContain('ingen tilbud, der passer');
  });

  it('shows what was imported, and triage names it at once', async () => {
    const offer = offerSchema.parse({
      id: 'smv-groen',
      kind: 'programme',
      name: 'SMV:Grøn',
      owner: 'Erhvervsstyrelsen',
      areas: ['certification'],
      forWhom: { da: 'Små og mellemstore virksomheder', en: 'Small and medium-sized companies' },
      source: 'Erhvervsstyrelsen',
    });
    await world.unitOfWork.run(({ offers }) => offers.put([offer], '2026-11-20T09:00:00.000Z'));
    expect(await shown(ANNA, 'tilbud smv grøn')).toContain('SMV:Grøn');
    const decided = await shown(ANNA, 'log 25313763 skal ISO-certificeres, ring til Mette på 40411234');
    expect(decided).toContain('SMV:Grøn');
  });

  it('leaves a sentence that begins like it to the talk', () => {
    expect(readCommand('tilbud på nye maskiner er vi i gang med at indhente fra tre firmaer').name).toBe(
      'say',
    );
  });
});
