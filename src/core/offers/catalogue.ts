import { z } from 'zod';
import { COMMAND_WORDS, fold } from '../fold.ts';
import type { MunicipalityCode } from '../municipalities.ts';
import builtIn from './built-in.json' with { type: 'json' };
import { isValidOn, type Offer, type OfferKind, OWNER_LEVELS, offerSchema, reaches } from './offer.ts';

/** An offer as the catalogue holds it. */
export interface Listed {
  readonly offer: Offer;
  /** Whether an import added it, or overruled the built-in one. */
  readonly imported: boolean;
}

/** What triage may name on a day. `no-funds`: it exists, but has no money left. */
type Standing = 'offered' | 'no-funds' | 'ended' | 'unknown';

/** Everything that a company can be offered. */
export interface Catalogue {
  /** In the order of the built-in list, then the imported ones by id. */
  readonly listed: readonly Listed[];
  /**
   * How an offer stands in a municipality on a day (ISO date; empty where unknown): by the name of a service or programme,
   * or the code of a tool or actor. `level`: whose service it is. `unknown`: the catalogue never held it.
   */
  standing(asked: AskedOffer, day: string): Standing;
}

export interface AskedOffer {
  readonly kind: OfferKind;
  readonly name: string;
  readonly municipality: MunicipalityCode;
  readonly level?: 'les' | 'ehm' | undefined;
}

const BUILT_IN: readonly Offer[] = z.array(offerSchema).parse(builtIn);

/** The name of an offer for comparison. */
export function offerKey(name: string): string {
  return fold(name, COMMAND_WORDS)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The built-in offer with that id. */
export function builtInOffer(id: string): Offer | undefined {
  return BUILT_IN.find((one) => one.id === id);
}

/** The catalogue of the built-in offers and the imported ones, which overrule those with the same id. */
export function catalogueOf(imported: readonly Offer[]): Catalogue {
  if (imported.length === 0) return BUILT_IN_CATALOGUE;
  return indexed(imported);
}

function indexed(imported: readonly Offer[]): Catalogue {
  const over = new Map(imported.map((offer) => [offer.id, offer]));
  const listed: Listed[] = BUILT_IN.map((offer) => {
    const other = over.get(offer.id);
    over.delete(offer.id);
    return { offer: other ?? offer, imported: other !== undefined };
  });
  for (const offer of [...over.values()].sort((a, b) => (a.id < b.id ? -1 : 1)))
    listed.push({ offer, imported: true });
  const byName = Map.groupBy(listed, ({ offer }) => keyOf(offer.kind, offer.code ?? offer.name));
  return {
    listed,
    standing({ kind, name, municipality, level }, day) {
      const mayBe = ({ owner }: Offer) =>
        level === undefined || !OWNER_LEVELS.some((one) => one === owner) || owner === level;
      const named = (byName.get(keyOf(kind, name)) ?? []).filter(({ offer }) => mayBe(offer));
      if (named.length === 0) return 'unknown';
      const valid = named.filter(({ offer }) => isValidOn(offer, day) && reaches(offer, municipality));
      if (valid.length === 0) return 'ended';
      return valid.every(({ offer }) => offer.funds === 'closed') ? 'no-funds' : 'offered';
    },
  };
}

function keyOf(kind: OfferKind, name: string): string {
  return `${kind} ${offerKey(name)}`;
}

/** The built-in offers alone. */
export const BUILT_IN_CATALOGUE: Catalogue = indexed([]);
