import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Crm, CrmError } from '../../src/app/ports/crm.ts';
import type { Case } from '../../src/core/case/case.ts';
import { createEmbeddedCrm } from '../../src/crm/embedded/embedded-crm.ts';
import { openEmbeddedCrm } from '../../src/crm/embedded/open-embedded-crm.ts';
import { newStores } from '../support/test-store.ts';
import { wordsOn } from './card-hands.ts';
import { channelOf, chatOf, openTeamsWorld, type TeamsWorld } from './teams-world.ts';

/** The CRM or Teams away, busy or unsure. Proves: no turn waits for them, nothing is lost, nothing comes twice. */

const anna = chatOf('anna-holm');
const house = channelOf('ehm-midtjylland');
const EXPORT = { municipality: '791', areas: 'internationalisation', stage: 'established' };

let world: TeamsWorld;
let database: Awaited<ReturnType<typeof openEmbeddedCrm>>;
let removeStores: () => Promise<void>;
/** What the CRM does with the next calls. */
let crmIs: 'up' | 'down' | 'up-unsaid' | 'rejecting' | 'denying' | 'silent';
let crmCalls: number;

beforeEach(async () => {
  const stores = await newStores();
  database = await openEmbeddedCrm(stores.crm);
  removeStores = stores.remove;
  const embedded = createEmbeddedCrm(database);
  crmIs = 'up';
  crmCalls = 0;
  const meets = async <T>(work: () => Promise<T>): Promise<T> => {
    crmCalls += 1;
    if (crmIs === 'rejecting') throw new CrmError('rejected', 'not like this');
    if (crmIs === 'denying') throw new CrmError('denied', 'no key', { detail: 'key-missing' });
    if (crmIs === 'down') throw new CrmError('unavailable', 'away');
    // It does not even heed the signal.
    if (crmIs === 'silent') return new Promise(() => undefined);
    const done = await work();
    if (crmIs === 'up-unsaid') throw new CrmError('unavailable', 'the answer was lost');
    return done;
  };
  const crm: Crm = {
    ...embedded,
    save: (record) => meets(() => embedded.save(record)),
    servedCases: (cvr) => meets(() => embedded.servedCases(cvr)),
  };
  world = await openTeamsWorld({ crm }, { stores });
});
afterEach(async () => {
  await world.close();
  await database.destroy();
  await removeStores();
});

async function logCase(): Promise<Case> {
  const [form] = await world.say('anna-holm', anna, 'ny');
  const decision = await world.click('anna-holm', anna, form?.card, 'intake.submit', EXPORT);
  await world.click('anna-holm', anna, decision, 'intake.confirm', { consent: 'consent' });
  return caseNow();
}

async function caseNow(): Promise<Case> {
  const [kase, ...more] = await world.service.unitOfWork.run((stores) => stores.cases.page('', 10));
  if (!kase || more.length > 0) throw new Error(`${more.length + (kase ? 1 : 0)} cases instead of one`);
  return kase;
}

/** Lets seconds of the clock pass, in steps, and delivers what has become ready in each. */
async function pass(seconds: number, step = seconds): Promise<void> {
  for (let gone = 0; gone < seconds; gone += step) {
    world.clock.set(new Date(Date.parse(world.clock.now()) + step * 1_000).toISOString());
    await world.deliver();
  }
}

const figures = () => world.service.queue.figures(world.clock.now());
const posts = (conversation: string) =>
  world.recorder.requests().filter((one) => one.conversation === conversation && one.method === 'POST');
const undelivered = async () => {
  const [list] = await world.say('anna-holm', anna, 'sager ikke leveret');
  return wordsOn(list?.card);
};

