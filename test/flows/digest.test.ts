import { afterEach, expect, it } from 'vitest';
import { z } from 'zod';
import type { Case } from '../../src/core/case/case.ts';
import { textOn } from '../channels/slack/slack-hands.ts';
import { openProduct } from '../channels/slack/slack-product.ts';
import { carla as carlaAt, caseAfter, opened } from '../core/case/case-world.ts';
import { buttonsOn, wordsOn } from './card-hands.ts';
import { channelOf, chatOf, openTeamsWorld, type TeamsWorld } from './teams-world.ts';

/** The month's digest at the door: a card in Teams and Slack, in the language of each place. */

let world: TeamsWorld;
afterEach(() => world.close());

/** A case that the Erhvervshus took on 13 January 2026. */
const TAKEN = caseAfter(opened().case, ['handover.accept', carlaAt]);
/** Monday 2 February at eight in Denmark. */
const OPENING = '2026-02-02T07:00:00Z';

const say = async (person: string, text: string) =>
  (await world.say(person, chatOf(person), text)).map((one) => wordsOn(one.card) + one.text).join('\n');
const shown = (place: { readonly id: string; readonly kind: 'personal' | 'channel' }, title: string) =>
  world
    .standing(place)
    .map(({ card, text }) => `${text}${wordsOn(card)}`)
    .filter((words) => words.includes(title));

it('in Teams stands in the channels and the coordinators’ chats, in each one’s language', async () => {
  world = await openTeamsWorld({}, { start: '2026-01-30T12:00:00Z' });
  await world.service.unitOfWork.run((stores) => stores.cases.insert(TAKEN, null));
  await say('anna-holm', 'hjælp');
  await say('dan-ravn', 'sprog en');
  await world.deliver();
  world.clock.set(OPENING);
  await world.deliver();
  const [les = ''] = shown(channelOf('les-791'), 'Månedsoversigt for LES Viborg');
  expect(les).toContain('januar 2026');
  expect(les).toContain('Erhvervshus Midtjylland har registreret i jeres område:');
  expect(les).toContain('1 sag overtaget');
  expect(les).not.toMatch(/Hansen|25313763|Anna|Carla/);
  expect(shown(chatOf('anna-holm'), 'Månedsoversigt for LES Viborg')).toHaveLength(1);
  expect(shown(channelOf('ehm-midtjylland'), 'Månedsoversigt for Erhvervshus Midtjylland')).toHaveLength(1);
  const [dan = ''] = shown(chatOf('dan-ravn'), 'Monthly overview for Erhvervshus Midtjylland');
  expect(dan).toContain('1 case taken over');
  expect(dan).toContain('Nothing was registered in');
});

it('in Teams is asked for, stopped and started', async () => {
  world = await openTeamsWorld({}, { start: '2026-02-03T12:00:00Z' });
  await world.service.unitOfWork.run((stores) => stores.cases.insert(TAKEN, null));
  const [card] = await world.say('dan-ravn', chatOf('dan-ravn'), 'månedsoversigt');
  expect(buttonsOn(card?.card).map(({ title }) => title)).toContain('Stop månedsoversigt');
  const stopped = await world.click('dan-ravn', chatOf('dan-ravn'), card?.card, 'open.digest');
  expect(wordsOn(stopped)).toContain('Månedsoversigten sendes ikke længere');
  expect(await say('anna-holm', 'månedsoversigt januar')).toContain('1 sag overtaget');
  expect(await say('anna-holm', 'månedsoversigt fra')).toContain('Kommunens aftale om tilbagemelding');
  expect(await say('carla-winther', 'månedsoversigt fra')).toContain('Det kan kun en koordinator');
  await say('dan-ravn', 'language en');
  expect(await say('dan-ravn', 'monthly overview on')).toContain('From now on the monthly overview is sent');
  expect(await say('dan-ravn', 'monthly overview January 2026')).toContain('1 case taken over');
  expect(await say('dan-ravn', 'help')).toContain('monthly overview');
});

it('in Slack goes to the coordinators, in Danish and English', async () => {
  world = await openTeamsWorld();
  const { world: slack, worker, unitOfWork, close } = await openProduct();
  let count = 0;
  const said = async (user: string, text: string) => {
    const ts = `1795240000.${String(++count).padStart(6, '0')}`;
    await slack.event({ type: 'message', channel: `D${user}`, channel_type: 'im', user, text, ts });
  };
  const posted = () =>
    slack
      .of('chat.postMessage')
      .map(
        ({ body }) => `${body.text} ${textOn({ blocks: z.array(z.unknown()).catch([]).parse(body.blocks) })}`,
      )
      .join('\n');
  try {
    const december: Case = JSON.parse(JSON.stringify(TAKEN).replaceAll('2026-01-', '2026-12-'));
    await unitOfWork.run((stores) => stores.cases.insert(december, null));
    await said(slack.anna, 'sprog da');
    await said(slack.carla, 'language en');
    // Monday: New Year's Day is a Friday.
    slack.clock.set('2027-01-04T07:00:00Z');
    await said(slack.anna, 'månedsoversigt sidste måned');
    expect(posted()).toContain('1 sag overtaget');
    await worker.drain();
    expect(posted().match(/Månedsoversigt for LES Viborg/g)?.length).toBeGreaterThan(1);
    expect(posted()).toContain('Monthly overview for Erhvervshus Midtjylland');
  } finally {
    await close();
  }
});
