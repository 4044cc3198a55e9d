import type { particles as da } from '../da/particles.ts';

export const particles: typeof da = {
  and: 'and',
  because: 'because',
  to: 'to',
  with: 'with',
  page: 'page',
  caseNoun: 'case',
  newCase: 'new|new case|a new|a new case',
  newNeed: 'new need|a new need',
  jointly: 'joint|jointly',
  me: 'me|myself',
  inCvr: '',
  number: 'number',
  contactLabels: 'phone|mobile|mail|e-mail|email|name|contact',
  contactJoiners: 'at|on|and|or',
  none: 'none|no|not yet|no cvr|no cvr number',
  skip: 'skip|not known|next',
  whoHasNone: 'they|she|he',
  hasNo: 'no|has no|have no|does not have|does not have a',
  yet: 'yet',
};
