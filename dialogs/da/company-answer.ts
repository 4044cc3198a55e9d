/**
 * What people type where the company is asked for, besides its name. Patterns as in `talk.ts`; those of `leads` match the
 * words as typed.
 */

const whoever = '(?:de|han|hun|kunden|ejeren|firmaet|virksomheden|vedkommende|damen|manden)';
const thing =
  '(?:firmaet|virksomheden|butikken|forretningen|selskabet|caféen|klinikken|foreningen|det|den|de)';

export const companyAnswer = {
  /** Before a name. */
  leads: [
    `(?:jeg tror(?: at)?|måske|vist nok|vistnok) ${thing} (?:hedder|er|kaldes)`,
    `(?:jeg tror(?: at)?|måske|vist nok|vistnok)`,
    `${thing} (?:vist |nok |jo |så )*(?:hedder|kaldes|kalder sig)(?: vist| nok| jo| bare)*`,
    '(?:navnet|firmanavnet|virksomhedens navn|firmaets navn) er',
    'det er',
  ],
  /** That there is no company yet, or that nobody knows it. */
  unknown: [
    '(?:det )?(?:ved|husker|kender) (?:jeg |vi |han |hun |de )?(?:det |den |dem )?(?:desværre )?ikke.*',
    `(?:jeg|vi|${whoever}) (?:ved|husker|kender) (?:det |den )?ikke.*`,
    `${whoever} (?:vil|ville|kan|kunne|gider|ønsker) ikke (?:at )?(?:sige|oplyse|fortælle|give|ud med|huske|svare).*`,
    'ikke (?:oplyst|kendt|endnu|relevant|stiftet|startet|oprettet|registreret)(?: endnu)?',
    'ingen (?:anelse|ide|idé|virksomhed|firma|navn)(?: endnu)?',
    'ukendt|anonym|uoplyst|blank|ingen af dem|ingenting|ikke noget|det er lige meget|ligegyldigt',
    '(?:kan (?:jeg|vi|man) |lad os |vi )?springe? (?:(?:det|den|dem|vi|jeg) )*over',
    '(?:et |en |helt )*(?:nyt|ny|kommende|fremtidig|fremtidigt) (?:firma|virksomhed|selskab)',
    `${whoever} (?:er|har) (?:slet )?ikke (?:startet|stiftet|oprettet|begyndt|registreret|kommet i gang|nogen virksomhed|noget firma|en virksomhed|et firma|et navn|noget navn)(?: (?:op|virksomhed|endnu))*`,
    `(?:det |den |noget |et )?har (?:den |det |et )?${whoever}? ?(?:det |den |et )?ikke(?: endnu)?`,
  ],
  /** How a sentence begins, in small letters. */
  sentences: [
    `(?:${whoever}|det|den|der|jeg|vi|kommunen|byen|mailen|telefonen|kontakten|nummeret)(?: [^ ]+)? (?:er|har|ved|kan|må|skal|vil|ville|var|bliver|blev|siger|sagde|ringer|ringede|hedder|gider|tror|mener|spørger|bor|ligger|kommer|mangler|søger|fik|får|ønsker|starter|startede|driver)`,
    '(?:hun|han|kunden|ejeren) (?:hedder|er)',
    'måske|måske senere|det er|ingen af|både|vent|er|har|kan|skal|vil|må|hvad|hvem|hvor|hvornår|hvorfor|hvis|ikke|nej|ja|spørger|ringer|venter|startet|stiftet|samme|det samme|hende|ham|dem|en|et|forkert|siden|ca|cirka|omkring',
  ],
};
