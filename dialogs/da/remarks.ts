/**
 * The forms of what people say of the caller and of what was done for them: `kunden er sur`, `han ville ikke sige, hvad han
 * hed`, `de fik finansieringstjek, 3 timer`. Written as in `talk.ts`. They tell of no need of a company.
 */

const he =
  '(?:han|hun|de|vedkommende|personen|kunden|kunderne|virksomheden|firmaet|ejeren|indehaveren|direktøren|borgeren|iværksætteren|manden|damen|kvinden|fyren|kontakten|kontaktpersonen|folk|ham der|hende der|de her folk)';
const him = '(?:ham|hende|dem|kunden|virksomheden|firmaet|ejeren|borgeren|iværksætteren|vedkommende)';
const small =
  '(?:godt nok|virkelig|meget|ret|lidt|temmelig|helt|så|altså|jo|bare|også|stadig|ikke|heldigvis|desværre|nok|vist|ikke særlig|rigtig|super|total|totalt|lige|nu|kun|selv|faktisk|simpelthen|da|tydeligvis|ikke så)';
const feels =
  '(?:er|var|virker|virkede|lyder|lød|bliver|blev|føler sig|følte sig|synes|har været|er blevet|ser ud til at være)';
const mood =
  '(?:sure?|vred[e]?|gale?|rasende|tilfredse?|utilfredse?|glade?|stressede?|stresset|triste?|ked af det|skuffede?|skuffet|nervøse?|irriterede?|irriteret|frustrerede?|frustreret|trætte?|lettede|lettet|forvirrede?|forvirret|skøre?|søde?|flinke?|venlige?|uvenlige?|uforskammede?|uforskammet|utålmodige?|tålmodige?|bekymrede?|bekymret|fornærmede?|fornærmet|høflige?|uhøflige?|samarbejdsvillige?|oppe at køre|i (?:dårligt|godt|elendigt|fint) humør|svære? at (?:tale med|snakke med|forstå|få fat i|have med at gøre)|rørte?|taknemmelige?|overraskede?|overrasket|chokerede?|chokeret|sjove?|underlige?|mærkelige?|fuld|fulde|begejstrede?|begejstret|pavestolt|stolte?|utrygge?|utryg|kede af det|kølige?|afvisende|pirrelige?|mopsede?|mopset)';
const about =
  '(?: (?:over|på|af|for|med|i) (?:os|mig|jer|dig|hinanden|hjælpen|svaret|mødet|ventetiden|sagsbehandlingen|alt|det|det hele|tingene|at vente|at skulle vente|telefonen|det svar .{0,20}))?';
const when =
  '(?: (?:i dag|i går|nu|lige nu|igen|hele tiden|altid|i morges|her til morgen|i morgen|senere|snart|før|til sidst|på (?:man|tirs|ons|tors|fre|lør|søn)dag|til (?:man|tirs|ons|tors|fre|lør|søn)dag|i denne uge|i næste uge|hele ugen|om eftermiddagen|om formiddagen|efter kl .{1,5}|kl .{1,5}))*';
const number =
  '(?:(?:\\d+|to|tre|fire|fem|seks|otte|ti|halvanden|en|et|flere|mange)(?: (?:og en halv|halv))?)';
const hours = `(?:(?:cirka|ca|omkring|i|på) )*(?:\\d+(?: \\d+)?|en|et|to|tre|fire|fem|seks|otte|ti|halvanden|en halv|et par|nogle|flere)(?: (?:halv|hel|og en halv))* (?:times?|timers|timer|t|min|minutter|minutters|kvarter|dage?|dages?)`;
const words = '(?: .{1,60})?';
/** Names of what an office gives a company. */
const service =
  '(?:finansieringstjek|vejledning|1 1 vejledning|individuel vejledning|sparring|eksportsparring|rådgivning|indledende afklaring|afklaring|workshop|workshops|webinar|webinarer|camp|kursus|iværksætterkursus|startkursus|informationsmøde|oplæg|seminar|gruppeforløb|forløb|vækstforløb|mentor|mentorforløb|handlingsplan|vækstplan|vækstkortlægning|netværksmøde|opfølgningsmøde|åben rådgivning|budgethjælp|coaching)';
const given =
  '(?:givet|afholdt|gennemført|leveret|klaret|overstået|holdt|færdig|færdigt|udført|gået godt|gik godt)';
/** What makes a need of what was done: nothing of it may follow. */
const noNeed = '(?!.* (?:vil|ønsker|mangler|søger|spørger|overvejer|skal|men|har brug for|kan ikke)(?: |$))';

