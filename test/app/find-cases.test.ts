import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCommand } from '../../dialogs/commands.ts';
import { readTalk } from '../../dialogs/talk/read-talk.ts';
import { createLanguageModel } from '../../src/language/create-language-model.ts';
import { act, channelOf, logCase } from '../loop/loop-world.ts';
import { type AppWorld, openAppWorld, wordsOf } from './app-world.ts';

/** Loaded once: it is large. */
const language = createLanguageModel();

/** Cases that are asked for by name, contact or telephone, by those who have a part in them and by others. */

const ANNA = 'anna-holm';
const BO = 'bo-krogh';
let world: AppWorld;
const ids: Record<string, string> = {};
const ask = (person: string, text: string) => world.says(person, readCommand(text));

beforeAll(async () => {
  world = await openAppWorld({ language, readTalk });
  world.companies = [];
  // All are LES Viborg's own: nobody else has a part in them.
  const own = { areas: 'business-plan' };
  const log = async (name: string, input: Readonly<Record<string, string>>) => {
    ids[name] = (await logCase(world, ANNA, { ...own, ...input })).id;
  };
  await log('hansen', { companyName: 'Hansen VVS ApS', cvr: '25313763', contactName: 'Ole Bak' });
  await log('hansson', { companyName: 'Hansson Tag', contactPhone: '86123456', contactName: 'Ida' });
  await log('bakery', { companyName: 'Bageriet på Torvet', contactPhone: '97123456', contactName: 'Kai' });
  await log('aero', { companyName: 'Ærø Bådværft', contactPhone: '62123456', contactName: 'Bo' });
  const started = { stage: 'pre-starter', companyName: '', contactName: 'Mette Lund' };
  await log('starter', { ...started, contactPhone: '20123456' });
}, 60_000);
afterAll(() => world.close());

describe('a case that the asker has a part in', () => {
  it.each([
    ['hvem har Hansen VVS?', 'hansen'],
    ['hvordan går det med hansen', 'hansen'],
    ['har vi haft kontakt med 25313763 før', 'hansen'],
    ['25 31 37 63', 'hansen'],
    ['status på Hansne VVS', 'hansen'],
    ['sag Ole Bak', 'hansen'],
    ['find Hansson', 'hansson'],
    ['86 12 34 56', 'hansson'],
    ['+45 86123456', 'hansson'],
    ['er der nyt fra bageren i Viborg', 'bakery'],
    ['hvem har aeroe baadvaerft', 'aero'],
    ['find Ærø Bådværtf', 'aero'],
    ['hvem har Mette Lund', 'starter'],
  ])('is shown: %s', async (text, name) => {
    const { answers } = await world.do(ANNA, readCommand(text));
    expect(answers).toMatchObject([{ kind: 'case', case: { id: ids[name] } }]);
  });

  it('is listed with the others that fit as well', async () => {
    expect(await ask(ANNA, 'find sager i Viborg')).toEqual([expect.stringMatching(/^found 791: /)]);
    expect(await ask(ANNA, 'find Hanson')).toEqual([`found Hanson: ${ids.hansen} ${ids.hansson}`]);
  });

  it('is not guessed where no name is like it', async () => {
    expect(await ask(ANNA, 'hvem har Frandsen Beton')).toEqual(['found Frandsen Beton: ']);
  });

  it('is found after it was closed', async () => {
    const { id } = await logCase(world, ANNA, { areas: 'business-plan', companyName: 'Lukket Land' });
    await act(world, ANNA, id, 'case.withdraw', { reason: 'nej tak' });
    expect(await ask(ANNA, 'hvem har Lukket Land')).toEqual([expect.stringContaining('withdrawn')]);
  });
});

describe('a case that the asker has no part in', () => {
  it('shows that the company is known, and by whom it is served', async () => {
    const { answers } = await world.do(BO, readCommand('hvem har Hansen VVS?'));
    expect(answers).toMatchObject([{ kind: 'running-case', running: { owner: 'les-791' } }]);
    expect(JSON.stringify(answers)).not.toMatch(/Ole Bak|40411234|Tyskland/);
  });

  it.each(['sag Ole Bak', '40 41 12 34', 'hvem har Mette Lund', '20 12 34 56', 'hvem vil til Tyskland'])(
    'is not found by a person: %s',
    async (text) => {
      const { answers } = await world.do(BO, readCommand(text));
      expect(JSON.stringify(answers)).not.toMatch(/les-791|Hansen/);
    },
  );
});

describe('a question in a channel', () => {
  it('is answered with the view that all may read', async () => {
    const house = { conversation: channelOf('les-791'), audience: 'conversation' } as const;
    const { answers } = await world.do(ANNA, readCommand('hvem har Hansen VVS'), house);
    expect(answers).toMatchObject([{ kind: 'case', viewer: { relation: 'channel' } }]);
  });
});

describe('while something is asked', () => {
  it('a question is answered and the question stands', async () => {
    await world.do(ANNA, readCommand('guide'));
    expect(await ask(ANNA, 'hvem har Frandsen Beton')).toEqual([
      'found Frandsen Beton: ',
      'question company',
    ]);
    expect(await ask(ANNA, 'tak')).toEqual(['small-talk thanks']);
    expect(await ask(ANNA, 'ok')).toEqual(['question company not-understood']);
    expect((await world.draft(ANNA)).values.companyName).toBeUndefined();
    expect(await ask(ANNA, 'Frandsen Beton')).toEqual(['question municipality']);
    expect((await world.draft(ANNA)).values.companyName).toBe('Frandsen Beton');
    await ask(ANNA, 'annuller');
  });

  it('a control question may be left open', async () => {
    for (const skip of ['ved ikke', 'spring over', 'skip']) {
      await ask(ANNA, 'log Madsen Møbler, Viborg, markedsføring, 22334455');
      const before = await ask(ANNA, 'ret fase etableret');
      expect(before.at(-1)).toBe('question control:sales-marketing');
      expect((await ask(ANNA, skip)).at(-1)).toMatch(/^(decision|question (?!control))/);
      await ask(ANNA, 'annuller');
    }
  });

  it('a decision takes yes and no to what it asks, and nothing that it cannot read', async () => {
    await ask(ANNA, 'log Madsen Møbler, Viborg, patent, 22334455');
    await ask(ANNA, 'etableret');
    const description = (await world.draft(ANNA)).values.description;
    for (const line of ['hvem har sagen?', 'tak', 'asdf', 'hvordan kan det være']) await ask(ANNA, line);
    expect((await world.draft(ANNA)).values).toMatchObject({ description });
    expect(await ask(ANNA, 'asdf')).toEqual(['refused no-answer']);
    const sent = await ask(ANNA, 'ja');
    expect(sent.join()).toContain('offered case-sent');
    const [kase] = (await world.cases()).filter(({ values }) => values.description === description);
    expect(kase?.basis?.kind).toBe('consent');
  });
});

describe('words that may be either', () => {
  it('are asked about, and the buttons go on with them', async () => {
    const { answers } = await world.do(ANNA, readCommand('frandsen beton'));
    expect(answers).toEqual([{ kind: 'which', text: 'frandsen beton' }]);
    expect(await ask(ANNA, 'sag frandsen beton')).toEqual(['found frandsen beton: ']);
    expect(wordsOf(await world.do(ANNA, { name: 'log', text: 'frandsen beton' }))[0]).toMatch(/^question/);
    await ask(ANNA, 'annuller');
  });
});
