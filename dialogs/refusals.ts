import type { Refusal } from '../src/core/result.ts';
import type { Language } from '../src/core/vocabulary.ts';
import { fill } from './fill.ts';
import { REFUSALS } from './refusal-sentences.ts';

/** A refusal as a sentence. A code of a later release, kept on a draft, still gets an answer: a person is never shown nothing. */
export function refusalWords(refusal: Refusal, language: Language, now?: string): string {
  const sentence = Object.hasOwn(REFUSALS, refusal.code) ? REFUSALS[refusal.code] : undefined;
  if (!sentence) {
    return language === 'da'
      ? `Det kan ikke lade sig gøre (${refusal.code}). Skriv "hjælp" for at se, hvad du kan gøre.`
      : `That is not possible (${refusal.code}). Type "help" to see what you can do.`;
  }
  return fill(sentence[language], refusal.params ?? {}, language, now);
}
