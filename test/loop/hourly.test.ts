import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { act, caseNow, chatOf, type LoopWorld, logCase, noticesIn, openLoopWorld } from './loop-world.ts';

/** What the worker puts in order every hour. Each job is shown to find its own, and to leave alone what is in order. */

let world: LoopWorld;
beforeEach(async () => {
  world = await openLoopWorld();
});
afterEach(() => world.close());

const DAY = 24;
const report = () => world.logged.filter(({ event }) => event === 'hourly').map(({ fields }) => fields);
const chat = (person: string) => chatOf(person).id;

describe('a draft that nobody touches', () => {
  it('expires after seven days, and whoever began it is told within office hours', async () => {
    await world.do('anna-holm', { name: 'new' });
    await world.do('anna-holm', { name: 'correct', field: 'companyName', value: 'Hansen VVS' });
    world.clock.pass(7 * DAY);
    await world.worker.drain();
    expect(noticesIn(world, chat('anna-holm'))).toEqual([]);
    // Friday 10:00 to Friday 23:00 a week later: told on Monday at eight.
    world.clock.set('2026-11-27T22:00:00.000Z');
    await world.worker.drain();
    expect(noticesIn(world, chat('anna-holm'))).toEqual([]);
    const active = await world.unitOfWork.run((stores) => stores.drafts.active('anna-holm'));
    expect(active).toBeUndefined();
    world.clock.set('2026-11-30T07:00:00.000Z');
    await world.worker.drain();
    await world.worker.drain();
    expect(noticesIn(world, chat('anna-holm'))).toEqual(['draft-expired']);
    expect(report().reduce((sum, one) => sum + Number(one.draftsExpired), 0)).toBe(1);
  });

  it('ends in silence where nothing was typed into it', async () => {
    await world.do('anna-holm', { name: 'new' });
    world.clock.pass(10 * DAY);
    await world.worker.drain();
    expect(noticesIn(world, chat('anna-holm'))).toEqual([]);
    expect(report()[0]?.draftsExpired).toBe(1);
  });

  it('is deleted a month after it ended', async () => {
    await world.do('anna-holm', { name: 'new' });
    await world.do('anna-holm', { name: 'cancel' });
    world.clock.pass(29 * DAY);
    await world.worker.drain();
    const count = () => world.unitOfWork.run(async (stores) => (await stores.drafts.page('', 10)).length);
    expect(await count()).toBe(1);
    world.clock.pass(2 * DAY);
    await world.worker.drain();
    expect(await count()).toBe(0);
  });
});

describe('the inbox', () => {
  it('forgets a delivery after a week, and knows it until then', async () => {
    const again = () => world.unitOfWork.run((stores) => stores.inbox.record('one', world.clock.now()));
    expect(await again()).toBe(true);
    world.clock.pass(6 * DAY);
    await world.worker.drain();
    expect(await again()).toBe(false);
    world.clock.pass(2 * DAY);
    await world.worker.drain();
    expect(await again()).toBe(true);
  });
});

describe('retention', () => {
  const close = (id: string) =>
    act(world, 'anna-holm', id, 'case.close', {
      services: 'sparring',
      segment: 'operations',
      cvr: '25313763',
      selfHelpUsed: 'false',
    });
  const logOwn = async (input: Record<string, string>) => {
    const kase = await logCase(world, 'anna-holm', { areas: 'accounting-tax-vat', ...input });
    expect(kase.owner).toBe('les-791');
    await act(world, 'anna-holm', kase.id, 'case.contacted');
    return kase.id;
  };

  it('makes a closed case anonymous after 60 months, in the store and in the CRM, and keeps what is counted', async () => {
    const id = await logOwn({ cvr: '25313763' });
    await act(world, 'anna-holm', id, 'case.add-contact', { text: 'Ring til Hanne' });
    await close(id);
    await world.worker.drain();
    expect((await world.crm.findByCase(id))?.contactName).toBe('Hanne Hansen');
    world.clock.set('2031-11-20T08:00:00.000Z');
    await world.worker.drain();
    expect((await caseNow(world, id)).erasedAt).toBeNull();
    world.clock.set('2031-11-20T11:00:00.000Z');
    await world.worker.drain();
    const kase = await caseNow(world, id);
    expect(kase).toMatchObject({ erasedAt: world.clock.now(), status: 'closed', owner: 'les-791' });
    expect(kase.values).toMatchObject({ municipality: '791', areas: ['accounting-tax-vat'] });
    expect(JSON.stringify(kase)).not.toMatch(/Hansen|Hanne|40411234|25313763|Tyskland/);
    expect(JSON.stringify(await world.crm.findByCase(id))).not.toMatch(
      /Hansen|Hanne|40411234|25313763|Tyskland/,
    );
    expect((await world.history(id)).at(-1)).toMatchObject({
      event: 'erased',
      details: { cause: 'retention' },
    });
    world.clock.pass(DAY);
    await world.worker.drain();
    expect((await caseNow(world, id)).revision).toBe(kase.revision);
  });

  it('keeps a pre-starter without CVR number for 12 months only', async () => {
    const id = await logOwn({ stage: 'pre-starter', companyName: '' });
    await act(world, 'anna-holm', id, 'case.close', {
      noService: 'information-only',
      segment: 'not-relevant',
      selfHelpUsed: 'true',
    });
    world.clock.set('2027-11-19T09:00:00.000Z');
    await world.worker.drain();
    expect((await caseNow(world, id)).erasedAt).toBeNull();
    world.clock.set('2027-11-20T10:00:00.000Z');
    await world.worker.drain();
    expect((await caseNow(world, id)).erasedAt).not.toBeNull();
  });

  it('leaves a case that is still under way alone, however old', async () => {
    const id = await logOwn({ cvr: '25313763' });
    world.clock.set('2035-01-01T09:00:00.000Z');
    await world.worker.drain();
    expect((await caseNow(world, id)).erasedAt).toBeNull();
  });
});

