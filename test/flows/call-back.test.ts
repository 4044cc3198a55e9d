import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { submissionAnswer, textOn, viewPayload } from '../channels/slack/slack-hands.ts';
import { openProduct } from '../channels/slack/slack-product.ts';
import type { SlackWorld } from '../channels/slack/slack-world.ts';
import { buttonsOn, wordsOn } from './card-hands.ts';
import { channelOf, chatOf, openTeamsWorld, type TeamsWorld } from './teams-world.ts';

/** A company that could not be reached is called again: whoever planned it is reminded at that moment, in their own chat. */

const anna = chatOf('anna-holm');
const carla = chatOf('carla-winther');
const house = channelOf('ehm-midtjylland');
const REMINDED = 'skal virksomheden';

describe('in Teams', () => {
  let world: TeamsWorld;
  beforeEach(async () => {
    // A Friday at ten in Denmark.
    world = await openTeamsWorld();
  });
  afterEach(() => world.close());

  const stored = async () => {
    const [kase] = await world.service.unitOfWork.run((stores) => stores.cases.page('', 10));
    if (!kase) throw new Error('no case');
    return kase;
  };
  const say = async (text: string, person = 'anna-holm') => {
    const answers = await world.say(person, chatOf(person), text);
    return wordsOn(answers.at(-1)?.card) + answers.map((one) => one.text).join();
  };
  const reminders = (place = anna) =>
    world
      .standing(place)
      .map(({ card, text }) => `${text}${wordsOn(card)}`)
      .filter((words) => words.includes(REMINDED));
  const pass = async (instant: string) => {
    world.clock.set(instant);
    await world.deliver();
  };

  /** A case that Anna logged: kept, or offered to the Erhvervshus. */
  async function logged(areas = 'networks-courses'): Promise<string> {
    const [form] = await world.say('anna-holm', anna, 'ny');
    const typed = { cvr: '25313763', areas, contactName: 'Mette Hansen' };
    const decision = await world.click('anna-holm', anna, form?.card, 'intake.submit', typed);
    await world.click('anna-holm', anna, decision, 'intake.confirm', { consent: 'consent' });
    await world.deliver();
    return (await stored()).id;
  }

  it('reminds whoever typed it at the moment asked for, offices open or not, and stops nothing', async () => {
    const id = await logged();
    const before = await stored();
    const shown = await say(`ring op ${id} på lørdag kl. 9.30 Mette er hjemme om lørdagen`);
    expect(shown).toContain(
      'Anna Holm ringer op lørdag den 21. november kl. 9.30: Mette er hjemme om lørdagen',
    );
    const kase = await stored();
    expect([kase.status, kase.promise, kase.assignee]).toEqual([
      before.status,
      before.promise,
      before.assignee,
    ]);
    await pass('2026-11-21T08:29:59.000Z');
    expect(reminders()).toEqual([]);
    await pass('2026-11-21T08:30:00.000Z');
    await pass('2026-11-21T08:31:00.000Z');
    expect(reminders()).toHaveLength(1);
    expect(reminders()[0]).toContain('Mette er hjemme om lørdagen');
    expect(await say(`sag ${id}`)).toContain('opkald aftalt, Anna Holm');
  });

  it('takes it from the form of the card, and gives back what it cannot read', async () => {
    const id = await logged();
    const [card] = await world.say('anna-holm', anna, `sag ${id}`);
    const refused = await world.click('anna-holm', anna, card?.card, 'case.call-back', {
      day: 'engang',
      time: '10',
      reason: 'Optaget',
    });
    expect(wordsOn(refused)).toContain('"engang" kan jeg ikke læse');
    const done = await world.click('anna-holm', anna, refused, 'case.call-back', {
      day: 'mandag',
      time: 'kl. 9.30',
      reason: 'Optaget i dag',
    });
    expect(wordsOn(done)).toContain('Anna Holm ringer op mandag den 23. november kl. 9.30: Optaget i dag');
    expect((await stored()).callBack?.at).toBe('2026-11-23T08:30:00.000Z');
  });

  it('refuses a moment that has passed or cannot be read, and says what would be right', async () => {
    const id = await logged();
    expect(await say(`ring op ${id} i dag kl. 9 optaget`)).toContain('Det tidspunkt er passeret');
    expect(await say(`ring op ${id} når de er hjemme`)).toContain('"når de er hjemme" kan jeg ikke læse');
    expect(await say(`ring op ${id} i dag optaget`)).toContain('i morgen kl. 10');
    expect(await say(`ring op ${id} om 2 timer`)).toContain('Skriv en begrundelse');
    expect((await stored()).callBack).toBeUndefined();
    await say('language en');
    expect(await say(`call back ${id} today at 9 busy`)).toContain('That moment has passed');
    expect(await say(`call back ${id} tomorrow at 10 busy`)).toContain(
      'Anna Holm calls back on Saturday 21 November at 10:00: busy',
    );
  });

  it('is planned for when the office opens where only the day is given', async () => {
    const id = await logged();
    // Saturday: closed, so the Monday after.
    expect(await say(`ring op ${id} i morgen optaget`)).toContain(
      'Anna Holm ringer op mandag den 23. november kl. 8.00: optaget',
    );
    expect(await say(`ring op ${id} tirsdag optaget`)).toContain(
      'Anna Holm ringer op tirsdag den 24. november kl. 8.00: optaget',
    );
    expect((await stored()).callBack?.at).toBe('2026-11-24T07:00:00.000Z');
    expect(await say(`ring op ${id} 2029-01-01 optaget`)).toContain('mere end et år');
  });

  it('tells of the last one alone, and of none once the case has ended', async () => {
    const id = await logged();
    await say(`ring op ${id} om 1 time optaget`);
    await say(`ring op ${id} om 2 timer stadig optaget`);
    await pass('2026-11-20T10:30:00.000Z');
    expect(reminders()).toEqual([]);
    await pass('2026-11-20T11:00:00.000Z');
    expect(reminders()).toHaveLength(1);
    await say(`ring op ${id} om 1 time igen`);
    await say(`frafald ${id} De klarer sig selv`);
    await world.deliver();
    const before = world.standing(anna).length;
    await pass('2026-11-20T13:00:00.000Z');
    expect([reminders(), world.standing(anna).length]).toEqual([[], before]);
  });

  it('is removed by its button or a line, and reminds nobody then', async () => {
    const id = await logged();
    await say(`ring op ${id} om 1 time optaget`);
    const [card] = await world.say('anna-holm', anna, `sag ${id}`);
    const removed = await world.click('anna-holm', anna, card?.card, 'case.call-off');
    expect(wordsOn(removed)).toContain('Opkaldet er fjernet');
    expect(buttonsOn(removed).map(({ verb }) => verb)).not.toContain('case.call-off');
    expect(await say(`fjern opkald ${id}`)).toContain('ikke');
    await say('language en');
    await say(`call back ${id} in 1 hour busy`);
    expect(await say(`cancel call ${id}`)).toContain('The call has been removed');
    await pass('2026-11-20T12:00:00.000Z');
    expect(reminders()).toEqual([]);
    expect((await stored()).callBack).toBeNull();
  });

  it('is told besides the reminders of the promise that fell due meanwhile', async () => {
    const id = await logged();
    await say(`ring op ${id} på mandag kl. 9 optaget`);
    // The service comes back after a long outage, when the promise is broken too.
    await pass('2026-11-25T10:00:00.000Z');
    expect(reminders()).toHaveLength(1);
    expect(
      world
        .standing(anna)
        .map(({ card }) => wordsOn(card))
        .join(),
    ).toContain('Fristen er overskredet');
  });

  it('goes to whoever has the case where it has gone to another organisation, and to nobody outside', async () => {
    const id = await logged('internationalisation');
    await say(`ring op ${id} på mandag kl. 9 optaget`);
    // In the receiver's shared channel nothing of it is read.
    expect(JSON.stringify(world.standing(house))).not.toContain('ringer op');
    await say('hjælp', 'carla-winther');
    await world.deliver();
    const [posted] = world.standing(house);
    await world.click('carla-winther', house, posted?.card, 'handover.accept');
    await pass('2026-11-23T08:00:00.000Z');
    expect([reminders(), reminders(carla).length]).toEqual([[], 1]);
  });

  it('is for the owner alone, while others are asked to take the case', async () => {
    const id = await logged('internationalisation');
    const [posted] = world.standing(house);
    expect(buttonsOn(posted?.card).map(({ verb }) => verb)).not.toContain('case.call-back');
    await say('hjælp', 'carla-winther');
    await say(`ring op ${id} om 1 time optaget`, 'carla-winther');
    expect((await stored()).callBack).toBeUndefined();
  });
});

