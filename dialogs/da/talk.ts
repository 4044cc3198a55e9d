import type { CaseFilter } from '../../src/core/command.ts';
import type { OfficeMatter, SmallTalk, Term } from '../../src/core/talk.ts';

/**
 * The forms of what people type that is neither a command nor a need. Patterns match a whole line of words without
 * punctuation, in any way of writing the Danish letters; `(?<x>…)` is what the question is about. Lists are separated
 * by `|`.
 */

/** May stand before a question. */
const openers =
  'hej|hejsa|hallo|ok|okay|og|så|men|altså|lige|kort|undskyld|hurtigt spørgsmål|jeg vil (?:gerne|lige|godt)? ?vide|jeg mangler at vide|jeg skal vide|kan du (?:lige )?(?:sige|fortælle|se|finde ud af|tjekke)(?: mig)?|ved (?:du|i|nogen)|nogen der ved|er der nogen der ved|gad vide|sig(?: mig)?|fortæl(?: mig)?';

/** May stand after a question. */
const closers =
  'tak|venligst|lige|egentlig|helt præcist|præcist|for noget|nu|endnu|allerede|før|i forvejen|igen|henne|i dag|lige nu|i går|i denne uge|denne uge|sidste uge|i sidste uge|sidst|så|mon|hos os|hos jer|hos mig|det';

const what = '(?:hvad|hva|hvem)';
const person = '(?:jeg|vi|i|du|de|man|han|hun|nogen|der|ingen)';
const done =
  '(?:haft|hørt|talt|snakket|modtaget|været i|svaret|fået(?: noget| nyt)?|noget|nogen sag|en sag|sager|sag|kontakt)';

