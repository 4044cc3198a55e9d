import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Case } from '../../src/core/case/case.ts';
import { enquiriesOf, promisesOf } from '../../src/core/case/enquiries.ts';
import { recordOfCase } from '../../src/core/indicators/record-of-case.ts';
import { buttonsOn, inputsWith, wordsOn } from './card-hands.ts';
import { chatOf, openTeamsWorld, type TeamsWorld } from './teams-world.ts';

/** Enquiries with a promise each, and the phone line, through Teams. */

let world: TeamsWorld;
beforeEach(async () => {
  world = await openTeamsWorld();
});
afterEach(() => world.close());

const chat = chatOf('anna-holm');
const hours = (count: number) => world.clock.pass(count * 3_600_000);

async function cases(): Promise<readonly Case[]> {
  return world.service.unitOfWork.read((stores) => stores.cases.page('', 10));
}
async function kept(): Promise<Case> {
  const [kase] = await cases();
  if (!kase) throw new Error('there is no case');
  return kase;
}
async function record() {
  const kase = await kept();
  const history = await world.service.unitOfWork.read((stores) => stores.history.of(kase.id));
  return recordOfCase({ case: kase, history, crmCurrent: true });
}
const answersTo = async (text: string, person = 'anna-holm', place = chatOf(person)) =>
  (await world.say(person, place, text))
    .map(({ text: words, card }) => `${words}\n${wordsOn(card)}`)
    .join('\n');

/** An enquiry of Hansen VVS through the form; the card that confirming answers with. */
async function enquire(person: string, areas: string, more: Readonly<Record<string, string>> = {}) {
  const place = chatOf(person);
  const [form] = await world.say(person, place, 'ny');
  const decision = await world.click(person, place, form?.card, 'intake.submit', {
    cvr: '25313763',
    areas,
    contactName: 'Mette Hansen',
    ...more,
  });
  const card = await world.click(person, place, decision, 'intake.confirm', { consent: 'consent' });
  await world.deliver();
  return card;
}
const answered = async () => {
  await enquire('anna-holm', 'networks-courses');
  await answersTo(`kontaktet ${(await kept()).id} telefon`);
  return (await kept()).id;
};

describe('the first enquiry', () => {
  it('is what the intake says of it, clicked or typed, and stands in the record, on the card and in the CRM', async () => {
    await enquire('anna-holm', 'networks-courses', {
      channel: 'mail',
      trigger: 'potential',
      referredBy: 'accountant',
    });
    const kase = await kept();
    expect(enquiriesOf(kase)).toEqual([
      {
        at: kase.promise.contactedAt,
        entry: null,
        channel: 'mail',
        trigger: 'potential',
        referredBy: 'accountant',
        receivedBy: kase.createdBy,
        needs: ['networks-courses'],
        promise: 0,
      },
    ]);
    await world.deliver();
    const facts = { channel: 'mail', trigger: 'potential', referredBy: 'accountant' };
    expect((await record()).enquiries).toMatchObject([{ ...facts, receivedBy: 'les-791' }]);
    expect(await answersTo(`sag ${kase.id}`)).toContain('potentiale, henvist af revisor');
    expect(await world.service.deps.crm.findByCase(kase.id)).toMatchObject({ enquiries: [facts] });
  });

  it('is drawn as a sentence, whoever referred the company', async () => {
    await enquire('anna-holm', 'networks-courses', { trigger: 'no-occasion', referredBy: 'other' });
    const { id } = await kept();
    expect(await answersTo(`sag ${id}`)).toContain(': uden særlig anledning, henvist af en anden, ');
    await answersTo('sprog en');
    expect(await answersTo(`case ${id}`)).toContain(': no particular occasion, referred by somebody else, ');
  });

  it('takes each occasion that the refusal proposes', async () => {
    await answersTo('log Hansen VVS, 25313763, netværk for nye ledere');
    const proposed = /Vælg anledningen: (.+)\./.exec(await answersTo('ret anledning vejret'))?.[1] ?? '';
    const occasions = proposed.split(/, | eller /);
    expect(occasions).toHaveLength(4);
    for (const one of occasions)
      expect(await answersTo(`ret anledning ${one}`)).not.toContain('Vælg anledningen');
  });

  it('takes its facts as typed corrections, in both languages, and asks for none', async () => {
    await answersTo('log Hansen VVS, 25313763, netværk for nye ledere');
    expect(await answersTo('ret anledning erkendt behov')).not.toContain('kender jeg ikke');
    await answersTo('ret henvist af LES Silkeborg');
    await answersTo('sprog en');
    await answersTo('correct channel by phone');
    const draft = await world.service.unitOfWork.read((stores) => stores.drafts.active('anna-holm'));
    expect(draft?.values).toMatchObject({
      trigger: 'acknowledged-need',
      referredBy: 'les-740',
      channel: 'phone',
    });
    expect(await answersTo('correct referrer Martians')).toContain('Choose who referred the company');
  });
});

