import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseContext } from '../../src/app/case-context.ts';
import type { Inbound, Reply } from '../../src/app/inbound.ts';
import type { UnitOfWork } from '../../src/app/ports/unit-of-work.ts';
import type { Case } from '../../src/core/case/case.ts';
import type { Effect } from '../../src/core/case/effects.ts';
import { CASE_VERBS, type CaseVerb } from '../../src/core/case/verbs/index.ts';
import { verbsFor } from '../../src/core/case/verbs/table.ts';
import type { Command } from '../../src/core/command.ts';
import { parseOrganisation } from '../../src/core/organisation.ts';
import type { RawInput } from '../../src/core/raw-input.ts';
import { DEFAULT_SETTINGS } from '../../src/core/triage/settings.ts';
import { isOnPostgres } from '../support/test-store.ts';
import { calendar, Died, type LoopWorld, openLoopWorld } from './loop-world.ts';
import { Absences, type Beside, beside, Outreach, outreachRegister } from './model-beside.ts';
import { checkClock, checkHistory, checkNotices, checkSeen, checkSteps } from './model-checks.ts';
import { mergeWithSecond } from './model-merging.ts';
import {
  ACTORS,
  type Act,
  ADVANCES,
  type Move as CaseMove,
  type Crash,
  move as caseMove,
  ENDS,
  FULL,
  GUEST,
  MEMBERS,
  OPENINGS,
  type Opening,
  opening,
  STARTS,
} from './model-moves.ts';
import { mayGive, momentOf, type Rules, replay } from './replay.ts';

/**
 * Use cases, stores and worker together, against whatever may happen: random commands by random people,
 * deliveries that come twice, late or out of order, transactions that fail at commit, a process that ends before or after
 * a commit or a message, channels and CRM that are away. What must hold afterwards is worked out here a second time.
 */
type Move = CaseMove | Beside;
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 9, arbitrary: caseMove },
  { weight: 2, arbitrary: beside },
);
let world: LoopWorld;
const absences = new Absences();
const outreach = new Outreach();
const serves = (person: string) =>
  MEMBERS.find(({ id }) => id === person)?.memberships.some(({ roles }) => roles.includes('consultant')) ??
  false;
let rules: Rules = { hours: 48, reading: 'working', maxReturns: 1, serves };
const settingsOf = () => ({
  ...DEFAULT_SETTINGS,
  maxReturns: rules.maxReturns,
  promiseReading: rules.reading,
});
/** Which transaction crashes, counted down; and how. */
let crash: { how: Crash; after: number } | null = null;
/** Everything that was put into the outbox by transactions that held. */
let put: Effect[] = [];
let deliveries = 0;
/**
 * Histories over each kind of store, and how many kinds of event they have at least. Over plain maps, every one that people and the
 * clock can cause. PostgreSQL takes several times as long for a history: a transaction is three round trips.
 */
const HOW_MANY: readonly (readonly [string, 'maps' | 'database', number, number])[] = isOnPostgres()
  ? [['over PostgreSQL', 'database', 60, 15]]
  : [
      ['over plain maps', 'maps', 10_000, 29],
      ['over SQLite', 'database', 300, 20],
    ];
const NOTHING = { accepted: 0, refused: 0, crashes: 0, messages: 0, absences: 0, outreach: 0, merged: 0 };
const totals = { ...NOTHING };

/** Transactions that crash when their turn comes. */
function faulty(inner: UnitOfWork): UnitOfWork {
  return {
    read: (task) => inner.read(task),
    async run(task) {
      const added: Effect[] = [];
      const how = crash?.after === 0 ? crash.how : null;
      crash = crash && crash.after > 0 ? { ...crash, after: crash.after - 1 } : null;
      const result = await inner.run(async (stores) => {
        const outbox = {
          ...stores.outbox,
          add: (about: string, effects: readonly Effect[], at: string) => {
            added.push(...effects);
            return stores.outbox.add(about, effects, at);
          },
        };
        const done = await task({ ...stores, outbox });
        if (how === 'killed-before') world.kill();
        if (how === 'fails' || how === 'killed-before') throw new Died();
        return done;
      });
      put.push(...added);
      if (how === 'killed-after') {
        world.kill();
        throw new Died();
      }
      return result;
    },
  };
}

async function begin({ start, reading, maxReturns, kind }: Opening): Promise<void> {
  for (const person of absences.people)
    await world.unitOfWork.run(({ people }) => people.saveAbsence(person, null));
  await world.reset();
  absences.clear();
  outreach.clear();
  world.clock.set(start);
  world.restart();
  rules = { hours: kind === 'crisis' ? 8 : 48, reading, maxReturns, serves };
  crash = null;
  put = [];
}

async function theCase(): Promise<Case> {
  const cases = await world.cases();
  const [kase] = cases;
  if (!kase || cases.length > 1) throw new Error(`there are ${cases.length} cases`);
  // Nobody is left without an owner, not even for one move.
  if (parseOrganisation(kase.owner) !== kase.owner) throw new Error(`owned by ${kase.owner}`);
  return kase;
}

