import { sql } from 'kysely';
import type { Dependencies } from '../../src/app/dependencies.ts';
import type { Inbound, Reply } from '../../src/app/inbound.ts';
import { CHANNELS, type Channel } from '../../src/app/ports/channel.ts';
import type { Clock } from '../../src/app/ports/clock.ts';
import type { CompanyRegister } from '../../src/app/ports/company-register.ts';
import type { Conversation } from '../../src/app/ports/conversation.ts';
import { type Crm, CrmError, type CrmRecord } from '../../src/app/ports/crm.ts';
import type { LanguageModel } from '../../src/app/ports/language-model.ts';
import type { Delivery, Messenger, Outgoing } from '../../src/app/ports/messenger.ts';
import type { OutboxQueue } from '../../src/app/ports/outbox-queue.ts';
import type { RosterAnswer, Rosters } from '../../src/app/ports/roster.ts';
import type { UnitOfWork } from '../../src/app/ports/unit-of-work.ts';
import { createIndgang } from '../../src/app/receive.ts';
import { createLiveSettings } from '../../src/app/settings/live-settings.ts';
import { createDanishCalendar } from '../../src/calendar/danish-calendar.ts';
import type { Case } from '../../src/core/case/case.ts';
import type { HistoryEntry } from '../../src/core/case/events.ts';
import type { Command } from '../../src/core/command.ts';
import type { OfficeLookup } from '../../src/core/office/office.ts';
import type { OrganisationId } from '../../src/core/organisation.ts';
import type { Person } from '../../src/core/person.ts';
import type { TriedPlace } from '../../src/core/triage/rules/fact-space.ts';
import { ownerFaultsAt } from '../../src/core/triage/rules/owner-proof.ts';
import type { SettingsLookup } from '../../src/core/triage/settings.ts';
import { createEmbeddedCrm } from '../../src/crm/embedded/embedded-crm.ts';
import { openEmbeddedCrm } from '../../src/crm/embedded/open-embedded-crm.ts';
import { type Database, openDatabase } from '../../src/db/open-database.ts';
import { createOutboxQueue } from '../../src/db/outbox-queue.ts';
import { createUnitOfWork } from '../../src/db/unit-of-work.ts';
import { DEMO_PEOPLE } from '../../src/demo/demo-directory.ts';
import { maskCpr } from '../../src/language/cpr/mask-cpr.ts';
import { createWorker, type Worker } from '../../src/worker/worker.ts';
import { type SimulatedClock, simulatedClock } from '../support/clock.ts';
import { newStores, type TestStores } from '../support/test-store.ts';
import { createMemoryStore } from './memory-stores.ts';

/** The use cases, the store and the worker as they are, with a clock that is set, and channels and CRM that can fail. */

export const calendar = createDanishCalendar();

/** A message as it stands somewhere. */
interface Standing {
  readonly id: string;
  readonly conversation: string;
  readonly message: Outgoing;
  /** As it was first posted. */
  readonly posted: Outgoing;
  readonly postedAt: string;
  readonly changes: number;
}

/** What a messenger does with the next message: take it, or one of the ways to fail. */
export type Fate =
  | 'take'
  | 'lost'
  | 'taken-unsaid'
  | 'gone'
  | 'busy'
  /** The messenger breaks: our own fault, the process lives. */
  | 'dies-before'
  | 'dies-after'
  /** The process ends: nothing more is written until it is started again. */
  | 'kills-before'
  | 'kills-after';

export class Died extends Error {}

