import type { Maturity, Segment, Stage } from '../../core/vocabulary.ts';
import type { Found } from './found.ts';

/** Reads stage, maturity, segment and consent from their words. */

type Table<Value> = readonly (readonly [RegExp, Value])[];

const OWN = String.raw`(?:\p{L}+ ){0,3}?(?:\p{L}*virksomhed|\p{L}*firma|forretning|selvstændig|selvstaendig|butik|café|cafe|klinik|salon|webshop|eget|egen|op|restaurant|bageri|værksted|frisør\p{L}*|enkeltmands\p{L}*|enk|business|company|shop|own|startup|foodtruck|kiosk|gårdbutik|bureau|konsulent\p{L}*)`;

const STAGES: Table<Stage> = [
  [
    new RegExp(
      String.raw`\b(?:vil|vil gerne|skal|ønsker(?: at)?|overvejer(?: at)?|tænker på at|tænker at|drømmer om at|planlægger at|går og overvejer at|kunne tænke sig at|skal til at|gerne|wants? to|would like to|thinking (?:of|about)|planning to|plans to|considering|about to|going to|drøm(?:men)? om at)\s+(?:start\p{L}{0,3}|opstarte|stifte|etablere|oprette|åbne|blive|start(?:ing)?|open(?:ing)?|set(?:ting)? up|launch(?:ing)?|becom(?:e|ing))\s+${OWN}`,
      'iu',
    ),
    'pre-starter',
  ],
  [
    /\b(?:før-?starter|foer-?starter|pre-?starter|går med (?:en )?id[eé]\p{L}*|har (?:en |fået en )?(?:forretnings)?id[eé]\p{L}*|har ikke (?:startet|stiftet|cvr) endnu|(?:endnu )?ikke startet(?: endnu)?|ikke i gang endnu|not started yet|have an idea for|has an idea for|drømmer om (?:egen|eget|at være selvstændig)|overvejer selvstændig\p{L}*|springe ud som selvstændig|vil være selvstændig|vil gerne være selvstændig|før start|ved at starte (?:op|for (?:sig|mig|os) selv|(?:egen|eget|min|mit|sin|sit) \p{L}+))(?!\p{L})/iu,
    'pre-starter',
  ],
  [
    /(?<!\p{L})(?:iværksætter\p{L}{0,3}|ivaerksaetter\p{L}{0,3}|nystarte(?:t|de)s?|ny-?startet|nyopstarte(?:t|de)s?|nyetablere(?:t|de)s?|lige (?:er )?(?:startet|begyndt|stiftet|gået i gang)|netop (?:startet|stiftet|åbnet)|just started|newly (?:started|founded|established)|start-?up(?:s|virksomhed|per)?|opstartsvirksomhed|(?:lige|netop|just) (?:har )?(?:fået|registreret|got|registered) (?:\p{L}+ ){0,3}?(?:cvr\p{L}*|cvr-nummer|virksomheden|firmaet|company|business)|newly registered|just (?:registered|opened)|startede? (?:op |for (?:mig|sig|os) selv |(?:firmaet|virksomheden|butikken|forretningen|det hele|den|det) ){0,2}(?:i (?:foråret|forår|sommer|sommeren|efteråret|vinter|vinteren|sidste måned|sidste uge|forrige måned|går)|sidste måned|for nylig|for nyligt|i år)|fik (?:vi|jeg|de|han|hun) (?:\p{L}+ ){0,2}cvr\p{L}*(?:-nummer)?|(?:lige|netop) registreret|started (?:last (?:month|week)|this (?:year|spring|summer|autumn)|recently)|(?<!serial )entrepreneurs?|startede i år)(?!\p{L})/iu,
    'entrepreneur',
  ],
  [
    /(?<!\p{L})(?:veletablere(?:t|de)s?|etableret virksomhed|etablerede virksomhed|etableret firma|(?<!(?:år|aar|mdr\.?|måneder) )(?:gammel virksomhed|gammelt firma)|familieejet gennem|familievirksomhed\p{L}*|(?:anden|tredje|fjerde|2\.|3\.|4\.) generation(?= (?:driver|ejer|har overtaget|leder|står for))|i (?:anden|tredje|fjerde|2\.|3\.|4\.) generation|generationers?|well[- ]established|established company|established business|long[- ]established)(?!\p{L})/iu,
    'established',
  ],
];