/** Delivers until it is answered, as a platform does that hears nothing. */
async function deliver(person: string, command: Command, more: Partial<Inbound> = {}): Promise<Reply> {
  const deliveryId = more.deliveryId ?? `delivery ${++deliveries}`;
  for (let turn = 0; turn < 3; turn++) {
    if (world.dead) revive();
    try {
      const reply = await world.do(person, command, { ...more, deliveryId });
      expect(reply.answers.length).toBeGreaterThan(0);
      return reply;
    } catch (error) {
      if (!(error instanceof Died)) throw error;
      if (!world.dead) totals.crashes++;
    }
  }
  throw new Error('never answered');
}

function revive(): void {
  world.restart();
  totals.crashes++;
}

/** Somebody logs a case, and the confirmation crashes or comes twice: it exists once all the same. */
async function log(one: Opening): Promise<Case> {
  const { by, input: typed } = OPENINGS[one.kind];
  const intake = (verb: 'intake.submit' | 'intake.confirm', more: RawInput): Command => ({
    name: 'intake',
    verb,
    draftId: null,
    revision: null,
    input: more,
  });
  await deliver(by, { name: 'new' });
  const values = { municipality: '791', stage: 'established', companyName: 'Hansen VVS', cvr: '25313763' };
  await deliver(by, intake('intake.submit', { ...values, ...typed }));
  world.clock.pass(one.talk / 4);
  const draft = await world.unitOfWork.run((stores) => stores.drafts.active(by));
  const confirm = { ...intake('intake.confirm', { consent: 'consent' }), draftId: draft?.id ?? null };
  const more = { deliveryId: 'confirm' };
  crash = one.crash;
  await deliver(by, confirm, more);
  crash = null;
  if (one.twice) await deliver(by, confirm, more);
  return theCase();
}
/** Who tries what: mostly what somebody may do, so that histories get somewhere. */
function chosen(kase: Case, { choice, person, verb }: Act): { person: string; verb: CaseVerb } {
  if (choice === null) return { person, verb };
  const [which, who] = choice;
  const context = caseContext({ calendar, settingsOf }, world.clock.now());
  const may = ACTORS.map((actor) => ({ actor, verbs: verbsFor(kase, actor, context) }));
  const verbs = CASE_VERBS.filter(
    (one) => (which % 10 === 0 || !ENDS.includes(one)) && may.some((each) => each.verbs.includes(one)),
  );
  const drawn = verbs.flatMap((one) => (ADVANCES.includes(one) ? [one, one, one] : [one]));
  const taken = drawn[which % Math.max(1, drawn.length)] ?? verb;
  const able = may.filter((each) => each.verbs.includes(taken));
  return { person: able[who % Math.max(1, able.length)]?.actor.person ?? person, verb: taken };
}

async function takeAct(one: Act, id: string, late: (() => Promise<unknown>)[]): Promise<void> {
  const kase = await theCase();
  const { person, verb } = chosen(kase, one);
  const actor = ACTORS.find((member) => member.person === person);
  const command: Command = {
    name: 'case-action',
    verb,
    caseId: id,
    revision: kase.revision,
    input: { ...FULL, ...one.input },
  };
  const more: Partial<Inbound> = {
    deliveryId: `delivery ${++deliveries}`,
    ...(person === 'guest' && { person: GUEST }),
  };
  const send = () => deliver(person, command, more);
  if (one.delivered === 'late') {
    late.push(send);
    return;
  }
  const told = put.length;
  crash = one.crash;
  await send();
  crash = null;
  const after = await theCase();
  if (after.revision === kase.revision) {
    totals.refused++;
    // Refused: nothing is changed, and nobody is told.
    if (after !== kase) expect(after).toEqual(kase);
    expect(put.length).toBe(told);
  } else {
    totals.accepted++;
    expect(after.revision).toBe(kase.revision + 1);
    const allowed =
      actor !== undefined && mayGive(verb, actor, momentOf(kase, world.clock.now()), kase.createdBy.person);
    expect([verb, person, allowed]).toEqual([verb, person, true]);
    const given = verb === 'case.assign' && after.assignee !== null ? after.assignee.person : person;
    // A case that somebody gives away goes to nobody who is not there.
    if (given !== person)
      expect([verb, given, absences.isAway(given, world.clock.now())]).toEqual([verb, given, false]);
  }
  if (one.delivered === 'twice') {
    await send();
    expect((await theCase()).revision).toBe(after.revision);
  }
  // What was held up comes in now, the last of it first.
  for (const held of late.splice(0).reverse()) await held();
}

/** Gives a command with what goes wrong about it: a crash, and a second delivery. */
function giving({ crash: how, twice }: Pick<Beside, 'crash' | 'twice'>) {
  return async (person: string, command: Command): Promise<void> => {
    const more = { deliveryId: `delivery ${++deliveries}` };
    crash = how;
    await deliver(person, command, more);
    crash = null;
    if (twice) await deliver(person, command, more);
  };
}

