import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buttonsOn, wordsOn } from './card-hands.ts';
import { activityOf, channelOf, chatOf, openTeamsWorld, type TeamsWorld } from './teams-world.ts';

/** Thumbs under a decision in Teams, and what is learnt from them. */

let world: TeamsWorld;
beforeEach(async () => {
  world = await openTeamsWorld();
});
afterEach(() => world.close());

const chat = chatOf('anna-holm');
const LINE = 'log 99101547 vil have patent på en ny kajak, Ida Bro 51 22 33 44 ida@bro.example';

const examples = () => world.service.unitOfWork.read((stores) => stores.examples.all());

/** Presses a thumb under a message, as Teams sends it; the messages that came of it. */
async function press(
  reaction: 'like' | 'dislike',
  replyToId: string,
  person = 'anna-holm',
  place = chatOf(person),
) {
  const before = world.standing(place).length;
  const { status } = await world.post(
    activityOf(world.recorder.serviceUrl, person, place, {
      type: 'invoke',
      name: 'message/submitAction',
      replyToId,
      value: {
        actionName: 'feedback',
        actionValue: { reaction, feedback: '{"feedbackText":"Mette Hansen"}' },
      },
    }),
  );
  expect(status).toBe(200);
  return world.standing(place).slice(before);
}

async function decided() {
  const message = (await world.say('anna-holm', chat, LINE)).at(-1);
  if (!message) throw new Error('nothing was answered');
  return message;
}

describe('a thumb under a decision', () => {
  it('is offered by Teams itself under decisions alone', async () => {
    await decided();
    const [help] = await world.say('anna-holm', chat, 'hjælp');
    const asked = world.recorder
      .messages()
      .map(({ id, body }) => [id, Object(body).channelData?.feedbackLoop?.type] as const);
    expect(asked.filter(([, type]) => type === 'default')).toHaveLength(1);
    expect(asked.find(([id]) => id === help?.id)?.[1]).toBeUndefined();
  });

  it('up keeps the words and needs once, without whom they are about', async () => {
    const { id } = await decided();
    expect(await press('like', id)).toEqual([]);
    await press('like', id);
    expect(await examples()).toEqual([]);
    const { card } = world.standing(chat).find((message) => message.id === id) ?? {};
    await world.click('anna-holm', chat, card, 'intake.confirm', {
      consent: 'consent',
    });
    await press('like', id);
    expect(await examples()).toEqual([
      {
        text: 'vil have patent på en ny kajak',
        areas: ['patents-ipr'],
        at: world.clock.now(),
        draftId: expect.any(String),
      },
    ]);
  });

  it('up after the case was sent is kept too, and down changes nothing of it', async () => {
    const { id, card } = await decided();
    await world.click('anna-holm', chat, card, 'intake.confirm', { consent: 'consent' });
    await press('dislike', id);
    expect(await examples()).toEqual([]);
    await press('like', id);
    expect(await examples()).toHaveLength(1);
  });

  it('up of a company that says no to sharing is not kept, before nor after', async () => {
    const { id, card } = await decided();
    await press('like', id);
    await world.click('anna-holm', chat, card, 'intake.confirm', {
      consent: 'declined',
    });
    await press('like', id);
    expect(await examples()).toEqual([]);
  });

  it('down asks what is right, in the reader’s language, and learns the answer', async () => {
    await world.say('anna-holm', chat, 'sprog en');
    const { id } = await decided();
    const [question] = await press('dislike', id);
    expect(wordsOn(question?.card)).toContain('What do they need?');
    await world.say('anna-holm', chat, 'innovation');
    await world.say('anna-holm', chat, 'confirm yes');
    expect((await examples()).map(({ text, areas }) => [text, areas])).toEqual([
      ['vil have patent på en ny kajak', ['innovation-strategy']],
    ]);
  });

  it('of somebody else, of another message or days later changes nothing', async () => {
    const { id } = await decided();
    await press('like', id, 'bo-krogh');
    await press('like', 'message-999');
    world.clock.pass(25 * 3_600_000);
    const late = await press('dislike', id);
    expect(late.map(({ text }) => text)).toEqual(['Afgørelsen kan ikke længere vurderes her.']);
    expect(await examples()).toEqual([]);
  });

  it('down in a channel leaves the card as it is: nobody would be told what it asks now', async () => {
    const viborg = channelOf('les-791');
    const { id, card } = (await world.say('anna-holm', viborg, LINE)).at(-1) ?? {};
    expect(await press('dislike', id ?? '', 'anna-holm', viborg)).toEqual([]);
    const sent = await world.click('anna-holm', viborg, card, 'intake.confirm', { consent: 'consent' });
    expect(wordsOn(sent)).not.toContain('ændret');
    expect(await world.service.unitOfWork.read((stores) => stores.cases.page('', 9))).toHaveLength(1);
  });

  it('leaves the card as it is', async () => {
    const { id } = await decided();
    await press('like', id);
    const kept = world.standing(chat).find((message) => message.id === id);
    expect(buttonsOn(kept?.card).map(({ verb }) => verb)).toContain('intake.confirm');
    expect(kept?.changes).toBe(0);
  });
});
