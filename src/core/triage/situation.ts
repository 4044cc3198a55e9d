import { MUNICIPALITIES, type MunicipalityCode } from '../municipalities.ts';
import { actorOf, houseOf, lesOf, ORGANISATIONS, type OrganisationId } from '../organisation.ts';
import {
  type Area,
  BASIC_AREAS,
  type Depth,
  type Entry,
  type Maturity,
  PLACE_BOUND_AREAS,
  type Stage,
} from '../vocabulary.ts';
import { addMonths, dayNumber } from './calendar-date.ts';
import type { CompanyFacts, Need, Owner, TriageFacts } from './facts.ts';
import { ENTREPRENEUR_MONTHS, MATURE_AFTER_MONTHS } from './rules/parameters.ts';
import type { MunicipalSettings } from './settings.ts';

export type AreaKind = 'specialised' | 'basic' | 'by-stage' | 'place-bound' | 'other' | 'unclear';

const KINDS: Partial<Record<Area, AreaKind>> = {
  ...Object.fromEntries(BASIC_AREAS.map((area) => [area, 'basic'])),
  ...Object.fromEntries(PLACE_BOUND_AREAS.map((area) => [area, 'place-bound'])),
  'sales-marketing': 'by-stage',
  other: 'other',
  unclear: 'unclear',
};

/** The kind of an area, by its default depth (policy, "Vocabulary"). */
export function areaKindOf(area: Area): AreaKind {
  return KINDS[area] ?? 'specialised';
}

/** The age of a company by its founding date. */
type Age = 'unknown' | 'entrepreneur' | 'established';

/** The facts as the rules read them (policy, "Readings"): defaults filled in, needs sorted, entries resolved. */
export interface Situation {
  /** ISO date; empty where the caller knows none. */
  readonly today: string;
  readonly entry: Entry;
  /** A call to the shared phone number, where the municipality takes those first (O15). */
  readonly phoneFirst: boolean;
  readonly outreach: boolean;
  readonly municipality: MunicipalityCode;
  readonly settings: MunicipalSettings;
  readonly growth: boolean;
  readonly company: CompanyFacts;
  readonly age: Age;
  /** The maturity of an entrepreneur by age; null where no date or setting tells it. */
  readonly maturityByAge: Maturity | null;
  readonly returnsSpent: boolean;
  readonly running: Owner | null;
  /** The organisations of each level for the company. */
  readonly les: Owner;
  readonly ehm: Owner;
  /** The organisation that the company contacted. */
  readonly door: Owner;
  /** The present holder of the case (O3). */
  readonly holder: Owner;

  readonly stage: Exclude<Stage, 'unknown'>;
  /** Null for an established company, which has none. */
  readonly maturity: Maturity | null;
  readonly stageByDefault: boolean;
  readonly maturityByDefault: boolean;
  readonly clarified: boolean;
  /** A crisis, by flag or need, of anyone but a pre-starter, who has no company to rescue. */
  readonly crisis: boolean;
  /** The concrete needs, sorted by reading; each area once. */
  readonly specialised: readonly Area[];
  readonly basic: readonly Area[];
  readonly placeBound: readonly Area[];
  readonly other: boolean;
}

/** The fields that owner rules may read. The proof covers every combination of these. */
export type OwnerReading = Pick<
  Situation,
  | 'phoneFirst'
  | 'stage'
  | 'maturity'
  | 'clarified'
  | 'crisis'
  | 'specialised'
  | 'basic'
  | 'placeBound'
  | 'other'
  | 'returnsSpent'
  | 'running'
  | 'settings'
  | 'les'
  | 'ehm'
  | 'door'
  | 'holder'
>;

/** Facts that may still change when somebody asks (`missing.ts`). */
export type OpenFacts = Pick<TriageFacts, 'stage' | 'maturity' | 'clarified' | 'needs'>;

type Unread = { -readonly [Key in keyof Situation]: Situation[Key] };

const NO_COMPANY: CompanyFacts = {};
const NO_NEEDS: readonly Need[] = [];
const NO_AREAS: readonly Area[] = [];

/** Every organisation as an owner, prepared once. */
const OWNERS: ReadonlyMap<string, Owner> = new Map(
  ORGANISATIONS.map((organisation) => [
    organisation,
    Object.freeze({ actor: actorOf(organisation), organisation }),
  ]),
);

function ownerAt(organisation: OrganisationId): Owner {
  const owner = OWNERS.get(organisation);
  if (!owner) throw new Error(`No organisation ${organisation}`);
  return owner;
}

const DOORS: ReadonlyMap<MunicipalityCode, { readonly les: Owner; readonly ehm: Owner }> = new Map(
  MUNICIPALITIES.map(({ code }) => [code, { les: ownerAt(lesOf(code)), ehm: ownerAt(houseOf(code)) }]),
);

/**
 * The default depth of an area at a stage: `sales-marketing` is basic for a pre-starter or an early entrepreneur. Null for
 * an area without a depth.
 */
export function defaultDepth(area: Area, stage: Stage, maturity: Maturity | null): Depth | null {
  switch (areaKindOf(area)) {
    case 'specialised':
      return 'specialised';
    case 'basic':
      return 'basic';
    case 'by-stage':
      return stage === 'pre-starter' || (stage === 'entrepreneur' && maturity === 'early')
        ? 'basic'
        : 'specialised';
    default:
      return null;
  }
}

