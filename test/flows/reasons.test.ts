import { afterEach, beforeEach, expect, it } from 'vitest';
import { wordsOn } from './card-hands.ts';
import { channelOf, chatOf, openTeamsWorld, type TeamsWorld } from './teams-world.ts';

/** What somebody takes the time to type as a reason stands on the case, through the door of Teams. */

let world: TeamsWorld;
beforeEach(async () => {
  world = await openTeamsWorld();
});
afterEach(() => world.close());

const anna = chatOf('anna-holm');
const house = channelOf('ehm-midtjylland');
const stored = async () => {
  const [kase] = await world.service.unitOfWork.run((stores) => stores.cases.page('', 10));
  if (!kase) throw new Error('no case');
  return kase;
};

async function offered(): Promise<string> {
  const [form] = await world.say('anna-holm', anna, 'ny');
  const typed = { cvr: '25313763', areas: 'internationalisation', contactName: 'Mette Hansen' };
  const decision = await world.click('anna-holm', anna, form?.card, 'intake.submit', typed);
  await world.click('anna-holm', anna, decision, 'intake.confirm', { consent: 'consent' });
  await world.deliver();
  return (await stored()).id;
}

it('shows the sender first of all why a case came back, with the reason that was chosen', async () => {
  await offered();
  const [posted] = world.standing(house);
  await world.click('dan-ravn', house, posted?.card, 'handover.return', {
    reasonCode: 'wrong-geography',
    reason: 'De bor i Skive',
  });
  await world.deliver();
  const cards = world
    .standing(anna)
    .filter(({ card }) => JSON.stringify(card ?? '').includes('De bor i Skive'));
  const told = cards.at(-1)?.card as { body: { items?: unknown; text?: string }[] };
  // Above the clock and the facts, unfolded.
  const place = told.body.findIndex((element) => JSON.stringify(element).includes('De bor i Skive'));
  expect(place).toBeGreaterThan(0);
  expect(place).toBeLessThan(5);
  expect(wordsOn(told.body[place])).toContain('Forkert geografi');
});

it('keeps why a case was given up and why it should never have been, typed or pressed', async () => {
  const id = await offered();
  await world.say('anna-holm', anna, `frafald ${id} De har fundet en privat rådgiver`);
  expect((await stored()).remarks).toMatchObject([
    { event: 'withdrawn', by: { person: 'anna-holm' }, text: 'De har fundet en privat rådgiver' },
  ]);
  const [shown] = await world.say('anna-holm', anna, `sag ${id}`);
  expect(wordsOn(shown?.card)).toContain('De har fundet en privat rådgiver');
  await world.click('anna-holm', anna, shown?.card, 'case.mark-error', { reason: 'Det var en prøve' });
  expect((await stored()).remarks).toMatchObject([
    {},
    { event: 'entered-in-error', text: 'Det var en prøve' },
  ]);
});

it('says that a case was not returned where what is missing became a question', async () => {
  await offered();
  const [posted] = world.standing(house);
  const fresh = await world.click('dan-ravn', house, posted?.card, 'handover.return', {
    reasonCode: 'missing-information',
    reason: 'Hvor mange ansatte?',
  });
  expect(wordsOn(fresh)).toContain('ikke returneret');
  expect((await stored()).status).toBe('offered');
});
