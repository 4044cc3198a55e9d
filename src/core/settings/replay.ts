import type { Case } from '../case/case.ts';
import { danishDate } from '../danish-date.ts';
import type { CaseRecord } from '../indicators/case-record.ts';
import { foundedDay } from '../intake/read-inputs.ts';
import { toFacts } from '../intake/to-facts.ts';
import { MUNICIPALITIES, type MunicipalityCode } from '../municipalities.ts';
import { actorOf } from '../organisation.ts';
import { decide } from '../triage/decide.ts';
import type { Decision } from '../triage/decision.ts';
import type { TriageFacts } from '../triage/facts.ts';
import type { RuleSet } from '../triage/rules/rule-set.ts';
import type { SettingsLookup } from '../triage/settings.ts';
import { AREAS, type Area, SEGMENTS } from '../vocabulary.ts';

/** A case of the past: what was known when it came in, and how often it was returned since. */
export interface PastCase {
  readonly caseId: string;
  readonly facts: TriageFacts;
  readonly returns: number;
}

/** Settings and rules by which cases are decided. */
export interface Ground {
  readonly settingsOf: SettingsLookup;
  readonly rules: RuleSet;
}

/** A case that is decided otherwise. */
export interface ReplayedCase {
  readonly caseId: string;
  readonly municipality: MunicipalityCode;
  readonly needs: readonly Area[];
  readonly before: Decision['owner'];
  readonly after: Decision['owner'];
  /** Which parts of the decision differ. `owner` is another organisation, not only another rule. */
  readonly differs: readonly ReplayedPart[];
}

/** The parts of a decision that are compared. What is only proposed, such as services and tools, is not. */
const PARTS = ['owner', 'plan', 'priority', 'greyZone', 'answerByHours', 'referrals'] as const;
type ReplayedPart = (typeof PARTS)[number];

/** How many cases were decided again, how many would have another owner, and how many are otherwise decided. */
export interface ReplayCounts {
  readonly cases: number;
  readonly elsewhere: number;
  readonly otherwise: number;
}

interface CountOf<Key> extends ReplayCounts {
  readonly key: Key;
}

export interface Replay extends ReplayCounts {
  readonly changed: readonly ReplayedCase[];
  readonly byMunicipality: readonly CountOf<MunicipalityCode>[];
  /** A case counts once for each of its needs. */
  readonly byNeed: readonly CountOf<Area>[];
}

/**
 * The case of the store as it came in; undefined where it has no municipality, or was entered in error. A company that was
 * founded later did not exist that day.
 */
export function pastCaseOf(kase: Case): PastCase | undefined {
  if (kase.status === 'entered-in-error') return undefined;
  const day = danishDate(kase.createdAt);
  const { founded, ...others } = kase.values;
  const existed = founded !== undefined && foundedDay(founded, day) <= day;
  const values = existed ? { ...others, founded } : others;
  const facts = toFacts({ values, organisation: kase.createdBy.organisation }, null, day);
  const returns = kase.handovers.filter(({ state, counted }) => state === 'returned' && counted).length;
  return facts && { caseId: kase.id, facts, returns };
}

/**
 * The exported case as it came in, as far as the export tells: it holds the derived stage and maturity, and no word of
 * whether the need had been clarified. Undefined where nobody enquired, or it was entered in error.
 */
export function pastCaseOfRecord(record: CaseRecord): PastCase | undefined {
  const [first] = record.enquiries;
  if (!first || record.status === 'entered-in-error') return undefined;
  const { company, needs } = record;
  const entry = first.entry ?? actorOf(first.receivedBy);
  const facts: TriageFacts = {
    entry,
    municipality: company.municipality,
    direction: first.direction,
    entryOrganisation: entry === actorOf(first.receivedBy) ? first.receivedBy : undefined,
    stage: company.stage === 'unknown' ? undefined : company.stage,
    maturity: company.maturity ?? undefined,
    segment: SEGMENTS.find((one) => one === company.segment),
    needs: needs.map(({ area, depth }) => ({ area, ...(depth && { depth }) })),
    today: danishDate(first.at),
  };
  const returns = record.handovers.filter(({ state }) => state === 'returned').length;
  return { caseId: record.caseId, facts, returns };
}

