import { isWithin, slipsIn } from '../misspelt.ts';
import type { MunicipalityCode } from '../municipalities.ts';
import type { Area } from '../vocabulary.ts';
import { type Catalogue, type Listed, offerKey } from './catalogue.ts';
import { isValidOn, type Offer, type OfferKind, reaches } from './offer.ts';

/** What is looked for in the catalogue. */
export interface OffersAsked {
  /** Words of a name, an owner or terms. Empty: everything. */
  readonly words: string;
  /** The needs that the words name. */
  readonly areas: readonly Area[];
  readonly kind: OfferKind | null;
  /** The municipalities for whose companies it is: one, or those of an Erhvervshus. */
  readonly within: readonly MunicipalityCode[];
  /** ISO date. */
  readonly day: string;
}

export interface FoundOffers {
  /** Valid on the day, the best first. */
  readonly offers: readonly Offer[];
  /** Found by name, but not valid on the day. */
  readonly notNow: readonly Offer[];
}

const BY_WHOLE_NAME = 9;
const BY_NAME = 6;
const BY_AREA = 4;
const BY_PART_OF_NAME = 3;
const BY_TERMS = 1;
/** The fewest letters by which a word is found at the beginning of a longer one, and in the terms. */
const SHORTEST = 4;

const wordsOf = (text: string) => offerKey(text).split(' ').filter(Boolean);

/** Whether a typed word is one of the words: whole, as their beginning, or with the slips that its length allows. */
function isAmong(typed: string, words: readonly string[]): boolean {
  return words.some(
    (word) =>
      word === typed ||
      (typed.length >= SHORTEST && (word.startsWith(typed) || isWithin(slipsIn(typed), typed, word))),
  );
}

function byNameOf({ name, nameEn }: Offer, typed: readonly string[]): number {
  const names = wordsOf(`${name} ${nameEn ?? ''}`);
  const hits = typed.filter((word) => isAmong(word, names));
  if (hits.length === typed.length)
    return wordsOf(name).every((word) => isAmong(word, typed)) ? BY_WHOLE_NAME : BY_NAME;
  // Small words are in many names.
  return hits.some(({ length }) => length >= SHORTEST) ? BY_PART_OF_NAME : 0;
}

function scoreOf(offer: Offer, typed: readonly string[], areas: readonly Area[]): number {
  const byName = byNameOf(offer, typed);
  const byArea = areas.some((area) => offer.areas.includes(area)) ? BY_AREA : 0;
  const { forWhom, criteria, owner } = offer;
  const terms = wordsOf([owner, forWhom.da, forWhom.en, criteria?.da, criteria?.en].join(' '));
  const byTerms = typed.some((word) => word.length >= SHORTEST && isAmong(word, terms)) ? BY_TERMS : 0;
  return byName + byArea + byTerms;
}

/**
 * The offers of the catalogue that fit, by name, need and terms: exact words before misspelt ones, those with funds before
 * those without.
 */
export function findOffers(
  { listed }: Pick<Catalogue, 'listed'>,
  { words, areas, kind, within, day }: OffersAsked,
): FoundOffers {
  const typed = wordsOf(words);
  const scored = listed
    .filter(({ offer }) => kind === null || offer.kind === kind)
    .filter(({ offer }) => within.some((municipality) => reaches(offer, municipality)))
    .map(({ offer }: Listed) => ({ offer, score: typed.length === 0 ? 1 : scoreOf(offer, typed, areas) }))
    .filter(({ score }) => score > 0);
  const best = scored.toSorted(
    (a, b) => b.score - a.score || Number(a.offer.funds === 'closed') - Number(b.offer.funds === 'closed'),
  );
  return {
    offers: best.filter(({ offer }) => isValidOn(offer, day)).map(({ offer }) => offer),
    notNow: best
      .filter(({ offer, score }) => !isValidOn(offer, day) && typed.length > 0 && score >= BY_NAME)
      .map(({ offer }) => offer),
  };
}
