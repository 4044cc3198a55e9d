import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { MessagePace } from '../../src/app/message-pace.ts';
import type { Binding } from '../../src/app/ports/stores/binding-store.ts';
import { compose } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import type { Case } from '../../src/core/case/case.ts';
import { MUNICIPALITIES } from '../../src/core/municipalities.ts';
import { HOUSES, type OrganisationId } from '../../src/core/organisation.ts';
import { demoBindings } from '../../src/demo/demo-bindings.ts';
import { runningClock, simulatedClock } from '../support/clock.ts';
import { startPgbouncer } from '../support/pgbouncer.ts';
import { databaseUrl, onServer, startPostgres } from '../support/postgres.ts';
import { buttonsOn, wordsOn } from './card-hands.ts';
import { openRecorder, type Recorder } from './recorder.ts';
import { type ServiceProcess, startService } from './service-process.ts';
import { activityOf, channelOf, chatOf, execute, type Place, postActivity } from './teams-world.ts';

/**
 * Several service processes over one PostgreSQL through a pgbouncer, and people who log cases and accept them by whichever
 * process a load balancer would choose. Meanwhile processes are killed and started again, and the database is restarted.
 */

export interface Trial {
  readonly replicas: number;
  /** Cases that people log at least; they go on for as long as the trouble does. */
  readonly cases: number;
  /** Processes killed on the way, evenly. */
  readonly kills: number;
  /** Restarts of the database, evenly. */
  readonly restarts: number;
  /** The root of the version that the process is of which is started as the first, second ... of all. Left out: this one. */
  readonly versionOf?: (started: number) => string;
}

export interface Outcome {
  /** Cases whose confirmation was answered, by the id on the answer's card. */
  readonly acknowledged: readonly string[];
  /** Confirmations that were never answered with a case. */
  readonly unsaid: number;
  /** Every case that is in the store. */
  readonly kept: readonly Case[];
  /** The cases that somebody was told they had accepted. */
  readonly accepted: ReadonlyMap<string, string>;
  /** The events of each case, in order. */
  readonly events: ReadonlyMap<string, readonly string[]>;
  /** How many cards of each case were posted to its receiver's channel. */
  readonly cards: ReadonlyMap<string, number>;
  /** Cases of which something is on the not-delivered list. */
  readonly parked: ReadonlySet<string>;
  /** Rows that still wait at the end. */
  readonly waiting: number;
  /** Cases whose record in the CRM is not the case as it is. */
  readonly behind: readonly string[];
  /** Instants (ms) at which messages to each receiver's channel were due, as the replicas agreed in the store. */
  readonly paced: readonly (readonly number[])[];
  /** Requests that had to be sent again. */
  readonly repeats: number;
  readonly kills: number;
  readonly restarts: number;
  readonly turns: number;
  readonly seconds: number;
}

const START = '2026-11-20T09:00:00Z';
const SENDERS = ['anna-holm', 'bo-krogh', 'finn-dahl'];
const ACCEPTERS = ['carla-winther', 'dan-ravn'];
/** The house whose people accept: those of the demo. */
const HOUSE = channelOf('ehm-midtjylland');
/**
 * A municipality of each house, with the house's channel. Every second case goes to the house whose people accept, the others to
 * the others in turn, so that the pace of several channels is kept at once.
 */
const RECEIVERS = HOUSES.flatMap(({ id }) => {
  const isOfDemo = id === 'ehm-midtjylland';
  const own = MUNICIPALITIES.find(({ house, code }) => house === id && (!isOfDemo || code === '791'));
  return own ? [{ house: id, municipality: own.code, channel: channelIdOf(id) }] : [];
});
const OTHERS = RECEIVERS.filter(({ channel }) => channel !== HOUSE.id);

function channelIdOf(house: OrganisationId): string {
  return house === 'ehm-midtjylland' ? HOUSE.id : `channel-${house}`;
}
/** Tries of a person to get an answer, half a second apart at first and never more than two seconds. */
const TRIES = 60;
const CASE_ID = /\b([A-Z0-9]{4}-[A-Z0-9]{4})\b/;

