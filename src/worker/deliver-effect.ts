import { type CardReader, cardFor } from '../app/card-for.ts';
import { crmRecordOf } from '../app/crm-record.ts';
import type { Deps } from '../app/deps.ts';
import {
  type Channel,
  type Conversation,
  CrmError,
  type Messenger,
  type OutboxRow,
  type PostedCard,
  type Stores,
} from '../app/ports.ts';
import type { Notice } from '../core/answer.ts';
import type { CardKind, Case, Effect } from '../core/case/case.ts';
import { openHandover, partiesOf } from '../core/case/state.ts';
import type { OrganisationId } from '../core/organisation.ts';
import type { Person } from '../core/person.ts';
import type { createRateLimit } from './rate-limit.ts';

/** How a row's delivery ended. */
export type Outcome =
  | { readonly state: 'done' }
  /** `afterSeconds` null: back off. */
  | { readonly state: 'retry'; readonly afterSeconds: number | null; readonly code: string }
  | { readonly state: 'park'; readonly code: string };

export interface DeliveryDeps extends Pick<Deps, 'unitOfWork' | 'crm' | 'clock' | 'calendar' | 'settingsOf'> {
  readonly messengers: ReadonlyMap<Channel, Messenger>;
  readonly limit: ReturnType<typeof createRateLimit>;
}

const DONE: Outcome = { state: 'done' };

/** Seconds that an uncertain post is given to show itself (somebody clicks it) before it is posted again. */
const UNCERTAIN_SECONDS = 120;

/** Delivers one row of the outbox. Whatever it did before a crash is not done again: posts are noted before they go. */
export async function deliverEffect(row: OutboxRow, deps: DeliveryDeps): Promise<Outcome> {
  const kase = await deps.unitOfWork.run((stores) => stores.cases.get(row.caseId));
  if (!kase) return DONE;
  const { effect } = row;
  switch (effect.kind) {
    case 'crm.save':
      return saveToCrm(kase, deps);
    case 'card.refresh':
      return refreshCards(kase, deps);
    case 'card.post':
      return postCard(row, effect, kase, deps);
    case 'tell.person':
    case 'tell.organisation':
      return tell(row, effect, kase, deps);
    default: {
      const never: never = effect;
      return never;
    }
  }
}

async function saveToCrm(kase: Case, deps: DeliveryDeps): Promise<Outcome> {
  const told = await deps.unitOfWork.run((stores) => stores.cases.crmRevision(kase.id));
  if (told >= kase.revision) return DONE;
  try {
    const record = crmRecordOf(kase);
    const { crmId } = told === 0 ? await deps.crm.create(record) : await deps.crm.update(record);
    if (kase.erasedAt !== null) await deps.crm.erase(kase.id);
    await deps.unitOfWork.run((stores) => stores.cases.saveCrmRevision(kase.id, kase.revision, crmId));
    return DONE;
  } catch (error) {
    if (!(error instanceof CrmError)) throw error;
    if (error.code === 'rejected') return { state: 'park', code: 'crm-rejected' };
    return { state: 'retry', afterSeconds: error.retryAfterSeconds, code: 'crm-unavailable' };
  }
}

/** Every card of the case that shows an older revision is drawn again where it stands. */
async function refreshCards(kase: Case, deps: DeliveryDeps): Promise<Outcome> {
  const posts = await deps.unitOfWork.run((stores) => stores.posts.of(kase.id));
  for (const post of posts) {
    if (post.messageId === null || post.shownRevision >= kase.revision) continue;
    const outcome = await update(post, kase, deps);
    if (outcome.state !== 'done') return outcome;
  }
  return DONE;
}

