import { type Activity, TurnContext } from 'botbuilder';
import { type Budget, LATE, LIMITS, NO_ANSWER, within } from '../../app/deadline.ts';
import type { Inbound, Reply } from '../../app/inbound.ts';
import type { Leave } from '../../app/leave-conversations.ts';
import type { OwnChat } from '../../app/own-chat.ts';
import type { Clock } from '../../app/ports/clock.ts';
import type { Delivery, Messenger } from '../../app/ports/messenger.ts';
import type { NoteDecision } from '../../app/rate-decision.ts';
import { languageOfLocale } from '../../app/reader-language.ts';
import type { Answer } from '../../core/answer.ts';
import type { Language } from '../../core/vocabulary.ts';
import { faultCode } from '../fault-code.ts';
import { isForEverybody, isMadeForSharing } from '../for-everybody.ts';
import type { Log } from '../log.ts';
import { feedbackSchema, type ReadActivity } from './activity.ts';
import { conversationKindOf, goneBy, personOf, tenantsOf } from './address.ts';
import { drawCard, messageOfAnswer, targetedMessage } from './draw.ts';
import { commandOfOpening, commandOfSubmit, dialogOf, waitingDialog } from './log-dialog.ts';
import { answerOnce } from './messenger.ts';
import { commandOfExecute, commandOfMessage, inboundOf, type ReadCommand } from './read-turn.ts';
import { type Requests, sendOnce } from './send-once.ts';
import { type TabApps, tabAppOf } from './tab-apps.ts';

export interface TeamsTurnDeps {
  readonly appId: string;
  readonly receive: (inbound: Inbound) => Promise<Reply>;
  readonly leave: Leave;
  /** Learns from an activity where its conversation is written to. */
  readonly learn: (activity: ReadActivity, raw: Partial<Activity>) => Promise<void>;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly log: Log;
  /** Left out: thumbs under decisions are answered that it is too late. */
  readonly noteDecision?: NoteDecision;
  /** Where an answer goes that its conversation does not take for one person alone. Left out: it is not sent. */
  readonly ownChat?: OwnChat;
  readonly post?: Messenger['post'];
  /** What only the person may read is shown to them alone in channels too. Not every client knows such messages. */
  readonly targeted?: boolean;
  /** Left out: no card leads to the tab. */
  readonly tabApps?: TabApps;
}

/** A turn under way: its activity, the time it has left, and its requests, each of which is sent at most once. */
interface RunningTurn {
  readonly deps: TeamsTurnDeps;
  readonly activity: ReadActivity;
  readonly context: TurnContext;
  readonly budget: Budget;
  readonly requests: Requests;
}

/**
 * How long a dialog waits for a turn, in milliseconds. Teams gives up after five seconds; a placeholder shown sooner is
 * better for a caller on the phone than a dialog that stays empty.
 */
const DIALOG_MS = 1_500;

/** Carries out one activity from Teams; resolves when it is answered. */
export type TeamsTurn = (activity: ReadActivity, context: TurnContext, budget: Budget) => Promise<void>;

/** Makes the function that carries out activities: it turns each into a command, and renders and sends the answer. */
export function createTeamsTurn(deps: TeamsTurnDeps): TeamsTurn {
  return async function run(activity, context, budget) {
    const turn: RunningTurn = { deps, activity, context, budget, requests: sendOnce(context) };
    await learnOrLog(turn);
    switch (activity.type) {
      case 'message':
      case 'messageUpdate':
        if (activity.type === 'messageUpdate' && activity.channelData?.eventType !== 'editMessage') return;
        await say(turn, await take(turn, commandOfMessage(activity), { privately: isPrivate(activity) }));
        return;
      case 'invoke':
        await answerInvoke(turn);
        return;
      case 'installationUpdate':
      case 'conversationUpdate': {
        const isGone = goneBy(activity);
        if (isGone) return deps.leave(isGone);
        const bot = activity.recipient.id;
        if (activity.membersAdded?.some(({ id }) => id === bot)) {
          await say(turn, await take(turn, { command: { name: 'greet' } }));
        }
        return;
      }
      default:
        return;
    }
  };
}

