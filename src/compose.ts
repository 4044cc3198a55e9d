import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAnswer } from '../dialogs/questions.ts';
import { LIMITS, registerWithin, within } from './app/deadline.ts';
import type { Dependencies } from './app/dependencies.ts';
import { parseDirectory } from './app/directory.ts';
import type { Inbound, Reply } from './app/inbound.ts';
import { createLeave, unbind } from './app/leave-conversations.ts';
import type { Channel } from './app/ports/channel.ts';
import type { Clock } from './app/ports/clock.ts';
import type { CompanyRegister } from './app/ports/company-register.ts';
import { type Crm, CrmError } from './app/ports/crm.ts';
import type { Ids } from './app/ports/ids.ts';
import type { LanguageModel } from './app/ports/language-model.ts';
import type { Messenger } from './app/ports/messenger.ts';
import type { OutboxQueue } from './app/ports/outbox-queue.ts';
import type { Roster } from './app/ports/roster.ts';
import type { Binding } from './app/ports/stores/binding-store.ts';
import type { UnitOfWork } from './app/ports/unit-of-work.ts';
import { createIndgang } from './app/receive.ts';
import { replaceDirectory } from './app/replace-directory.ts';
import { replayErasures } from './app/replay-erasures.ts';
import { createRightOfWay } from './app/right-of-way.ts';
import { createDanishCalendar } from './calendar/danish-calendar.ts';
import { createFileInstalls } from './channels/slack/installs.ts';
import { MAX_BODY_BYTES as MAX_SLACK_BYTES } from './channels/slack/signature.ts';
import { createSlackChannel } from './channels/slack/slack-channel.ts';
import type { SlackRequest, SlackResponse } from './channels/slack/slack-http.ts';
import { createTeamsChannel } from './channels/teams/teams-channel.ts';
import { chance, randomIds, systemClock } from './clock-and-ids.ts';
import { type Config, ConfigError, isLoopbackHost } from './config.ts';
import { danishDate } from './core/danish-date.ts';
import type { Person } from './core/person.ts';
import { settingsOf as ownSettings } from './core/triage/settings.ts';
import { probeEmbeddedCrm } from './crm/embedded/open-embedded-crm.ts';
import { isUpToDate, schemaState } from './db/open-database.ts';
import { createOutboxQueue } from './db/outbox-queue.ts';
import { heartbeatAt, probeStore, watchReadiness } from './db/readiness.ts';
import { DEMO_PEOPLE, isDemoPlace } from './demo/demo-directory.ts';
import { createHttpServer, type HttpServer, type PostRoute, type Route } from './http/server.ts';
import { maskCpr } from './language/cpr/mask-cpr.ts';
import { createLanguageModel } from './language/create-language-model.ts';
import { loadSettings } from './load-settings.ts';
import { openStores } from './open-stores.ts';
import { rememberAnswers } from './registry/remember-answers.ts';
import { createSampleRegister } from './registry/sample-register.ts';
import { createVirkRegister } from './registry/virk/virk-register.ts';
import { createSteadyClock } from './steady-clock.ts';
import { createWorker, type Worker } from './worker/worker.ts';

/** What tests put in place of the real thing. */
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
  readonly log?: Log;
}

type Log = (event: string, fields: Readonly<Record<string, string | number>>) => void;

/** The whole service, wired. */
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

/** Seconds that answers of the register are remembered, and how many. */
const REGISTER_MEMORY = { limit: 2_000, seconds: 3_600 };

/** What Bot Framework and Slack send as JSON; an activity is far smaller. */
const JSON_BODY = { types: ['application/json'], maxBytes: 1_000_000 } as const;

