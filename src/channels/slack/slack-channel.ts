import { inEveryLanguage } from '../../../dialogs/sentences.ts';
import { LATE, LIMITS, pause, within } from '../../app/deadline.ts';
import type { Inbound, Reply } from '../../app/inbound.ts';
import type { Leave } from '../../app/leave-conversations.ts';
import { createMessagePace, type MessagePace } from '../../app/message-pace.ts';
import type { Clock } from '../../app/ports/clock.ts';
import type { Ids } from '../../app/ports/ids.ts';
import type { Messenger } from '../../app/ports/messenger.ts';
import type { Roster } from '../../app/ports/roster.ts';
import { readJson } from '../read-json.ts';
import { handleEvent } from './events.ts';
import { publishHome } from './home.ts';
import { type Installs, isServed, servedInstalls } from './installs.ts';
import { handleInteraction } from './interactions.ts';
import { createPost, createSlackMessenger } from './messenger.ts';
import { createOauth } from './oauth.ts';
import { commandBody, eventsBody, formFields, interactionBody, knownEvent } from './payloads.ts';
import { createPeople } from './people.ts';
import { createReadMessage } from './read-message.ts';
import { Replays } from './replays.ts';
import { createSlackRoster } from './roster.ts';
import { createTokenSeal } from './sealed-token.ts';
import { refusalOfHead, refusalStatus } from './signature.ts';
import { empty, header, json, type SlackRequest, type SlackResponse } from './slack-http.ts';
import { createSlackTurns, type Log } from './slack-turns.ts';
import { handleSlashCommand } from './slash-command.ts';
import { createWindowTurns, type Patience } from './window-turns.ts';
import { createWorkspaces } from './workspaces.ts';

/** The credentials that Slack issued for the app, and the service's public address. */
interface SlackConfig {
  readonly signingSecret: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Encrypts the workspaces' tokens and signs the installation state; a long secret of the operator's. */
  readonly tokenKey: string;
  /** The service's public address, without a trailing slash. */
  readonly publicUrl: string;
  /**
   * Ids of the workspaces served (`T…`), or of their Enterprise Grid organisations (`E…`). Requests of others are
   * refused.
   */
  readonly workspaces: readonly string[];
  /** Slack's addresses; by default Slack's own. */
  readonly apiUrl?: string | undefined;
  readonly authorizeUrl?: string | undefined;
}

export interface SlackDeps {
  readonly config: SlackConfig;
  readonly receive: (inbound: Inbound) => Promise<Reply>;
  readonly leave: Leave;
  readonly installs: Installs;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  /** Left out where this process sends alone. */
  readonly pace?: MessagePace | undefined;
  readonly patience?: Patience | undefined;
  readonly wait?: ((ms: number) => Promise<void>) | undefined;
}

/** The Slack channel without a server: requests in, responses out. The routes are in `src/compose/routes.ts`. */
export interface SlackChannel {
  /** Refuses a `POST` by its headers, before its body is read. */
  refusal(headers: SlackRequest['headers']): SlackResponse | undefined;
  handleEvents(request: SlackRequest): Promise<SlackResponse>;
  handleInteractions(request: SlackRequest): Promise<SlackResponse>;
  handleCommands(request: SlackRequest): Promise<SlackResponse>;
  handleInstall(): SlackResponse;
  handleOauthCallback(query: URLSearchParams, headers: SlackRequest['headers']): Promise<SlackResponse>;
  readonly messenger: Messenger;
  readonly roster: Roster;
  /** Resolves when all work left for after an acknowledgement is done. */
  idle(): Promise<void>;
}

/**
 * Slack expects an answer, and opens windows, within three seconds. Longer waits would fail; shorter ones show
 * placeholders more often.
 */
const PATIENCE: Patience = { openMs: 400, acknowledgeMs: 2_000 };