const invokeAnswer = z.object({ statusCode: z.literal(200), value: z.unknown() });
const withCard = z.object({ attachments: z.array(z.object({ content: z.unknown() })) });
const paceShape = z.object({ times: z.array(z.number()) });

const AT_ONCE: MessagePace = {
  reserve: async () => ({ waitMs: 0, reserved: true }),
  pause: async () => {},
};

/** The processes, one of which is ending or starting at times, behind something that sends to those that live. */
class Balancer {
  readonly #start: (which: number) => Promise<ServiceProcess>;
  readonly #living: (ServiceProcess | null)[] = [];
  #next = 0;
  repeats = 0;
  turns = 0;

  constructor(start: (which: number) => Promise<ServiceProcess>) {
    this.#start = start;
  }

  async open(count: number): Promise<void> {
    this.#living.push(
      ...(await Promise.all(Array.from({ length: count }, (_, which) => this.#start(which)))),
    );
  }

  /** Kills a process in the middle of whatever it does, and starts another in its place. */
  async replace(which: number): Promise<void> {
    const old = this.#living[which];
    this.#living[which] = null;
    await old?.kill();
    this.#living[which] = await this.#start(which);
  }

  /** Sends an activity until a process has taken it: the same one, as a platform that delivers again. */
  async deliver(activity: object): Promise<unknown> {
    for (let tries = 1; tries <= TRIES; tries++) {
      const service = this.#living[this.#next++ % this.#living.length];
      if (service) {
        try {
          const { status, body } = await postActivity(service.base, activity);
          if (status === 200) {
            this.turns++;
            return body;
          }
        } catch {
          // Killed in the middle of it.
        }
      }
      this.repeats++;
      await sleep(Math.min(2_000, 20 * tries));
    }
    throw new Error('no process took a delivery');
  }

  async close(): Promise<void> {
    for (const one of this.#living.splice(0)) await one?.kill();
  }
}

/** What people do at their screens: they click again where the answer is an apology. */
class Person {
  readonly #balancer: Balancer;
  readonly #recorder: Recorder;
  readonly #id: string;
  readonly #place: Place;

  constructor(balancer: Balancer, recorder: Recorder, id: string, place: Place = chatOf(id)) {
    this.#balancer = balancer;
    this.#recorder = recorder;
    this.#id = id;
    this.#place = place;
  }

  #activity(more: object): object {
    return activityOf(this.#recorder.serviceUrl, this.#id, this.#place, more);
  }

  /** The form that stands in the chat after typing `ny`. */
  async #form(): Promise<unknown> {
    for (let tries = 0; tries < TRIES; tries++) {
      const before = this.#recorder.messages().length;
      await this.#balancer.deliver(this.#activity({ type: 'message', text: 'ny', textFormat: 'plain' }));
      const shown = this.#recorder
        .messages()
        .slice(before)
        .findLast(({ conversation }) => conversation === this.#place.id);
      const form = withCard.safeParse(shown?.body).data?.attachments[0]?.content;
      if (form && buttonsOn(form).some(({ verb }) => verb === 'intake.submit')) return form;
      await sleep(50);
    }
    throw new Error('no form');
  }

  /** Clicks until the answer is what was wanted; null where it never is. */
  async #click<T>(activityOfClick: object, wanted: (card: unknown) => T | undefined): Promise<T | null> {
    for (let tries = 0; tries < TRIES; tries++) {
      const body = await this.#balancer.deliver(this.#activity(activityOfClick));
      const found = wanted(invokeAnswer.safeParse(body).data?.value);
      if (found !== undefined) return found;
      await sleep(50);
    }
    return null;
  }

  /** Logs a case: its id, or null where nobody ever said one. */
  async log(municipality: string): Promise<string | null> {
    const values = { municipality, areas: 'internationalisation', stage: 'established' };
    const submit = execute(await this.#form(), 'intake.submit', values);
    const decision = await this.#click(submit, (card) =>
      buttonsOn(card).some(({ verb }) => verb === 'intake.confirm') ? card : undefined,
    );
    if (decision === null) return null;
    const confirm = execute(decision, 'intake.confirm', { consent: 'consent' });
    return this.#click(confirm, (card) => CASE_ID.exec(wordsOn(card))?.[1]);
  }

  /** Accepts a case: whether the card says that it is theirs, and not that somebody was faster. */
  async accept(card: unknown, caseId: string): Promise<boolean> {
    const taken = await this.#click(execute(card, 'handover.accept'), (shown) => {
      const isOver = !buttonsOn(shown).some(({ verb }) => verb === 'handover.accept');
      return isOver && wordsOn(shown).includes(caseId) ? wordsOn(shown) : undefined;
    });
    return taken !== null && !/allerede overtaget/.test(taken);
  }
}