describe('in Slack', () => {
  it('is typed, shown, and told in the direct message at its moment', async () => {
    const { world, worker, unitOfWork, close } = await openProduct();
    try {
      const submit = async (window: ReturnType<SlackWorld['window']>, typed: Record<string, string>) => {
        const sent = { type: 'view_submission', view: viewPayload(window, typed) };
        return submissionAnswer((await world.interact(sent)).body);
      };
      const words = () => textOn({ blocks: Object(world.last('chat.postMessage').body).blocks });
      const said = async (text: string) => {
        const place = { channel: 'D1', channel_type: 'im', user: world.anna, ts: '1.1' };
        await world.event({ type: 'message', text, ...place });
        return words();
      };
      await world.command('ny');
      const decision = await submit(world.window(), { cvr: '25313763', areas: 'networks-courses' });
      await submit({ ...world.window(), view: Object(decision.view) }, {});
      await worker.drain();
      expect(await said('ring op K3F9-QTX2 snart optaget')).toContain('"snart optaget" kan jeg ikke læse');
      expect(await said('ring op K3F9-QTX2 om 2 timer Mette er i møde')).toMatch(
        /ringer op .*: Mette er i møde/,
      );
      await worker.drain();
      const at = (await unitOfWork.run((stores) => stores.cases.get('K3F9-QTX2')))?.callBack?.at ?? '';
      const told = () =>
        world.of('chat.postMessage').filter(({ body }) => JSON.stringify(body).includes(REMINDED));
      expect(told()).toEqual([]);
      world.clock.set(at);
      await worker.drain();
      expect(told()).toHaveLength(1);
      const [{ body }] = told() as [ReturnType<typeof told>[number]];
      // In the thread of the case's card, which says why, and outside it: a person may not look into a thread.
      if (body.thread_ts === undefined) expect(words()).toContain('Mette er i møde');
      else expect(body).toMatchObject({ reply_broadcast: true });
    } finally {
      await close();
    }
  });
});
