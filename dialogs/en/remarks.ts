import type { remarks as da } from '../da/remarks.ts';

const he =
  '(?:he|she|they|(?:the|this|that) (?:customer|client|company|owner|caller|man|woman|lady|guy|person|contact|director)|people)';
const him = '(?:him|her|them|the (?:customer|client|company|owner|caller|man|woman))';
const small =
  '(?:really|very|quite|rather|a bit|so|just|also|still|not|only|too|now|pretty|totally|completely|unfortunately|actually|a little|clearly|even|already|always)';
const feels =
  '(?:is|are|was|were|s|re|seems|seemed|sounds|sounded|looks|looked|feels|felt|gets|got|has been|have been|became)';
const mood =
  '(?:angry|mad|furious|upset|sad|happy|unhappy|pleased|satisfied|dissatisfied|glad|cross|crying|in tears|impatient|patient|annoyed|irritated|frustrated|disappointed|tired|fed up|relieved|confused|crazy|nice|rude|kind|friendly|unfriendly|polite|impolite|worried|nervous|stressed|offended|grateful|surprised|shocked|funny|strange|odd|weird|drunk|excited|proud|difficult|hard to (?:understand|reach|deal with|get hold of)|easy to talk to|in an? (?:bad|good|foul|great) mood|uncooperative|cooperative|lovely|sweet|dismissive)';
const about =
  '(?: (?:with|about|at|by|of|over|for) (?:us|me|you|waiting|the wait|the answer|the help|everything|it|this|having to wait))?';
const when =
  '(?: (?:today|yesterday|now|right now|again|all the time|this morning|tomorrow|later|soon|before|until (?:mon|tues|wednes|thurs|fri)day|on (?:mon|tues|wednes|thurs|fri)day|this week|next week|at .{1,6}|in the (?:morning|afternoon)))*';
const number = '(?:\\d+|two|three|four|five|several|many)';
const hours =
  '(?:(?:about|around|for) )*(?:\\d+(?: \\d+)?|an?|one|two|three|four|five|six|half an|a couple of|several|some)(?: half)* (?:hours?|hrs?|minutes?|min|mins|days?)';
const words = '(?: .{1,60})?';
const service =
  '(?:financing check|guidance|one to one guidance|1 1 guidance|sparring|export sparring|advice|counselling|initial clarification|clarification|workshop|workshops|webinar|camp|course|startup course|information meeting|talk|seminar|group course|mentor|mentoring|action plan|growth plan|growth mapping|network meeting|follow up meeting|coaching)';
const given = '(?:given|held|done|delivered|completed|finished)';
const noNeed =
  '(?!.* (?:wants?|needs?|looking|lacks?|asks?|asking|considering|but|would like|cannot|can t)(?: |$))';