export interface LoopWorld {
  /** As a test's clock is (`test/support/clock.ts`), but that hours pass. */
  readonly clock: SimulatedClock;
  readonly unitOfWork: UnitOfWork;
  /** The database; throws where the stores are plain maps. */
  readonly database: Database;
  /** Settings of a service over the same stores. */
  readonly settings: TestStores['settings'];
  /** How many of the work's reads and writes the stores have not answered yet: time must not pass meanwhile. */
  readonly storing: number;
  /** Forgets every case and draft, message and delivery: as new, but for people and bindings. */
  reset(): Promise<void>;
  /** When each row that waits is ready. */
  waiting(): Promise<readonly string[]>;
  readonly queue: OutboxQueue;
  readonly crm: Crm;
  readonly worker: Worker;
  /** Whether the process has ended. */
  readonly dead: boolean;
  /** Ends the process: nothing is written until it is started again. */
  kill(): void;
  /** A worker as after a restart: nothing remembered but the store. */
  restart(): void;
  readonly standing: Standing[];
  readonly logged: { readonly event: string; readonly fields: Readonly<Record<string, string | number>> }[];
  /** Decides the fate of the next messages: new ones, and changes of those that stand. */
  fate: (to: Conversation, message: Outgoing, how: 'post' | 'update') => Fate;
  /** What the roster says of somebody; everybody is a member of everything at first. */
  roster: (place: Conversation, identity: string) => RosterAnswer;
  /** Decides whether the CRM answers. */
  crmAnswers: boolean;
  do(person: string, command: Command, more?: Partial<Inbound>): Promise<Reply>;
  cases(): Promise<readonly Case[]>;
  history(caseId: string): Promise<readonly HistoryEntry[]>;
  bind(organisation: OrganisationId): Promise<void>;
  close(): Promise<void>;
}

export function channelOf(organisation: OrganisationId): Conversation {
  return { channel: 'teams', id: `channel ${organisation}`, kind: 'channel', reference: '{}' };
}

export function chatOf(person: string): Conversation {
  return { channel: 'teams', id: `chat ${person}`, kind: 'personal', reference: '{}' };
}

export interface LoopOptions {
  readonly start?: string;
  readonly people?: readonly Person[];
  readonly bound?: readonly OrganisationId[];
  readonly settingsOf?: SettingsLookup;
  readonly officeOf?: OfficeLookup;
  /** The stores as they are, over this run's database, or over plain maps, which is many times faster. */
  readonly store?: 'database' | 'maps';
  /** Messages are not kept: there would be too many. */
  readonly forgetful?: boolean;
  /** Wraps the clock that the product goes by. */
  readonly wrapClock?: (
    inner: Clock,
    log: (event: string, fields: Readonly<Record<string, string | number>>) => void,
  ) => Clock;
  /** Wraps what is outside of the process, for faults that last. */
  readonly crm?: (inner: Crm, clock: Clock) => Crm;
  readonly messenger?: (inner: Messenger, clock: Clock) => Messenger;
  readonly register?: (clock: Clock) => CompanyRegister;
  readonly language?: LanguageModel;
  readonly readAnswer?: Dependencies['readAnswer'];
  readonly readTalk?: Dependencies['readTalk'];
  /** Wraps the transactions, for crashes at commit. */
  readonly wrap?: (inner: UnitOfWork) => UnitOfWork;
}

