import { afterEach, describe, expect, it } from 'vitest';
import { builtInOffer } from '../../src/core/offers/catalogue.ts';
import type { Offer } from '../../src/core/offers/offer.ts';
import { createLanguageModel } from '../../src/language/create-language-model.ts';
import { openProduct } from '../channels/slack/slack-product.ts';
import { chatOf, openTeamsWorld, type TeamsWorld } from './teams-world.ts';

/** Self-help tools are shown with where they are found, wherever a card names them, in Teams and in Slack. */

/** Loaded once: it is large. */
const language = createLanguageModel();
const GUIDE = 'https://virksomhedsguiden.dk';
const WHEEL = 'https://vaeksthjul.example';
const CANVAS = 'https://canvas.example';
const imported = (): readonly Offer[] =>
  Object.entries({ vaeksthjulet: WHEEL, 'business-model-canvas': CANVAS }).map(([id, link]) => {
    const offer = builtInOffer(id);
    if (!offer) throw new Error(id);
    return { ...offer, link };
  });

let close: () => Promise<void> = async () => {};
afterEach(() => close());

describe('in Teams', () => {
  const ANNA = 'anna-holm';
  const CARLA = 'carla-winther';
  async function open(): Promise<(text: string, who?: string) => Promise<string>> {
    const world: TeamsWorld = await openTeamsWorld();
    close = () => world.close();
    await world.service.unitOfWork.run(({ offers }) => offers.put(imported(), world.clock.now()));
    return async (text, who = ANNA) => {
      const answers = await world.say(who, chatOf(who), text);
      await world.deliver();
      return JSON.stringify(answers);
    };
  }

  it('the decision, the case, its closing and the list of tools link to those whose address is known', async () => {
    const say = await open();
    const decision = await say('log 25313763 viborg grøn omstilling, ring til Mette på 40411234');
    expect(decision).toContain('Klimakompasset');
    expect(decision).toContain(GUIDE);
    const registered = await say('ret værktøjer: Lean Startup, Væksthjulet');
    expect(registered).toContain('Lean Startup');
    expect(registered).toContain(WHEEL);
    const created = await say('bekræft samtykke');
    const id = /[A-Z\d]{4}-[A-Z\d]{4}/.exec(created)?.[0] ?? '';
    const card = await say(`sag ${id}`);
    expect(card).toContain(WHEEL);
    expect(card).toContain(GUIDE);
    await say(`accepter ${id}`, CARLA);
    const closing = await say(`besvaret ${id}`, CARLA);
    expect(closing).toContain(`Væksthjulet: ${WHEEL}`);
    // Triage advised the one, not the other.
    expect(closing).not.toContain(CANVAS);
    expect(await say(`selvhjælp ${id} Business Model Canvas`, CARLA)).toContain(CANVAS);
    const tools = await say('tilbud værktøjer');
    expect(tools).toContain(WHEEL);
    expect(tools).toContain(GUIDE);
    // Nobody knows where this one is.
    expect(tools).toContain('Lean Startup');
  });
});

describe('in Slack', () => {
  it('they link alike', async () => {
    const product = await openProduct({ language });
    close = () => product.close();
    const { world } = product;
    await product.unitOfWork.run(({ offers }) => offers.put(imported(), '2026-11-20T09:00:00.000Z'));
    let count = 0;
    const typed = async (text: string) => {
      const ts = `1795233543.${String(++count).padStart(6, '0')}`;
      await world.event({
        type: 'message',
        channel: `D-${world.anna}`,
        channel_type: 'im',
        user: world.anna,
        text,
        ts,
      });
      return JSON.stringify(world.last('chat.postMessage').body);
    };
    expect(await typed('log 25313763 viborg grøn omstilling, ring til Mette på 40411234')).toContain(GUIDE);
    const tools = await typed('tilbud værktøjer');
    expect(tools).toContain(GUIDE);
    expect(tools).toContain(WHEEL);
  });
});
