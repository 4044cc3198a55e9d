import type { KnownNames } from '../../app/ports/language-model.ts';
import type { Language } from '../../core/vocabulary.ts';
import { isFirstName } from '../entities/first-names.ts';
import { type Found, numberOf, overlaps } from '../entities/found.ts';
import { isSurname } from '../entities/surnames.ts';
import { isStopWord } from '../stop-words.ts';
import { foldText } from '../tokenise.ts';
import type { IsHarmless } from './harmless-words.ts';
import { placesOfNames } from './known-names.ts';
import { isAbbreviation, isDeterminer, mayOpen, namesBehind, saysOfPerson, speaks } from './name-shapes.ts';

/** What stands for a part of a text that stays here. */
type Placeholder = '[company]' | '[person]' | '[place]' | '[country]' | '[address]' | '[number]' | '[word]';

const OF_ENTITY: Readonly<Partial<Record<Found['kind'], Placeholder>>> = {
  companyName: '[company]',
  contactName: '[person]',
  municipality: '[place]',
  contactEmail: '[address]',
  contactPhone: '[number]',
  cvr: '[number]',
  pNumber: '[number]',
  founded: '[number]',
  ageMonths: '[number]',
  employees: '[number]',
  turnoverDkk: '[number]',
};

/** An address in one piece, a word or number, or the end of a sentence. */
const TOKEN =
  /\S*@\S+|(?:https?:\/\/|www\.)\S+|[\p{L}\p{N}-]+\.(?:dk|com|eu|net|org|se|no|de|io)\b\S*|[\p{L}\p{M}\p{N}█]+(?:[-'’./][\p{L}\p{M}\p{N}█]+)*|[.!?\n]/gu;
const END = /^[.!?\n]$/;
const ADDRESS = /[@/]|\.\p{L}{2,}/u;
/** Large numbers as words, which `numberOf` does not read. */
const LARGE = new Set([
  'tusind',
  'tusinde',
  'million',
  'millioner',
  'mio',
  'thousand',
  'millions',
  'dusin',
  'dozen',
]);
/** Number words that are far oftener articles, pronouns or particles in a language. */
const RARELY_NUMBERS: Readonly<Record<Language, ReadonlySet<string>>> = {
  da: new Set(['en', 'et', 'én', 'ét', 'one']),
  en: new Set(['en', 'et', 'én', 'ét', 'one', 'to']),
};

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Knowledge by which a text is freed of names. */
export interface NameKnowledge {
  readonly isHarmless: IsHarmless;
  /** Names of countries, in lower case. */
  readonly countries: ReadonlySet<string>;
  /** Everything that a text tells about the company and its contact, with its place. */
  readonly entitiesOf: (text: string) => readonly Found[];
}

const isCapitalised = (word: string) => /^\p{Lu}/u.test(word);
const capitalised = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);

/** The words of one text, each of which may leave or is replaced. */
class Words {
  readonly #tokens: readonly Token[];
  readonly #entities: readonly Found[];
  readonly #language: Language;
  readonly #known: NameKnowledge;
  /** The tokens that are part of a name that is known beside the text, or named in it. */
  readonly #named: ReadonlySet<number>;

  constructor(text: string, language: Language, known: NameKnowledge, names: KnownNames) {
    this.#tokens = [...text.matchAll(TOKEN)].map((match) => ({
      text: match[0],
      start: match.index,
      end: match.index + match[0].length,
    }));
    this.#entities = known.entitiesOf(text);
    this.#language = language;
    this.#known = known;
    this.#named = placesOfNames(
      this.#tokens.map((token) => token.text),
      namesWith(this.#entities, names),
    );
  }

  /** Each word as it leaves, or its placeholder. */
  leaving(): readonly string[] {
    return this.#tokens.map((token, at) => this.#leaves(token, at));
  }

  #leaves({ text, start, end }: Token, at: number): string {
    if (END.test(text)) return text;
    const entity = this.#entities.find((one) => OF_ENTITY[one.kind] && overlaps(one, { start, end }));
    if (entity) return OF_ENTITY[entity.kind] ?? '[word]';
    const lower = text.toLowerCase();
    if (/[\p{N}█]/u.test(text)) return '[number]';
    if (ADDRESS.test(text)) return '[address]';
    if (this.#known.countries.has(lower)) return '[country]';
    if (this.#isNumber(lower)) return '[number]';
    if (this.#isPerson(at)) return '[person]';
    if (this.#named.has(at) || this.#isName(at) || this.#isSurname(at)) return '[word]';
    return this.#known.isHarmless(lower) ? lower : '[word]';
  }

  #isNumber(lower: string): boolean {
    if (RARELY_NUMBERS[this.#language].has(lower)) return false;
    return LARGE.has(lower) || numberOf(lower) !== undefined;
  }

  /** A first name, or the word behind one unless that goes on with the sentence: `ole ringer`. */
  #isPerson(at: number): boolean {
    const { text = '' } = this.#tokens[at] ?? {};
    if (isFirstName(text)) return true;
    const before = this.#tokens[at - 1]?.text ?? '';
    if (!isFirstName(capitalised(before)) || (this.#known.isHarmless(before) && !isCapitalised(before)))
      return false;
    return isCapitalised(text) || !isStopWord(foldText(text));
  }

  /**
   * A capital makes a name, even of common words: `Det Grønne Hus`. So does one in front of another. At the start of a
   * sentence every word has one: there only words go that no name is made of, and that nobody is (`Skov vil`, `Skov ringer`).
   */
  #isName(at: number): boolean {
    const token = this.#tokens[at];
    if (!isNameLike(token) || token?.text === 'I') return false;
    return !this.#opens(at) || !mayOpen(token?.text ?? '') || isNameLike(this.#tokens[at + 1]);
  }

  /**
   * A common word that is a surname where it stands: at the start of a sentence, behind `fra` or a title, beside another,
   * and in front of what a person does.
   */
  #isSurname(at: number): boolean {
    const { text = '' } = this.#tokens[at] ?? {};
    const after = this.#tokens[at + 1]?.text ?? '';
    const opens = this.#opens(at);
    if (opens && speaks(after) && !isStopWord(foldText(text)) && !/(?:en|et|ne)$/u.test(text)) return true;
    if (!isSurname(text)) return false;
    const before = this.#wordBefore(at);
    if (opens || namesBehind(before)) return true;
    if (/^(?:og|and)$/.test(before) && this.#isSurname(at - 2)) return true;
    return saysOfPerson(after) && !isDeterminer(before);
  }

  #opens(at: number): boolean {
    const before = this.#tokens[at - 1]?.text;
    return before === undefined || END.test(before);
  }

  /** The word before, also behind the point of an abbreviation: `hr. skov`. */
  #wordBefore(at: number): string {
    const before = this.#tokens[at - 1]?.text ?? '';
    return (before === '.' ? (this.#tokens[at - 2]?.text ?? '') : before).toLowerCase();
  }
}

const isNameLike = (one: Token | undefined) =>
  one !== undefined && isCapitalised(one.text) && !isAbbreviation(one.text);

/** The names that are known, with those that stand in the text itself. */
function namesWith(entities: readonly Found[], { people, companies }: KnownNames): KnownNames {
  const named = (kind: 'contactName' | 'companyName') =>
    entities.flatMap((one) => (one.kind === kind ? [String(one.value)] : []));
  return {
    people: [...people, ...named('contactName')],
    companies: [...companies, ...named('companyName')],
  };
}

/**
 * A text in which only harmless words are left: names, places, numbers and words that are not common are placeholders,
 * and no punctuation is left but the ends of sentences. `names` are known beside the text. `text` must be free of CPR
 * numbers already.
 */
export function withoutNames(
  text: string,
  language: Language,
  known: NameKnowledge,
  names: KnownNames,
): string {
  const words = new Words(text, language, known, names).leaving();
  return words
    .filter((word, at) => !(word.startsWith('[') && word === words[at - 1]))
    .join(' ')
    .replace(/ (?=[.!?\n])/g, '')
    .trim();
}
