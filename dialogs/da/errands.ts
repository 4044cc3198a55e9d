/**
 * The forms of what somebody should do about a case that is not named: `ring til kunden`, `de vil gerne ringes op`, `send det
 * videre`. Written as in `talk.ts`. They tell of no need of a company.
 */

const whom =
  '(?:kunden|kunderne|virksomheden|firmaet|ejeren|borgeren|kontaktpersonen|kontakten|iværksætteren|vedkommende|direktøren|ham|hende|dem|damen|manden|kvinden)';
const whoever = `(?:${whom}|hun|han|de)`;
const softly = '(?:lige|selv|også|snart|gerne|godt|bare|huske at|så|nu|ikke)';
const lead = `(?:(?:(?:jeg|vi|du|i|nogen|en kollega|en af jer) (?:skal|må|bør|vil|kan)|(?:kan|vil|gider|skal|kunne) (?:du|i|nogen|vi|jeg|en)|husk|husk at|få nogen til at|hvem kan)(?: ${softly})* |${softly} )?`;
const rest = '(?: .{0,40})?';
const when =
  '(?: (?:i dag|i morgen|i næste uge|næste uge|senere|snart|nu|igen|tak|om [^ ]+ [^ ]+|på (?:man|tirs|ons|tors|fre)dag|inden [^ ]+|kl [^ ]+))*';
const post = '(?:en |et )?(?:mail|e mail|besked|sms|brev|svar|kvittering|bekræftelse)';

export const errands = {
  /** What a colleague should do for the customer, and what the customer waits for. */
  doings: [
    `${lead}ringe?(?: lige)? (?:op til|til|tilbage til|over til) ${whom}${rest}`,
    `${lead}ringe? ${whom} (?:op|tilbage)${rest}`,
    `${lead}ringe? (?:op|tilbage)${when}`,
    `${lead}(?:kontakte?|maile?|besøge?|svare?|spørge?|informere?|orientere?|rykke?|inviter(?:e)?|bede?|opsøge?) ${whom}${rest}`,
    `${lead}(?:giv|give|sende?|skrive?|sige?|fortæl|fortælle|love?|forklare?) (?:det |den |lige |videre )*(?:til )?${whom}${rest}`,
    `${lead}(?:giv|give) (?:lige )?(?:besked|lyd|svar|et praj|et kald|et ring) til .{1,40}`,
    `${lead}(?:ryk|rykke|skub til|skubbe til|prik til|mind) (?:${whom}|erhvervshuset|huset|ehm|kontoret|modtageren|kommunen)${rest}`,
    `${lead}(?:send|sende|skriv|skrive) ${post}${when}`,
    `${lead}(?:sende?|skrive?) ${post} til ${whom}${rest}`,
    `${lead}(?:booke?|aftale?|planlæg|planlægge|arranger|arrangere|find|finde|hold|holde) (?:et |en )?(?:møde|opkald|tid|telefonmøde|samtale)(?: med ${whom})?${when}`,
    `${lead}følge? op(?: (?:på|med|hos) (?:${whom}|den|det|sagen))?${when}`,
    `${lead}(?:tage?|få) (?:kontakt til|fat i|fat på|hånd om) ${whom}${rest}`,
    `${lead}(?:find ud af|finde ud af|undersøge?|tjekke?|tjekke? op på|check|afklare?) (?:det|den|hvad|om|hvornår|hvorfor|hvem)${rest}`,
    `${lead}hente? (?:flere )?oplysninger (?:fra|hos) ${whom}${rest}`,
    `${whoever} (?:skal|må|bør|vil|ville|ønsker|vil have|vil ha|ønsker at)(?: ${softly})* (?:have |ha |få |blive |at blive )?(?:ringes|ringet|kontaktes|kontaktet|kontakte|et opkald|opkald|en opringning|opringning|et kald|svar|et svar|en tilbagemelding|en mail|høre fra os)${rest}`,
    `${whoever} (?:venter|vil vente|sidder og venter|beder|bad|har bedt|spurgte|spørger|håber)(?: stadig| nu)? (?:på|om|efter) (?:at (?:blive )?)?(?:svar|et svar|opkald|et opkald|opringning|en opringning|ringes|ringet|besked|tilbagemelding|en tilbagemelding)${rest}`,
    `(?:opkald|opringning|svar|mail|besked|tilbagemelding) til ${whom}${when}`,
  ],
  /** That the case should go on to whoever it belongs to. */
  passings: [
    `${lead}(?:send|sende|giv|give|før|få|skub) (?:det |den |sagen |henvendelsen |lige |bare )*(?:videre|afsted|af sted)(?: (?:nu|tak|i dag|til (?:den|de|det) (?:rette|rigtige)(?: [^ ]+)?))*`,
  ],
};
