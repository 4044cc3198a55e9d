/**
 * The forms of what people say of a case without its number: that a company called again, who should have the case, what
 * they do with it. Written as in `talk.ts`; `(?<x>…)` is whom or what is meant, `(?<reason>…)` why.
 */

const it = '(?:den|det|dem|sagen|den sag|den der|den her|henvendelsen)';
const they =
  '(?:de|han|hun|nogen|der nogen|i|ingen|vedkommende|huset|erhvervshuset|ehm|les|kontoret|kommunen|modtageren|den lokale erhvervsservice)';
const small =
  '(?:stadig|allerede|nogensinde|overhovedet|mon|så|lige|virkelig|ikke|endnu|nu|da|selv|også|jo|netop|bare|og)';
const done =
  '(?:taget|overtaget|fået|set|læst|åbnet|svaret|kigget|besvaret|afsluttet|lukket|returneret|sendt|kontaktet|ringet|skrevet|afvist|ekspederet)';
const known =
  '(?:hun|han|de|vedkommende|kunden|virksomheden|ejeren|borgeren|damen|manden|kvinden|ham|hende|dem|samme kunde|den samme|samme mand|samme dame)(?: fra (?:i går|i dag|i morges|i mandags|før|sidst|tidligere|forleden|sidste uge))?';
const wrote =
  '(?:ringede|ringer|ringet|skrev|skriver|skrevet|mailede|mailer|mailet|kom|kommer|var|er|henvendte sig|henvender sig|henvendt sig|vendte|vender|kontaktede|kontakter)';
const when = '(?:her|nu|lige|i dag|i går|i morges|her til morgen|for lidt siden|efter frokost|der)';
/** `small` and `when` together, each word once: a word in both would be tried both ways, over and over. */
const filler = `(?:${small}|her|i dag|i går|i morges|her til morgen|for lidt siden|efter frokost|der)`;
const again = '(?:igen|tilbage|for svar|efter svar|efter et svar)';
const once = '(?:igen|en gang til|endnu en gang|på ny|på nyt|for (?:anden|tredje|fjerde|femte) gang)';
const from = '(?:(?:[^ ]+ ){1,3}(?:fra|hos) )?';
const instead = '(?: i stedet(?: for)?)?';
const because = '(?: (?:fordi|da) (?<reason>.+))?';
const softly = '(?:hellere|videre|over|i stedet|bare|så|nok|vist|egentlig|lige|altså)';
const give = '(?:send|sende|giv|give|flyt|flytte|videresend|videresende|overdrag|overdrage|ryk|rykke)';
const please = '(?:(?:kan|vil|kunne) (?:du|vi|jeg) (?:lige |ikke |godt )*|lad os |jeg vil (?:gerne )?)?';
const days =
  '(?:nu|tilbage|retur|videre|selv|igen|i dag|i morgen|på (?:man|tirs|ons|tors|fre)dag|med det samme)';

