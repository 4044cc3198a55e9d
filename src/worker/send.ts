import { type CardReader, cardFor } from '../app/card-for.ts';
import type { Deps } from '../app/deps.ts';
import { leaveConversations } from '../app/leave-conversations.ts';
import {
  type Channel,
  type Conversation,
  type Delivery,
  isSameConversation,
  type Messenger,
  type OutboxRow,
  type Outgoing,
  type PostedCard,
  type Stores,
} from '../app/ports.ts';
import type { CardKind, Case } from '../core/case/case.ts';
import type { createRateLimit } from './rate-limit.ts';
import type { Target } from './targets.ts';

/** How a row's delivery ended. */
export type Outcome =
  | { readonly state: 'done' }
  /** `afterSeconds` null: back off. */
  | { readonly state: 'retry'; readonly afterSeconds: number | null; readonly code: string }
  | { readonly state: 'park'; readonly code: string };

export interface SendDeps extends Pick<Deps, 'unitOfWork' | 'clock' | 'calendar' | 'settingsOf'> {
  readonly messengers: ReadonlyMap<Channel, Messenger>;
  readonly limit: ReturnType<typeof createRateLimit>;
}

/** Seconds after which a post that was begun has ended, or is uncertain. */
const SETTLED_SECONDS = 60;

export const DONE: Outcome = { state: 'done' };

/** What is sent: drawn for each reader, and of which revision of the case it tells. */
export interface Message {
  /** What it is known by where it is posted: two of one name are one message there. */
  readonly name: string;
  readonly card: CardKind | 'notice';
  readonly revision: number;
  readonly draw: (stores: Stores, reader: CardReader) => Promise<Outgoing>;
}

/**
 * Posts to every target once: each post is noted before it goes, so that a crash in between is seen afterwards. One
 * target that waits holds up none of the others.
 */
export async function send(
  row: OutboxRow,
  deps: SendDeps,
  targets: readonly Target[],
  message: Message,
): Promise<Outcome> {
  if (targets.length === 0) return { state: 'park', code: 'no-place' };
  let left: Outcome = DONE;
  for (const target of targets) {
    const outcome = await sendTo(row, target, deps, message);
    if (outcome.state === 'retry' || left.state === 'done') left = outcome;
  }
  return left;
}

async function sendTo(row: OutboxRow, target: Target, deps: SendDeps, message: Message): Promise<Outcome> {
  const { conversation, reader } = target;
  const messenger = deps.messengers.get(conversation.channel);
  if (!messenger) return { state: 'park', code: 'channel-not-connected' };
  const id = `${message.name}:${conversation.id}`;
  const post: PostedCard = {
    id,
    caseId: row.caseId,
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
    const held = limited(conversation, deps);
    if (held) return { held };
    await stores.posts.save(post);
    return { outgoing: await message.draw(stores, reader) };
  });
  if (begun.held) return begun.held;
  const { noted } = begun;
  if (noted) {
    // Another row of the same name has just begun, here or in another worker: what comes of it is known soon.
    if (noted.messageId === null && row.attempts === 1)
      return { state: 'retry', afterSeconds: SETTLED_SECONDS, code: 'begun' };
    // It may have arrived, and nothing here can tell: a second one could be one too many. It stands on the
    // not-delivered list until somebody clicks it (`app/settle-uncertain.ts`) or asks for it again.
    if (noted.messageId === null) return { state: 'park', code: 'uncertain' };
    // Sent before, or found to have arrived: it is brought up to date where it stands.
    return noted.shownRevision >= message.revision ? DONE : updatePost(noted, deps, message);
  }
  const delivery = await messenger.post(conversation, begun.outgoing);
  return afterPost(post, reader, delivery, deps, message.revision);
}

async function afterPost(
  post: PostedCard,
  reader: CardReader,
  delivery: Delivery,
  deps: SendDeps,
  revision: number,
): Promise<Outcome> {
  switch (delivery.outcome) {
    case 'sent':
      await deps.unitOfWork.run((stores) =>
        stores.posts.save({ ...post, messageId: delivery.messageId, shownRevision: revision }),
      );
      return DONE;
    case 'gone':
      await deps.unitOfWork.run((stores) => forget(post, reader, stores, deps.clock.now()));
      // Tried again at once: without this place, the next way is taken.
      return { state: 'retry', afterSeconds: 0, code: delivery.code };
    case 'uncertain':
      return { state: 'park', code: 'uncertain' };
    case 'retry':
      await deps.unitOfWork.run((stores) => stores.posts.remove(post.id));
      return { state: 'retry', afterSeconds: delivery.afterSeconds, code: delivery.code };
    default: {
      const never: never = delivery;
      return never;
    }
  }
}

/** A place that is gone (bot removed, channel deleted) is not tried again: its office falls back as written. */
async function forget(post: PostedCard, reader: CardReader, stores: Stores, now: string): Promise<void> {
  await stores.posts.remove(post.id);
  if (reader.kind === 'channel')
    await leaveConversations(stores, (one) => isSameConversation(one, post.conversation), now);
  else await stores.people.forgetConversation(reader.person.id);
}

/** Draws a card of the case again where it stands. */
export function updateCard(post: PostedCard, kase: Case, deps: SendDeps): Promise<Outcome> {
  // A grey-zone card stays what it is; the others follow what the case now asks of their reader.
  const card = post.card === 'grey-zone' ? 'grey-zone' : null;
  const now = deps.clock.now();
  return updatePost(post, deps, {
    name: post.id,
    card: card ?? 'case',
    revision: kase.revision,
    draw: (stores, reader) => cardFor(deps, stores, kase, reader, now, { card }),
  });
}

async function updatePost(post: PostedCard, deps: SendDeps, message: Message): Promise<Outcome> {
  const messenger = deps.messengers.get(post.conversation.channel);
  if (!messenger || post.messageId === null) return DONE;
  const held = limited(post.conversation, deps);
  if (held) return held;
  const outgoing = await deps.unitOfWork.run(async (stores) => {
    const reader = await readerOf(post, stores);
    return reader && message.draw(stores, reader);
  });
  if (!outgoing) return DONE;
  const delivery = await messenger.update(post.conversation, post.messageId, outgoing);
  switch (delivery.outcome) {
    case 'sent':
      await deps.unitOfWork.run((stores) => stores.posts.save({ ...post, shownRevision: message.revision }));
      return DONE;
    case 'gone':
      await deps.unitOfWork.run((stores) => stores.posts.remove(post.id));
      return DONE;
    // Updating twice does no harm, so that an uncertain update is simply done again.
    case 'uncertain':
      return { state: 'retry', afterSeconds: null, code: delivery.code };
    case 'retry':
      return { state: 'retry', afterSeconds: delivery.afterSeconds, code: delivery.code };
    default: {
      const never: never = delivery;
      return never;
    }
  }
}

async function readerOf(post: PostedCard, stores: Stores): Promise<CardReader | undefined> {
  if (post.organisation === null) return undefined;
  if (post.person === null)
    return { kind: 'channel', organisation: post.organisation, channel: post.conversation.channel };
  const members = await stores.people.membersOf(post.organisation);
  const person = members.find(({ id }) => id === post.person);
  return person && { kind: 'person', person, organisation: post.organisation };
}

function limited(conversation: Conversation, deps: SendDeps): Outcome | null {
  const wait = deps.limit.wait(conversation.channel, conversation.id, Date.parse(deps.clock.now()));
  return wait > 0 ? { state: 'retry', afterSeconds: wait, code: 'rate-limited' } : null;
}
