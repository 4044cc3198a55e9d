import type { Language, Localized } from '../src/core/vocabulary.ts';

const WHY: ReadonlyMap<string, Localized> = new Map();

/** Why a programme is not open to the company, or what to check. */
export function programmeWhyWords(code: string, language: Language): string {
  return WHY.get(code)?.[language] ?? code;
}
