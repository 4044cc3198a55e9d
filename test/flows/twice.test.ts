import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Case } from '../../src/core/case/case.ts';
import { type RunningClock, runningClock } from '../support/clock.ts';
import { newStores, type TestStores } from '../support/test-store.ts';
import { buttonsOn, wordsOn } from './card-hands.ts';
import { type ServiceProcess, startService } from './service-process.ts';
import {
  activityOf,
  channelOf,
  chatOf,
  execute,
  openTeamsWorld,
  type Place,
  postActivity,
  type TeamsWorld,
} from './teams-world.ts';

/** The same delivery twice, at once, late, or to two replicas over one store. Proves: it happens once, and is answered. */

const anna = chatOf('anna-holm');
const house = channelOf('ehm-midtjylland');
/** Without a company: every case of it is one of its own, that nobody serves already. */
const EXPORT = {
  municipality: '791',
  areas: 'internationalisation',
  stage: 'established',
  contactPhone: '40411234',
};

let world: TeamsWorld;
let stores: TestStores;
let other: ServiceProcess | undefined;

beforeEach(async () => {
  stores = await newStores('in a folder');
  other = undefined;
});
afterEach(async () => {
  await other?.kill();
  await world.close();
  await stores.remove();
});

function cases(): Promise<readonly Case[]> {
  return world.service.unitOfWork.run((stores) => stores.cases.page('', 100));
}

async function eventsOf(caseId: string): Promise<readonly string[]> {
  const history = await world.service.unitOfWork.run((stores) => stores.history.of(caseId));
  return history.map(({ event }) => event);
}

function clickOf(person: string, place: Place, card: unknown, verb: string, typed = {}): object {
  return activityOf(world.recorder.serviceUrl, person, place, execute(card, verb, typed));
}

/** The decision card of an intake by form. */
async function decide(): Promise<unknown> {
  const [form] = await world.say('anna-holm', anna, 'ny');
  return world.click('anna-holm', anna, form?.card, 'intake.submit', EXPORT);
}

/** A case that stands in the Erhvervshus's channel. */
async function handOver(): Promise<unknown> {
  await world.click('anna-holm', anna, await decide(), 'intake.confirm', { consent: 'consent' });
  await world.deliver();
  return world.standing(house)[0]?.card;
}

describe('a delivery that comes twice', () => {
  beforeEach(async () => {
    world = await openTeamsWorld();
  });

  it('makes one case of a confirmation, and both answers show that case', async () => {
    const confirm = clickOf('anna-holm', anna, await decide(), 'intake.confirm', { consent: 'consent' });
    const first = await world.post(confirm);
    const second = await world.post(confirm);
    const [kase, ...more] = await cases();
    expect(more).toEqual([]);
    for (const { status, body } of [first, second]) {
      expect(status).toBe(200);
      expect(wordsOn(body)).toContain(kase?.id);
    }
    await world.deliver();
    expect(world.standing(house)).toHaveLength(1);
  });

  it('makes one case of twenty confirmations at once', async () => {
    const confirm = clickOf('anna-holm', anna, await decide(), 'intake.confirm', { consent: 'consent' });
    const answers = await Promise.all(Array.from({ length: 20 }, () => world.post(confirm)));
    const [kase, ...more] = await cases();
    expect(more).toEqual([]);
    for (const { body } of answers) expect(wordsOn(body)).toContain(kase?.id);
    await world.deliver();
    expect(world.standing(house)).toHaveLength(1);
  });

  it('makes one case of a confirmation under another id, as a client sends that waited too long', async () => {
    const decision = await decide();
    const confirm = () => clickOf('anna-holm', anna, decision, 'intake.confirm', { consent: 'consent' });
    await world.post(confirm());
    const { body } = await world.post(confirm());
    const [kase, ...more] = await cases();
    expect(more).toEqual([]);
    expect(wordsOn(body)).toContain(kase?.id);
  });

  it('takes a typed answer once: the next question is not answered by it', async () => {
    await world.say('anna-holm', anna, 'guide');
    await world.say('anna-holm', anna, 'har ikke cvr');
    const viborg = activityOf(world.recorder.serviceUrl, 'anna-holm', anna, {
      type: 'message',
      text: 'Viborg',
    });
    await world.post(viborg);
    await world.post(viborg);
    const asked = world.standing(anna).slice(-2);
    for (const { card, text } of asked) {
      expect(`${text}${card ? wordsOn(card) : ''}`).toContain('Hvad har de brug for?');
    }
  });

  it('accepts a case once, and says to the same person that it is theirs', async () => {
    const accept = clickOf('carla-winther', house, await handOver(), 'handover.accept');
    await world.post(accept);
    const { body } = await world.post(accept);
    const [kase] = await cases();
    expect(wordsOn(body)).toContain('Carla Winther');
    expect(wordsOn(body)).not.toMatch(/allerede overtaget/);
    expect((await eventsOf(kase?.id ?? '')).filter((event) => event === 'accepted')).toHaveLength(1);
    await world.deliver();
    expect(world.standing(house)).toHaveLength(1);
  });
});

