import type { errands as da } from '../da/errands.ts';

const whom =
  '(?:the (?:customer|client|company|owner|caller|contact|contact person|man|woman|lady|guy)|them|her|him)';
const whoever = `(?:${whom}|she|he|they|customer|client)`;
const softly = '(?:please|just|also|now|then|kindly|quickly)';
const lead = `(?:(?:(?:can|could|will|would|should) (?:you|someone|somebody|we|i|anyone)|(?:someone|somebody|we|i|you) (?:should|must|need to|have to|has to|will)|remember to|get someone to|have someone|let s|who can)(?: ${softly})* |${softly} )?`;
const rest = '(?: .{0,40})?';
const when =
  '(?: (?:today|tomorrow|next week|later|soon|now|again|please|back|in [^ ]+ [^ ]+|on (?:mon|tues|wednes|thurs|fri)day|before [^ ]+|at [^ ]+))*';
const post = '(?:a |an )?(?:mail|email|e mail|message|text|reply|answer|letter|line|note)';

export const errands: typeof da = {
  doings: [
    `${lead}(?:call|ring|phone|telephone|contact|email|e mail|mail|text|message|visit|answer|ask|tell|inform|notify|chase|invite|reply to|respond to|write to|write|speak to|speak with|talk to|get in touch with|get hold of|reach out to|reach|check with|meet with|meet) ${whom}${rest}`,
    `${lead}(?:give|send|drop|write) ${whom} (?:a |an )?(?:call|ring|bell|shout|mail|email|e mail|message|text|reply|answer|heads up|line|note)${rest}`,
    `${lead}let ${whom} know${rest}`,
    `${lead}(?:nudge|chase|push|remind) (?:${whom}|the hub|the house|the office|the receiver)${rest}`,
    `${lead}(?:send|write) ${post}${when}`,
    `${lead}(?:call|ring|phone)(?: back)${when}`,
    `${lead}(?:send|write|drop) ${post} to ${whom}${rest}`,
    `${lead}(?:book|arrange|set up|schedule|plan) (?:a |an )?(?:meeting|call|appointment)(?: with ${whom})?${when}`,
    `${lead}follow up(?: (?:with|on) (?:${whom}|it|that|the case))?${when}`,
    `${lead}(?:find out|check|look into|investigate|clarify) (?:it|that|this|what|when|why|who|whether|if)${rest}`,
    `${whoever} (?:wants?|would like|d like|likes|needs?|expects?|should|must)(?: (?:to|a|an|be|get|have|hear))* (?:call|called|call back|callback|ring|rung|phoned|contacted|answer|reply|from us|email)${rest}`,
    `${whoever} (?:is |are |s |re )?(?:waiting|waits?|wait|asked|asks?|asking|hoping)(?: still)? (?:for|on|to be|to get|to have)(?: (?:a|an|our))? (?:call|called|call back|callback|phoned|contacted|answer|reply|email)${rest}`,
    `(?:call|callback|reply|email|message) to ${whom}${when}`,
  ],
  passings: [
    `${lead}(?:send|pass|forward|hand|move) (?:it|this|that|the case|the enquiry) (?:on|along|over|further)(?: (?:now|please|today|to (?:them|the right [^ ]+)))*`,
    `${lead}(?:send|pass|forward) (?:it|this|that|the case) to (?:them|the right [^ ]+)`,
  ],
};
