import { CASE_VERBS } from '../src/core/command.ts';
import type { Language, Localized } from '../src/core/vocabulary.ts';
import { VERB_LABELS } from './case-labels.ts';
import { both } from './say.ts';

/** What happened to a case, by the history's event codes. */
export const EVENTS: Readonly<Record<string, Localized>> = {
  'case.opened': both('Sagen er oprettet', 'The case was created'),
};

/** A history event in words. */
export function eventWords(event: string, language: Language): string {
  const known = Object.hasOwn(EVENTS, event) ? EVENTS[event] : undefined;
  if (known) return known[language];
  const verb = CASE_VERBS.find((one) => one === event);
  return verb ? VERB_LABELS[verb][language] : event;
}
