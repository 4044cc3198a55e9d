import { callerMessage, reachOf } from '../app/caller-message.ts';
import { type CardReader, cardFor, lineFor } from '../app/card-for.ts';
import type { Dependencies } from '../app/dependencies.ts';
import { livingCase } from '../app/merge-cases.ts';
import type { OutboxRow } from '../app/ports/outbox-queue.ts';
import type { ReadStores } from '../app/ports/unit-of-work.ts';
import type { WebhookSender } from '../app/ports/webhook-sender.ts';
import type { CallerMessage } from '../core/answer.ts';
import type { Case, Handover } from '../core/case/case.ts';
import { crisisCaseOf, houseInCrisis } from '../core/case/crisis-elsewhere.ts';
import { isActive, mayShare, openHandover } from '../core/case/derived.ts';
import type { CardKind, Effect } from '../core/case/effects.ts';
import { greyZoneContacts } from '../core/case/local-notes.ts';
import { addressedNow, noticeNow, staleFor } from '../core/case/notice-rules.ts';
import type { Tell, ToldCode } from '../core/case/notices.ts';
import { isOnTask } from '../core/case/tasks.ts';
import type { Notice } from '../core/notice.ts';
import type { CrmStanding } from './crm-standing.ts';
import { giveNotice } from './give-notice.ts';
import { isOverdue, postedAgain, REPLY, replyTo } from './one-card.ts';
import { withPersonalChats } from './personal-chats.ts';
import { deliverToWebhooks } from './post-webhook.ts';
import { saveToCrm } from './save-to-crm.ts';
import { DONE, type Message, type RowOutcome, type SendDeps, send, updateCard, worstOf } from './send.ts';
import { sendDigest } from './send-digest.ts';
import { sendOverview } from './send-overview.ts';
import { organisationWays, settlerWays, tellWays } from './targets.ts';
import { refreshOutreach, tellOutreach } from './tell-outreach.ts';
import { refreshSetting, tellSetting } from './tell-setting.ts';
import { withCase } from './with-case.ts';

export interface DeliveryDeps
  extends SendDeps,
    Pick<Dependencies, 'crm' | 'officeOf' | 'chance' | 'settings'> {
  readonly crmStanding: CrmStanding;
  /** Null where nobody is told by webhook. */
  readonly webhooks: WebhookSender | null;
}

/**
 * Delivers one row of the outbox. Each post is noted before it goes, so a row that is delivered again after a crash
 * posts nothing twice.
 */
export async function deliverEffect(row: OutboxRow, deps: DeliveryDeps): Promise<RowOutcome> {
  const { effect } = row;
  if (effect.kind === 'notice.person' || effect.kind === 'notice.coordinators')
    return giveNotice(row, effect, deps);
  switch (effect.kind) {
    case 'overview.person':
      return sendOverview(row, effect, deps);
    case 'digest.organisation':
      return sendDigest(row, effect, deps);
    case 'outreach.tell':
      return tellOutreach(row, effect, deps);
    case 'outreach.refresh':
      return refreshOutreach(row.about, deps);
    case 'setting.tell':
      return tellSetting(row, effect, deps);
    case 'setting.refresh':
      return refreshSetting(row.about, deps);
    case 'crm.save':
      return saveToCrm(row.about, deps);
    case 'webhooks.tell':
    case 'webhook.resume':
    case 'webhook.post':
      return deliverToWebhooks(row, effect, deps);
    case 'card.refresh':
      return refreshCards(row.about, deps);
    case 'card.post':
      return postCard(row, effect, deps);
    case 'tell.person':
    case 'tell.organisation':
      return tell(row, effect, deps);
    default:
      return leftAlone(effect);
  }
}

/** Seconds until a row of an unknown kind is looked at again. */
const UNKNOWN_SECONDS = 15;

/**
 * Puts a row of a kind that only a later version writes back into the queue: a replica of that version delivers it. It is
 * never parked, and no attempt is counted.
 */
function leftAlone(_: never): RowOutcome {
  return { state: 'wait', afterSeconds: UNKNOWN_SECONDS, code: 'unknown-kind' };
}

