import type { figureTalk as da } from '../da/figure-talk.ts';

const thing =
  '(?:cases|enquiries|calls|companies|startups|start ups|entrepreneurs|referrals|handovers|returns|action plans|services|hours|broken promises|promises|answers|municipalities|offices|follow ups|meetings)';
const many = '(?:how many|(?:the )?number of|how many of (?:our|your|the)|how many of)';
const most = '(?:most|fewest|least|fastest|slowest|quickest|best|worst|most often)';
const we = '(?:we|you|they|the office|the hub|the house|ehm|les|our office)';
const share = '(?:what|how big a|which) (?:share|percentage|proportion|part|percent)';
const periods =
  '(?:this (?:year|month|week|quarter)|last (?:year|month|week|quarter)|in (?:january|february|march|april|may|june|july|august|september|october|november|december).*|since .{2,20}|in q[1-4].*|(?:in )?20\\d\\d.*|(?:per|a) (?:month|week|year)|in total|so far)';
const past =
  '(?:(?:did|have|has|had) (?:we|you|they|the office|the hub|there) .{0,40}|(?:were|was|have been|has been|are) (?:[^ ]+ )?(?:referred|closed|answered|sent|opened|returned|accepted|received|advised|helped|broken|handed over)|(?:got|received|came|declined|ended))';
const unit =
  '(?:(?:this|last|the) (?:week|month|quarter|year)|(?:january|february|march|april|may|june|july|august|september|october|november|december)(?: 20\\d\\d)?|q[1-4](?: 20\\d\\d)?|20\\d\\d|our office|the office|us)';
const mustShow =
  '(?:(?:give|show|send) me |what (?:do|does|are|is) |(?:can|may) (?:i|we) (?:get|see|have) |i (?:want|would like) to see |where (?:do|can) (?:i|we) (?:see|find) )';
const show = `${mustShow}?`;
const figures =
  '(?:(?:the |our |some )?(?:statistics|stats|key figures|report|response times?|answer times?|average|results))';

const of = `(?: (?:for|of|on|from|in|since|about))*(?: (?:${thing}|${unit}))*`;

export const figureTalk: typeof da = {
  needs: 'wants?|would like|looking for|lacks?|grants?|subsidy|needs? (?:a|an|to|help|money|some|more)',
  asked: [
    `which (?:municipality|municipalities|office|offices|areas?|needs?|organisations?|types?|hub|house|channels?) .{0,50}${most}(?: .{0,30})?`,
    `who (?:sends?|returns?|receives?|gets?|has|keeps?|breaks?|answers?|takes?|refers?)(?: .{1,25})? ${most}(?: (?:[^ ]+ ?){1,4})?`,
    'which office is (?:the )?(?:fastest|slowest)(?: .{0,20})?',
    'who is (?:the )?(?:fastest|slowest)(?: .{0,20})?',
    `how often (?:do|did) ${we}(?: .{1,40})?`,
    `${share} .{0,40}(?:answer|answered|in time|on time|within 48 hours|promises?|cases|enquiries|companies|returned|accepted).{0,30}`,
    'what (?:is|was) (?:the |our |your )?(?:average|share|percentage|response rate|answer rate|median)(?: .{1,40})?',
    `${many} ${thing} .{0,40}${periods}(?: .{0,20})?`,
    `${many} ${thing}(?: (?:about|on|from|for|with) .{2,25})? ${past}(?: .{0,50})?`,
    `${many} [a-z]+ cases (?:are|do|have) .{1,40}`,
    `${many} ${thing} (?:are|lie|is) (?:now )?(?:with|at) .{1,40}`,
    `(?:the )?number of ${thing}(?: .{1,40})?`,
    `${show}${figures}(?: say| look)?${of}`,
    `${mustShow}(?:(?:the |our |some )?(?:numbers|figures))(?: say| look)?${of}`,
    `${many} (?:customers|clients) (?:have|did|has) (?:we|the office)(?: .{1,40})?`,
    `(?:do|did|are) (?:we|there|you) (?:get |got |getting |have |had )?(?:more|fewer) ${thing} (?:than|now|this) .{1,30}`,
    'how (?:are|is|do) (?:we|the office) (?:doing|performing|do) (?:on|against|with|compared to) .{1,30}',
    'how is it going with (?:the targets?|the figures|the numbers|the promise)',
    '(?:do|did|are) we (?:keep|keeping|meet|meeting|reach|reaching) (?:the |our )?(?:targets?|promise|deadlines?)(?: .{1,20})?',
    'top \\d+ .{2,40}',
    `(?:most|fewest) ${thing}(?: .{1,50})?`,
  ],
};
