import type { Language, Localized } from '../src/core/vocabulary.ts';

/** Picks the sentence of one language: `say('Overtag', 'Accept')`. Both are always written side by side. */
export type Say = (da: string, en: string) => string;

/** A `Say` for one language. */
export function sayIn(language: Language): Say {
  return (da, en) => (language === 'da' ? da : en);
}

/** Both languages of one label. */
export function both(da: string, en: string): Localized {
  return { da, en };
}

/** `a, b og c` / `a, b and c`. */
export function listOf(items: readonly string[], language: Language): string {
  const last = items.at(-1);
  if (items.length < 2 || last === undefined) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${language === 'da' ? 'og' : 'and'} ${last}`;
}