/** Updates every card of the case that shows an older revision. */
async function refreshCards(id: string, deps: DeliveryDeps): Promise<RowOutcome> {
  const found = await withCase(id, deps, async (kase, stores) => ({
    kase,
    posts: await stores.posts.of(id),
  }));
  if (!found) return DONE;
  const { kase, posts } = found;
  const behind = posts.filter(
    (post) => post.messageId !== null && post.card !== REPLY && post.shownRevision < kase.revision,
  );
  // A card that cannot be updated now must not keep the others out of date.
  return worstOf(await Promise.all(behind.map((post) => updateCard(post, kase, deps))));
}

/** The parts of a card besides the case. */
interface CardParts {
  readonly card: CardKind | null;
  readonly notice: Notice | null;
  readonly caller?: CallerMessage;
}

/** Whom a crisis calls in the channel of an office that has yet to answer the company. */
function groupOnDuty(
  { priority, promise }: Case,
  reader: CardReader,
  { officeOf }: DeliveryDeps,
): string | null {
  if (reader.kind !== 'channel' || priority !== 'urgent' || promise.answeredAt !== null) return null;
  return officeOf(reader.organisation).slackUserGroup;
}

/**
 * The case's card as a message: rendered for each reader when it is sent, from the case as it is then. `partsOf` is null
 * where the case has changed so that nothing is to be told any more.
 */
function cardMessage(
  kase: Case,
  deps: DeliveryDeps,
  name: string,
  card: CardKind | null,
  partsOf: (fresh: Case, now: string) => CardParts | null,
  again: (fresh: Case) => Notice | null = () => null,
): Message {
  return {
    name,
    card: card ?? 'case',
    revision: kase.revision,
    draw: async (stores, reader) => {
      const now = deps.clock.now();
      const fresh = (await stores.cases.get(kase.id)) ?? kase;
      const parts = mayNotSee(fresh, reader.organisation) ? null : partsOf(fresh, now);
      const outgoing = parts ? await cardFor(deps, stores, fresh, reader, now, parts) : undefined;
      const userGroup = groupOnDuty(fresh, reader, deps);
      return outgoing && userGroup ? { ...outgoing, userGroup } : outgoing;
    },
    line: async (stores, reader, standing, inThread) => {
      const now = deps.clock.now();
      const fresh = (await stores.cases.get(kase.id)) ?? kase;
      const parts = mayNotSee(fresh, reader.organisation) ? null : partsOf(fresh, now);
      const notice = parts && (parts.notice ?? again(fresh));
      // The person who has just taken a case sees it on the card.
      if (!notice || notice.code === 'yours-now') return undefined;
      const isLoud = LOUD.includes(notice.code) || isOverdue(fresh, now);
      const line = await lineFor(deps, stores, fresh, reader, now, { notice, inThread });
      return { ...line, reply: replyTo(standing, isLoud) };
    },
  };
}

async function postCard(
  row: OutboxRow,
  effect: Extract<Effect, { kind: 'card.post' }>,
  deps: DeliveryDeps,
): Promise<RowOutcome> {
  const { organisation, card } = effect;
  const found = await withCase(row.about, deps, async (kase, stores) => ({
    kase,
    ways: await (card === 'grey-zone'
      ? settlerWays(
          organisation,
          greyZoneContacts(kase, deps.settingsOf),
          withPersonalChats(stores, deps.messengers),
          deps.clock.now(),
        )
      : organisationWays(
          organisation,
          'channel',
          withPersonalChats(stores, deps.messengers),
          deps.clock.now(),
        )),
    reach: await reachOf(organisation, withPersonalChats(stores, deps.messengers)),
  }));
  if (!found) return DONE;
  const { kase, ways } = found;
  if (isOver(kase, effect) || mayNotSee(kase, organisation)) return DONE;
  const offer = card === 'handover' ? openHandover(kase) : undefined;
  const unseen = offer?.to === organisation && found.reach !== 'channel';
  const kind = card === 'grey-zone' ? card : null;
  const posted = await send(
    row,
    deps,
    ways,
    cardMessage(
      kase,
      deps,
      row.id,
      kind,
      (fresh, now) =>
        isOver(fresh, effect)
          ? null
          : { card: kind, notice: unseen ? noticeNow(toldOf('no-channel', offer), fresh, now) : null },
      (fresh) => postedAgain(fresh, organisation, card),
    ),
  );
  return unseen ? worstOf([posted, await tellSenders(row, kase, offer, deps)]) : posted;
}

