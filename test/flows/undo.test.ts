import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Case } from '../../src/core/case/case.ts';
import { figures } from '../../src/core/indicators/figures.ts';
import { recordOfCase } from '../../src/core/indicators/record-of-case.ts';
import { buttonsOn, inputsWith, wordsOn } from './card-hands.ts';
import { channelOf, chatOf, openTeamsWorld, type TeamsWorld } from './teams-world.ts';

/** Slips are undone through Teams: by the button on the card, and by typing. */

let world: TeamsWorld;
beforeEach(async () => {
  world = await openTeamsWorld();
});
afterEach(() => world.close());

const chat = chatOf('anna-holm');
const viborg = channelOf('les-791');
const house = channelOf('ehm-midtjylland');
const minutes = (count: number) => world.clock.pass(count * 60_000);

async function kept(): Promise<Case> {
  const [kase] = await world.service.unitOfWork.read((stores) => stores.cases.page('', 10));
  if (!kase) throw new Error('there is no case');
  return kase;
}

const answersTo = async (text: string, person = 'anna-holm', place = chatOf(person)) =>
  (await world.say(person, place, text))
    .map(({ text: words, card }) => `${words}\n${wordsOn(card)}`)
    .join('\n');

const verbsOn = (card: unknown) => buttonsOn(card).map(({ verb }) => verb);

/** A case of the office's own, or one that was sent to the Erhvervshus. */
async function log(areas: string): Promise<unknown> {
  const [form] = await world.say('anna-holm', chat, 'ny');
  const decision = await world.click('anna-holm', chat, form?.card, 'intake.submit', {
    cvr: '25313763',
    areas,
    contactName: 'Mette Hansen',
  });
  const card = await world.click('anna-holm', chat, decision, 'intake.confirm', { consent: 'consent' });
  await world.deliver();
  return card;
}

const own = () => log('networks-courses');
const sent = () => log('internationalisation');

