import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { IntakeValues } from '../../src/core/intake/draft.ts';
import { textOn } from '../channels/slack/slack-hands.ts';
import { openProduct } from '../channels/slack/slack-product.ts';
import { bo, opened } from '../core/case/case-world.ts';
import { buttonsOn, wordsOn } from './card-hands.ts';
import { channelOf, chatOf, openTeamsWorld, type Place, type TeamsWorld } from './teams-world.ts';

/** What a decision asks of another office stands on a card there and in a list, and moves no case. */

const anna = chatOf('anna-holm');
const carla = chatOf('carla-winther');
const viborg = channelOf('les-791');
const house = channelOf('ehm-midtjylland');

/** A specialised need, and a basic one beside it. */
const NETWORK_TOO: IntakeValues = {
  cvr: '25313763',
  companyName: 'Hansen VVS',
  municipality: '791',
  stage: 'established',
  areas: ['internationalisation', 'networks-courses'],
  consent: 'consent',
  entry: 'les',
};
const PRIVATE = { contactName: 'Mette Hansen', description: 'De har mistet en kunde' };

/** The words on the office's card, in its channel and for itself, of a task beside a case with a description. */
async function seenBy(settings: object): Promise<{ readonly channel: string; readonly own: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'tasks-'));
  writeFileSync(join(folder, '791.json'), JSON.stringify({ municipality: '791', ...settings }));
  const world = await openTeamsWorld({}, { settings: { INDGANG_MUNICIPALITIES: folder } });
  rmSync(folder, { recursive: true });
  try {
    const { case: kase } = opened({ by: bo, values: { ...NETWORK_TOO, ...PRIVATE } });
    await world.service.unitOfWork.run(async (stores) => {
      await stores.cases.insert(kase, null);
      const card = { kind: 'card.post', organisation: 'les-791', card: 'task' } as const;
      await stores.outbox.add(kase.id, [card], world.clock.now());
    });
    await world.deliver();
    const channel = world.standing(viborg).map(({ card }) => wordsOn(card));
    const own = await world.say('anna-holm', anna, `sag ${kase.id}`);
    return { channel: channel.join('\n'), own: own.map(({ card }) => wordsOn(card)).join('\n') };
  } finally {
    await world.close();
  }
}

it('shows the office of its task what the level of sharing lets it see of the case', async () => {
  const visits = await seenBy({ shareLevel: 'visits' });
  expect(visits.channel).toContain('Opgave til LES Viborg');
  expect(visits.channel).toContain('Sagen bliver hos LES Aarhus');
  for (const words of ['Netværk', 'Mette Hansen']) expect(visits.channel + visits.own).not.toContain(words);
  const standard = await seenBy({ shareLevel: 'standard' });
  expect(standard.channel).toContain('Opgave til LES Viborg: Netværk');
  expect(standard.own).toContain('Mette Hansen');
  const full = await seenBy({ shareLevel: 'full' });
  expect(full.own).toContain('De har mistet en kunde');
  for (const words of [visits.channel, visits.own, standard.channel, standard.own, full.channel])
    expect(words).not.toContain('De har mistet en kunde');
  expect(standard.channel + full.channel).not.toContain('Mette Hansen');
});

