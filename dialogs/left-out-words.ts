import type { Language, Localized } from '../src/core/vocabulary.ts';
import type { LeftOut } from '../src/text/mail.ts';
import { both, listOf } from './say.ts';

/** Parts of a message that are not the person's matter, by name. */
const LABELS: Readonly<Record<LeftOut, Localized>> = {
  quote: both('citeret tekst', 'quoted text'),
  headers: both('mailens hoved', 'the headers'),
  greeting: both('hilsenen', 'the greeting'),
  signature: both('underskriften', 'the signature'),
  disclaimer: both('standardteksten', 'the standard text'),
  history: both('tidligere mails', 'earlier e-mails'),
};

/** `headers,signature` as `mailens hoved og underskriften`. */
export function leftOutWords(codes: string, language: Language): string {
  const words = codes.split(',').flatMap((code) => {
    const label = Object.entries(LABELS).find(([part]) => part === code)?.[1];
    return label ? [label[language]] : [];
  });
  return listOf(words, language);
}
