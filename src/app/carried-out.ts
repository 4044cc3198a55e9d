import type { Inbound } from './inbound.ts';
import type { Stores } from './ports/unit-of-work.ts';

/** An edit of an older message is ignored: the inbox has forgotten the message, which may have been carried out. */
const EDITED_WITHIN_DAYS = 5;

/**
 * Whether a delivery is carried out. An edit is, once, if its message never arrived (in a channel where only the edit
 * mentions the bot). Otherwise the message's own effect stands.
 */
export async function isCarriedOut(
  inbound: Inbound,
  fresh: boolean,
  stores: Stores,
  now: string,
): Promise<boolean> {
  const { edit, messageKey } = inbound;
  if (messageKey !== undefined) await stores.inbox.record(messageKey, now);
  if (!edit) return true;
  const isNew = await stores.inbox.record(edit.of, now);
  const age = edit.sentAt === null ? 0 : Date.parse(now) - Date.parse(edit.sentAt);
  return fresh && isNew && age < EDITED_WITHIN_DAYS * 24 * 3_600_000;
}