/** How long a turn waits for its address to be learnt, in milliseconds. The store may be slow or away. */
const LEARN_MS = 500;

/** A turn is answered although its address could not be learnt: the next one teaches it. */
async function learnOrLog({ deps, activity, context, budget }: RunningTurn): Promise<void> {
  try {
    const learnt = await budget.run(LEARN_MS, () => deps.learn(activity, context.activity));
    if (learnt === LATE) deps.log('teams.address-late', {});
  } catch (error) {
    logFault(deps.log, 'teams.address-not-learnt', error);
  }
}

/**
 * Runs a turn. A turn that exceeds its budget is answered with `late`; its work goes on and is saved. A failed one is
 * answered with `fault` and the code in the log.
 */
async function take(
  turn: RunningTurn,
  asked: ReadCommand,
  where: { readonly alone?: boolean; readonly visiting?: boolean; readonly privately?: boolean } = {},
): Promise<Reply> {
  const { deps, activity, context, budget } = turn;
  const { appId, newId, log } = deps;
  const reference = TurnContext.getConversationReference(context.activity);
  const work = async (): Promise<Reply> => {
    const alone = where.alone === true || where.privately === true;
    const inbound = inboundOf(activity, reference, asked, { appId, newId, ...where, alone });
    return deps.receive({ ...inbound, budget });
  };
  try {
    const reply = await budget.run(budget.left() - (where.alone ? 0 : LIMITS.answer), work);
    if (reply !== LATE) return reply;
    log('teams.turn-late', { command: asked.command.name });
    return {
      answers: [{ kind: 'refused', refusal: { code: 'late' } }],
      language: languageOfLocale(activity.locale),
    };
  } catch (error) {
    // Nothing of the turn was saved, so it can be tried again. Without an answer the person would keep waiting.
    const code = faultCode(activity.id ?? newId());
    logFault(log, 'teams.receive-failed', error, { code });
    const refusal = { code: 'fault', params: { code } } as const;
    return { answers: [{ kind: 'refused', refusal }], language: languageOfLocale(activity.locale) };
  }
}

/** A private message in a channel or group: only its writer may see the answer. */
function isPrivate({ recipient }: ReadActivity): boolean {
  return recipient.isTargeted === true;
}

/** The app's id in the catalogue of the turn's tenant. */
function tabAppHere({ deps, activity }: RunningTurn): string | undefined {
  return tabAppOf(tenantsOf(activity)[0], deps.tabApps ?? {});
}

async function say(turn: RunningTurn, reply: Reply): Promise<void> {
  const { deps, activity, context, budget, requests } = turn;
  const isShared = conversationKindOf(activity) !== 'personal';
  const tabApp = tabAppHere(turn);
  for (const answer of reply.answers) {
    const isAlone = isPrivate(activity);
    const isTargeted = isAlone || (deps.targeted === true && isShared && !isForEverybody(answer));
    const draw = isTargeted ? targetedMessage : messageOfAnswer;
    const send = (message: Partial<Activity>, targeted: boolean) =>
      answerOnce(context, requests, message, budget, deps.clock, targeted);
    let delivery = await send(draw(answer, reply.language, tabApp), isTargeted);
    // The answer to a message that everybody reads was made for everybody; a private one stays private.
    if (isTargeted && ['refused', 'gone'].includes(delivery.outcome))
      delivery =
        !isAlone && isMadeForSharing(answer)
          ? await send(messageOfAnswer(answer, reply.language, tabApp), false)
          : ((await sayInOwnChat(turn, answer, reply.language)) ?? delivery);
    if (delivery.outcome !== 'sent') deps.log('teams.reply-failed', { code: delivery.code });
    else if (answer.kind === 'decision') await noteDecision(deps, answer.draft, delivery.messageId);
  }
}

