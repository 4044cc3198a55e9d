import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLanguageModel } from '../../src/language/create-language-model.ts';
import { allButtons, buttonsOn, clickOn, inMessage, textOn } from '../channels/slack/slack-hands.ts';
import { openProduct } from '../channels/slack/slack-product.ts';
import { buttonsOn as cardButtons, wordsOn } from './card-hands.ts';
import { chatOf, openTeamsWorld, type TeamsWorld } from './teams-world.ts';

/** A case of the office's own that names a person: its basis is asked with the click that creates it. */

const LINE = 'log Bjerregaards Bageri søger nye lokaler i Viborg, Lise Juhl 61 22 33 44';
const NOBODY = 'log Annes Salater ApS søger nye lokaler i Viborg, etableret 2012';
const WORDS = {
  da: {
    ask: 'Må personoplysningerne registreres i det fælles CRM-system?',
    buttons: ['Opret med samtykke', 'Opret: offentlig opgave', 'Nej, kun hos os'],
    plain: 'Opret sagen her',
    refused: 'Sagen er ikke oprettet endnu',
    typed: {
      consent: 'bekræft med samtykke',
      'public-task': 'bekræft offentlig opgave',
      declined: 'kun hos os',
    },
    confirm: 'bekræft',
  },
  en: {
    ask: 'May the personal details be registered in the shared CRM?',
    buttons: ['Create with consent', 'Create: public task', 'No, only with us'],
    plain: 'Create the case here',
    refused: 'The case has not been created yet',
    typed: {
      consent: 'confirm with consent',
      'public-task': 'confirm public task',
      declined: 'only with us',
    },
    confirm: 'confirm',
  },
} as const;
const KINDS = ['consent', 'public-task', 'declined'] as const;

describe.each(['da', 'en'] as const)('in Teams, in %s', (language) => {
  const words = WORDS[language];
  const chat = chatOf('anna-holm');
  let world: TeamsWorld;
  beforeEach(async () => {
    world = await openTeamsWorld();
    await world.say('anna-holm', chat, `sprog ${language}`);
  });
  afterEach(() => world.close());
  const say = async (line: string) => (await world.say('anna-holm', chat, line)).at(-1)?.card;
  const bases = async () => {
    const cases = await world.service.unitOfWork.read((stores) => stores.cases.page('', 100));
    return cases.map(({ owner, basis }) => `${owner} ${basis?.kind}`);
  };

  it.each(KINDS)('%s is clicked, or typed', async (kind) => {
    const card = await say(LINE);
    expect(wordsOn(card)).toContain(words.ask);
    const titles = cardButtons(card).map(({ title }) => title);
    expect(titles).toEqual(expect.arrayContaining([...words.buttons]));
    expect(titles).not.toContain(words.plain);
    await world.click('anna-holm', chat, card, 'intake.confirm', { consent: kind });
    await say(LINE.replace('Bjerregaards', 'Annes'));
    await say(words.typed[kind]);
    expect(await bases()).toEqual([`les-791 ${kind}`, `les-791 ${kind}`]);
  });

  it('is demanded where it was left out, and nothing is asked where nobody is named', async () => {
    await say(LINE);
    const refused = wordsOn(await say(words.confirm));
    expect(refused).toContain(words.refused);
    expect(refused).toContain(words.ask);
    await say('annuller');
    await say(NOBODY);
    const card = await say('spring over');
    expect(wordsOn(card)).not.toContain(words.ask);
    await say(words.confirm);
    expect(await bases()).toEqual(['les-791 undefined']);
  });
});

describe.each(['da', 'en'] as const)('in Slack, in %s', (language) => {
  const words = WORDS[language];
  let product: Awaited<ReturnType<typeof openProduct>>;
  let count = 0;
  beforeEach(async () => {
    product = await openProduct({ language: createLanguageModel() });
    await say(`sprog ${language}`);
  });
  afterEach(() => product.close());
  const say = async (text: string) => {
    const { world } = product;
    const ts = `1795233543.${String(++count).padStart(6, '0')}`;
    await world.event({
      type: 'message',
      channel: `D-${world.anna}`,
      channel_type: 'im',
      user: world.anna,
      text,
      ts,
    });
    return world.last('chat.postMessage').body as unknown as Parameters<typeof textOn>[0];
  };
  const bases = async () => {
    const cases = await product.unitOfWork.read((stores) => stores.cases.page('', 100));
    return cases.map(({ owner, basis }) => `${owner} ${basis?.kind}`);
  };

  it.each(KINDS)('%s is clicked, or typed', async (kind) => {
    const { world } = product;
    const shown = await say(LINE);
    expect(textOn(shown)).toContain(words.ask);
    expect(buttonsOn(shown)).toEqual(expect.arrayContaining([...words.buttons]));
    const title = words.buttons[KINDS.indexOf(kind)] ?? '';
    expect(allButtons(shown).some(({ text }) => text.text === words.plain)).toBe(false);
    await world.interact({
      type: 'block_actions',
      ...inMessage(`D-${world.anna}`, true),
      actions: [clickOn(shown, title)],
    });
    await say(LINE.replace('Bjerregaards', 'Annes'));
    await say(words.typed[kind]);
    expect(await bases()).toEqual([`les-791 ${kind}`, `les-791 ${kind}`]);
  });
});
