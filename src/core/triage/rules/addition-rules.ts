import { findMunicipality, type MunicipalityCode } from '../../municipalities.ts';
import { municipalityOf, type OrganisationId } from '../../organisation.ts';
import type { ActorCode, Area, Localized } from '../../vocabulary.ts';
import type { Note, Plan, Programme, Referral, ReferralTime, SelfHelpTool, Warning } from '../decision.ts';
import type { Owner } from '../facts.ts';
import type { MunicipalSettings, SettingsLookup } from '../settings.ts';
import type { Situation } from '../situation.ts';
import type { RuleText } from './owner-rules.ts';
import { EXPORT_SPARRING, INNO_BOOSTER, LARGE_EMPLOYEES, URGENT_HOURS } from './parameters.ts';

/** The part of a decision that the owner rule settles, and the parts that the additions fill. */
export interface DecisionSoFar {
  readonly ownerRule: string;
  readonly owner: Owner;
  readonly plan: Plan;
  readonly urgent: boolean;
  readonly ownerSettings: MunicipalSettings;
  answerByHours: number;
  readonly referrals: Referral[];
  readonly services: string[];
  readonly programmes: Programme[];
  readonly selfHelp: { readonly tool: SelfHelpTool; readonly rule: string }[];
  readonly warnings: Warning[];
  readonly notes: Note[];
  timeFrames: { clarifyHours?: readonly [number, number]; guidanceHours?: readonly [number, number] };
}

/** A rule that adds to the decision. `add` tells whether it had anything to add. */
export interface AdditionRule extends RuleText {
  readonly says: Localized;
  readonly add: (situation: Situation, decision: DecisionSoFar) => boolean;
}

/** The settings that hold for an owner: an office's own municipality, else the company's. */
export function settingsOfOwner(
  owner: Owner,
  situation: Situation,
  settingsOf: SettingsLookup,
): MunicipalSettings {
  if (owner.actor !== 'les' || owner.organisation === situation.les) return situation.settings;
  const municipality = municipalityOf(owner.organisation as OrganisationId);
  return municipality === undefined ? situation.settings : settingsOf(municipality);
}

function wants(s: Situation, area: Area): boolean {
  return s.specialised.includes(area) || s.basic.includes(area);
}

function refer(d: DecisionSoFar, rule: string, actor: ActorCode, when: ReferralTime, area?: Area): true {
  d.referrals.push(area === undefined ? { actor, when, rule } : { actor, when, area, rule });
  return true;
}

function inMidtjylland(municipality: MunicipalityCode): boolean {
  return findMunicipality(municipality)?.house === 'ehm-midtjylland';
}

/** Whether every known figure is under its limit: true, false, or `check` where a number that decides is unknown. */
function allUnder(limits: readonly (readonly [number | undefined, number])[]): boolean | 'check' {
  if (limits.some(([value, limit]) => value !== undefined && value >= limit)) return false;
  return limits.every(([value]) => value !== undefined) ? true : 'check';
}

function innoBooster(s: Situation): Omit<Programme, 'name' | 'rule'> {
  if (s.stage === 'pre-starter') return { eligible: false, why: 'company-first' };
  if (s.stage === 'entrepreneur') return { eligible: true };
  const { turnoverDkk, externalFundingDkk } = s.company;
  const enough =
    (turnoverDkk ?? 0) >= INNO_BOOSTER.turnoverDkk ||
    (externalFundingDkk ?? 0) >= INNO_BOOSTER.externalFundingDkk;
  if (enough) return { eligible: true };
  return turnoverDkk === undefined || externalFundingDkk === undefined
    ? { eligible: 'check', why: 'turnover-or-funding-unknown' }
    : { eligible: false, why: 'turnover-and-funding-too-low' };
}

const YOUNG_PROGRAMMES = [
  'Key Account Manager',
  'Kapitalcoach',
  'Mentor',
  'Advisory Board',
  'Vækstgrupper',
  'Plato',
  'Masterclasses (kapital)',
  'Præsentation for Business Angels',
  'Ledere til start ups',
  'Medfinansiering til videntilførsel',
];

const INNO_BOOSTER_HELP = 'InnoBooster – ansøgningsassistance';