async function update(post: PostedCard, kase: Case, deps: DeliveryDeps): Promise<Outcome> {
  const messenger = deps.messengers.get(post.conversation.channel);
  if (!messenger || post.messageId === null) return DONE;
  const held = limited(post.conversation, deps);
  if (held) return held;
  const outgoing = await deps.unitOfWork.run(async (stores) => {
    const reader = await readerOf(post, stores);
    return reader && cardFor(deps, stores, kase, reader, deps.clock.now(), { card: keptKind(post) });
  });
  if (!outgoing) return DONE;
  const delivery = await messenger.update(post.conversation, post.messageId, outgoing);
  switch (delivery.outcome) {
    case 'sent':
      await deps.unitOfWork.run((stores) => stores.posts.save({ ...post, shownRevision: kase.revision }));
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

/** A grey-zone card stays what it is; the others follow what the case now asks of their reader. */
function keptKind(post: PostedCard): CardKind | null {
  return post.card === 'grey-zone' ? 'grey-zone' : null;
}

async function readerOf(post: PostedCard, stores: Stores): Promise<CardReader | undefined> {
  if (post.organisation === null) return undefined;
  if (post.person === null)
    return { kind: 'channel', organisation: post.organisation, channel: post.conversation.channel };
  const members = await stores.people.membersOf(post.organisation);
  const person = members.find(({ id }) => id === post.person);
  return person && { kind: 'person', person, organisation: post.organisation };
}

/** Where a message goes, for whom it is drawn. */
interface Target {
  readonly conversation: Conversation;
  readonly reader: CardReader;
}

async function channelsOf(organisation: OrganisationId, stores: Stores): Promise<Target[]> {
  const bindings = await stores.bindings.ofOrganisation(organisation);
  return bindings.map(({ conversation }) => ({
    conversation,
    reader: { kind: 'channel', organisation, channel: conversation.channel },
  }));
}

async function personally(
  people: readonly Person[],
  organisation: OrganisationId,
  stores: Stores,
): Promise<Target[]> {
  const targets: Target[] = [];
  for (const person of people) {
    const conversation = await stores.people.conversationOf(person.id);
    if (conversation) targets.push({ conversation, reader: { kind: 'person', person, organisation } });
  }
  return targets;
}

const coordinatorsOf = async (organisation: OrganisationId, stores: Stores) =>
  personally(await stores.people.coordinators(organisation), organisation, stores);

/** The first way that leads anywhere (handover.md: channel, then coordinator, then the not-delivered list). */
async function firstOf(ways: readonly (() => Promise<Target[]>)[]): Promise<Target[]> {
  for (const way of ways) {
    const targets = await way();
    if (targets.length > 0) return targets;
  }
  return [];
}

async function postCard(
  row: OutboxRow,
  effect: Extract<Effect, { kind: 'card.post' }>,
  kase: Case,
  deps: DeliveryDeps,
): Promise<Outcome> {
  const { organisation, card } = effect;
  // The offer may be over before its card was posted; then there is nothing to ask of anybody there.
  if (card === 'handover' && openHandover(kase)?.to !== organisation && kase.owner !== organisation)
    return DONE;
  const targets = (stores: Stores) => {
    const channel = () => channelsOf(organisation, stores);
    const coordinators = () => coordinatorsOf(organisation, stores);
    return firstOf(card === 'grey-zone' ? [coordinators, channel] : [channel, coordinators]);
  };
  return send(row, kase, deps, targets, { card: card === 'grey-zone' ? card : null, notice: null });
}

/** Notices that only make sense while what they remind of is still undone. */
function isStale(notice: string, kase: Case): boolean {
  switch (notice) {
    case 'owner-reminder':
    case 'promise-broken':
      return kase.promise.answeredAt !== null;
    case 'offer-reminder':
      return openHandover(kase) === undefined;
    default:
      return false;
  }
}

async function tell(
  row: OutboxRow,
  effect: Extract<Effect, { kind: 'tell.person' | 'tell.organisation' }>,
  kase: Case,
  deps: DeliveryDeps,
): Promise<Outcome> {
  if (isStale(effect.notice, kase)) return DONE;
  const notice: Notice = { code: effect.notice, params: { caseId: kase.id, owner: kase.owner } };
  const targets = async (stores: Stores): Promise<Target[]> => {
    if (effect.kind === 'tell.organisation') {
      const { organisation } = effect;
      const channel = () => channelsOf(organisation, stores);
      const coordinators = () => coordinatorsOf(organisation, stores);
      return firstOf(effect.to === 'channel' ? [channel, coordinators] : [coordinators, channel]);
    }
    const place = await placeOf(effect.person, kase, stores);
    if (!place) return [];
    // The person's own copy, with whom to call; the channel has its card already.
    if (effect.notice === 'yours-now') return personally([place.person], place.organisation, stores);
    return firstOf([
      () => personally([place.person], place.organisation, stores),
      () => channelsOf(place.organisation, stores),
      () => coordinatorsOf(place.organisation, stores),
    ]);
  };
  return send(row, kase, deps, targets, { card: null, notice });
}

/** The person, and the organisation of theirs that has a part in the case. */
async function placeOf(
  id: string,
  kase: Case,
  stores: Stores,
): Promise<{ person: Person; organisation: OrganisationId } | undefined> {
  for (const organisation of [...partiesOf(kase), kase.createdBy.organisation]) {
    const person = (await stores.people.membersOf(organisation)).find((one) => one.id === id);
    if (person) return { person, organisation };
  }
  return undefined;
}

/** Posts to every target once: each post is noted before it goes, so that a crash in between is seen afterwards. */
async function send(
  row: OutboxRow,
  kase: Case,
  deps: DeliveryDeps,
  targetsIn: (stores: Stores) => Promise<Target[]>,
  what: { readonly card: CardKind | null; readonly notice: Notice | null },
): Promise<Outcome> {
  const targets = await deps.unitOfWork.run(targetsIn);
  if (targets.length === 0)
    return what.notice?.code === 'yours-now' ? DONE : { state: 'park', code: 'no-place' };
  for (const target of targets) {
    const outcome = await sendTo(row, target, kase, deps, what);
    if (outcome.state !== 'done') return outcome;
  }
  return DONE;
}

async function sendTo(
  row: OutboxRow,
  target: Target,
  kase: Case,
  deps: DeliveryDeps,
  what: { readonly card: CardKind | null; readonly notice: Notice | null },
): Promise<Outcome> {
  const { conversation, reader } = target;
  const messenger = deps.messengers.get(conversation.channel);
  if (!messenger) return { state: 'park', code: 'channel-not-connected' };
  const id = `${row.id}:${conversation.id}`;
  const noted = await deps.unitOfWork.run((stores) => stores.posts.get(id));
  // Sent before, or found to have arrived: it is brought up to date where it stands.
  if (noted?.messageId != null)
    return noted.shownRevision >= kase.revision ? DONE : update(noted, kase, deps);
  const held = limited(conversation, deps);
  if (held) return held;
  const now = deps.clock.now();
  const post: PostedCard = {
    id,
    caseId: kase.id,
    card: what.card ?? 'case',
    organisation: reader.organisation,
    person: reader.kind === 'person' ? reader.person.id : null,
    conversation,
    messageId: null,
    shownRevision: 0,
  };
  const outgoing = await deps.unitOfWork.run(async (stores) => {
    await stores.posts.save(post);
    return cardFor(deps, stores, kase, reader, now, what);
  });
  const delivery = await messenger.post(conversation, outgoing);
  switch (delivery.outcome) {
    case 'sent':
      await deps.unitOfWork.run((stores) =>
        stores.posts.save({ ...post, messageId: delivery.messageId, shownRevision: kase.revision }),
      );
      return DONE;
    case 'gone':
      await deps.unitOfWork.run((stores) => forget(post, reader, stores));
      // Tried again at once: without this place, the next way is taken.
      return { state: 'retry', afterSeconds: 0, code: delivery.code };
    case 'uncertain':
      return { state: 'retry', afterSeconds: UNCERTAIN_SECONDS, code: delivery.code };
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
async function forget(post: PostedCard, reader: CardReader, stores: Stores): Promise<void> {
  await stores.posts.remove(post.id);
  if (reader.kind === 'channel') await stores.bindings.remove(reader.organisation, post.conversation.id);
  else await stores.people.forgetConversation(reader.person.id);
}

function limited(conversation: Conversation, deps: DeliveryDeps): Outcome | null {
  const wait = deps.limit.wait(conversation.channel, conversation.id, Date.parse(deps.clock.now()));
  return wait > 0 ? { state: 'retry', afterSeconds: wait, code: 'rate-limited' } : null;
}
