import type { Tool } from '../../src/core/tools.ts';
import type {
  ApplicationHelper,
  Meeting,
  NoServiceReason,
  ServiceForm,
  Uptake,
} from '../../src/core/vocabulary.ts';
import type { AnyInput } from '../sentence-types.ts';
import { labels } from './labels.ts';

/** What is registered on a case: its closed lists, and the names of the fields as they are typed. */

const meeting: Readonly<Record<Meeting, string>> = {
  'at-us': 'Hos os',
  'at-company': 'Hos virksomheden',
  digital: 'Digitalt',
  phone: 'Telefon',
};

const serviceForm: Readonly<Record<ServiceForm, string>> = {
  individual: 'Individuel',
  collective: 'Kollektiv',
};

const tool: Readonly<Record<Tool, string>> = { ...labels.selfHelp, 'lean-startup': 'Lean Startup' };

const applicationHelp: Readonly<Record<ApplicationHelper, string>> = {
  ehm: 'Erhvervshuset',
  'private-adviser': 'Privat rådgiver',
};

const noService: Readonly<Record<NoServiceReason, string>> = {
  'information-only': 'Kun information',
  'referred-only': 'Kun henvist videre',
  withdrew: 'Virksomheden har takket nej',
  'no-contact': 'Ingen kontakt',
  other: 'Andet',
};

const uptake: Readonly<Record<Uptake, string>> = {
  unknown: 'Ved ikke',
  used: 'Har brugt henvisningen',
  expects: 'Forventer at bruge den',
  no: 'Bruger den ikke',
};

/** Other words for the same values, separated by `|`. */
const words: {
  readonly meeting: Readonly<Record<Meeting, string>>;
  readonly serviceForm: Readonly<Record<ServiceForm, string>>;
  readonly tool: Readonly<Record<Tool, string>>;
  readonly applicationHelp: Readonly<Record<ApplicationHelper, string>>;
  readonly noService: Readonly<Record<NoServiceReason, string>>;
  readonly uptake: Readonly<Record<Uptake, string>>;
} = {
  meeting: {
    'at-us': 'hos os selv|på kontoret|fysisk',
    'at-company': 'ude hos virksomheden|hos dem|besøg|virksomhedsbesøg',
    digital: 'digital|online|videomøde|video|teams',
    phone: 'telefonisk|tlf|telefonmøde|opkald',
  },
  serviceForm: { individual: 'individuelt|enkelt', collective: 'kollektivt|fælles|hold' },
  tool: {
    virksomhedsguiden: 'guiden',
    vaeksthjulet: 'vækst hjulet|hjulet',
    'business-model-canvas': 'bmc|canvas|business canvas model',
    klimakompasset: 'klimakompas',
    'privacy-kompasset': 'privacy kompasset|privacykompas',
    'lean-startup': 'lean start up|lean',
  },
  applicationHelp: { ehm: 'erhvervshus|os|huset', 'private-adviser': 'privat|rådgiver' },
  noService: {
    'information-only': 'information|kun information givet|kun info|info',
    'referred-only': 'henvist videre|kun henvist|kun henvisning',
    withdrew: 'virksomheden trak sig|trak sig|takkede nej|frafaldt|virksomheden takkede nej',
    'no-contact':
      'ingen kontakt med virksomheden|fik ikke kontakt|ikke fået kontakt|ikke truffet|træffes ikke|svarer ikke',
    other: 'anden grund',
  },
  uptake: {
    unknown: 'ukendt|ved ikke endnu',
    used: 'ja|brugt|har brugt|har brugt den',
    expects: 'forventer|forventer det|regner med det|senere',
    no: 'nej|ikke brugt|bruger ikke',
  },
};

