import { actorOfReader, type CardReader, languageFor } from '../app/card-for.ts';
import { collidingWith, sideOf } from '../app/outreach/outreach-answer.ts';
import type { Outgoing } from '../app/ports/messenger.ts';
import type { OutboxRow } from '../app/ports/outbox-queue.ts';
import type { ReadStores } from '../app/ports/unit-of-work.ts';
import { mayAct, serves } from '../core/case/relation.ts';
import { type Notice, noticeOf } from '../core/notice.ts';
import {
  isPlanned,
  type OutreachContact,
  type OutreachEffect,
  outreachStanding,
} from '../core/outreach/outreach.ts';
import { redactedContact } from '../core/outreach/redacted-contact.ts';
import { withPersonalChats } from './personal-chats.ts';
import { DONE, type RowOutcome, type SendDeps, send, updateMessage, worstOf } from './send.ts';
import { memberWays, organisationWays } from './targets.ts';

/**
 * Sends a message about an outreach contact: the other side's channel or coordinators, or the person who planned it. It
 * shows the contact as it is then, and is left out where it is no longer true.
 */
export async function tellOutreach(
  row: OutboxRow,
  effect: OutreachEffect,
  deps: SendDeps,
): Promise<RowOutcome> {
  const { organisation, to } = effect;
  const found = await deps.unitOfWork.read(async (stores) => {
    const contact = await stores.outreach.get(row.about);
    if (!contact) return undefined;
    const reach = withPersonalChats(stores, deps.messengers);
    const ways =
      to === 'planner'
        ? await memberWays(contact.person.person, organisation, reach, deps.clock.now())
        : await organisationWays(organisation, to, reach, deps.clock.now());
    return { contact, other: await collidingWith(contact, stores), ways };
  });
  if (!found || isStale(found.contact, found.other, effect, deps.clock.now())) return DONE;
  return send(row, deps, found.ways, {
    name: row.id,
    card: 'notice',
    revision: 0,
    draw: (stores, reader) => drawn(row.about, effect, deps, stores, reader),
  });
}

/** Whether what a message says has been overtaken by what happened since. */
function isStale(
  contact: OutreachContact,
  other: OutreachContact | undefined,
  { notice }: OutreachEffect,
  now: string,
): boolean {
  if (contact.erasedAt !== null) return true;
  const standing = outreachStanding(contact, now);
  switch (notice) {
    case 'outreach-planned':
      return !isPlanned(contact);
    case 'outreach-collision':
      return other === undefined;
    case 'outreach-not-told':
      return standing !== 'untold';
    case 'outreach-asked-again':
    case 'outreach-waits':
      return standing !== 'waiting';
    case 'outreach-free':
    case 'outreach-cleared':
      return standing !== 'free';
    case 'outreach-objected':
      return standing !== 'objected';
    case 'outreach-cancelled':
      return standing !== 'cancelled';
    case 'outreach-made':
      return standing !== 'made';
    default: {
      const never: never = notice;
      return never;
    }
  }
}

/** Updates every message about a contact that shows an older revision, where it stands. */
export async function refreshOutreach(id: string, deps: SendDeps): Promise<RowOutcome> {
  const found = await deps.unitOfWork.read(async (stores) => ({
    contact: await stores.outreach.get(id),
    posts: await stores.posts.of(id),
  }));
  const { contact } = found;
  if (!contact) return DONE;
  const { revision } = contact;
  const behind = found.posts.filter(
    ({ messageId, shownRevision }) => messageId !== null && shownRevision < revision,
  );
  const outcomes = behind.map((post) =>
    updateMessage(post, deps, {
      name: post.id,
      card: 'notice',
      revision,
      draw: async (stores, reader) => {
        const fresh = (await stores.outreach.get(id)) ?? contact;
        return outgoingFor(fresh, stores, reader, { notice: null, now: deps.clock.now() });
      },
    }),
  );
  return worstOf(await Promise.all(outcomes));
}

async function drawn(
  id: string,
  effect: OutreachEffect,
  deps: SendDeps,
  stores: ReadStores,
  reader: CardReader,
): Promise<Outgoing | undefined> {
  const now = deps.clock.now();
  const contact = await stores.outreach.get(id);
  const other = contact && (await collidingWith(contact, stores));
  if (!contact || isStale(contact, other, effect, now)) return undefined;
  const isOurs = sideOf(contact, reader.organisation) === 'ours';
  const meets = effect.notice === 'outreach-collision' ? other : undefined;
  const { name } = contact.company;
  const params = {
    organisation: meets?.by ?? (isOurs ? contact.told.organisation : contact.by),
    ...(name !== null && { company: name }),
  };
  return outgoingFor(contact, stores, reader, { notice: noticeOf(effect.notice, params), now });
}

/** The contact as a message that its reader may see. */
async function outgoingFor(
  contact: OutreachContact,
  stores: ReadStores,
  reader: CardReader,
  { notice, now }: { readonly notice: Notice | null; readonly now: string },
): Promise<Outgoing> {
  const actor = actorOfReader(reader);
  const side = sideOf(contact, reader.organisation);
  const shared = reader.kind === 'channel';
  return {
    answer: {
      kind: 'outreach',
      contact: redactedContact(contact, { side, shared }),
      contacts: [],
      collides: (await collidingWith(contact, stores)) !== undefined,
      side,
      mayAct: mayAct(actor) && serves(actor),
      shared,
      notice,
      problems: [],
      now,
    },
    language: await languageFor(stores, reader),
  };
}
