import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { tab as da } from '../../dialogs/da/tab.ts';
import { tab as en } from '../../dialogs/en/tab.ts';
import type { Language } from '../core/vocabulary.ts';

export type Words = typeof da;

const WORDS: Readonly<Record<Language, Words>> = { da, en };

/** The language of a client's tag (`en-GB`), Danish where we have another. */
export function languageOfTag(tag: string): Language {
  const [primary = ''] = tag.toLowerCase().split(/[-_]/);
  return primary in WORDS ? (primary as Language) : 'da';
}

export const LanguageContext = createContext<Language>('da');

/** The words in the reader's language. */
export function useWords(): Words {
  return WORDS[useContext(LanguageContext)];
}
