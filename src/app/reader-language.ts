import type { Person } from '../core/person.ts';
import type { Language } from '../core/vocabulary.ts';
import type { ReadStores } from './ports/unit-of-work.ts';

/** The language of what everybody in a channel reads, and of answers to people we do not know. */
export const COMMON_LANGUAGE: Language = 'da';

/** The language a person reads: the one chosen with `sprog`, else the directory's, else the common one. */
export async function languageOf(stores: ReadStores, person: Person): Promise<Language> {
  return (await stores.people.language(person.id)) ?? person.language ?? COMMON_LANGUAGE;
}
