import { LANGUAGES, type Language } from '../src/core/vocabulary.ts';
import * as da from './da/index.ts';
import * as en from './en/index.ts';

/**
 * Every sentence of a language: plain text, or a function of what the sentence names. Danish is the source of the keys
 * and parameters; a language that lacks a sentence, or takes other parameters, does not compile.
 */
export type Sentences = typeof da;

const SENTENCES: Readonly<Record<Language, Sentences>> = { da, en };

/** The sentences of one language. */
export function sentencesIn(language: Language): Sentences {
  return SENTENCES[language];
}

/** Something of every language: `inEach(({ dates }) => dates.tag)`. */
export function inEach<Of>(of: (sentences: Sentences) => Of): Readonly<Record<Language, Of>> {
  return Object.fromEntries(LANGUAGES.map((language) => [language, of(SENTENCES[language])])) as Readonly<
    Record<Language, Of>
  >;
}

/** Something of every language, in the order of the languages: what a person may type in any of them. */
export function ofAll<Of>(of: (sentences: Sentences) => Of): readonly Of[] {
  return LANGUAGES.map((language) => of(SENTENCES[language]));
}

/** A sentence in every language, one after the other: for readers whose language nobody knows. */
export function inEveryLanguage(sentence: (sentences: Sentences) => string): string {
  return ofAll(sentence).join(' ');
}
