import type { surveys as da } from '../da/surveys.ts';

export const surveys: typeof da = {
  satisfaction: {
    'very-satisfied': 'very satisfied',
    satisfied: 'satisfied',
    neither: 'neither|neither satisfied nor dissatisfied',
    dissatisfied: 'dissatisfied',
    'very-dissatisfied': 'very dissatisfied',
  },
  referralUse: {
    used: 'used|has used|yes',
    expects: 'expects|expects to use',
    no: 'no|not used',
    'dont-know': "don't know|don’t know|do not know",
  },
  effect: {
    high: 'to a high degree|to a great extent',
    some: 'to some degree|to some extent',
    low: 'to a low degree|to a small extent',
    none: 'not at all',
    'dont-know': "don't know|don’t know|do not know",
  },
};