describe('a later contact', () => {
  it('with a new need on an answered case starts a promise of its own, which the clock follows', async () => {
    const id = await answered();
    hours(30);
    const added = await answersTo(`tilføj ${id} de vil have hjælp til at skaffe finansiering`);
    expect(added).toContain('så der løber en ny frist');
    const kase = await kept();
    expect([kase.status, kase.promise.answeredAt, promisesOf(kase).length]).toEqual(['open', null, 2]);
    expect(enquiriesOf(kase).map(({ promise, needs }) => [promise, needs])).toEqual([
      [0, ['networks-courses']],
      [1, ['financing']],
    ]);
    hours(24 * 9);
    await world.deliver();
    const late = await kept();
    expect(promisesOf(late).map(({ broken }) => broken)).toEqual([false, true]);
    await answersTo(`kontaktet ${id} møde`);
    const { enquiries } = await record();
    expect(enquiries.map(({ how, answeredBy }) => [how, answeredBy])).toEqual([
      ['phone', 'les-791'],
      ['meeting', 'les-791'],
    ]);
  });

  it('is called a new need by whoever adds it: typed, and by the form', async () => {
    const id = await answered();
    expect(await answersTo(`tilføj ${id} de ringede igen`)).not.toContain('ny frist');
    expect((await kept()).status).toBe('answered');
    const [card] = await world.say('anna-holm', chat, `sag ${id}`);
    await world.click('anna-holm', chat, card?.card, 'case.add-contact', {
      text: 'noget helt andet',
      newNeed: 'true',
    });
    expect(promisesOf(await kept())).toHaveLength(2);
    await answersTo(`kontaktet ${id} telefon`);
    await answersTo('sprog en');
    expect(await answersTo(`add ${id} new need: they called again`)).toContain('a new deadline applies');
    const { enquiries } = await record();
    expect(enquiries.map(({ dueAt }) => dueAt !== null)).toEqual([true, false, true, true]);
  });

  it('on an unanswered case joins the promise that runs', async () => {
    await enquire('anna-holm', 'networks-courses');
    const { id, promise } = await kept();
    hours(5);
    await answersTo(`tilføj ${id} de vil have hjælp til at skaffe finansiering`);
    const kase = await kept();
    expect([kase.promise, enquiriesOf(kase).map((one) => one.promise)]).toEqual([promise, [0, 0]]);
  });

  it('comes through an intake about the company as well, and runs from when the company called', async () => {
    await answered();
    hours(30);
    const [form] = await world.say('bo-krogh', chatOf('bo-krogh'), 'ny');
    const calledAt = world.clock.now();
    hours(1);
    const decision = await world.click('bo-krogh', chatOf('bo-krogh'), form?.card, 'intake.submit', {
      cvr: '25313763',
      areas: 'financing',
      channel: 'mail',
      referredBy: 'bank',
    });
    await world.click('bo-krogh', chatOf('bo-krogh'), decision, 'intake.confirm', { consent: 'consent' });
    await world.deliver();
    const all = await cases();
    expect(all).toHaveLength(1);
    expect(enquiriesOf(await kept())[1]).toMatchObject({
      at: calledAt,
      channel: 'mail',
      referredBy: 'bank',
      receivedBy: { person: 'bo-krogh', organisation: 'les-751' },
      promise: 1,
    });
    expect((await kept()).promise.contactedAt).toBe(calledAt);
    expect(await answersTo(`sag ${all[0]?.id}`)).toContain(
      ': e-mail, henvist af bank, virksomheden har sagt ja til at dele, Finansiering, ikke besvaret',
    );
    const told = world.standing(chat).map(({ text, card }) => `${text}\n${wordsOn(card)}`);
    expect(told.join('\n')).toContain('med et nyt behov');
  });

  it('through an intake is called a new need by typing so', async () => {
    await answered();
    const [form] = await world.say('anna-holm', chat, 'ny');
    await world.click('anna-holm', chat, form?.card, 'intake.submit', {
      cvr: '25313763',
      areas: 'networks-courses',
    });
    await answersTo('bekræft nyt behov med samtykke');
    expect(promisesOf(await kept())).toHaveLength(2);
  });

  it('is one more enquiry of a reopened case, with a promise of its own', async () => {
    const id = await answered();
    await answersTo(`luk ${id} ydelser: Sparring; segment: vækst`);
    hours(48);
    await answersTo(`genåbn ${id} de ringede igen`);
    expect(enquiriesOf(await kept()).map((one) => [one.promise, one.receivedBy.person])).toEqual([
      [0, 'anna-holm'],
      [1, 'anna-holm'],
    ]);
  });
});

