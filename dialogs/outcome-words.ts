import type { RawInput } from '../src/core/raw-input.ts';
import { ACTORS, REGISTERED_SEGMENTS } from '../src/core/vocabulary.ts';
import { readYesNo } from './field-words.ts';
import { foldWords } from './fold.ts';
import { dateIn } from './moment-words.ts';
import type { OutcomePart } from './outcome-parts.ts';
import { anyOf, phrases, withCodes } from './phrases.ts';

/**
 * Reads the typed form of closing: `afslut <id> ydelser: 1:1 vejledning; henvist: privat rådgiver; segment: vækst;
 * ...`.
 */

const PARTS = phrases<OutcomePart>(({ fieldWords }) => fieldWords.outcome);
const SEGMENTS = withCodes(REGISTERED_SEGMENTS, ({ labels }) => labels.registeredSegment);
const ACTOR_WORDS = withCodes(
  ACTORS,
  ({ labels }) => labels.actor,
  ({ fieldWords }) => fieldWords.actor,
);

const BETWEEN = new RegExp(`,|\\s+(?:${anyOf(({ particles }) => particles.and)})\\s+`, 'i');

function itemsOf(text: string, read: (item: string) => string): string {
  return text
    .split(BETWEEN)
    .map((item) => item.trim())
    .filter((item) => item !== '')
    .map(read)
    .join(',');
}

function inputOf(id: OutcomePart, text: string): string {
  switch (id) {
    case 'services':
      return itemsOf(text, (item) => item);
    case 'referredTo':
      return itemsOf(text, (item) => ACTOR_WORDS.get(foldWords(item)) ?? item);
    case 'selfHelpUsed':
      return readYesNo(text) ?? text;
    case 'segment':
      return SEGMENTS.get(foldWords(text)) ?? text;
    case 'followUpOn':
      return dateIn(text) ?? text;
    default:
      return text;
  }
}

/** Reads `key: value` parts separated by semicolons or line breaks. Text without a key becomes the note. */
export function readOutcome(rest: string): RawInput {
  const input: Record<string, string> = {};
  for (const part of rest.split(/[;\n]/)) {
    const text = part.trim();
    if (text === '') continue;
    const colon = text.search(/[:=]/);
    const id = colon > 0 ? PARTS.get(foldWords(text.slice(0, colon))) : undefined;
    const value = id ? text.slice(colon + 1).trim() : text;
    const key = id ?? 'note';
    input[key] = key === 'note' && input[key] ? `${input[key]}; ${value}` : inputOf(key, value);
  }
  return input;
}
