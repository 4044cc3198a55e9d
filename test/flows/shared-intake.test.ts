import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { viewOf } from '../../cards/view-of.ts';
import { wordsOn } from './card-hands.ts';
import { activityOf, channelOf, chatOf, openTeamsWorld, type TeamsWorld } from './teams-world.ts';

/** What a channel is shown of an intake that was typed in a private chat, and where an answer goes that it does not take. */

let world: TeamsWorld;
const viborg = channelOf('les-791');
const chat = chatOf('anna-holm');
const COMPANY = 'log 25313763 vil eksportere til Norge, Ida Bro 51 22 33 44 ida@bro.example';
const PRE_STARTER = 'log Ida Bro vil starte en café i Viborg, 51 22 33 44 ida@bro.example';
const PERSONAL = ['Ida', '51 22 33 44', '51223344', 'ida@', 'eksportere', 'café'];

afterEach(() => world.close());

const read = (messages: readonly { readonly text?: string | undefined; readonly card?: unknown }[]) =>
  messages.map(({ text, card }) => (card === undefined ? (text ?? '') : wordsOn(card))).join('\n');
const draft = () => world.service.unitOfWork.read((stores) => stores.drafts.active('anna-holm'));

describe.each(['da', 'en'])('an intake of a private chat, taken up in the channel (%s)', (language) => {
  beforeEach(async () => {
    world = await openTeamsWorld();
    for (const place of [chat, viborg]) await world.say('anna-holm', place, `sprog ${language}`);
  });

  it.each(['tilbage', 'ny', 'sager mine'])('shows everybody no person by “%s”', async (typed) => {
    for (const line of [COMPANY, PRE_STARTER]) {
      await world.say('anna-holm', chat, line);
      const shown = read(await world.say('anna-holm', viborg, typed));
      expect(shown).not.toBe('');
      for (const word of PERSONAL) expect(shown).not.toContain(word);
    }
  });

  it('keeps what the form in the channel leaves off when it is sent', async () => {
    await world.say('anna-holm', chat, COMPANY);
    const before = await draft();
    const form = (await world.say('anna-holm', viborg, 'tilbage')).at(-1);
    const hint = language === 'da' ? 'i din egen chat' : 'in your own chat';
    expect(wordsOn(form?.card).includes(hint)).toBe(true);
    await world.click('anna-holm', viborg, form?.card, 'intake.submit', {});
    expect((await draft())?.values).toEqual({ crisis: false, ...before?.values });
  });

  it('shows its person all of it in their own chat', async () => {
    await world.say('anna-holm', chat, COMPANY);
    expect(read(await world.say('anna-holm', chat, 'tilbage'))).toContain('Ida Bro');
  });
});

describe('an answer for one person alone', () => {
  const say = async (text: string, isTargeted: boolean) => {
    const before = world.recorder.requests().length;
    await world.post(
      activityOf(world.recorder.serviceUrl, 'anna-holm', viborg, {
        type: 'message',
        text,
        textFormat: 'plain',
        recipient: { id: '28:indgang', name: 'Indgang', ...(isTargeted && { isTargeted }) },
      }),
    );
    return world.recorder.requests().slice(before);
  };
  const textOf = ({ body }: { readonly body: unknown }) => {
    const { text = '', attachments = [] } = Object(body);
    return `${text}${attachments.map(({ content }: { content: unknown }) => wordsOn(content)).join()}`;
  };

  it('goes to their own chat where the channel takes no such message', async () => {
    world = await openTeamsWorld();
    await world.say('anna-holm', chat, 'hej');
    for (const status of [400, 404]) {
      world.recorder.fail({ status, conversation: viborg.id });
      // A later one sets the earlier aside, and that is said first.
      const [refused, instead] = await say(COMPANY, true);
      expect(refused).toMatchObject({ conversation: viborg.id, status });
      expect(instead).toMatchObject({ conversation: chat.id, status: 200 });
      expect(instead && textOf(instead)).toContain('Hansen VVS ApS');
    }
  });

  it('is never shown to everybody instead, where it is their intake', async () => {
    world = await openTeamsWorld({}, { settings: { TEAMS_TARGETED_MESSAGES: 'on' } });
    await world.say('anna-holm', chat, COMPANY);
    for (const typed of ['tilbage', 'ny']) {
      world.recorder.fail({ status: 400, conversation: viborg.id });
      const sent = await say(typed, false);
      expect(sent.map(({ conversation }) => conversation)).toEqual([viborg.id, chat.id]);
    }
  });

  it('says why a case’s verb was refused, with what was typed for it', async () => {
    world = await openTeamsWorld();
    await world.say('anna-holm', chat, PRE_STARTER);
    await world.say('anna-holm', chat, 'bekræft ja');
    const [kase] = await world.service.unitOfWork.read((stores) => stores.cases.page('', 9));
    await world.say('anna-holm', chat, `besvaret ${kase?.id}`);
    const [sent] = await say(`luk ${kase?.id} ydelser: noget ukendt; note: talte med banken`, true);
    expect(sent?.path).toContain('isTargetedActivity=true');
    const words = sent === undefined ? '' : textOf(sent);
    expect([words.includes('noget ukendt'), words.includes('talte med banken')]).toEqual([true, true]);
  });
});

describe('the question for the company, in a channel', () => {
  it('names no pre-starter in its fields', async () => {
    world = await openTeamsWorld();
    await world.say('anna-holm', chat, 'log Strik hos Ida vil starte i Viborg, Ida Bro 51 22 33 44');
    const kept = await draft();
    if (!kept) throw new Error('there is no draft');
    const values = { ...kept.values, stage: 'pre-starter', companyName: 'Strik hos Ida' } as const;
    const shown = (shared: boolean) =>
      JSON.stringify(
        viewOf(
          {
            kind: 'question',
            question: 'company',
            draft: { ...kept, values },
            problem: null,
            help: false,
            running: null,
            shared,
          },
          'da',
        ),
      );
    expect(shown(false)).toContain('Strik hos Ida');
    expect(shown(true)).not.toContain('Ida');
  });
});
