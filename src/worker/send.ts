import { type CardReader, cardFor } from '../app/card-for.ts';
import type { Dependencies } from '../app/dependencies.ts';
import { leaveConversations } from '../app/leave-conversations.ts';
import type { MessagePace } from '../app/message-pace.ts';
import type { Channel } from '../app/ports/channel.ts';
import { type Conversation, isSameConversation } from '../app/ports/conversation.ts';
import type { Delivery, Messenger, Outgoing } from '../app/ports/messenger.ts';
import type { OutboxRow } from '../app/ports/outbox-queue.ts';
import type { PostedCard } from '../app/ports/stores/post-store.ts';
import type { ReadStores, Stores } from '../app/ports/unit-of-work.ts';
import type { Case } from '../core/case/case.ts';
import type { CardKind } from '../core/case/effects.ts';
import { cardHere, claimPlace, type DrawLine, forgetCard, REPLY } from './one-card.ts';
import { type Health, healthOf, type Peers } from './peers.ts';
import { RATE_LIMITS } from './rate-limits.ts';
import { readerOf } from './reader-of-card.ts';
import type { Target, Way } from './targets.ts';

/** The outcome of a row's delivery. */
export type RowOutcome =
  | { readonly state: 'done' }
  /** `afterSeconds` null: back off. */
  | { readonly state: 'retry'; readonly afterSeconds: number | null; readonly code: string }
  /** Nothing was sent: the peer is busy, or rests. The attempt does not count. */
  | { readonly state: 'wait'; readonly afterSeconds: number; readonly code: string }
  | { readonly state: 'park'; readonly code: string };

/** The outcome in one conversation. `refused`: it will never take this message, so the next way is tried. */
type PlaceOutcome = RowOutcome | { readonly state: 'refused'; readonly code: string };

export interface SendDeps extends Pick<Dependencies, 'unitOfWork' | 'clock' | 'calendar' | 'settingsOf'> {
  readonly messengers: ReadonlyMap<Channel, Messenger>;
  readonly pace: MessagePace;
  readonly peers: Peers;
  /** Messages that a conversation has refused for good, by post id: not retried while the row's other targets are. */
  readonly refused: Set<string>;
  /** A fault, with ids and codes only. */
  readonly log: (event: string, fields: Readonly<Record<string, string | number>>) => void;
}

/** Seconds after which a begun post has either ended or is uncertain. */
const SETTLED_SECONDS = 60;
const MOST_REFUSED = 5_000;
const BEGUN: RowOutcome = { state: 'retry', afterSeconds: SETTLED_SECONDS, code: 'begun' };
export const DONE: RowOutcome = { state: 'done' };
/** A message to send: rendered for each reader, and of which revision of the case. */
export interface Message {
  /** Idempotency key within a conversation. */
  readonly name: string;
  readonly card: CardKind | 'notice';
  readonly revision: number;
  /** Undefined: by now there is nothing to tell this reader. */
  readonly draw: (stores: ReadStores, reader: CardReader) => Promise<Outgoing | undefined>;
  /** Sent instead where the case's card stands already. Left out: the message is no case's. */
  readonly line?: DrawLine;
}

/**
 * Posts to every target of the first way. Where all of them refuse the message for good, to those of the next way.
 * Each post is noted before it goes, so a crash in between leaves a trace. A slow target delays none of the others.
 */
export async function send(
  row: OutboxRow,
  deps: SendDeps,
  ways: readonly Way[],
  message: Message,
): Promise<RowOutcome> {
  let refusal: RowOutcome = { state: 'park', code: 'no-place' };
  for (const way of ways) {
    const outcomes = await Promise.all(way.map((target) => sendTo(row, target, deps, message)));
    const taken = outcomes.filter((outcome) => outcome.state !== 'refused');
    if (taken.length > 0) return worstOf(taken);
    for (const { state, code } of outcomes.filter((outcome) => outcome.state === 'refused')) {
      deps.log('refused', { row: row.id, case: row.about, code });
      if (state === 'refused') refusal = { state: 'park', code };
    }
  }
  return refusal;
}

/** Which outcome wins: a retry over parking, and parking over done. */
const WORST = ['retry', 'wait', 'park', 'done'] as const satisfies readonly RowOutcome['state'][];

/** The outcome of a row from those of its targets. */
export function worstOf(outcomes: readonly RowOutcome[]): RowOutcome {
  for (const state of WORST) {
    const found = outcomes.find((outcome) => outcome.state === state);
    if (found) return found;
  }
  return DONE;
}

