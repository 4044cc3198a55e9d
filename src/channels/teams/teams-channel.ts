import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type Request,
  type Response,
  TeamsInfo,
  TurnContext,
} from 'botbuilder';
import type { Inbound, Reply } from '../../app/inbound.ts';
import type { Leave } from '../../app/leave-conversations.ts';
import type { Messenger } from '../../app/ports.ts';
import type { Command } from '../../core/command.ts';
import { LATE, within } from '../within.ts';
import { activitySchema, type ReadActivity } from './activity.ts';
import { goneBy } from './address.ts';
import { cardOf, messagesOf } from './draw.ts';
import { commandOfOpening, commandOfSubmit, dialogOf, waitingDialog } from './log-dialog.ts';
import { createTeamsMessenger } from './messenger.ts';
import { commandOfExecute, commandOfMessage, inboundOf } from './read-turn.ts';
import { createRoster, type Standing } from './roster.ts';

export interface TeamsConfig {
  /** Empty where there is no sign-in: local use only. */
  readonly appId: string;
  readonly appPassword: string;
  /** The tenant that is served; null takes every tenant (local use). */
  readonly tenant: string | null;
}

export interface TeamsDeps {
  readonly config: TeamsConfig;
  readonly receive: (inbound: Inbound) => Promise<Reply>;
  readonly leave: Leave;
  readonly newId: () => string;
  /** A fault, with names and codes only: never what a person wrote. */
  readonly log: (event: string, fields: Readonly<Record<string, string | number>>) => void;
}

/** A parsed request as `http` has it: the framework's type says less of what may be missing. */
export type IncomingRequest = Omit<Request, 'method'> & { readonly method?: string | undefined };

/** Teams, without a server: `http` hands over its request and response. */
export interface TeamsChannel {
  /** `POST /api/messages` */
  handle(request: IncomingRequest, response: Response): Promise<void>;
  readonly messenger: Messenger;
}

/** How long a dialog waits for a turn, in milliseconds: Teams gives up after five seconds, a caller sooner. */
const DIALOG_MS = 1_500;

/** What a body that is no activity is answered with: what is wrong and where, and nothing happens. */
function refuseBody(response: Response, problem: string): void {
  response.status(400);
  response.header('content-type', 'application/json');
  response.send({ error: { code: 'BadArgument', message: problem } });
  response.end();
}

/** Makes the Teams side: reads activities, hands commands to the use cases, draws what they answer. */
export function createTeamsChannel(deps: TeamsDeps): TeamsChannel {
  const { config, log } = deps;
  const authentication = new ConfigurationBotFrameworkAuthentication(
    config.appId === ''
      ? {}
      : {
          MicrosoftAppId: config.appId,
          MicrosoftAppPassword: config.appPassword,
          MicrosoftAppType: config.tenant === null ? 'MultiTenant' : 'SingleTenant',
          ...(config.tenant !== null && { MicrosoftAppTenantId: config.tenant }),
        },
  );
  const adapter = new CloudAdapter(authentication);
  const fault = (event: string, error: unknown) =>
    log(event, { fault: error instanceof Error ? error.name : 'unknown' });
  // The framework's own handler would put the error's text into the log, and with it what a person wrote.
  adapter.onTurnError = async (_, error) => fault('teams.turn-failed', error);

  const roster = createRoster(config.tenant);
  /** Without sign-in there is no tenant whose guests could be told apart. */
  const standingOf = async (activity: ReadActivity, context: TurnContext): Promise<Standing> =>
    config.appId === ''
      ? 'member'
      : roster(activity.conversation.id, activity.from.id, () =>
          TeamsInfo.getMember(context, activity.from.id),
        );

  async function take(
    activity: ReadActivity,
    context: TurnContext,
    command: Command,
    where: { readonly alone?: boolean; readonly visiting?: boolean } = {},
  ): Promise<Reply> {
    const reference = TurnContext.getConversationReference(context.activity);
    try {
      const standing = await standingOf(activity, context);
      return await deps.receive(
        inboundOf(activity, reference, command, {
          tenant: config.tenant,
          standing,
          newId: deps.newId,
          ...where,
        }),
      );
    } catch (error) {
      // Nothing of the turn was kept, so that it may be tried again; silence would leave the caller waiting.
      fault('teams.receive-failed', error);
      return { answers: [{ kind: 'refused', refusal: { code: 'fault' } }], language: 'da' };
    }
  }

  async function say(context: TurnContext, reply: Reply): Promise<void> {
    for (const message of messagesOf(reply)) await context.sendActivity(message);
  }

  async function answerInvoke(activity: ReadActivity, context: TurnContext): Promise<void> {
    switch (activity.name) {
      case 'adaptiveCard/action': {
        const reply = await take(activity, context, commandOfExecute(activity.value), { alone: true });
        const card = cardOf(reply);
        await respond(context, 200, {
          statusCode: 200,
          type: card
            ? 'application/vnd.microsoft.card.adaptive'
            : 'application/vnd.microsoft.activity.message',
          value: card ?? 'OK',
        });
        return;
      }
      case 'composeExtension/fetchTask':
        return answerDialog(activity, context, await commandOfOpening(activity.value));
      case 'composeExtension/submitAction':
        return answerDialog(activity, context, commandOfSubmit(activity.value));
      default:
        return respond(context, 501, { error: `unknown invoke ${activity.name ?? ''}`.trim() });
    }
  }

  async function answerDialog(activity: ReadActivity, context: TurnContext, command: Command): Promise<void> {
    const work = take(activity, context, command, { alone: true, visiting: true });
    const reply = await within(DIALOG_MS, work);
    // Work that is late goes on, and is kept; the dialog has a button that shows it.
    await respond(context, 200, reply === LATE ? waitingDialog('da') : dialogOf(reply));
  }

  async function respond(context: TurnContext, status: number, body: unknown): Promise<void> {
    await context.sendActivity({ type: 'invokeResponse', value: { status, body } } as Partial<Activity>);
  }

  async function turn(context: TurnContext): Promise<void> {
    const parsed = activitySchema.safeParse(context.activity);
    if (!parsed.success) return;
    const activity = parsed.data;
    switch (activity.type) {
      case 'message':
      case 'messageUpdate':
        if (activity.type === 'messageUpdate' && activity.channelData?.eventType !== 'editMessage') return;
        await say(context, await take(activity, context, commandOfMessage(context.activity)));
        return;
      case 'invoke':
        await answerInvoke(activity, context);
        return;
      case 'installationUpdate':
      case 'conversationUpdate': {
        const isGone = goneBy(activity);
        if (isGone) return deps.leave(isGone);
        const bot = activity.recipient.id;
        if (activity.membersAdded?.some(({ id }) => id === bot)) {
          await say(context, await take(activity, context, { name: 'greet' }));
        }
        return;
      }
      default:
        return;
    }
  }

  return {
    messenger: createTeamsMessenger(adapter, config.appId),
    async handle(request, response) {
      const parsed = activitySchema.safeParse(request.body);
      if (!parsed.success) {
        const issue = parsed.error.issues[0];
        refuseBody(response, `${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'is not an activity'}`);
        return;
      }
      try {
        const { body = {}, headers, method = 'POST' } = request;
        await adapter.process({ body, headers, method }, response, turn);
      } catch (error) {
        fault('teams.request-failed', error);
        refuseBody(response, 'The activity could not be read');
      }
    },
  };
}
