import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Case } from '../../src/core/case/case.ts';
import { recordOfCase } from '../../src/core/indicators/record-of-case.ts';
import { buttonsOn, wordsOn } from './card-hands.ts';
import { channelOf, chatOf, openTeamsWorld, type TeamsWorld } from './teams-world.ts';

/** What was done for a company is registered through Teams: typed with the names of the fields, and clicked. */

let world: TeamsWorld;
beforeEach(async () => {
  world = await openTeamsWorld();
});
afterEach(() => world.close());

const chat = chatOf('anna-holm');
const house = channelOf('ehm-midtjylland');

async function kept(): Promise<Case> {
  const [kase] = await world.service.unitOfWork.read((stores) => stores.cases.page('', 10));
  if (!kase) throw new Error('there is no case');
  return kase;
}

const answersTo = async (text: string, person = 'anna-holm', place = chatOf(person)) =>
  (await world.say(person, place, text))
    .map(({ text: words, card }) => `${words}\n${wordsOn(card)}`)
    .join('\n');

/** A case of the office's own, or one that the Erhvervshus has taken over, answered. */
async function answered(areas: string, input: Record<string, string> = {}): Promise<string> {
  const [form] = await world.say('anna-holm', chat, 'ny');
  const decision = await world.click('anna-holm', chat, form?.card, 'intake.submit', {
    cvr: '25313763',
    areas,
    contactName: 'Mette Hansen',
    ...input,
  });
  await world.click('anna-holm', chat, decision, 'intake.confirm', { consent: 'consent' });
  await world.deliver();
  const { id, status } = await kept();
  const by = status === 'offered' ? 'carla-winther' : 'anna-holm';
  if (status === 'offered') {
    await world.click(by, house, world.standing(house)[0]?.card, 'handover.accept');
  }
  await answersTo(`kontaktet ${id} telefon`, by);
  return id;
}
const own = () => answered('networks-courses');
const taken = () => answered('internationalisation');

