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
export function clashesOf(read: readonly ReadOffer[], stored: readonly Offer[]): readonly ImportProblem[] {
  const problems: ImportProblem[] = [];
  const lineOf = new Map<string, number>();
  const ids = new Set(read.map(({ offer }) => offer.id));
  const idOf = new Map(
    catalogueOf(stored)
      .listed.filter(({ offer }) => !ids.has(offer.id))
      .map(({ offer }) => [keyOf(offer), offer.id]),
  );
  for (const { line, offer } of read) {
    const { id, kind, name } = offer;
    const first = lineOf.get(id);
    const before = stored.find((one) => one.id === id) ?? builtInOffer(id);
    const namesake = idOf.get(keyOf(offer));
    if (first !== undefined)
      problems.push({ line, column: 'id', code: 'id-twice', about: id, other: String(first) });
    else if (before && before.kind !== kind)
      problems.push({ line, column: 'kind', code: 'other-kind', about: kind, other: before.kind });
    else if (namesake !== undefined && namesake !== id)
      problems.push({ line, column: 'name', code: 'name-twice', about: name, other: namesake });
    if (first === undefined) lineOf.set(id, line);
    idOf.set(keyOf(offer), id);
  }
  return problems;
}