describe('the answer to the company', () => {
  it('is never the button that stands out, and asks how it was given', async () => {
    const card = await own();
    const [answer] = (card as { actions: { title: string; style?: string; type: string }[] }).actions.filter(
      ({ title }) => title === 'Virksomheden har fået svar',
    );
    expect(answer).toMatchObject({ type: 'Action.ShowCard' });
    expect(answer?.style).toBeUndefined();
    expect(inputsWith(card, 'case.contacted')).toEqual([['how', 'phone']]);
    const answered = await world.click('anna-holm', chat, card, 'case.contacted', { how: 'meeting' });
    expect((await kept()).promise).toMatchObject({ how: 'meeting' });
    expect(verbsOn(answered).slice(0, 6)).toContain('case.undo');
  });

  it('does not take the place of the button by which the case was accepted', async () => {
    await sent();
    const card = world.standing(house)[0]?.card;
    const place = verbsOn(card).indexOf('handover.accept');
    const accepted = await world.click('carla-winther', house, card, 'handover.accept');
    expect(verbsOn(accepted)[place]).not.toBe('case.contacted');
    expect(verbsOn(accepted)).toContain('case.contacted');
  });

  it('is typed with how it was given, and what more there is to say stays a note', async () => {
    await own();
    const { id } = await kept();
    await answersTo(`kontaktet ${id} på møde: de vender tilbage`);
    const { promise, contacts } = await kept();
    expect([promise.how, contacts.map(({ text }) => text)]).toEqual(['meeting', ['de vender tilbage']]);
  });

  it('is undone on the card: the clock goes on as if it had never stopped, and CRM and figures know of none', async () => {
    const card = await own();
    const before = await kept();
    minutes(30);
    const answered = await world.click('anna-holm', chat, card, 'case.contacted', { how: 'phone' });
    await world.deliver();
    minutes(59);
    const undone = await world.click('anna-holm', chat, answered, 'case.undo');
    expect(wordsOn(undone)).toContain('Fristen løber, som om den aldrig var stoppet.');
    await world.deliver();
    const after = await kept();
    expect([after.status, after.promise]).toEqual(['open', before.promise]);
    const record = await world.service.deps.crm.findByCase(after.id);
    expect(record).toMatchObject({ status: 'open', firstAnswerAt: null, firstAnswerHow: null });
    const history = await world.service.unitOfWork.read((stores) => stores.history.of(after.id));
    expect(history.at(-1)).toMatchObject({ event: 'undone', details: { what: 'contacted' } });
    const counted = figures([recordOfCase({ case: after, history, crmCurrent: true })], {
      period: { from: '2026-11-01', to: '2026-11-30' },
      asOf: world.clock.now(),
      organisation: null,
      by: [],
      municipalities: new Map(),
    });
    expect(counted.find(({ id }) => id === 'I-11-working')).toMatchObject({ denominator: 0, pending: 1 });
    expect(counted.find(({ id }) => id === 'I-04')).toMatchObject({ denominator: 0 });
    const [posted] = world.standing(viborg);
    if (posted) expect(wordsOn(posted.card)).toContain('Svar virksomheden senest');
  });

  it('is undone by typing alone, in both languages', async () => {
    await own();
    const { id } = await kept();
    await answersTo(`kontaktet ${id} telefon`);
    expect(await answersTo('fortryd')).toContain('Svaret er fortrudt');
    await answersTo(`kontaktet ${id} telefon`);
    await answersTo('sprog en');
    expect(await answersTo('undo')).toContain('The answer has been undone');
    expect((await kept()).promise.answeredAt).toBeNull();
  });

  it('stands after 60 minutes', async () => {
    await own();
    const { id } = await kept();
    await answersTo(`kontaktet ${id} telefon`);
    minutes(61);
    expect(await answersTo('fortryd')).toContain('ikke noget, der kan fortrydes');
    expect((await kept()).promise.answeredAt).not.toBeNull();
  });

  it('may be undone by a coordinator, not by a colleague, also once somebody else has acted', async () => {
    await sent();
    const { id } = await kept();
    await world.click('carla-winther', house, world.standing(house)[0]?.card, 'handover.accept');
    await answersTo(`kontaktet ${id} telefon`, 'carla-winther');
    expect(await answersTo(`fortryd ${id}`, 'eva-lund')).toContain('Carla Winther');
    expect((await kept()).promise.answeredAt).not.toBeNull();
    expect(await answersTo(`fortryd ${id}`, 'dan-ravn')).toContain('Svaret er fortrudt');
    await answersTo(`kontaktet ${id} telefon`, 'carla-winther');
    await answersTo(`tilføj ${id} de ringede igen`, 'dan-ravn');
    expect(await answersTo(`fortryd ${id}`, 'carla-winther')).toContain('Svaret er fortrudt');
    expect((await kept()).promise.answeredAt).toBeNull();
  });

  it('may be undone by whoever recorded it once another office has the case', async () => {
    await sent();
    const { id } = await kept();
    await answersTo(`kontaktet ${id} telefon`);
    await answersTo(`overtag ${id}`, 'carla-winther');
    expect(await answersTo(`fortryd ${id}`)).toContain('Svaret er fortrudt');
    const { status, owner, promise } = await kept();
    expect([status, owner, promise.answeredAt]).toEqual(['open', 'ehm-midtjylland', null]);
  });
});

describe('sending', () => {
  it('is undone until the case is accepted, by the same verb as ever', async () => {
    await sent();
    expect(await answersTo('fortryd')).toContain('trukket tilbage');
    const { status, handovers } = await kept();
    expect([status, handovers.at(-1)?.state]).toEqual(['open', 'withdrawn']);
  });

  it('stands once it is accepted', async () => {
    await sent();
    await world.click('carla-winther', house, world.standing(house)[0]?.card, 'handover.accept');
    expect(await answersTo('fortryd')).toContain('ikke noget, der kan fortrydes');
    expect((await kept()).owner).toBe('ehm-midtjylland');
  });
});

