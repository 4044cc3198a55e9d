import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { nextStepAt } from '../../src/core/promise/steps.ts';
import { textOn } from '../channels/slack/slack-hands.ts';
import { openProduct } from '../channels/slack/slack-product.ts';
import { calendar, carla as carlaAt, caseAfter, opened, outcome } from '../core/case/case-world.ts';
import { wordsOn } from './card-hands.ts';
import { channelOf, chatOf, openTeamsWorld, type Place, type TeamsWorld } from './teams-world.ts';

/** A closed case is seen again on the day agreed: the office that follows up is reminded, says what came of it, or goes on. */

const anna = chatOf('anna-holm');
const carla = chatOf('carla-winther');
const viborg = channelOf('les-791');

describe('in Teams', () => {
  let world: TeamsWorld;
  beforeEach(async () => {
    // A Friday at ten in Denmark.
    world = await openTeamsWorld();
  });
  afterEach(() => world.close());

  const first = async () => {
    const [kase] = await world.service.unitOfWork.run((stores) => stores.cases.page('', 10));
    if (!kase) throw new Error('no case');
    return kase;
  };
  const say = async (text: string, person = 'anna-holm') => {
    const answers = await world.say(person, chatOf(person), text);
    return answers.map((one) => wordsOn(one.card) + one.text).join('\n');
  };
  const pass = async (instant: string) => {
    world.clock.set(instant);
    await world.deliver();
  };
  /** Messages with these words in a place, those in its threads too. */
  const told = ({ id }: Place, words: string) =>
    [...new Set(world.recorder.messages().map(({ conversation }) => conversation))]
      .filter((conversation) => conversation.split(';')[0] === id)
      .flatMap((conversation) => world.standing({ id: conversation, kind: 'channel' }))
      .filter(({ card, text }) => `${text}${wordsOn(card)}`.includes(words)).length;

  /** A case that Anna sent to the Erhvervshus, closed there with follow-up in December. */
  async function closed(): Promise<string> {
    const [form] = await world.say('anna-holm', anna, 'ny');
    const typed = { cvr: '25313763', areas: 'internationalisation', contactName: 'Mette Hansen' };
    const decision = await world.click('anna-holm', anna, form?.card, 'intake.submit', typed);
    await world.click('anna-holm', anna, decision, 'intake.confirm', { consent: 'consent' });
    await world.deliver();
    const { id } = await first();
    await say(`overtag ${id}`, 'carla-winther');
    await say(`besvaret ${id} telefon`, 'carla-winther');
    await say(
      `luk ${id} ydelser: 1:1 vejledning; segment: vækst; handlingsplan: Besøg messen; opfølgning: 1.12.2026`,
      'carla-winther',
    );
    await world.deliver();
    expect((await first()).followUp?.state).toBe('proposed');
    return id;
  }

  it('reminds office and person on the day, again after three working days, then the coordinators, and no more', async () => {
    const id = await closed();
    await say(`følg op ${id}`);
    expect((await first()).followUp).toMatchObject({ person: { person: 'anna-holm' }, state: 'accepted' });
    await pass('2026-12-01T06:59:00.000Z');
    const DUE = `Det er tid til at følge op på sagen ${id}`;
    expect(told(anna, DUE) + told(viborg, DUE)).toBe(0);
    await pass('2026-12-01T07:00:00.000Z');
    await pass('2026-12-01T09:00:00.000Z');
    expect([told(viborg, DUE), told(anna, DUE)]).toEqual([1, 1]);
    const LATE = `Opfølgningen på sagen ${id} er ikke registreret endnu`;
    await pass('2026-12-04T07:00:00.000Z');
    expect([told(viborg, LATE), told(anna, LATE)]).toEqual([1, 1]);
    await pass('2026-12-09T07:00:00.000Z');
    await pass('2026-12-20T09:00:00.000Z');
    // Anna coordinates the office too.
    expect([told(viborg, LATE), told(anna, LATE)]).toEqual([1, 2]);
  });

  it('lists it with its day and the next step, and ends it with what came of it', async () => {
    const id = await closed();
    expect(await say('sager opfølgning')).toContain('følg op den 1. december 2026');
    expect(await say('sager opfølgning')).toContain('svar, om I følger op');
    await say(`følg op ${id}`);
    await pass('2026-12-02T09:00:00.000Z');
    const late = await say('sager opfølgning');
    expect(late).toContain('skulle have været fulgt op den 1. december 2026');
    expect(late).toContain('Anna Holm');
    expect(await say(`fulgt op ${id} måske`)).toContain('Vælg, hvad opfølgningen viste');
    expect(await say(`fulgt op ${id} intet nyt behov: De er godt i gang`)).toContain(
      'Opfølgningen er registreret',
    );
    await world.deliver();
    expect(told(channelOf('ehm-midtjylland'), `Der er fulgt op på sagen ${id}`)).toBe(1);
    expect(await say(`sag ${id}`, 'carla-winther')).toContain('De er godt i gang');
    expect(await say('sager opfølgning')).toContain('Her er ingen sager');
    const before = world.standing(anna).length;
    await pass('2026-12-10T09:00:00.000Z');
    expect(world.standing(anna).length).toBe(before);
  });

  it('takes it from the form of the card, in English too', async () => {
    const id = await closed();
    await say('language en');
    const [list] = await world.say('anna-holm', anna, 'cases follow-up');
    expect(wordsOn(list?.card)).toContain('follow up on 1 December 2026');
    const [card] = await world.say('anna-holm', anna, `case ${id}`);
    const done = await world.click('anna-holm', anna, card?.card, 'followup.done', { result: 'not-reached' });
    expect(wordsOn(done)).toContain('The follow-up has been recorded');
    expect((await first()).followUp).toMatchObject({ state: 'done', result: 'not-reached' });
    expect(await say(`followed up ${id} no new need`)).not.toContain('has been recorded');
  });

  it('begins a linked enquiry with the company filled in where there is a new need', async () => {
    const id = await closed();
    const shown = await say(`fulgt op ${id} nyt behov`);
    expect(shown).toContain('Hansen VVS ApS');
    const draft = await world.service.unitOfWork.run((stores) => stores.drafts.active('anna-holm'));
    expect(draft).toMatchObject({ linkedTo: id, values: { cvr: '25313763', contactName: 'Mette Hansen' } });
    expect(draft?.values.consent).toBeUndefined();
    await say('ret behov regnskab');
    await say('bekræft samtykke');
    const cases = await world.service.unitOfWork.run((stores) => stores.cases.page('', 10));
    expect(cases.map(({ linkedTo }) => linkedTo).sort()).toEqual([id, null].sort());
  });

  it('is the closing organisation’s own where nobody referred the company', async () => {
    const [form] = await world.say('carla-winther', carla, 'ny');
    const typed = {
      cvr: '25313763',
      areas: 'internationalisation',
      entry: 'ehm',
      contactName: 'Mette Hansen',
    };
    const decision = await world.click('carla-winther', carla, form?.card, 'intake.submit', typed);
    await world.click('carla-winther', carla, decision, 'intake.confirm', { consent: 'consent' });
    const { id } = await first();
    await say(`besvaret ${id} telefon`, 'carla-winther');
    await say(`luk ${id} ydelser: 1:1 vejledning; segment: vækst; opfølgning: 1.12.2026`, 'carla-winther');
    await world.deliver();
    await pass('2026-12-01T07:00:00.000Z');
    expect(told(carla, 'Det er tid til at følge op')).toBe(1);
  });

  it('of a case that an earlier version closed is put on the clock by the hourly jobs', async () => {
    const id = await closed();
    await world.service.unitOfWork.run(async (stores) => {
      const kase = await stores.cases.get(id);
      if (kase) await stores.cases.update({ ...kase, revision: kase.revision + 1 }, kase.revision, null);
    });
    // The hourly jobs of this worker have run; another one begins with them.
    await pass('2026-12-01T07:30:00.000Z');
    const lost = await world.service.unitOfWork.run((stores) => stores.cases.followUpsWithoutStep(10));
    expect([lost, told(viborg, 'Det er tid til at følge op')]).toEqual([[], 1]);
  });
});

