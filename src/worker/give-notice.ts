import { languageFor } from '../app/card-for.ts';
import type { OutboxRow } from '../app/ports/outbox-queue.ts';
import type { ReadStores } from '../app/ports/unit-of-work.ts';
import { isAway } from '../core/absence.ts';
import type { Effect } from '../core/case/effects.ts';
import { danishDate } from '../core/danish-date.ts';
import { type Notice, noticeOf } from '../core/notice.ts';
import type { OrganisationId } from '../core/organisation.ts';
import { withPersonalChats } from './personal-chats.ts';
import { DONE, type RowOutcome, type SendDeps, send } from './send.ts';
import { noticeWays } from './targets.ts';

/** A notice about something other than a case, such as a draft or a channel. */
type OtherNotice = Extract<Effect, { kind: 'notice.person' | 'notice.coordinators' }>;

/** Sends a notice that is about no case. */
export async function giveNotice(row: OutboxRow, effect: OtherNotice, deps: SendDeps): Promise<RowOutcome> {
  const { over, ways, begun, name, until } = await deps.unitOfWork.read(async (stores) => ({
    over: await isSettled(row.about, effect, stores, deps.clock.now()),
    ways: await noticeWays(effect, withPersonalChats(stores, deps.messengers), deps.clock.now()),
    begun: effect.notice === 'draft-expired' ? await stores.drafts.get(row.about) : undefined,
    name:
      effect.notice === 'draft-expired' ? undefined : await nameOf(row.about, effect.organisation, stores),
    until: (await stores.people.absenceOf(row.about))?.until,
  }));
  if (over) return DONE;
  const { organisation } = effect;
  const told = { organisation, ...(name !== undefined && { name }) };
  const notice = noticeOfEffect(effect, told, begun?.createdAt, until);
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

/** The notice as it is worded: `at` is the beginning of the draft, `until` the end of the absence that it is about. */
function noticeOfEffect(
  { notice }: OtherNotice,
  told: { readonly organisation: OrganisationId; readonly name?: string },
  at: string | undefined,
  until: string | undefined,
): Notice {
  switch (notice) {
    case 'draft-expired':
      return noticeOf(notice, { organisation: told.organisation, ...(at !== undefined && { at }) });
    case 'stands-in':
    case 'colleague-away':
      return noticeOf(notice, { ...told, ...(until !== undefined && { until }) });
    case 'channel-lost':
    case 'colleague-left':
    case 'asks-to-be-let-in':
      return noticeOf(notice, told);
    default: {
      const never: never = notice;
      return never;
    }
  }
}

/** The last day of an absence with this deputy; undefined where it has ended, or another one stands in by now. */
async function absentUntil(
  about: string,
  now: string,
  stores: ReadStores,
  deputy: string | null,
): Promise<string | undefined> {
  const absence = await stores.people.absenceOf(about);
  return isAway(absence, danishDate(now)) && absence.deputy === deputy ? absence.until : undefined;
}

/** Whether what a notice asks coordinators to see to has been settled before it was sent. */
async function isSettled(
  about: string,
  effect: OtherNotice,
  stores: ReadStores,
  now: string,
): Promise<boolean> {
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
    case 'stands-in':
      return (await absentUntil(about, now, stores, effect.person)) === undefined;
    case 'colleague-away':
      return (await absentUntil(about, now, stores, null)) === undefined;
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
