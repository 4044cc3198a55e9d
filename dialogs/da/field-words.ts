import type { FollowUpResult, ReturnReason } from '../../src/core/case/word-lists.ts';
import type { IntakeField } from '../../src/core/intake/draft.ts';
import type {
  ActorCode,
  AnswerForm,
  Area,
  BasisKind,
  BasisScope,
  Depth,
  Entry,
  Maturity,
  Referrer,
  Segment,
  Stage,
  Trigger,
} from '../../src/core/vocabulary.ts';

/** Words accepted for a field or its value besides its code and label, separated by `|`. */

const fields: Readonly<Record<IntakeField, string>> = {
  cvr: 'cvr-nummer|cvr nr',
  pNumber: 'p-nummer|p nr|pnummer',
  companyName: 'virksomhed|virksomheden|virksomhedsnavn|firma|firmanavn',
  municipality: 'kommune|kommunen|sted',
  contactName: 'kontakt|kontaktperson|kontaktnavn',
  contactPhone: 'telefon|telefonnummer|tlf',
  contactEmail: 'email|e-mail|mail',
  stage: 'fase|stadie|stadium',
  maturity: 'modenhed',
  founded: 'stiftet|startet|startdato',
  segment: 'kundesegment',
  areas: 'behov|område|områder',
  depth: 'dybde',
  description: 'beskrivelse|tekst',
  crisis: 'krise',
  clarified: 'afklaret|afklaring',
  consent: 'samtykke|grundlag|deling',
  entry: 'indgang|dør',
  channel: 'kanal|kontaktform',
  trigger: 'anledning',
  referredBy: 'henvist af|henvist fra|henviser',
  tools: 'selvhjælp|selvhjælpsværktøj|selvhjælpsværktøjer|værktøj|værktøjer',
};

/** Fields that stand on no form. */
const beside: Readonly<Record<'handover' | 'noTool', string>> = {
  handover: 'overdragelse|overdragelsesform',
  noTool: 'uden væksthjul|uden væksthjulet|væksthjulet ikke brugt|ikke væksthjulet',
};

const stage: Readonly<Record<Stage, string>> = {
  'pre-starter': 'før-starter|førstarter|før starter|forstarter|overvejer|overvejer at starte|idé|ide',
  entrepreneur: 'iværksætter|ivaerksaetter|nystartet|ny|under 3 år|op til 3 år',
  established: 'etableret|etableret virksomhed|over 3 år|eksisterende',
  unknown: 'ved ikke|ukendt',
};

const maturity: Readonly<Record<Maturity, string>> = {
  early: 'tidlig|umoden|ny i faget',
  mature: 'moden|erfaren',
};

const segment: Readonly<Record<Segment, string>> = {
  operations: 'drift|driftssegment|konsolidering',
  growth: 'vækst|vækstsegment|skalering',
  unknown: 'ved ikke|ukendt',
};

const depth: Readonly<Record<Depth, string>> = {
  basic: 'basal|basalt|basis|enkel',
  specialised: 'specialiseret|specialiserede|dyb|special',
};

const entry: Readonly<Record<Entry, string>> = {
  phone: 'telefon|telefonen|tlf|70151618|7015 1618',
  les: 'lokal erhvervsservice|lokal|kommune',
  ehm: 'erhvervshus|erhvervshuset|eh',
  digital: 'virksomhedsguiden|digitalt|nettet',
};

/** What a caller says, as the consultant repeats it: `de siger ja`, `hun har sagt nej`. */
const callers = (...said: readonly string[]) =>
  ['de', 'hun', 'han', 'virksomheden', 'kunden']
    .flatMap((who) => said.flatMap((words) => [`${who} ${words}`, `${who} ${words} til det`]))
    .join('|');
const saidYes = `ja de siger ja|${callers('siger ja', 'har sagt ja', 'siger ok', 'vil gerne')}`;
const saidNo = `nej de siger nej|${callers('siger nej', 'har sagt nej', 'vil ikke', 'vil ikke dele', 'vil ikke have at i deler', 'vil ikke have at i deler det', 'vil ikke have det delt')}`;

const basis: Readonly<Record<BasisKind, string>> = {
  consent: `samtykke|med samtykke|send med samtykke|opret med samtykke|føj til med samtykke|ja|ja tak|har sagt ja|må gerne|ok|${saidYes}`,
  'public-task':
    'offentlig opgave|som offentlig opgave|send: offentlig opgave|opret: offentlig opgave|føj til: offentlig opgave|myndighedsopgave|lov om erhvervsfremme|opgave',
  declined: `nej|nej tak|nej, behold hos os|nej, kun hos os|kun hos os|behold hos os|behold sagen hos os|afslået|ikke dele|må ikke deles|${saidNo}`,
};