export const remarks = {
  /** Of the caller's mood, person or call. */
  caller: [
    `(?:${small} )*${he} ${feels} (?:${small} )*${mood}(?: og (?:${small} )*${mood})?${about}${when}`,
    `(?:sikke|hvor (?:er|var) ${he}|det (?:er|var)) (?:${small} )*(?:en |et |nogle )?(?:${small} )*(?:${mood}|dum|herlig|rar|ældre|yngre|ung|flink)(?: (?:ældre|yngre|ung))?(?: (?:kunde|mand|dame|kvinde|fyr|herre|type|person|samtale|opkald|borger|ejer))?${when}`,
    `det (?:er|var) (?:${small} )*(?:en|et) (?:ældre |yngre |ung |flink |sød |rar )*(?:herre|dame|mand|kvinde|fyr|par|ung mand|ung kvinde)`,
    `${he} (?:${small} )*(?:græder|græd|skælder ud|skældte ud|råber|råbte|skreg|bandede|bander|grinede|griner|sukkede|hulkede|brokker sig|brokkede sig|klager|klagede|skabte sig|smilede|lagde|smækkede|hang)(?: (?:ad|af|over|til) (?:mig|os|jer|dig))?(?: ${small})*(?: på| røret på| ud| op)?${when}`,
    `${he} (?:ville|vil|gad|gider|ønskede|ønsker|turde|tør|kunne|kan|må|måtte) (?:${small} )*ikke (?:${small} )*(?:sige|oplyse|give|opgive|fortælle|ud med|røbe|svare|snakke|tale|huske|dele)(?: .{0,40})?`,
    `${he} (?:sagde|oplyste|fortalte|nævnte) (?:${small} )*ikke (?:noget|hvad|hvor|hvem|sit|deres|navn|om|mere).{0,40}`,
    `(?:der var |det var )?(?:en|nogen) (?:på|i) (?:telefonen|røret|linjen|tråden) (?:der|som) ikke .{1,40}`,
    `${he} (?:ringer|skriver|vender|kommer|melder) (?:${small} )*(?:tilbage)${when}`,
    `${he} (?:${small} )*(?:tager|tog|svarer|svarede|løfter)(?: ${small})* ikke(?: (?:telefonen|sin telefon|røret|på .{1,20}))?${when}`,
    `(?:jeg|vi) (?:${small} )*(?:fangede|hørte|fik|forstod|nåede|kunne|kan|har|fanger|fik fat i) (?:${small} )*ikke (?:${small} )*(?:høre|forstå|fange|få|fanget|fået|nå|at få|at spørge)?(?: ?(?:fat i|om))?(?: ?(?:navnet|nummeret|telefonnummeret|adressen|hans .{1,15}|hendes .{1,15}|deres .{1,15}|hvad .{1,30}|hvem .{1,30}|${him}.{0,20}))`,
    `${he} (?:taler|talte|snakker|snakkede|forstår|forstod|kan|kunne) (?:${small} )*(?:ikke )?(?:${small} )*(?:dansk|engelsk|tysk|polsk|svensk|norsk|fransk|arabisk|ukrainsk|tyrkisk|rumænsk|spansk)`,
    `${he} er (?:${small} )*(?:min|mit|vores|en gammel|en af mine|en af vores) (?:[^ ]+ )?(?:nabo|ven|veninde|bekendt|bekendte|kollega|fætter|kusine|bror|søster|mor|far|kunde|venner|kending)`,
    `${he} er (?:${small} )*(?:på ferie|på barsel|syg|syge|optaget|til møde|i møde|ude|rejst|på vej|på rejse|gået|gået hjem|kørende|i bil|hos lægen|til tandlæge|(?:kun )?at træffe .{1,20}|ikke til at træffe.{0,20})${when}`,
    `${he} (?:ringer|ringede) (?:${small} )*fra (?:en|et|sin|sit|bilen|toget|arbejdet|udlandet|ferien).{0,20}`,
    `jeg kender (?:${small} )*${him}(?: (?:${small} )*(?:godt|privat|fra .{1,20}|i forvejen))?`,
    `${he} (?:har )?(?:${small} )*(?:ringet|ringede|skrevet|skrev|prøvet|prøvede) (?:${small} )*${number} gange${when}`,
    `${he} (?:vil|ville|ønsker|ønskede)(?: (?:gerne|at|helst|${small}))* (?:være|forblive|optræde) anonym(?:e|t)?`,
    `${he} (?:bad|beder|bedt|har bedt) (?:mig|os) (?:om at )?(?:ringe|skrive|maile|vente).{0,25}`,
    `${he} (?:foretrækker|vil helst|vil hellere|kan bedst lide) (?:at )?(?:mail|e mail|sms|telefon|telefonen|tale .{1,20}|skrive.{0,15}|ringe.{0,15}|kontaktes .{1,20}|blive kontaktet .{1,20})`,
    `jeg (?:lagde|har lagt|indtalte|har indtalt|skrev|sendte) (?:${small} )*(?:en |et )?(?:besked|svar|telefonsvarer)(?: (?:til|hos|på) .{1,25})?`,
    `${he} (?:har|havde) (?:${small} )*ikke (?:${small} )*(?:tid|meget tid|lyst til at snakke)${when}`,
    `${he} (?:skulle|skal|måtte) (?:${small} )*(?:hente|aflevere|videre|afsted|til møde|nå|løbe|smutte|tænke over det|tænke sig om).{0,20}`,
    '(?:(?:ups|hov|nej) )?(?:det (?:var|er) )?(?:den |det )?forkerte? (?:virksomhed|firma|kunde|sag|person|nummer|navn)',
    '(?:telefon)?(?:forbindelsen|linjen|opkaldet|samtalen) (?:røg|blev afbrudt|var dårlig|er dårlig|faldt ud|knækkede|forsvandt).{0,15}',
  ],
  /** Of what the company was given, was referred to or used. */
  services: [
    `${noNeed}${he} (?:${small} )*(?:fik|har fået|modtog|har modtaget|havde|har haft) (?:${small} )*(?:en |et |noget |nogle |sin |deres )?(?:[^ ]+ )?${service}(?:${words})?`,
    `${noNeed}${he} (?:${small} )*(?:fik|har fået|modtog|har modtaget|havde|har haft|brugte|har brugt) .{0,40}${hours}${words}`,
    `${noNeed}(?:vi|jeg|kollegaen|kontoret) (?:${small} )*(?:gav|giver|har givet|har lige givet) (?:${small} )*${him} .{2,60}`,
    `${noNeed}(?:vi|jeg) (?:${small} )*(?:har )?(?:${small} )*(?:holdt|afholdt|lavede|lavet|haft|havde|brugte|brugt|gennemført|gennemførte) .{0,40}(?:${hours}|med ${him}|${service}).{0,40}`,
    `${noNeed}(?:vi|jeg) (?:${small} )*(?:har )?(?:${small} )*(?:vejledt|vejledte|rådgivet|rådgav|hjulpet|hjalp|coachet|sparret med|mødtes med|mødt|besøgt|besøgte|talt med|undervist) ${him}(?:${words})?`,
    `${noNeed}(?:vi|jeg) (?:${small} )*(?:har )?(?:${small} )*(?:henviste|henvist|sendte|sendt|anviste|anvist) ${him} (?:videre )?(?:til|over til|hen til) .{1,50}`,
    `${noNeed}${he} (?:${small} )*(?:blev|er blevet|er) (?:${small} )*(?:henvist|vejledt|rådgivet|sendt videre|hjulpet|coachet) (?:${small} )*(?:til|af|i|om|med|hos) .{1,50}`,
    `${noNeed}${he} (?:${small} )*(?:deltog|har deltaget|deltager|var|har været|kom|er kommet|tog|har gennemført|gennemførte) (?:${small} )*(?:igennem |med |i |til |på )*(?:en |et |vores |jeres |det |den )?(?:[^ ]+ )?[^ ]{0,15}${service}(?: .{1,30})?`,
    `${noNeed}${he} (?:${small} )*(?:brugte|har brugt|udfyldte|har udfyldt|prøvede|har prøvet) (?:${small} )*(?:væksthjulet|klimakompasset|privacykompasset|business model canvas|et selvhjælpsværktøj|selvhjælp|guiden|virksomhedsguiden)(?: .{1,20})?`,
    `${noNeed}(?:[^ ]+ )?${service} (?:[^ ]+ )?(?:${given})(?: .{1,30})?`,
    `${noNeed}(?:[^ ]+ )?${service} ${hours}${when}`,
    `der (?:er|blev) (?:${small} )*givet .{2,40}`,
    'det (?:har )?(?:ordnede|ordnet|løst|løste|klarede|klaret) sig(?: selv)?(?: .{0,15})?',
    `${he} (?:har )?(?:${small} )*(?:fandt|fundet|klarede|klaret|løste|løst) (?:${small} )*(?:det|en løsning|ud af det)(?: (?:selv|ud af det))*(?: .{0,15})?`,
    `${he} har (?:${small} )*fået (?:hjælp|svar) (?:et andet sted|andetsteds|af andre|hos andre)(?: .{0,15})?`,
    '(?:der er )?(?:ingen grund til|ikke mere) at gøre(?: mere| ved den| her)*',
    `${he} har (?:${small} )*fået (?:det|hvad|alt det|den hjælp|alt) (?:${he} )?(?:der )?(?:skulle have|bad om|havde brug for|kom efter|de skulle).{0,15}`,
  ],
};