export async function openLoopWorld(options: LoopOptions = {}): Promise<LoopWorld> {
  const people = options.people ?? DEMO_PEOPLE;
  const simulated = simulatedClock(options.start ?? '2026-11-20T09:00:00.000Z');
  const clock = { ...simulated, pass: (hours: number) => simulated.pass(hours * 3_600_000) };
  const logged: LoopWorld['logged'] = [];
  const log = (event: string, fields: Readonly<Record<string, string | number>>) =>
    void logged.push({ event, fields });
  const wrapClock = () => options.wrapClock?.(clock, log) ?? clock;
  let wrappedClock = wrapClock();
  const productClock: Clock = {
    now: () => wrappedClock.now(),
    monotonic: () => wrappedClock.monotonic(),
    alarm: (ms, ring) => wrappedClock.alarm(ms, ring),
    steady: () => wrappedClock.steady(),
  };
  let named = 0;
  const ids = {
    id: () => `id${++named}`,
    caseId: () => `K${String(++named).padStart(7, '0')}`,
  };
  const place = options.store === 'maps' ? undefined : await newStores();
  const database = place && (await openDatabase(place.cases));
  const memory = createMemoryStore(ids.id);
  const inner = database ? createUnitOfWork(database, ids.id) : memory.unitOfWork;
  let dead = false;
  const alive = () => {
    if (dead) throw new Died();
  };
  const wrapped = options.wrap?.(inner) ?? inner;
  const unitOfWork: UnitOfWork = {
    run: async (work) => {
      alive();
      return stored(() =>
        wrapped.run(async (stores) => {
          const result = await work(stores);
          alive();
          return result;
        }),
      );
    },
    read: async (work) => {
      alive();
      return stored(() => wrapped.read(work));
    },
  };
  let storing = 0;
  const stored = async <T>(work: () => Promise<T>): Promise<T> => {
    storing++;
    try {
      return await work();
    } finally {
      storing--;
    }
  };
  const ifAlive = async <T>(work: () => Promise<T>): Promise<T> => {
    alive();
    return stored(work);
  };
  const rows = database ? createOutboxQueue(database) : memory.queue;
  const queue: OutboxQueue = {
    ...rows,
    claim: (...given) => ifAlive(() => rows.claim(...given)),
    done: (...given) => ifAlive(() => rows.done(...given)),
    retry: (...given) => ifAlive(() => rows.retry(...given)),
    park: (...given) => ifAlive(() => rows.park(...given)),
    ahead: (...given) => ifAlive(() => rows.ahead(...given)),
    bringBack: (...given) => ifAlive(() => rows.bringBack(...given)),
    figures: (...given) => ifAlive(() => rows.figures(...given)),
  };
  const crmStore = place && (await openEmbeddedCrm(place.crm));
  const settings = createLiveSettings();
  const settingsOf = options.settingsOf ?? settings.settingsOf;
  const officeOf = options.officeOf ?? settings.officeOf;
  const proveSettings = async (place: TriedPlace) => ownerFaultsAt(place).length === 0;

  const standing: Standing[] = [];
  const records = new Map<string, CrmRecord>();
  const embedded = crmStore ? createEmbeddedCrm(crmStore) : crmOf(records);
  const answering = <T>(work: () => Promise<T>): Promise<T> =>
    world.crmAnswers ? stored(work) : Promise.reject(new CrmError('unavailable', 'down'));
  const reached: Crm = {
    save: (record) => answering(() => embedded.save(record)),
    findByCase: (id) => answering(() => embedded.findByCase(id)),
    findByCvr: (cvr) => answering(() => embedded.findByCvr(cvr)),
    servedCases: (cvr) => answering(() => embedded.servedCases(cvr)),
    erase: (id) => answering(() => embedded.erase(id)),
  };
  const crm = options.crm?.(reached, clock) ?? reached;

  let posted = 0;
  const take = (to: Conversation, message: Outgoing): string => {
    const id = `message ${++posted}`;
    if (options.forgetful !== true)
      standing.push({ id, conversation: to.id, message, posted: message, postedAt: clock.now(), changes: 0 });
    return id;
  };
  const meet = (fate: Fate, arrive: () => string): Delivery => {
    switch (fate) {
      case 'take':
        return { outcome: 'sent', messageId: arrive() };
      case 'lost':
        return { outcome: 'uncertain', code: 'http-504' };
      case 'taken-unsaid':
        arrive();
        return { outcome: 'uncertain', code: 'http-504' };
      case 'gone':
        return { outcome: 'gone', code: 'http-403' };
      case 'busy':
        return { outcome: 'retry', afterSeconds: null, code: 'http-500' };
      case 'dies-before':
        throw new Died();
      case 'dies-after':
        arrive();
        throw new Died();
      case 'kills-before':
        dead = true;
        throw new Died();
      case 'kills-after':
        arrive();
        dead = true;
        throw new Died();
      default: {
        const never: never = fate;
        return never;
      }
    }
  };
  const messenger = (channel: Channel): Messenger => ({
    channel,
    post: async (to, message) => meet(world.fate(to, message, 'post'), () => take(to, message)),
    update: async (to, messageId, message) =>
      meet(world.fate(to, message, 'update'), () => {
        const place = standing.findIndex(({ id }) => id === messageId);
        const old = standing[place];
        if (old) standing[place] = { ...old, message, changes: old.changes + 1 };
        return messageId;
      }),
  });
  const messengers = new Map(
    CHANNELS.map((channel) => {
      const inner = messenger(channel);
      return [channel, options.messenger?.(inner, clock) ?? inner] as const;
    }),
  );
  const rosters: Rosters = new Map([
    ['teams', { channel: 'teams', standingOf: async (place, identity) => world.roster(place, identity) }],
  ]);
  const newWorker = () =>
    createWorker({
      maskCpr: (text) => ({ text, removed: 0 }),
      rosters,
      unitOfWork,
      queue,
      crm,
      clock: productClock,
      ids,
      calendar,
      settingsOf,
      officeOf,
      settings,
      proveSettings,
      messengers,
      chance: () => 0.5,
      log,
    });
  const { receive } = createIndgang({
    rosters,
    clock: productClock,
    ids,
    chance: () => 0.5,
    unitOfWork,
    register: options.register?.(clock) ?? {
      findByCvr: async () => ({ state: 'unavailable', code: 'down' }),
      searchByName: async () => ({ state: 'unavailable', code: 'down' }),
    },
    crm,
    calendar,
    settingsOf,
    officeOf,
    settings,
    proveSettings,
    maskCpr,
    language: options.language ?? null,
    readAnswer: options.readAnswer ?? (() => undefined),
    readTalk: options.readTalk ?? (() => ({ kind: 'need' })),
  });
  const identityOf = (person: string) => people.find(({ id }) => id === person)?.identities[0] ?? person;

  let worker = newWorker();
  const world: LoopWorld = {
    clock,
    unitOfWork,
    get database() {
      if (!database) throw new Error('The stores of this world are plain maps');
      return database;
    },
    get settings() {
      if (!place) throw new Error('The stores of this world are plain maps');
      return place.settings;
    },
    get storing() {
      return storing;
    },
    async reset() {
      dead = false;
      standing.length = 0;
      posted = 0;
      logged.length = 0;
      memory.clear();
      records.clear();
      for (const table of ['cases', 'outbox', 'posts', 'drafts', 'inbox', 'digests', 'outreach_contacts'])
        if (database) await sql`delete from ${sql.table(table)}`.execute(database);
      if (crmStore) await sql`delete from embedded_crm`.execute(crmStore);
    },
    async waiting() {
      if (!database) return memory.waiting().map(({ readyAt }) => readyAt);
      const rows = await sql<{
        ready_at: string;
      }>`select ready_at from outbox where parked_at is null`.execute(database);
      return rows.rows.map(({ ready_at }) => ready_at);
    },
    queue,
    crm,
    get worker() {
      return worker;
    },
    get dead() {
      return dead;
    },
    kill() {
      dead = true;
    },
    restart() {
      dead = false;
      wrappedClock = wrapClock();
      worker = newWorker();
    },
    standing,
    logged,
    fate: () => 'take',
    roster: () => ({ standing: 'member' }),
    crmAnswers: true,
    do: (person, command, more = {}) =>
      receive({
        channel: 'teams',
        deliveryId: ids.id(),
        person: {
          identity: identityOf(person),
          name: people.find(({ id }) => id === person)?.name ?? person,
          guest: false,
          locale: null,
        },
        conversation: chatOf(person),
        command,
        audience: 'person',
        ...more,
      }),
    cases: () => inner.run((stores) => stores.cases.page('', 1_000_000)),
    history: (caseId) => inner.run((stores) => stores.history.of(caseId)),
    bind: (organisation) =>
      inner.run((stores) =>
        stores.bindings.save({
          organisation,
          conversation: channelOf(organisation),
          boundBy: 'test',
          boundAt: clock.now(),
        }),
      ),
    async close() {
      await worker.stop();
      await database?.destroy();
      await crmStore?.destroy();
      await place?.remove();
    },
  };
  await inner.run(async (stores) => {
    for (const person of people) await stores.people.save(person);
  });
  for (const organisation of options.bound ?? ['les-791', 'les-751', 'ehm-midtjylland'])
    await world.bind(organisation);
  return world;
}

