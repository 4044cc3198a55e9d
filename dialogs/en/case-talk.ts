import type { caseTalk as da } from '../da/case-talk.ts';

const it = '(?:it|this|that|this one|that one|the case|the enquiry|them)';
const they =
  '(?:they|he|she|you|anyone|anybody|someone|somebody|nobody|the house|the hub|ehm|les|the office|the local office|the receiver)';
const small = '(?:still|already|ever|even|just|now|so|and|also|actually|yet|then|ok|well)';
const done =
  '(?:taken|taken over|picked up|picked|accepted|answered|replied|seen|read|opened|closed|returned|sent|contacted|called|written|forwarded)';
const did = '(?:take|pick up|accept|answer|reply|see|read|open|close|return|send|contact|call|write|forward)';
const known =
  '(?:she|he|they|the customer|the client|the company|the owner|the caller|the same man|the same woman|the same customer)(?: from (?:yesterday|today|before|this morning|last week))?';
const wrote = '(?:called|calling|calls|rang|rung|phoned|wrote|written|emailed|came|got in touch|contacted)';
const again = '(?:again|back|us again|for an answer|for a reply|asking for an answer)';
const when = '(?:now|today|this morning|this afternoon|yesterday|just now|a moment ago|earlier)';
const once = '(?:again|once more|another time|(?:for )?(?:a|the) (?:second|third|fourth) time)';
const from = '(?:(?:[^ ]+ ){1,3}(?:from|at) )?';
/** `small` and `when` together, each word once: a word in both would be tried both ways, over and over. */
const filler = `(?:${small}|today|this morning|this afternoon|yesterday|a moment ago|earlier)`;
const instead = '(?: instead)?';
const because = '(?: because (?<reason>.+))?';
const softly = '(?:rather|instead|just|then|probably|really|over|on|better)';
const give = '(?:send|give|move|forward|hand|pass|assign)';
const please =
  '(?:(?:can|could|would|will) (?:you|we|i) (?:please )?|please |let s |i want to |i would like to )?';
const days = '(?:now|back|on|myself|again|today|tomorrow|right away)';

