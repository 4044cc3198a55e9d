import type { Plan, Priority } from '../decision.ts';
import type { Owner } from '../facts.ts';
import type { OwnerReading, Situation } from '../situation.ts';
import { type DecisionSoFar, refer } from './additions.ts';
import type { Condition } from './conditions.ts';
import * as when from './conditions.ts';
import type { RuleText } from './rule-text.ts';

/** A rule that names the owner. Of the rules whose conditions all hold, the one with the lowest place decides. */
export interface OwnerRule extends RuleText {
  /** The place in the order of reading. The id is a name, not a rank. */
  readonly place: number;
  readonly when: readonly Condition[];
  readonly owner: (situation: OwnerReading) => Owner;
  readonly plan: Plan;
  readonly priority: Priority;
  readonly greyZone: (situation: OwnerReading) => boolean;
  /** The contact is added to the company's running case instead of opening another one. */
  readonly joinsRunning?: true;
  /** The rule keeps a case from going back and forth. Its reason is added where a grey zone has that cause. */
  readonly noPingPong?: true;
  /** The Erhvervshus handles the company as Early Warning. */
  readonly rescues?: true;
  /** Additions of the rule itself. */
  readonly also?: (situation: Situation, decision: DecisionSoFar) => void;
}

const DIGITAL: Owner = Object.freeze({ actor: 'digital', organisation: 'digital' });
const toLes = (s: OwnerReading): Owner => s.les;
const toEhm = (s: OwnerReading): Owner => s.ehm;
const toDoor = (s: OwnerReading): Owner => s.door;
const never = () => false;
const always = () => true;

/** The Erhvervshus takes a specialised need once the office has clarified it. */
function thenToEhm(s: Situation, d: DecisionSoFar): void {
  if (s.maturity === 'early' && s.specialised.length > 0) refer(d, d.ownerRule, 'ehm', 'after-clarification');
}

/** Notifies the owner of the company's running case that another organisation takes the crisis. */
function tellRunningOwner(s: Situation, d: DecisionSoFar): void {
  if (s.running !== null && s.running.organisation !== d.owner.organisation)
    d.notes.push('tell-running-owner');
}