/** Whether the offer or the task of a card has ended. Then there is nothing to ask. */
function isOver(kase: Case, { card, organisation }: Extract<Effect, { kind: 'card.post' }>): boolean {
  if (card === 'task') return !isOnTask(kase, organisation);
  return card === 'handover' && openHandover(kase)?.to !== organisation && kase.owner !== organisation;
}

/** The notice to an office's coordinators about an offer to an office without a channel. */
function toldOf(notice: 'no-channel' | 'sent-without-channel', { number, from, to }: Handover): Tell {
  const organisation = notice === 'no-channel' ? to : from;
  return { kind: 'tell.organisation', organisation, to: 'coordinators', notice, handover: number };
}

/**
 * Tells the sender's coordinators that the receiver has no channel, with whom to call. Whoever made the offer has read
 * it on the receipt.
 */
async function tellSenders(
  row: OutboxRow,
  kase: Case,
  offer: Handover,
  deps: DeliveryDeps,
): Promise<RowOutcome> {
  const now = deps.clock.now();
  const { ways, caller } = await deps.unitOfWork.read(async (stores) => ({
    ways: await organisationWays(offer.from, 'coordinators', withPersonalChats(stores, deps.messengers), now),
    caller: await callerMessage(offer.to, kase.promise.dueAt, deps, stores, now),
  }));
  const others = ways
    .slice(0, 1)
    .map((way) =>
      way.filter(({ reader }) => reader.kind !== 'person' || reader.person.id !== offer.offeredBy.person),
    )
    .filter(({ length }) => length > 0);
  if (others.length === 0) return DONE;
  const message = cardMessage(kase, deps, `${row.id}/sender`, null, (fresh, now) => {
    const notice = noticeNow(toldOf('sent-without-channel', offer), fresh, now);
    return notice && { card: null, notice, caller };
  });
  return send(row, deps, others, message);
}

/** Nothing is sent to others without a valid basis: withdrawing it stops sharing, also for rows under way. */
function mayNotSee(kase: Case, organisation: Case['owner']): boolean {
  return !mayShare(kase) && organisation !== kase.owner;
}

/** Sentences in a thread that everybody in the conversation must see at once. */
const LOUD: readonly string[] = ['sent-to-you', 'crisis-elsewhere'];

/** Notices to people beside the card in their channel. */
const PERSONAL_COPIES: readonly ToldCode[] = ['yours-now', 'crisis'];

/** Whether the crisis that a notice is about has ended, has left the Erhvervshus, or may not be told of any more. */
async function isCrisisOver(effect: Tell, stores: ReadStores): Promise<boolean> {
  const id = crisisCaseOf(effect);
  if (id === undefined) return false;
  const crisis = await stores.cases.get(id);
  const living = crisis && (await livingCase(crisis, stores));
  return !living || !isActive(living) || houseInCrisis(living) === undefined;
}

async function tell(row: OutboxRow, effect: Tell, deps: DeliveryDeps): Promise<RowOutcome> {
  const found = await withCase(row.about, deps, async (kase, stores) => ({
    kase,
    isTooLate: await isCrisisOver(effect, stores),
    all: await tellWays(
      addressedNow(effect, kase),
      kase,
      withPersonalChats(stores, deps.messengers),
      deps.clock.now(),
    ),
  }));
  if (!found) return DONE;
  const { kase, all, isTooLate } = found;
  if (isTooLate || staleFor(effect, kase)) return DONE;
  const ways = all
    .map((way) => way.filter(({ reader }) => !mayNotSee(kase, reader.organisation)))
    .filter(({ length }) => length > 0);
  if (all.length > 0 && ways.length === 0) return DONE;
  // Skip personal copies where nobody has ever chatted with the bot.
  if (ways.length === 0 && PERSONAL_COPIES.includes(effect.notice)) return DONE;
  // A person who is both coordinator and assignee gets one message per step.
  const name = effect.step === undefined ? row.id : `${kase.id}/${effect.step}`;
  const message = cardMessage(kase, deps, name, null, (fresh, now) => {
    const notice = noticeNow(effect, fresh, now);
    return notice && { card: null, notice };
  });
  // A copy of what the person is told: it posts no card of the case, and nothing is lost where it finds no place.
  const isCopy = effect.kind === 'tell.organisation' && effect.to === 'thread';
  if (!isCopy) return send(row, deps, ways, message);
  const outcome = await send(row, deps, ways, { ...message, draw: async () => undefined });
  return outcome.state === 'park' ? DONE : outcome;
}
