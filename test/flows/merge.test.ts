import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { crmRecordOf } from '../../src/app/crm-record.ts';
import type { Case } from '../../src/core/case/case.ts';
import { wordsOn } from './card-hands.ts';
import { channelOf, chatOf, openTeamsWorld, type TeamsWorld } from './teams-world.ts';

/** Attempts to reach a company, and two cases that are one, through Teams. */

let world: TeamsWorld;
beforeEach(async () => {
  world = await openTeamsWorld();
});
afterEach(() => world.close());

const chat = chatOf('anna-holm');
const viborg = channelOf('les-791');
const house = channelOf('ehm-midtjylland');

async function cases(): Promise<readonly Case[]> {
  const all = await world.service.unitOfWork.read((stores) => stores.cases.page('', 10));
  return all.toSorted((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt));
}

async function kept(id: string): Promise<Case> {
  const kase = await world.service.unitOfWork.read((stores) => stores.cases.get(id));
  if (!kase) throw new Error(`no case ${id}`);
  return kase;
}

async function say(text: string, person = 'anna-holm', place = chatOf(person)): Promise<string> {
  const answers = await world.say(person, place, text);
  return answers.map(({ text: words, card }) => `${words}\n${wordsOn(card)}`).join('\n');
}

async function log(values: Record<string, string>): Promise<unknown> {
  const [form] = await world.say('anna-holm', chat, 'ny');
  const decision = await world.click('anna-holm', chat, form?.card, 'intake.submit', {
    contactName: 'Mette Hansen',
    ...values,
  });
  const card = await world.click('anna-holm', chat, decision, 'intake.confirm', { consent: 'consent' });
  await world.deliver();
  world.clock.pass(60_000);
  return card;
}

const PRE_STARTER = { stage: 'pre-starter', municipality: 'Viborg', contactName: 'Mette Hansen' };

/** A pre-starter's case, and a later one of the company that came of it. */
async function two(): Promise<readonly [older: string, younger: string]> {
  await log({ ...PRE_STARTER, areas: 'business-plan', description: 'Vil starte for sig selv' });
  await log({
    cvr: '25313763',
    areas: 'networks-courses',
    description: 'Søger netværk',
    contactPhone: '40411234',
  });
  const [older, younger] = await cases();
  if (!older || !younger) throw new Error('there are no two cases');
  return [older.id, younger.id];
}

describe('attempts to reach a company', () => {
  it('are counted and shown, in both languages, and stop nothing', async () => {
    const [id] = await two();
    const before = await kept(id);
    expect(await say(`forsøgt ${id} telefonsvarer`)).toContain('Forsøget er registreret.');
    await say('language english');
    const words = await say(`tried ${id}`);
    expect(words).toContain('Tried to reach the company 2 times');
    expect(words).toContain('telefonsvarer');
    const after = await kept(id);
    expect([after.status, after.promise, after.attempts?.length]).toEqual([before.status, before.promise, 2]);
    await world.deliver();
    const { crm } = world.service.deps;
    expect((await crm.findByCase(id))?.attempts).toBe(2);
  });

  it('make three before somebody may send the case back for want of contact', async () => {
    await log({ cvr: '25313763', areas: 'internationalisation' });
    const [offer] = await cases();
    const id = offer?.id ?? '';
    const refusal = await say(`returner ${id} ingen kontakt: tager ikke telefonen`, 'carla-winther', house);
    expect(refusal).toContain('kan først vælges efter 3 forsøg. Der er registreret 0');
    expect((await kept(id)).status).toBe('offered');
    const open = world.standing(house)[0]?.card;
    expect(JSON.stringify(open)).not.toContain('"no-contact"');
    for (const _ of [1, 2, 3]) await say(`forsøgt ${id}`, 'carla-winther', house);
    await world.deliver();
    expect(JSON.stringify(world.standing(house)[0]?.card)).toContain('"no-contact"');
    await say(`returner ${id} ingen kontakt: tager ikke telefonen`, 'carla-winther', house);
    expect((await kept(id)).handovers[0]).toMatchObject({ state: 'returned', reasonCode: 'no-contact' });
  });
});

describe('closing for want of contact', () => {
  it.each([
    [
      'da',
      'luk',
      'ingen ydelse: ingen kontakt; ingen opfølgning: kunne ikke træffes',
      'kan først vælges efter 3 forsøg',
    ],
    [
      'en',
      'close',
      'no service: no contact; no follow-up: not reached',
      'can be chosen after 3 attempts only',
    ],
  ])('takes three attempts (%s)', async (language, close, fields, refusal) => {
    await log({ cvr: '25313763', areas: 'networks-courses' });
    const id = (await cases())[0]?.id ?? '';
    await say(`besvaret ${id} telefon`);
    await say(`sprog ${language}`);
    expect(await say(`${close} ${id} ${fields}`)).toContain(refusal);
    expect((await kept(id)).status).toBe('answered');
    for (const _ of [1, 2, 3]) await say(`forsøgt ${id}`);
    await say(`${close} ${id} ${fields}`);
    expect(await kept(id)).toMatchObject({ status: 'closed', outcome: { noService: 'no-contact' } });
  });
});

