import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../src/app/ports/conversation.ts';
import { SAMPLE_COMPANIES } from '../../src/registry/sample-companies.ts';
import { createSampleRegister } from '../../src/registry/sample-register.ts';
import { isOnPostgres } from '../support/test-store.ts';
import { FAULTS, type Fault, faultyCrm, faultyMessenger, faultyRegister } from './faulty-peers.ts';
import { act, caseNow, channelOf, chatOf, type LoopWorld, logCase, openLoopWorld } from './loop-world.ts';

/**
 * One peer has a fault for ten hours, while three offices, one of them in Slack, work as on any day. What happens then is
 * held against the same day without the fault: every case keeps its clock, every other place its cards, and afterwards
 * nothing is lost and nothing there twice.
 */

type Peer = 'crm' | 'register' | 'one-conversation' | 'teams' | 'slack';
/**
 * On PostgreSQL, where a day's hundred thousand questions whether anything is ready take minutes rather than a second, the
 * trouble that keeps most rows of the outbox waiting.
 */
const PEERS: readonly Peer[] = isOnPostgres()
  ? ['teams']
  : ['crm', 'register', 'one-conversation', 'teams', 'slack'];
/** For two days of it on a busy machine. */
const PATIENCE_MS = 1_200_000;
const KINDS: readonly Fault[] = isOnPostgres() ? ['429'] : FAULTS;

const COMPANIES = SAMPLE_COMPANIES.map(({ cvr }) => cvr);

const STEP_MS = 10_000;
const HOURS = 10;
/** Until the longest back-off and the longest rest are over. */
const AFTER_HOURS = 2;

const house = channelOf('ehm-midtjylland').id;
const slackChannel: Conversation = { ...channelOf('les-751'), id: 'slack les-751', channel: 'slack' };

/** The places that have the fault with a peer. */
function isAt(peer: Peer, to: Conversation): boolean {
  if (peer === 'one-conversation') return to.id === house;
  return to.channel === peer;
}

/** Lets everything run that does not wait for time. */
async function settle(world: LoopWorld): Promise<void> {
  for (let turn = 0; turn < 12; turn = world.storing > 0 ? 0 : turn + 1) await new Promise(setImmediate);
}

/** The work with the simulated time that it needs. */
async function inTime<T>(world: LoopWorld, work: Promise<T>): Promise<T> {
  let over = false;
  const done = work.finally(() => {
    over = true;
  });
  done.catch(() => undefined);
  await settle(world);
  for (let second = 0; !over && second < 60; second++) {
    world.clock.pass(1 / 3_600);
    await settle(world);
  }
  return done;
}

interface Day {
  readonly cases: readonly string[];
  readonly history: ReadonlyMap<string, readonly string[]>;
  /** What stands in each conversation, and when it was posted. */
  readonly messages: readonly { readonly place: string; readonly what: string; readonly at: number }[];
  /** Cases on the not-delivered list. */
  readonly parked: ReadonlySet<string>;
  readonly waiting: number;
  /** Cases whose CRM record is behind. */
  readonly behind: readonly string[];
}

