import { LANGUAGES, type Language } from '../src/core/vocabulary.ts';
import * as da from './da/index.ts';
import * as en from './en/index.ts';

/**
 * All sentences of a language: texts, or functions of the parameters they name. Danish is the source of keys and
 * parameters. A language that lacks a sentence, or takes other parameters, does not compile.
 */
export type Sentences = typeof da;

const SENTENCES: Readonly<Record<Language, Sentences>> = { da, en };

/** The sentences of one language. */
export function sentencesIn(language: Language): Sentences {
  return SENTENCES[language];
}

/** A value from each language, by language: `inEach(({ dates }) => dates.tag)`. */
export function inEach<Of>(of: (sentences: Sentences) => Of): Readonly<Record<Language, Of>> {
  return Object.fromEntries(LANGUAGES.map((language) => [language, of(SENTENCES[language])])) as Readonly<
    Record<Language, Of>
  >;
}

/** A value from each language, in the order of the languages: for reading words that may be typed in any of them. */
export function ofAll<Of>(of: (sentences: Sentences) => Of): readonly Of[] {
  return LANGUAGES.map((language) => of(SENTENCES[language]));
}

/** A sentence in all languages, one after the other, for readers whose language is unknown. */
export function inEveryLanguage(sentence: (sentences: Sentences) => string): string {
  return ofAll(sentence).join(' ');
}
