import type { Refusal } from '../src/core/result.ts';
import type { Language, Localized } from '../src/core/vocabulary.ts';
import { fill } from './fill.ts';
import { REFUSALS } from './refusal-sentences.ts';

const sentences: ReadonlyMap<string, Localized> = new Map(Object.entries(REFUSALS));

/** The codes that have a sentence; a test holds every code in use against them. */
export const REFUSAL_CODES: readonly string[] = Object.keys(REFUSALS);

/** A refusal as a sentence. A code without one still gets an answer: a person is never shown nothing. */
export function refusalWords(refusal: Refusal, language: Language, now?: string): string {
  const sentence = sentences.get(refusal.code);
  if (!sentence) {
    return language === 'da'
      ? `Det kan ikke lade sig gøre (${refusal.code}). Skriv "hjælp" for at se, hvad du kan gøre.`
      : `That is not possible (${refusal.code}). Type "help" to see what you can do.`;
  }
  return fill(sentence[language], refusal.params ?? {}, language, now);
}
