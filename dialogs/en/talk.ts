import type { CaseFilter } from '../../src/core/command.ts';
import type { OfficeMatter, SmallTalk, Term } from '../../src/core/talk.ts';

/** The forms of what people type that is neither a command nor a need; written as in `../da/talk.ts`. */

const openers =
  'hi|hello|hey|ok|okay|and|so|but|please|quick question|sorry|i (?:want|need|would like|d like) to know|(?:can|could) you (?:please )?(?:tell|say|see|find out|check)(?: me)?(?: if)?|do you know(?: if)?|does anyone know(?: if)?|anyone know|any idea|tell me';
const closers =
  'thanks|thank you|please|exactly|now|yet|already|before|again|today|yesterday|right now|this week|last week|lately|at the moment|then|with us|case|s case|mean|anyway';

const findCases: readonly string[] = [
  'who (?:has taken over|has|have|took over|took|takes over|takes|picked up|got|owns|is on|is handling|handles|handled|is working (?:on|with)|works (?:on|with)|is dealing with|deals with|serves|spoke (?:to|with)|talked (?:to|with)|called) (?:now )?(?<x>.+)',
  '(?:what is |what s |whats )?(?:the )?(?:status|latest|news|update|deadline)(?: on| of| about| from| for| with) (?<x>.+)',
  '(?:is there |are there |do we have )?(?:any |some )?(?:news|updates?|word) (?:on|of|about|from) (?<x>.+)',
  'what do (?:we|you) know about (?<x>(?!me$|us$|my |our ).+)',
  'how (?:is|are|s) (?<x>.+?) (?:going|doing|coming along|getting on)(?: .*)?',
  'how (?:is|are|s) (?:it|things) going (?:with|for|at) (?<x>.+)',
  'how far (?:are|is|did) .+ (?:with|on) (?<x>.+)',
  '(?:have|has|did|do) (?:we|you|they|i|anyone|anybody|somebody|someone|ehm|les|the house|the hub)(?: ever| already)? (?:heard|hear|talked|talk|spoken|speak|had|have|dealt|deal|been|helped|help|served|know|pick up|picked up|take on|take over|take|taken|answered|answer|called|call|a case)(?: any contact| contact| a case| anything| in touch| in contact)?(?: from| to| with| about| for)? (?<x>.+)',
  'is (?<x>.+?) (?:already |yet |still )?(?:with|registered|taken|served|known|closed|open|in the system|one of ours|being)(?: .*)?',
  'has (?<x>.+?) (?:called|been|got|had|received|heard|answered|written|contacted)(?: .*)?',
  '(?:find|search(?: for)?|look up|lookup|show(?: me)?|open)(?: the)?(?: cases?(?: of| about| for| with)?)? (?<x>(?!an? |some |new |where |how ).+)',
  '(?:the )?cases?(?: of| about| with| on| for| from)? (?<x>(?!where |that |which ).+)',
  'where is (?<x>.+)',
  'what is the next step (?:for|with|on) (?<x>.+)',
  'what (?:has )?happened (?:to|with|on|in) (?<x>.+?)(?: since .+)?',
  '(?:give me |what is |find )?the (?:number|phone number|contact|email) (?:of|for) (?<x>.+)',
  'when (?:is|does) the (?:deadline|promise)(?: run out| due| over)? (?:for|of|on|with) (?<x>.+)',
  'what (?:happened|is happening|became) (?:to|with|of) (?<x>.+)',
];

const listForms =
  '(?:show|which|how many|what|list|give me|see|where (?:do|can) i see|where are|cases|my|our|all|is there|are there|anything)';
const listNouns = 'cases|enquiries|referrals|mine|me|tasks';
const lists: Readonly<Partial<Record<CaseFilter, string>>> = {
  inbox: 'waiting for us|waits for us|sent to us',
  urgent: 'urgent|urgently|hurry',
  sent: 'sent|referred|referrals|waiting for (?:an )?answer from',
  broken: 'late|overdue|broken|past the deadline|over the deadline',
  due: 'due|due today|due soon|due tomorrow',
  mine: 'my|mine|me|i have',
  office: 'our|ours|us|we|open|office|all',
};

const office: Readonly<Record<OfficeMatter, readonly string[]>> = {
  phone: [
    '(?:what is |what s |whats |find |give me |do you have )?(?:the )?(?:phone number|telephone number|phone|number|telephone)(?: is)? (?:of|for|to|at) (?<x>.+)',
    'who (?:do|can|should|shall|must) (?:i|we) (?:call|phone|ring|contact)(?: at| in)? (?<x>.+)',
    'how (?:do|can) (?:i|we) (?:call|phone|ring|contact|reach|get hold of) (?<x>.+)',
    '(?:call|phone|ring) (?<x>.+?)(?: number)?',
  ],
  hours: [
    'when (?:does|do|is|are) (?<x>.+?) (?:open|close|closed)(?: .*)?',
    '(?:is|are) (?<x>.+?) (?:open|closed)(?: .*)?',
    '(?:what are )?(?:the )?(?:opening hours|office hours|hours) (?:of|for|at|in) (?<x>.+)',
  ],
  address: [
    '(?:what is )?(?:the )?(?:address|email|e mail|mail) (?:of|for) (?<x>.+)',
    'where (?:is|are|do i find) (?<x>.+?)(?: located| based)?',
  ],
  municipalities: [
    'which municipalities (?:belong to|are under|are in|are with|does|do) (?<x>.+?)(?: cover| serve)?',
  ],
};
const ownOffice = 'us|you|here|our office|the office|we|local business service|the local office';
const house =
  'the house|house|the hub|hub|business house|business hub|the business house|the business hub|erhvervshus';

