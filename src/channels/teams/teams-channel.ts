import { type Activity, TurnContext } from 'botbuilder';
import { type Budget, LATE, LIMITS, startBudget, within } from '../../app/deadline.ts';
import type { Inbound, Reply } from '../../app/inbound.ts';
import type { Leave } from '../../app/leave-conversations.ts';
import type { Clock } from '../../app/ports/clock.ts';
import type { Messenger } from '../../app/ports/messenger.ts';
import type { Roster } from '../../app/ports/roster.ts';
import { faultCode } from '../fault-code.ts';
import { readJson } from '../read-json.ts';
import { activitySchema, type ReadActivity } from './activity.ts';
import { goneBy, isLoopback } from './address.ts';
import { type BotCredential, createBotToken } from './bot-token.ts';
import { cardOf, messagesOf } from './draw.ts';
import { commandOfOpening, commandOfSubmit, dialogOf, waitingDialog } from './log-dialog.ts';
import { answerOnce, createTeamsMessenger } from './messenger.ts';
import { commandOfExecute, commandOfMessage, inboundOf, type ReadCommand } from './read-turn.ts';
import { createTeamsRoster } from './roster.ts';
import { type Requests, sendOnce } from './send-once.ts';
import { refusalOf, type SignedIn, type SignInRefusal, statusOfRefusal, verifyToken } from './sign-in.ts';
import { createSigningKeys } from './signing-keys.ts';
import { TurnAdapter, type TurnResult } from './turn-adapter.ts';

/** The bot's sign-in, in both directions. */
interface TeamsSignIn {
  readonly appId: string;
  /** The bot's home tenant. */
  readonly tenant: string;
  /** Tenants whose people are served. */
  readonly tenants: readonly string[];
  readonly credential: BotCredential;
  /** Addresses of the cloud: the channel service's OpenID metadata and issuers, the bot's login and its token's scope. */
  readonly metadataUrl: string;
  readonly issuers: readonly string[];
  readonly loginUrl: string;
  readonly scope: string;
}

export interface TeamsDeps {
  /** Null where there is no sign-in: local use only. */
  readonly signIn: TeamsSignIn | null;
  readonly receive: (inbound: Inbound) => Promise<Reply>;
  readonly leave: Leave;
  readonly clock: Clock;
  readonly newId: () => string;
  /** A fault, with names and codes only: never what a person wrote. */
  readonly log: (event: string, fields: Readonly<Record<string, string | number>>) => void;
}

/** An answer to a request; `http` sends it. */
interface TeamsResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Teams, without a server. */
export interface TeamsChannel {
  /**
   * `POST /api/messages`, by its head alone: an answer that refuses the request, or what takes its body. Whoever is not
   * signed in is refused before the body is read.
   */
  enter(head: {
    readonly headers: { readonly authorization?: string | undefined };
  }): Promise<TeamsResponse | ((body: Buffer) => Promise<TeamsResponse>)>;
  readonly messenger: Messenger;
  readonly roster: Roster;
}

/** What a turn calls Teams with: its context, the time it has, and requests that go out once. */
interface Calling {
  readonly context: TurnContext;
  readonly budget: Budget;
  readonly requests: Requests;
}

/** How long a dialog waits for a turn, in milliseconds: Teams gives up after five seconds, a caller sooner. */
const DIALOG_MS = 1_500;