export const remarks: typeof da = {
  caller: [
    `(?:${small} )*${he} ${feels} (?:${small} )*${mood}(?: and (?:${small} )*${mood})?${about}${when}`,
    `(?:what an?|such an?|it (?:is|was) an?) (?:${small} )*(?:${mood}|elderly|older|young|old)(?: (?:elderly|old|young))? (?:customer|client|man|woman|lady|guy|caller|person|call|gentleman)${when}`,
    `it was an? (?:elderly |old |young |nice )*(?:gentleman|lady|man|woman|guy|couple)`,
    `${he} (?:${small} )*(?:is |was |were |are )?(?:cried|crying|cries|yelled|yelling|shouted|shouting|complained|complaining|complains|swore|laughed|hung up|rang off|sighed|screamed|slammed the phone)(?: (?:at|on|to|about) (?:me|us|you))?(?: before .{1,30})?${when}`,
    `${he} (?:${small} )*(?:did(?: not|n t)?|didnt|does not|doesn t|doesnt|do not|don t|dont|would not|wouldn t|wouldnt|will not|won t|wont|could not|couldn t|couldnt|can not|cannot|can t|refused to|did n t) ?(?:${small} )*(?:want to |wish to |like to )?(?:say|tell|give|share|leave|reveal|disclose|answer|pick up|talk|remember|speak)(?: .{0,40})?`,
    `(?:there was )?(?:someone|somebody|a caller|one) on the (?:phone|line) who (?:would not|wouldn t|did not|didn t) .{1,40}`,
    `${he} (?:will|ll|is going to|promised to|wants to) (?:${small} )*(?:call|ring|phone|write|come) back${when}`,
    `(?:i|we) (?:${small} )*(?:didn t|didnt|did not|couldn t|couldnt|could not) (?:${small} )*(?:catch|hear|get|understand) (?:the |his |her |their )?(?:name|number|phone number|address|what .{1,30}|who .{1,30}|${him}.{0,20})`,
    `${he} (?:${small} )*(?:speaks?|spoke|understands?|understood|talks?) (?:${small} )*(?:no )?(?:danish|english|german|polish|swedish|norwegian|french|arabic|ukrainian|turkish|spanish)`,
    `${he} (?:is|are|s|re) (?:${small} )*(?:my|our|an old|one of my|one of our) (?:[^ ]+ )?(?:neighbour|neighbor|friend|colleague|cousin|brother|sister|mother|father|customer|acquaintance)s?`,
    `${he} (?:is|are|s|re) (?:${small} )*(?:on holiday|on leave|on vacation|ill|sick|busy|in a meeting|out|away|travelling|off|driving|at the doctor|not available|only available .{1,20})${when}`,
    `${he} (?:is |was |are )?(?:call(?:s|ed|ing)|phon(?:es|ed|ing)|r(?:ings|ang|inging)) (?:${small} )*from (?:an?|his|her|their|the|abroad|work).{0,20}`,
    `i know (?:${small} )*${him}(?: (?:well|privately|from .{1,20}))?`,
    `${he} (?:has |have |s |ve )?(?:${small} )*(?:called|rung|rang|written|wrote|phoned|tried) (?:${small} )*${number} times${when}`,
    `${he} (?:wants?|wanted|wishes|wished|prefers?|would like|d like) to (?:be|stay|remain) anonymous`,
    `${he} (?:has |have )?asked (?:me|us) to (?:call|ring|write|email|wait).{0,25}`,
    `${he} (?:prefers?|would rather|likes?) (?:to )?(?:email|e mail|mail|text|phone|the phone|talk.{0,20}|write.{0,15}|call.{0,15}|be contacted .{1,20})`,
    `i (?:have )?left (?:a |him a |her a |them a )?(?:message|voicemail|note)(?: .{1,25})?`,
    `${he} (?:has|have|had) (?:${small} )*(?:no|little) time${when}`,
    `${he} (?:had to|has to|must|will|wants to) (?:${small} )*(?:run|go|leave|pick up .{1,15}|think about it|think it over)${when}`,
    '(?:(?:oops|no|sorry) )?(?:(?:it|that) (?:was|is) )?(?:the )?wrong (?:company|customer|case|person|number|name)',
    '(?:the )?(?:line|connection|call) (?:was|is) (?:bad|cut off|terrible|poor|lost).{0,15}',
  ],
  services: [
    `${noNeed}${he} (?:${small} )*(?:got|have got|has got|received|has received|have received|had|has had|have had|were given|was given) (?:${small} )*(?:an? |some |the |their )?(?:[^ ]+ )?${service}${words}`,
    `${noNeed}${he} (?:${small} )*(?:got|received|had|used|were given|was given|spent) .{0,40}${hours}${words}`,
    `${noNeed}(?:we|i) (?:${small} )*(?:gave|have given|ve given|give) (?:${small} )*${him} .{2,60}`,
    `${noNeed}(?:we|i) (?:have |ve )?(?:${small} )*(?:had|held|made|spent|done|did|completed|finished) .{0,40}(?:${hours}|(?:with|on|for) ${him}|${service}|hour meeting).{0,40}`,
    `${noNeed}(?:we|i) (?:have |ve )?(?:${small} )*(?:advised|guided|helped|coached|met with|met|visited|taught|counselled) ${him}${words}`,
    `${noNeed}(?:we|i) (?:have |ve )?(?:${small} )*(?:referred|sent|directed) ${him} (?:on )?to .{1,50}`,
    `${noNeed}${he} (?:${small} )*(?:was|were|has been|have been|got) (?:${small} )*(?:referred|advised|guided|sent on|helped|coached) (?:${small} )*(?:to|by|in|on|with|about) .{1,50}`,
    `${noNeed}${he} (?:has |have )?(?:${small} )*(?:attended|attend|attends|went to|gone to|joined|took part in|taken part in|came to|completed|was at|were at|been to|been through) (?:an? |the |our |your )?(?:[^ ]+ )?${service}(?: .{1,30})?`,
    `${noNeed}${he} (?:has |have )?(?:${small} )*(?:used|filled in|tried) (?:${small} )*(?:the growth wheel|the climate compass|the privacy compass|business model canvas|a self help tool|self help|the guide)(?: .{1,20})?`,
    `${noNeed}(?:[^ ]+ )?${service} (?:[^ ]+ )?${given}(?: .{1,30})?`,
    `${noNeed}(?:[^ ]+ )?${service} ${hours}${when}`,
    `(?:guidance|advice|help) (?:was|has been) given(?: .{1,30})?`,
    'it (?:has )?(?:sorted|solved|resolved) itself(?: out)?(?: .{0,15})?',
    `${he} (?:has |have )?(?:${small} )*(?:sorted|solved|figured|found) (?:it|that|a solution)(?: out)?(?: (?:himself|herself|themselves))?(?: .{0,15})?`,
    `${he} (?:has |have )?(?:${small} )*(?:got|had|received|found) help (?:elsewhere|somewhere else|from others)(?: .{0,15})?`,
    '(?:there is )?nothing more to do(?: .{0,10})?',
    `${he} (?:has|have) (?:${small} )*(?:got|had|received) (?:what|all|everything|the help) (?:that )?(?:he|she|they) (?:needed|asked for|came for|wanted).{0,15}`,
  ],
};