/** Who has a case, how it stands, whether the company is known. */
const findCases: readonly string[] = [
  `hvem (?:er det (?:nu )?der |der )?(?:har overtaget|overtog|overtager|har talt med|har snakket med|talte med|snakkede med|har haft|havde|har fat i|har|tog(?! sig)|tager(?! sig)|sidder (?:nu )?med|arbejder (?:nu )?med|står for|kører(?: med)?|passer|behandler|følger op på|er sat på|ejer|fik) (?:nu |lige )?(?<x>.+)`,
  'hvem er (?:det (?:nu )?der er )?(?:ansvarlig|kontaktperson|kontaktpersonen|konsulent|konsulenten|på sagen) (?:for|hos|i|på|med) (?<x>.+)',
  'hvem er (?!det |du |i |her |vi |de )[^ ]+(?: [^ ]+)? (?:for|hos|på|med) (?<x>.+)',
  '(?:kan (?:du|i) (?:lige )?)?(?:finde|vise(?: mig)?|åbne|søge efter) (?:sag|sagen|sager)(?: med| om| fra| på)? (?<x>.+)',
  '(?:hvad er )?(?:status|statussen|seneste nyt|sidste nyt|nyt|frist|fristen|svarfrist|svarfristen) (?:på|for|om|fra|hos|med|i) (?<x>.+)',
  'hvad ved (?:vi|i|du) om (?<x>(?!mig$|os$|mine? |vores ).+)',
  'hvordan (?:går|gik|står|ser) det (?:ud )?(?:til )?(?:med|hos|for|på|i) (?<x>.+)',
  '(?:er der |har (?:vi|i|du) )?(?:kommet |sket )?(?:noget |nogen )?(?:nyt|sket noget|sket nyt) (?:om|fra|i|hos|med|på|til|omkring) (?<x>.+)',
  'hvor langt (?:er|var|kom) (?:.+? )?(?:med|hos|i|på) (?<x>.+)',
  'hvor langt (?:er|var) (?<x>(?!den|det|de|vi|i ).+)',
  `${what} (?:blev|er|bliver) der (?:af|blevet af|sket med|til med) (?<x>.+)`,
  `${what} (?:sker|skete) der med (?<x>.+)`,
  'hvad er der sket (?:på|i|med|hos) (?:sagen |dem )?(?:(?:om|med|for|hos|på) )?(?<x>.+?)(?: siden .+)?',
  '(?:jeg skal bruge |jeg vil have |giv mig |vis (?:mig )?)?(?:et )?overblik over (?<x>(?!min|mine|vores|sager).+)',
  '(?:giv mig |hvad er |find )?(?:nummeret|telefonnummeret|kontakten|kontaktpersonen|mailen) (?:på|til|hos) (?<x>.+)',
  'hvornår (?:udløber|er|slutter) (?:fristen|tiden)(?: der)? (?:på|for|hos|med|i) (?<x>.+)',
  'hvornår skal (?<x>.+) (?:have|ha) svar',
  `har (?:${person}|ehm|les|erhvervshuset|huset|kontoret|vores kontor) (?:nogensinde |før |allerede |tidligere )*${done}(?: noget| nogen sag| en sag| kontakt)?(?: med| fra| på| hos| om| til)+(?: den| det)? (?<x>.+)`,
  '(?:er der )?nogen (?:der|som) (?:har|sidder|kender|arbejder|kører)(?: (?:nu|haft|talt|snakket|fat|en sag|kontakt|været i kontakt))*(?: med| i| på| hos| fra)? (?<x>.+)',
  'kender (?:vi|i|du|nogen) (?:noget )?(?:til )?(?<x>.+)',
  'er (?<x>.+?) (?:blevet )?(?:oprettet|registreret|overtaget|lukket|afsluttet|besvaret|kontaktet|kendt|i gang|hos nogen|sendt|returneret|taget|en (?:af )?vores)(?: (?:hos|af|i|med|til|endnu|allerede) ?.*)?',
  'har (?<x>.+?) (?:nogensinde |allerede |selv )?(?:fået svar|fået hjælp|ringet|svaret|henvendt sig|skrevet|en sag|hørt fra|været i kontakt|kontaktet)(?: .*)?',
  'om (?<x>.+?) (?:er|var|har|fik|blev|bliver|skal) .+',
  'findes (?<x>.+?) (?:i forvejen|allerede|i systemet|hos os)',
  '(?:find|søg(?: efter| på)?|led efter|slå op|vis(?: mig)?|åbn)(?: sagen(?: med| om| fra)?| sager(?: med| om| fra)?)? (?<x>(?!en |et |nogle |noget |nye? |hvor |hvordan ).+)',
  '(?:sag|sagen|sagerne|henvendelsen|den)(?: med| om| fra| på| hos| for| ved)? (?<x>(?!hvor ).+?)(?: hvor (?:langt )?(?:er|ligger|står|blev) .+| hvem har den.*| hvordan går det.*| hvad sker der.*)',
  'status (?<x>(?!på |for |om |fra |hos |med |i ).+)',
  '(?:sag|sagen|sager|sagerne|henvendelsen)(?: med| om| fra| på| hos| for| ved| i)? (?<x>(?!hvor |der |som ).+)',
  'hvor (?:er|ligger|står|befinder|blev) (?<x>(?:sag|sagen|henvendelsen) .+?|.+?(?: henne| sig))',
  '(?<x>(?!(?:øj|nøj|ih|åh|puha|uha|av|uf|nej|ja|wow|hold da op) )[^ ]+(?: [^ ]+){0,5}?) hvor (?:langt |ligger |står |er |blev )+(?:den|det|de|vi|i|han|hun|sagen)(?: .*)?',
];

/** Lists of cases. */
const listForms =
  '(?:vis|hvilke|hvilken|hvor mange|hvad|er der|list|giv mig|se|hvor (?:kan jeg (?:se|finde)|ser jeg|finder jeg)|sager|frister|mine|alle|vores|status)';
const listNouns = 'sager|sagerne|henvendelser|henvisninger|opgaver|mine|mig';
const lists: Readonly<Partial<Record<CaseFilter, string>>> = {
  inbox: 'venter på os|afventer os|ligger til os|fået fra|modtaget fra|sendt til os',
  urgent: 'haster|haste|hastesager|akut|akutte|brænder',
  sent: 'sendt|afsendt|henvist|henvisninger|venter på svar fra|venter på at',
  broken:
    'over fristen|over frist|over tiden|over tid|overskredet|overskredne|forsinket|forsinkede|for sent|brudt|brudte',
  due: 'frist i dag|frister i dag|frister snart|frister i morgen|frister i denne uge|frist snart|frist i morgen|udløber (?:i dag|snart|i morgen)|skal (?:have svar|besvares) (?:i dag|snart|i morgen)',
  mine: 'mine|mig|jeg har|har jeg',
  office: 'vi|os|kontoret|kontorets|vores|åbne|alle',
};

