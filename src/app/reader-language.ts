import type { Person } from '../core/person.ts';
import { LANGUAGES, type Language } from '../core/vocabulary.ts';
import type { ReadStores } from './ports/unit-of-work.ts';

/** The language of what everybody in a channel reads, and of answers to people we do not know. */
export const COMMON_LANGUAGE: Language = 'da';

/** The language of a client's language tag (`en-GB`); the common one where there is none, or for any other language. */
export function languageOfLocale(locale: string | null | undefined): Language {
  const primary = locale?.split(/[-_]/)[0]?.toLowerCase();
  return LANGUAGES.find((language) => language === primary) ?? COMMON_LANGUAGE;
}

/** The language a person reads: the one chosen with `sprog`, else the directory's, else the common one. */
export async function languageOf(stores: ReadStores, person: Person): Promise<Language> {
  return (await stores.people.language(person.id)) ?? person.language ?? COMMON_LANGUAGE;
}
