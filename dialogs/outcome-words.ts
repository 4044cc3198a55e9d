import type { RawInput } from '../src/core/raw-input.ts';
import { ACTORS, type ActorCode, type RegisteredSegment } from '../src/core/vocabulary.ts';
import { readYesNo } from './field-words.ts';
import { fold } from './fold.ts';
import { ACTOR_LABELS, REGISTERED_SEGMENT_LABELS } from './labels.ts';

/** The typed form of closing: `afslut <id> ydelser: 1:1 vejledning; henvist: privat rådgiver; segment: vækst; ...`. */

const KEYS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    services: 'ydelser|ydelse|services|service',
    referredTo: 'henvist|henvist til|henvisninger|referred|referred to',
    selfHelpUsed: 'selvhjælp|selvhjælpsværktøj|self-help|self help',
    segment: 'segment',
    actionPlan: 'handlingsplan|plan|action plan',
    followUpOn: 'opfølgning|følg op|follow-up|follow up',
    note: 'note|bemærkning|tekst',
  }).flatMap(([id, list]) => list.split('|').map((word) => [fold(word), id] as const)),
);

const SEGMENTS = new Map<string, RegisteredSegment>(
  (Object.entries(REGISTERED_SEGMENT_LABELS) as [RegisteredSegment, { da: string; en: string }][]).flatMap(
    ([code, { da, en }]) => [code, da, en].map((word) => [fold(word), code] as const),
  ),
);

const ACTOR_WORDS = new Map<string, ActorCode>(
  ACTORS.flatMap((code) =>
    [code, ACTOR_LABELS[code].da, ACTOR_LABELS[code].en].map((word) => [fold(word), code] as const),
  ),
);
for (const [word, code] of [
  ['privat', 'private-adviser'],
  ['les', 'les'],
  ['erhvervshuset', 'ehm'],
  ['eksportrådet', 'trade-council'],
  ['eifo', 'growth-fund'],
  ['gts', 'gts'],
  ['kommunen', 'municipality'],
] as const) {
  ACTOR_WORDS.set(fold(word), code);
}

function listed(text: string, read: (item: string) => string): string {
  return text
    .split(/,|\s+(?:og|and)\s+/i)
    .map((item) => item.trim())
    .filter((item) => item !== '')
    .map(read)
    .join(',');
}

/** `1-12-2026` and `1/12 2026` as `2026-12-01`; anything else as typed. */
function isoDate(text: string): string {
  const match = /^(\d{1,2})[./-]\s?(\d{1,2})[./ -]\s?(\d{4})$/.exec(text);
  if (!match) return text;
  const [, day = '', month = '', year = ''] = match;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function inputOf(id: string, text: string): string {
  switch (id) {
    case 'services':
      return listed(text, (item) => item);
    case 'referredTo':
      return listed(text, (item) => ACTOR_WORDS.get(fold(item)) ?? item);
    case 'selfHelpUsed':
      return readYesNo(text) ?? text;
    case 'segment':
      return SEGMENTS.get(fold(text)) ?? text;
    case 'followUpOn':
      return isoDate(text);
    default:
      return text;
  }
}

/** `key: value` parts separated by semicolons or lines; text without a key is the note. */
export function readOutcome(rest: string): RawInput {
  const input: Record<string, string> = {};
  for (const part of rest.split(/[;\n]/)) {
    const text = part.trim();
    if (text === '') continue;
    const colon = text.search(/[:=]/);
    const id = colon > 0 ? KEYS.get(fold(text.slice(0, colon))) : undefined;
    const value = id ? text.slice(colon + 1).trim() : text;
    const key = id ?? 'note';
    input[key] = key === 'note' && input[key] ? `${input[key]}; ${value}` : inputOf(key, value);
  }
  return input;
}
