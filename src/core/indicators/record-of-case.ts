import type { Case, Promise48 } from '../case/case.ts';
import { enquiriesOf, promiseOf } from '../case/enquiries.ts';
import type { HistoryEntry } from '../case/events.ts';
import { standingLines } from '../case/undoable.ts';
import { danishDate } from '../danish-date.ts';
import type { OrganisationId } from '../organisation.ts';
import { readStageOf } from '../triage/situation.ts';
import type { Stage } from '../vocabulary.ts';
import type { CaseRecord } from './case-record.ts';

/** Services for several companies at once; every other service is individual. */
const COLLECTIVE = ['iværksætterkurser', 'informations- og temamøder', 'netværk', 'camps'];

/** Cases keep whether self-help was used, but not which tool. */
const UNNAMED_TOOL = 'unnamed';

/** A case as the store holds it, with its history in order, and whether the CRM has its present revision. */
export interface StoredCase {
  readonly case: Case;
  readonly history: readonly HistoryEntry[];
  readonly crmCurrent: boolean;
}

/**
 * The record of a stored case. Services, referrals and self-help are those of the closing, dated by it: a case holds no
 * other dates yet. Erasure changes nothing that figures count: a running case that was erased keeps the status it had.
 */
export function recordOfCase({ case: kase, history: lines, crmCurrent }: StoredCase): CaseRecord {
  const history = standingLines(lines);
  const erased = history.find(
    ({ event, toStatus, fromStatus }) => event === 'erased' && toStatus !== fromStatus,
  );
  const status = erased?.fromStatus ?? kase.status;
  const { values, outcome, followUp } = kase;
  const closing = history.findLast(({ event }) => event === 'closed');
  const closed = outcome && closing ? { on: danishDate(closing.at), by: closing.owner } : null;
  return {
    caseId: kase.id,
    status,
    createdAt: kase.createdAt,
    owner: staysOnPlatform(kase) ? 'digital' : kase.owner,
    crmCurrent,
    company: companyOf(kase),
    needs: (values.areas ?? []).map((area) => ({
      area,
      depth: values.depths?.[area] ?? values.depth ?? null,
    })),
    enquiries: enquiryRecords(kase, history, status),
    handovers: handoversOf(kase, history),
    services: closed
      ? (outcome?.services ?? []).map((service) => ({
          service,
          ...closed,
          form: COLLECTIVE.includes(service.toLowerCase()) ? 'collective' : 'individual',
          meeting: null,
          hours: null,
          programme: null,
          growthCourse: false,
        }))
      : [],
    referrals: closed
      ? (outcome?.referredTo ?? []).map((actor) => ({ actor, ...closed, uptake: 'unknown' }))
      : [],
    selfHelp: closed && outcome?.selfHelpUsed ? [{ tool: UNNAMED_TOOL, ...closed }] : [],
    outcome:
      outcome && kase.closedAt !== null
        ? {
            closedAt: kase.closedAt,
            actionPlan: outcome.actionPlan !== null,
            followUpOn: outcome.followUpOn ?? null,
            followUpBy: followUp?.organisation ?? null,
            enrolled: null,
          }
        : null,
  };
}

/** Whether the case is the digital platform's: the organisation that logged it has it meanwhile (`receiverOf`). */
function staysOnPlatform({ decision, override, handovers }: Case): boolean {
  return (
    decision.owner.actor === 'digital' &&
    override === null &&
    !handovers.some(({ state }) => state === 'accepted')
  );
}

function companyOf(kase: Case): CaseRecord['company'] {
  const { values, outcome, companyKey, decision } = kase;
  if (values.municipality === undefined) throw new Error(`Case ${kase.id} has no municipality`);
  const segment = outcome?.segment ?? (values.segment === 'unknown' ? null : values.segment);
  const stage = stageOf(kase);
  return {
    cvr: values.cvr ?? null,
    ...(companyKey !== undefined && { key: companyKey }),
    pNumber: values.pNumber ?? null,
    municipality: values.municipality,
    stage,
    maturity:
      stage === 'established' || stage === 'unknown' ? null : (decision.maturity ?? values.maturity ?? null),
    segment: segment ?? null,
  };
}

/** The stage that triage read, or `unknown` where it had neither a stated stage nor a founding date to read it from. */
function stageOf({ values: { stage, founded }, decision, createdAt }: Case): Stage {
  if (stage !== undefined && stage !== 'unknown') return stage;
  if (founded === undefined) return 'unknown';
  // Cases of 0.1.0 hold no reading.
  return decision.stage ?? readStageOf({}, founded, danishDate(createdAt)).stage;
}

function enquiryRecords(
  kase: Case,
  history: readonly HistoryEntry[],
  status: Case['status'],
): CaseRecord['enquiries'] {
  const ended = status === 'withdrawn' || status === 'entered-in-error';
  return enquiriesOf(kase).map((enquiry, place) => {
    const { at, entry, channel, trigger, referredBy, receivedBy, needs } = enquiry;
    const promise = promiseOf(kase, enquiry);
    const answeredAt = promise?.answeredAt ?? null;
    return {
      at,
      entry,
      direction: place === 0 ? (kase.values.direction ?? 'inbound') : 'inbound',
      channel,
      trigger,
      referredBy,
      needs: [...needs],
      receivedBy: receivedBy.organisation,
      dueAt: promise?.dueAt ?? null,
      answeredAt,
      answeredBy:
        promise && answeredAt !== null ? answererOf(promise, answeredAt, history, kase.owner) : null,
      how: promise?.how ?? null,
      void: ended && promise !== undefined && answeredAt === null,
    };
  });
}

/** The organisation that gave an answer. Where the promise does not name it, the history does. */
function answererOf(
  { answeredBy }: Promise48,
  answeredAt: string,
  history: readonly HistoryEntry[],
  owner: OrganisationId,
): OrganisationId {
  if (answeredBy) return answeredBy.organisation;
  const answer = history.findLast(({ event, at }) => event === 'contacted' && at <= answeredAt);
  return answer?.actor?.organisation ?? answer?.owner ?? owner;
}

/** Offers, and invitations to a joint course. */
function handoversOf(kase: Case, history: readonly HistoryEntry[]): CaseRecord['handovers'] {
  const transfers = kase.handovers.map(({ from, to, state, offeredAt, settledAt, reasonCode }) => ({
    from,
    to,
    kind: 'transfer' as const,
    offeredAt,
    state,
    decidedAt: settledAt,
    reasonCode,
  }));
  const joint = history.flatMap((line) =>
    line.event === 'invited'
      ? [
          {
            from: line.owner,
            to: line.details.organisation,
            kind: 'joint' as const,
            offeredAt: line.at,
            state: 'accepted' as const,
            decidedAt: line.at,
            reasonCode: null,
          },
        ]
      : [],
  );
  return [...transfers, ...joint];
}
