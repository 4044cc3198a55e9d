import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Case } from '../../src/core/case/case.ts';
import { buttonsOn, wordsOn } from './card-hands.ts';
import { channelOf, chatOf, openTeamsWorld, type Place, type TeamsWorld } from './teams-world.ts';

/** One card a case and place; what happens after is told in one sentence, in the card's thread in a channel. */

let world: TeamsWorld;
beforeEach(async () => {
  world = await openTeamsWorld();
});
afterEach(() => world.close());

const chat = chatOf('anna-holm');
const house = channelOf('ehm-midtjylland');
const verbsOn = (card: unknown) => buttonsOn(card).map(({ verb }) => verb);
const isLive = (card: unknown) => verbsOn(card).some((verb) => /^(case|handover|followup)\./.test(verb));
/** The cards of the case on which something can be done. */
const live = (place: Place) => world.standing(place).filter(({ card }) => isLive(card));
const inThread = (place: Place, of: string) =>
  world.standing({ ...place, id: `${place.id};messageid=${of}` });

async function kept(): Promise<Case> {
  const [kase] = await world.service.unitOfWork.read((stores) => stores.cases.page('', 10));
  if (!kase) throw new Error('there is no case');
  return kase;
}

/** A case that was sent to the Erhvervshus; its card there. */
async function send(): Promise<{ readonly id: string; readonly card: unknown }> {
  const [form] = await world.say('anna-holm', chat, 'ny');
  const decision = await world.click('anna-holm', chat, form?.card, 'intake.submit', {
    cvr: '25313763',
    areas: 'internationalisation',
  });
  await world.click('anna-holm', chat, decision, 'intake.confirm', { consent: 'consent' });
  await world.deliver();
  const [posted] = world.standing(house);
  if (!posted) throw new Error('nothing was posted');
  return posted;
}

describe('in an office’s channel', () => {
  it('tells a reminder in the thread of the card, and posts no second card', async () => {
    const { id } = await send();
    world.clock.set('2026-11-23T09:30:00Z');
    await world.deliver();
    expect(world.standing(house)).toHaveLength(1);
    const told = inThread(house, id);
    expect(told.map(({ text }) => text).join('\n')).toContain('venter på jeres svar');
    expect(told.every(({ card }) => card === undefined)).toBe(true);
  });

  it('says in the thread that a case which was returned is offered again, and the card has its buttons again', async () => {
    const posted = await send();
    await world.click('dan-ravn', house, posted.card, 'handover.return', {
      reasonCode: 'missing-information',
      reason: 'Hvilket land?',
    });
    const { id } = await kept();
    await world.say('anna-holm', chat, `svar ${id} Tyskland`);
    await world.say('anna-holm', chat, `træk tilbage ${id}`);
    await world.say('anna-holm', chat, `send ${id} Erhvervshus Midtjylland de mangler eksport`);
    await world.deliver();
    expect(live(house)).toHaveLength(1);
    expect(verbsOn(live(house)[0]?.card)).toContain('handover.accept');
    const words = inThread(house, posted.id).map(({ text }) => text);
    expect(words.join('\n')).toContain('er sendt til jer');
  });

  it('has one card where two replicas post at once: the second tells it in the thread of the first', async () => {
    const [form] = await world.say('anna-holm', chat, 'ny');
    const decision = await world.click('anna-holm', chat, form?.card, 'intake.submit', {
      cvr: '25313763',
      areas: 'internationalisation',
    });
    await world.click('anna-holm', chat, decision, 'intake.confirm', { consent: 'consent' });
    const { id: about } = await kept();
    // Another replica has begun to post the card of another row here.
    const other = await world.service.unitOfWork.run(async (stores) => {
      const [bound] = await stores.bindings.ofOrganisation('ehm-midtjylland');
      if (!bound) throw new Error('the Erhvervshus has no channel');
      const { conversation } = bound;
      const post = {
        id: 'other',
        about,
        card: 'case',
        organisation: 'ehm-midtjylland',
        person: null,
      } as const;
      const begun = { ...post, conversation, messageId: null, shownRevision: 0 };
      expect(await stores.posts.claim(begun)).toBe('other');
      await stores.posts.save(begun);
      return begun;
    });
    await world.deliver();
    expect(world.standing(house)).toEqual([]);
    await world.service.unitOfWork.run((stores) =>
      stores.posts.save({ ...other, messageId: 'message-0', shownRevision: 9 }),
    );
    world.clock.pass(61_000);
    await world.deliver();
    expect(world.standing(house)).toEqual([]);
    expect(inThread(house, 'message-0').map(({ text }) => text)).toEqual([
      expect.stringContaining('er sendt til jer'),
    ]);
  });

  it('is posted all the same where nothing was heard of the other replica’s card', async () => {
    await send();
    const { id: about } = await kept();
    await world.service.unitOfWork.run(async (stores) => {
      for (const post of await stores.posts.of(about)) await stores.posts.remove(post.id);
    });
    world.clock.set('2026-11-23T09:30:00Z');
    await world.deliver();
    expect(world.standing(house)).toHaveLength(2);
  });

  it('is the card’s own message again where the card no longer takes a reply', async () => {
    const { id } = await send();
    world.recorder.fail({ status: 404, conversation: `${house.id};messageid=${id}` });
    world.clock.set('2026-11-23T09:30:00Z');
    await world.deliver();
    await world.deliver();
    const cards = world.standing(house);
    expect(cards).toHaveLength(2);
    expect(wordsOn(cards[1]?.card)).toContain('venter på jeres svar');
    const bound = await world.service.unitOfWork.read((stores) =>
      stores.bindings.ofOrganisation('ehm-midtjylland'),
    );
    expect(bound).toHaveLength(1);
  });
});

describe('in a chat', () => {
  it('tells what happens next in a short message that names the company and opens the case', async () => {
    const posted = await send();
    await world.click('dan-ravn', house, posted.card, 'handover.ask', { text: 'Hvilket land?' });
    await world.deliver();
    const before = world.standing(chat).length;
    expect(wordsOn(world.standing(chat).at(-1)?.card)).toContain('Hvilket land?');
    const { id } = await kept();
    await world.say('anna-holm', chat, `svar ${id} Tyskland`);
    await world.deliver();
    await world.click('dan-ravn', house, world.standing(house)[0]?.card, 'handover.accept');
    await world.deliver();
    const told = world.standing(chat).slice(before).at(-1);
    expect(wordsOn(told?.card)).toMatch(/^Hansen VVS ApS: .*overtaget/);
    expect(verbsOn(told?.card)).toEqual(['open.case']);
  });

  it('speaks the reader’s language there', async () => {
    await world.say('anna-holm', chat, 'language en');
    const posted = await send();
    await world.click('dan-ravn', house, posted.card, 'handover.ask', { text: 'Hvilket land?' });
    await world.deliver();
    const { id } = await kept();
    await world.say('anna-holm', chat, `answer ${id} Germany`);
    await world.deliver();
    await world.click('dan-ravn', house, world.standing(house)[0]?.card, 'handover.accept');
    await world.deliver();
    expect(wordsOn(world.standing(chat).at(-1)?.card)).toMatch(/^Hansen VVS ApS: .*accepted/);
  });
});
