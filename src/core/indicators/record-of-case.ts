import type { Case, Promise48 } from '../case/case.ts';
import { enquiriesOf, promiseOf } from '../case/enquiries.ts';
import type { HistoryEntry } from '../case/events.ts';
import { inGrowthCourse, unlisted } from '../case/registering.ts';
import { standingLines } from '../case/undoable.ts';
import { visibleToCrm } from '../case/visibility.ts';
import { danishDate } from '../danish-date.ts';
import type { OrganisationId } from '../organisation.ts';
import { serviceFormOf } from '../services.ts';
import { readStageOf } from '../triage/situation.ts';
import type { Stage } from '../vocabulary.ts';
import type { CaseRecord } from './case-record.ts';

/** A self-help tool of which only the use is known. */
const UNNAMED_TOOL = 'unnamed';

/** A case as the store holds it, with its history in order, and whether the CRM has its present revision. */
export interface StoredCase {
  readonly case: Case;
  readonly history: readonly HistoryEntry[];
  readonly crmCurrent: boolean;
}

/**
 * The record of a stored case. Cases of earlier versions hold the services, referrals and self-help of their closing
 * alone, which are dated by it. Erasure changes nothing that figures count: a running case that was erased keeps the status it had.
 */
export function recordOfCase({ case: kase, history: lines, crmCurrent }: StoredCase): CaseRecord {
  const history = standingLines(lines);
  const erased = history.find(
    ({ event, toStatus, fromStatus }) => event === 'erased' && toStatus !== fromStatus,
  );
  const status = erased?.fromStatus ?? kase.status;
  const { values, outcome, followUp } = kase;
  const closing = history.findLast(({ event }) => event === 'closed');
  const closed: Closed = outcome && closing ? { on: danishDate(closing.at), by: closing.owner } : null;
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
    services: servicesOf(kase, closed),
    referrals: referralsOf(kase, closed),
    selfHelp: selfHelpOf(kase, closed),
    outcome:
      outcome && kase.closedAt !== null
        ? {
            closedAt: kase.closedAt,
            actionPlan: outcome.actionPlan !== null,
            followUpOn: outcome.followUpOn ?? null,
            followUpBy: outcome.followUpBy ?? followUp?.organisation ?? null,
            enrolled: outcome.enrolled ?? null,
            ...detailsOf(outcome),
          }
        : null,
  };
}

/** What closing says beyond what every record holds, where somebody said it. */
function detailsOf({ enrolledOn, actionPlanOn, noService }: NonNullable<Case['outcome']>) {
  return {
    ...(enrolledOn && { enrolledOn }),
    ...(actionPlanOn && { actionPlanOn }),
    ...(noService && { noService }),
  };
}

/** The closing that stands: its Danish day, and the organisation that closed. Null while there is none. */
type Closed = { readonly on: string; readonly by: OrganisationId } | null;

function servicesOf(kase: Case, closed: Closed): CaseRecord['services'] {
  const given = (kase.services ?? []).map((one) => ({
    service: one.service,
    by: one.by.organisation,
    on: one.on,
    form: one.form,
    meeting: one.meeting,
    hours: one.hours,
    programme: one.programme,
    growthCourse: inGrowthCourse(one),
    tools: [...one.tools],
    applicationHelp: one.applicationHelp,
    ...(one.asLes && { asLes: one.asLes }),
  }));
  if (!closed) return given;
  const old = (unlisted(kase)?.services ?? []).map((service) => ({
    service,
    ...closed,
    form: serviceFormOf(service),
    meeting: null,
    hours: null,
    programme: null,
    growthCourse: false,
  }));
  return [...given, ...old];
}

function referralsOf(kase: Case, closed: Closed): CaseRecord['referrals'] {
  const given = (kase.referrals ?? []).map(({ to, by, on, uptake, askedOn }) => ({
    actor: to ?? 'other',
    by: by.organisation,
    on,
    uptake,
    askedOn,
  }));
  if (!closed) return given;
  const old = unlisted(kase)?.referredTo ?? [];
  return [...given, ...old.map((actor) => ({ actor, ...closed, uptake: 'unknown' }))];
}

function selfHelpOf(kase: Case, closed: Closed): CaseRecord['selfHelp'] {
  const used = (kase.selfHelp ?? []).map(({ tool, on, by, focus }) => ({
    tool: tool ?? UNNAMED_TOOL,
    on,
    by: by.organisation,
    ...(visibleToCrm(kase).notes && { focus: [...focus] }),
  }));
  return closed && unlisted(kase)?.selfHelpUsed ? [...used, { tool: UNNAMED_TOOL, ...closed }] : used;
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
  const guestOf = (line: HistoryEntry) =>
    line.event === 'invited'
      ? line.details.organisation
      : line.event === 'opened'
        ? line.details.joint
        : undefined;
  const joint = history.flatMap((line) => {
    const to = guestOf(line);
    return to
      ? [
          {
            from: line.owner,
            to,
            kind: 'joint' as const,
            offeredAt: line.at,
            state: 'accepted' as const,
            decidedAt: line.at,
            reasonCode: null,
          },
        ]
      : [];
  });
  return [...transfers, ...joint];
}
