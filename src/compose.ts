import { readAnswer } from '../dialogs/questions.ts';
import { readTalk } from '../dialogs/talk/read-talk.ts';
import { LIMITS, within } from './app/deadline.ts';
import type { Dependencies } from './app/dependencies.ts';
import type { Inbound, Reply } from './app/inbound.ts';
import { createLeave, unbind } from './app/leave-conversations.ts';
import { createMessagePace, type MessagePace } from './app/message-pace.ts';
import { createMove } from './app/move-conversations.ts';
import type { Channel } from './app/ports/channel.ts';
import type { Clock } from './app/ports/clock.ts';
import type { CompanyRegister } from './app/ports/company-register.ts';
import type { Crm } from './app/ports/crm.ts';
import type { Ids } from './app/ports/ids.ts';
import type { LanguageModel } from './app/ports/language-model.ts';
import type { Messenger } from './app/ports/messenger.ts';
import type { OutboxQueue } from './app/ports/outbox-queue.ts';
import type { Roster } from './app/ports/roster.ts';
import type { Binding } from './app/ports/stores/binding-store.ts';
import type { UnitOfWork } from './app/ports/unit-of-work.ts';
import type { WebhookSender } from './app/ports/webhook-sender.ts';
import { createIndgang } from './app/receive.ts';
import { replaceDirectory } from './app/replace-directory.ts';
import { createRightOfWay } from './app/right-of-way.ts';
import { waitInTurn } from './app/wait-in-turn.ts';
import { createDanishCalendar } from './calendar/danish-calendar.ts';
import { chance as randomChance, randomIds, systemClock } from './clock-and-ids.ts';
import { createChannels, isLocalOnly } from './compose/channels.ts';
import { crmOf } from './compose/crm.ts';
import { directoryOf } from './compose/directory.ts';
import { languageOf } from './compose/language.ts';
import { type Log, writeLog } from './compose/log.ts';
import { readinessOf } from './compose/readiness.ts';
import { registerOf } from './compose/register.ts';
import { replayJournal } from './compose/replay-journal.ts';
import { routesOf } from './compose/routes.ts';
import { takeSettings } from './compose/settings.ts';
import { tabOf } from './compose/tab.ts';
import type { Config } from './config.ts';
import type { Person } from './core/person.ts';
import { webhookFigures } from './core/webhook.ts';
import { listenForOutbox } from './db/listen-for-outbox.ts';
import type { Database } from './db/open-database.ts';
import { createOutboxQueue } from './db/outbox-queue.ts';
import { createSharedMessagePace } from './db/shared-message-pace.ts';
import { isDemoPlace } from './demo/demo-directory.ts';
import type { Figures } from './http/metrics.ts';
import { createHttpServer, type HttpServer } from './http/server.ts';
import { maskCpr } from './language/cpr/mask-cpr.ts';
import { openStores } from './open-stores.ts';
import { createSteadyClock } from './steady-clock.ts';
import { createWebhookSender } from './webhooks/https-sender.ts';
import { createWorker, type Worker } from './worker/worker.ts';

/** What people type, read by their words: the application knows no language. */
const READERS = { readAnswer, readTalk };

/** Replacements for tests. */
export interface Overrides {
  readonly clock?: Clock;
  readonly ids?: Ids;
  readonly chance?: () => number;
  readonly register?: CompanyRegister;
  readonly crm?: Crm;
  readonly language?: LanguageModel | null;
  readonly messengers?: readonly Messenger[];
  readonly rosters?: readonly Roster[];
  readonly people?: readonly Person[];
  readonly webhooks?: WebhookSender;
  /** In place of the pace that is counted over all replicas. */
  readonly pace?: MessagePace;
  readonly log?: Log;
  /** The folder in which the tab was built. */
  readonly tab?: string;
  /** Wraps the store, to observe what is written. */
  readonly watch?: (unitOfWork: UnitOfWork) => UnitOfWork;
}