/** The municipalities whose cases may be decided otherwise: where rules are the same, those with other settings. */
function differing(before: Ground, after: Ground): ReadonlySet<MunicipalityCode> {
  const textOf = ({ settingsOf }: Ground, code: MunicipalityCode) => JSON.stringify(settingsOf(code));
  const codes = MUNICIPALITIES.map(({ code }) => code);
  return new Set(
    codes.filter((code) => before.rules !== after.rules || textOf(before, code) !== textOf(after, code)),
  );
}

function replayed({ caseId, facts, returns }: PastCase, before: Ground, after: Ground): ReplayedCase | null {
  const { municipality } = facts;
  const limits = [before, after].map(({ settingsOf }) => settingsOf(municipality).maxReturns);
  // A returned case stays where it is whatever the other settings say, so returns count only where their limit differs.
  const known = {
    ...facts,
    history: { returns: limits[0] === limits[1] ? 0 : returns, openCase: null },
  };
  const [old, next] = [before, after].map(({ settingsOf, rules }) => decide(known, settingsOf, '', rules));
  if (!old || !next) return null;
  const partOf = (decision: Decision, part: ReplayedPart) =>
    part === 'owner' ? decision.owner.organisation : JSON.stringify(decision[part]);
  const differs = PARTS.filter((part) => partOf(old, part) !== partOf(next, part));
  if (differs.length === 0) return null;
  const needs = (facts.needs ?? []).map(({ area }) => area);
  return {
    caseId,
    municipality,
    needs,
    before: old.owner,
    after: next.owner,
    differs,
  };
}

/** Counts in the order of `keys`, of those that have any. */
function counted<Key>(
  keys: readonly Key[],
  cases: readonly PastCase[],
  changed: ReadonlyMap<string, ReplayedCase>,
  keysOf: (one: PastCase) => readonly Key[],
): readonly CountOf<Key>[] {
  const counts = new Map<Key, { cases: number; elsewhere: number; otherwise: number }>();
  for (const one of cases) {
    const result = changed.get(one.caseId);
    for (const key of new Set(keysOf(one))) {
      const count = counts.get(key) ?? { cases: 0, elsewhere: 0, otherwise: 0 };
      counts.set(key, count);
      count.cases++;
      if (result?.differs.includes('owner')) count.elsewhere++;
      else if (result) count.otherwise++;
    }
  }
  return keys.flatMap((key) => {
    const count = counts.get(key);
    return count ? [{ key, ...count }] : [];
  });
}

/** The counts of a replay alone. */
export function countsOf({ cases, elsewhere, otherwise }: ReplayCounts): ReplayCounts {
  return { cases, elsewhere, otherwise };
}

/**
 * Decides past cases again under other settings or rules, each on the day when it came in and by what was known then.
 * What people chose against the rules is not considered: the grounds are compared, not the people.
 */
export function replayCases(cases: readonly PastCase[], before: Ground, after: Ground): Replay {
  const may = differing(before, after);
  const results = cases.flatMap((one) =>
    may.has(one.facts.municipality) ? (replayed(one, before, after) ?? []) : [],
  );
  const changed = new Map(results.map((one) => [one.caseId, one]));
  const elsewhere = results.filter(({ differs }) => differs.includes('owner')).length;
  return {
    cases: cases.length,
    elsewhere,
    otherwise: results.length - elsewhere,
    changed: results,
    byMunicipality: counted(
      MUNICIPALITIES.map(({ code }) => code),
      cases,
      changed,
      ({ facts }) => [facts.municipality],
    ),
    byNeed: counted(AREAS, cases, changed, ({ facts }) => (facts.needs ?? []).map(({ area }) => area)),
  };
}
