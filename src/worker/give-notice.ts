import { languageFor } from '../app/card-for.ts';
import type { OutboxRow } from '../app/ports/outbox-queue.ts';
import type { ReadStores } from '../app/ports/unit-of-work.ts';
import type { Effect } from '../core/case/effects.ts';
import { noticeOf } from '../core/notice.ts';
import type { OrganisationId } from '../core/organisation.ts';
import { withPersonalChats } from './personal-chats.ts';
import { DONE, type RowOutcome, type SendDeps, send } from './send.ts';
import { noticeWays } from './targets.ts';

/** A notice about something other than a case, such as a draft or a channel. */
type OtherNotice = Extract<Effect, { kind: 'notice.person' | 'notice.coordinators' }>;

/** Sends a notice that is about no case. */
export async function giveNotice(row: OutboxRow, effect: OtherNotice, deps: SendDeps): Promise<RowOutcome> {
  const { over, ways, begun, name } = await deps.unitOfWork.read(async (stores) => ({
    over: await isSettled(row.about, effect, stores),
    ways: await noticeWays(effect, withPersonalChats(stores, deps.messengers)),
    begun: effect.kind === 'notice.person' ? await stores.drafts.get(row.about) : undefined,
    name:
      effect.kind === 'notice.coordinators'
        ? await nameOf(row.about, effect.organisation, stores)
        : undefined,
  }));
  if (over) return DONE;
  const { organisation } = effect;
  const notice =
    effect.kind === 'notice.person'
      ? noticeOf(effect.notice, { organisation, ...(begun && { at: begun.createdAt }) })
      : noticeOf(effect.notice, { organisation, ...(name !== undefined && { name }) });
  return send(row, deps, ways, {
    name: row.id,
    card: 'notice',
    revision: 0,
    draw: async (stores, reader) => ({
      answer: { kind: 'notice', notice },
      language: await languageFor(stores, reader),
    }),
  });
}

/** Whether what a notice asks coordinators to see to has been settled before it was sent. */
async function isSettled(about: string, effect: OtherNotice, stores: ReadStores): Promise<boolean> {
  const { notice, organisation } = effect;
  switch (notice) {
    case 'channel-lost': {
      const bound = await stores.bindings.ofOrganisation(organisation);
      return bound.some(({ conversation }) => conversation.id === about);
    }
    case 'colleague-left':
      return (await stores.people.membersOf(organisation)).some(({ id }) => id === about);
    case 'asks-to-be-let-in': {
      const asking = await stores.admissions.ofOrganisation(organisation);
      return !asking.some(({ identity }) => identity === about);
    }
    case 'draft-expired':
      return false;
    default: {
      const never: never = notice;
      return never;
    }
  }
}

/** The name of the person whom a notice to coordinators is about: a colleague, or somebody who asks to be let in. */
async function nameOf(
  about: string,
  organisation: OrganisationId,
  stores: ReadStores,
): Promise<string | undefined> {
  const asking = await stores.admissions.ofOrganisation(organisation);
  const found = asking.find(({ identity }) => identity === about) ?? (await stores.people.get(about));
  return found?.name;
}