const explain: readonly string[] = [
  'what (?:is|are|does|do|was|s)(?: an?| the| by)* (?<x>.+?)(?: mean| means| about| stand for)?',
  'what do (?:you|we|they) mean by (?<x>.+)',
  'what do you do (?:with|about) (?<x>.+)',
  '(?:explain|define|meaning of|definition of|the meaning of|the word)(?: to me| what)* (?<x>.+?)(?: is| means)?',
  '(?:what is )?(?:the )?difference between (?<x>.+)',
  'how (?:does|do) (?<x>.+?) work',
];

const terms: Readonly<Record<Term, string>> = {
  doors: 'no wrong door|right door|doors?|who owns the case',
  les: 'local business service|local office',
  ehm: 'business house|business hub|regional house',
  platform: 'digital platform|business guide',
  'pre-starter': 'pre starters?|prestarters?',
  entrepreneur: 'entrepreneurs?',
  established: 'established|established compan(?:y|ies)',
  maturity: 'maturity|early entrepreneur|mature entrepreneur',
  segment: 'segments?|operations segment|growth segment',
  depth: 'basic|specialised|specialized|depth',
  'place-bound': 'place bound',
  'control-questions': 'control questions?',
  'grey-zone': 'grey zones?|gray zones?',
  'joint-course': 'joint course|joint case|joint courses',
  handover: 'handover|hand over|offer',
  return: 'return|returned',
  forward: 'forward|forwarded',
  promise: '48 hours?|promise|48 hour promise|deadline',
  unanswered: 'expiry|expired|reminders?',
  basis: 'consent|public task|basis|sharing',
  'advertising-protection': 'advertising protection|advertising protected',
  'early-warning': 'early warning',
  urgent: 'urgent|urgent cases?',
  'action-plan': 'action plans?',
  'follow-up': 'follow ups?',
  'self-help': 'self help|self help tools?|growth wheel',
  programmes: 'programmes?|programs?',
  'private-advisers': 'private advis[eo]rs?|advis[eo]rs?',
  eifo: 'export and investment fund',
  'trade-council': 'trade council',
  'innovation-fund': 'innovation fund',
  gts: 'gts institutes?',
  cluster: 'clusters?',
  'p-number': 'p numbers?|production units?',
  'cvr-number': 'cvr numbers?',
  cpr: 'cpr numbers?|social security numbers?',
  crm: 'crm',
  draft: 'drafts?',
  statuses: 'status(?:es)?',
  undo: 'undo',
  reminder: 'reminder service',
  digest: 'digests?|daily overviews?|daily lists?',
  'say-to-company': 'tell the company',
  colleagues: 'at work',
  'personal-data': 'gdpr|data protection|personal data|my data',
};

const topics: Readonly<Partial<Record<Term, readonly string[]>>> = {
  doors: [
    'why (?:did|does|is|was|has) (?:this|that|it|the case|my case) .*',
    'who (?:owns|is responsible for|gets) (?:a |the )?cases?',
  ],
  promise: [
    'how (?:long|fast|soon|much time) (?:do|does|must|have|should|is|are) .*(?:answer|reply|respond).*',
    'when does the (?:clock|deadline|promise) (?:start|stop|run|end).*',
  ],
  unanswered: [
    'what (?:happens|if|do i do if|do we do if) (?:if |when )?.*(?:nobody|no one|not|t|never|late|doesn|don).*',
  ],
  basis: [
    '(?:may|can|must|am i allowed to|are we allowed to) (?:i |we )?(?:share|give|pass on|send|register|store|keep|write down).*(?:information|number|phone|mail|name|consent|contact|data|details).*',
    'do (?:i|we) need (?:a |the )?consent.*',
  ],
  undo: [
    '(?:how (?:do|can)|can) (?:i|we) (?:undo|take back|revert|change back).*',
    '.*by (?:mistake|accident).*how.*',
  ],
  reminder: [
    '(?:(?:can|could|will|would) you (?:please )?)?(?:remind|ping|nudge|notify|alert) (?:me|us)(?: .*)?',
    '(?:(?:can|could|will|would) you (?:please )?)?(?:let me know|tell me|give me a (?:shout|nudge)) (?:when|if|once|before|as soon as) .*',
    '(?:can|could|may) (?:i|we) (?:get|have|set) a reminder(?: .*)?',
    '(?:(?:can|could) you )?set (?:a|an) (?:reminder|alarm)(?: .*)?',
  ],
  digest: [
    'unsubscribe(?: me)?(?: .{0,20})?',
    '(?:please )?stop (?:sending )?(?:me )?(?:all |these |the |any )*(?:messages|notifications|overviews|e ?mails?|reminders)(?: .{0,20})?',
    '(?:can|how) .*(?:digest|daily overview|daily list).*',
  ],
  'say-to-company': [
    'what (?:do|should|can|may|must) (?:i|we) (?:tell|say to|promise) (?:the company|the customer|them|him|her|the caller).*',
  ],
  cpr: ['.*(?:cpr|social security).*(?:do|store|keep|happens|how).*'],
  'personal-data': [
    '(?:.* )?(?:delete|erase|remove|forget|see|export) (?:.* )?(?:my|our|their|her|his|personal) ?(?:data|information|details).*',
    'what (?:data|information)? ?(?:do you|does it|does the bot|does indgang) (?:store|keep|save|have) (?:about|on) .+',
    'what (?:do you|does it|does the bot|does indgang) know about (?:me|us|my .+|our .+)',
  ],
  colleagues: [
    '(?:is|when is|where is) [^ ]+(?: [^ ]+)? (?:at work|in the office|in today|ill|on holiday|back|available|around)(?: .*)?',
  ],
};