/** The only wiring: everything is made here and handed to whoever needs it. Throws `ConfigError` on settings that cannot work. */
export async function compose(config: Config, overrides: Overrides = {}): Promise<Composed> {
  const source = overrides.clock ?? systemClock;
  const ids = overrides.ids ?? randomIds;
  const luck = overrides.chance ?? chance;
  const log = overrides.log ?? writeLog(source);
  const clock = createSteadyClock(source, log);
  const settingsOf = config.municipalities === null ? ownSettings : loadSettings(config.municipalities);
  const people = overrides.people ?? directoryOf(config, log);

  // There is no worker before what was left undone is put right.
  let wake = () => {};
  const stores = await openStores({
    data: config.data,
    newId: () => ids.id(),
    chance: luck,
    onOutbox: () => wake(),
    crm: overrides.crm,
  });
  const { database, crm } = stores;
  const rightOfWay = createRightOfWay(stores.unitOfWork);
  const unitOfWork = rightOfWay.turns;
  const queue = createOutboxQueue(database);
  await unitOfWork.run(async (kept) => {
    await replaceDirectory(kept, people, clock.now());
    // What `npm start` bound to the Playground's places would send cases to this machine instead of an office.
    if (config.directory !== null) await unbind(kept, ({ id }) => isDemoPlace(id), clock.now());
  });

  if (config.virk === null && (config.teams || config.slack))
    log('register.is-the-sample', { setting: 'VIRK_URL' });
  const today = () => danishDate(clock.now());
  const virk =
    config.virk && createVirkRegister({ ...config.virk, baseUrl: config.virk.url, chance: luck }, today);
  const register =
    overrides.register ??
    rememberAnswers(
      // A look-up that several turns share ends by itself, however long each of them waits for it.
      registerWithin(virk ?? createSampleRegister(), {
        run: (most, work) => within(clock, most, work),
      }),
      REGISTER_MEMORY,
      clock,
      today,
    );
  const calendar = createDanishCalendar();
  const rosters = new Map<Channel, Roster>();
  if (stores.journal) {
    // A backup may have been put in place by hand, or the process have died between journal and commit.
    const journal = { ...stores.journal, erasures: stores.journal.read().erasures };
    try {
      const replayed = await replayErasures({ unitOfWork, crm, calendar }, journal, clock.now());
      if (replayed > 0) log('erasures-replayed', { erasures: replayed });
    } catch (error) {
      // Here all is erased; where the CRM is away, it is told at the next start.
      if (!(error instanceof CrmError)) throw error;
      log('erasures-not-replayed', { code: error.code });
    }
  }
  const deps: Dependencies = {
    rosters,
    clock,
    ids,
    unitOfWork,
    register,
    crm,
    calendar,
    settingsOf,
    maskCpr,
    language: overrides.language === undefined ? createLanguageModel() : overrides.language,
    readAnswer,
  };

  const { receive } = createIndgang(deps);
  const leave = createLeave(deps);

  const teams = createTeamsChannel({
    signIn: config.teams,
    receive,
    leave,
    clock,
    newId: () => ids.id(),
    log,
  });
  const slack =
    config.slack &&
    createSlackChannel({
      config: config.slack,
      receive,
      leave,
      installs: createFileInstalls(join(config.data, 'slack-installs.json')),
      clock,
      ids,
      log,
    });

  if (config.slack?.workspaces.length === 0) log('slack.workspaces-not-set', { setting: 'SLACK_WORKSPACES' });
  const messengers = overrides.messengers ?? [teams.messenger, ...(slack ? [slack.messenger] : [])];
  for (const roster of overrides.rosters ?? [teams.roster, ...(slack ? [slack.roster] : [])])
    rosters.set(roster.channel, roster);
  const worker = createWorker({
    unitOfWork: rightOfWay.background,
    rosters,
    queue: rightOfWay.queueBehind(queue),
    crm,
    clock,
    ids,
    calendar,
    settingsOf,
    messengers: new Map(messengers.map((messenger): [Channel, Messenger] => [messenger.channel, messenger])),
    chance: luck,
    log,
  });
  wake = () => worker.wake();

  // Without sign-in anybody who reaches the route is whoever they say: it is there for a client on this machine alone,
  // and not where a proxy stands in front of us for Slack.
  const isLocal = config.teams === null && config.slack === null && isLoopbackHost(config.host);
  const teamsRoutes: Route[] =
    config.teams !== null || isLocal
      ? [{ method: 'post', path: '/api/messages', ...JSON_BODY, enter: (head) => teams.enter(head) }]
      : [];
  const slackPost = (path: string, handle: (request: SlackRequest) => Promise<SlackResponse>): PostRoute => ({
    method: 'post',
    path,
    types: [...JSON_BODY.types, 'application/x-www-form-urlencoded'],
    maxBytes: MAX_SLACK_BYTES,
    enter: async ({ headers }) => slack?.refusal(headers) ?? ((body) => handle({ body, headers })),
  });
  const slackRoutes: Route[] = slack
    ? [
        slackPost('/api/slack/events', slack.handleEvents),
        slackPost('/api/slack/interactions', slack.handleInteractions),
        slackPost('/api/slack/commands', slack.handleCommands),
        { method: 'get', path: '/api/slack/install', handle: async () => slack.handleInstall() },
        {
          method: 'get',
          path: '/api/slack/oauth',
          handle: ({ query, headers }) => slack.handleOauthCallback(query, headers),
        },
      ]
    : [];
  const server = createHttpServer({
    routes: [...teamsRoutes, ...slackRoutes],
    log,
    ready: watchReadiness(async () => {
      const { crmStore } = stores;
      const failed = await probeStore({
        store: database,
        heartbeat: heartbeatAt(clock.now()),
        schemaIsKnown: async () => isUpToDate(await schemaState(database)),
      });
      // Intake goes on without the CRM: what it must be told waits.
      const behind = crmStore ? await probeEmbeddedCrm(crmStore) : [];
      return {
        failed: failed.map((check) => `store-${check}`),
        degraded: behind.map((check) => `crm-${check}`),
      };
    }, log),
    figures: async () => ({ ...(await queue.figures(clock.now())), repaired: worker.repaired() }),
    page: isLocal,
    figuresApart: config.metricsPort !== null,
  });

  return {
    receive,
    deps,
    worker,
    server,
    unitOfWork,
    queue,
    bind: (bindings) =>
      unitOfWork.run(async (stores) => {
        for (const binding of bindings) await stores.bindings.save(binding);
      }),
    async close() {
      // Whatever hangs, the store is closed after ten seconds: what is not done is taken up again by the next process.
      const ended = Promise.all([server.close(), worker.stop(), slack?.idle()]);
      await within(source, LIMITS.stop, () => ended);
      await stores.close();
    },
  };
}

/** The directory's people. Without a directory the demo's stand in for local use only; nobody does in production. */
function directoryOf(config: Config, log: Log): readonly Person[] {
  if (config.directory === null) {
    if (config.teams === null && config.slack === null) return DEMO_PEOPLE;
    log('directory.not-set', { setting: 'INDGANG_DIRECTORY' });
    return [];
  }
  let content: string;
  try {
    content = readFileSync(config.directory, 'utf8');
  } catch {
    throw new ConfigError('INDGANG_DIRECTORY must name a file that can be read');
  }
  const parsed = parseDirectory(content);
  if (!parsed.ok) throw new ConfigError(`INDGANG_DIRECTORY: ${parsed.refusal.params?.problem}`);
  return parsed.value;
}

/** One JSON line an event: names, ids and codes, never what a person wrote. */
function writeLog(clock: Clock): Log {
  return (event, fields) => {
    process.stderr.write(`${JSON.stringify({ at: clock.now(), event, ...fields })}\n`);
  };
}