/** Which office is meant, and what is asked of it. */
const office: Readonly<Record<OfficeMatter, readonly string[]>> = {
  phone: [
    `(?:${what} (?:(?:er|hedder|har) )?|har (?:du|i|nogen) |giv mig |find |skal bruge |nogen der har )?(?:telefonnummeret|telefonnummer|telefon|tlf|tlf nr|nummeret|nummer|nr|mobilnummeret|hovednummeret)(?: er)? (?:til|på|for|hos|i) (?<x>.+)`,
    '(?:hvem|hvor|hvilket nummer) (?:ringer|kontakter|skal|kan|må) (?:jeg|vi|man|de) (?:ringe |kontakte )?(?:til |hen )?(?:i|hos|ved|på|til) (?<x>.+)',
    '(?:hvordan (?:ringer|kontakter|får) (?:jeg|vi|man) (?:fat i |til )?|(?:jeg vil )?ringe?(?: op)? til )(?<x>.+?)(?: nummer| nr| telefon)?',
    `${what} (?:er|har) (?<x>.+?) (?:telefonnummer|nummer|tlf)`,
  ],
  hours: [
    'hvornår (?:åbner|lukker|har|er|holder) (?<x>.+?)(?: (?:åbent|åben|lukket|op|åbningstid))?',
    '(?:åbner|lukker|holder) (?<x>.+?) (?:kl|klokken|i dag|i morgen|nu|snart|åbent|lukket)(?: .*)?',
    '(?:er|har|holder) (?<x>.+?) (?:åben|åbent|lukket|åbne)(?: .*)?',
    `(?:${what} er )?(?:åbningstiden|åbningstiderne|åbningstider|åbningstid)(?: er)? (?:for|på|hos|i|til|ved) (?<x>.+)`,
    'hvor længe (?:har|er|holder) (?<x>.+?) (?:åbent|åben|åbne)',
  ],
  address: [
    'hvor (?:ligger|holder|bor|finder (?:jeg|man|vi)) (?<x>.+?)(?: til| henne)?',
    `(?:${what} er )?(?:adressen|adresse|mailadressen|mailen|mail|e mail|e mailen)(?: er)? (?:på|til|for|hos) (?<x>.+)`,
  ],
  municipalities: [
    'hvilke kommuner (?:hører|ligger|er|dækker|har)(?: der)? (?:under |ind under |i |hos |med i )*(?<x>.+)',
    'hvilke kommuner dækker (?<x>.+)',
  ],
};
/** Words for the asker's own office, and for the Erhvervshus. */
const ownOffice =
  'os|jer|her|vores|vores kontor|kontoret|vi|i|les|den lokale erhvervsservice|erhvervsservice';
const house = 'erhvervshus|erhvervshuset|erhvervshusets|huset|ehm|eh|erhvervshusene';

/** Asks what a word means. */
const explain: readonly string[] = [
  `(?:${what}|ka) (?:er|betyder|dækker|vil det sige(?: at)?|menes med|menes der med|forstås ved|ligger der i|står|var)(?: det| nu| lige)* (?<x>.+?)(?: for noget| for| ud på| over| egentlig| præcist)*`,
  `${what} (?:mener|forstår) (?:i|du|man|vi) (?:med|ved) (?<x>.+)`,
  `${what} (?:går|handler|drejer) (?<x>.+?) (?:ud på|om|sig om)`,
  `${what} gør (?:i|man|vi|du|jeg) med (?<x>.+)`,
  `${what} (?:laver|gør|tæller som|regnes for|regnes som|hører under) (?<x>.+)`,
  '(?:forklar|forklaring på|definer|definition på|definitionen på|betydningen af|hjælp med ordet|ordet|begrebet)(?: lige| mig| ordet| begrebet| hvad)* (?<x>.+?)(?: er| betyder)?',
  `(?:${what} er )?(?:forskellen|forskel|forskellene)(?: er)? (?:på|mellem|imellem) (?<x>.+)`,
  '(?<x>.+?) (?:hvad|hva) (?:er det|betyder det|gør i med dem|gør i med det|gør i|vil det sige)(?: .*)?',
  `hvordan (?:virker|fungerer) (?<x>.+)`,
];

