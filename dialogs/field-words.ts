import type { ReturnReason } from '../src/core/case/words.ts';
import { normaliseCvr } from '../src/core/cvr-number.ts';
import type { IntakeField } from '../src/core/intake/draft.ts';
import { AREAS, type Area, type Localized } from '../src/core/vocabulary.ts';
import { RETURN_REASON_LABELS } from './case-labels.ts';
import { fold } from './fold.ts';
import { AREA_LABELS, BASIS_LABELS, STAGE_LABELS } from './labels.ts';
import { municipalityIn } from './organisation-words.ts';

/** Words people use for fields and their values, read into the form's own inputs. */

function table<Value extends string>(words: Readonly<Record<Value, string>>): ReadonlyMap<string, Value> {
  const read = new Map<string, Value>();
  for (const [value, list] of Object.entries(words) as [Value, string][]) {
    for (const word of [value, ...list.split('|')]) read.set(fold(word), value);
  }
  return read;
}

function withLabels<Value extends string>(
  read: ReadonlyMap<string, Value>,
  labels: Readonly<Record<Value, Localized>>,
): ReadonlyMap<string, Value> {
  const all = new Map(read);
  for (const [value, label] of Object.entries(labels) as [Value, Localized][]) {
    all.set(fold(label.da), value);
    all.set(fold(label.en), value);
  }
  return all;
}

/** What people call a field: `ret kommune Viborg`, `correct phone 40411234`. */
export const FIELD_WORDS = table<IntakeField>({
  cvr: 'cvr-nummer|cvr nr|cvr number',
  pNumber: 'p-nummer|p nr|p-number|pnummer',
  companyName: 'virksomhed|virksomheden|virksomhedsnavn|firma|firmanavn|company|company name',
  municipality: 'kommune|kommunen|sted',
  contactName: 'kontakt|kontaktperson|kontaktnavn|contact|contact person|contact name',
  contactPhone: 'telefon|telefonnummer|tlf|phone|phone number',
  contactEmail: 'email|e-mail|mail',
  stage: 'fase|stadie|stadium',
  maturity: 'modenhed',
  founded: 'stiftet|startet|startdato|start date',
  segment: 'kundesegment',
  areas: 'behov|område|områder|needs|need|area',
  depth: 'dybde',
  description: 'beskrivelse|tekst',
  crisis: 'krise',
  clarified: 'afklaret|afklaring',
  consent: 'samtykke|grundlag|basis|deling',
  entry: 'indgang|dør|door',
});

export const STAGE_WORDS = withLabels(
  table({
    'pre-starter':
      'før-starter|førstarter|før starter|forstarter|overvejer|overvejer at starte|idé|ide|prestarter|pre starter',
    entrepreneur: 'iværksætter|ivaerksaetter|nystartet|ny|startup|start-up|under 3 år|op til 3 år|new',
    established: 'etableret|etableret virksomhed|over 3 år|eksisterende|existing',
    unknown: 'ved ikke|ukendt|don t know|dont know|not known',
  }),
  STAGE_LABELS,
);

export const MATURITY_WORDS = table({
  early: 'tidlig|umoden|ny i faget',
  mature: 'moden|erfaren|experienced',
});

const SEGMENT_WORDS = table({
  operations: 'drift|driftssegment|konsolidering',
  growth: 'vækst|vækstsegment|skalering',
  unknown: 'ved ikke|ukendt|not known',
});

const DEPTH_WORDS = table({
  basic: 'basal|basalt|basis|enkel|simple',
  specialised: 'specialiseret|specialiserede|dyb|specialized|special',
});

const ENTRY_WORDS = table({
  phone: 'telefon|telefonen|tlf|70151618|7015 1618',
  les: 'lokal erhvervsservice|lokal|kommune|local',
  ehm: 'erhvervshus|erhvervshuset|eh',
  digital: 'virksomhedsguiden|digitalt|nettet|online',
});

export const BASIS_WORDS = withLabels(
  table({
    consent: 'samtykke|ja|ja tak|har sagt ja|må gerne|yes|ok',
    'public-task': 'offentlig opgave|myndighedsopgave|lov om erhvervsfremme|opgave|public task',
    declined: 'nej|nej tak|afslået|ikke dele|må ikke deles|no|refused',
  }),
  BASIS_LABELS,
);

const YES_NO_WORDS = table({
  true: 'ja|jo|ja tak|jep|yes|y|j|sandt|helt klart',
  false: 'nej|nej tak|næ|no|n|ikke|falsk|not yet|ikke endnu',
});

