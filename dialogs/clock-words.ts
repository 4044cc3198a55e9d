import type { Promise48 } from '../src/core/case/case.ts';
import type { Language } from '../src/core/vocabulary.ts';
import { durationWords, momentWords } from './dates.ts';
import { sentencesIn } from './sentences.ts';

/** The state of the promise to a company (48 hours), in words, and its urgency. */
export interface ClockWords {
  readonly text: string;
  readonly tone: 'good' | 'default' | 'warning' | 'attention';
  /** How much of the time has passed, from 0 to 1; absent once the company has been answered. */
  readonly used?: number;
}

const HOUR = 3_600_000;

/**
 * The promise in words: when it is or was due, or that it was kept. After its due time it is late, even before the
 * worker records it. `now` is an ISO instant.
 */
export function clockWords(promise: Promise48, now: string, language: Language): ClockWords {
  const { clock } = sentencesIn(language);
  const due = Date.parse(promise.dueAt);
  if (promise.answeredAt !== null) {
    const at = momentWords(promise.answeredAt, now, language);
    const late = Date.parse(promise.answeredAt) - due;
    if (late > 0 || promise.broken) {
      return { tone: 'warning', text: clock.answeredLate(at, durationWords(Math.max(late, 0), language)) };
    }
    return { tone: 'good', text: clock.answered(at) };
  }
  const left = due - Date.parse(now);
  const at = momentWords(promise.dueAt, now, language);
  if (left <= 0) return { tone: 'attention', text: clock.overdue(at), used: 1 };
  const whole = due - Date.parse(promise.contactedAt);
  return {
    tone:
      left < promise.hours * HOUR * 0.25
        ? 'attention'
        : left < promise.hours * HOUR * 0.5
          ? 'warning'
          : 'default',
    text: clock.answerBy(at),
    used: Math.min(1, Math.max(0, 1 - left / whole)),
  };
}
