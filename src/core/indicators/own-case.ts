import type { Case } from '../case/case.ts';
import { localOfficeOf, mayShare } from '../case/derived.ts';
import type { HistoryEntry } from '../case/events.ts';
import { standingLines } from '../case/undoable.ts';
import { findMunicipality, type MunicipalityCode } from '../municipalities.ts';
import { actorOf, houseOf, lesOf, type OrganisationId } from '../organisation.ts';
import type { Area } from '../vocabulary.ts';
import type { CaseRecord } from './case-record.ts';
import type { StoredCase } from './record-of-case.ts';

/** How a grey zone ended: with its owner or with the other side, jointly or alone; with the case; or not yet. */
export type GreyZoneEnd = 'stayed' | 'stayed-joint' | 'moved' | 'moved-joint' | 'case-ended' | 'open';

/** `rule`: the decision; `returns`: more returns than the office accepts. */
export type GreyZoneCause = 'rule' | 'returns';

/** A time for which a case lay in a grey zone. Instants are ISO. */
interface GreyZone {
  readonly cause: GreyZoneCause;
  readonly begunAt: string;
  readonly parties: readonly OrganisationId[];
  readonly endedAt: string | null;
  readonly end: GreyZoneEnd;
}

/** A task that the decision gave another office. */
interface GivenTask {
  readonly organisation: OrganisationId;
  /** When somebody began it, or said that it is not relevant. */
  readonly startedAt: string | null;
  readonly dismissedAt: string | null;
}

/** What the own figures know of a case beyond its record, of all time: counting leaves out what came after its moment. */
export interface OwnCase {
  readonly caseId: string;
  readonly municipality: string;
  readonly areas: readonly Area[];
  /** The local office that serves the municipality. */
  readonly localOffice: OrganisationId;
  /** Who has the case now. */
  readonly owner: OrganisationId;
  /** Whether the other party may hear of it: a basis for sharing is recorded. */
  readonly shared: boolean;
  /** Who had the case from when on, oldest first. */
  readonly owners: readonly { readonly at: string; readonly organisation: OrganisationId }[];
  readonly greyZones: readonly GreyZone[];
  /** Another receiver than the decision's: `digital`, or an organisation. */
  readonly override: { readonly advised: OrganisationId | 'digital'; readonly chosen: OrganisationId } | null;
  readonly tasks: readonly GivenTask[];
  /** Whether every required field is filled in now; null for a case whose data was erased. */
  readonly complete: boolean | null;
}

/** The office of the other level that serves the municipality. */
function counterpart(organisation: OrganisationId, code: MunicipalityCode): OrganisationId {
  return actorOf(organisation) === 'les' ? houseOf(code) : lesOf(code);
}

const ENDED = ['closed', 'withdrawn', 'entered-in-error'];

/** The grey zones of a case from its history, which holds codes only and survives erasure. */
function greyZonesOf(
  kase: Case,
  lines: readonly HistoryEntry[],
  code: MunicipalityCode,
): readonly GreyZone[] {
  const found: GreyZone[] = [];
  let open: GreyZone | null = null;
  const begin = (cause: GreyZone['cause'], at: string, owner: OrganisationId, other: OrganisationId) => {
    const parties = owner === other ? [owner, counterpart(owner, code)] : [owner, other];
    open ??= { cause, begunAt: at, parties, endedAt: null, end: 'open' };
  };
  const end = (endedAt: string, how: GreyZoneEnd) => {
    if (open) found.push({ ...open, endedAt, end: how });
    open = null;
  };
  lines.forEach((line, place) => {
    if ((line.event === 'opened' || line.event === 'opened-and-offered') && kase.decision.greyZone)
      begin('rule', line.at, line.owner, line.details.receiver);
    else if (line.event === 'returned' && line.details.greyZone)
      begin('returns', line.at, line.owner, line.details.to);
    else if (line.event === 'grey-zone-settled') {
      const moved = lines[place - 1]?.owner !== line.details.organisation;
      const how = moved ? 'moved' : 'stayed';
      end(line.at, line.details.joint ? `${how}-joint` : how);
    } else if (ENDED.includes(line.toStatus)) end(line.at, 'case-ended');
  });
  return open ? [...found, open] : found;
}

function tasksOf({ tasks = [] }: Case, lines: readonly HistoryEntry[]): readonly GivenTask[] {
  return tasks.map(({ organisation }) => {
    const at = (event: 'task-started' | 'task-dismissed') =>
      lines.find((line) => line.event === event && line.details.organisation === organisation)?.at ?? null;
    return { organisation, startedAt: at('task-started'), dismissedAt: at('task-dismissed') };
  });
}

/**
 * Whether a case has every field that registration requires: stage, need, way in and basis; a CVR number unless it is a pre-starter;
 * once it is closed also P-number, segment, and a service or why there was none.
 */
function isComplete({ basis, values, erasedAt }: Case, record: CaseRecord): boolean | null {
  if (erasedAt !== null) return null;
  const { company, needs, enquiries, services, outcome } = record;
  const isPerson = company.stage === 'pre-starter';
  const always = [
    company.stage !== 'unknown',
    needs.length > 0,
    (enquiries[0]?.entry ?? values.entry ?? null) !== null,
    basis !== null,
    isPerson || company.cvr !== null,
  ];
  const closed = outcome
    ? [
        isPerson || company.pNumber !== null,
        company.segment !== null,
        services.length > 0 || Boolean(outcome.noService),
      ]
    : [];
  return [...always, ...closed].every(Boolean);
}

/** What the own figures need of a stored case, whose record this is. */
export function ownCaseOf({ case: kase, history }: StoredCase, record: CaseRecord): OwnCase {
  const lines = standingLines(history);
  const municipality = findMunicipality(kase.values.municipality ?? '')?.code;
  if (municipality === undefined) throw new Error(`Case ${kase.id} has no municipality`);
  const advised = kase.decision.owner.organisation;
  return {
    caseId: kase.id,
    municipality,
    areas: kase.values.areas ?? [],
    localOffice: localOfficeOf(kase) ?? lesOf(municipality),
    owner: kase.owner,
    shared: mayShare(kase),
    owners: lines.flatMap(({ at, owner }, place) =>
      lines[place - 1]?.owner === owner ? [] : [{ at, organisation: owner }],
    ),
    greyZones: greyZonesOf(kase, lines, municipality),
    override:
      kase.override && kase.override.organisation !== advised
        ? { advised, chosen: kase.override.organisation }
        : null,
    tasks: tasksOf(kase, lines),
    complete: isComplete(kase, record),
  };
}
