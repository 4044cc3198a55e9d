import { pause } from '../../app/deadline.ts';
import type { Inbound, Reply } from '../../app/inbound.ts';
import type { Leave } from '../../app/leave-conversations.ts';
import { createMessagePace, type MessagePace } from '../../app/message-pace.ts';
import type { Clock } from '../../app/ports/clock.ts';
import type { Ids } from '../../app/ports/ids.ts';
import type { Messenger } from '../../app/ports/messenger.ts';
import type { Roster } from '../../app/ports/roster.ts';
import type { SuggestCompanies } from '../../app/suggest-companies.ts';
import type { Log } from '../log.ts';
import { answerCommand, answerEvents, answerInteraction, type RequestDeps } from './answer-requests.ts';
import { Background } from './background.ts';
import { publishHome } from './home.ts';
import { type Installs, servedInstalls } from './installs.ts';
import { createPost, createSlackMessenger } from './messenger.ts';
import { createOauth } from './oauth.ts';
import { createPeople } from './people.ts';
import { createReadMessage } from './read-message.ts';
import { Replays } from './replays.ts';
import { RequestGuard } from './request-guard.ts';
import { createSlackRoster } from './roster.ts';
import { createTokenSeal } from './sealed-token.ts';
import type { SlackRequest, SlackResponse } from './slack-http.ts';
import { createSlackTurns } from './slack-turns.ts';
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
  /** Fills the menu of companies in the form. */
  readonly companies: SuggestCompanies;
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
  const background = new Background(log);
  const guard = new RequestGuard({ signingSecret: config.signingSecret, clock, background, log });
  const later = (work: () => Promise<void>) => background.later(work);
  const requests: RequestDeps = {
    turns,
    patience,
    clock,
    later,
    windows: createWindowTurns({ turns, patience, clock, later }),
    refreshHome: (team, user, deliveryId) => publishHome(turns, team, user, deliveryId),
    read,
    companies: deps.companies,
    people,
    installs: deps.installs,
    served: installs,
    workspaces: config.workspaces,
    taken: new Replays(),
    leave: deps.leave,
    log,
  };

  return {
    refusal: (headers) => guard.refusal(headers),
    handleEvents: (request) => guard.answer(request, () => answerEvents(requests, request.body)),
    handleInteractions: (request) => guard.answer(request, () => answerInteraction(requests, request.body)),
    handleCommands: (request) => guard.answer(request, () => answerCommand(requests, request.body)),
    handleInstall: () => oauth.begin(),
    handleOauthCallback: (query, headers) => oauth.finish(query, { headers }),
    messenger: createSlackMessenger(workspaces, post, pacer),
    roster: createSlackRoster(workspaces, people, clock),
    idle: () => background.idle(),
  };
}
