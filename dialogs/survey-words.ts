import { EFFECTS, REFERRAL_USES, SATISFACTIONS } from '../src/core/surveys/survey.ts';
import { REGISTERED_SEGMENTS } from '../src/core/vocabulary.ts';
import { withCodes } from './phrases.ts';

/** Words for the answers of the user evaluation in any language, with their codes. */

export const SATISFACTION_WORDS = withCodes(SATISFACTIONS, ({ surveys }) => surveys.satisfaction);
export const REFERRAL_USE_WORDS = withCodes(REFERRAL_USES, ({ surveys }) => surveys.referralUse);
export const EFFECT_WORDS = withCodes(EFFECTS, ({ surveys }) => surveys.effect);

/** The segment as the shared CRM registers it. */
export const REGISTERED_SEGMENT_WORDS = withCodes(
  REGISTERED_SEGMENTS,
  ({ fieldWords: { segment } }) => ({ operations: segment.operations, growth: segment.growth }),
  ({ labels }) => labels.registeredSegment,
);
