import type { EventCode } from '../src/core/case/events.ts';
import type { Language } from '../src/core/vocabulary.ts';
import { sentencesIn } from './sentences.ts';

/** A history event in words. An event of a later release has no words here and is shown by its code. */
export function eventWords(event: EventCode, language: Language): string {
  const { events } = sentencesIn(language);
  return Object.hasOwn(events, event) ? events[event] : event;
}