/** The names of the inputs of verbs as they are typed before a colon. The first is shown. */
const inputs: Readonly<Record<AnyInput, string>> = {
  services: 'ydelser|ydelse|givne ydelser',
  on: 'dato|den',
  hours: 'timer|time|timetal|antal timer',
  meeting: 'møde|mødeform|mødested',
  form: 'form',
  tools: 'værktøj|værktøjer',
  programme: 'program|forløb',
  applicationHelp: 'ansøgning|ansøgningshjælp|hjælp til ansøgning',
  noService: 'ingen ydelse|ingen ydelser',
  noServiceWhy: 'hvorfor ingen ydelse',
  referredTo: 'henvist|henvist til|henvisning|henvisninger',
  selfHelp: 'selvhjælp|selvhjælpsværktøj|selvhjælpsværktøjer',
  selfHelpUsed: 'selvhjælp brugt',
  noTool: 'uden væksthjul|uden væksthjulet|hvorfor ikke væksthjulet',
  focus: 'fokus|fokusområde|fokusområder',
  segment: 'segment|kundesegment',
  cvr: 'cvr|cvr-nummer|cvr nr',
  pNumber: 'p|p-nummer|p nr|pnummer',
  actionPlan: 'handlingsplan|plan',
  actionPlanOn: 'handlingsplan den|handlingsplan dato',
  noActionPlan: 'ingen handlingsplan|ingen plan',
  followUpOn: 'opfølgning|følg op|opfølgning den|opfølgningsdato',
  followUpBy: 'opfølgning ved|opfølger|hvem følger op|opfølgning af',
  noFollowUp: 'ingen opfølgning',
  enrolled: 'tilmeldt|brugerevaluering|tilmeldt brugerevaluering',
  enrolledOn: 'tilmeldt den|tilmeldt dato',
  note: 'note|bemærkning|tekst',
  to: 'til|aktør|henvist til',
  name: 'navn|rådgiver|tilbud',
  why: 'hvorfor|begrundelse|fordi',
  uptake: 'brugt|benyttet|anvendt',
  text: 'tekst',
  reason: 'begrundelse|fordi',
  reasonCode: 'årsag',
  organisation: 'organisation|modtager',
  joint: 'fælles',
  person: 'kontaktperson|person|kollega',
  day: 'dag',
  time: 'tidspunkt|klokkeslæt',
  how: 'hvordan|svarform',
  newNeed: 'nyt behov',
  areas: 'behov|område|områder',
  consent: 'samtykke|grundlag',
  kind: 'grundlag',
  scope: 'gælder|dækker|omfang',
};

/** The values of `party` inputs that are no organisation. */
const parties: Readonly<Record<'us' | 'none', string>> = {
  us: 'os|os selv|vi|vi selv|egen organisation',
  none: 'ingen|nej|ikke',
};

/** Units after a number of hours. */
const hourUnits = 'timer|time|t';
const minuteUnits = 'minutter|minut|min';

const yesNo = { true: 'Ja', false: 'Nej' };

export const registration = {
  yesNo,
  /** What the case card says of what was registered. */
  someTool: 'Et selvhjælpsværktøj',
  selfHelpUsed: 'Brugt selvhjælp',
  otherOffer: 'Et andet tilbud',
  noServiceGiven: 'Ingen ydelse',
  noPlan: 'Ingen handlingsplan',
  noFollowUp: 'Ingen opfølgning',
  enrolled: 'Tilmeldt brugerevalueringen',
  hoursOf: (hours: number) => `${String(hours).replace('.', ',')} ${hours === 1 ? 'time' : 'timer'}`,
  /** Of a service that the Erhvervshus gave in a local office's place. */
  inPlaceOf: (office: string) => `lokal ydelse på vegne af ${office}`,
  helpedBy: (who: string) => `hjælp til ansøgning: ${who}`,
  weFollowUp: 'Vi følger selv op',
  nobody: 'Ingen følger op',
  meeting,
  serviceForm,
  tool,
  applicationHelp,
  noService,
  uptake,
  words,
  inputs,
  parties,
  hourUnits,
  minuteUnits,
};