/** The policy's table "Who owns the case". */
export const OWNER_RULES: readonly OwnerRule[] = [
  {
    id: 'O1',
    place: 1,
    strength: 'default',
    source: 'P19 basisydelser; R21 krisehåndtering',
    da: 'En virksomhed i krise går straks til Erhvervshuset (Early Warning).',
    en: 'A company in crisis goes to the Erhvervshus at once (Early Warning).',
    when: [when.inCrisis, when.notPreStarter],
    owner: (s) => (s.running?.actor === 'ehm' ? s.running : toEhm(s)),
    plan: 'guide',
    priority: 'urgent',
    greyZone: never,
    rescues: true,
    also: tellRunningOwner,
  },
  {
    id: 'O2',
    place: 2,
    strength: 'requirement',
    source: 'P19 koordinering; MJ22 §1',
    da: 'Virksomheden har allerede en sag i gang: henvendelsen føjes til sagen, som bliver hos den, der har den.',
    en: 'The company already has a running case: the contact is added to it, and its owner keeps it.',
    when: [when.hasRunningCase],
    owner: (s) => s.running ?? toDoor(s),
    plan: 'guide',
    priority: 'normal',
    greyZone: (s) => s.returnsSpent,
    joinsRunning: true,
  },
  {
    id: 'O3',
    place: 3,
    strength: 'requirement',
    source: 'R19 "ikke … henvist frem og tilbage"',
    da: 'Sagen må ikke sendes frem og tilbage: den, der har den nu, beholder den, og det er en gråzone.',
    en: 'The case must not be sent back and forth: whoever has it keeps it, and it is a grey zone.',
    when: [when.returnsSpent],
    owner: (s) => s.holder,
    plan: 'clarify',
    priority: 'normal',
    greyZone: always,
    noPingPong: true,
  },
  {
    id: 'O4',
    place: 4,
    strength: 'requirement',
    source: 'R19 lokale tilbud og myndighedsforhold; NJ19 stedbundne behov',
    da: 'Alle behov er knyttet til stedet og hører til hos kommunens erhvervsservice.',
    en: 'Every need is tied to the place: it belongs to the municipality’s business service.',
    when: [when.onlyPlaceBound],
    owner: toLes,
    plan: 'guide',
    priority: 'normal',
    greyZone: never,
  },
  {
    id: 'O15',
    place: 5,
    strength: 'municipal',
    source: 'KL10; P19 det fælles telefonnummer',
    da: 'Kommunen tager opkald til det fælles telefonnummer først: behovet afklares lokalt og går derefter videre til Erhvervshuset.',
    en: 'The municipality takes calls to the shared phone number first: the need is clarified locally and then goes on to the Erhvervshus.',
    when: [when.phoneFirst, when.hasSpecialised],
    owner: toLes,
    plan: 'clarify',
    priority: 'normal',
    greyZone: never,
    also: (_, d) => refer(d, d.ownerRule, 'ehm', 'after-clarification'),
  },
  {
    id: 'O5',
    place: 6,
    strength: 'default',
    source: 'R19 målgruppe; NJ19',
    da: 'En moden før-starter med et specialiseret behov går til Erhvervshuset.',
    en: 'A mature pre-starter with a specialised need goes to the Erhvervshus.',
    when: [when.preStarter, when.mature, when.hasSpecialised],
    owner: toEhm,
    plan: 'guide',
    priority: 'normal',
    greyZone: never,
  },
  {
    id: 'O6',
    place: 7,
    strength: 'default',
    source: 'P19, bilag A og B (omstridt af lokal erhvervsservice)',
    da: 'En før-starter begynder hos den lokale erhvervsservice, eller på den digitale platform, hvor kommunen har valgt det.',
    en: 'A pre-starter begins at the local business service, or on the digital platform where the municipality has chosen so.',
    when: [when.preStarter],
    owner: (s) => (s.settings.preStarter === 'digital' ? DIGITAL : toLes(s)),
    plan: 'clarify',
    priority: 'normal',
    greyZone: never,
    also: thenToEhm,
  },
  {
    id: 'O11',
    place: 8,
    strength: 'guidance',
    source: 'P19 ydelser',
    da: 'Generel information gives dér, hvor virksomheden henvendte sig.',
    en: 'General information is given where the company asked.',
    when: [when.onlyInformation],
    owner: toDoor,
    plan: 'inform',
    priority: 'normal',
    greyZone: never,
  },
  {
    id: 'O7',
    place: 9,
    strength: 'default',
    source: 'P19 rammer',
    da: 'En tidlig iværksætter, hvis specialiserede behov er afklaret, går til Erhvervshuset.',
    en: 'An early entrepreneur whose specialised need has been clarified goes to the Erhvervshus.',
    when: [when.earlyEntrepreneur, when.hasSpecialised, when.clarified],
    owner: toEhm,
    plan: 'guide',
    priority: 'normal',
    greyZone: never,
  },
  {
    id: 'O8',
    place: 10,
    strength: 'default',
    source: 'P19: 90 % afklares lokalt',
    da: 'En tidlig iværksætter afklares først hos den lokale erhvervsservice; et specialiseret behov går derefter videre til Erhvervshuset.',
    en: 'An early entrepreneur is first clarified at the local business service; a specialised need then goes on to the Erhvervshus.',
    when: [when.earlyEntrepreneur],
    owner: toLes,
    plan: 'clarify',
    priority: 'normal',
    greyZone: never,
    also: thenToEhm,
  },
  {
    id: 'O9',
    place: 11,
    strength: 'disputed',
    source: 'P19 bilag B: LES på lige fod',
    da: 'Kommunen dækker selv det specialiserede behov: sagen bliver, hvor virksomheden henvendte sig.',
    en: 'The municipality itself covers the specialised need: the case stays where the company asked.',
    when: [when.matureOrEstablished, when.handledLocally],
    owner: toDoor,
    plan: 'guide',
    priority: 'normal',
    greyZone: never,
  },
  {
    id: 'O10',
    place: 12,
    strength: 'default',
    source: 'P19; R19',
    da: 'En moden eller etableret virksomhed med et specialiseret behov går til Erhvervshuset.',
    en: 'A mature or established company with a specialised need goes to the Erhvervshus.',
    when: [when.matureOrEstablished, when.hasSpecialised],
    owner: toEhm,
    plan: 'guide',
    priority: 'normal',
    greyZone: never,
  },
  {
    id: 'O12',
    place: 13,
    strength: 'default',
    source: 'P19 "henvises til … den lokale erhvervsservice"',
    da: 'En moden eller etableret virksomhed med kun basale behov går til den lokale erhvervsservice.',
    en: 'A mature or established company with only basic needs goes to the local business service.',
    when: [when.matureOrEstablished, when.onlyBasic],
    owner: toLes,
    plan: 'guide',
    priority: 'normal',
    greyZone: never,
  },
  {
    id: 'O13',
    place: 14,
    strength: 'pragmatic',
    source: 'P19 "no wrong door", bilag B',
    da: 'Behovet står ikke på listen. Den, virksomheden henvendte sig til, tager sagen, og det er en gråzone.',
    en: 'The need is not on the list: the door that was knocked on takes it, and it is a grey zone.',
    when: [when.hasOther],
    owner: toDoor,
    plan: 'clarify',
    priority: 'normal',
    greyZone: always,
  },
  {
    id: 'O14',
    place: 15,
    strength: 'default',
    source: 'NJ19 "uafklarede"; KL10 "starter lokalt"',
    da: 'Behovet er endnu uklart: det afklares hos den lokale erhvervsservice.',
    en: 'The need is still unclear: the local business service clarifies it.',
    when: [when.noConcreteNeed],
    owner: toLes,
    plan: 'clarify',
    priority: 'normal',
    greyZone: never,
  },
];
