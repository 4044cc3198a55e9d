import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recordOfCase } from '../../src/core/indicators/record-of-case.ts';
import { createLanguageModel } from '../../src/language/create-language-model.ts';
import { clickOn, inMessage, textOn, viewPayload } from '../channels/slack/slack-hands.ts';
import { openProduct } from '../channels/slack/slack-product.ts';
import { buttonsOn, wordsOn } from './card-hands.ts';
import { chatOf, openTeamsWorld, type TeamsWorld } from './teams-world.ts';

/** Self-help tools that the company was shown while it called: typed and chosen at the intake, registered with the case. */

const WORDS = {
  da: {
    line: 'log Annes Salater ApS, CVR 25313763, søger nye lokaler i Viborg. Jeg viste hende Væksthjulet og Virksomhedsguiden',
    wish: 'log Annes Salater ApS søger nye lokaler i Viborg og vil gerne vist Væksthjulet',
    later: 'hun har også udfyldt Business Model Canvas',
    button: 'Selvhjælp givet',
    correct: 'ret selvhjælp Væksthjulet og Klimakompasset',
    unknown: 'ret selvhjælp lykkehjulet',
    confirm: 'bekræft',
  },
  en: {
    line: 'log Annes Salater ApS, CVR 25313763, needs new premises in Viborg. I showed her Væksthjulet and Virksomhedsguiden',
    wish: 'log Annes Salater ApS is looking for premises to rent in Viborg and would like to use Væksthjulet',
    later: 'she has filled in the Business Model Canvas too',
    button: 'Self-help given',
    correct: 'correct self-help Væksthjulet and Klimakompasset',
    unknown: 'correct self-help lucky wheel',
    confirm: 'confirm',
  },
} as const;

interface Kept {
  readonly selfHelp?: readonly { readonly tool: string | null }[] | undefined;
}
const toolsOf = ({ selfHelp = [] }: Kept) => selfHelp.map(({ tool }) => tool);

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
  const kept = () => world.service.unitOfWork.read((stores) => stores.cases.page('', 10));
  /** The tools that a card shows as given. */
  const given = (card: unknown) =>
    wordsOn(card)
      .split('\n')
      .find((line) => line.startsWith(`${words.button}: `))
      ?.slice(words.button.length + 2);
  /** To the decision, past what the guide asks. */
  const decided = async (line: string) => {
    let card = await say(line);
    for (
      let asked = 0;
      asked < 5 && !buttonsOn(card).some(({ verb }) => verb === 'intake.confirm');
      asked += 1
    )
      card = await say(language === 'da' ? 'spring over' : 'skip');
    return card;
  };

  it('what was typed is on the card and on the case, by name', async () => {
    const card = await decided(words.line);
    expect(given(card)).toBe('Væksthjulet, Virksomhedsguiden');
    const more = await say(words.later);
    expect(given(more)).toBe('Væksthjulet, Virksomhedsguiden, Business Model Canvas');
    await world.click('anna-holm', chat, more, 'intake.confirm', { consent: 'consent' });
    const [kase] = await kept();
    if (!kase) throw new Error('there is no case');
    expect(toolsOf(kase)).toEqual(['vaeksthjulet', 'virksomhedsguiden', 'business-model-canvas']);
    expect(kase.values).not.toHaveProperty('tools');
    const history = await world.service.unitOfWork.read((stores) => stores.history.of(kase.id));
    expect(recordOfCase({ case: kase, history, crmCurrent: true }).selfHelp).toMatchObject([
      { tool: 'vaeksthjulet', by: 'les-791' },
      { tool: 'virksomhedsguiden' },
      { tool: 'business-model-canvas' },
    ]);
    await world.deliver();
    const record = await world.service.deps.crm.findByCase(kase.id);
    expect(record?.selfHelp.map(({ tool }) => tool)).toContain('vaeksthjulet');
  });

  it('a wish for a tool is none that was given', async () => {
    const card = await decided(words.wish);
    expect(given(card)).toBeUndefined();
  });

  it('it is chosen on the decision card, corrected by name, and an unknown one is refused', async () => {
    const card = await decided(words.wish);
    const [button] = buttonsOn(card).filter(({ title }) => title === words.button);
    expect(button).toBeDefined();
    const chosen = await world.click('anna-holm', chat, card, 'intake.correct', { tools: 'klimakompasset' });
    expect(given(chosen)).toBe('Klimakompasset');
    await say(words.unknown);
    await say(words.correct);
    await say(language === 'da' ? 'bekræft med samtykke' : 'confirm with consent');
    expect((await kept()).map(toolsOf)).toEqual([['vaeksthjulet', 'klimakompasset']]);
  });

  it('an enquiry that is added to the running case brings its tools along', async () => {
    const first = await decided(words.line);
    await world.click('anna-holm', chat, first, 'intake.confirm', { consent: 'consent' });
    const again = await decided(words.line.replace('Væksthjulet', 'Klimakompasset'));
    await world.click('anna-holm', chat, again, 'intake.confirm', { consent: 'consent' });
    expect((await kept()).map(toolsOf)).toEqual([
      ['vaeksthjulet', 'virksomhedsguiden', 'klimakompasset', 'virksomhedsguiden'],
    ]);
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
    const user = world.anna;
    await world.event({ type: 'message', channel: `D-${user}`, channel_type: 'im', user, text, ts });
    return world.last('chat.postMessage').body as unknown as Parameters<typeof textOn>[0];
  };
  const kept = () => product.unitOfWork.read((stores) => stores.cases.page('', 10));

  it('it is typed, or chosen in the window of the button', async () => {
    const { world } = product;
    await say(words.line);
    const shown = await say(language === 'da' ? 'spring over' : 'skip');
    expect(
      textOn(shown)
        .split('\n')
        .filter((line) => line.startsWith(`${words.button}: `)),
    ).toEqual([`${words.button}: Væksthjulet, Virksomhedsguiden`]);
    await world.interact({
      type: 'block_actions',
      ...inMessage(`D-${world.anna}`, true),
      actions: [clickOn(shown, words.button)],
    });
    await world.interact({
      type: 'view_submission',
      view: viewPayload(world.window(), { tools: 'klimakompasset' }),
    });
    await say(language === 'da' ? 'bekræft med samtykke' : 'confirm with consent');
    expect((await kept()).map(toolsOf)).toEqual([['klimakompasset']]);
  });
});