describe('closing and cancelling', () => {
  const closing = (id: string) => `luk ${id} ydelser: Sparring; segment: vækst; note: Gik godt`;

  it('is undone within ten minutes, and what was typed fills the next closing', async () => {
    await own();
    const { id } = await kept();
    await answersTo(`kontaktet ${id} telefon`);
    await answersTo(closing(id));
    expect((await kept()).status).toBe('closed');
    minutes(9);
    expect(await answersTo(`fortryd ${id}`)).toContain('Afslutningen er fortrudt');
    const after = await kept();
    expect([after.status, after.outcome, after.closedAt]).toEqual(['answered', null, null]);
    const [again] = await world.say('anna-holm', chat, `sag ${id}`);
    expect(inputsWith(again?.card, 'case.close')).toContainEqual(['note@case.close', 'Gik godt']);
    await answersTo(closing(id));
    minutes(11);
    expect(await answersTo(`fortryd ${id}`)).toContain('ikke noget, der kan fortrydes');
  });

  it('brings the offer back that a withdrawal took from its receiver, who sees it again', async () => {
    await sent();
    const { id } = await kept();
    await answersTo(`frafald ${id} de vil selv`);
    expect((await kept()).status).toBe('withdrawn');
    await answersTo('fortryd');
    await world.deliver();
    expect((await kept()).status).toBe('offered');
    const cards = world.standing(house).filter(({ card }) => card !== undefined);
    expect(verbsOn(cards[0]?.card)).toContain('handover.accept');
  });

  it('brings a cancelled enquiry back, by its button and by typing', async () => {
    await world.say('anna-holm', chat, 'guide');
    await world.say('anna-holm', chat, 'Hansen VVS');
    const [cancelled] = await world.say('anna-holm', chat, 'annuller');
    const back = await world.click('anna-holm', chat, cancelled?.card, 'intake.undo');
    expect(wordsOn(back)).not.toContain('annulleret');
    await world.say('anna-holm', chat, 'annuller');
    await answersTo('fortryd');
    const draft = await world.service.unitOfWork.read((stores) => stores.drafts.active('anna-holm'));
    expect(draft?.values.companyName ?? draft?.values.cvr).toBeDefined();
    await world.say('anna-holm', chat, 'annuller');
    minutes(11);
    expect(await answersTo('fortryd')).toContain('ikke noget, der kan fortrydes');
  });
});