/** A CRM in a map. */
function crmOf(records: Map<string, CrmRecord>): Crm {
  const save = async (record: CrmRecord) => {
    const before = records.get(record.caseId);
    if (!before || before.revision < record.revision) records.set(record.caseId, record);
    return { crmId: record.caseId };
  };
  const findByCvr = async (cvr: string) => [...records.values()].filter((record) => record.cvr === cvr);
  return {
    save,
    findByCase: async (id) => records.get(id) ?? null,
    findByCvr,
    servedCases: findByCvr,
    erase: async (id) => void records.delete(id),
  };
}

/** Logs a case as somebody would with the form: the case as it was created. */
export async function logCase(
  world: LoopWorld,
  person: string,
  input: Readonly<Record<string, string>> = {},
): Promise<Case> {
  const intake = (verb: 'intake.submit' | 'intake.confirm', more: Readonly<Record<string, string>> = {}) =>
    world.do(person, { name: 'intake', verb, draftId: null, revision: null, input: more });
  await world.do(person, { name: 'new' });
  await intake('intake.submit', {
    municipality: '791',
    stage: 'established',
    areas: 'internationalisation',
    companyName: 'Hansen VVS',
    contactName: 'Hanne Hansen',
    contactPhone: '40411234',
    description: 'Vil sælge til Tyskland',
    ...input,
  });
  const { answers } = await intake('intake.confirm', { consent: input.consent ?? 'consent' });
  const shown = answers.find((answer) => answer.kind === 'case');
  if (shown?.kind !== 'case') throw new Error(`no case: ${JSON.stringify(answers).slice(0, 300)}`);
  return shown.case;
}

