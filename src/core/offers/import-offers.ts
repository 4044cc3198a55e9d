import { clashesOf } from '../import-clashes.ts';
import type { ImportProblem } from '../import-problems.ts';
import { builtInOffer, catalogueOf, offerKey } from './catalogue.ts';
import type { Offer } from './offer.ts';

/** An offer with the line of the file that it was read from. */
export interface ReadOffer {
  readonly line: number;
  readonly offer: Offer;
}

/** Each level and house may have an offer of the same name. */
const keyOf = ({ kind, name, owner }: Offer) => `${kind} ${offerKey(name)} ${offerKey(owner)}`;

/**
 * What keeps offers from being imported beside each other, and beside those imported before: an id or name twice, or an id
 * whose offer is of another kind. `name-twice` names the other offer's id.
 */
export function offerClashes(read: readonly ReadOffer[], stored: readonly Offer[]): readonly ImportProblem[] {
  const rows = read.map(({ line, offer }) => ({ line, item: offer }));
  const standing = catalogueOf(stored).listed.map(({ offer }) => offer);
  return clashesOf(rows, standing, keyOf, ({ line, item: { id, kind } }) => {
    const before = stored.find((one) => one.id === id) ?? builtInOffer(id);
    if (!before || before.kind === kind) return null;
    return { line, column: 'kind', code: 'other-kind', about: kind, other: before.kind };
  });
}
