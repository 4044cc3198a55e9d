import type { Understanding } from '../../app/ports/language-model.ts';
import { MAX_LOOKED_AT } from '../tokenise.ts';
import { readAge, readFounded } from './age.ts';
import { readEmployees, readTurnover } from './amounts.ts';
import { readCompanyName, readFormedCompany } from './company-name.ts';
import { readContactName } from './contact-name.ts';
import { type Found, overlaps } from './found.ts';
import { readEightDigits, readEmails, readPNumbers } from './numbers.ts';
import { type Candidate, isPlace, type Places, placesIn, surestPlace } from './places.ts';
import { readWords } from './stage-words.ts';
import { readTools, toolsNamed } from './tools.ts';

/** The knowledge that reading entities needs. */
export interface EntityKnowledge {
  readonly places: Places;
  /** Whether a word names a need. */
  readonly isTerm: (word: string) => boolean;
}

/**
 * Reads everything that a text tells about the company and its contact, each with its place in the text; of each kind,
 * the first that is certain. `today` is an ISO date. Text beyond the first few thousand letters is ignored. Never
 * throws.
 */
export function readEntities(
  text: string,
  today: string,
  { places, isTerm }: EntityKnowledge,
): readonly Found[] {
  const looked = text.slice(0, MAX_LOOKED_AT);
  const numbers = [...readEmails(looked), ...readPNumbers(looked), ...readEightDigits(looked)];
  const free = (found: { readonly start: number; readonly end: number }) =>
    !numbers.some((number) => overlaps(number, found));
  const founded = readFounded(looked, today).filter(free);
  const figures = [
    ...founded,
    ...readAge(looked).filter(free),
    ...readEmployees(looked).filter(free),
    ...readTurnover(looked).filter(free),
  ];
  const formed = readFormedCompany(looked);
  const places_ = placesIn(looked, places).filter(
    (one) => free(one) && !figures.some((f) => overlaps(f, one)),
  );
  // A town that opens a name belongs to the name: `Lystrup Kartonnage`.
  const ends = places_.filter(({ end }) => !/^ (?:\p{Lu}|&)/u.test(looked.slice(end)));
  const taken = [...numbers, ...figures, ...ends, ...toolsNamed(looked)];
  const contacts = numbers.filter(({ kind }) => kind === 'contactPhone' || kind === 'contactEmail');
  const people = readContactName(looked, [...taken, ...formed], contacts);
  const companies =
    formed.length > 0
      ? formed
      : readCompanyName(looked, [...taken, ...people], {
          isTerm,
          isPlace: (words) => isPlace(words, places),
        });
  const names = [...people, ...companies];
  // A town within a name tells where the company once was, not where it is.
  const where = surestPlace(
    places_.filter((one) => !names.some((name) => overlaps(name, one)) && !opensName(looked, one)),
  );
  const all = [...numbers, ...figures, ...where, ...names, ...readWords(looked), ...readTools(looked)];
  const first = new Map<string, Found>();
  for (const entity of all) if (!first.has(entity.kind)) first.set(entity.kind, entity);
  return [...first.values()];
}

/**
 * Whether a place opens a company's name: `søndersø maskinfabrik`, `Ribe Biogas`. `i Viborg Robotter …` gives a place.
 */
function opensName(text: string, { start, end }: Candidate): boolean {
  const next = /^ (\p{L}+)/u.exec(text.slice(end))?.[1] ?? '';
  if (/(?:^|[^\p{L}])(?:i|in|ved|nær|near) $/iu.test(text.slice(0, start))) return false;
  return COMPANY_NOUN.test(next);
}

/** Nouns that follow a town in a company's name. */
const COMPANY_NOUN =
  /(?:fabrik|fabrikken|værft|mejeri|bryggeri|bryghus|bageri|smedje|smedie|trælast|tømmerhandel|kartonnage|emballage|teknik|byg|byggefirma|vvs|auto|biler|autoværksted|værksted|transport|vognmand|handel|entreprise|industri|maskiner|møbler|keramik|glas|cykler|klinik|apotek|hotel|kro|camping|savværk|stålbyg|beton|holding|gartneri|planteskole|biogas|fjernvarme|elværk|trykkeri|tekstil|økologi|robotteknik|kanoudlejning|muslinger|surfskole)$/iu;

/** The values alone, in the shape of an understanding. */
export function valuesOf(found: readonly Found[]): Understanding['entities'] {
  return Object.fromEntries(found.map(({ kind, value }) => [kind, value]));
}