export const caseTalk: typeof da = {
  ownCases: [
    'where (?:is|are|did) (?:my|our) (?:cases?|enquiry|enquiries)(?: go| now)*',
    'what happened(?: (?:then|now|just))*(?: (?:to|with) (?:it|that|my case|my enquiry))?',
    `(?:have|has|did|do) ${they} (?:${small} )*(?:${done}|${did})(?: up)?(?: ${it})?(?: up)?(?: ${small})*`,
    `(?:have|has|did) .{2,40}? (?:${done}|${did})(?: to)? ${it}(?: up)?(?: ${small})*`,
    `(?:is|was|has|have) (?:${it}|he|she|they) (?:${small} )*(?:been )?(?:${small} )*${done}(?: .{0,25})?`,
    `(?:${small} )*${known} (?:has |have |is |are |s )?(?:${small} )*${wrote}(?: ${filler})* ${again}(?: ${when})*`,
    `(?:${small} )*${known} (?:has |have |is |are |re |s )?(?:${small} )*(?:chasing|chased|been chasing|waiting)(?: us)?(?: for an? (?:answer|reply))?(?: ${when})*`,
    `who (?:${small} )*(?:sent|wrote|opened|created|closed|returned|took|got|picked up|registered|referred|forwarded|answered)(?: over)? ${it}(?: (?:${small}|to us|to me|back|on|here))*`,
    `where (?:is|did|was|has|does) ${it}(?: (?:${small}|go|gone|end up|come from|from|at))*`,
    'when (?:is|was|will|did|does) (?:it|this|the case|the enquiry)(?: .{1,30})?',
    `why (?:did|do|have) (?:we|i|they) (?:get|got|have|receive|received) ${it}(?: ${small}| back)*`,
    `why (?:was|is|did|has) ${it} (?:${small} )*(?:been )?(?:returned|sent back|come back|declined|back)(?: .{1,20})?`,
    `what (?:happens|happened|is happening|s happening|is|s|do i do|should i do|do we do|should we do)(?: ${small})* (?:next|now|missing|the next step|left to do)(?: ${small}| with ${it}| on ${it})*`,
    `what (?:was|is) ${it} (?:${small} )*about`,
    'what (?:did|do|does) (?:they|he|she|the company|the customer) (?:want|ask for|need|ask about)(?: again)?',
    `what did (?:i|we) (?:write|note|promise|agree)(?: (?:about|with|on|to) (?:${it}|him|her|the customer))?`,
    'what (?:is|was|s) (?:the contact|the contact person|the company|his|her|their)(?: (?:name|called|number|phone|email))+(?: again)?',
    `who (?:are|am) (?:we|i) (?:${small} )*waiting for`,
    'how (?:long|much time|many hours) (?:is|do|have|are)(?: (?:there|we|i))*(?: got)? left(?: .{1,20})?',
    `(?:has|did) anything happen(?:ed)?(?: (?:${small}|with ${it}|on ${it}))*`,
    `(?:should|must|do) (?:i|we) (?:${small} )*(?:have to |need to )?do (?:anything|something|more)(?: (?:${small}|with ${it}|about ${it}))*`,
    `is ${it} (?:${small} )*(?:mine|ours|my case|our case|with us|with me|overdue|late|due)(?: ${small})*`,
    `can (?:we|i) (?:${small} )*(?:get|have|take|call) ${it} back(?: .{1,15})?`,
    `(?:has|have|did) (?:anybody|anyone|somebody|someone|they|we|he|she) (?:${small} )*(?:called|call|contacted|contact|reached|reach) (?:him|her|them|the customer|the company)(?: ${small})*`,
    '(?:i )?(?:forgot|have forgotten|cannot find|can t find|lost) (?:the )?(?:case number|case id|case)',
    `has the deadline (?:${small} )*(?:passed|run out)`,
  ],
  comebacks: [
    `(?:${small} )*${from}(?<x>.+?) (?:has |have |is |are |s )?(?:${small} )*${wrote}(?: ${filler})* (?:${again}|${once})(?: ${when})*`,
    `(?:${small} )*${from}(?<x>.+?) (?:has |have |is )(?:${small} )*${once} (?:${small} )*${wrote}(?: ${when})*`,
    `(?:${small} )*${from}(?<x>.+?) (?:has |have |is |are |re |s )?(?:${small} )*(?:chasing|chased|been chasing)(?: us)?(?: for an? (?:answer|reply))?(?: ${when})*`,
    `(?:(?:(?:i|we) )?(?:have|ve|got|had) )?(?:${small} )*${from}(?<x>.+?) (?:is |are |s )?(?:on the (?:line|phone)|here|there|back)(?: ${when})* ${once}(?: ${when})*`,
    `(?:${small} )*(?:a new|another|new) (?:call|mail|email|message|enquiry) from ${from}(?<x>.+?)(?: ${when})*`,
    `${from}(?<x>(?!(?:thanks|thank|hi|hello|try|send|show|start|write|sorry|welcome) ).+?) ${once}(?: ${when})*`,
  ],
  doings: [
    `(?:${small} )*(?:i ll|i will|i m|i am|i ve|i have|we ll|we will|we re|we are|we ve|we have|i|we) (?:${small} )*(?:take|taking|took|taken|close|closing|closed|return|returning|returned|answer|answering|answered|call|calling|called|spoke to|spoken to|talked to|talking to|wrote to|written to|contact|contacting|contacted|following up on|followed up on)(?: over| on)?(?: (?:it|this|the one|the case))?(?: (?:from|with|to|of|on|at))* (?<x>.+?)(?: ${days})*`,
    `(?:(?:can|could|will) (?:you|someone|somebody) |please |remember to |(?:someone|you) (?:should|must) )?(?:call(?: back)?|ring(?: back)?|phone|contact|email|mail|write to|reply to|answer|get hold of|get in touch with|follow up (?:with|on)) (?<x>.+?)(?: ${days})*`,
    `the (?:one|case) (?:from|with|of) (?<x>.+?) is (?:mine|ours)`,
    'do we have (?<x>.+)',
  ],
  redirects: [
    `${please}${give} ${it} (?:${softly} )*to (?<x>.+?)${instead}${because}`,
    `${give} (?:${softly} )*to (?<x>.+?) instead${because}`,
    `${give} (?:${softly} )*to (?<x>(?:les|ehm|erhvervshus|the hub|the house).*?)${because}`,
    `${it} (?:should|must|has to|needs to|belongs|ought to)(?: ${softly})*(?: (?:go|be sent|be moved))?(?: ${softly})* (?:to|with) (?<x>.+?)${instead}${because}`,
    `(?:no )?rather (?<x>.+?)${because}`,
    `(?<x>.+?) instead${because}`,
    `choose (?<x>(?:les|ehm|erhvervshus|the hub|the house).*?)${because}`,
    `(?<x>.+?) (?:should|must) (?:${softly} )*(?:have|take|get) ${it}(?: (?:because )?(?<reason>.+))?`,
  ],
  assigns: [
    `${please}${give} ${it} (?:${softly} )*to (?<x>.+)`,
    `${please}give (?<x>.+?) ${it}`,
    `${it} (?:is|s) for (?<x>.+)`,
    `${it} (?:should|must|has to) (?:${softly} )*go to (?<x>.+)`,
    `(?:let|can|should|may|will|could) (?<x>.+?) (?:have|get|take|take over|solve|handle) ${it}(?: ${days})*`,
    `put (?<x>.+?) on ${it}`,
    `(?<x>.+?) (?:(?:should|may|can|must|will) (?:${softly} )*(?:have|get|take|take over|handle)|takes|takes over|gets) ${it}(?: ${days})*`,
  ],
  nobody:
    'my|our|your|their|his|its|this|that|who|what|where|why|i|you|he|she|we|they|someone|somebody|anyone|anybody|nobody|everybody|a|an|the|me|him|her|us|them|it|let|can|should|so|now|if|when',
  asides: [
    `(?:${small} )*(?:i|we) (?:am|m|are|re|have|ve|will be|ll be|go)(?: ${small}| on| in| at| to| a| an)* (?:course|training|holiday|vacation|meeting|leave|conference|sick|ill|lunch|break|off)(?: .{0,30})?`,
    'remember(?: the)? .{0,20}(?:meeting|lunch|cake|party|birthday)(?: .{0,30})?',
    '(?:i|we) (?:write|am writing|will write|call) (?:to )?(?:the mayor|the boss|my boss|my colleague|the press)(?: .{0,20})?',
    '(?:so )?(?:the week|the day|the meeting|the shift) is (?:over|done)(?: .{0,20})?',
    '(?:it|that|the week|the plan|the statistics) looks? (?:[^ ]+ )?(?:good|fine|nice|great|better|right)(?: .{0,20})?',
  ],
};
