import type { Person } from '../core/person.ts';
import { LANGUAGES, type Language } from '../core/vocabulary.ts';
import type { Inbound } from './inbound.ts';
import type { ReadStores, Stores } from './ports/unit-of-work.ts';

/** The language of what everybody in a channel reads, and of answers to people we do not know. */
export const COMMON_LANGUAGE: Language = 'da';

/** The language of a client's language tag (`en-GB`); undefined where there is none, or for a language we do not have. */
function clientLanguageOf(locale: string | null | undefined): Language | undefined {
  const primary = locale?.split(/[-_]/)[0]?.toLowerCase();
  return LANGUAGES.find((language) => language === primary);
}

/** The language of a client's language tag; the common one where it says none that we have. */
export function languageOfLocale(locale: string | null | undefined): Language {
  return clientLanguageOf(locale) ?? COMMON_LANGUAGE;
}

/** The language a person reads: the one chosen with `sprog`, else the directory's, else their client's, else the common one. */
export async function languageOf(stores: ReadStores, person: Person): Promise<Language> {
  const { people } = stores;
  return (
    (await people.language(person.id)) ??
    person.language ??
    (await people.clientLanguage(person.id)) ??
    COMMON_LANGUAGE
  );
}

/** Remembers the language of a person's client, for those who have chosen none. */
export async function rememberClientLanguage(
  stores: Stores,
  person: string,
  locale: string | null,
): Promise<void> {
  const language = clientLanguageOf(locale);
  if (language !== undefined && (await stores.people.clientLanguage(person)) !== language)
    await stores.people.saveClientLanguage(person, language);
}

/**
 * The language of a turn's answers: the channel's where everybody in it reads them, else the person's. Somebody who belongs
 * nowhere has only their client's.
 */
export async function languageOfTurn(
  stores: ReadStores,
  person: Person,
  { audience, conversation, person: { locale } }: Inbound,
): Promise<Language> {
  const binding =
    audience === 'conversation' ? await stores.bindings.ofConversation(conversation) : undefined;
  if (binding) return binding.language ?? COMMON_LANGUAGE;
  if (person.memberships.length === 0)
    return (await stores.people.language(person.id)) ?? languageOfLocale(locale);
  return languageOf(stores, person);
}