describe('closing by a typed line', () => {
  const line = (id: string) =>
    `luk ${id} ydelser: Finansieringstjek, 1:1 vejledning; timer: 3; møde: digitalt; værktøj: Væksthjulet; p: 1003407806; ingen handlingsplan: kun et møde`;

  it('takes every field by its Danish name, and the record, the CRM and the card have them', async () => {
    const id = await taken();
    const answer = await answersTo(line(id), 'carla-winther');
    expect(answer).toContain('Sagen er afsluttet.');
    const kase = await kept();
    expect(kase).toMatchObject({ status: 'closed', values: { pNumber: '1003407806' } });
    const shared = {
      hours: 1.5,
      meeting: 'digital',
      tools: ['vaeksthjulet'],
      form: 'individual',
    };
    expect(kase.services).toMatchObject([
      { service: 'Finansieringstjek', ...shared },
      { service: '1:1 vejledning', ...shared },
    ]);
    const history = await world.service.unitOfWork.read((stores) => stores.history.of(id));
    expect(recordOfCase({ case: kase, history, crmCurrent: true }).services).toMatchObject([
      { service: 'Finansieringstjek', by: 'ehm-midtjylland', hours: 1.5, meeting: 'digital' },
      { service: '1:1 vejledning' },
    ]);
    await world.deliver();
    const record = await world.service.deps.crm.findByCase(id);
    expect(record).toMatchObject({
      pNumber: '1003407806',
      servicesGiven: [{ service: 'Finansieringstjek', ...shared }, { service: '1:1 vejledning' }],
    });
    expect(JSON.stringify(record?.texts)).toContain('kun et møde');
    expect(answer).toContain('Finansieringstjek, 1,5 timer, digitalt, Væksthjulet (Carla Winther');
  });

  it('takes them in English too', async () => {
    const id = await taken();
    await answersTo('sprog en', 'carla-winther');
    const answer = await answersTo(
      `close ${id} services: camps; hours: 1.25; meeting: at the company; referred: private adviser; self-help: Climate compass; no action plan: one meeting; follow-up by: us; follow-up: 1 February 2027; enrolled: yes; note: went well`,
      'carla-winther',
    );
    expect(answer).toContain('The case has been closed.');
    expect(await kept()).toMatchObject({
      status: 'closed',
      services: [{ service: 'camps', hours: 1.25, meeting: 'at-company', form: 'collective' }],
      referrals: [{ to: 'private-adviser', uptake: 'unknown' }],
      selfHelp: [{ tool: 'klimakompasset' }],
      followUp: { organisation: 'ehm-midtjylland', dueOn: '2027-02-01', state: 'accepted' },
      outcome: { enrolled: true, note: 'went well', noActionPlan: 'one meeting' },
    });
  });

  it('takes a CVR number where it is missing, so that the case can be closed', async () => {
    const id = await answered('networks-courses', {
      cvr: '',
      companyName: 'Ukendt Snedkeri',
      stage: 'established',
      municipality: '791',
    });
    expect((await kept()).values.cvr).toBeUndefined();
    expect(await answersTo(`luk ${id} ydelser: sparring`)).toContain('uden CVR-nummer');
    expect(await answersTo(`luk ${id} ydelser: sparring; cvr: 25 31 37 63`)).toContain('Sagen er afsluttet.');
    expect((await kept()).values.cvr).toBe('25313763');
  });

  it('asks for a service, or why there was none', async () => {
    const id = await own();
    expect(await answersTo(`luk ${id} note: de fandt selv ud af det`)).toContain('Vælg mindst én ydelse');
    expect((await kept()).status).toBe('answered');
    expect(await answersTo(`luk ${id} kun information`)).toContain('Sagen er afsluttet.');
    expect((await kept()).outcome).toMatchObject({ noService: 'information-only', services: [] });
  });

  it.each([
    ['luk', 'note: de fandt selv ud af det', 'Var der ingen, så skriv fx'],
    ['luk', 'ingen ydelse: andet', 'Skriv, hvorfor virksomheden ikke fik en ydelse:'],
    ['close', 'note: they managed', 'If there was none, write e.g.'],
    ['close', 'no service: other', 'Write why the company got no service:'],
  ])('takes what it proposes when "%s %s" gave no reason', async (word, rest, asks) => {
    const id = await own();
    if (word === 'close') await answersTo('sprog en');
    const answer = await answersTo(`${word} ${id} ${rest}`);
    expect(answer).toContain(asks);
    const [line = ''] = answer.split('\n').filter((one) => one.includes(asks));
    const proposed = [...line.matchAll(/"([^"]+)"/g)].map(([, typed = '']) =>
      typed.replace(/‹.*›/, 'de flyttede'),
    );
    expect(proposed.length).toBeGreaterThan(0);
    for (const typed of proposed) {
      await answersTo(`${word} ${id} ${typed}`);
      const own = typed.includes('de flyttede');
      const reason = own
        ? { noService: 'other', noServiceWhy: 'de flyttede' }
        : { noService: 'information-only' };
      expect((await kept()).outcome, typed).toMatchObject({ ...reason, services: [] });
      await answersTo(`fortryd ${id}`);
    }
  });

  it.each([
    ['luk', 'ingen ydelse: de flyttede', 'other', 'de flyttede', null],
    ['luk', 'ingen ydelse: andet; de flyttede; note: Vil ringe', 'other', 'de flyttede', 'Vil ringe'],
    ['luk', 'ingen ydelse: andet: de flyttede, vist nok', 'other', 'de flyttede, vist nok', null],
    ['luk', 'ingen ydelse: kun information - om moms', 'information-only', 'om moms', null],
    ['luk', 'ingen ydelse: virksomheden trak sig; de ringer', 'withdrew', undefined, 'de ringer'],
    ['close', 'no service: they moved', 'other', 'they moved', null],
    ['close', 'no service: other, they moved', 'other', 'they moved', null],
  ])('reads own words as the reason: %s %s', async (word, rest, noService, noServiceWhy, note) => {
    const id = await own();
    await answersTo(`${word} ${id} ${rest}`);
    const { outcome } = await kept();
    expect([outcome?.noService, outcome?.noServiceWhy, outcome?.note]).toEqual([
      noService,
      noServiceWhy,
      note,
    ]);
  });

  it.each(['kun informaton', 'nej'])('does not count "%s" as a reason of its own', async (typed) => {
    const id = await own();
    expect(await answersTo(`luk ${id} ingen ydelse: ${typed}`)).toContain(`"${typed}". Skriv en af disse:`);
    expect((await kept()).status).toBe('answered');
  });

  it('says which field or value it does not know, and what would be right', async () => {
    const id = await taken();
    const typed = (rest: string) => answersTo(`luk ${id} ${rest}`, 'carla-winther');
    expect(await typed('ydelser: camps; timmer: 3')).toContain('Feltet "timmer" findes ikke her');
    expect(await typed('ydelser: camps; timmer: 3')).toContain('ydelser, dato, timer, møde');
    expect(await typed('ydelser: camps; timer: tre')).toContain('"tre"');
    expect(await typed('ydelser: camps; møde: på månen')).toContain(
      '"på månen". Skriv en af disse: Hos os, Hos virksomheden, Digitalt, Telefon.',
    );
    expect(await typed('ydelser: Finanstjek')).toContain('Finansieringstjek');
    expect((await kept()).status).toBe('answered');
  });

  it('needs nothing more where what was done is registered already', async () => {
    const id = await own();
    await answersTo(`ydelse ${id} sparring; 2 timer`);
    expect(await answersTo(`luk ${id}`)).toContain('Sagen er afsluttet.');
    expect((await kept()).services).toMatchObject([{ service: 'sparring', hours: 2 }]);
  });

  it('is undone with what it registered, and not with what was registered before', async () => {
    const id = await own();
    await answersTo(`ydelse ${id} sparring; 2 timer`);
    await answersTo(`luk ${id} ydelser: camps; henvist: privat rådgiver; selvhjælp: ja`);
    expect((await kept()).services).toHaveLength(2);
    expect(await answersTo(`fortryd ${id}`)).toContain('Afslutningen er fortrudt');
    const after = await kept();
    expect(after.services).toMatchObject([{ service: 'sparring' }]);
    expect([after.referrals, after.selfHelp]).toEqual([[], []]);
  });
});