const ESTABLISHED_PROGRAMMES = [
  'Key Account Manager',
  'Virksomhedspitch',
  'Vækstsparring',
  'Virksomhedsnetværk',
  'Strategiske netværk',
  INNO_BOOSTER_HELP,
  'Dalgas',
  'Eksportmentor',
  'Markedsbesøg',
  'Medfinansiering til videntilførsel',
];

/** The national programmes among the lists of Midtjylland: named everywhere. */
const NATIONAL_PROGRAMMES = [INNO_BOOSTER_HELP];

function addProgrammes(s: Situation, d: DecisionSoFar, rule: string, names: readonly string[]): boolean {
  let added = false;
  for (const name of names) {
    if (!inMidtjylland(s.municipality) && !NATIONAL_PROGRAMMES.includes(name)) continue;
    d.programmes.push(
      name === INNO_BOOSTER_HELP ? { name, ...innoBooster(s), rule } : { name, eligible: true, rule },
    );
    added = true;
  }
  return added;
}

const atEhm = (d: DecisionSoFar) => d.owner.actor === 'ehm';

/** The table "What else the decision carries" of the policy, with its readings. */
export const ADDITION_RULES: readonly AdditionRule[] = [
  {
    id: 'A1',
    strength: 'default',
    source: 'P19',
    da: 'Alle før-startere henvises til den digitale platform.',
    en: 'Every pre-starter is referred to the digital platform.',
    says: {
      da: 'en før-starter, som andre end platformen ejer',
      en: 'a pre-starter whom another than the platform owns',
    },
    add: (s, d) =>
      s.stage === 'pre-starter' && d.owner.actor !== 'digital' && refer(d, 'A1', 'digital', 'now'),
  },
  {
    id: 'A2',
    strength: 'default',
    source: 'P19: mindst 30 % bruger et selvhjælpsværktøj',
    da: 'Digitale selvhjælpsværktøjer er en god forberedelse.',
    en: 'Digital self-help tools are a good preparation.',
    says: { da: 'ejeren er ikke den digitale platform', en: 'the owner is not the digital platform' },
    add: (s, d) => {
      if (d.owner.actor === 'digital') return false;
      const tools: SelfHelpTool[] = ['virksomhedsguiden'];
      if (atEhm(d) && d.plan === 'guide' && d.ownerRule !== 'O1') tools.push('vaeksthjulet');
      if (wants(s, 'business-plan')) tools.push('business-model-canvas');
      if (wants(s, 'green-transition')) tools.push('klimakompasset');
      if (wants(s, 'regulatory-compliance')) tools.push('privacy-kompasset');
      for (const tool of tools) d.selfHelp.push({ tool, rule: 'A2' });
      return true;
    },
  },
  {
    id: 'A3',
    strength: 'default',
    source: 'NJ19 bilag 3',
    da: 'Internationalisering: The Trade Council efter den indledende vejledning; Eksportsparring til virksomheder med under 100 ansatte og under 150 mio. kr. i omsætning.',
    en: 'Internationalisation: The Trade Council after the initial guidance; Eksportsparring for companies with under 100 employees and under DKK 150 million turnover.',
    says: { da: 'internationalisering hos Erhvervshuset', en: 'internationalisation at the Erhvervshus' },
    add: (s, d) => {
      if (!atEhm(d) || !wants(s, 'internationalisation')) return false;
      const { employees, turnoverDkk } = s.company;
      const eligible = allUnder([
        [employees, EXPORT_SPARRING.employees],
        [turnoverDkk, EXPORT_SPARRING.turnoverDkk],
      ]);
      const why = eligible === 'check' ? 'employees-or-turnover-unknown' : 'employees-or-turnover-too-high';
      d.programmes.push({
        name: 'Eksportsparring',
        eligible,
        ...(eligible === true ? {} : { why }),
        rule: 'A3',
      });
      return refer(d, 'A3', 'trade-council', 'after-guidance', 'internationalisation');
    },
  },
  {
    id: 'A4',
    strength: 'default',
    source: 'R21',
    da: 'Finansiering af eksport: EKF (nu EIFO) giver den dybere vejledning.',
    en: 'Financing of exports: EKF (now EIFO) gives the deeper guidance.',
    says: {
      da: 'internationalisering og finansiering sammen hos Erhvervshuset',
      en: 'internationalisation and financing together at the Erhvervshus',
    },
    add: (s, d) =>
      atEhm(d) &&
      wants(s, 'internationalisation') &&
      wants(s, 'financing') &&
      refer(d, 'A4', 'ekf', 'after-guidance', 'financing'),
  },
  {
    id: 'A5',
    strength: 'default',
    source: 'R19; R21',
    da: 'Finansiering: Vækstfonden (nu EIFO) efter Erhvervshusets vejledning.',
    en: 'Financing: Vækstfonden (now EIFO) after the guidance of the Erhvervshus.',
    says: { da: 'finansiering hos Erhvervshuset', en: 'financing at the Erhvervshus' },
    add: (s, d) =>
      atEhm(d) && wants(s, 'financing') && refer(d, 'A5', 'growth-fund', 'after-guidance', 'financing'),
  },
  {
    id: 'A6',
    strength: 'default',
    source: 'NJ19 bilag 3; R19 note 2',
    da: 'Innovation og videnssamarbejde: Innovationsfonden og klyngerne. Hjælp til ansøgningen giver Erhvervshusets egne konsulenter; det må fondens medarbejdere ikke.',
    en: 'Innovation and knowledge collaboration: Innovation Fund Denmark and the clusters. Help with the application comes from the Erhvervshus’s own consultants; the fund’s staff may not give it.',
    says: {
      da: 'innovation eller videnssamarbejde hos Erhvervshuset',
      en: 'innovation or knowledge collaboration at the Erhvervshus',
    },
    add: (s, d) => {
      const areas = (['innovation-strategy', 'knowledge-collaboration'] as const).filter((area) =>
        wants(s, area),
      );
      if (!atEhm(d) || areas.length === 0) return false;
      for (const area of areas) {
        refer(d, 'A6', 'innovation-fund', 'after-guidance', area);
        refer(d, 'A6', 'cluster', 'after-guidance', area);
        if (area === 'knowledge-collaboration')
          refer(d, 'A6', 'knowledge-institution', 'after-guidance', area);
      }
      d.programmes.push({ name: 'InnoBooster', ...innoBooster(s), rule: 'A6' });
      return true;
    },
  },
  {
    id: 'A7',
    strength: 'default',
    source: 'R21',
    da: 'Ny teknologi og automatisering: et GTS-institut efter vejledningen.',
    en: 'New technology and automation: a GTS institute after the guidance.',
    says: {
      da: 'ny teknologi eller automatisering hos Erhvervshuset',
      en: 'new technology or automation at the Erhvervshus',
    },
    add: (s, d) => {
      const areas = (['new-technology-it', 'automation'] as const).filter((area) => wants(s, area));
      if (!atEhm(d)) return false;
      for (const area of areas) refer(d, 'A7', 'gts', 'after-guidance', area);
      return areas.length > 0;
    },
  },
  {
    id: 'A8',
    strength: 'default',
    source: 'NJ19 bilag 3; R19',
    da: 'Digitalisering i små og mellemstore virksomheder: SMV:Digital.',
    en: 'Digitalisation in small and medium companies: SMV:Digital.',
    says: { da: 'digitalisering hos Erhvervshuset', en: 'digitalisation at the Erhvervshus' },
    add: (s, d) => {
      if (!atEhm(d) || !wants(s, 'digitalisation')) return false;
      const eligible = allUnder([[s.company.employees, LARGE_EMPLOYEES]]);
      const why = eligible === 'check' ? 'employees-unknown' : 'too-large';
      d.programmes.push({ name: 'SMV:Digital', eligible, ...(eligible === true ? {} : { why }), rule: 'A8' });
      return true;
    },
  },
  {
    id: 'A9',
    strength: 'guidance',
    source: 'P19',
    da: 'En iværksætter i vækstsegmentet kan få programmerne for virksomheder under 3 år.',
    en: 'An entrepreneur in the growth segment may get the programmes for companies under 3 years.',
    says: {
      da: 'en iværksætter i vækstsegmentet i Midtjylland',
      en: 'an entrepreneur in the growth segment in Midtjylland',
    },
    add: (s, d) => s.growth && s.stage === 'entrepreneur' && addProgrammes(s, d, 'A9', YOUNG_PROGRAMMES),
  },
  {
    id: 'A10',
    strength: 'guidance',
    source: 'P19',
    da: 'En etableret virksomhed i vækstsegmentet kan få programmerne for virksomheder over 3 år.',
    en: 'An established company in the growth segment may get the programmes for companies over 3 years.',
    says: {
      da: 'en etableret virksomhed i vækstsegmentet',
      en: 'an established company in the growth segment',
    },
    add: (s, d) =>
      s.growth && s.stage === 'established' && addProgrammes(s, d, 'A10', ESTABLISHED_PROGRAMMES),
  },
  {
    id: 'A11',
    strength: 'requirement',
    source: 'R19; MJ22: mindst 80 % henvises videre',
    da: 'Løsningen findes hos private rådgivere efter vejledningen; offentlig vejledning må ikke forvride det marked.',
    en: 'Private advisers solve the problem after the guidance; public guidance must not distort that market.',
    says: { da: 'Erhvervshuset vejleder', en: 'the Erhvervshus guides' },
    add: (_, d) => atEhm(d) && d.plan === 'guide' && refer(d, 'A11', 'private-adviser', 'after-guidance'),
  },
  {
    id: 'A12',
    strength: 'default',
    source: 'P19; R19 myndighedsforhold',
    da: 'Det basale og det stedbundne klares lokalt, samtidig: hos kommunens erhvervsservice og hos myndigheden.',
    en: 'What is basic or tied to the place is handled locally, at the same time: by the business service and the authority.',
    says: {
      da: 'basale eller stedbundne behov, som ejeren ikke tager',
      en: 'basic or place-bound needs that the owner does not take',
    },
    add: (s, d) => {
      const local =
        atEhm(d) && d.plan === 'guide'
          ? [...s.basic, ...s.placeBound]
          : d.owner.actor === 'digital'
            ? s.placeBound
            : [];
      for (const area of local) refer(d, 'A12', 'les', 'now', area);
      for (const area of s.placeBound) refer(d, 'A12', 'municipality', 'now', area);
      return local.length + s.placeBound.length > 0;
    },
  },
  {
    id: 'A13',
    strength: 'guidance',
    source: 'P19',
    da: 'Den lokale erhvervsservices tilbud.',
    en: 'What the local business service offers.',
    says: { da: 'ejeren er lokal erhvervsservice', en: 'the owner is local business service' },
    add: (s, d) => {
      if (d.owner.actor !== 'les') return false;
      d.services.push('indledende afklaring');
      if (s.stage !== 'established') d.services.push('iværksætterkurser');
      d.services.push('informations- og temamøder', 'netværk', 'camps');
      return true;
    },
  },
  {
    id: 'A14',
    strength: 'guidance',
    source: 'P19',
    da: 'Erhvervshusets tilbud.',
    en: 'What the Erhvervshus offers.',
    says: { da: 'ejeren er Erhvervshuset', en: 'the owner is the Erhvervshus' },
    add: (s, d) => {
      if (!atEhm(d)) return false;
      if (d.ownerRule === 'O1') d.services.push('Early Warning');
      d.services.push('1:1 vejledning');
      const established = s.stage === 'established';
      if (wants(s, 'financing')) d.services.push('Finansieringstjek');
      if (established && wants(s, 'internationalisation')) d.services.push('Internationaliseringstjek');
      if (established && (wants(s, 'leadership-organisation') || wants(s, 'skilled-labour')))
        d.services.push('Kompetencetjek');
      if (s.growth || wants(s, 'networks-courses')) d.services.push('camps', 'netværk');
      return true;
    },
  },
  {
    id: 'A15',
    strength: 'requirement',
    source: 'P19: svar inden for 48 timer',
    da: 'Virksomheden får svar inden for fristen: 48 timer, hvis kommunen ikke har lovet det hurtigere, og 8 timer, når det haster.',
    en: 'The company is answered within the promise: 48 hours unless the municipality promised less, and 8 hours when urgent.',
    says: { da: 'enhver sag', en: 'every case' },
    add: (_, d) => {
      const promised = d.owner.actor === 'les' ? d.ownerSettings.answerByHours : d.answerByHours;
      d.answerByHours = d.urgent ? URGENT_HOURS : promised;
      return true;
    },
  },
  {
    id: 'A16',
    strength: 'guidance',
    source: 'P19 (omstridt i bilag A og B)',
    da: 'Tidsrammer er vejledende, aldrig en grænse: 2-3 timers afklaring lokalt, op til 10 timers vejledning hos Erhvervshuset.',
    en: 'Time frames are guidance, never a limit: 2-3 hours of clarification locally, up to 10 hours of guidance at the Erhvervshus.',
    says: { da: 'kommunen viser tidsrammer', en: 'the municipality shows time frames' },
    add: (_, d) => {
      if (!d.ownerSettings.showTimeFrames || d.owner.actor === 'digital') return false;
      d.timeFrames = d.owner.actor === 'les' ? { clarifyHours: [2, 3] } : { guidanceHours: [0, 10] };
      return true;
    },
  },
  {
    id: 'A17',
    strength: 'requirement',
    source: 'P19 bilag A',
    da: 'En reklamebeskyttet virksomhed må ikke kontaktes opsøgende med markedsføring.',
    en: 'A company protected from advertising must not be approached with marketing.',
    says: {
      da: 'opsøgende kontakt, og beskyttelsen er sat eller ukendt',
      en: 'outreach, and the protection is set or unknown',
    },
    add: (s, d) => {
      const known = s.company.advertisingProtected;
      if (!s.outreach || known === false) return false;
      d.warnings.push(known === true ? 'advertising-protected' : 'advertising-protection-unknown');
      return true;
    },
  },
  {
    id: 'A18',
    strength: 'guidance',
    source: 'P19 note 6',
    da: 'Et holdingselskab betjenes som andre, men tæller ikke med i indikatorernes grundlag.',
    en: 'A holding company is served like any other, but is outside the base of the indicators.',
    says: { da: 'et holdingselskab', en: 'a holding company' },
    add: (s, d) => {
      const { name, form } = s.company;
      if (name === undefined && form === undefined) return false;
      if (!/holding/i.test(`${name ?? ''}\n${form ?? ''}`)) return false;
      d.notes.push('outside-indicator-base');
      return true;
    },
  },
  {
    id: 'A19',
    strength: 'guidance',
    source: 'R19',
    da: 'En stor virksomhed (mindst 250 ansatte) betjenes på lige fod.',
    en: 'A large company (250 employees or more) is served on the same footing.',
    says: { da: 'mindst 250 ansatte', en: '250 employees or more' },
    add: (s, d) => {
      if ((s.company.employees ?? 0) < LARGE_EMPLOYEES) return false;
      d.notes.push('large-company');
      return true;
    },
  },
  {
    id: 'A20',
    strength: 'requirement',
    source: 'R19; P19 bilag B',
    da: 'Erhvervshuset melder tilbage til den lokale erhvervsservice om, hvad der er givet, og overdrager handlingsplanen til opfølgning.',
    en: 'The Erhvervshus reports back to the local business service on what was given and hands over the action plan for follow-up.',
    says: {
      da: 'Erhvervshuset ejer en sag, der kom fra lokal erhvervsservice',
      en: 'the Erhvervshus owns a case that came from local business service',
    },
    add: (s, d) => {
      if (!atEhm(d) || s.entry !== 'les') return false;
      d.notes.push('report-back-to-les');
      return true;
    },
  },
];

/** Where the rules of owners refer on by themselves: a specialised need is taken up once it is clarified (O6, O8). */
export function addClarification(s: Situation, d: DecisionSoFar): void {
  const earlyHere = d.ownerRule === 'O8' || (d.ownerRule === 'O6' && s.maturity === 'early');
  if (earlyHere && s.specialised.length > 0) refer(d, d.ownerRule, 'ehm', 'after-clarification');
}

/** The offices of which somebody else's case is told (O1 before O2). */
export function tellRunningOwner(s: Situation, d: DecisionSoFar): void {
  if (d.ownerRule === 'O1' && s.running !== null && s.running.organisation !== d.owner.organisation) {
    d.notes.push('tell-running-owner');
  }
}