describe('in Teams', () => {
  let world: TeamsWorld;
  beforeEach(async () => {
    world = await openTeamsWorld();
  });
  afterEach(() => world.close());

  const first = async () => {
    const [kase] = await world.service.unitOfWork.run((stores) => stores.cases.page('', 10));
    if (!kase) throw new Error('no case');
    return kase;
  };
  const say = async (text: string, person = 'anna-holm') => {
    const answers = await world.say(person, chatOf(person), text);
    return answers.map((one) => wordsOn(one.card) + one.text).join('\n');
  };
  const words = (place: Place) => world.standing(place).map(({ card, text }) => `${text}${wordsOn(card)}`);

  /** A case that came in at a house or an office, with these needs. */
  async function logged(person: string, areas: string, consent = 'consent', more = {}): Promise<string> {
    const place = chatOf(person);
    const [form] = await world.say(person, place, 'ny');
    const typed = { cvr: '25313763', areas, contactName: 'Mette Hansen', ...more };
    const decision = await world.click(person, place, form?.card, 'intake.submit', typed);
    await world.click(person, place, decision, 'intake.confirm', { consent });
    await world.deliver();
    return (await first()).id;
  }

  it('gives the office its task: who, what, by when; it begins it by the button, and the case stays', async () => {
    const id = await logged('carla-winther', 'internationalisation,networks-courses');
    const [card] = world.standing(viborg);
    expect(wordsOn(card?.card)).toContain('Opgave til LES Viborg');
    expect(wordsOn(card?.card)).toContain('Tag hånd om det senest');
    expect(wordsOn(card?.card)).toContain('Sagen bliver hos Erhvervshus Midtjylland');
    expect(buttonsOn(card?.card).map(({ verb }) => verb)).not.toContain('handover.accept');
    expect(await say('opgaver')).toContain('begynd, eller sig, at det ikke er relevant');
    const after = await world.click('anna-holm', viborg, card?.card, 'task.start');
    expect(wordsOn(after)).toContain('Opgaven er påbegyndt');
    await world.deliver();
    expect((await first()).owner).toBe('ehm-midtjylland');
    expect(await say('opgaver')).toContain('påbegyndt');
    expect(words(carla).join()).toContain(`Opgaven i sagen ${id} er påbegyndt`);
    expect(await say(`sag ${id}`)).toContain('opgave påbegyndt');
  });

  it('takes that it is not relevant, typed with the reason, in English too', async () => {
    const id = await logged('carla-winther', 'internationalisation,networks-courses');
    await say('language en');
    expect(await say('tasks')).toContain('start it, or say that it is not relevant');
    expect(await say(`not relevant ${id} They know our network`)).toContain('It is noted');
    await world.deliver();
    expect(words(carla).join()).toContain('They know our network');
    expect(await say('tasks')).toContain('There are no cases here');
    expect(await say(`started ${id}`)).not.toContain('Thank you');
  });

  it('asks the house for what comes after the office’s clarification', async () => {
    const id = await logged('anna-holm', 'internationalisation', 'consent', {
      stage: 'entrepreneur',
      maturity: 'early',
    });
    expect((await first()).owner).toBe('les-791');
    const all = words(house).join('\n');
    expect(all).toContain('Opgave til Erhvervshus Midtjylland');
    expect(all).toContain('når behovet er afklaret');
    expect(await say('opgaver', 'carla-winther')).toContain(id);
    expect(words(anna).join()).not.toContain('Opgave: ');
  });

  it('gives none where the company declined sharing, and none to whoever gets the case', async () => {
    await logged('carla-winther', 'internationalisation,networks-courses', 'declined');
    expect([(await first()).tasks, words(viborg)]).toEqual([undefined, []]);
  });
});

it('is answered in Slack by typing, in both languages', async () => {
  const { world, worker, unitOfWork, close } = await openProduct();
  let count = 0;
  const said = async (user: string, text: string) => {
    const ts = `1795240000.${String(++count).padStart(6, '0')}`;
    const before = world.of('chat.postMessage').length;
    await world.event({ type: 'message', channel: `D${user}`, channel_type: 'im', user, text, ts });
    const answers = world.of('chat.postMessage').slice(before);
    return answers.map(({ body }) => textOn({ blocks: z.array(z.unknown()).parse(body.blocks) })).join('\n');
  };
  try {
    const { case: kase } = opened({
      by: bo,
      values: NETWORK_TOO,
    });
    expect(kase.tasks).toMatchObject([
      { organisation: 'les-791', areas: ['networks-courses'], state: 'open' },
    ]);
    await unitOfWork.run((stores) => stores.cases.insert(kase, null));
    await worker.drain();
    expect(await said(world.anna, 'opgaver')).toContain('Hansen VVS');
    expect(await said(world.anna, `påbegyndt ${kase.id}`)).toContain('Opgaven er påbegyndt');
    await said(world.anna, 'language en');
    expect(await said(world.anna, 'tasks')).toContain('started');
    expect(await said(world.anna, `not relevant ${kase.id}`)).toContain('It is noted');
    expect((await unitOfWork.run((stores) => stores.cases.get(kase.id)))?.tasks?.[0]?.state).toBe(
      'not-relevant',
    );
  } finally {
    await close();
  }
});