describe('what was registered', () => {
  const registered = async () => {
    const { services, referrals, selfHelp, attempts, remarks } = await kept();
    return { services, referrals, selfHelp, attempts, remarks };
  };
  const counted = async (id: string) => {
    const kase = await kept();
    const history = await world.service.unitOfWork.read((stores) => stores.history.of(id));
    return figures([recordOfCase({ case: kase, history, crmCurrent: true })], {
      period: { from: '2026-11-01', to: '2026-11-30' },
      asOf: world.clock.now(),
      organisation: null,
      by: [],
      municipalities: new Map(),
    });
  };
  const EMPTY = { services: [], referrals: [], selfHelp: [], attempts: [], remarks: [] };

  it.each([
    // Figures count the services of an Erhvervshus alone.
    ['ydelse', 'sparring; 2 timer', 'Ydelsen er fortrudt', 'service-given', null],
    [
      'henvist',
      'privat rådgiver: regnskab; navn: Revisor Bo',
      'Henvisningen er fortrudt',
      'referral-given',
      'I-10',
    ],
    ['selvhjælp', 'Væksthjulet: salg', 'Selvhjælpen er fortrudt', 'self-help-used', 'I-04'],
    ['forsøgt', 'telefonsvarer hos Bo Berg', 'Kontaktforsøget er fortrudt', 'attempted', null],
  ])(
    'with "%s %s" is undone by typing: no figure counts it, and history keeps it',
    async (verb, rest, said, event, figure) => {
      await own();
      const { id } = await kept();
      await answersTo(`kontaktet ${id} telefon`);
      const before = await counted(id);
      await answersTo(`${verb} ${id} ${rest}`);
      if (figure !== null)
        expect((await counted(id)).find((one) => one.id === figure)).not.toEqual(
          before.find((one) => one.id === figure),
        );
      expect(await answersTo('fortryd')).toContain(said);
      const after = await registered();
      expect({ ...EMPTY, ...Object.fromEntries(Object.entries(after).filter(([, list]) => list)) }).toEqual(
        EMPTY,
      );
      expect(await counted(id)).toEqual(before);
      const history = await world.service.unitOfWork.read((stores) => stores.history.of(id));
      expect(history.slice(-2)).toMatchObject([{ event }, { event: 'undone', details: { what: event } }]);
      await world.deliver();
      const record = JSON.stringify(await world.service.deps.crm.findByCase(id));
      for (const word of ['Revisor Bo', 'sparring', 'vaeksthjulet', 'Bo Berg'])
        expect(record).not.toContain(word);
      // What came before it can be undone next.
      expect(await answersTo('fortryd')).toContain('Svaret er fortrudt');
    },
  );

  it('is undone by the button, one after the other, and the rest stays', async () => {
    await own();
    const { id } = await kept();
    await answersTo(`ydelse ${id} sparring; 2 timer`);
    await answersTo(`ydelse ${id} netværk; 1 time`);
    const [shown] = await world.say('anna-holm', chat, `sag ${id}`);
    const undone = await world.click('anna-holm', chat, shown?.card, 'case.undo');
    expect((await kept()).services).toMatchObject([{ service: 'sparring' }]);
    await world.click('anna-holm', chat, undone, 'case.undo');
    expect((await kept()).services).toEqual([]);
  });

  it('is undone in English, and for an hour', async () => {
    await own();
    const { id } = await kept();
    await answersTo('sprog en');
    await answersTo(`service ${id} sparring`);
    minutes(59);
    expect(await answersTo('undo')).toContain('The service has been undone');
    await answersTo(`service ${id} sparring`);
    minutes(61);
    expect(await answersTo(`undo ${id}`)).not.toContain('has been undone');
    expect((await kept()).services).toHaveLength(1);
  });

  it('of whether a referral was used gives back what was known before', async () => {
    await own();
    const { id } = await kept();
    await answersTo(`henvist ${id} privat rådgiver: regnskab; navn: Revisor Bo`);
    const before = (await kept()).referrals;
    await answersTo(`henvist ${id} privat rådgiver; brugt: ja`);
    expect((await kept()).referrals).toMatchObject([{ uptake: 'used' }]);
    expect(await answersTo('fortryd')).toContain(
      'Svaret på, om virksomheden har brugt henvisningen, er fortrudt.',
    );
    expect((await kept()).referrals).toEqual(before);
  });

  it('of a follow-up is to be done again', async () => {
    await own();
    const { id } = await kept();
    await answersTo(`kontaktet ${id} telefon`);
    await answersTo(
      `luk ${id} ydelser: sparring; segment: vækst; opfølgning ved: os; opfølgning: 1. februar 2027`,
    );
    const { followUp } = await kept();
    await answersTo(`fulgt op ${id} intet behov: de har det fint`);
    expect((await kept()).followUp).toMatchObject({ state: 'done', result: 'no-need' });
    expect(await answersTo('fortryd')).toContain('Resultatet af opfølgningen er fortrudt');
    expect((await kept()).followUp).toEqual(followUp);
    expect((await kept()).remarks ?? []).toEqual([]);
  });

  it('by a colleague leaves the answer to whoever gave it: each undoes their own', async () => {
    await sent();
    await world.click('carla-winther', house, world.standing(house)[0]?.card, 'handover.accept');
    const { id } = await kept();
    await answersTo(`kontaktet ${id} telefon`, 'carla-winther');
    await answersTo(`ydelse ${id} Finansieringstjek`, 'dan-ravn');
    await answersTo(`fortryd ${id}`, 'carla-winther');
    expect(await kept()).toMatchObject({ status: 'open', services: [{ service: 'Finansieringstjek' }] });
    expect((await kept()).promise.answeredAt).toBeNull();
  });

  it('before a closing stays: the closing was made with it', async () => {
    await own();
    const { id } = await kept();
    await answersTo(`kontaktet ${id} telefon`);
    await answersTo(`ydelse ${id} sparring; 2 timer`);
    await answersTo(`luk ${id}`);
    minutes(11);
    expect(await answersTo(`fortryd ${id}`)).toContain('ikke noget, der kan fortrydes');
    expect((await kept()).services).toHaveLength(1);
  });
});