describe('the phone line', () => {
  it('logs with the entry phone wherever it sits, and sends general information to the office of the caller', async () => {
    const [form] = await world.say('eva-lund', chatOf('eva-lund'), 'ny');
    await world.click('eva-lund', chatOf('eva-lund'), form?.card, 'intake.submit', {
      cvr: '25313763',
      areas: 'general-information',
    });
    const words = await answersTo('bekræft med samtykke', 'eva-lund');
    expect(words).toContain('LES Viborg');
    const kase = await kept();
    expect([kase.values.entry, kase.handovers[0]?.to, kase.assignee]).toEqual(['phone', 'les-791', null]);
    expect((await record()).enquiries).toMatchObject([{ entry: 'phone', receivedBy: 'ehm-midtjylland' }]);
  });

  it('answers on the spot by the button, and the case has no person until a colleague takes it', async () => {
    const card = await enquire('eva-lund', 'internationalisation');
    expect((await kept()).owner).toBe('ehm-midtjylland');
    expect(buttonsOn(card).map(({ verb }) => verb)).not.toContain('case.contacted');
    expect(inputsWith(card, 'case.answered-here')).toEqual([['note', '']]);
    const after = await world.click('eva-lund', chatOf('eva-lund'), card, 'case.answered-here', {
      note: 'Fik navnet på toldvejledningen',
    });
    expect(wordsOn(after)).toContain('fik svar i telefonen');
    const kase = await kept();
    expect([kase.status, kase.assignee, kase.promise.answeredBy?.person, kase.promise.how]).toEqual([
      'answered',
      null,
      'eva-lund',
      'phone',
    ]);
    expect(await answersTo(`tildel ${kase.id} Eva Lund`, 'dan-ravn')).toContain('kan ikke have sager');
    await answersTo(`overtag ${kase.id}`, 'carla-winther');
    expect((await kept()).assignee?.person).toBe('carla-winther');
  });

  it('answers on the spot by typing, of the last call or a named case, in both languages, and undoes it', async () => {
    await enquire('eva-lund', 'general-information');
    expect(await answersTo('besvaret på stedet', 'eva-lund')).toContain('fik svar i telefonen');
    expect((await kept()).status).toBe('offered');
    expect(await answersTo('fortryd', 'eva-lund')).toContain('Svaret er fortrudt');
    await answersTo('sprog en', 'eva-lund');
    const { id } = await kept();
    expect(await answersTo(`answered on the spot ${id} sent the form`, 'eva-lund')).toContain(
      'got its answer on the phone',
    );
    expect((await kept()).contacts.at(-1)?.text).toBe('sent the form');
  });

  it('does not answer what somebody else received', async () => {
    await enquire('anna-holm', 'internationalisation');
    const { id } = await kept();
    await answersTo(`tilføj ${id} de ringede igen`, 'eva-lund');
    expect(await answersTo(`besvaret på stedet ${id}`, 'eva-lund')).not.toContain('fik svar i telefonen');
    expect((await kept()).promise.answeredAt).toBeNull();
  });
});

describe('the key of a company', () => {
  it('is given with its first case, shared by the next, and kept when both are erased', async () => {
    const id = await answered();
    await answersTo(`luk ${id} ydelser: Sparring; segment: vækst`);
    hours(48);
    await enquire('anna-holm', 'financing');
    const keys = (await cases()).map(({ companyKey }) => companyKey);
    expect([new Set(keys).size, keys[0] === undefined, keys.length]).toEqual([1, false, 2]);
    expect(keys[0]).not.toContain('25313763');
    expect((await record()).company).toMatchObject({ cvr: '25313763', key: keys[0] });
  });
});