/** The service with all parts connected. */
export interface Composed {
  readonly receive: (inbound: Inbound) => Promise<Reply>;
  readonly deps: Dependencies;
  readonly worker: Worker;
  readonly server: HttpServer;
  readonly unitOfWork: UnitOfWork;
  readonly queue: OutboxQueue;
  readonly bind: (bindings: readonly Binding[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Wires the whole service: the only place where parts are made and handed to each other. Throws `ConfigError`,
 * `SettingsError` or `StoreError` where it cannot work as it is set.
 */
export async function compose(config: Config, overrides: Overrides = {}): Promise<Composed> {
  const source = overrides.clock ?? systemClock;
  const { ids = randomIds, chance = randomChance } = overrides;
  const log = overrides.log ?? writeLog(source);
  const clock = createSteadyClock(source, log);
  const ground = takeSettings(config);
  const people = overrides.people ?? directoryOf(config, log);

  // A worker that started before the erasures are replayed could deliver what was erased.
  let wake = () => {};
  const stores = await openStores({
    data: config.data,
    database: config.database,
    newId: () => ids.id(),
    chance,
    onOutbox: () => wake(),
    crm: overrides.crm ?? crmOf(config),
  });
  const { database, crm } = stores;
  const rightOfWay = createRightOfWay(overrides.watch?.(stores.unitOfWork) ?? stores.unitOfWork);
  const unitOfWork = rightOfWay.turns;
  const queue = createOutboxQueue(database);
  await loadDirectory(unitOfWork, people, config, clock.now());
  const register = overrides.register ?? registerOf(config, clock, chance, log);
  const calendar = createDanishCalendar(ground.officeOf);
  await replayJournal({ ...stores, unitOfWork }, calendar, clock, log);

  const rosters = new Map<Channel, Roster>();
  const deps: Dependencies = {
    rosters,
    clock,
    ids,
    chance,
    unitOfWork,
    register,
    crm,
    calendar,
    ...ground,
    maskCpr,
    language: overrides.language === undefined ? languageOf(config, clock) : overrides.language,
    ...READERS,
  };
  const { counted, pace } = pacesOf(config, database, clock, overrides.pace);
  const { receive } = createIndgang(deps);
  const ways = { receive, leave: createLeave(deps), move: createMove(deps), tab: overrides.tab };
  const channels = await createChannels(config, { ...deps, ...ways, database, pace, log });
  const present = [channels.teams, channels.slack].filter((channel) => channel !== null);
  for (const one of overrides.rosters ?? present.map(({ roster }) => roster)) rosters.set(one.channel, one);
  const messengers = overrides.messengers ?? present.map(({ messenger }) => messenger);
  const worker = createWorker({
    ...deps,
    unitOfWork: rightOfWay.background,
    pace,
    queue: rightOfWay.queueBehind(queue),
    messengers: new Map(messengers.map((messenger): [Channel, Messenger] => [messenger.channel, messenger])),
    chance,
    log,
    auditMonths: config.auditMonths,
    webhooks: overrides.webhooks ?? createWebhookSender({ privateHosts: config.webhookHosts }),
  });
  wake = () => worker.wake();
  const stopListening = listen(config, worker);
  const tab = await tabOf(config, { deps, receive, people, log, folder: overrides.tab });
  const server = createHttpServer({
    routes: routesOf(channels, tab, { deps, pace: counted, log }),
    log,
    ready: readinessOf(stores, worker, clock, log),
    figures: () => figuresOf(queue, deps, worker),
    page: isLocalOnly(config),
    figuresApart: config.metricsPort !== null,
  });
  const close = inTwoSteps(
    source,
    () => Promise.all([server.close(), worker.stop(), channels.slack?.idle()]),
    () => Promise.all([stopListening(), stores.close()]),
  );
  return composed({ receive, deps, worker, server, unitOfWork, queue, close });
}

/**
 * What ends the service: first the work, then the store. A part that hangs must not keep the store open: the next process
 * takes up what is not done after ten seconds.
 */
function inTwoSteps(
  clock: Clock,
  work: () => Promise<unknown>,
  store: () => Promise<unknown>,
): () => Promise<void> {
  return async () => {
    await within(clock, LIMITS.stop, work);
    await within(clock, LIMITS.close, store);
  };
}

/** The pace of requests and of messages, counted over all replicas: `pace` is for messages, which wait in turn. */
function pacesOf(
  config: Config,
  database: Database,
  clock: Clock,
  given: MessagePace | undefined,
): { readonly counted: MessagePace; readonly pace: MessagePace } {
  if (given) return { counted: given, pace: given };
  const counted = config.database ? createSharedMessagePace(database, clock) : createMessagePace(clock);
  return { counted, pace: waitInTurn(counted, clock) };
}

/** Wakes the worker when another replica has put rows into the outbox. Returns what ends it. */
function listen({ database }: Config, worker: Worker): () => Promise<void> {
  return database ? listenForOutbox(database.listenUrl, () => worker.wake()) : async () => undefined;
}

async function loadDirectory(
  unitOfWork: UnitOfWork,
  people: readonly Person[],
  config: Config,
  now: string,
): Promise<void> {
  await unitOfWork.run(async (stores) => {
    await replaceDirectory(stores, people, now);
    // Places of the Playground, bound by `npm start`, would send cases to this machine instead of to an office.
    if (config.directory !== null) await unbind(stores, ({ id }) => isDemoPlace(id), now);
  });
}

function composed(parts: Omit<Composed, 'bind'>): Composed {
  return {
    ...parts,
    bind: (bindings) =>
      parts.unitOfWork.run(async (stores) => {
        for (const binding of bindings) await stores.bindings.save(binding);
      }),
  };
}

/** What `/metrics` tells of the store and the worker. */
async function figuresOf(
  queue: OutboxQueue,
  { unitOfWork, clock, language }: Dependencies,
  worker: Worker,
): Promise<Figures> {
  const { inCrm, unreadInCrm, all } = await unitOfWork.read(async (stores) => ({
    inCrm: await stores.cases.inCrm(),
    unreadInCrm: await stores.crmReading.unread(),
    all: await stores.webhooks.all(),
  }));
  const languageService = language?.serviceFigures?.();
  return {
    ...(await queue.figures(clock.now())),
    inCrm,
    unreadInCrm,
    webhooks: webhookFigures(all),
    repaired: worker.repaired(),
    ...(languageService && { languageService }),
  };
}