/** The words of each term. */
const terms: Readonly<Record<Term, string>> = {
  doors: 'hvem ejer sagen|rette dør|døre|døren|ingen forkert dør|arbejdsdeling|arbejdsdelingen',
  les: 'les|lokal erhvervsservice|lokale erhvervsservice|erhvervsservice',
  ehm: 'ehm|erhvervshus|erhvervshuse|eh',
  platform: 'virksomhedsguiden|den digitale platform|digitale platform|virk',
  'pre-starter': 'før starter|førstarter|før startere|førstartere',
  entrepreneur: 'iværksætter|iværksættere',
  established: 'etableret virksomhed|etableret|etablerede virksomheder|etablerede',
  maturity: 'tidlig iværksætter|moden iværksætter|tidlig|moden|modenhed',
  segment: 'driftssegment|vækstsegment|kundesegment|segment|segmenter',
  depth: 'basal|basalt|basale|specialiseret|specialiserede|specialiseret behov|dybde|lokalt behov',
  'place-bound': 'stedbundet|stedbundne|stedbundne behov|stedbundent behov|myndighedsbehandling',
  'control-questions': 'kontrolspørgsmål|kontrolspørgsmålet',
  'grey-zone': 'gråzone|gråzoner|grå zone|grå zoner|gråzonesag',
  'joint-course': 'fælles forløb|samarbejde|fællesforløb',
  handover: 'overdragelse|overdragelsen|overdrage|overtage|overtagelse|send|sende',
  return: 'returner|returnere|returnering|returneret',
  forward: 'videresend|videresende|videresendelse|videresendt',
  promise: '48 timer|48 timers|48 timers løfte|løfte|servicemål|frist|svarfrist|fristen|svarfristen',
  unanswered: 'udløb|udløber|udløbet|påmindelse|påmindelser|ubesvaret',
  basis: 'samtykke|grundlag|offentlig opgave|deling|dele oplysninger|delingsgrundlag',
  'advertising-protection': 'reklamebeskyttelse|reklamebeskyttet|reklamebeskyttede',
  'early-warning': 'early warning',
  urgent: 'hastesag|hastesager|haster|haste',
  'action-plan': 'handlingsplan|handlingsplaner',
  'follow-up': 'opfølgning|opfølgninger|følge op',
  'self-help':
    'selvhjælp|selvhjælpsværktøj|selvhjælpsværktøjer|væksthjul|væksthjulet|business model canvas|bmc|klimakompas|klimakompasset|privacy kompasset|privacykompasset',
  programmes:
    'program|programmer|smv digital|innobooster|key account manager|kapitalcoach|vækstprogram|vækstprogrammer|programmerne',
  'private-advisers': 'privat rådgiver|private rådgivere|rådgiver|rådgivere',
  eifo: 'eifo|vækstfonden|ekf',
  'trade-council': 'eksportrådet|trade council|the trade council|eksportsparring',
  'innovation-fund': 'innovationsfonden|innovationsfond',
  gts: 'gts|gts institut|gts institutter',
  cluster: 'klynge|klynger|klyngeorganisation|klyngeorganisationer',
  'p-number': 'p nummer|p numre|pnummer|produktionsenhed|produktionsenheder|p enhed',
  'cvr-number': 'cvr|cvr nummer|cvr numre|cvr nr',
  cpr: 'cpr|cpr nummer|cpr numre|cpr nr|personnummer|personnumre',
  crm: 'crm|fælles crm',
  draft: 'kladde|kladder',
  statuses: 'status|statusser|åben|sendt|besvaret|afventer virksomheden|trukket tilbage|fejloprettet',
  undo: 'fortryd|fortryde|fortrydelse',
  digest: 'oversigt|oversigter|daglig oversigt|daglige oversigter|dagens oversigt',
  reminder: 'reminder|reminders',
  'say-to-company': 'sig til virksomheden',
  colleagues: 'på arbejde',
  'personal-data': 'gdpr|databeskyttelse|persondata|personoplysninger|mine data|mine oplysninger',
};

