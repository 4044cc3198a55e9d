import type { Effect, ReferralUse, Satisfaction } from '../../src/core/surveys/survey.ts';

/** The answers of the user evaluation, as a file may have them: words of one meaning are separated by `|`. */

const satisfaction: Readonly<Record<Satisfaction, string>> = {
  'very-satisfied': 'meget tilfreds',
  satisfied: 'tilfreds',
  neither: 'hverken eller|hverken tilfreds eller utilfreds|neutral',
  dissatisfied: 'utilfreds',
  'very-dissatisfied': 'meget utilfreds',
};

const referralUse: Readonly<Record<ReferralUse, string>> = {
  used: 'brugt|har brugt|har benyttet|ja',
  expects: 'forventer|forventer at bruge|forventer at benytte',
  no: 'nej|ikke brugt|bruger ikke',
  'dont-know': 'ved ikke',
};

const effect: Readonly<Record<Effect, string>> = {
  high: 'i høj grad',
  some: 'i nogen grad',
  low: 'i lav grad|i mindre grad',
  none: 'slet ikke',
  'dont-know': 'ved ikke',
};

export const surveys = { satisfaction, referralUse, effect };