async function sendTo(
  row: OutboxRow,
  { conversation, reader }: Target,
  deps: SendDeps,
  message: Message,
): Promise<PlaceOutcome> {
  const messenger = deps.messengers.get(conversation.channel);
  if (!messenger) return { state: 'park', code: 'channel-not-connected' };
  const id = `${message.name}:${conversation.id}`;
  if (deps.refused.has(id)) return { state: 'refused', code: 'refused' };
  const known = await deps.unitOfWork.read((stores) => stores.posts.get(id));
  if (known) return afterNoted(row, known, deps, message);
  const begunElsewhere: PostedCard[] = [];
  const outcome = await onLine(conversation, deps, async () => {
    const first: PostedCard = {
      id,
      about: row.about,
      card: message.card,
      organisation: reader.organisation,
      person: reader.kind === 'person' ? reader.person.id : null,
      conversation,
      messageId: null,
      shownRevision: 0,
    };
    const begun = await deps.unitOfWork.run(async (stores) => {
      const noted = await stores.posts.get(id);
      if (noted) return { noted };
      const standing = message.line && (await cardHere(stores, row.about, conversation));
      const outgoing =
        message.line && standing
          ? await message.line(stores, reader, standing, messenger.hasThreads?.(conversation) ?? false)
          : await message.draw(stores, reader);
      const post = standing ? { ...first, card: REPLY } : first;
      // Another row's card is on its way here: later this one is a sentence in its thread.
      if (outgoing && message.line && !standing && !(await claimPlace(stores, post, row))) return BEGUN;
      if (outgoing) await stores.posts.save(post);
      return { outgoing, post };
    });
    if ('state' in begun) return { outcome: begun };
    if (begun.noted) begunElsewhere.push(begun.noted);
    if (!begun.outgoing) return { outcome: DONE };
    const delivery = await messenger.post(conversation, begun.outgoing);
    return { outcome: await afterPost(begun.post, reader, delivery, deps, message.revision), delivery };
  });
  const [noted] = begunElsewhere;
  return noted ? afterNoted(row, noted, deps, message) : outcome;
}

/** A message with a noted post: begun here, in another worker, or by another row of the same name. */
async function afterNoted(
  row: OutboxRow,
  noted: PostedCard,
  deps: SendDeps,
  message: Message,
): Promise<PlaceOutcome> {
  // Another row of the same name has just begun. Otherwise it may have arrived, and posting again could duplicate it: it stays
  // on the not-delivered list until somebody clicks it (`app/settle-uncertain.ts`) or asks for it again.
  if (noted.messageId === null) return row.attempts === 1 ? BEGUN : { state: 'park', code: 'uncertain' };
  if (noted.card === REPLY) return DONE;
  // It has arrived: update it in place.
  return noted.shownRevision >= message.revision ? DONE : updatePost(noted, deps, message);
}

/** Runs a call on a line to its conversation, within the platform's rate limit. Puts it off where there is no line. */
async function onLine(
  conversation: Conversation,
  deps: SendDeps,
  call: () => Promise<{ readonly outcome: PlaceOutcome; readonly delivery?: Delivery }>,
): Promise<PlaceOutcome> {
  const line = await deps.peers.enter(conversation.channel, conversation.id);
  if (!line.open) return { state: 'wait', afterSeconds: line.waitSeconds, code: 'busy' };
  let health: Health = 'well';
  try {
    const held = await limited(conversation, deps);
    if (held) return held;
    const { outcome, delivery } = await call();
    if (delivery) health = healthOf(delivery);
    return outcome;
  } finally {
    line.leave(health);
  }
}

/** Remembers that a conversation does not take a message. */
function refuses(postId: string, { refused }: SendDeps): void {
  if (refused.size >= MOST_REFUSED) refused.clear();
  refused.add(postId);
}