describe('the CRM', () => {
  it('may be down: the case is handed over and accepted meanwhile, and the CRM has it once when it is back', async () => {
    crmIs = 'down';
    const { id } = await logCase();
    await world.deliver();
    const [card, ...more] = world.standing(house);
    expect(more).toEqual([]);
    await world.click('carla-winther', house, card?.card, 'handover.accept');
    await pass(7_200, 60);
    expect(world.standing(house)[0]?.changes).toBe(1);
    expect(await world.service.deps.crm.findByCase(id)).toBeNull();
    // Backing off: not once a minute for two hours.
    expect(crmCalls).toBeLessThan(60);

    crmIs = 'up';
    await pass(600, 60);
    const kase = await caseNow();
    const record = await world.service.deps.crm.findByCase(id);
    expect(record).toMatchObject({ caseId: id, owner: 'ehm-midtjylland', revision: kase.revision });
    expect((await figures()).waiting).toBe(0);
    const calls = crmCalls;
    await pass(7_200, 600);
    expect(crmCalls).toBe(calls);
  });

  it('may take a case and fail to say so: it has it once all the same', async () => {
    crmIs = 'up-unsaid';
    const { id } = await logCase();
    await world.deliver();
    crmIs = 'up';
    await pass(60, 10);
    expect((await world.service.deps.crm.findByCase(id))?.caseId).toBe(id);
    expect((await figures()).waiting).toBe(0);
  });

  it('may refuse a case: that stands on the not-delivered list, and the handover goes on', async () => {
    crmIs = 'rejecting';
    const { id } = await logCase();
    await pass(60, 10);
    expect(world.standing(house)).toHaveLength(1);
    expect((await figures()).parked).toBe(1);
    expect(await undelivered()).toContain(id);
  });

  it('may turn everything away: no case is parked, the operator reads it once, and all of them arrive when it lets in', async () => {
    crmIs = 'denying';
    const { id } = await logCase();
    await pass(60, 10);
    const early = crmCalls;
    await pass(50 * 3_600, 1_200);
    expect((await figures()).parked).toBe(0);
    expect(early).toBe(1);
    // One caller tries after each rest.
    expect(crmCalls).toBeLessThan(200);
    const told = world.logged.map((line) => JSON.parse(line)).filter(({ event }) => event === 'crm-denied');
    expect(told).toEqual([{ event: 'crm-denied', code: 'key-missing' }]);
    expect(world.service.worker.crmDenied()).toBe(true);
    crmIs = 'up';
    await pass(1_800, 60);
    const { revision } = await caseNow();
    expect((await world.service.deps.crm.findByCase(id))?.revision).toBe(revision);
    expect(world.service.worker.crmDenied()).toBe(false);
    expect((await figures()).parked).toBe(0);
  });

  it('may be away for more than a day: the case is put aside, found again by the hourly look, and delivered', async () => {
    crmIs = 'down';
    const { id } = await logCase();
    await pass(30 * 3_600, 1_200);
    expect(await world.service.deps.crm.findByCase(id)).toBeNull();
    crmIs = 'up';
    await pass(2 * 3_600, 600);
    expect((await world.service.deps.crm.findByCase(id))?.caseId).toBe(id);
  });
});

describe('a CRM that never answers', () => {
  beforeEach(() => {
    crmIs = 'silent';
  });

  it('keeps no turn waiting: the person is told that it does not answer, and goes on', async () => {
    const [form] = await world.say('anna-holm', anna, 'ny');
    const sending = world.click('anna-holm', anna, form?.card, 'intake.submit', {
      ...EXPORT,
      cvr: '25313763',
    });
    await expect.poll(() => crmCalls).toBe(1);
    world.clock.pass(1_500);
    const words = wordsOn(await sending);
    expect(words).toContain('CRM svarer ikke lige nu');
    expect(words).toContain('Hansen');
  });

  it('holds up no card, and has every case once when it is back', async () => {
    const { id } = await logCase();
    const working = world.deliver();
    await expect.poll(() => world.standing(house).length).toBe(1);
    world.clock.pass(10_000);
    await working;
    crmIs = 'up';
    await pass(60, 5);
    expect((await world.service.deps.crm.findByCase(id))?.caseId).toBe(id);
    expect((await figures()).waiting).toBe(0);
  });

  it('does not keep the service from stopping', async () => {
    await logCase();
    world.service.worker.start();
    await expect.poll(() => crmCalls).toBe(1);
    const closing = world.service.close();
    world.clock.pass(10_000);
    await closing;
  });
});

