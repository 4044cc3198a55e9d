import type { EventCode } from '../src/core/case/events.ts';
import type { Language } from '../src/core/vocabulary.ts';
import { sentencesIn } from './sentences.ts';

/** A history event in words; one of a later release, which this one does not know, is shown as it is. */
export function eventWords(event: EventCode, language: Language): string {
  const { events } = sentencesIn(language);
  return Object.hasOwn(events, event) ? events[event] : event;
}