async function play(one: Opening, moves: readonly Move[]): Promise<Case> {
  const late: (() => Promise<unknown>)[] = [];
  const kase = await log(one);
  for (const now of moves) {
    switch (now.kind) {
      case 'wait':
        world.clock.pass(now.quarters / 4);
        break;
      case 'work': {
        const left = [...now.fates];
        world.fate = () => left.shift() ?? 'take';
        world.crmAnswers = now.crm;
        crash = now.crash;
        await world.worker.drain();
        if (world.dead) revive();
        world.crmAnswers = true;
        world.fate = () => 'take';
        crash = null;
        break;
      }
      case 'act':
        await takeAct(now, kase.id, late);
        break;
      case 'absence':
        totals.absences += Number(
          await absences.take(now, (await theCase()).assignee?.person, world, giving(now)),
        );
        break;
      case 'outreach':
        totals.outreach += Number(await outreach.take(now, world, giving(now)));
        break;
      default: {
        const never: never = now;
        return never;
      }
    }
  }
  for (const held of late.reverse()) await held();
  return kase;
}

/**
 * Everything is well again, and what waited is delivered: leases run out, two days pass, offices open, and the hourly job
 * looks twice, since what was put aside for somebody else must be off the list before the right card is missed.
 */
async function heal(): Promise<void> {
  const turn = async (): Promise<void> => {
    if (world.dead) revive();
    await world.worker.drain();
  };
  for (const hours of [1.25, 0.25, 48]) {
    world.clock.pass(hours);
    await turn();
  }
  world.clock.set(calendar.nextOfficeHour(world.clock.now()));
  await turn();
  for (const hours of [1.25, 1.25]) {
    world.clock.pass(hours);
    await turn();
  }
}

/** A second case of the company, merged with the first; and what then must hold of both. */
async function checkMerging(how: Opening, kase: Case): Promise<void> {
  const give = (person: string, command: Command) => deliver(person, command);
  const became = await mergeWithSecond(kase, { world, settingsOf, give, giveBadly: giving(how) });
  if (became === 'nothing') return;
  totals.merged += Number(became === 'merged');
  await heal();
  const cases = await world.cases();
  const histories = await Promise.all(cases.map(({ id }) => world.history(id)));
  checkNotices({ world, history: histories.flat(), put, away: absences });
  for (const [place, one] of cases.entries()) {
    expect(parseOrganisation(one.owner)).toBe(one.owner);
    const history = histories[place] ?? [];
    expect(history.at(-1)).toMatchObject({ sequence: one.revision, owner: one.owner });
    if (one.mergedInto === undefined) await checkSeen({ world, kase: one, history });
  }
}

describe('whatever happens, in any order, with crashes, duplicates, outages and late deliveries in between', () => {
  it.each(HOW_MANY)(
    'one case has one owner, nobody is told twice, the clock is right and history says it all, %s',
    async (_, store, sequences, kinds) => {
      world = await openLoopWorld({
        start: STARTS[0],
        people: MEMBERS,
        settingsOf,
        wrap: faulty,
        store,
        register: () => outreachRegister,
      });
      // Everybody has talked to the bot, so that it can write to each.
      for (const { id } of MEMBERS) await world.do(id, { name: 'help' });
      Object.assign(totals, NOTHING);
      const events = new Set<string>();
      await fc.assert(
        fc.asyncProperty(
          opening,
          fc.array(move, { minLength: 3, maxLength: 12, size: 'max' }),
          fc.nat(200),
          async (how, moves, quarters) => {
            await begin(how);
            const { id } = await play(how, moves);
            await heal();
            const kase = await theCase();
            const history = await world.history(id);
            const moments = replay(history, how.start, rules);
            const seen = { world, kase, history, moments, rules, put, away: absences };
            const now = world.clock.now();
            checkHistory(seen);
            checkClock(seen, now);
            // The same for any moment that has passed.
            checkClock(seen, new Date(Date.parse(now) - quarters * 900_000).toISOString());
            checkSteps(seen, now);
            checkNotices(seen);
            await checkSeen(seen);
            absences.check(world);
            await outreach.check(world, now);
            if (how.merges) await checkMerging(how, kase);
            totals.messages += world.standing.length;
            for (const { event } of history) events.add(event);
          },
        ),
        // The same histories every time: what a run finds is then the doing of whoever changed something.
        { numRuns: sequences, seed: 1 },
      );
      await world.close();
      // The model would prove nothing if nothing went through, or nothing went wrong.
      expect(events.size).toBeGreaterThanOrEqual(kinds);
      expect(totals.accepted).toBeGreaterThan(sequences);
      expect(totals.refused).toBeGreaterThan(sequences / 2);
      expect(totals.crashes).toBeGreaterThan(sequences);
      expect(totals.messages).toBeGreaterThan(sequences);
      expect(totals.absences).toBeGreaterThan(sequences / 10);
      expect(totals.outreach).toBeGreaterThan(sequences / 10);
      expect(totals.merged).toBeGreaterThan(sequences / 100);
    },
    900_000,
  );
});