/** Whole questions that a term answers though they do not name it. */
const topics: Readonly<Partial<Record<Term, readonly string[]>>> = {
  doors: [
    'hvorfor (?:havner|havnede|kom|gik|går|ryger|røg|blev|er) (?:den|det|sagen|de|denne)(?: her| sag)? .*',
    'hvem (?:ejer|har ansvaret for|får|skal have|skal tage) (?:en |den )?sag(?:en|er|erne)?',
  ],
  promise: [
    'hvor (?:længe|lang tid|hurtigt) (?:har|skal|må|er) (?:de|vi|i|man|kontoret|erhvervshuset|ehm|les|modtageren|jeg).*svare?.*',
    'hvor lang (?:tid|frist) (?:er|har) .*',
    'hvornår (?:begynder|starter|stopper|løber) (?:uret|fristen|tiden|de 48 timer).*',
  ],
  unanswered: [
    `(?:hvad sker der|hva sker der|hvad så|hvad gør (?:jeg|vi|man)) (?:hvis|når|med) (?:.*(?:ikke|ingen|for sent|aldrig).*|.*(?:svar|frist|overtag|tid).*)`,
    'hvad hvis (?:de|ingen|han|hun|kontoret) .*',
  ],
  basis: [
    '(?:må|kan) (?:jeg|vi|man|i|de) (?:godt |gerne |overhovedet )?(?:dele|give|sende|videregive|oplyse|registrere|gemme|notere|skrive)(?! en sag| sagen).*(?:oplysning|nummer|mobil|telefon|mail|navn|samtykke|kontakt|data|videre).*',
    '(?:skal|behøver) (?:jeg|vi|man|der) .*samtykke.*',
  ],
  undo: [
    '.*(?:kom til at|fortryde|fortryd|trykkede forkert|klikkede forkert).*(?:hvordan|hvad gør|kan jeg|tilbage|fortryde).*',
    'hvordan (?:fortryder|ændrer|omgør) (?:jeg|man|vi).*',
    '(?:hvordan|kan|hvad gør) (?:jeg|man|vi).*(?:fortryde|fortryd|ændre et svar|få det tilbage|trække .*tilbage).*',
  ],
  digest: [
    '(?:afmeld|frameld|afmelde|framelde)(?: (?:mig|beskeder|beskederne|oversigten|oversigter|notifikationer|abonnement))*',
    '(?:jeg vil |vil )?(?:ikke (?:have|ha|modtage)|stop(?:pe)?(?: med at sende)?)(?: mig)? (?:flere |alle )*(?:de )?(?:beskeder|beskederne|oversigter|notifikationer|mails?)(?: .{0,20})?',
    '(?:kan|hvordan|skal|må) (?:man|jeg|vi) .*(?:oversigt|oversigten|oversigter|oversigterne).*',
  ],
  reminder: [
    '(?:(?:kan|vil|kunne|gider) du (?:lige |godt |ikke )*)?(?:minde|mind|påminde|påmind|huske|husk|prikke til|prik til|varsle|varsl|adviser) mig .*',
    '(?:(?:kan|vil|kunne|gider) du (?:lige |godt |ikke )*)?(?:sige til|sig til|giv(?:e)? (?:mig |os )?(?:besked|lyd)|skriv(?:e)? til mig) (?:når|hvis|så snart|inden|om|på) .*',
    '(?:jeg vil gerne|jeg skal|jeg ønsker at|kan jeg|må jeg|kunne jeg|kan man) (?:lige )?(?:blive )?(?:mindes|påmindes|mindet|påmindet|(?:have|få) (?:en |et )?(?:påmindelse|reminder|varsel|besked når))(?: .*)?',
    '(?:(?:kan|vil) du )?(?:lave?|sæt(?:te)?|opret(?:te)?|sende?)(?: mig)? (?:en|et) (?:reminder|påmindelse|alarm|huskeseddel|varsel|kalenderaftale)(?: .*)?',
  ],
  'say-to-company': [
    'hvad (?:skal|kan|må|bør|siger) (?:jeg|vi|man) (?:så )?(?:sige|svare|fortælle|love)?(?: )?(?:til )?(?:virksomheden|kunden|ham|hende|dem|den der ringer|borgeren).*',
  ],
  cpr: [
    '.*(?:cpr|personnumm?[er]+).*(?:gør|gemmer|sker|må|hvad|hvordan).*',
    '(?:må|kan|skal) .*(?:cpr|personnummer).*',
  ],
  'personal-data': [
    '(?:.* )?(?:slet|slette|fjern|fjerne|glem|glemme|udlever|udlevere|se|indsigt i) (?:.* )?(?:mine?|vores|deres|hendes|hans|hvilke|personlige|kundens|virksomhedens) ?(?:data|oplysninger|persondata|personoplysninger).*',
    '(?:hvilke (?:data|oplysninger) (?:gemmer|registrerer|har|ved)|hvad (?:gemmer|registrerer)) (?:i|du|vi|indgang|botten) (?:om|på) .+',
    'hvad ved (?:i|du|vi|indgang|botten) om (?:mig|os|mine? .+|vores .+)',
  ],
  colleagues: [
    '(?:er|hvornår er|hvor er) [^ ]+(?: [^ ]+)? (?:på arbejde|på kontoret|inde|hjemme|syg|på ferie|tilbage|ledig|til at træffe)(?: .*)?',
    'hvem er (?:på arbejde|på vagt|på kontoret|inde|syg|på ferie)(?: .*)?',
  ],
};