/** Makes the Slack channel. */
export function createSlackChannel(deps: SlackDeps): SlackChannel {
  const { config, clock, ids, log } = deps;
  const installs = servedInstalls(deps.installs, config.workspaces);
  const patience = deps.patience ?? PATIENCE;
  const wait = deps.wait ?? ((ms: number) => pause(clock, ms));
  const seal = createTokenSeal(config.tokenKey, ids.id);
  const workspaces = createWorkspaces(installs, seal, config.apiUrl);
  const people = createPeople(workspaces, clock);
  const pacer = { pace: deps.pace ?? createMessagePace(clock), wait };
  const post = createPost(workspaces, pacer);
  const turns = createSlackTurns({ receive: deps.receive, workspaces, people, clock, post, wait, log });
  const read = createReadMessage(people, installs, clock);
  const oauth = createOauth(
    { ...config, key: config.tokenKey },
    { installs, seal, clock, nonce: ids.id, log },
  );
  const replays = new Replays();
  const events = new Replays();
  const running = new Set<Promise<void>>();

  function later(work: () => Promise<void>): void {
    const done = work()
      .catch((error: unknown) => {
        log('slack.after-failed', { error: error instanceof Error ? error.name : 'unknown' });
      })
      .finally(() => running.delete(done));
    running.add(done);
  }

  const refreshHome = (team: string, user: string, deliveryId: string) =>
    publishHome(turns, team, user, deliveryId);
  const windows = createWindowTurns({ turns, patience, clock, later });
  const interactionDeps = { turns, patience, clock, later, windows, refreshHome, read };

  /** Lets genuine and fresh requests from Slack through, each once. A failed request may be sent again. */
  async function guarded(request: SlackRequest, work: () => Promise<SlackResponse>): Promise<SlackResponse> {
    const status = refusalStatus(request, config.signingSecret, clock.now());
    if (status !== undefined) {
      log('slack.refused', { status });
      return empty(status);
    }
    const signature = header(request, 'x-slack-signature') ?? '';
    const retry = header(request, 'x-slack-retry-num');
    if (retry !== undefined) log('slack.retry', { number: Number(retry) || 0 });
    if (!replays.take(signature, clock.now())) {
      // Slack repeats unanswered requests. This one was already accepted, so there is nothing to do.
      return empty(retry === undefined ? 401 : 200);
    }
    try {
      const answering = work();
      const soon = await within(clock, LIMITS.slack, () => answering);
      if (soon !== LATE) return soon;
      // The work takes longer than Slack waits: acknowledge it and go on.
      later(async () => void (await answering));
      return empty(200);
    } catch (error) {
      replays.forget(signature);
      log('slack.failed', { error: error instanceof Error ? error.name : 'unknown' });
      return empty(500);
    }
  }

  /**
   * Whether the workspace has the app and is served. A workspace that removed the app may still send pending requests.
   */
  async function isInstalled(team: string): Promise<boolean> {
    if (await installs.get(team)) return true;
    log((await deps.installs.get(team)) ? 'slack.not-served' : 'slack.not-installed', { team });
    return false;
  }

  async function takeEvent(
    team: string,
    eventId: string,
    raw: { readonly type: string },
  ): Promise<SlackResponse> {
    const event = knownEvent(raw);
    // A workspace may leave whether or not it is served.
    const leaving = event?.type === 'app_uninstalled' || event?.type === 'tokens_revoked';
    if (!event || !(leaving || (await isInstalled(team)))) return empty(200);
    // Slack repeats events that it got no answer to in time. After a restart the inbox recognises them.
    if (!events.take(`${team}/${eventId}`, clock.now())) return empty(200);
    const saved = handleEvent(
      { turns, installs: deps.installs, people, read, leave: deps.leave },
      team,
      eventId,
      event,
    );
    saved.catch(() => events.forget(`${team}/${eventId}`));
    const soon = await within(clock, patience.acknowledgeMs, () => saved);
    if (soon === LATE) later(async () => (await saved)?.());
    else if (soon) later(soon);
    return empty(200);
  }

  return {
    refusal(headers) {
      const status = refusalOfHead({ headers }, clock.now());
      if (status === undefined) return undefined;
      log('slack.refused', { status });
      return empty(status);
    },
    handleEvents: (request) =>
      guarded(request, async () => {
        const body = eventsBody.safeParse(readJson(request.body));
        if (!body.success) return empty(400);
        if (body.data.type === 'url_verification') return json({ challenge: body.data.challenge });
        if (body.data.type === 'app_rate_limited') {
          log('slack.rate-limited', {});
          return empty(200);
        }
        return takeEvent(body.data.team_id, body.data.event_id, body.data.event);
      }),

    handleInteractions: (request) =>
      guarded(request, async () => {
        const body = interactionBody.safeParse(readJson(Buffer.from(formFields(request.body).payload ?? '')));
        if (!body.success) return empty(400);
        return (await isInstalled(body.data.team.id))
          ? handleInteraction(interactionDeps, body.data)
          : empty(200);
      }),

    handleCommands: (request) =>
      guarded(request, async () => {
        const fields = formFields(request.body);
        if (fields.ssl_check === '1') return empty(200);
        const body = commandBody.safeParse(fields);
        if (!body.success) return empty(400);
        const { team_id: team, enterprise_id: enterprise } = body.data;
        if (!(await isInstalled(team))) {
          if (isServed(config.workspaces, team, enterprise)) return empty(200);
          const text = inEveryLanguage(({ slack }) => slack.notServed(team));
          return json({ response_type: 'ephemeral', text });
        }
        return handleSlashCommand(interactionDeps, body.data);
      }),

    handleInstall: () => oauth.begin(),
    handleOauthCallback: (query, headers) => oauth.finish(query, { headers }),
    messenger: createSlackMessenger(workspaces, post, pacer),
    roster: createSlackRoster(workspaces, people, clock),

    async idle() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