describe('whoever was told of something', () => {
  const told = (person: string) =>
    world
      .standing(chatOf(person))
      .map(({ text, card }) => `${text}\n${card === undefined ? '' : wordsOn(card)}`)
      .join('\n');
  /** The Erhvervshus has the case that Anna sent. */
  const taken = async () => {
    await sent();
    await world.click('carla-winther', house, world.standing(house)[0]?.card, 'handover.accept');
    const { id } = await kept();
    await answersTo(`kontaktet ${id} telefon`, 'carla-winther');
    await world.deliver();
    return id;
  };
  const CLOSE = 'ydelser: Finansieringstjek; segment: vækst; handlingsplan: Plan';

  it('learns that the answer is undone', async () => {
    const id = await taken();
    expect(told('anna-holm')).toContain(`har svaret virksomheden i sagen ${id}`);
    await answersTo(`fortryd ${id}`, 'carla-winther');
    await world.deliver();
    expect(told('anna-holm')).toContain(
      `Svaret til virksomheden i sagen ${id} er fortrudt. Virksomheden venter stadig på svar fra Erhvervshus Midtjylland.`,
    );
    expect(told('carla-winther')).not.toContain('er fortrudt. Den venter');
  });

  it('is not told of an answer that was given again in the meantime', async () => {
    const id = await taken();
    await answersTo(`fortryd ${id}`, 'carla-winther');
    await answersTo(`kontaktet ${id} telefon`, 'carla-winther');
    await world.deliver();
    expect(told('anna-holm')).not.toContain('er fortrudt. Den venter');
  });

  it('is whoever has the case, where the office that sent it undoes its own answer, and whoever gave it', async () => {
    await sent();
    const { id } = await kept();
    await answersTo(`kontaktet ${id} telefon`);
    await answersTo(`overtag ${id}`, 'carla-winther');
    await answersTo(`fortryd ${id}`);
    await world.deliver();
    expect(told('carla-winther')).toContain(`Svaret til virksomheden i sagen ${id} er fortrudt.`);
    await answersTo(`kontaktet ${id} telefon`, 'carla-winther');
    await answersTo(`fortryd ${id}`, 'dan-ravn');
    await world.deliver();
    expect(told('carla-winther').split(`i sagen ${id} er fortrudt.`)).toHaveLength(3);
  });

  it('learns that the closing is undone, and that the company wants help after all', async () => {
    const id = await taken();
    await answersTo(
      `luk ${id} ${CLOSE}; opfølgning ved: LES Viborg; opfølgning: 1. februar 2027`,
      'carla-winther',
    );
    await world.deliver();
    expect((await kept()).status).toBe('closed');
    await answersTo(`fortryd ${id}`, 'carla-winther');
    await world.deliver();
    expect(told('anna-holm')).toContain(`Afslutningen af sagen ${id} er fortrudt.`);
    minutes(1);
    await answersTo(`frafald ${id} de vil selv`, 'carla-winther');
    await world.deliver();
    expect(told('anna-holm')).toContain('Virksomheden ønsker ikke mere hjælp');
    minutes(1);
    await answersTo(`fortryd ${id}`, 'carla-winther');
    await world.deliver();
    expect(told('anna-holm')).toContain(`Det var en fejl, at virksomheden i sagen ${id}`);
  });

  it('is the office that closed the case, where the result of the follow-up is undone', async () => {
    const id = await taken();
    await answersTo(
      `luk ${id} ${CLOSE}; opfølgning ved: LES Viborg; opfølgning: 1. februar 2027`,
      'carla-winther',
    );
    await answersTo(`fulgt op ${id} intet behov`);
    await world.deliver();
    /** Messages of the house's channel and its threads with these words. */
    const inHouse = (words: string) =>
      world.recorder
        .messages()
        .filter(({ conversation }) => conversation.split(';')[0] === house.id)
        .filter((message) => JSON.stringify(message).includes(words)).length;
    expect(inHouse(`Der er fulgt op på sagen ${id}`)).toBe(1);
    await answersTo(`fortryd ${id}`);
    await world.deliver();
    const undone = `Resultatet af opfølgningen på sagen ${id} er fortrudt. Der skal stadig følges op.`;
    expect(inHouse(undone) + told('carla-winther').split(undone).length - 1).toBe(1);
  });

  it('is nobody else, where only a registration is undone', async () => {
    const id = await taken();
    await answersTo(`ydelse ${id} Finansieringstjek`, 'carla-winther');
    await answersTo(`fortryd ${id}`, 'carla-winther');
    await world.deliver();
    expect(told('anna-holm')).not.toContain('fortrudt');
  });
});

describe('what cannot be undone', () => {
  it('asks first, in a second step on the card', async () => {
    await sent();
    const card = world.standing(house)[0]?.card;
    const accepted = await world.click('carla-winther', house, card, 'handover.accept');
    const asked = JSON.stringify(accepted)
      .split('"Action.ShowCard"')
      .find((one) => one.includes('fortrydes') && one.includes('case.withdraw-basis'));
    expect(asked).toBeDefined();
    expect(buttonsOn(accepted).filter(({ verb }) => verb === 'case.withdraw-basis')).toHaveLength(1);
  });
});
