import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Case } from '../../src/core/case/case.ts';
import { openHandover } from '../../src/core/case/derived.ts';
import { createLanguageModel } from '../../src/language/create-language-model.ts';
import { clickOn, inMessage, textOn } from '../channels/slack/slack-hands.ts';
import { openProduct } from '../channels/slack/slack-product.ts';
import { buttonsOn, wordsOn } from './card-hands.ts';
import { channelOf, chatOf, openTeamsWorld } from './teams-world.ts';
import { type Kept, type Person, WORKED } from './worked-cases.ts';

/** Loaded once: it is large. */
const language = createLanguageModel();

/** What drives the product in one channel. */
interface Desk {
  /** Types, or presses the button of the card shown last; the words of what is answered. */
  does(who: Person, what: string): Promise<string>;
  /** Newest first. */
  cases(): Promise<readonly Case[]>;
  sets(at: string): void;
  /** Delivers what waits; the words that stand in the Erhvervshus's channel. */
  houseIsTold(): Promise<string>;
  close(): Promise<void>;
}

const PRESS = '> ';

async function openTeams(): Promise<Desk> {
  const world = await openTeamsWorld();
  const ids = { anna: 'anna-holm', carla: 'carla-winther' } as const;
  const shown = new Map<Person, unknown>();
  return {
    async does(who, what) {
      const place = chatOf(ids[who]);
      if (!what.startsWith(PRESS)) {
        const messages = await world.say(ids[who], place, what);
        shown.set(who, messages.at(-1)?.card);
        return messages.map(({ text, card }) => `${text}\n${wordsOn(card)}`).join('\n');
      }
      const title = what.slice(PRESS.length);
      const pressed = buttonsOn(shown.get(who)).find((one) => one.title === title);
      if (!pressed) throw new Error(`no button "${title}" on: ${wordsOn(shown.get(who)).slice(0, 400)}`);
      const chosen = Object.entries(pressed.data).filter(([key]) => key === 'consent');
      const card = await world.click(
        ids[who],
        place,
        shown.get(who),
        pressed.verb,
        Object.fromEntries(chosen) as Record<string, string>,
      );
      shown.set(who, card);
      return wordsOn(card);
    },
    cases: () => world.service.unitOfWork.read((stores) => stores.cases.page('', 100)),
    sets: (at) => world.clock.pass(Date.parse(at) - Date.parse(world.clock.now())),
    async houseIsTold() {
      await world.deliver();
      return world
        .standing(channelOf('ehm-midtjylland'))
        .map(({ card, text }) => `${text}${wordsOn(card)}`)
        .join('\n');
    },
    close: () => world.close(),
  };
}

const message = z.looseObject({ text: z.string().default(''), blocks: z.array(z.unknown()).default([]) });

async function openSlack(): Promise<Desk> {
  const product = await openProduct({ language });
  const { world } = product;
  let count = 0;
  const shown = new Map<Person, z.infer<typeof message>>();
  await world.api('conversations.invite', { channel: world.house, users: world.bot }, 'anna');
  await world.event({
    type: 'app_mention',
    channel: world.house,
    user: world.carla,
    text: `<@${world.bot}> forbind ehm-midtjylland`,
    ts: '1795233543.900000',
  });
  return {
    async does(who, what) {
      const chat = `D-${world[who]}`;
      if (what.startsWith(PRESS)) {
        const card = shown.get(who) ?? { text: '', blocks: [] };
        await world.interact(
          {
            type: 'block_actions',
            ...inMessage(chat, true),
            actions: [clickOn(card, what.slice(PRESS.length))],
          },
          { user: world[who] },
        );
        const after = message.parse(world.last('response').body);
        shown.set(who, after);
        return textOn(after);
      }
      const before = world.of('chat.postMessage').length;
      const ts = `1795233543.${String(++count).padStart(6, '0')}`;
      await world.event({
        type: 'message',
        channel: chat,
        channel_type: 'im',
        user: world[who],
        text: what,
        ts,
      });
      const posted = world
        .of('chat.postMessage')
        .slice(before)
        .map(({ body }) => message.parse(body));
      const last = posted.at(-1);
      if (last) shown.set(who, last);
      return posted.map((one) => `${one.text}\n${textOn(one)}`).join('\n');
    },
    cases: () => product.unitOfWork.read((stores) => stores.cases.page('', 100)),
    sets: (at) => world.clock.set(at),
    async houseIsTold() {
      await product.worker.drain();
      return world
        .of('chat.postMessage')
        .filter(({ body }) => body.channel === world.house)
        .map(({ body }) => textOn(message.parse(body)))
        .join('\n');
    },
    close: () => product.close(),
  };
}

describe.each([
  ['Teams', openTeams],
  ['Slack', openSlack],
] as const)('the worked cases in %s', (_, open) => {
  let desk: Desk | undefined;
  afterAll(() => desk?.close());

  it.each(WORKED)('$number: $about', async ({ turns, kept, houseIsTold }) => {
    await desk?.close();
    desk = await open();
    for (const [who, does, ...says] of turns) {
      if (who === 'clock') {
        desk.sets(does);
        continue;
      }
      const [newest] = await desk.cases();
      const words = await desk.does(who, does.replace('{id}', newest?.id ?? ''));
      for (const wanted of says) expect(words, `after "${does}"`).toContain(wanted);
    }
    const [kase, ...others] = await desk.cases();
    expect(others).toEqual([]);
    if (kept) {
      if (!kase) throw new Error('there is no case');
      expect(factsOf(kase, kept)).toEqual(kept);
    } else expect(kase).toBeUndefined();
    if (!houseIsTold) return;
    const told = await desk.houseIsTold();
    for (const wanted of houseIsTold) expect(told).toContain(wanted);
    if (houseIsTold.length === 0) expect(told).not.toContain(kase?.id);
  });
});

/** What a case says of the facts that are asked for; of a list, those of its parts. */
function factsOf(kase: Case, asked: Kept): Kept {
  const { decision, promise, followUp } = kase;
  const answered = promise.answeredAt ?? '';
  const parts = (all: readonly string[], some: readonly string[] = []) =>
    some.filter((one) => all.includes(one));
  const facts: Kept = {
    owner: kase.owner,
    rule: decision.owner.rule,
    offeredTo: openHandover(kase)?.to,
    basis: kase.basis?.kind,
    priority: kase.priority,
    greyZone: kase.greyZone,
    status: kase.status,
    dueAt: promise.dueAt,
    referrals: parts(
      decision.referrals.map(({ actor }) => actor),
      asked.referrals,
    ),
    programmes: parts(
      decision.programmes.map(({ name }) => name),
      asked.programmes,
    ),
    services: parts(decision.services, asked.services),
    notes: parts(decision.notes, asked.notes),
    handovers: kase.handovers.map(({ state }) => state),
    followUp: followUp ? `${followUp.organisation} ${followUp.dueOn} ${followUp.state}` : undefined,
    promise: [answered <= promise.reportedDueAt, answered <= promise.dueAt],
  };
  return Object.fromEntries(Object.entries(facts).filter(([fact]) => fact in asked)) as unknown as Kept;
}
