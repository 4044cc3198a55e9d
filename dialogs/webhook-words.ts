import type { Language } from '../src/core/vocabulary.ts';
import { sentencesIn } from './sentences.ts';

/** How a webhook's receiver answered, as a sentence. A code of a later release is shown as it is. */
export function webhookAnswerWords(code: string, language: Language): string {
  const { answers, status, unknown } = sentencesIn(language).webhooks;
  const words = new Map<string, string>(Object.entries(answers)).get(code);
  const [, number] = /^status-(\d+)$/.exec(code) ?? [];
  return words ?? (number === undefined ? unknown(code) : status(number));
}
