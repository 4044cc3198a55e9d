import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buttonsOn, wordsOn } from './card-hands.ts';
import { type Answered, channelOf, chatOf, openTeamsWorld, type TeamsWorld } from './teams-world.ts';

/** Outreach in Teams, through the whole service, with the demo's people and the sample register. */

const ANNA = 'anna-holm';
const CARLA = 'carla-winther';
const VIBORG = channelOf('les-791');
let world: TeamsWorld;
beforeAll(async () => {
  world = await openTeamsWorld();
});
afterAll(() => world.close());

const say = (person: string, text: string) => world.say(person, chatOf(person), text);
const said = (answers: readonly Answered[]) =>
  answers.map(({ text, card }) => (card === undefined ? text : wordsOn(card))).join('\n');
const cardOf = ([answer]: readonly Answered[]) => answer?.card;

describe('an Erhvervshus that wants to contact a company', () => {
  it('is shown what both sides did, plans with one click, and the office is told without a word of a call', async () => {
    await say(ANNA, 'besøg 25313763 udfald: intet behov; den: 1-10-2026');
    await say(CARLA, 'sprog en');
    const look = await say(CARLA, 'outreach Hansen VVS: export');
    expect(said(look)).toContain('Before you contact Hansen VVS ApS');
    expect(said(look)).toContain('LES Viborg, Anna Holm · Visit');
    const planned = await world.click(CARLA, chatOf(CARLA), cardOf(look), 'outreach.plan');
    expect(wordsOn(planned)).toContain('has been told');
    await world.deliver();
    const [told] = world.standing(VIBORG).slice(-1);
    const words = said(told ? [told] : []);
    expect(words).toContain('Erhvervshus Midtjylland vil opsøge Hansen VVS ApS');
    expect(words).not.toMatch(/har henvendt sig|ringer|ringet/);
    expect(buttonsOn(told?.card).map(({ verb }) => verb)).toEqual([
      'outreach.clear',
      'outreach.object',
      'outreach.list',
    ]);
  });

  it('learns of the objection and its reason, which was clicked in the office’s channel', async () => {
    const [told] = world.standing(VIBORG).slice(-1);
    const typed = { reason: 'Vi er der selv i morgen' };
    await world.click(ANNA, VIBORG, told?.card, 'outreach.object', typed);
    await world.deliver();
    const last = world.standing(chatOf(CARLA)).slice(-1);
    expect(said(last)).toContain('LES Viborg objects to your contacting the company Hansen VVS ApS');
    expect(said(last)).toContain('Reason: Vi er der selv i morgen');
  });

  it('records the contact on the form, and goes on with the need that it found', async () => {
    const list = await say(CARLA, 'outreach');
    expect(said(list)).toContain('Hansen VVS ApS');
    const contact = await world.click(CARLA, chatOf(CARLA), cardOf(list), 'outreach.show');
    const done = await world.click(CARLA, chatOf(CARLA), contact, 'outreach.made', {
      outcome: 'case',
      form: 'phone',
      on: '2026-01-02',
    });
    expect(wordsOn(done)).toContain('Erhvervshus Midtjylland has contacted Hansen VVS ApS');
    expect(wordsOn(done)).not.toContain('early or a mature phase');
    const draft = await world.service.unitOfWork.read(({ drafts }) => drafts.active(CARLA));
    expect(draft?.values).toMatchObject({ direction: 'outreach', cvr: '25313763' });
    await say(CARLA, 'sprog da');
  });

  it('stops at a company that is protected from advertising', async () => {
    expect(said(await say(CARLA, 'opsøg 99100281: lokaler'))).toContain(
      'er reklamebeskyttet og må ikke opsøges',
    );
  });
});
