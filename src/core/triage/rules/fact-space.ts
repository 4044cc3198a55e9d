import type { MunicipalityCode } from '../../municipalities.ts';
import { AREAS, DEPTHS, DIRECTIONS, ENTRIES, MATURITIES, SEGMENTS, STAGES } from '../../vocabulary.ts';
import type { CompanyFacts, Need, TriageFacts } from '../facts.ts';
import { DEFAULT_SETTINGS, DEPTH_AREAS, type MunicipalSettings } from '../settings.ts';
import { areaKindOf } from '../situation.ts';
import { EXPORT_SPARRING, INNO_BOOSTER, LARGE_EMPLOYEES } from './parameters.ts';

/**
 * The space that the proof covers: for each fact that rules read, every distinguishable value, with thresholds on both
 * sides.
 */

/** A municipality with settings. */
export interface TriedPlace {
  readonly municipality: MunicipalityCode;
  readonly settings: MunicipalSettings;
}

export const TODAY = '2026-11-20';
const OWN = { les: 'les-791', ehm: 'ehm-midtjylland' } as const;
const OTHER = { les: 'les-851', ehm: 'ehm-nordjylland' } as const;
const ORGANISATIONS = [OWN.les, OTHER.les, OWN.ehm, OTHER.ehm] as const;

/** Viborg under every kind of settings that owner rules read: pre-starters; no local areas, one, or all; calls. */
export const OWNER_PLACES: readonly TriedPlace[] = (['les', 'digital'] as const).flatMap((preStarter) =>
  (['triage', 'les'] as const).flatMap((phoneRoute) =>
    [[], ['succession' as const], DEPTH_AREAS].map((localAreas) => ({
      municipality: '791' as const,
      settings: { ...DEFAULT_SETTINGS, preStarter, phoneRoute, localAreas },
    })),
  ),
);

/** Places where additions differ: a shorter promise, hidden time frames, who takes pre-starters and calls, another region. */
export const ADDITION_PLACES: readonly TriedPlace[] = [
  { municipality: '791', settings: DEFAULT_SETTINGS },
  { municipality: '791', settings: { ...DEFAULT_SETTINGS, showTimeFrames: false, answerByHours: 24 } },
  { municipality: '791', settings: { ...DEFAULT_SETTINGS, preStarter: 'digital' } },
  { municipality: '791', settings: { ...DEFAULT_SETTINGS, preStarter: 'les-only', phoneRoute: 'les' } },
  { municipality: '851', settings: DEFAULT_SETTINGS },
];

/** Founding dates on both sides of the first and the third anniversary of `TODAY`, and a leap day. */
const FOUNDED = [
  undefined,
  '2025-11-21',
  '2025-11-20',
  '2023-11-20',
  '2023-11-19',
  '2024-02-29',
  '2000-02-29',
] as const;

const optional = <Value>(values: readonly Value[]): readonly (Value | undefined)[] => [undefined, ...values];

export const STAGE_FACTS: readonly Partial<TriageFacts>[] = optional(STAGES).flatMap((stage) =>
  optional(MATURITIES).flatMap((maturity) =>
    FOUNDED.map((founded) => stated({ stage, maturity, company: founded && { founded } })),
  ),
);

export const CLARIFIED_FACTS = optional([false, true]).map((clarified) => stated({ clarified }));

export const DOOR_FACTS: readonly Partial<TriageFacts>[] = ENTRIES.flatMap((entry) =>
  optional(DIRECTIONS).flatMap((direction) =>
    optional(ORGANISATIONS).map((entryOrganisation) => stated({ entry, direction, entryOrganisation })),
  ),
);

const RUNNING_OWNERS = [
  { actor: 'les', organisation: OWN.les },
  { actor: 'les', organisation: OTHER.les },
  { actor: 'ehm', organisation: OWN.ehm },
  { actor: 'ehm', organisation: OTHER.ehm },
  { actor: 'digital', organisation: 'digital' },
] as const;

/** The entries that additions tell apart. */
export const ENTRY_FACTS: readonly Partial<TriageFacts>[] = ENTRIES.flatMap((entry) =>
  optional(DIRECTIONS).map((direction) => stated({ entry, direction })),
);

/** Returns on both sides of the limit, with and without a running case. */
export function historyFacts(maxReturns: number): readonly Partial<TriageFacts>[] {
  return optional([0, maxReturns - 1, maxReturns, maxReturns + 1]).flatMap((returns) => [
    stated({ history: returns === undefined ? undefined : { returns } }),
    stated({ history: stated({ returns, openCase: null }) }),
    ...RUNNING_OWNERS.map((owner) => ({ history: stated({ returns, openCase: { id: 'K-1', owner } }) })),
  ]);
}

