import { addElapsed } from '../core/promise/clock.ts';
import type { Refusal } from '../core/result.ts';
import type { Work } from './turn.ts';

/** Contacts that one person may add to cases within an hour: three times the busiest hour of the phone line. */
const CONTACTS_AN_HOUR = 60;

/**
 * Counts a contact that the person is about to add to any case. Refuses `too-often` after `CONTACTS_AN_HOUR`. The
 * count is in the store, so it holds across processes.
 */
export async function countContact({ stores, person, now }: Work): Promise<Refusal | null> {
  const since = addElapsed(now, -1);
  const count = await stores.marks.countSince(person.id, 'contact', since);
  if (count >= CONTACTS_AN_HOUR) return { code: 'too-often', params: { max: CONTACTS_AN_HOUR } };
  await stores.marks.add(person.id, 'contact', addElapsed(now, 0));
  return null;
}