/** Who takes care of a need, and why. Only where a need is named. */
const doors: readonly string[] = [
  'hvem (?:er det (?:nu )?)?(?:der |vi |jeg )?(?:tager sig af|håndterer|hjælper(?: os| jer)? med|spørger (?:vi|jeg|man) (?:om|til)|spørger om|arbejder med|ved noget om|har forstand på|står for|dækker|laver|rådgiver om|vejleder om) .+',
  'hvem (?:kan |skal )?(?:hjælpe|vejlede|rådgive|spørges)(?: os| jer| mig)? (?:med|om|til) .+',
  'hvem (?:ringer|skriver|kontakter|henvender|går) (?:jeg|vi|man|de) (?:mig |sig |os )?(?:til |med )?(?:om|angående|vedrørende|med|for) .+',
  'hvem er .*(?:ekspert|eksperter|specialist|specialister|dygtig|god|gode) (?:i|på|til|med) .+',
  'hvorfor .+',
  '(?:må|kan|skal|bør) (?:jeg|vi|i|kontoret|les) (?:godt |selv |gerne |egentlig )*(?:tage|beholde|have|klare|løse|køre|behandle|sende) .*(?:sag|sager|selv|behov).*',
  '(?:hvor|hvem) (?:hører|skal|sender|ligger) .+ (?:til|hen|hjemme)',
];

/** Asks what the bot can do. */
const helps: readonly string[] = [
  `${what} (?:kan|skal|må) (?:jeg|man|vi|du|i) (?:ellers |så )?(?:skrive|gøre|spørge|bruge dig til|kan)(?: .*)?`,
  `${what} kan du(?: .*)?`,
  'hvordan (?:bruger|virker|fungerer|starter|begynder|kommer|gør|skriver) (?:jeg|man|vi|du|det)(?: dig| i gang| her| det)?(?: .{0,20})?',
  'hvilke kommandoer .*',
  'kan (?:man|jeg) (?:skrive|bruge|sende) .{0,20}(?:smileys?|emojis?|filer|billeder|stikord|på engelsk|på dansk)(?: .{0,20})?',
];