function respond({ status, body }: TurnResult): TeamsResponse {
  return body === undefined
    ? { status, headers: {}, body: '' }
    : { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

/** What a body that is no activity is answered with: what is wrong and where, and nothing happens. */
function unreadable(problem: string): TeamsResponse {
  return respond({ status: 400, body: { error: { code: 'BadArgument', message: problem } } });
}

/** Makes the Teams side: reads activities, hands commands to the use cases, draws what they answer. */
export function createTeamsChannel(deps: TeamsDeps): TeamsChannel {
  const { signIn, log, clock } = deps;
  const appId = signIn?.appId ?? '';
  const served = (signIn?.tenants ?? []).map((tenant) => tenant.toLowerCase());
  const keys = signIn && createSigningKeys({ metadataUrl: signIn.metadataUrl, now: clock.now, log });
  const token = signIn && createBotToken({ ...signIn, now: clock.now, newId: deps.newId });
  const adapter = new TurnAdapter(appId, token);
  const fault = (event: string, error: unknown, more: Readonly<Record<string, string>> = {}) =>
    log(event, { fault: error instanceof Error ? error.name : 'unknown', ...more });
  // The framework's own handler would put the error's text into the log, and with it what a person wrote.
  adapter.onTurnError = async (_, error) => fault('teams.turn-failed', error);

  /** The turn's answer; in words that it is late where it takes all of its time. Late work goes on, and is kept. */
  async function take(
    activity: ReadActivity,
    calling: Calling,
    asked: ReadCommand,
    where: { readonly alone?: boolean; readonly visiting?: boolean } = {},
  ): Promise<Reply> {
    const { context, budget } = calling;
    const reference = TurnContext.getConversationReference(context.activity);
    const work = async (): Promise<Reply> => {
      const inbound = inboundOf(activity, reference, asked, {
        appId,
        newId: deps.newId,
        ...where,
      });
      return deps.receive({ ...inbound, budget });
    };
    try {
      const reply = await budget.run(budget.left() - (where.alone ? 0 : LIMITS.answer), work);
      if (reply !== LATE) return reply;
      log('teams.turn-late', { command: asked.command.name });
      return {
        answers: [{ kind: 'refused', refusal: { code: 'late' } }],
        language: 'da',
      };
    } catch (error) {
      // Nothing of the turn was kept, so that it may be tried again; silence would leave the caller waiting.
      const code = faultCode(activity.id ?? deps.newId());
      fault('teams.receive-failed', error, { code });
      const refusal = { code: 'fault', params: { code } } as const;
      return { answers: [{ kind: 'refused', refusal }], language: 'da' };
    }
  }

  async function say({ context, budget, requests }: Calling, reply: Reply): Promise<void> {
    for (const message of messagesOf(reply)) {
      const delivery = await answerOnce(context, requests, message, budget, clock);
      if (delivery.outcome !== 'sent') log('teams.reply-failed', { code: delivery.code });
    }
  }

  async function answerInvoke(activity: ReadActivity, calling: Calling): Promise<void> {
    const { context } = calling;
    switch (activity.name) {
      case 'adaptiveCard/action': {
        const reply = await take(
          activity,
          calling,
          { command: commandOfExecute(activity.value) },
          { alone: true },
        );
        const card = cardOf(reply);
        await answerWith(context, 200, {
          statusCode: 200,
          type: card
            ? 'application/vnd.microsoft.card.adaptive'
            : 'application/vnd.microsoft.activity.message',
          value: card ?? 'OK',
        });
        return;
      }
      case 'composeExtension/fetchTask':
        return answerDialog(activity, calling, commandOfOpening(activity.value));
      case 'composeExtension/submitAction':
        return answerDialog(activity, calling, { command: commandOfSubmit(activity.value) });
      default:
        return answerWith(context, 501, { error: 'unknown invoke' });
    }
  }

  async function answerDialog(activity: ReadActivity, calling: Calling, asked: ReadCommand): Promise<void> {
    const { context } = calling;
    const work = take(activity, calling, asked, { alone: true, visiting: true });
    const reply = await within(clock, DIALOG_MS, () => work);
    // Work that is late goes on, and is kept; the dialog has a button that shows it.
    await answerWith(context, 200, reply === LATE ? waitingDialog('da') : dialogOf(reply));
  }

  async function answerWith(context: TurnContext, status: number, body: unknown): Promise<void> {
    await context.sendActivity({ type: 'invokeResponse', value: { status, body } } as Partial<Activity>);
  }

  async function turn(activity: ReadActivity, context: TurnContext, budget: Budget): Promise<void> {
    const calling: Calling = { context, budget, requests: sendOnce(context) };
    switch (activity.type) {
      case 'message':
      case 'messageUpdate':
        if (activity.type === 'messageUpdate' && activity.channelData?.eventType !== 'editMessage') return;
        await say(calling, await take(activity, calling, commandOfMessage(activity)));
        return;
      case 'invoke':
        await answerInvoke(activity, calling);
        return;
      case 'installationUpdate':
      case 'conversationUpdate': {
        const isGone = goneBy(activity);
        if (isGone) return deps.leave(isGone);
        const bot = activity.recipient.id;
        if (activity.membersAdded?.some(({ id }) => id === bot)) {
          await say(calling, await take(activity, calling, { command: { name: 'greet' } }));
        }
        return;
      }
      default:
        return;
    }
  }

  /** One line for each request that is not let in, with the reason; the answer says no more than that. */
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
      // Without sign-in an answer goes nowhere but to a client on this machine.
      return turnAway('service-address');
    }
    try {
      const budget = startBudget(clock, parsed.data.type === 'invoke' ? LIMITS.invoke : LIMITS.message);
      // A moment more than the turn has: its answer comes first.
      const done = await within(clock, budget.left() + 500, () =>
        adapter.run(read as Activity, (context) => turn(parsed.data, context, budget)),
      );
      if (done !== LATE) return respond(done);
      log('teams.request-late', {});
      return respond({ status: 503 });
    } catch (error) {
      fault('teams.request-failed', error);
      return unreadable('The activity could not be read');
    }
  }

  return {
    messenger: createTeamsMessenger(adapter, { appId, tenants: served }),
    roster: createTeamsRoster(adapter, { appId, tenants: served }, clock),
    async enter({ headers }) {
      if (!signIn || !keys) return (body) => takeBody(body, null);
      const verified = await verifyToken(headers.authorization, { ...signIn, keys, now: clock.now });
      if (typeof verified === 'string') return turnAway(verified);
      return (body) => takeBody(body, verified);
    },
  };
}
