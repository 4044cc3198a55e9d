import type * as da from '../da/to-the-bot.ts';

const want =
  '(?:(?:i|we) (?:want|need|would like|d like|have|wish) to |(?:can|could|may) (?:i|we|you) (?:please )?|how (?:do|can) (?:i|we) |please |let me |help me (?:to )?|to )?';
const enquiry = '(?:case|enquiry|inquiry|ticket|call|request)';
const caller =
  '(?:someone|somebody|a customer|a company|a caller|a client|a business|an entrepreneur|an owner)';
const thing =
  '(?:the card|the button|the buttons|the window|the form|the bot|the chat|the link|the system|indgang)';
const card = `(?:${thing}|it|this|that|you)`;

/** Written as in `../da/to-the-bot.ts`. */
export const toTheBot: typeof da.toTheBot = {
  helps: [
    '(?:please )?help me(?: please)?',
    '(?:get|getting) started',
    '(?:where|how) do (?:i|we) (?:start|begin|get started)',
    '(?:i m|i am|we are|we re) new(?: here| at this| to this)*',
    '(?:it s |it is |this is )?(?:my )?first (?:day|time)(?: .{0,20})?',
    'how (?:do|can) (?:i|we|you) (?:close|send|return|take over|accept|assign|find|change|correct|forward|reopen|delete|withdraw|answer|register|see|share|note) (?:an? |my |the |on )?(?:case|cases|it|them|enquiry|card|history|service|services|consent|note)(?: .{0,20})?',
    '(?:can (?:i|we|you) )?(?:export|print|download|copy) (?:my |our |all |the |this |it )?(?:case|cases|list|figures|card|this|it)?(?: ?(?:to|as|into) .{1,15}| out)?',
    'who (?:covers|takes over|looks after) (?:for me|my cases)(?: .{0,30})?',
    '(?:manual|user guide|instructions|introduction|intro|tutorial|faq)',
    'what (?:is|s) (?:this|indgang|this bot)(?: for)?',
    'what (?:can|does|do) (?:this|it|the bot|indgang)(?: bot)? do',
    'what (?:are|is|do i use) (?:you|this|it) for',
    '(?:i |we )?(?:don t|do not|dont) (?:know|understand) (?:how|what) .{0,40}(?:do|does|type|write|use|work|works|click).*',
  ],
  begins: [
    `${want}(?:create|open|register|log|add|start|make|report|enter) (?:an? |the )?(?:new )?(?:${enquiry}|customer|client)`,
    `(?:i |we )?(?:have |ve got |got |there is |here is )?(?:a |an |another |one )?new (?:${enquiry}|customer|client|caller)`,
    `(?:i|we|there is|there s)? ?(?:have|ve got|got|ve)? ?${caller} (?:is )?(?:waiting )?(?:on|in) (?:the )?(?:phone|line|other line)(?: (?:now|right now))?`,
    `${caller} (?:is |just )?(?:calling|called|waiting)(?: in)?`,
  ],
  trouble: [
    `(?:why )?${card}? ?(?:does not|doesn t|doesnt|do not|don t|is not|isn t|isnt|did not|didn t|not) (?:work|working|react|load|loading)(?: .{0,20})?`,
    `${card} (?:is|has|was) (?:gone|expired|too old|locked|empty|dead|down|broken|disappeared|outdated)`,
    `(?:i )?(?:cannot|can t|cant|can not) (?:see|click|press|open|find|use)(?: on)? ${thing}(?: .{0,20})?`,
    '(?:nothing happens|nothing happened)(?: when .*)?',
    `${card} (?:hangs|freezes|disappeared|crashed|is stuck)(?: .{0,15})?`,
    '(?:i )?(?:get|got|am getting) (?:an )?error(?: message)?(?: .{0,20})?',
  ],
  closings: [
    '(?:we|the office|our office|the house|the municipality|reception) (?:are|re|is|will be) (?:closed|open)(?: (?:on|for|in|at|over|until|from|the|all|this))* (?:today|tomorrow|christmas|new year|easter|holiday|holidays|summer|week|weekend|morning|afternoon|monday|tuesday|wednesday|thursday|friday|saturday|sunday|\\d).{0,40}',
  ],
  people: [
    '(?:can|may|could) i (?:please )?(?:talk|speak|write) (?:to|with) (?:a human|a person|a real person|someone|somebody|support|a colleague|an agent)',
    '(?:i (?:want|need|would like) to )?(?:talk|speak) (?:to|with) (?:a human|a person|a real person|someone|somebody|support|an agent)',
    '(?:contact )?(?:support|customer service|helpdesk|help desk|it support)',
    'who (?:can|do|should|could) (?:i )?(?:help me|ask|contact|call|help)(?: me)?(?: (?:with|about) (?:you|the bot|indgang|this|the system))?',
    'who (?:runs|owns|is responsible for|is behind) (?:you|the bot|indgang|the system|this)',
  ],
};