export const caseTalk = {
  /** About a case of one's own that is not named. */
  ownCases: [
    'hvor (?:er|blev|bliver|ligger) (?:min|mine|vores) (?:sag|sager|henvendelse|henvendelser)(?: af| henne| nu)*',
    'hvad skete der(?: (?:så|lige|nu))*(?: med (?:den|det|sagen|min sag|min henvendelse))?',
    `har (?:${small} )*${they} (?:${small} )*${done}(?: (?:på|til|fra|imod))?(?: ${it})?(?: ${small})*`,
    `har .{2,40}? ${done}(?: (?:på|til|imod))? ${it}(?: ${small})*`,
    `(?:er|blev|bliver|var) (?:${it}|han|hun|de)(?: ${small})* (?:blevet )?(?:${small} )*${done}(?: .{0,25})?`,
    `(?:${small} )*${known} (?:har |er )?(?:${small} )*${wrote}(?: ${filler})* ${again}(?: ${when})*`,
    `(?:nu|så|i dag|i morges|lige nu) ${wrote} ${known}(?: ${when})* ${again}(?: ${when})*`,
    `(?:${small} )*${known} (?:har |er )?(?:${small} |begyndt at )*(?:rykker|rykkede|rykket|rykke)(?: (?:os|for svar|for et svar|efter svar|igen))*(?: ${when})*`,
    `hvem (?:har |der har |er det der (?:har )?)?(?:${small} )*(?:sendt|sendte|sender|skrevet|skrev|oprettet|oprettede|lukket|lukkede|afsluttet|returneret|returnerede|overtaget|overtog|tog|taget|fik|fået|åbnet|svaret på|svarede på|henvist|videresendt|registreret) ${it}(?: (?:${small}|til os|til mig|hertil|tilbage|videre|retur))*`,
    `hvor (?:${small} )*(?:ligger|er|står|blev|kom|kommer|endte|røg|gik) ${it}(?: (?:${small}|fra|af|henne|hen|lige nu|hos))*`,
    'hvornår (?:skal|blev|er|kom|fik|udløber|forfalder|sendte (?:vi|de|jeg)) (?:den|sagen|henvendelsen|den sag|den her)(?: .{1,30})?',
    `hvorfor (?:fik|har|kom) (?:(?:vi|jeg|i|de) )?(?:fået )?${it}(?: (?:${small}|tilbage|retur|igen|til os))*`,
    `hvorfor (?:er|blev|kom) ${it} (?:${small} )*(?:kommet |blevet |sendt )*(?:retur|tilbage|returneret|afvist)(?: .{1,20})?`,
    `hvad (?:sker der|mangler(?: der| vi| de)?|skal (?:jeg|vi) gøre|er der sket|skal der ske|er næste skridt|venter (?:vi|de) på)(?: (?:${small}|med ${it}|på ${it}|lige nu|ved ${it}|videre))*`,
    `hvad (?:var|er) det (?:${they}|kunden|virksomheden) (?:${small} )*(?:ville|vil|spurgte om|ønskede|ringede om|havde brug for|mangler|manglede)(?: .{1,15})?`,
    `hvad (?:skrev|har|aftalte|noterede|lovede) (?:jeg|vi|de)(?: (?:skrevet|aftalt|noteret|lovet))?(?: ${small})* (?:om|med|til|på) (?:${it}|ham|hende|kunden|virksomheden)`,
    'hvad (?:hed|hedder|er) (?:kontakten|kontaktpersonen|virksomheden|kunden|ejeren|han|hun|de)(?: nu| lige)?',
    'hvad (?:er|var) (?:nummeret|telefonnummeret|navnet|mailen|mailadressen|adressen) (?:på|til|hos) (?:dem|ham|hende|kontakten|kunden|virksomheden|kontaktpersonen|ejeren)',
    `hvem venter (?:vi|jeg|de|sagen|den)(?: ${small})* på(?: ${small})*`,
    'hvor (?:længe|lang tid|meget tid|mange timer) (?:er|har|går)(?: (?:der|vi|jeg))* (?:igen|tilbage)(?: .{1,20})?',
    `er der (?:${small} )*(?:sket|kommet) (?:noget|svar|nyt|noget nyt)(?: (?:${small}|med ${it}|på ${it}|i ${it}))*`,
    `(?:skal|bør) (?:jeg|vi) (?:${small} )*gøre (?:${small} )*(?:noget|mere)(?: (?:${small}|ved ${it}|med ${it}|på ${it}))*`,
    `er det (?:mig|os|jer|dem|ham|hende|ehm|les)(?: (?:der|som))? (?:har|skal tage|skal svare på|ejer|tager)(?: ${it})?(?: ${small})*`,
    `kan (?:vi|jeg) (?:${small} )*(?:godt |stadig )?(?:få|trække|kalde|tage) ${it} (?:tilbage|retur|hjem)(?: .{1,15})?`,
    `(?:kan|når) (?:jeg|vi) (?:${small} )*nå ${it}(?: .{1,15})?`,
    '(?:jeg )?(?:har glemt|glemte|kan ikke (?:huske|finde)|mangler) (?:sagsnummeret|sagens nummer|nummeret på sagen|sagen|id på sagen)',
    `(?:du må (?:gerne|godt) |kan du |jeg vil gerne )?(?:lukke|afslutte) ${it}(?: ${small})*`,
    `er fristen (?:${small} )*(?:overskredet|udløbet|gået|brudt|snart gået)`,
  ],
  /** That a company whose name is said made contact again, or asks for its answer. */
  comebacks: [
    `(?:${small} )*${from}(?<x>.+?) (?:har |er )?(?:${small} )*${wrote}(?: ${filler})* (?:${again}|${once})(?: ${when})*`,
    `(?:${small} )*${from}(?<x>.+?) (?:har |er )(?:${small} )*${once} (?:${small} )*${wrote}(?: ${when})*`,
    `(?:nu|så|i dag|i morges|lige nu) (?:har |er )?${wrote} ${from}(?<x>.+?)(?: ${when})* (?:${again}|${once})(?: ${when})*`,
    `(?:${small} )*${from}(?<x>.+?) (?:har |er )?(?:${small} |begyndt at )*(?:rykker|rykkede|rykket)(?: (?:os|for svar|for et svar|efter svar|igen))*(?: ${when})*`,
    `(?:(?:(?:jeg|vi) )?(?:har|fik) )?(?:${small} )*${from}(?<x>.+?)(?: ${when})* (?:i røret|i telefonen|på linjen|på tråden|i telefon)(?: ${when})* ${once}(?: ${when})*`,
    `(?:${small} )*(?:nyt|endnu et|endnu en|ny|et nyt|en ny) (?:opkald|mail|besked|sms|henvendelse) fra ${from}(?<x>.+?)(?: ${when})*`,
    `${from}(?<x>(?!(?:tak|hej|hejsa|prøv|send|vis|start|skriv|undskyld|velkommen) ).+?) ${once}(?: ${when})*`,
  ],
  /** What the writer did, does or has with the case of a company whose name follows. */
  doings: [
    `(?:${small} )*(?:jeg|vi) (?:har |skal |vil )?(?:${small} )*(?:tager|overtager|tage|overtage|taget|overtaget|får|lukker|lukket|afslutter|afsluttet|returnerer|returneret|sender|sendt|besvarer|besvaret|svarer|svaret|ringer(?: op)? til|ringede til|ringet til|ringe til|talt med|talte med|taler med|snakket med|skrevet til|skrev til|kontaktet|kontakter|følger op på|fulgt op på)(?: mig af)?(?: (?:sagen|den|opgaven))?(?: (?:fra|med|hos|på|til|om))* (?<x>.+?)(?: ${days})*`,
    `(?:(?:kan|vil|gider) (?:du|i|nogen) (?:lige )?|husk (?:at )?|(?:nogen|du) (?:skal|må) )?(?:ringe?(?: op)?(?: tilbage)? til|skrive? til|maile?(?: til)?|kontakte?|svare?|sende? en mail til|giv besked til|tage? fat i|få fat i|følge? op (?:på|med|hos)) (?<x>.+?)(?: ${days})*`,
    `(?:sagen|den) (?:fra|med|hos|på) (?<x>.+?) (?:tager|har|lukker|overtager|svarer|afslutter) (?:jeg|vi)(?: ${days})*`,
    'har (?:vi|i) (?<x>.+)',
  ],
  /** That another organisation should have the case. */
  redirects: [
    `${please}${give} ${it} (?:${softly} )*(?:til|hen til|hos) (?<x>.+?)${instead}${because}`,
    `${give} (?:${softly} )*til (?<x>.+?) i stedet${because}`,
    `${give} (?:${softly} )*til (?<x>(?:les|ehm|erhvervshus|erhvervshuset).*?)${because}`,
    `${it} (?:skal|bør|burde|må|hører) (?:${softly} |sendes |flyttes |gives )*til (?<x>.+?)${instead}${because}`,
    `(?:kan|skal|må|bør) ${it} (?:ikke |hellere )*(?:sendes|gives|flyttes|videresendes) (?:videre )?til (?<x>.+?)${instead}${because}`,
    `(?:så |nej )?(?:hellere|helst) (?<x>.+?)${because}`,
    `(?<x>.+?) i stedet(?: for)?${because}`,
    `vælg (?<x>(?:les|ehm|erhvervshus|erhvervshuset).*?)${because}`,
    `(?<x>.+?) (?:skal|bør|må) (?:${softly} )*(?:have|ha|tage|få) ${it}(?: (?:fordi )?(?<reason>.+))?`,
  ],
  /** That a person should have the case. */
  assigns: [
    `${please}(?:${give}|tildel|tildele|sæt) ${it} (?:${softly} )*(?:til|hen til|over til|hos) (?<x>.+)`,
    `${please}(?:${give}|tildel|tildele) (?<x>.+?) ${it}`,
    `${it} (?:skal|må|kan|bør) (?:${softly} )*(?<x>.+?) (?:have|ha|få|tage|overtage)`,
    `${it} er til (?<x>.+)`,
    `(?:lad|kan|skal|må|vil|bør) (?<x>.+?) (?:have|ha|få|tage|overtage|løse|klare) ${it}(?: ${days})*`,
    `(?:lad )?sæt(?:te)? (?<x>.+?) på ${it}`,
    `(?<x>.+?) (?:(?:skal|må|kan|bør|vil) (?:${softly} )*(?:have|ha|få|tage|overtage)|tager|overtager|får) ${it}(?: ${days})*`,
  ],
  /** No name of a person, separated by `|`. */
  nobody:
    'min|mit|mine|din|dit|dine|sin|sit|sine|vores|jeres|deres|hans|hendes|denne|dette|samme|hvem|hvad|hvor|hvorfor|jeg|du|han|hun|vi|i|de|man|nogen|ingen|alle|en|et|mig|dig|os|jer|dem|hende|ham|kunden|virksomheden|ejeren|kollega|kollegaen|kontoret|den|det|lad|kan|skal|så|nu|hvis|når',
  /** That the writer is away or busy, or writes to colleagues. */
  asides: [
    `(?:${small} )*(?:jeg|vi) (?:er|har|skal|går|holder|tager)(?: ${small}| til| på| i| en)* (?:kursus|ferie|møde|afdelingsmøde|personalemøde|teammøde|barsel|orlov|messe|seminar|syg|fri|hjemme|frokost|pause)(?: .{0,30})?`,
    'husk(?: lige| nu)? .{0,20}(?:møde|mødet|frokost|frokosten|kage|kagen|fredagsbar|sommerfest|julefrokost|fødselsdag)(?: .{0,30})?',
    '(?:jeg|vi) (?:skriver|ringer|taler) (?:lige |selv |altså )*(?:til|med) (?:borgmesteren|chefen|lederen|kollegaen|kollegerne|kommunaldirektøren|journalisten)(?: .{0,20})?',
    '(?:så |nu )?er (?:ugen|dagen|mødet|vagten|arbejdsdagen) (?:slut|forbi|omme)(?: .{0,20})?',
    '(?:det|statistikken|tallene|ugen|kalenderen|planen) ser (?:[^ ]+ )?(?:fin|fint|godt|flot|pæn|pænt|bedre|rigtigt)(?: ud)?(?: .{0,20})?',
  ],
};