const doors: readonly string[] = [
  'who (?:handles|deals with|takes care of|helps with|does|knows about|advises on|is responsible for|covers) .+',
  'who (?:can|should|do|shall) (?:we |i )?(?:ask|help|call|talk to)(?: us| me)? (?:with|about|for) .+',
  'why .+',
  '(?:may|can|should|must) (?:i|we) (?:take|keep|have|handle|send|solve) .*(?:case|ourselves|myself|need).*',
  'where does .+ (?:go|belong)',
];

const helps: readonly string[] = [
  'what (?:can|should|may|do) (?:i|we|you) (?:write|type|do|ask|say)(?: .*)?',
  'how (?:do|does|can|should) (?:i|we|you|this|it) (?:use|start|begin|work|get started)(?: .{0,20})?',
  '(?:which|what) commands .*',
];

const smallTalk: Readonly<Record<Exclude<SmallTalk, 'trouble' | 'remark'>, string>> = {
  robot:
    'are you (?:a|an|human|real|ai|even)|who are you|what are you|what s your name|do you (?:work|sleep)|who (?:made|built|created|programmed) you',
  here: 'are you there|anyone there|anybody there|anybody home|anyone home',
  language: '(?:do|can) you (?:speak |understand )(?:english|danish|german)',
  curse: 'damn|shit|fuck|fucking|crap|hell|idiot|stupid|useless|sucks|wtf',
  mistake:
    'sorry|oops|wrong (?:window|chat|button|channel|thread|person)|never mind|nevermind|ignore that|forget it|my bad',
  wait: 'wait|one moment|one sec|just a sec|hold on|brb|lunch|coffee|in a meeting|the meeting|back later',
  test: 'test|testing',
  thanks:
    'thanks|thank you|thank u|thx|cheers|great|perfect|cool|nice|awesome|lovely|brilliant|well done|good job|excellent',
  goodbye: 'bye|goodbye|see you|see ya|good night|have a nice|cu',
  laugh: 'lol|rofl|lmao|wow|well that was',
  hello: 'hi|hello|hey|good morning|good afternoon|good evening',
  fine: 'ok|okay|yes|no|yep|nope|sure|fine|right|alright|hmm+|uh+|well',
};

const wishes =
  'want|wants|wanted|need|needs|looking for|looks for|would like|wish|wishes|cannot|can t|cant|can not|(?:can|could|please)(?: you| we)? help|how (?:to|do|does|can)|seek|seeks|thinking of|plans to|planning|asks|struggling|lacks|missing|afford';
const subjects =
  'customer|client|company|business|owner|startup|start up|shop|store|woman|man|guy|entrepreneur|farmer|bakery|brewery|restaurant|hotel|freelancer|founder';

export const talk = {
  openers,
  closers,
  findCases,
  listForms,
  listNouns,
  lists,
  office,
  ownOffice,
  house,
  explain,
  terms,
  topics,
  doors,
  helps,
  smallTalk,
  wishes,
  subjects,
  pronouns:
    'it|mine|everything|them|they|she|he|her|him|that|that one|the case|it back|it on|it now|it again',
  caseNouns:
    'the|a|an|my|our|me|card|case|cases|enquiry|company|customer|client|business|owner|number|id|with|about|from|of|for|on|in|at|to|called|that|who',
  caseEnding: 'case',
  rule: 'rule',
  asks: 'who|what|where|when|why|how|which|is|are|do|does|did|have|has|can|may|find|show|search|explain|status',
};
