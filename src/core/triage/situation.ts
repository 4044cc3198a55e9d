import type { MunicipalityCode } from '../municipalities.ts';
import { actorOf, houseOf, lesOf, type OrganisationId } from '../organisation.ts';
import {
  type Area,
  BASIC_AREAS,
  type Depth,
  type Entry,
  type Maturity,
  PLACE_BOUND_AREAS,
  type Stage,
} from '../vocabulary.ts';
import { addMonths } from './calendar-date.ts';
import type { CompanyFacts, Need, Owner, TriageFacts } from './facts.ts';
import { ENTREPRENEUR_MONTHS, MATURE_AFTER_MONTHS } from './rules/parameters.ts';
import type { MunicipalSettings } from './settings.ts';

export type AreaKind = 'specialised' | 'basic' | 'by-stage' | 'place-bound' | 'other' | 'unclear';

const KINDS = new Map<Area, AreaKind>([
  ...BASIC_AREAS.map((area) => [area, 'basic'] as const),
  ...PLACE_BOUND_AREAS.map((area) => [area, 'place-bound'] as const),
  ['sales-marketing', 'by-stage'],
  ['other', 'other'],
  ['unclear', 'unclear'],
]);

/** How an area stands to depth (policy, "Vocabulary"). */
export function kindOf(area: Area): AreaKind {
  return KINDS.get(area) ?? 'specialised';
}

/** The facts as the rules read them (policy, "Readings"): defaults filled in, needs sorted, doors resolved. */
export interface Situation {
  readonly entry: Entry;
  readonly outreach: boolean;
  readonly municipality: MunicipalityCode;
  readonly settings: MunicipalSettings;
  readonly stage: Exclude<Stage, 'unknown'>;
  /** Null for an established company, which has none. */
  readonly maturity: Maturity | null;
  readonly stageByDefault: boolean;
  readonly maturityByDefault: boolean;
  readonly clarified: boolean;
  readonly crisis: boolean;
  readonly growth: boolean;
  readonly company: CompanyFacts;
  readonly returnsSpent: boolean;
  readonly running: Owner | null;
  /** The concrete needs, sorted by how the rules read them; each area once. */
  readonly specialised: readonly Area[];
  readonly basic: readonly Area[];
  readonly placeBound: readonly Area[];
  readonly other: boolean;
  /** Where each kind of owner would be. */
  readonly les: OrganisationId;
  readonly ehm: OrganisationId;
  readonly door: OrganisationId;
  readonly holder: OrganisationId;
}

export const NO_COMPANY: CompanyFacts = {};
const NO_NEEDS: readonly Need[] = [];

/** The default depth of an area at a stage: `sales-marketing` is basic for a pre-starter or an early entrepreneur. */
export function defaultDepth(area: Area, stage: Stage, maturity: Maturity | null): Depth | null {
  switch (kindOf(area)) {
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

/** Reads facts into a situation. `today` is an ISO date. */
export function readSituation(facts: TriageFacts, settings: MunicipalSettings, today: string): Situation {
  const company = facts.company ?? NO_COMPANY;
  const founded = company.founded;

  let stage: Situation['stage'] = 'established';
  let stageByDefault = false;
  if (facts.stage !== undefined && facts.stage !== 'unknown') stage = facts.stage;
  else if (founded === undefined) stageByDefault = true;
  else if (today <= addMonths(founded, ENTREPRENEUR_MONTHS)) stage = 'entrepreneur';

  let maturity: Maturity | null = null;
  let maturityByDefault = false;
  if (stage !== 'established') {
    if (facts.maturity !== undefined) maturity = facts.maturity;
    else if (stage === 'entrepreneur' && founded !== undefined) {
      maturity = today >= addMonths(founded, MATURE_AFTER_MONTHS) ? 'mature' : 'early';
    } else {
      maturity = 'early';
      maturityByDefault = true;
    }
  }

  const specialised: Area[] = [];
  const basic: Area[] = [];
  const placeBound: Area[] = [];
  let other = false;
  let crisis = facts.crisis === true && stage !== 'pre-starter';
  for (const need of facts.needs ?? NO_NEEDS) {
    const { area } = need;
    const kind = kindOf(area);
    if (kind === 'unclear') continue;
    if (kind === 'other') {
      other = true;
      continue;
    }
    if (kind === 'place-bound') {
      if (!placeBound.includes(area)) placeBound.push(area);
      continue;
    }
    if (area === 'crisis') {
      // There is no company to rescue yet: dropped before any rule is read.
      if (stage === 'pre-starter') continue;
      crisis = true;
    }
    const depth = need.depth ?? defaultDepth(area, stage, maturity);
    if (depth === 'specialised') {
      if (specialised.includes(area)) continue;
      specialised.push(area);
      const known = basic.indexOf(area);
      if (known >= 0) basic.splice(known, 1);
    } else if (!basic.includes(area) && !specialised.includes(area)) basic.push(area);
  }

  const { entry, entryOrganisation } = facts;
  const outreach = facts.direction === 'outreach';
  const les = lesOf(facts.municipality);
  const ehm =
    entry === 'ehm' && !outreach && entryOrganisation !== undefined && actorOf(entryOrganisation) === 'ehm'
      ? entryOrganisation
      : houseOf(facts.municipality);
  const door = entry === 'ehm' ? ehm : les;
  return {
    entry,
    outreach,
    municipality: facts.municipality,
    settings,
    stage,
    maturity,
    stageByDefault,
    maturityByDefault,
    clarified: facts.clarified === true,
    crisis,
    growth: facts.segment === 'growth',
    company,
    returnsSpent: (facts.history?.returns ?? 0) >= settings.maxReturns,
    running: facts.history?.openCase?.owner ?? null,
    specialised,
    basic,
    placeBound,
    other,
    les,
    ehm,
    door,
    holder: entryOrganisation ?? door,
  };
}
