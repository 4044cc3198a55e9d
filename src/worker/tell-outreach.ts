import { actorOfReader, type CardReader, languageFor } from '../app/card-for.ts';
import { sideOf } from '../app/outreach/outreach-answer.ts';
import type { Outgoing } from '../app/ports/messenger.ts';
import type { OutboxRow } from '../app/ports/outbox-queue.ts';
import type { ReadStores } from '../app/ports/unit-of-work.ts';
import { mayAct, serves } from '../core/case/relation.ts';
import { noticeOf } from '../core/notice.ts';
import {
  isPlanned,
  type OutreachContact,
  type OutreachEffect,
  outreachStanding,
} from '../core/outreach/outreach.ts';
import { withPersonalChats } from './personal-chats.ts';
import { DONE, type RowOutcome, type SendDeps, send } from './send.ts';
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
        ? await memberWays(contact.person.person, organisation, reach)
        : await organisationWays(organisation, to, reach);
    return { contact, ways };
  });
  if (!found || isStale(found.contact, effect, deps.clock.now())) return DONE;
  return send(row, deps, found.ways, {
    name: row.id,
    card: 'notice',
    revision: 0,
    draw: (stores, reader) => drawn(row.about, effect, deps, stores, reader),
  });
}

/** Whether what a message says has been overtaken by what happened since. */
function isStale(contact: OutreachContact, { notice }: OutreachEffect, now: string): boolean {
  if (contact.erasedAt !== null) return true;
  const standing = outreachStanding(contact, now);
  switch (notice) {
    case 'outreach-planned':
    case 'outreach-collision':
      return !isPlanned(contact);
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

async function drawn(
  id: string,
  effect: OutreachEffect,
  deps: SendDeps,
  stores: ReadStores,
  reader: CardReader,
): Promise<Outgoing | undefined> {
  const now = deps.clock.now();
  const contact = await stores.outreach.get(id);
  if (!contact || isStale(contact, effect, now)) return undefined;
  const actor = actorOfReader(reader);
  const side = sideOf(contact, reader.organisation);
  const { name } = contact.company;
  const params = {
    organisation: side === 'ours' ? contact.told.organisation : contact.by,
    ...(name !== null && { company: name }),
  };
  return {
    answer: {
      kind: 'outreach',
      contact,
      contacts: [],
      side,
      mayAct: mayAct(actor) && serves(actor),
      shared: reader.kind === 'channel',
      notice: noticeOf(effect.notice, params),
      problems: [],
      now,
    },
    language: await languageFor(stores, reader),
  };
}