/** What small talk is told by: patterns of words, anywhere in the line. */
const smallTalk: Readonly<Record<Exclude<SmallTalk, 'trouble' | 'remark'>, string>> = {
  robot:
    'du er (?:vist |jo |bare |nok |da )*(?:en |et )?(?:robot|maskine|bot|chatbot|ai|menneske|computer)|(?:er|var) du (?:en|et|bare|mon|egentlig|virkelig|kunstig|menneske|robot|bot|ai|rigtig|levende|ægte)|hvem er du|hvad er du|hvad hedder du|(?:arbejder|sover|holder) du|har du (?:ferie|fri|weekend)|hvem (?:har|er det der har) (?:lavet|bygget|programmeret|skabt|udviklet) dig|kunstig intelligens',
  here: 'er du der|er der nogen(?= hjemme|$)|nogen hjemme|lytter du|er du vågen|virker du|hører du',
  language: '(?:kan|taler|forstår) du (?:tale |snakke |forstå )?(?:engelsk|dansk|tysk|svensk|norsk)',
  curse:
    'fandens?|fanden|for fanden|satans?|pis|pisse|lort|lorte[^ ]*|skid|kæft|pokker|helvede|fuck|shit|idiot|idiotisk|ubrugelig|elendig|dum|dumme|åndssvagt?|møg[^ ]*|træls|øv|øj|nøj|ih|puha|uha|av|gider ikke|ikke en skid',
  mistake:
    'undskyld|beklager|ups|forkert (?:chat|knap|tråd|vindue|kanal|sted|person)|forkerte (?:chat|knap|tråd|vindue|kanal|sted|person)|trykkede forkert|skrev forkert|glem det|ligemeget|lige meget|ikke til dig|var til [^ ]+|været til [^ ]+|lagde på',
  wait: 'øjeblik|et øjeblik|lige et sekund|to sekunder|vent|vent lidt|sekund|minut|i møde|mødet|frokost|kaffe|tilbage kl|svarer senere|går hjem|pause',
  test: 'test|tester|testing|prøve|prøver bare|afprøver',
  thanks:
    'tak|mange tak|tusind tak|tak skal du have|takker|super|perfekt|fedt|dejligt|glimrende|fremragende|lækkert|fantastisk|genialt|godt gået|flot|lyder godt|reddede|godt arbejde|skønt|sejt|skide godt|det var alt',
  goodbye:
    'siger hej|vi ses|farvel|hej hej|god weekend|god aften|godnat|god nat|god ferie|ses|god dag|kan du have det|god jul|godt nytår|tillykke|skål',
  laugh:
    '^ha$|ha ha[^ ]*|haha[^ ]*|hehe[^ ]*|hihi[^ ]*|hæhæ[^ ]*|griner|sjovt|hold da op|hold da kæft|sikke|wow',
  hello: 'hej|hejsa|hallo|halløj|goddag|god morgen|godmorgen|dav|mojn|hej igen',
  fine: 'ok|okay|ja|jep|jo|jo da|nej|næ|næh|nå|nåå?|hmm+|øh+|mhm|jamen|altså|tja|tjah?|fint|fin|godt|klart|javel|nå da da|super|yes|yep|jjj*',
};

/** Says that somebody wants or lacks something. */
const wishes =
  'vil|vil gerne|ville|wil|ønsker|ønske|skal have|skal ha|ska ha|skal bruge|skal (?:starte|åbne|flytte|ansætte|sælge|købe|bygge|eksportere)|mangler|søger|har brug for|leder efter|overvejer|spørger|drømmer om|planlægger|har lyst|ikke kan|ikk kan|kan ikke|kan ikk|ka ikke|ka ik|hjælpe|hjælp til|få hjælp|hvordan|hvad gør de|hvilke|på vej|er ved at|drukner|truet|problemer|opfundet|tilskud|kræver';

/** People and companies that a need is told of. */
const subjects =
  'kunde|kunden|kunder|virksomhed|virksomheden|firma|firmaet|ejer|ejeren|borger|borgeren|mand|manden|dame|damen|kvinde|kvinden|fyr|fyren|iværksætter|iværksætteren|selvstændig|butik|butikken|selskab|selskabet|forretning|startup|webshop|fabrik|værksted|landmand|klinik|restaurant|cafe|café|hotel|håndværker|murer|tømrer|smed|bager|frisør|slagter|vognmand|maler|elektriker|gartner';

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
  /** Stand for a case or its company that was spoken of before. */
  pronouns:
    'den|det|dem|de|hun|han|hende|ham|bare|det hele|noget|mit|den der|sagen|den sag|den du|den i|den tilbage|den retur|den videre|den nu|den igen',
  /** Leads to what a case is about: is no part of a name. */
  caseNouns:
    'min|mine|vores|mig|kortet|sag|sagen|sager|sagerne|henvendelse|henvendelsen|virksomhed|virksomheden|firma|firmaet|kunde|kunden|ham|hende|den|det|de|en|et|id|nr|nummer|cvr|cvr nummer|telefonnummer|tlf|ejeren|ejer|med|om|fra|hos|på|for|af|i|ved|til|der|som|hedder',
  /** Ends the name of a case by its subject: `bagersagen`. */
  caseEnding: 'sagerne|sagen|sager|sag',
  /** Leads to a rule's id. */
  rule: 'regel|reglen|regl',
  /** Asks for nothing but what follows. */
  asks: 'hvem|hvad|hva|hvor|hvornår|hvordan|hvorfor|hvilke|hvilken|hvilket|har|er|må|kan|skal|find|søg|vis|forklar|status|kender',
};
