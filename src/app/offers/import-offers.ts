import type { ImportProblem } from '../../core/import-problems.ts';
import { builtInOffer } from '../../core/offers/catalogue.ts';
import { offerClashes, type ReadOffer } from '../../core/offers/import-offers.ts';
import type { Stores } from '../ports/unit-of-work.ts';

/** The result of an import: how many were new, or what keeps all of them out. */
export type Imported =
  | { readonly ok: true; readonly added: number; readonly replaced: number }
  | { readonly ok: false; readonly problems: readonly ImportProblem[] };

/** Puts offers into the catalogue, all of them or none. Those with a known id replace what stood there. */
export async function importOffers(
  stores: Pick<Stores, 'offers'>,
  read: readonly ReadOffer[],
  now: string,
): Promise<Imported> {
  const stored = await stores.offers.all();
  const problems = offerClashes(read, stored);
  if (problems.length > 0) return { ok: false, problems };
  const offers = read.map(({ offer }) => offer);
  await stores.offers.put(offers, now);
  const known = new Set(stored.map(({ id }) => id));
  const replaced = offers.filter(({ id }) => known.has(id) || builtInOffer(id) !== undefined).length;
  return { ok: true, added: offers.length - replaced, replaced };
}
