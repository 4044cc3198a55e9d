import { addElapsed } from '../core/promise/clock.ts';
import type { Refusal } from '../core/result.ts';
import type { Turn } from './turn.ts';

/** Contacts that one person may add to cases within an hour: three times what the phone line at its busiest needs. */
const CONTACTS_AN_HOUR = 60;

/**
 * Counts a contact that the person is about to add to a case, whosever it is; the refusal `too-often` where they have
 * added as many within the hour as anybody can take down. Counted in the store, so that it holds for all processes.
 */
export async function countContact({ stores, person, now }: Turn): Promise<Refusal | null> {
  const since = addElapsed(now, -1);
  const count = await stores.marks.countSince(person.id, 'contact', since);
  if (count >= CONTACTS_AN_HOUR) return { code: 'too-often', params: { max: CONTACTS_AN_HOUR } };
  await stores.marks.add(person.id, 'contact', addElapsed(now, 0));
  return null;
}
