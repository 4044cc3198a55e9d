import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buttonsOn, wordsOn } from './card-hands.ts';
import {
  type Answered,
  channelOf,
  chatOf,
  openTeamsWorld,
  type Place,
  type TeamsWorld,
} from './teams-world.ts';

/** The main flow as it passes through Teams: a call comes in, the case is handed over, a colleague accepts it. */

let world: TeamsWorld;
beforeEach(async () => {
  world = await openTeamsWorld();
});
afterEach(() => world.close());

const house = channelOf('ehm-midtjylland');
const viborg = channelOf('les-791');

function only(messages: readonly Answered[]): Answered {
  const [message] = messages;
  if (!message || messages.length > 1) throw new Error(`${messages.length} messages instead of one`);
  return message;
}

const EXPORT = {
  cvr: '25313763',
  areas: 'internationalisation',
  contactName: 'Mette Hansen',
  contactPhone: '40411234',
  description: 'Vil sælge til Tyskland',
};

/** From the form to the case that stands in the receiver's channel. */
async function handOver(place: Place): Promise<{ caseCard: unknown; posted: Answered }> {
  const form = only(await world.say('anna-holm', place, 'ny'));
  const decision = await world.click('anna-holm', place, form.card, 'intake.submit', EXPORT);
  const caseCard = await world.click('anna-holm', place, decision, 'intake.confirm', { consent: 'consent' });
  await world.deliver();
  return { caseCard, posted: only(world.standing(house)) };
}

describe.each([
  ['personal chat', chatOf('anna-holm')],
  ['the office’s channel', viborg],
] as const)('in %s', (_, place) => {
  it('says whose door it is and why, with the rule and its source', async () => {
    const form = only(await world.say('anna-holm', place, '<at>Indgang</at> ny'));
    const decision = wordsOn(await world.click('anna-holm', place, form.card, 'intake.submit', EXPORT));
    expect(decision).toContain('Erhvervshus Midtjylland');
    expect(decision).toContain('Hansen VVS ApS');
    expect(decision).toMatch(/O10|O8/);
    expect(decision).toMatch(/Principper for god erhvervsservice i Midtjylland \(2019\)/);
  });

  it('posts the case in the receiving office’s channel, and changes that card in place when it is accepted', async () => {
    const { posted } = await handOver(place);
    expect(wordsOn(posted.card)).toContain('Hansen VVS ApS');
    const fresh = await world.click('carla-winther', house, posted.card, 'handover.accept');
    expect(wordsOn(fresh)).toContain('Carla Winther');
    await world.deliver();
    const changed = world.standing(house).find(({ id }) => id === posted.id);
    expect(changed?.changes).toBe(1);
    expect(wordsOn(changed?.card)).toContain('Carla Winther');
    expect(buttonsOn(changed?.card).map(({ verb }) => verb)).not.toContain('handover.accept');
  });

  it('tells the sender who accepted', async () => {
    const { posted } = await handOver(place);
    await world.click('carla-winther', house, posted.card, 'handover.accept');
    await world.deliver();
    const told = [...world.standing(chatOf('anna-holm')), ...world.standing(viborg)];
    expect(told.map(({ card, text }) => `${text}${wordsOn(card)}`).join('\n')).toContain('Carla Winther');
  });

  it('keeps the contact person and what was written out of the shared channel', async () => {
    const { posted } = await handOver(place);
    const common = JSON.stringify(posted);
    expect(common).not.toContain('Mette Hansen');
    expect(common).not.toContain('40411234');
    expect(common).not.toContain('Tyskland');
  });

  it('shows the contact person to whom accepts', async () => {
    const { posted } = await handOver(place);
    const fresh = await world.click('carla-winther', house, posted.card, 'handover.accept');
    expect(wordsOn(fresh)).toContain('Mette Hansen');
  });
});

describe('the second to answer', () => {
  it('is told who has the case and sees the card as it now is', async () => {
    const { posted } = await handOver(chatOf('anna-holm'));
    await world.click('carla-winther', house, posted.card, 'handover.accept');
    const late = await world.click('dan-ravn', house, posted.card, 'handover.accept');
    expect(wordsOn(late)).toContain('Carla Winther');
    expect(buttonsOn(late).map(({ verb }) => verb)).not.toContain('handover.accept');
  });

  it('cannot take it by returning it either', async () => {
    const { posted } = await handOver(chatOf('anna-holm'));
    await world.click('carla-winther', house, posted.card, 'handover.accept');
    const late = await world.click('dan-ravn', house, posted.card, 'handover.return', {
      reasonCode: 'no-capacity',
      reason: 'Alle er optaget',
    });
    expect(wordsOn(late)).toContain('Carla Winther');
    const kept = await world.service.unitOfWork.run((stores) => stores.cases.page('', 10));
    expect(kept.map(({ owner }) => owner)).toEqual(['ehm-midtjylland']);
  });
});

describe('a return', () => {
  it('goes back to the sender with its reason, and both cards say so', async () => {
    const { posted } = await handOver(chatOf('anna-holm'));
    await world.click('dan-ravn', house, posted.card, 'handover.return', {
      reasonCode: 'wrong-geography',
      reason: 'Hører til et andet hus',
    });
    await world.deliver();
    const [kase] = await world.service.unitOfWork.run((stores) => stores.cases.page('', 10));
    expect(kase?.owner).toBe('les-791');
    expect(kase?.status).toBe('open');
    const changed = world.standing(house).find(({ id }) => id === posted.id);
    expect(changed?.changes).toBeGreaterThan(0);
    const told = world.standing(chatOf('anna-holm')).map(({ card, text }) => `${text}${wordsOn(card)}`);
    expect(told.join('\n')).toContain('Hører til et andet hus');
  });
});

describe('lists and languages', () => {
  it('shows the case in the list and by its id, as a card', async () => {
    await handOver(chatOf('anna-holm'));
    const [kase] = await world.service.unitOfWork.run((stores) => stores.cases.page('', 10));
    const list = only(await world.say('anna-holm', chatOf('anna-holm'), 'sager'));
    expect(wordsOn(list.card)).toContain('Hansen VVS ApS');
    const shown = only(await world.say('anna-holm', chatOf('anna-holm'), `sag ${kase?.id}`));
    expect(wordsOn(shown.card)).toContain('Hansen VVS ApS');
  });

  it('speaks English to whom asked for it, and Danish to everybody else', async () => {
    await world.say('anna-holm', chatOf('anna-holm'), 'language en');
    const english = only(await world.say('anna-holm', chatOf('anna-holm'), 'new'));
    expect(wordsOn(english.card)).toContain('Municipality');
    const danish = only(await world.say('bo-krogh', chatOf('bo-krogh'), 'ny'));
    expect(wordsOn(danish.card)).toContain('Kommune');
  });

  it('gives the shared CRM the case once', async () => {
    const { posted } = await handOver(chatOf('anna-holm'));
    await world.click('carla-winther', house, posted.card, 'handover.accept');
    await world.deliver();
    const records = await world.service.deps.crm.findByCvr('25313763');
    expect(records.map(({ owner }) => owner)).toEqual(['ehm-midtjylland']);
  });
});
