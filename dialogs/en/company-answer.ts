import type { companyAnswer as da } from '../da/company-answer.ts';

const whoever = '(?:they|he|she|the customer|the client|the owner|the company|the caller)';
const thing = '(?:the company|the firm|the shop|the business|it|they)';

export const companyAnswer: typeof da = {
  leads: [
    `(?:i think|maybe|perhaps) ${thing}(?:['’]?s| is| are)?(?: called| named)?`,
    '(?:i think|maybe|perhaps)',
    `${thing}(?:['’]?s| is| are|['’]re) (?:called|named)`,
    "(?:the name|its name|their name|the company(?:['’]s)? name) is",
    "(?:it['’]?s|it is)",
  ],
  unknown: [
    '(?:i|we)? ?(?:do not|don t|dont|cannot|can t) (?:know|remember)(?: .*)?',
    `${whoever} (?:will not|won t|wont|would not|wouldn t|cannot|can t|does not|doesn t|do not|don t|did not|didn t|didnt|doesnt|dont) (?:want to )?(?:say|tell|know|give|remember|have).*`,
    'not (?:sure|known|given|started|founded|registered|yet|relevant)(?: yet)?',
    'no (?:idea|company|name|clue)(?: yet)?',
    'unknown|anonymous|n a|none of them|none of these|nobody|nothing|does not matter|doesn t matter',
    '(?:can i |let s |we )?skip(?: (?:it|this|that|this one))?',
    '(?:a |brand )*new (?:company|business|firm|startup)',
    `${whoever} (?:has not|hasn t|hasnt|have not|haven t|havent|is not|isn t|are not|aren t)(?: been)? (?:started|founded|registered|begun)(?: .{0,20})?`,
  ],
  sentences: [
    `(?:${whoever}|it|there|i|we|the municipality|the town|the phone|the number)(?: [^ ]+)? (?:is|are|has|have|had|can|must|will|would|was|were|wants|needs|lives|says|said|called|comes|runs|think|thinks|started)`,
    '(?:it|he|she|that|there|they|we|i) (?:s|re|ve|m|ll|d)',
    'maybe|perhaps|maybe later|is|are|has|have|can|will|what|who|where|when|why|if|not|no|yes|same|the same|him|her|them|a|an|wrong|since|about|around|started|founded',
  ],
};