describe('while the case runs', () => {
  it('registers services by a typed line, in both languages', async () => {
    const id = await own();
    expect(
      await answersTo(`ydelse ${id} informations- og temamøder, sparring; timer: 1½; hos virksomheden`),
    ).toContain('Ydelsen er registreret.');
    await answersTo('sprog en');
    expect(await answersTo(`service ${id} netværk; 45 min; by phone`)).toContain(
      'The service is registered.',
    );
    expect((await kept()).services).toMatchObject([
      { service: 'informations- og temamøder', form: 'collective', hours: 0.75, meeting: 'at-company' },
      { service: 'sparring', form: 'individual', hours: 0.75, meeting: 'at-company' },
      { service: 'netværk', hours: 0.75, meeting: 'phone' },
    ]);
  });

  it('registers what the company was referred to, and later whether it was used', async () => {
    const id = await own();
    await answersTo(`henvist ${id} privat rådgiver: regnskabet skal ordnes; navn: Revisor Bo Lind`);
    await answersTo(`registrer henvisning ${id} Garantien hos banken`);
    expect((await kept()).referrals).toMatchObject([
      { to: 'private-adviser', name: 'Revisor Bo Lind', why: 'regnskabet skal ordnes', uptake: 'unknown' },
      { to: null, name: 'Garantien hos banken' },
    ]);
    expect(await answersTo(`henvist ${id} privat rådgiver; brugt: ja`)).toContain('har brugt henvisningen');
    const { referrals } = await kept();
    expect(referrals).toMatchObject([{ uptake: 'used' }, { uptake: 'unknown' }]);
    expect(referrals?.[0]?.askedOn).not.toBeNull();
  });

  it('registers self-help by the name of the tool, with the focus areas of Væksthjulet', async () => {
    const id = await own();
    await answersTo(`registrer selvhjælp ${id} Væksthjulet; fokus: salg, ledelse`);
    expect(await answersTo(`selvhjælp ${id} klimakompas; fokus: energi`)).toContain('Fokusområder hører til');
    expect(await answersTo(`selvhjælp ${id} Excel`)).toContain('Business Model Canvas');
    expect((await kept()).selfHelp).toMatchObject([{ tool: 'vaeksthjulet', focus: ['salg', 'ledelse'] }]);
  });

  it('registers a service by the button, whose list holds all of the level with the proposed first', async () => {
    const id = await own();
    const [shown] = await world.say('anna-holm', chat, `sag ${id}`);
    const words = wordsOn(shown?.card);
    for (const name of ['Indledende afklaring', 'Sparring', 'Stedbundet vejledning'])
      expect(words).toContain(name);
    expect(buttonsOn(shown?.card).map(({ verb }) => verb)).toContain('case.service');
    const card = await world.click('anna-holm', chat, shown?.card, 'case.service', {
      services: 'sparring,camps',
      hours: '2,5',
      meeting: 'at-us',
    });
    expect(wordsOn(card)).toContain('Sparring, 1,25 timer, hos os (Anna Holm');
    expect((await kept()).services).toHaveLength(2);
  });

  it('refuses what it cannot read at its field, and keeps what was typed', async () => {
    const id = await own();
    const [shown] = await world.say('anna-holm', chat, `sag ${id}`);
    const card = await world.click('anna-holm', chat, shown?.card, 'case.service', {
      services: 'sparring',
      hours: 'to',
    });
    expect(wordsOn(card)).toContain('Det er ikke et timetal: "to"');
    expect((await kept()).services).toBeUndefined();
  });

  it('lets only those who serve at the owner or take part register', async () => {
    const id = await own();
    expect(await answersTo(`ydelse ${id} camps`, 'carla-winther')).not.toContain('registreret.');
    await answersTo(`inviter ${id} Erhvervshus Midtjylland`);
    expect(await answersTo(`ydelse ${id} camps`, 'carla-winther')).toContain('Ydelsen er registreret.');
    expect((await kept()).services).toMatchObject([{ by: { organisation: 'ehm-midtjylland' } }]);
  });
});

describe('closing by the form', () => {
  it('takes three clicks: open, choose a service and who follows up, close', async () => {
    const id = await own();
    const [shown] = await world.say('anna-holm', chat, `sag ${id}`);
    const card = await world.click('anna-holm', chat, shown?.card, 'case.close', {
      services: 'sparring',
      followUpBy: 'none',
      noFollowUp: 'De er godt i gang',
      segment: 'growth',
    });
    expect(wordsOn(card)).toContain('Sagen er afsluttet.');
    expect((await kept()).outcome).toMatchObject({ noFollowUp: 'De er godt i gang', followUpOn: null });
    expect(wordsOn(card)).toContain('De er godt i gang');
  });

  it('asks why where nobody follows up', async () => {
    const id = await own();
    const [shown] = await world.say('anna-holm', chat, `sag ${id}`);
    const card = await world.click('anna-holm', chat, shown?.card, 'case.close', {
      services: 'sparring',
      followUpBy: 'none',
      segment: 'growth',
    });
    expect(wordsOn(card)).toContain('hvorfor ingen følger op');
    expect((await kept()).status).toBe('answered');
  });
});