describe('what was registered on two cases of one company', () => {
  it('is on the one that goes on: services, referrals, self-help, enquiries and handovers', async () => {
    const [older, younger] = await two();
    for (const id of [older, younger]) {
      await say(`ydelse ${id} sparring; timer: 1`);
      await say(`henvist ${id} privat rådgiver: regnskab`);
      await say(`selvhjælp ${id} Virksomhedsguiden`);
    }
    await say(`send ${younger} Erhvervshus Midtjylland de kan det`);
    await say(`returner ${younger} ingen kapacitet: fuldt`, 'carla-winther', house);
    const [before, other] = [await kept(older), await kept(younger)];
    await say(`flet ${older} ${younger} ja`);
    const living = await kept(older);
    expect(living.services).toEqual([...(before.services ?? []), ...(other.services ?? [])]);
    expect(living.services).toHaveLength(2);
    expect(living.referrals).toHaveLength(2);
    expect(living.selfHelp).toHaveLength(2);
    expect(living.handovers.map(({ state, number }) => [state, number])).toEqual([['returned', 1]]);
    expect(living.enquiries?.map(({ promise }) => promise)).toEqual([0, 0]);
    expect(living.companyKey).toBe(other.companyKey);
    expect(crmRecordOf(living).enquiries).toHaveLength(2);
  });
});

describe('two cases of one company', () => {
  it('are merged only after a yes: the older lives on with its promise and what the younger one knew', async () => {
    const [older, younger] = await two();
    const before = await kept(older);
    const asked = await say(`flet ${younger} ${older}`);
    expect(asked).toContain(`Skriv "flet ${older} ${younger} ja"`);
    expect((await kept(younger)).status).toBe('open');
    const words = await say(`flet ${younger} med ${older} ja`);
    expect(words).toContain('De to sager er nu én.');
    expect(words).toContain(older);
    const living = await kept(older);
    expect(living.promise).toEqual(before.promise);
    expect(living).toMatchObject({ status: 'open', mergedFrom: [younger] });
    expect(living.values).toMatchObject({
      cvr: '25313763',
      companyName: 'Hansen VVS ApS',
      contactPhone: '40411234',
    });
    expect(living.values.areas).toEqual(['business-plan', 'networks-courses']);
    expect(living.contacts.map(({ text }) => text)).toEqual(['Søger netværk']);
    expect(await kept(younger)).toMatchObject({ status: 'entered-in-error', mergedInto: older });
    const lines = await world.service.unitOfWork.read((stores) =>
      Promise.all([older, younger].map((id) => stores.history.of(id))),
    );
    expect(lines.map((history) => history.map(({ event }) => event))).toEqual([
      ['opened', 'merged'],
      ['opened', 'merged-into'],
    ]);
  });

  it('are merged by the button on the card; cards, links and search follow, and the CRM is told', async () => {
    const [older, younger] = await two();
    const card = (await world.say('anna-holm', chat, `sag ${older}`))[0]?.card;
    const done = await world.click('anna-holm', chat, card, 'case.merge', { other: younger.toLowerCase() });
    expect(wordsOn(done)).toContain('De to sager er nu én.');
    await world.deliver();
    const stale = world.standing(viborg).find(({ card: one }) => wordsOn(one).includes(`ind i sag ${older}`));
    expect(stale).toBeDefined();
    const shown = await say(`sag ${younger}`);
    expect(shown).toContain(`Sagen er flettet ind i sag ${older} og fortsætter der.`);
    expect(shown).toContain('Flettet');
    expect(await say('sag 25313763')).toContain(older);
    expect(await say('hvem har Hansen VVS?')).toContain(older);
    expect(await say(`besvaret ${younger}`)).toContain(`fortsætter der: skriv "sag ${older}"`);
    const { crm } = world.service.deps;
    expect(await crm.findByCase(younger)).toMatchObject({ mergedInto: older, status: 'entered-in-error' });
    expect(await crm.findByCase(older)).toMatchObject({ cvr: '25313763' });
  });

  it('cannot be undone, and nobody but the owner merges them', async () => {
    const [older, younger] = await two();
    const refused = await say(`flet ${older} ${younger} ja`, 'bo-krogh');
    expect(refused).toContain('Det kan kun');
    await say(`merge ${older} and ${younger} yes`);
    expect((await kept(younger)).mergedInto).toBe(older);
    expect(await say(`fortryd ${older}`)).toContain('Der er ikke noget, der kan fortrydes.');
  });

  it('run on with the unanswered promise, where the older one is answered', async () => {
    const [older, younger] = await two();
    await say(`besvaret ${older} telefon`);
    const { promise } = await kept(younger);
    const answered = (await kept(older)).promise;
    await say(`flet ${older} ${younger} ja`);
    const living = await kept(older);
    expect([living.status, living.promise, living.earlierPromises]).toEqual(['open', promise, [answered]]);
  });

  it('are not merged while one of them is sent, nor with a case of another company', async () => {
    const [older, younger] = await two();
    await log({ cvr: '99100141', municipality: 'Viborg', areas: 'networks-courses' });
    const third = (await cases())[2]?.id;
    expect(await say(`flet ${younger} ${third} ja`)).toContain('et andet CVR-nummer');
    await say(`send ${younger} Erhvervshus Midtjylland de kan det`);
    expect(await say(`flet ${older} ${younger} ja`)).toContain('ingen af dem må være sendt');
    expect((await cases()).map(({ status }) => status)).not.toContain('entered-in-error');
  });

  it('are not merged with an unknown one, or with itself', async () => {
    const [older] = await two();
    expect(await say(`flet ${older} BCDF-GHJK ja`)).toContain('BCDF-GHJK');
    expect(await say(`flet ${older} ${older} ja`)).toContain('kan ikke flettes med sig selv');
    expect(await say('flet')).toContain('sag');
  });
});
