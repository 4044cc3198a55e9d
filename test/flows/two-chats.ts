import { z } from 'zod';
import type { Draft } from '../../src/core/intake/draft.ts';
import { createLanguageModel } from '../../src/language/create-language-model.ts';
import { textOn } from '../channels/slack/slack-hands.ts';
import { openProduct } from '../channels/slack/slack-product.ts';
import { wordsOn } from './card-hands.ts';
import { chatOf, openTeamsWorld } from './teams-world.ts';

/** Somebody's chat with the bot in one channel. */
export interface Chat {
  say(text: string): Promise<string>;
  /** The draft under way. */
  draft(): Promise<Draft | undefined>;
  /** How many cases there are. */
  cases(): Promise<number>;
  close(): Promise<void>;
}

async function inTeams(): Promise<Chat> {
  const world = await openTeamsWorld();
  const { unitOfWork } = world.service;
  return {
    async say(text) {
      const answers = await world.say('anna-holm', chatOf('anna-holm'), text);
      return answers.map((one) => wordsOn(one.card) + one.text).join('\n');
    },
    draft: () => unitOfWork.read(({ drafts }) => drafts.active('anna-holm')),
    cases: () => unitOfWork.read(async ({ cases }) => (await cases.page('', 100)).length),
    close: () => world.close(),
  };
}

async function inSlack(): Promise<Chat> {
  const { world, unitOfWork, close } = await openProduct({ language: createLanguageModel() });
  let count = 0;
  return {
    async say(text) {
      const before = world.of('chat.postMessage').length;
      const ts = `1795240000.${String(++count).padStart(6, '0')}`;
      await world.event({
        type: 'message',
        channel: `D${world.anna}`,
        channel_type: 'im',
        user: world.anna,
        text,
        ts,
      });
      return world
        .of('chat.postMessage')
        .slice(before)
        .map(
          ({ body }) =>
            `${body.text} ${textOn({ blocks: z.array(z.unknown()).catch([]).parse(body.blocks) })}`,
        )
        .join('\n');
    },
    draft: () => unitOfWork.read(({ drafts }) => drafts.active('anna')),
    cases: () => unitOfWork.read(async ({ cases }) => (await cases.page('', 100)).length),
    close,
  };
}

/** The same chat in both channels. */
export const CHATS = [
  ['Teams', inTeams],
  ['Slack', inSlack],
] as const;
