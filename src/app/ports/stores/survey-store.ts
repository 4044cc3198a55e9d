import type { SurveyAnswer, SurveyAsk } from '../../../core/surveys/survey.ts';

export interface SurveyCounts {
  readonly asks: number;
  readonly answers: number;
}

/** Who was asked in the user evaluation, and what was answered. */
export interface SurveyReader {
  /** Everybody who was asked, oldest first. */
  asks(): Promise<readonly SurveyAsk[]>;
  /** Every answer, oldest first. */
  answers(): Promise<readonly SurveyAnswer[]>;
  /** How many there are of both. None is ever taken away: the same count tells that none has come. */
  counts(): Promise<SurveyCounts>;
}

export interface SurveyStore extends SurveyReader {
  /** Adds those who are asked. None is ever changed or taken away. */
  ask(asks: readonly SurveyAsk[]): Promise<void>;
  /** Adds answers, or replaces those of the same organisation, case and day. `at` is the instant of the import. */
  put(answers: readonly SurveyAnswer[], at: string): Promise<void>;
}
