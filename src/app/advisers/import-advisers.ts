import { adviserClashes, type ReadAdviser } from '../../core/advisers/import-advisers.ts';
import type { Imported } from '../offers/import-offers.ts';
import type { Stores } from '../ports/unit-of-work.ts';

/** Puts advisers into the list, all of them or none. Those with a known id replace who stood there. */
export async function importAdvisers(
  stores: Pick<Stores, 'advisers'>,
  read: readonly ReadAdviser[],
  now: string,
): Promise<Imported> {
  const stored = await stores.advisers.all();
  const problems = adviserClashes(read, stored);
  if (problems.length > 0) return { ok: false, problems };
  const advisers = read.map(({ adviser }) => adviser);
  await stores.advisers.put(advisers, now);
  const known = new Set(stored.map(({ id }) => id));
  const replaced = advisers.filter(({ id }) => known.has(id)).length;
  return { ok: true, added: advisers.length - replaced, replaced };
}