/** Words for single areas, besides their labels; the language model reads everything freer than this. */
export const AREA_WORDS = withLabels(
  table<Area>({
    internationalisation: 'eksport|internationalisering|export',
    financing: 'finansiering|kapital|lån|funding|finance',
    'innovation-strategy': 'innovation|forretningsudvikling|strategi|strategy',
    'leadership-organisation': 'ledelse|organisation|leadership|management',
    certification: 'certificering',
    'new-technology-it': 'ny teknologi|teknologi|it|technology',
    automation: 'automatisering|robot|robotter',
    digitalisation: 'digitalisering|digitalization',
    'patents-ipr': 'patent|patenter|ipr|rettigheder|patents',
    succession: 'generationsskifte|ejerskifte|salg af virksomhed|virksomhedssalg',
    'knowledge-collaboration': 'videnssamarbejde|vidensamarbejde|forskning|research',
    csr: 'samfundsansvar',
    'growth-programmes': 'vækstprogram|vækstprogrammer|programmer|programme',
    'green-transition': 'grøn omstilling|klima|bæredygtighed|grøn|green',
    crisis: 'krise|konkurs|i krise',
    'regulatory-compliance': 'gdpr|regelefterlevelse|standarder|regler|compliance',
    'skilled-labour': 'arbejdskraft|rekruttering|kvalificeret arbejdskraft|recruitment',
    'startup-registration': 'opstart|cvr-registrering|etablering|registrering|start-up|registration',
    'business-plan': 'forretningsplan|forretningsmodel',
    'accounting-tax-vat': 'regnskab|skat|moms|accounting|tax|vat',
    'networks-courses': 'netværk|kurser|kursus|networks|courses',
    'general-information': 'information|generelt|general',
    'sales-marketing': 'salg|markedsføring|marketing|sales',
    'authority-permits': 'tilladelse|tilladelser|byggesag|miljø|permits|permit',
    'premises-sites': 'lokaler|lokale|erhvervsgrund|grund|premises',
    'local-labour-education': 'jobcenter|praktik|uddannelse|education',
    other: 'andet|noget andet',
    unclear: 'uafklaret|ved ikke|not clear',
  }),
  AREA_LABELS,
);

/** Return reasons by code, label or everyday words. */
export const RETURN_REASON_WORDS = withLabels(
  table<ReturnReason>({
    'not-our-area': 'ikke vores område|ikke vores|ikke målgruppe|uden for målgruppe',
    'wrong-geography': 'forkert kommune|anden kommune|geografi|forkert sted',
    'private-market': 'privat marked|privat',
    'no-capacity': 'ingen kapacitet|kapacitet|travlt',
    'missing-information': 'mangler oplysninger|manglende oplysninger|mangler info',
    duplicate: 'dobbelt|findes allerede',
    'already-in-course': 'allerede i forløb|i forløb',
    'company-withdrew': 'virksomheden trak sig|trukket sig',
    'no-contact': 'ingen kontakt|kan ikke få fat i dem',
    'better-national-offer': 'nationalt tilbud|bedre nationalt tilbud',
    other: 'andet|anden grund',
  }),
  RETURN_REASON_LABELS,
);

/** `ja` or `nej` in its many forms, as the form's boolean. */
export function readYesNo(text: string): 'true' | 'false' | undefined {
  return YES_NO_WORDS.get(fold(text));
}

/** Areas named one by one (`eksport, finansiering og 3`), as the form's comma-separated codes; undefined where one is no area. */
export function readAreas(text: string, numbered: readonly string[] = AREAS): string | undefined {
  const whole = AREA_WORDS.get(fold(text));
  if (whole) return whole;
  const parts = text.split(/[,;\n]|\s+(?:og|and|samt)\s+/i).map((part) => part.trim());
  const areas = parts
    .filter((part) => part !== '')
    .map((part) => (/^\d{1,2}$/.test(part) ? numbered[Number(part) - 1] : AREA_WORDS.get(fold(part))));
  if (areas.length === 0 || areas.includes(undefined)) return undefined;
  return [...new Set(areas)].join(',');
}

/**
 * A typed value of one field as the form would send it; undefined where the words are not understood. Free-text fields
 * take whatever is typed.
 */
export function readFieldValue(field: IntakeField, text: string): string | undefined {
  const typed = text.trim();
  const folded = fold(typed);
  switch (field) {
    case 'cvr':
      return normaliseCvr(typed);
    case 'pNumber':
    case 'contactPhone':
      return typed.replace(/[\s.]/g, '');
    case 'companyName':
    case 'contactName':
    case 'contactEmail':
    case 'founded':
    case 'description':
      return typed;
    case 'municipality':
      return municipalityIn(typed);
    case 'stage':
      return STAGE_WORDS.get(folded);
    case 'maturity':
      return MATURITY_WORDS.get(folded);
    case 'segment':
      return SEGMENT_WORDS.get(folded);
    case 'areas':
      return readAreas(typed);
    case 'depth':
      return DEPTH_WORDS.get(folded);
    case 'crisis':
    case 'clarified':
      return readYesNo(typed);
    case 'consent':
      return BASIS_WORDS.get(folded);
    case 'entry':
      return ENTRY_WORDS.get(folded);
    default: {
      const never: never = field;
      return never;
    }
  }
}
