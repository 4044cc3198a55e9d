import type { Case } from '../core/case/case.ts';
import { enquiriesOf, promiseOf, promisesOf } from '../core/case/enquiries.ts';
import { redactedCase } from '../core/case/redacted-case.ts';
import { visibleToCrm } from '../core/case/visibility.ts';
import { danishDate } from '../core/danish-date.ts';
import { foundedDay } from '../core/intake/read-inputs.ts';
import { actorOf } from '../core/organisation.ts';
import type { Decision } from '../core/triage/decision.ts';
import { readStageOf } from '../core/triage/situation.ts';
import type { RegisteredSegment } from '../core/vocabulary.ts';
import type { CrmRecord } from './ports/crm.ts';

/** The segment for the CRM, which wants one before closing has asked for it (domain T-17, D-12). */
function segmentOf(kase: Case, stage: string): RegisteredSegment {
  if (kase.outcome) return kase.outcome.segment;
  if (kase.priority === 'urgent') return 'early-warning';
  if (stage === 'pre-starter') return 'not-relevant';
  const { segment } = kase.values;
  return segment === undefined || segment === 'unknown' ? 'not-assessed' : segment;
}

/**
 * Stage and maturity when the case was opened. Decisions stored by 0.1.0 lack them, so they are read from the values.
 */
function stageAtCreation({ values, decision, createdAt }: Case): Pick<Decision, 'stage' | 'maturity'> {
  const { stage, maturity = null }: Partial<Decision> = decision;
  if (stage !== undefined) return { stage, maturity };
  const day = danishDate(createdAt);
  return readStageOf(values, values.founded && foundedDay(values.founded, day), day);
}

/**
 * The record that the shared CRM requires of a case (domain T-74, section 10.1), with what the case's basis lets it have
 * (registration.md, "Whose words go where"). Each save replaces the record, so that nothing stays there once the basis
 * is withdrawn. A case without municipality is a bug.
 */
export function crmRecordOf(whole: Case): CrmRecord {
  // Stage and maturity may be read from a founding date that only the year is kept of.
  const { stage, maturity } = stageAtCreation(whole);
  const kase = redactedCase(whole, visibleToCrm(whole));
  const { values, decision, promise, outcome } = kase;
  const [firstPromise = promise] = promisesOf(kase);
  if (values.municipality === undefined) throw new Error(`Case ${kase.id} has no municipality`);
  const accepted = kase.handovers.findLast(({ state }) => state === 'accepted');
  return {
    caseId: kase.id,
    revision: kase.revision,
    status: kase.status,
    createdAt: kase.createdAt,
    contactedAt: firstPromise.contactedAt,
    entry: values.entry ?? actorOf(kase.createdBy.organisation),
    referredFrom: accepted?.from ?? null,
    owner: kase.owner,
    assignee: kase.assignee?.name ?? null,
    stage,
    maturity,
    cvr: values.cvr ?? null,
    pNumber: values.pNumber ?? null,
    companyName: values.companyName ?? null,
    municipality: values.municipality,
    founded: values.founded ?? null,
    contactName: values.contactName ?? null,
    contactPhone: values.contactPhone ?? null,
    contactEmail: values.contactEmail ?? null,
    areas: values.areas ?? [],
    description: values.description ?? null,
    segment: segmentOf(kase, stage),
    priority: kase.priority,
    consent: kase.basis && {
      kind: kase.basis.withdrawnAt === null ? kase.basis.kind : 'withdrawn',
      by: kase.basis.obtainedBy.name,
      at: kase.basis.withdrawnAt ?? kase.basis.obtainedAt,
      scope: kase.basis.scope ?? null,
      textVersion: kase.basis.textVersion ?? null,
    },
    advertisingProtected: values.advertisingProtected ?? null,
    rule: decision.owner.rule,
    ruleSet: decision.ruleSet,
    overrideReason: kase.override?.reason || null,
    referrals: [
      ...decision.referrals.map(({ actor, when, area }) => ({ actor, when, area: area ?? null })),
      ...(outcome?.referredTo.map((actor) => ({ actor, when: 'given', area: null })) ?? []),
    ],
    services: outcome?.services ?? [],
    selfHelpUsed: outcome?.selfHelpUsed ?? null,
    returns: kase.handovers.filter(({ counted }) => counted).length,
    greyZone: kase.greyZone,
    firstAnswerAt: firstPromise.answeredAt,
    firstAnswerHow: firstPromise.how ?? null,
    enquiries: enquiriesOf(kase).map((enquiry) => {
      const { at, entry, channel, trigger, referredBy, receivedBy, needs } = enquiry;
      const its = promiseOf(kase, enquiry);
      return {
        ...{ at, entry, channel, trigger, referredBy, needs },
        receivedBy: receivedBy.organisation,
        dueAt: its?.dueAt ?? null,
        answeredAt: its?.answeredAt ?? null,
        answeredBy: its?.answeredBy?.organisation ?? null,
        how: its?.how ?? null,
      };
    }),
    dueAt: promise.dueAt,
    closedAt: kase.closedAt,
    actionPlan: outcome?.actionPlan ?? null,
    followUpOn: kase.followUp?.dueOn ?? outcome?.followUpOn ?? null,
  };
}