const basisScope: Readonly<Record<BasisScope, string>> = {
  'this-case': 'sagen|kun denne sag|kun sagen',
  'all-public-business-service': 'alt|alle sager|det hele|offentlig erhvervsservice',
};

const yesNo: Readonly<Record<'true' | 'false', string>> = {
  true: `ja|jo|ja tak|jep|j|sandt|helt klart|${saidYes}`,
  false: `nej|nej tak|næ|n|ikke|falsk|ikke endnu|${saidNo}`,
};

/** Words for single areas. Free text is read by the language model. */
const area: Readonly<Record<Area, string>> = {
  internationalisation: 'eksport|internationalisering',
  financing: 'finansiering|kapital|lån',
  'innovation-strategy': 'innovation|forretningsudvikling|strategi',
  'leadership-organisation': 'ledelse|organisation',
  certification: 'certificering',
  'new-technology-it': 'ny teknologi|teknologi|it',
  automation: 'automatisering|robot|robotter',
  digitalisation: 'digitalisering',
  'patents-ipr': 'patent|patenter|ipr|rettigheder',
  succession: 'generationsskifte|ejerskifte|salg af virksomhed|virksomhedssalg',
  'knowledge-collaboration': 'videnssamarbejde|vidensamarbejde|forskning',
  csr: 'samfundsansvar',
  'growth-programmes': 'vækstprogram|vækstprogrammer|programmer',
  'green-transition': 'grøn omstilling|klima|bæredygtighed|grøn',
  crisis: 'krise|konkurs|i krise',
  'regulatory-compliance': 'gdpr|regelefterlevelse|standarder|regler',
  'skilled-labour': 'arbejdskraft|rekruttering|kvalificeret arbejdskraft',
  'startup-registration': 'opstart|cvr-registrering|etablering|registrering',
  'business-plan': 'forretningsplan|forretningsmodel',
  'accounting-tax-vat': 'regnskab|skat|moms',
  'networks-courses': 'netværk|kurser|kursus',
  'general-information': 'information|generelt',
  'sales-marketing': 'salg|markedsføring',
  'authority-permits': 'tilladelse|tilladelser|byggesag|miljø',
  'premises-sites': 'lokaler|lokale|erhvervsgrund|grund',
  'local-labour-education': 'jobcenter|praktik|uddannelse',
  other: 'andet|noget andet',
  unclear: 'uafklaret|ved ikke',
};

/** How the company got its answer. */
const answerForm: Readonly<Record<AnswerForm, string>> = {
  phone: 'telefonisk|på telefon|på telefonen|i telefon|i telefonen|pr telefon|tlf|opkald',
  meeting: 'på møde|til møde|på et møde|besøg|personligt',
  mail: 'mail|email|på mail|pr mail|skriftligt',
  digital: 'digital|online|videomøde|video|teams|chat',
};

const trigger: Readonly<Record<Trigger, string>> = {
  'acknowledged-need': 'behov|et behov|erkendt',
  potential: 'muligt potentiale',
  'no-occasion': 'ingen anledning|ingen|uden anledning',
  outreach: 'opsøgende|opsøgt|opsøgende besøg',
};

const referrer: Readonly<Record<Referrer, string>> = {
  bank: 'banken|deres bank|pengeinstitut',
  accountant: 'revisoren|deres revisor',
  'private-adviser': 'rådgiver|en privat rådgiver|privat rådgivning|advokat|advokaten',
  other: 'anden|en anden|andet',
};

const returnReason: Readonly<Record<ReturnReason, string>> = {
  'not-our-area':
    'ikke vores område|ikke vores|ikke målgruppe|uden for målgruppe|uden for målgruppen|uden for opgave|uden for vores opgave|uden for målgruppe eller opgave',
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
};

/** What a follow-up found. */
const followUpResult: Readonly<Record<FollowUpResult, string>> = {
  'no-need':
    'intet behov|ingen behov|ikke behov|ikke noget behov|behov dækket|behovet er dækket|ingen nye behov|alt vel',
  'new-need': 'nye behov|der er nyt behov|der er et nyt behov|har nyt behov|har et nyt behov',
  'not-reached': 'ikke nået|traf ikke|ikke fat i dem|kan ikke få fat i dem|svarer ikke',
};

/** Short names of actors. */
const actor: Partial<Readonly<Record<ActorCode, string>>> = {
  'private-adviser': 'privat',
  les: 'les',
  ehm: 'erhvervshuset',
  'trade-council': 'eksportrådet',
  'growth-fund': 'eifo',
  gts: 'gts',
  municipality: 'kommunen',
};

export const fieldWords = {
  fields,
  beside,
  stage,
  maturity,
  segment,
  depth,
  entry,
  basis,
  basisScope,
  answerForm,
  trigger,
  referrer,
  yesNo,
  area,
  returnReason,
  followUpResult,
  actor,
};