const MATURITIES: Table<Maturity> = [
  [
    /(?<!\p{L})(?:\d{1,2} års erfaring|mange års erfaring|lang erfaring|stor erfaring|årelang erfaring|erfaren (?:iværksætter|serieiværksætter)|serieiværksætter|years of experience|many years'? experience|serial entrepreneur|anden gang (?:jeg|han|hun) starter)(?!\p{L})/iu,
    'mature',
  ],
];

const SEGMENTS: Table<Segment> = [
  [
    /(?<!\p{L})(?:skalere\p{L}*|skalering\p{L}*|opskalere\p{L}*|skalér\p{L}*|vækstvirksomhed\p{L}*|vaekstvirksomhed\p{L}*|vækstambition\p{L}*|vækstplan\p{L}*|vækst(?:e|er|en)?|vaekst|i vækst|vokser? (?:kraftigt|hurtigt|meget)|fordoble omsætning\p{L}*|stor vækst|scal(?:e|ing)(?: up)?|scale-?up|growth|growing fast|grow fast|high-growth)(?!\p{L})/iu,
    'growth',
  ],
  [
    /(?<!\p{L})(?:driftsvirksomhed|driftssegment\p{L}*|konsolidere\p{L}*|konsolidering|stabil drift|holde skuden|ikke (?:\p{L}+ ){0,5}?(?:vokse|vækste|større)|ingen vækstplaner|ingen vækstambitioner|no growth plans|steady state)(?!\p{L})/iu,
    'operations',
  ],
];

const CONSENTS: Table<boolean> = [
  [
    /(?<!\p{L})(?:må ikke (?:dele\p{L}*|videregive\p{L}*|give\p{L}* videre|sende\p{L}* videre)|vil ikke (?:have (?:det |oplysninger(?:ne)? )?delt|dele\p{L}*)|(?:intet|ikke|nægter|uden|afviser) samtykke|samtykke ?[:=]? ?(?:nej|nægtet|afvist)|nej til (?:deling|at dele)|ønsker ikke (?:deling|at dele|oplysninger delt)|har ikke (?:givet samtykke|sagt ja)|no consent|does not consent|refuses? (?:consent|to share)|do(?:es)? not share|don'?t share|må ikke gå videre)(?!\p{L})/iu,
    false,
  ],
  [
    /(?<!\p{L})(?:(?:har )?(?:givet )?samtykke(?:t)?(?: er)?(?: ?[:=]? ?(?:ja|ok|givet|indhentet))?|(?:har )?sagt ja til (?:at dele|deling|at vi deler)\p{L}*|siger ja til (?:at dele|deling)|må gerne (?:dele\p{L}*|gives? videre|sendes? videre|videregive\p{L}*|gå videre)|ok (?:at dele|med deling|til deling)|okay? at (?:vi )?dele\p{L}*|ja til deling|ja til at dele|accepterer deling|consents?(?: given| ok)?|agrees? to share|ok to share|happy to share|må deles|gerne deles)(?!\p{L})/iu,
    true,
  ],
];

function firstOf<Value>(table: Table<Value>, text: string) {
  for (const [pattern, value] of table) {
    const match = pattern.exec(text);
    if (match) return { value, start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}

/** The stage, maturity, segment and consent that the words express. */
export function readWords(text: string): readonly Found[] {
  const stage = firstOf(STAGES, text);
  const maturity = firstOf(MATURITIES, text);
  const segment = firstOf([...SEGMENTS].reverse(), text);
  const consent = firstOf(CONSENTS, text);
  return [
    ...(stage ? [{ kind: 'stage', ...stage } as const] : []),
    ...(maturity ? [{ kind: 'maturity', ...maturity } as const] : []),
    ...(segment ? [{ kind: 'segment', ...segment } as const] : []),
    ...(consent ? [{ kind: 'consent', ...consent } as const] : []),
  ];
}