/** A day: cases that are answered, handed over, accepted, left alone until their promise breaks. */
async function day(peer: Peer, fault: Fault | null): Promise<Day> {
  let now: Fault | null = null;
  const faultOf = (mine: boolean) => (mine ? now : null);
  const world = await openLoopWorld({
    bound: ['les-791', 'ehm-midtjylland'],
    store: isOnPostgres() ? 'database' : 'maps',
    crm: (inner, clock) => faultyCrm(inner, clock, () => faultOf(peer === 'crm')),
    register: (clock) => faultyRegister(createSampleRegister(), clock, () => faultOf(peer === 'register')),
    messenger: (inner, clock) =>
      faultyMessenger(
        inner,
        clock,
        () => now,
        (to) => isAt(peer, to),
      ),
  });
  await world.unitOfWork.run((stores) =>
    stores.bindings.save({
      organisation: 'les-751',
      conversation: slackChannel,
      boundBy: 'test',
      boundAt: world.clock.now(),
    }),
  );
  // Coordinators with a chat of their own.
  for (const person of ['anna-holm', 'dan-ravn', 'bo-krogh'])
    await world.do(person, { name: 'help' }, { conversation: chatOf(person) });
  const begin = Date.parse(world.clock.now());
  const dayTime = () => Date.parse(world.clock.now()) - begin;
  world.worker.start();
  now = fault;

  const ids: string[] = [];
  const last = () => ids.at(-1) ?? '';
  /** Every twenty minutes for six hours, something happens. */
  const agenda: ((world: LoopWorld) => Promise<unknown>)[] = [];
  for (let round = 0; round < 6; round++) {
    agenda.push(
      async () => {
        ids.push((await logCase(world, 'anna-holm', { cvr: COMPANIES[round] ?? '' })).id);
      },
      () => act(world, 'carla-winther', last(), 'handover.accept'),
      async () => {
        ids.push((await logCase(world, 'anna-holm', { crisis: 'true', areas: 'crisis' })).id);
      },
    );
    agenda.push(async () => {
      const own = { municipality: '751', areas: 'networks-courses' };
      ids.push((await logCase(world, 'bo-krogh', own)).id);
      if (round % 2 === 0) await act(world, 'bo-krogh', last(), 'case.contacted');
    });
  }
  const every = (6 * 3_600_000) / agenda.length;
  for (let next = 0; dayTime() < (HOURS + AFTER_HOURS) * 3_600_000; ) {
    if (dayTime() >= HOURS * 3_600_000) now = null;
    const due = agenda[next];
    if (due && dayTime() >= next * every) {
      next++;
      // What was begun is sent on its own; two at once would find each other's draft.
      await inTime(world, due(world));
    }
    world.clock.pass(STEP_MS / 3_600_000);
    await settle(world);
  }

  // Ids differ from day to day: a case is called by its place in the day.
  const nameOf = (id: string) => `case-${ids.indexOf(id)}`;
  const cases = await world.cases();
  const history = new Map<string, readonly string[]>();
  for (const { id } of cases)
    history.set(
      nameOf(id),
      (await world.history(id)).map(
        ({ event, at }) => `${event} ${Math.round((Date.parse(at) - begin) / 60_000)}`,
      ),
    );
  const behind: string[] = [];
  for (const { id } of cases) {
    const record = await world.crm.findByCase(id);
    if (record?.revision !== (await caseNow(world, id)).revision) behind.push(nameOf(id));
  }
  const parked = new Set((await world.queue.parked(1_000)).map(({ about }) => nameOf(about)));
  const { waiting } = await world.queue.figures(world.clock.now());
  const messages = world.standing.map(({ conversation, posted, postedAt }) => {
    const { answer } = posted;
    const what =
      answer.kind === 'case'
        ? `${nameOf(answer.case.id)} ${answer.notice?.code ?? answer.card}`
        : answer.kind === 'case-line'
          ? `${nameOf(answer.case.id)} ${answer.notice.code}`
          : answer.kind === 'notice'
            ? answer.notice.code
            : answer.kind;
    return { place: conversation, what, at: Date.parse(postedAt) - begin };
  });
  await inTime(world, world.close());
  return { cases: cases.map(({ id }) => nameOf(id)), history, messages, parked, waiting, behind };
}

let plain: Promise<Day> | undefined;
const withoutFault = () => (plain ??= day('crm', null));

const listed = (messages: Day['messages']) =>
  messages.map(({ place, what }) => `${place}: ${what}`).toSorted();

describe('a day without a fault', () => {
  it(
    'has clocks that run out, offers that expire, cards and CRM records',
    async () => {
      const { cases, history, messages, parked, waiting, behind } = await withoutFault();
      expect(cases).toHaveLength(18);
      expect([...history.values()].flat().join()).toMatch(/expired.*promise-broken/);
      expect(messages.length).toBeGreaterThan(40);
      expect([parked.size, waiting, behind]).toEqual([0, 0, []]);
    },
    PATIENCE_MS,
  );
});

describe.each(PEERS)('ten hours of trouble with %s', (peer) => {
  it.each(KINDS)(
    '%s: every other case keeps clock, cards and record, and nothing is lost or double',
    async (fault) => {
      const sound = await withoutFault();
      const { cases, history, messages, parked, waiting, behind } = await day(peer, fault);

      // The clock of every case: the same steps, and what people did, to the minute.
      expect(cases.toSorted()).toEqual(sound.cases.toSorted());
      expect(history).toEqual(sound.history);

      // Every other place has the same messages, within a minute of when it would have had them.
      const affected = (place: string) =>
        isAt(
          peer,
          place === slackChannel.id ? slackChannel : { ...slackChannel, channel: 'teams', id: place },
        );
      const elsewhere = messages.filter(({ place }) => !affected(place));
      const soundElsewhere = sound.messages.filter(({ place }) => !affected(place));
      expect(listed(elsewhere)).toEqual(listed(soundElsewhere));
      for (const { place, what, at } of elsewhere) {
        const then = soundElsewhere.find((one) => one.place === place && one.what === what);
        expect(at - (then?.at ?? 0), `${place}: ${what}`).toBeLessThanOrEqual(60_000);
      }

      // Afterwards: nothing waits, every CRM record is there, nothing is anywhere twice ...
      expect([waiting, behind]).toEqual([0, []]);
      expect(new Set(listed(messages)).size).toBe(messages.length);
      // ... and a case of which nothing is there is on the not-delivered list, unless somebody there has taken it meanwhile,
      // or the offer has expired: then there is nothing to ask there any more.
      const caseOf = (what: string) => what.split(' ')[0] ?? '';
      const told = new Set(messages.map(({ place, what }) => `${place}: ${caseOf(what)}`));
      for (const { place, what } of sound.messages.filter((one) => affected(one.place))) {
        const name = caseOf(what);
        const isOver = (history.get(name) ?? []).some((line) => /^(accepted|expired) /.test(line));
        if (!isOver && !told.has(`${place}: ${name}`)) expect(parked).toContain(name);
      }
    },
    PATIENCE_MS,
  );
});
