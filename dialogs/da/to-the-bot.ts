/**
 * The forms of what people write to the bot itself before or beside an enquiry: how they begin, that something does not
 * work, that they want a person. Written as in `talk.ts`.
 */

const want =
  '(?:(?:jeg|vi) (?:vil|skal|vil gerne|skal lige|ønsker at|har brug for at) (?:lige |gerne |have )*|(?:kan|må|kunne) (?:jeg|vi|du) (?:lige |gerne |få )*|hvordan kan (?:jeg|vi|man) |hjælp (?:mig )?(?:med )?at |at )?';
const enquiry = '(?:sag|henvendelse|kundehenvendelse|kunde|borger|opkald|sagsoprettelse)';
const caller = '(?:en|én|nogen|en kunde|en virksomhed|en borger|en iværksætter|en ejer|en mand|en dame)';
const thing =
  '(?:kortet|knappen|knapperne|vinduet|formularen|skemaet|botten|chatten|linket|systemet|indgang|mine? kort)';
const card = `(?:${thing}|den|det|dette|du)`;

export const toTheBot = {
  /** Asks for help with the bot, without a question. */
  helps: [
    '(?:kom|kommer|komme) (?:godt )?i gang',
    '(?:hvor|hvordan) (?:begynder|starter) (?:jeg|vi|man)',
    '(?:jeg er|vi er|er) (?:helt )?ny(?:e|ansat|begynder)?(?: her| i dag| i kommunen| på kontoret)*',
    '(?:det er )?(?:min |mit )?første (?:dag|gang|arbejdsdag)(?: .{0,20})?',
    'hvordan (?:lukker|sender|afslutter|returnerer|overtager|opretter|tildeler|finder|ændrer|retter|videresender|genåbner|sletter|trækker|svarer|registrerer|ser|deler|noterer) (?:jeg|man|vi) (?:så |lige )?(?:en |et |min |mine |på |til )?(?:sag|sagen|sager|sagerne|den|det|dem|henvendelse|henvendelsen|kortet|historikken|ydelser|ydelse|samtykke|note|notat)(?: .{0,20})?',
    '(?:kan (?:jeg|man|vi|du) )?(?:eksporter|eksportere|print|printe|udskriv|udskrive|download|hent|hente|kopier|kopiere) (?:mine |vores |alle |de |det |den )?(?:sag|sagen|sager|sagerne|listen|liste|tallene|kortet|det|den)(?: (?:til|som|ud|i) .{1,15}| ud)?',
    'hvem (?:passer|tager|overtager|dækker|ser efter) (?:mine sager|for mig|mine)(?: .{0,30})?',
    'hvor (?:kan jeg se|ser jeg|finder jeg|er) historikken(?: .{0,20})?',
    '(?:vejledning|brugervejledning|manual|introduktion|intro|faq)(?: til (?:dig|botten|indgang))?',
    'hvad (?:er det her|er dette|er indgang)(?: for noget)?',
    'hvad (?:skal|kan) (?:jeg|vi|man) (?:bruge )?(?:dig|det her|den|indgang)(?: bruges)?(?: til)?',
    'hvad (?:bruger|gør) (?:jeg|vi|man) (?:dig|det her|den|med dig)(?: til)?',
    '(?:jeg |vi )?(?:ved|forstår|fatter) ikke (?:hvordan|hvad) .{0,40}(?:gør|skriver|virker|skal|bruger|trykker).*',
  ],
  /** Says that there is an enquiry, and nothing of it. */
  begins: [
    `${want}(?:opret|oprette|registrer|registrere|lav|lave|tilføj|tilføje|start|starte|indtast|indtaste|log|logge|meld|melde|åbn|åbne|notér|noter|notere|opretter|registrerer) (?:en |et |den )?(?:ny |nyt )?${enquiry}`,
    `(?:jeg |vi )?(?:har |der er |her er |så er der )?(?:lige )?(?:en |et |endnu en )?(?:ny|nyt) ${enquiry}(?: til (?:mig|os|dig))?`,
    `(?:jeg |jæ |a |vi )?(?:har|sidder med|fik|der er|her er|har fået) (?:lige |nu )?${caller} (?:i|på|i den anden ende af) (?:telefonen|røret|linjen|tråden|telefon|linien)(?: (?:nu|lige nu))?`,
    `der (?:er|sidder) (?:lige )?${caller} (?:der|som) (?:ringer|venter)(?: .{0,15})?`,
    `(?:(?:jeg|jæ|vi) )?(?:har|sidder med|står med|fik|har fået) (?:lige |nu )?(?:fået )?${caller} (?:her|foran mig|ved skranken|i skranken|i receptionen|ind ad døren|ind af døren|på besøg|i chatten|på mail)(?: (?:nu|lige nu))?`,
    `der (?:står|sidder|er|kom) (?:lige |nu )?${caller} (?:her|i skranken|ved skranken|i receptionen|ind ad døren|ind af døren)(?: (?:nu|lige nu))?`,
    'der (?:ringer|ringede) (?:lige )?(?:en|nogen|en kunde|en virksomhed)(?: ind)?',
  ],
  /** Says that a card or the bot does not do what it should, or is gone. */
  trouble: [
    `(?:hvorfor )?(?:jeg synes )?${card}? ?(?:virker|fungerer|reagerer|duer|dur) (?:${card} )?ikke(?: .{0,20})?`,
    `${card} (?:er|blev) (?:væk|forsvundet|udløbet|for gammelt?|låst|tomt?|død|gået ned|forældet)`,
    `(?:jeg )?kan (?:jeg )?ikke (?:se|trykke|klikke|åbne|finde|bruge)(?: på)? ${thing}(?: .{0,20})?`,
    '(?:der )?sker (?:der )?(?:ikke noget|ingenting)(?: når .*)?',
    `${card} (?:hænger|fryser|forsvandt|loader|driller)(?: .{0,15})?`,
    `hvor (?:er|blev) ${thing}(?: af| henne)?`,
    '(?:jeg )?får (?:en )?fejl(?:en|besked|meddelelse)?(?: .{0,20})?',
  ],
  /** Says when the writer's own office is open or closed. */
  closings: [
    '(?:vi|kontoret|huset|erhvervshuset|kommunen|rådhuset|afdelingen|receptionen) (?:har|holder|er) (?:lukket|åbent|lukkede|ferielukket)(?: (?:fra|i|på|om|den|mellem|til|hele|kl))* (?:dag|morgen|jul|julen|juleaften|juleaftensdag|nytår|nytårsaften|nytårsaftensdag|påske|påsken|pinse|pinsen|sommerferien|ferien|efterårsferien|vinterferien|uge|weekenden|formiddag|eftermiddag|mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|helligdagene|\\d).{0,40}',
  ],
  /** Asks for a person. */
  people: [
    '(?:kan|må|kunne) (?:jeg|vi|man) (?:få lov at |komme til at |lige )*(?:tale|snakke|skrive) med (?:et menneske|nogen|en person|en rigtig person|en medarbejder|en kollega|supporten|support)',
    '(?:jeg vil (?:gerne )?)?(?:tal|tale|snak|snakke) med (?:et menneske|nogen|en person|en rigtig person|supporten|support)',
    '(?:kontakt )?(?:support|supporten|kundeservice|helpdesk|it support)',
    'hvem (?:kan|skal) (?:jeg )?(?:hjælpe mig|spørge|kontakte|ringe til|hjælpe)(?: mig)?(?: (?:med|om) (?:dig|botten|indgang|det her|systemet|chatbotten))?',
    'hvem (?:har ansvaret for|står bag|styrer|ejer) (?:dig|botten|indgang|systemet)',
  ],
};
