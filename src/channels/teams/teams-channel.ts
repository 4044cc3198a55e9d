import type { Activity } from 'botbuilder';
import { LATE, LIMITS, startBudget, within } from '../../app/deadline.ts';
import type { Inbound, Reply } from '../../app/inbound.ts';
import type { Leave } from '../../app/leave-conversations.ts';
import type { Move } from '../../app/move-conversations.ts';
import type { OwnChat } from '../../app/own-chat.ts';
import type { Clock } from '../../app/ports/clock.ts';
import type { Messenger } from '../../app/ports/messenger.ts';
import type { Roster } from '../../app/ports/roster.ts';
import type { NoteDecision } from '../../app/rate-decision.ts';
import type { Log } from '../log.ts';
import { readJson } from '../read-json.ts';
import { activitySchema } from './activity.ts';
import { isLoopback } from './address.ts';
import { type BotCredential, createBotToken } from './bot-token.ts';
import { createLearnAddress } from './learn-address.ts';
import { createTeamsMessenger } from './messenger.ts';
import { createTeamsRoster } from './roster.ts';
import { refusalOf, type SignedIn, type SignInRefusal, statusOfRefusal, verifyToken } from './sign-in.ts';
import { createSigningKeys } from './signing-keys.ts';
import type { TabApps } from './tab-apps.ts';
import { createTeamsTurn, logFault } from './teams-turn.ts';
import { TurnAdapter, type TurnResult } from './turn-adapter.ts';

/** The bot's sign-in, in both directions. */
interface TeamsSignIn {
  readonly appId: string;
  /** The bot's home tenant. */
  readonly tenant: string;
  /** Tenants whose people are served. */
  readonly tenants: readonly string[];
  readonly credential: BotCredential;
  /**
   * Addresses of the cloud: OpenID metadata and issuers of the channel service, the bot's login, and its token's scope.
   */
  readonly metadataUrl: string;
  readonly issuers: readonly string[];
  readonly loginUrl: string;
  readonly scope: string;
}

export interface TeamsDeps {
  /** Null: no sign-in, for local use only. */
  readonly signIn: TeamsSignIn | null;
  readonly receive: (inbound: Inbound) => Promise<Reply>;
  readonly leave: Leave;
  readonly move: Move;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly log: Log;
  /** See `TeamsTurnDeps`. */
  readonly noteDecision?: NoteDecision;
  readonly ownChat?: OwnChat;
  readonly targeted?: boolean;
  readonly tabApps?: TabApps;
}

/** A response, which `src/http` sends. */
interface TeamsResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The Teams channel without a server. */
export interface TeamsChannel {
  /**
   * Handles `POST /api/messages` by its headers: returns a response that refuses the request, or a function that takes
   * its body. Requests without sign-in are refused before their body is read.
   */
  enter(head: {
    readonly headers: { readonly authorization?: string | undefined };
  }): Promise<TeamsResponse | ((body: Buffer) => Promise<TeamsResponse>)>;
  readonly messenger: Messenger;
  readonly roster: Roster;
}

function respond({ status, body }: TurnResult): TeamsResponse {
  return body === undefined
    ? { status, headers: {}, body: '' }
    : { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

/** The response to a body that is no activity: the first problem and its path. Nothing else happens. */
function unreadable(problem: string): TeamsResponse {
  return respond({ status: 400, body: { error: { code: 'BadArgument', message: problem } } });
}

/** Makes the Teams channel: it verifies requests, reads activities, runs turns and sends rendered answers. */
export function createTeamsChannel(deps: TeamsDeps): TeamsChannel {
  const { signIn, log, clock } = deps;
  const appId = signIn?.appId ?? '';
  const served = (signIn?.tenants ?? []).map((tenant) => tenant.toLowerCase());
  const keys = signIn && createSigningKeys({ metadataUrl: signIn.metadataUrl, now: clock.now, log });
  const token = signIn && createBotToken({ ...signIn, now: clock.now, newId: deps.newId });
  const adapter = new TurnAdapter(appId, token);
  // The framework's own handler would log the error's text, and with it what a person wrote.
  adapter.onTurnError = async (_, error) => logFault(log, 'teams.turn-failed', error);

  const learn = createLearnAddress(deps.move, { appId, tenants: served });
  const messenger = createTeamsMessenger(adapter, { appId, tenants: served }, deps.tabApps);
  const turn = createTeamsTurn({ ...deps, learn, appId, post: messenger.post });

  /** Refuses a request. The log holds one line with the reason, and the response says no more. */
  function turnAway(code: SignInRefusal): TeamsResponse {
    const status = statusOfRefusal(code);
    log('teams.refused', { status, code });
    return respond({ status, body: { error: { code, message: 'The request is not signed in' } } });
  }

  async function takeBody(body: Buffer, signedIn: SignedIn | null): Promise<TeamsResponse> {
    const read = readJson(body);
    const parsed = activitySchema.safeParse(read);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      return unreadable(`${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'is not an activity'}`);
    }
    if (signedIn) {
      const refusal = refusalOf(parsed.data, signedIn, served);
      if (refusal) return turnAway(refusal);
    } else if (!isLoopback(parsed.data.serviceUrl ?? '')) {
      // Without sign-in, only a client on this machine gets answers.
      return turnAway('service-address');
    }
    try {
      const budget = startBudget(clock, parsed.data.type === 'invoke' ? LIMITS.invoke : LIMITS.message);
      // Half a second more than the turn's budget, so that the turn's own answer comes first.
      const done = await within(clock, budget.left() + 500, () =>
        adapter.run(read as Activity, (context) => turn(parsed.data, context, budget)),
      );
      if (done !== LATE) return respond(done);
      log('teams.request-late', {});
      return respond({ status: 503 });
    } catch (error) {
      logFault(log, 'teams.request-failed', error);
      return unreadable('The activity could not be read');
    }
  }

  return {
    messenger,
    roster: createTeamsRoster(adapter, { appId, tenants: served }, clock),
    async enter({ headers }) {
      if (!signIn || !keys) return (body) => takeBody(body, null);
      const verified = await verifyToken(headers.authorization, { ...signIn, keys, now: clock.now });
      if (typeof verified === 'string') return turnAway(verified);
      return (body) => takeBody(body, verified);
    },
  };
}