/**
 * Every set of needs that owner rules can tell apart at a place, beside the crisis flag: each kind of area at either
 * depth.
 */
export function needFacts({ settings }: TriedPlace): readonly Partial<TriageFacts>[] {
  const deep = DEPTH_AREAS.filter((area) => areaKindOf(area) === 'specialised' && area !== 'crisis');
  const local = deep.find((area) => settings.localAreas.includes(area));
  const distant = deep.find((area) => !settings.localAreas.includes(area));
  const needs: readonly Need[] = [
    ...[local, distant].flatMap((area) => (area === undefined ? [] : [{ area }])),
    { area: 'csr', depth: 'basic' },
    { area: 'business-plan' },
    { area: 'general-information' },
    { area: 'general-information', depth: 'specialised' },
    { area: 'sales-marketing' },
    { area: 'crisis' },
    { area: 'authority-permits' },
    { area: 'other' },
    { area: 'unclear' },
  ];
  const sets = Array.from({ length: 2 ** needs.length }, (_, set) =>
    set === 0 ? {} : { needs: needs.filter((_, place) => (set & (1 << place)) !== 0) },
  );
  return optional([false, true]).flatMap((crisis) => sets.map((set) => stated({ crisis, ...set })));
}

/** Which of the settings' values the owner rules tell apart at a place. Places of one kind have the same proof. */
export function ownersKindOf(place: TriedPlace): string {
  const { preStarter, phoneRoute, localAreas } = place.settings;
  const named = needFacts(place).at(-1)?.needs ?? [];
  const local = named.map(({ area }) => localAreas.includes(area));
  return `${preStarter === 'digital'} ${phoneRoute} ${local.join()}`;
}

/** Every set of up to two needs at every depth. No addition reads more than two areas at once. */
export function pairsOfNeeds(): readonly Partial<TriageFacts>[] {
  const single = AREAS.flatMap((area): Need[] => {
    const deep = DEPTH_AREAS.some((one) => one === area);
    return [{ area }, ...(deep ? DEPTHS.map((depth) => ({ area, depth })) : [])];
  });
  return [
    {},
    ...single.map((need) => ({ needs: [need] })),
    ...single.flatMap((one, place) => single.slice(place + 1).map((other) => ({ needs: [one, other] }))),
  ];
}

export const SEGMENT_FACTS = optional(SEGMENTS).map((segment) => stated({ segment }));

const { employees: exportEmployees, turnoverDkk: exportTurnover } = EXPORT_SPARRING;
const { turnoverDkk: boosterTurnover, externalFundingDkk: boosterFunding } = INNO_BOOSTER;

/** A company's figures on both sides of every threshold. */
export const FIGURE_FACTS: readonly Partial<TriageFacts>[] = optional([
  exportEmployees - 1,
  exportEmployees,
  LARGE_EMPLOYEES - 1,
  LARGE_EMPLOYEES,
]).flatMap((employees) =>
  optional([boosterTurnover - 1, boosterTurnover, exportTurnover - 1, exportTurnover]).flatMap(
    (turnoverDkk) =>
      optional([boosterFunding - 1, boosterFunding]).map((externalFundingDkk) =>
        ofCompany({ employees, turnoverDkk, externalFundingDkk }),
      ),
  ),
);

/** Other marks of a company that rules read: advertising protection, and whether it is a holding company. */
export const MARK_FACTS: readonly Partial<TriageFacts>[] = optional([false, true]).flatMap(
  (advertisingProtected) =>
    [{}, { name: 'Hansen Holding' }, { form: 'Holdingselskab' }].map((named) =>
      ofCompany({ advertisingProtected, ...named }),
    ),
);

function ofCompany(company: CompanyFacts): Partial<TriageFacts> {
  const known = stated(company);
  return Object.keys(known).length === 0 ? {} : { company: known };
}

/** The facts without undefined values. */
function stated<Facts extends object>(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Facts;
}

/** Facts merged, including those of the company. */
export function together(...parts: readonly Partial<TriageFacts>[]): Partial<TriageFacts> {
  let all: Partial<TriageFacts> = {};
  for (const part of parts) {
    const company = part.company && all.company ? { ...all.company, ...part.company } : undefined;
    all = { ...all, ...part, ...(company && { company }) };
  }
  return all;
}

/** The number of values in facts. */
export function sizeOf(facts: unknown): number {
  if (typeof facts !== 'object' || facts === null) return 1;
  return Object.values(facts).reduce((sum: number, value) => sum + sizeOf(value), 0);
}
