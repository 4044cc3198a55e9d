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
    expect(said(look)).toMatch(/can reply until [A-Z][a-z]+day /);
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

describe('a contact', () => {
  /** Plans a contact of the Erhvervshus; its id. */
  async function planned(cvr: string): Promise<string> {
    const card = await say(CARLA, `planlæg opsøgning ${cvr}: eksport`);
    return /Opsøgende kontakt (\S+)/.exec(said(card))?.[1] ?? '';
  }

  it('to which nobody objects may be made, whichever words say so, and is named by what came of it', async () => {
    const id = await planned('99100419');
    expect(said(await say(CARLA, `opsøgning ${id}`))).toMatch(/Venter på svar .* Vent med at kontakte/);
    await say(ANNA, `ingen indsigelse ${id}`);
    expect(said(await say(CARLA, `opsøgning ${id}`))).toContain('Der er ingen indsigelse.');
    expect(said(await say(CARLA, `besøg ${id} ikke truffet`))).toContain(
      'Erhvervshus Midtjylland har forsøgt at kontakte Søndersø Maskinfabrik A/S',
    );
    expect(said(await say(ANNA, 'sag 99100419'))).toContain(`Opsøgende kontakt ${id}`);
  });

  it('that was called off is named so', async () => {
    const id = await planned('99100141');
    await say(ANNA, `fri bane ${id}`);
    expect(said(await say(CARLA, `aflys opsøgning ${id}`))).toContain(
      'Erhvervshus Midtjylland kontakter ikke Holding af 2019 Viborg ApS alligevel',
    );
  });
});