/** Runs a trial. Needs PostgreSQL and pgbouncer. */
export async function tryReplicas(trial: Trial, said: (line: string) => void = () => {}): Promise<Outcome> {
  const server = await startPostgres();
  if (!server) throw new Error('There is no PostgreSQL on this machine');
  const bouncer = await startPgbouncer(server.url);
  const folder = mkdtempSync(join(tmpdir(), 'indgang-replicas-'));
  const recorder = await openRecorder();
  const clock = runningClock(START);
  try {
    await onServer(server.url, 'create database replicas');
    const [direct, pooled] = [databaseUrl(server.url, 'replicas'), databaseUrl(bouncer.url, 'replicas')];
    // The first listens where it hears nothing: polling must be enough.
    const settingsOf = (which: number) => ({
      INDGANG_DATA: join(folder, `replica-${which}`),
      DATABASE_URL: pooled,
      DATABASE_LISTEN_URL: which === 0 ? pooled : direct,
    });
    const first = await compose(readConfig(settingsOf(0)), { clock, log: () => {} });
    await first.bind(bindings(recorder.serviceUrl, clock.now()));
    await first.close();

    let started = 0;
    const balancer = new Balancer((which) =>
      startService(settingsOf(which), clock.now(), trial.versionOf?.(started++)),
    );
    await balancer.open(trial.replicas);
    const began = performance.now();
    const acknowledged: string[] = [];
    const accepted = new Map<string, string>();
    let unsaid = 0;
    let begun = 0;
    let troubled = true;
    const sender = async (id: string) => {
      const person = new Person(balancer, recorder, id);
      while (begun++ < trial.cases || troubled) {
        const other = begun % 2 === 0 ? undefined : OTHERS[((begun - 1) / 2) % OTHERS.length];
        const logged = await person.log(other?.municipality ?? '791');
        if (logged === null) unsaid++;
        else acknowledged.push(logged);
      }
      logging--;
    };
    let over = false;
    let logging = SENDERS.length;
    /** Accepts every second case from its card in the channel, as soon as that is there. */
    const accepter = async (id: string, which: number) => {
      const person = new Person(balancer, recorder, id, HOUSE);
      for (let seen = 0; !over; ) {
        const cards = recorder.messages().filter(({ conversation }) => conversation === HOUSE.id);
        const next = cards[seen];
        if (!next) {
          if (logging === 0) return;
          await sleep(20);
          continue;
        }
        const card = withCard.safeParse(next.body).data?.attachments[0]?.content;
        const caseId = CASE_ID.exec(wordsOn(card))?.[1];
        // Both go for every fourth.
        const wants = seen % 2 === which % 2 || seen % 4 === 0;
        if (caseId && wants && buttonsOn(card).some(({ verb }) => verb === 'handover.accept'))
          if (await person.accept(card, caseId)) accepted.set(caseId, id);
        seen++;
      }
    };
    let [kills, restarts] = [0, 0];
    const trouble = async () => {
      const troubles = trial.kills + trial.restarts;
      for (let one = 1; one <= troubles; one++) {
        const enough = acknowledged.length + trial.cases / (troubles + 1);
        while (acknowledged.length < enough && !over) await sleep(10);
        // Restarts of the database stand among the kills.
        if (restarts < trial.restarts && one * trial.restarts >= (restarts + 1) * troubles * 0.75) {
          server.restart();
          restarts++;
          said(`database restarted after ${acknowledged.length} cases`);
        } else {
          await balancer.replace(kills++ % trial.replicas);
          said(`process killed and started after ${acknowledged.length} cases`);
        }
      }
      troubled = false;
    };
    await Promise.all([...SENDERS.map(sender), ...ACCEPTERS.map(accepter), trouble()]).finally(() => {
      over = true;
    });
    const seconds = (performance.now() - began) / 1_000;
    await balancer.close();

    const paced = await Promise.all(RECEIVERS.map(({ channel }) => pacedIn(direct, channel)));

    // The next life delivers what the others left, once the leases of the dead have run out. It is bound to no pace: a channel
    // takes 1,800 messages an hour, and asking for thousands of them each few minutes takes longer than all that came before.
    const later = simulatedClock(new Date(Date.parse(clock.now()) + 120_000).toISOString());
    const last = await compose(readConfig(settingsOf(0)), { clock: later, pace: AT_ONCE, log: () => {} });
    const kept = await last.unitOfWork.read((stores) => stores.cases.page('', 10_000_000));
    // What waits for its turn asks again after five minutes at most: if nothing went in ten, nothing will.
    let before = Number.POSITIVE_INFINITY;
    for (let inVain = 0; inVain < 20; later.pass(30_000)) {
      await last.worker.drain();
      const { waiting } = await last.queue.figures(later.now());
      if (waiting === 0) break;
      inVain = waiting < before ? 0 : inVain + 1;
      before = waiting;
    }
    const events = new Map<string, readonly string[]>();
    // A transaction for each: one over ten thousand cases would outlast what the database allows it.
    for (const { id } of kept) {
      const history = await last.unitOfWork.read((stores) => stores.history.of(id));
      events.set(
        id,
        history.map(({ event }) => event),
      );
    }
    const behind: string[] = [];
    for (const { id, revision } of kept)
      if ((await last.deps.crm.findByCase(id))?.revision !== revision) behind.push(id);
    const cards = new Map<string, number>();
    for (const { conversation, body } of recorder.messages()) {
      const card = withCard.safeParse(body).data?.attachments[0]?.content;
      const isReceiver = RECEIVERS.some(({ channel }) => channel === conversation);
      const id = isReceiver ? CASE_ID.exec(wordsOn(card))?.[1] : undefined;
      if (id) cards.set(id, (cards.get(id) ?? 0) + 1);
    }
    const { waiting } = await last.queue.figures(later.now());
    const parked = new Set((await last.queue.parked(1_000_000)).map(({ about }) => about));
    await last.close();
    return {
      acknowledged,
      unsaid,
      kept,
      accepted,
      events,
      cards,
      parked,
      waiting,
      behind,
      paced,
      repeats: balancer.repeats,
      kills,
      restarts,
      turns: balancer.turns,
      seconds,
    };
  } finally {
    await recorder.close();
    await bouncer.stop();
    server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The demo's bindings, and a channel for each of the other houses. */
function bindings(serviceUrl: string, at: string): readonly Binding[] {
  const known = demoBindings(serviceUrl, at);
  const pattern = known.find(({ organisation }) => organisation === 'ehm-midtjylland');
  if (!pattern) throw new Error('the demo has no Erhvervshus');
  return [
    ...known,
    ...OTHERS.map(({ house, channel }) => ({
      ...pattern,
      organisation: house,
      conversation: {
        ...pattern.conversation,
        id: channel,
        reference: pattern.conversation.reference.replaceAll(HOUSE.id, channel),
      },
    })),
  ];
}

async function pacedIn(url: string, channel: string): Promise<readonly number[]> {
  const state = await onServer<{ state: string }>(
    url,
    `select state from paces where place = 'teams/${channel}'`,
  );
  return paceShape.parse(JSON.parse(state[0]?.state ?? '{"times":[]}')).times;
}