async function afterPost(
  post: PostedCard,
  reader: CardReader,
  delivery: Delivery,
  deps: SendDeps,
  revision: number,
): Promise<PlaceOutcome> {
  switch (delivery.outcome) {
    case 'sent':
      await deps.unitOfWork.run((stores) =>
        stores.posts.save({ ...post, messageId: delivery.messageId, shownRevision: revision }),
      );
      return DONE;
    case 'gone':
      await deps.unitOfWork.run((stores) =>
        post.card === REPLY ? forgetCard(post, stores) : forget(post, reader, stores, deps.clock.now()),
      );
      if (post.card === REPLY) return { state: 'retry', afterSeconds: 0, code: delivery.code };
      // Retry at once: without this conversation, the next way is taken. An address that follows from an identity cannot
      // be forgotten, so the conversation counts as one that refused the message.
      refuses(post.id, deps);
      return { state: 'retry', afterSeconds: 0, code: delivery.code };
    case 'uncertain':
      return { state: 'park', code: 'uncertain' };
    case 'retry':
      await deps.unitOfWork.run((stores) => stores.posts.remove(post.id));
      return { state: 'retry', afterSeconds: delivery.afterSeconds, code: delivery.code };
    case 'refused':
      await deps.unitOfWork.run((stores) => stores.posts.remove(post.id));
      refuses(post.id, deps);
      return { state: 'refused', code: delivery.code };
    default: {
      const never: never = delivery;
      return never;
    }
  }
}

/** Forgets a conversation that is gone (bot removed, channel deleted), so that its organisation's next way is taken. */
async function forget(post: PostedCard, reader: CardReader, stores: Stores, now: string): Promise<void> {
  await stores.posts.remove(post.id);
  if (reader.kind === 'channel')
    await leaveConversations(stores, (one) => isSameConversation(one, post.conversation), now);
  else await stores.people.forgetConversation(reader.person.id);
}

/** Updates a card of the case in place. */
export async function updateCard(post: PostedCard, kase: Case, deps: SendDeps): Promise<RowOutcome> {
  // A grey-zone card keeps its kind. Other cards show whatever the case now asks of their reader.
  const card = post.card === 'grey-zone' ? 'grey-zone' : null;
  const now = deps.clock.now();
  return updateMessage(post, deps, {
    name: post.id,
    card: card ?? 'case',
    revision: kase.revision,
    draw: (stores, reader) => cardFor(deps, stores, kase, reader, now, { card }),
  });
}

/** Updates a message in place. A refused one is parked: no other way leads to it, and it stays out of date. */
export async function updateMessage(post: PostedCard, deps: SendDeps, message: Message): Promise<RowOutcome> {
  const outcome = await updatePost(post, deps, message);
  return outcome.state === 'refused' ? { state: 'park', code: outcome.code } : outcome;
}

async function updatePost(post: PostedCard, deps: SendDeps, message: Message): Promise<PlaceOutcome> {
  const { messageId, conversation } = post;
  const messenger = deps.messengers.get(conversation.channel);
  if (!messenger || messageId === null) return DONE;
  return onLine(conversation, deps, async () => {
    const { outgoing, place } = await deps.unitOfWork.read(async (stores) => {
      const reader = await readerOf(post, stores);
      // The card was posted to an address that its channel, or the person's chat, may have left since.
      const { person } = post;
      const bound = person === null ? await stores.bindings.ofConversation(conversation) : undefined;
      const known = person === null ? bound?.conversation : await stores.people.conversationOf(person);
      const outgoing = reader && (await message.draw(stores, reader));
      return { outgoing, place: known && isSameConversation(known, conversation) ? known : conversation };
    });
    if (!outgoing) return { outcome: DONE };
    const delivery = await messenger.update(place, messageId, outgoing);
    return { outcome: await afterUpdate(post, delivery, deps, message.revision), delivery };
  });
}

async function afterUpdate(
  post: PostedCard,
  delivery: Delivery,
  deps: SendDeps,
  revision: number,
): Promise<PlaceOutcome> {
  switch (delivery.outcome) {
    case 'sent':
      await deps.unitOfWork.run((stores) => stores.posts.save({ ...post, shownRevision: revision }));
      return DONE;
    case 'gone':
      await deps.unitOfWork.run((stores) => stores.posts.remove(post.id));
      return DONE;
    // An update may safely be repeated, so an uncertain one is retried.
    case 'uncertain':
      return { state: 'retry', afterSeconds: null, code: delivery.code };
    case 'retry':
      return { state: 'retry', afterSeconds: delivery.afterSeconds, code: delivery.code };
    case 'refused':
      return { state: 'refused', code: delivery.code };
    default: {
      const never: never = delivery;
      return never;
    }
  }
}

/** Counts a message to a conversation; where it may not go yet, its row waits instead. */
async function limited({ channel, id }: Conversation, deps: SendDeps): Promise<RowOutcome | null> {
  if (RATE_LIMITS[channel].length === 0) return null;
  const { waitMs, reserved } = await deps.pace.reserve(`${channel}/${id}`, RATE_LIMITS[channel], 0);
  return reserved ? null : { state: 'wait', afterSeconds: waitMs / 1_000, code: 'rate-limited' };
}