/** What a founding date tells, by the municipality's limit between early and mature. Both days are ISO dates. */
function ageOf(
  founded: string | undefined,
  today: string,
  matureAfter: MunicipalSettings['matureAfterMonths'],
): Pick<Situation, 'age' | 'maturityByAge'> {
  if (founded === undefined) return { age: 'unknown', maturityByAge: null };
  const born = dayNumber(founded);
  const now = dayNumber(today);
  const mature = matureAfter !== 'manual' && now >= addMonths(born, matureAfter);
  return {
    age: now > addMonths(born, ENTREPRENEUR_MONTHS) ? 'established' : 'entrepreneur',
    maturityByAge: matureAfter === 'manual' ? null : mature ? 'mature' : 'early',
  };
}

/** Reads facts into a situation. `today` is an ISO date. */
export function readSituation(facts: TriageFacts, settings: MunicipalSettings, today: string): Situation {
  const { entry, entryOrganisation } = facts;
  const doors = DOORS.get(facts.municipality);
  if (!doors) throw new Error(`No municipality ${facts.municipality}`);
  const les = settings.operator === null ? doors.les : ownerAt(settings.operator);
  const knockedOn = entryOrganisation === undefined ? undefined : ownerAt(entryOrganisation);
  const outreach = facts.direction === 'outreach';
  const ehm = entry === 'ehm' && !outreach && knockedOn?.actor === 'ehm' ? knockedOn : doors.ehm;
  const door = entry === 'ehm' ? ehm : les;
  const company = facts.company ?? NO_COMPANY;
  const situation: Unread = {
    today,
    entry,
    phoneFirst: entry === 'phone' && settings.phoneRoute === 'les',
    outreach,
    municipality: facts.municipality,
    settings,
    growth: facts.segment === 'growth',
    company,
    ...ageOf(company.founded, today, settings.matureAfterMonths),
    returnsSpent: (facts.history?.returns ?? 0) >= settings.maxReturns,
    running: facts.history?.openCase?.owner ?? null,
    les,
    ehm,
    door,
    holder: knockedOn ?? door,
    stage: 'established',
    maturity: null,
    stageByDefault: false,
    maturityByDefault: false,
    clarified: false,
    crisis: false,
    specialised: NO_AREAS,
    basic: NO_AREAS,
    placeBound: NO_AREAS,
    other: false,
  };
  readOpenFacts(situation, facts, facts.crisis === true);
  return situation;
}

/** The situation with other values for facts that may still change. */
export function rereadSituation(now: Situation, facts: OpenFacts, crisisFlag: boolean): Situation {
  const situation: Unread = { ...now };
  readOpenFacts(situation, facts, crisisFlag);
  return situation;
}

function readOpenFacts(s: Unread, facts: OpenFacts, crisisFlag: boolean): void {
  s.clarified = facts.clarified === true;
  readStage(s, facts);
  readNeeds(s, facts.needs ?? NO_NEEDS, crisisFlag);
}

/** The part of a situation that describes the company's stage. */
type StageReading = Pick<
  Situation,
  'stage' | 'maturity' | 'stageByDefault' | 'maturityByDefault' | 'age' | 'maturityByAge'
>;

/**
 * A company's stage and maturity, from stated values and its founding date. Both days are ISO dates. For cases of
 * 0.1.0, whose decisions hold no reading; the limit between early and mature is the one of that time.
 */
export function readStageOf(
  stated: Pick<TriageFacts, 'stage' | 'maturity'>,
  founded: string | undefined,
  today: string,
): Pick<Situation, 'stage' | 'maturity'> {
  const reading = {
    stage: 'established',
    maturity: null,
    stageByDefault: false,
    maturityByDefault: false,
    ...ageOf(founded, today, MATURE_AFTER_MONTHS),
  } satisfies StageReading;
  readStage(reading, stated);
  return reading;
}

/** A stated stage wins over the founding date, and a stated maturity over the age. */
function readStage(
  s: { -readonly [Key in keyof StageReading]: StageReading[Key] },
  { stage, maturity }: Pick<TriageFacts, 'stage' | 'maturity'>,
): void {
  const stated = stage !== undefined && stage !== 'unknown';
  if (stated) s.stage = stage;
  else s.stage = s.age === 'entrepreneur' ? 'entrepreneur' : 'established';
  s.stageByDefault = !stated && s.age === 'unknown';

  s.maturityByDefault = false;
  if (s.stage === 'established') s.maturity = null;
  else if (maturity !== undefined) s.maturity = maturity;
  else if (s.stage === 'entrepreneur' && s.maturityByAge !== null) s.maturity = s.maturityByAge;
  else {
    s.maturity = 'early';
    s.maturityByDefault = true;
  }
}

function readNeeds(s: Unread, needs: readonly Need[], crisisFlag: boolean): void {
  const rescuable = s.stage !== 'pre-starter';
  const specialised: Area[] = [];
  const basic: Area[] = [];
  const placeBound: Area[] = [];
  s.other = false;
  s.crisis = crisisFlag && rescuable;
  for (const { area, depth } of needs) {
    if (area === 'crisis') {
      if (!rescuable) continue;
      s.crisis = true;
    }
    const kind = areaKindOf(area);
    if (kind === 'unclear') continue;
    if (kind === 'other') s.other = true;
    else if (kind === 'place-bound') {
      if (!placeBound.includes(area)) placeBound.push(area);
    } else if ((depth ?? defaultDepth(area, s.stage, s.maturity)) === 'specialised') {
      if (specialised.includes(area)) continue;
      specialised.push(area);
      // If an area is named twice, the specialised depth wins.
      const known = basic.indexOf(area);
      if (known >= 0) basic.splice(known, 1);
    } else if (!basic.includes(area) && !specialised.includes(area)) basic.push(area);
  }
  s.specialised = specialised;
  s.basic = basic;
  s.placeBound = placeBound;
}
