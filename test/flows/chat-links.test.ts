import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../src/core/person.ts';
import { DEMO_PEOPLE, DEMO_TENANT } from '../../src/demo/demo-directory.ts';
import { channelOf, chatOf, openTeamsWorld, type TeamsWorld } from './teams-world.ts';

/** Names of colleagues on cards open a chat with them, where the reader's client can. */

const ANNA = 'anna-holm';
const CARLA = 'carla-winther';
const objectId = (id: string) =>
  DEMO_PEOPLE.find((person) => person.id === id)
    ?.identities[0]?.split(':')
    .at(-1) ?? '';
const chatWith = (id: string) =>
  `https://teams.microsoft.com/l/chat/0/0?tenantId=${DEMO_TENANT}&users=8:orgid:${objectId(id)}`;
/** The chats that a card opens. */
const chatsOn = (card: unknown) => [
  ...new Set(
    JSON.stringify(card).match(/https:\/\/teams\.microsoft\.com\/l\/chat\/[^"]+|slack:\/\/[^"]+/g) ?? [],
  ),
];

/** The demo's people, with Carla as somebody of another tenant. */
const ELSEWHERE: readonly Person[] = DEMO_PEOPLE.map((person) =>
  person.id === CARLA
    ? { ...person, identities: [`teams:22222222-2222-4222-8222-222222222222:${objectId(CARLA)}`] }
    : person,
);

let world: TeamsWorld;
const open = async (people: readonly Person[] = DEMO_PEOPLE) => {
  world = await openTeamsWorld({ people });
};
beforeEach(() => open());
afterEach(() => world.close());

const newest = (messages: readonly { readonly card: unknown }[]) => messages.at(-1)?.card;
async function sent(): Promise<void> {
  await world.say(
    ANNA,
    chatOf(ANNA),
    'log 25313763 vil eksportere, kompetencen mangler lokalt, Hanne Hansen 40411234',
  );
  await world.say(ANNA, chatOf(ANNA), 'kompetencen mangler lokalt');
  await world.say(ANNA, chatOf(ANNA), 'bekræft med samtykke');
  await world.deliver();
}
const shownTo = async (person: string) =>
  newest(await world.say(person, chatOf(person), 'hvem har Hansen VVS?'));

describe('a colleague’s name on a card', () => {
  it('opens the chat with who sent the case and who has it, and never with the reader', async () => {
    await sent();
    expect(chatsOn(await shownTo(CARLA))).toEqual([chatWith(ANNA)]);
    expect(chatsOn(await shownTo(ANNA))).toEqual([]);
    const house = channelOf('ehm-midtjylland');
    await world.click(CARLA, house, newest(world.standing(house)), 'handover.accept');
    expect(chatsOn(await shownTo('dan-ravn'))).toEqual([chatWith(CARLA)]);
  });

  it('is a link on the messages that the worker sends to a person, and none in a channel, which others read', async () => {
    await sent();
    const house = channelOf('ehm-midtjylland');
    await world.click(CARLA, house, newest(world.standing(house)), 'handover.accept');
    await world.deliver();
    for (const { card } of world.standing(house)) expect(chatsOn(card)).toEqual([]);
    expect(world.standing(house)).not.toEqual([]);
  });

  it('is no link where a channel reads that another office serves the company', async () => {
    await sent();
    const aarhus = channelOf('les-751');
    const shown = newest(await world.say('bo-krogh', aarhus, '<at>Indgang</at> hvem har Hansen VVS?'));
    expect(JSON.stringify(shown ?? '')).not.toContain('l/chat');
    const cases = await world.service.unitOfWork.read((stores) => stores.cases.page('', 10));
    const [kase] = cases;
    const one = await world.say('bo-krogh', aarhus, `<at>Indgang</at> sag ${kase?.id}`);
    expect(one.length).toBeGreaterThan(0);
    for (const { card } of one) expect(chatsOn(card ?? null)).toEqual([]);
    // To Bo alone, who is of the same tenant, it is one.
    const alone = newest(await world.say('bo-krogh', chatOf('bo-krogh'), `sag ${kase?.id}`));
    expect(chatsOn(alone)).toEqual([chatWith(ANNA)]);
  });

  it('opens the chat with the coordinators of an office', async () => {
    const card = newest(
      await world.say(ANNA, chatOf(ANNA), 'hvem ringer jeg til i Erhvervshus Midtjylland?'),
    );
    expect(chatsOn(card)).toContain(chatWith('dan-ravn'));
  });

  it('stays plain for somebody of another tenant, and for who is in the directory no more', async () => {
    await world.close();
    await open(ELSEWHERE);
    await sent();
    await world.say('dan-ravn', chatOf('dan-ravn'), 'hej');
    const card = await shownTo('dan-ravn');
    expect(chatsOn(card)).toEqual([chatWith(ANNA)]);
    await world.service.unitOfWork.run(({ people }) => people.remove(ANNA));
    expect(chatsOn(await shownTo('dan-ravn'))).toEqual([]);
  });
});
