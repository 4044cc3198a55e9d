import type { Adviser } from '../../core/advisers/adviser.ts';
import { keysIn, keysOf, type Subject } from '../erasure.ts';
import type { ReadStores, Stores } from '../ports/unit-of-work.ts';

/** The keys by which an adviser is found: CVR number, name, phone number and e-mail address. */
export function keysOfAdviser({ cvr, name, phone, email }: Adviser): readonly string[] {
  return keysIn({
    contactName: name,
    ...(cvr !== null && { cvr }),
    ...(phone !== null && { contactPhone: phone }),
    ...(email !== null && { contactEmail: email }),
  });
}

/** The advisers who are the company or the person. */
export async function advisersAbout(stores: ReadStores, subject: Subject): Promise<readonly Adviser[]> {
  const wanted = keysOf(subject);
  return (await stores.advisers.all()).filter((one) =>
    keysOfAdviser(one).some((key) => wanted.includes(key)),
  );
}

/** Deletes advisers, and how often each was shown. The source that they are imported from must leave them out as well. */
export async function eraseAdvisers(stores: Stores, advisers: readonly Adviser[]): Promise<void> {
  for (const { id } of advisers) await stores.advisers.remove(id);
}