/** Sends an answer to the person's own chat; undefined where that is not known. */
async function sayInOwnChat(
  { deps, activity, budget }: RunningTurn,
  answer: Answer,
  language: Language,
): Promise<Delivery | undefined> {
  const { ownChat, post, appId, log } = deps;
  if (!ownChat || !post) return undefined;
  try {
    const sent = await budget.run(budget.left(), async (signal) => {
      const chat = await ownChat(personOf(activity, appId).identity);
      return chat?.channel === 'teams' ? post(chat, { answer, language }, signal) : undefined;
    });
    return sent === LATE ? { outcome: 'uncertain', code: NO_ANSWER } : sent;
  } catch (error) {
    logFault(log, 'teams.own-chat-failed', error);
    return undefined;
  }
}

/** Notes the message of a decision, for its thumbs. Without the note they are answered that it is too late. */
async function noteDecision(
  { noteDecision: note, log }: TeamsTurnDeps,
  draft: Parameters<NoteDecision>[0],
  messageId: string,
): Promise<void> {
  try {
    await note?.(draft, messageId);
  } catch (error) {
    logFault(log, 'teams.note-failed', error);
  }
}

/**
 * A thumb under a message, for which Teams itself thanks. What a thumb down leads to changes what the card may still do, so
 * it is carried out only where the person alone is told: in their own chat, or where the setting shows it to them.
 */
async function answerFeedback(turn: RunningTurn): Promise<void> {
  const { activity, context, deps } = turn;
  const read = feedbackSchema.safeParse(activity.value);
  if (!read.success) return answerWith(context, 200, {});
  const isRight = read.data.actionValue.reaction === 'like';
  const isOwn = conversationKindOf(activity) === 'personal';
  if (!isRight && !isOwn && deps.targeted !== true) return answerWith(context, 200, {});
  const reply = await take(turn, {
    command: { name: 'rate', draftId: null, messageId: activity.replyToId ?? null, isRight },
  });
  await answerWith(context, 200, {});
  const isSaid = (answer: Answer) =>
    answer.kind === 'notice'
      ? isOwn && answer.notice.code !== 'rating-thanks'
      : isOwn || !isForEverybody(answer);
  if (isOwn || deps.targeted === true) await say(turn, { ...reply, answers: reply.answers.filter(isSaid) });
}

async function answerInvoke(turn: RunningTurn): Promise<void> {
  const { activity, context } = turn;
  switch (activity.name) {
    case 'adaptiveCard/action': {
      const reply = await take(turn, { command: commandOfExecute(activity.value) }, { alone: true });
      const card = drawCard(reply, { tabApp: tabAppHere(turn) });
      await answerWith(context, 200, {
        statusCode: 200,
        type: card ? 'application/vnd.microsoft.card.adaptive' : 'application/vnd.microsoft.activity.message',
        value: card ?? 'OK',
      });
      return;
    }
    case 'composeExtension/fetchTask':
      return answerDialog(turn, commandOfOpening(activity.value));
    case 'composeExtension/submitAction':
      return answerDialog(turn, { command: commandOfSubmit(activity.value) });
    case 'message/submitAction':
      return answerFeedback(turn);
    default:
      return answerWith(context, 501, { error: 'unknown invoke' });
  }
}

async function answerDialog(turn: RunningTurn, asked: ReadCommand): Promise<void> {
  const work = take(turn, asked, { alone: true, visiting: true });
  const reply = await within(turn.deps.clock, DIALOG_MS, () => work);
  // Late work goes on and is saved; the dialog has a button that shows the result.
  await answerWith(
    turn.context,
    200,
    reply === LATE ? waitingDialog(languageOfLocale(turn.activity.locale)) : dialogOf(reply),
  );
}

async function answerWith(context: TurnContext, status: number, body: unknown): Promise<void> {
  await context.sendActivity({ type: 'invokeResponse', value: { status, body } } as Partial<Activity>);
}

/** Logs a fault by the name of its error. The error's text could quote what a person wrote. */
export function logFault(
  log: Log,
  event: string,
  error: unknown,
  more: Readonly<Record<string, string>> = {},
): void {
  log(event, { fault: error instanceof Error ? error.name : 'unknown', ...more });
}