describe('a delivery that comes late', () => {
  beforeEach(async () => {
    world = await openTeamsWorld();
  });

  it('of an acceptance changes nothing of a case that has gone on since', async () => {
    const card = await handOver();
    const accept = clickOf('carla-winther', house, card, 'handover.accept');
    const returned = clickOf('dan-ravn', house, card, 'handover.return', {
      reasonCode: 'wrong-geography',
      reason: 'Hører til et andet hus',
    });
    await world.post(returned);
    const [before] = await cases();
    const { status, body } = await world.post(accept);
    expect(status).toBe(200);
    expect(buttonsOn(body).map(({ verb }) => verb)).not.toContain('handover.accept');
    expect(wordsOn(body)).toContain('LES Viborg');
    const [after] = await cases();
    expect(after).toEqual(before);
    expect(after?.owner).toBe('les-791');
  });

  it('of a confirmation shows the case as it now is', async () => {
    const confirm = clickOf('anna-holm', anna, await decide(), 'intake.confirm', { consent: 'consent' });
    await world.post(confirm);
    await world.deliver();
    await world.click('carla-winther', house, world.standing(house)[0]?.card, 'handover.accept');
    const { body } = await world.post(confirm);
    expect(wordsOn(body)).toContain('Carla Winther');
    expect(await cases()).toHaveLength(1);
  });

  it('of a form does not bring back an intake that was annulled', async () => {
    const [form] = await world.say('anna-holm', anna, 'ny');
    await world.say('anna-holm', anna, 'annuller');
    const { status, body } = await world.post(
      clickOf('anna-holm', anna, form?.card, 'intake.submit', EXPORT),
    );
    expect(status).toBe(200);
    expect(wordsOn(body)).toContain('afsluttet');
    const active = await world.service.unitOfWork.run((stores) => stores.drafts.active('anna-holm'));
    expect(active).toBeUndefined();
  });
});

describe('two replicas over one store', () => {
  let clock: RunningClock;
  beforeEach(async () => {
    // One clock for both: a replica whose clock is a day ahead would take every lease for run out.
    clock = runningClock('2026-11-20T09:00:00Z');
    world = await openTeamsWorld({ clock }, { stores });
    other = await startService(stores.settings, clock.now());
  });

  it('make one case of a confirmation that both get at once, post one card, and tell the CRM once', async () => {
    const bases = [world.base, other?.base ?? ''];
    for (let made = 1; made <= 10; made++) {
      const confirm = clickOf('anna-holm', anna, await decide(), 'intake.confirm', { consent: 'consent' });
      const answers = await Promise.all(bases.map((base) => postActivity(base, confirm)));
      const kept = await cases();
      expect(kept).toHaveLength(made);
      const [first = '', second = ''] = answers.map(({ body }) => wordsOn(body));
      const named = kept.filter(({ id }) => first.includes(id) && second.includes(id));
      expect(named.length).toBeGreaterThan(0);
    }
    // Each takes from the outbox what the other has not: the replica works while this one drains.
    const waiting = async () => {
      await world.deliver();
      return (await world.service.queue.figures(clock.now())).waiting;
    };
    await expect.poll(waiting, { timeout: 20_000, interval: 50 }).toBe(0);
    for (const { id } of await cases()) {
      const cards = world.standing(house).filter(({ card }) => JSON.stringify(card).includes(id));
      expect(cards, id).toHaveLength(1);
      expect((await world.service.deps.crm.findByCase(id))?.caseId).toBe(id);
    }
  });

  it('share an intake: begun at one, answered at the other', async () => {
    const [form] = await world.say('anna-holm', anna, 'ny');
    const there = await postActivity(
      other?.base ?? '',
      clickOf('anna-holm', anna, form?.card, 'intake.submit', EXPORT),
    );
    expect(wordsOn(there.body)).toContain('Erhvervshus Midtjylland');
    const [offered] = await world.say('anna-holm', anna, 'ny');
    expect(wordsOn(offered?.card)).toContain('kladde');
  });
});
