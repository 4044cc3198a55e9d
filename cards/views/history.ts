import { momentWords } from '../../dialogs/dates.ts';
import { eventWords } from '../../dialogs/event-words.ts';
import type { HistoryEntry } from '../../src/core/case/events.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import type { Block } from '../view.ts';

/** The latest events, newest first: when, what, who. */
export function historyBlocks(history: readonly HistoryEntry[], now: string, language: Language): Block[] {
  const items = [...history]
    .sort((a, b) => b.sequence - a.sequence)
    .slice(0, 8)
    .map((entry) => {
      const who = entry.actor?.name ? `, ${entry.actor.name}` : '';
      return `${momentWords(entry.at, now, language)}: ${eventWords(entry.event, language)}${who}`;
    });
  return items.length > 0 ? [{ kind: 'list', items }] : [];
}