describe('Teams', () => {
  it('is left alone for as long as it asks with a 429, then gets the card once', async () => {
    world.recorder.fail({ status: 429, headers: { 'retry-after': '7' }, conversation: house.id });
    await logCase();
    await world.deliver();
    expect(posts(house.id)).toHaveLength(1);
    await pass(6, 1);
    expect(posts(house.id)).toHaveLength(1);
    await pass(2, 1);
    expect(posts(house.id).map(({ status }) => status)).toEqual([429, 200]);
    expect(world.standing(house)).toHaveLength(1);
    await pass(600, 60);
    expect(posts(house.id)).toHaveLength(2);
  });

  it('is tried again after a fault of its own that took nothing', async () => {
    world.recorder.fail(
      { status: 500, conversation: house.id },
      { status: 503, conversation: house.id },
      { status: 401, conversation: house.id },
    );
    await logCase();
    await pass(120, 1);
    expect(posts(house.id).map(({ status }) => status)).toEqual([500, 503, 401, 200]);
    expect(world.standing(house)).toHaveLength(1);
  });

  it.each([412, 502, 504])(
    'gets no second card after a %i, whether it took the first or not; people see it on the list',
    async (status) => {
      world.recorder.fail({ status, conversation: house.id, taken: true });
      const { id } = await logCase();
      await pass(3_600, 120);
      expect(posts(house.id).map((one) => one.status)).toEqual([status]);
      expect(world.standing(house)).toHaveLength(1);
      expect(await undelivered()).toContain(id);
      expect((await world.service.deps.crm.findByCase(id))?.caseId).toBe(id);
    },
  );

  it('brings a card of which it was uncertain up to date once somebody clicks it', async () => {
    world.recorder.fail({ status: 502, conversation: house.id, taken: true });
    const { id } = await logCase();
    await world.deliver();
    const [card] = world.standing(house);
    const accepted = await world.click('carla-winther', house, card?.card, 'handover.accept');
    expect(wordsOn(accepted)).toContain('Carla Winther');
    await pass(60, 10);
    expect(await undelivered()).not.toContain(id);
    expect(posts(house.id)).toHaveLength(1);
  });

  it('changes a card in place after any fault: updating twice does no harm', async () => {
    await logCase();
    await world.deliver();
    const [card] = world.standing(house);
    await world.click('carla-winther', house, card?.card, 'handover.accept');
    world.recorder.fail(
      { status: 502, conversation: house.id },
      { status: 429, headers: { 'retry-after': '3' }, conversation: house.id },
    );
    await pass(120, 1);
    const [changed, ...more] = world.standing(house);
    expect(more).toEqual([]);
    expect(wordsOn(changed?.card)).toContain('Carla Winther');
    expect((await figures()).waiting).toBe(0);
  });

  it('that has thrown us out of a channel (403) is not asked again: the case is put before the coordinators', async () => {
    // Dan coordinates the Erhvervshus, and has a chat with us.
    await world.say('dan-ravn', chatOf('dan-ravn'), 'hjælp');
    world.recorder.fail({ status: 403, conversation: house.id });
    const { id } = await logCase();
    await pass(3_600, 120);
    expect(posts(house.id)).toHaveLength(1);
    expect(world.standing(house)).toEqual([]);
    const dan = world.standing(chatOf('dan-ravn'));
    const card = dan.find((one) => JSON.stringify(one.card ?? '').includes('handover.accept'));
    expect(wordsOn(card?.card)).toContain(id);
    await world.click('dan-ravn', chatOf('dan-ravn'), card?.card, 'handover.accept');
    expect((await caseNow()).owner).toBe('ehm-midtjylland');
  });

  it.each([400, 413, 415])(
    'that will never take a card (%i) is asked once: the case is put before the coordinators at once',
    async (status) => {
      await world.say('dan-ravn', chatOf('dan-ravn'), 'hjælp');
      world.recorder.fail({ status, conversation: house.id }, { status, conversation: house.id });
      const { id } = await logCase();
      await world.deliver();
      expect(posts(house.id).map((one) => one.status)).toEqual([status]);
      const dan = world.standing(chatOf('dan-ravn'));
      const card = dan.find((one) => JSON.stringify(one.card ?? '').includes('handover.accept'));
      expect(wordsOn(card?.card)).toContain(id);
      expect((await figures()).parked).toBe(0);
      // The channel stays bound: the next case goes there.
      expect(await world.service.unitOfWork.run((stores) => stores.bindings.all())).toContainEqual(
        expect.objectContaining({ organisation: 'ehm-midtjylland' }),
      );
    },
  );

  it('that will never take a card, where nobody else can be told, has it on the not-delivered list at once', async () => {
    world.recorder.fail({ status: 413, conversation: house.id });
    const { id } = await logCase();
    await world.deliver();
    expect((await world.service.queue.parked(9)).map(({ code }) => code)).toEqual(['http-413']);
    expect(await undelivered()).toContain(id);
  });

  it('may never take an answer: the turn is kept all the same', async () => {
    world.recorder.fail({ status: 0, silent: true, conversation: anna.id });
    const saying = world.say('anna-holm', anna, 'ny');
    await expect.poll(() => posts(anna.id).length).toBe(1);
    world.clock.pass(8_000);
    expect(await saying).toEqual([]);
    expect(await world.service.unitOfWork.run((stores) => stores.drafts.active('anna-holm'))).toBeDefined();
  });

  it('may fail to take an answer: the turn is kept, and the next message goes on from it', async () => {
    await world.say('anna-holm', anna, 'guide');
    world.recorder.fail({ status: 500, conversation: anna.id });
    await world.say('anna-holm', anna, 'har ikke cvr');
    const [asked] = await world.say('anna-holm', anna, 'Viborg');
    expect(`${asked?.text}${wordsOn(asked?.card)}`).toContain('Hvad har de brug for?');
  });
});