/** A verb on a case, on the case as it now is. */
export function act(
  world: LoopWorld,
  person: string,
  caseId: string,
  verb: Extract<Command, { name: 'case-action' }>['verb'],
  input: Readonly<Record<string, string>> = {},
  more: Partial<Inbound> = {},
): Promise<Reply> {
  return world.do(person, { name: 'case-action', verb, caseId, revision: null, input }, more);
}

/** The case as it now is. */
export async function caseNow(world: LoopWorld, id: string): Promise<Case> {
  const kase = await world.unitOfWork.run((stores) => stores.cases.get(id));
  if (!kase) throw new Error(`no case ${id}`);
  return kase;
}

/** Said where a card that is posted stands already. */
export const AGAIN: readonly string[] = [
  'sent-to-you',
  'part-in-case',
  'is-grey-zone',
  'asked-to-follow-up',
  'has-task',
];

/** The notices that were posted to a conversation, oldest first: their codes. */
export function noticesIn(world: LoopWorld, conversation: string): readonly string[] {
  return world.standing.flatMap(({ conversation: id, posted }) => {
    if (id !== conversation) return [];
    const { answer } = posted;
    if (answer.kind === 'notice') return [answer.notice.code];
    if (answer.kind === 'case-line') return AGAIN.includes(answer.notice.code) ? [] : [answer.notice.code];
    return answer.kind === 'case' && answer.notice ? [answer.notice.code] : [];
  });
}