it('is ended in Slack by typing, in both languages', async () => {
  const { world, worker, unitOfWork, close } = await openProduct();
  let sent = 0;
  const said = async (user: string, text: string) => {
    const ts = `1795240000.${String(++sent).padStart(6, '0')}`;
    const before = world.of('chat.postMessage').length;
    await world.event({ type: 'message', channel: `D${user}`, channel_type: 'im', user, text, ts });
    const answers = world.of('chat.postMessage').slice(before);
    return answers.map(({ body }) => textOn({ blocks: z.array(z.unknown()).parse(body.blocks) })).join('\n');
  };
  try {
    const answered = caseAfter(opened().case, ['handover.accept', carlaAt], ['case.contacted', carlaAt]);
    const kase = caseAfter(answered, ['case.close', carlaAt, outcome]);
    await unitOfWork.run((stores) => stores.cases.insert(kase, nextStepAt(kase, calendar)));
    world.clock.set('2026-03-02T08:00:00.000Z');
    await worker.drain();
    const posts = world.of('chat.postMessage').map(({ body }) => JSON.stringify(body));
    expect(posts.filter((one) => one.includes('Det er tid til at følge op'))).not.toEqual([]);
    expect(await said(world.anna, 'sager opfølgning')).toContain('følg op den 2. marts 2026');
    await said(world.anna, 'language en');
    expect(await said(world.anna, `followed up ${kase.id} new need: Norway`)).toContain('Hansen VVS');
    const done = await unitOfWork.run((stores) => stores.cases.get(kase.id));
    expect(done?.followUp).toMatchObject({ state: 'done', result: 'new-need' });
    expect(await unitOfWork.run((stores) => stores.drafts.active('anna'))).toMatchObject({
      linkedTo: kase.id,
    });
  } finally {
    await close();
  }
});
