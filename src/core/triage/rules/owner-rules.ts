import type { OrganisationId } from '../../organisation.ts';
import { actorOf } from '../../organisation.ts';
import type { Plan, Priority, Strength } from '../decision.ts';
import type { Owner } from '../facts.ts';
import type { Situation } from '../situation.ts';
import type { Condition } from './conditions.ts';
import * as when from './conditions.ts';

/** What every rule tells of itself: its id in the policy, how binding it is, its words and where it comes from. */
export interface RuleText {
  readonly id: string;
  readonly strength: Strength;
  readonly source: string;
  readonly da: string;
  readonly en: string;
}

/** A rule that names the owner. The first whose conditions all hold decides. */
export interface OwnerRule extends RuleText {
  readonly when: readonly Condition[];
  readonly owner: (situation: Situation) => Owner;
  readonly plan: Plan;
  readonly priority: Priority;
  readonly greyZone: (situation: Situation) => boolean;
}

const at = (organisation: OrganisationId): Owner => ({ actor: actorOf(organisation), organisation });
const DIGITAL: Owner = { actor: 'digital', organisation: 'digital' };
const toLes = (s: Situation): Owner => ({ actor: 'les', organisation: s.les });
const toEhm = (s: Situation): Owner => ({ actor: 'ehm', organisation: s.ehm });
const toDoor = (s: Situation): Owner => at(s.door);
const never = () => false;
const always = () => true;

/** The table "Who owns the case" of the policy, in its order of reading. Ids are names, not ranks: O11 stands before O7. */
export const OWNER_RULES: readonly OwnerRule[] = [
  {
    id: 'O1',
    strength: 'default',
    source: 'P19 basisydelser; R21 krisehåndtering',
    da: 'En virksomhed i krise går straks til Erhvervshuset (Early Warning).',
    en: 'A company in crisis goes to the Erhvervshus at once (Early Warning).',
    when: [when.inCrisis, when.notPreStarter],
    owner: (s) => (s.running?.actor === 'ehm' ? s.running : toEhm(s)),
    plan: 'guide',
    priority: 'urgent',
    greyZone: never,
  },
  {
    id: 'O2',
    strength: 'requirement',
    source: 'P19 koordinering; MJ22 §1',
    da: 'Virksomheden har allerede en sag i gang: henvendelsen lægges til den, og ejeren beholder den.',
    en: 'The company already has a running case: the contact is added to it, and its owner keeps it.',
    when: [when.hasRunningCase],
    owner: (s) => s.running ?? toDoor(s),
    plan: 'guide',
    priority: 'normal',
    greyZone: (s) => s.returnsSpent,
  },
  {
    id: 'O3',
    strength: 'requirement',
    source: 'R19 "ikke … henvist frem og tilbage"',
    da: 'Sagen må ikke sendes frem og tilbage: den, der har den nu, beholder den, og det er en gråzone.',
    en: 'The case must not be sent back and forth: whoever has it keeps it, and it is a grey zone.',
    when: [when.returnsSpent],
    owner: (s) => at(s.holder),
    plan: 'clarify',
    priority: 'normal',
    greyZone: always,
  },
  {
    id: 'O4',
    strength: 'requirement',
    source: 'R19 lokale tilbud og myndighedsforhold; NJ19 stedbundne behov',
    da: 'Alle behov er stedbundne: de hører til i kommunens erhvervsservice.',
    en: 'Every need is tied to the place: it belongs to the municipality’s business service.',
    when: [when.onlyPlaceBound],
    owner: toLes,
    plan: 'guide',
    priority: 'normal',
    greyZone: never,
  },
  {
    id: 'O5',
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
    strength: 'default',
    source: 'P19, bilag A og B (omstridt af lokal erhvervsservice)',
    da: 'En før-starter begynder hos den lokale erhvervsservice, eller på den digitale platform, hvor kommunen har valgt det.',
    en: 'A pre-starter begins at the local business service, or on the digital platform where the municipality has chosen so.',
    when: [when.preStarter],
    owner: (s) => (s.settings.preStarter === 'digital' ? DIGITAL : toLes(s)),
    plan: 'clarify',
    priority: 'normal',
    greyZone: never,
  },
  {
    id: 'O11',
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
    strength: 'default',
    source: 'P19: 90 % afklares lokalt',
    da: 'En tidlig iværksætter afklares først hos den lokale erhvervsservice; et specialiseret behov går derefter videre til Erhvervshuset.',
    en: 'An early entrepreneur is first clarified at the local business service; a specialised need then goes on to the Erhvervshus.',
    when: [when.earlyEntrepreneur],
    owner: toLes,
    plan: 'clarify',
    priority: 'normal',
    greyZone: never,
  },
  {
    id: 'O9',
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
    strength: 'pragmatic',
    source: 'P19 "no wrong door", bilag B',
    da: 'Behovet står ikke på listen: den, virksomheden henvendte sig til, tager den, og det er en gråzone.',
    en: 'The need is not on the list: the door that was knocked on takes it, and it is a grey zone.',
    when: [when.hasOther],
    owner: toDoor,
    plan: 'clarify',
    priority: 'normal',
    greyZone: always,
  },
  {
    id: 'O14',
    strength: 'default',
    source: 'NJ19 "uafklarede"; KL10 "starter lokalt"',
    da: 'Behovet er endnu uklart: det afklares hos den lokale erhvervsservice.',
    en: 'The need is still unclear: the local business service clarifies it.',
    when: [],
    owner: toLes,
    plan: 'clarify',
    priority: 'normal',
    greyZone: never,
  },
];