describe('reconciliation', () => {
  /** A fault that no code of ours should make: rows of the outbox are gone. */
  const loseOutbox = () => sql`delete from outbox`.execute(world.database);
  const found = () => world.worker.repaired();

  it('finds nothing where everything is in order', async () => {
    const kase = await logCase(world, 'anna-holm');
    await world.worker.drain();
    await act(world, 'carla-winther', kase.id, 'handover.accept');
    await world.worker.drain();
    world.clock.pass(2);
    await world.worker.drain();
    expect(found()).toEqual({ card: 0, crm: 0, owner: 0 });
  });

  it('puts a case that lost its card and its CRM record where they belong, and says how many', async () => {
    const kase = await logCase(world, 'anna-holm');
    await loseOutbox();
    await world.worker.drain();
    expect(found()).toEqual({ card: 1, crm: 1, owner: 0 });
    expect(world.standing).toMatchObject([
      { conversation: 'channel ehm-midtjylland', message: { answer: { card: 'handover' } } },
    ]);
    expect((await world.crm.findByCase(kase.id))?.revision).toBe(1);
    world.clock.pass(2);
    await world.worker.drain();
    expect(found()).toEqual({ card: 1, crm: 1, owner: 0 });
    expect(report().map(({ card, crm }) => [card, crm])).toEqual([[1, 1]]);
  });

  it('gives a case whose owner does not exist back to whoever logged it', async () => {
    const kase = await logCase(world, 'anna-holm');
    const lost = JSON.stringify({ ...(await caseNow(world, kase.id)), owner: 'les-000' });
    await sql`update cases set owner = 'les-000', document = ${lost}`.execute(world.database);
    await world.worker.drain();
    expect(await caseNow(world, kase.id)).toMatchObject({ owner: 'les-791', status: 'open' });
    expect(found().owner).toBe(1);
    expect((await world.history(kase.id)).at(-1)).toMatchObject({
      event: 'owner-restored',
      owner: 'les-791',
    });
  });

  it('shows its owner a case although a message to somebody else stays put aside (process crash)', async () => {
    await world.do('dan-ravn', { name: 'help' });
    const kase = await logCase(world, 'anna-holm', { crisis: 'true', areas: 'crisis' });
    // Every step of the promise at once; the process ends as the other side's coordinator is told, ...
    world.clock.pass(9);
    world.fate = () => 'kills-after';
    await world.worker.drain();
    world.restart();
    world.fate = () => 'take';
    // ... and the owner answers before they are told themselves, which they then need not be.
    await act(world, 'anna-holm', kase.id, 'case.contacted');
    const cards = () =>
      world.standing.filter(({ conversation }) => conversation === 'channel les-791').length;
    for (const hours of [1.5, 1.5, 1.5]) {
      world.clock.pass(hours);
      await world.worker.drain();
    }
    expect(cards()).toBe(1);
    expect((await world.queue.parked(9)).map(({ code }) => code)).toEqual(['uncertain']);
    expect(found().card).toBe(1);
  });

  it('delivers what had no place to go once a channel is connected', async () => {
    await world.close();
    world = await openLoopWorld({ bound: [] });
    await logCase(world, 'anna-holm');
    await world.worker.drain();
    expect((await world.queue.parked(9)).map(({ code }) => code)).toEqual(['no-place']);
    await world.bind('ehm-midtjylland');
    world.clock.pass(1);
    await world.worker.drain();
    expect(await world.queue.parked(9)).toEqual([]);
    expect(world.standing).toHaveLength(1);
  });
});

describe('the promise clock', () => {
  it('goes on for all other cases where one cannot be reckoned', async () => {
    const lost = await logCase(world, 'anna-holm');
    const kase = await logCase(world, 'anna-holm');
    await world.worker.drain();
    // A damaged row, and first in line: no calendar reaches its contact.
    const now = await caseNow(world, lost.id);
    const damaged = JSON.stringify({
      ...now,
      promise: { ...now.promise, contactedAt: '1900-01-01T00:00:00.000Z' },
    });
    await sql`update cases set document = ${damaged}, next_step_at = '2000' where id = ${lost.id}`.execute(
      world.database,
    );
    world.clock.pass(6 * DAY);
    await world.worker.drain();
    expect((await caseNow(world, kase.id)).promise.broken).toBe(true);
    expect(world.logged).toContainEqual({
      event: 'step-failed',
      fields: { case: lost.id, fault: 'RangeError' },
    });
  });
});
