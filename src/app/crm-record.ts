import type { Case } from '../core/case/case.ts';
import { enquiriesOf, promiseOf, promisesOf } from '../core/case/enquiries.ts';
import { redactedCase } from '../core/case/redacted-case.ts';
import { unlisted } from '../core/case/registering.ts';
import { textsOf } from '../core/case/texts.ts';
import { knownSegment } from '../core/case/verbs/close.ts';
import { type Visibility, visibleToCrm } from '../core/case/visibility.ts';
import { danishDate } from '../core/danish-date.ts';
import { foundedDay } from '../core/intake/read-inputs.ts';
import { actorOf } from '../core/organisation.ts';
import type { ActorRef } from '../core/person.ts';
import type { Decision } from '../core/triage/decision.ts';
import { readStageOf } from '../core/triage/situation.ts';
import type { CrmRecord } from './ports/crm.ts';

/**
 * Stage and maturity when the case was opened. Decisions stored by 0.1.0 lack them, so they are read from the values.
 */
function stageAtCreation({ values, decision, createdAt }: Case): Pick<Decision, 'stage' | 'maturity'> {
  const { stage, maturity = null }: Partial<Decision> = decision;
  if (stage !== undefined) return { stage, maturity };
  const day = danishDate(createdAt);
  return readStageOf(values, values.founded && foundedDay(values.founded, day), day);
}

/** Who registered something: the organisation, and the colleague where the case still names them. */
function byWhom({ organisation, name }: ActorRef) {
  return { by: organisation, person: name || null };
}

/** What was registered on the case besides the enquiry itself. */
function registeredOn(kase: Case) {
  const { outcome, services = [], selfHelp } = kase;
  const usedTools = selfHelp && selfHelp.length > 0;
  return {
    services: [...services.map(({ service }) => service), ...(unlisted(kase)?.services ?? [])],
    selfHelpUsed: usedTools || (outcome?.selfHelpUsed ?? usedTools ?? null),
    servicesGiven: services.map(({ by, ...given }) => ({ ...given, ...byWhom(by) })),
    referralsGiven: (kase.referrals ?? []).map(({ by, to, name, why, ...given }) => ({
      ...given,
      ...byWhom(by),
      actor: to ?? 'other',
      name,
      why,
    })),
    selfHelp: (selfHelp ?? []).map(({ by, ...used }) => ({ ...used, ...byWhom(by) })),
    noService: outcome?.noService ?? null,
    enrolled: outcome?.enrolled ?? null,
    enrolledOn: outcome?.enrolledOn ?? null,
    actionPlanOn: outcome?.actionPlanOn ?? null,
    followUpBy: kase.followUp?.organisation ?? outcome?.followUpBy ?? null,
    handovers: kase.handovers.map(({ from, to, state, offeredAt, settledAt, reasonCode }) => ({
      from,
      to,
      state,
      offeredAt,
      settledAt,
      reasonCode,
    })),
    joint: kase.joint,
    attempts: kase.attempts?.length ?? 0,
    corrections: (kase.corrections ?? []).map(({ by, ...one }) => ({ ...one, ...byWhom(by) })),
    mergedInto: kase.mergedInto ?? null,
    mergedFrom: kase.mergedFrom ?? [],
    callBackAt: kase.callBack?.at ?? null,
    laterAreas: kase.contacts.flatMap(({ areas = [] }) => areas),
    texts: textsOf(kase),
  } satisfies Partial<CrmRecord>;
}

/**
 * The record that the shared CRM requires of a case (domain T-74, section 10.1), with what the case's basis lets it have
 * (registration.md, "Whose words go where"). Each save replaces the record, so that nothing stays there once the basis
 * is withdrawn. `sees` narrows it to what a single reader may have. A case without municipality is a bug.
 */
export function crmRecordOf(whole: Case, sees: Visibility = visibleToCrm(whole)): CrmRecord {
  // Stage and maturity may be read from a founding date that only the year is kept of.
  const { stage, maturity } = stageAtCreation(whole);
  const kase = redactedCase(whole, sees);
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
    segment: outcome?.segment ?? knownSegment({ ...kase, values: { ...values, stage } }),
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
      ...[
        ...(kase.referrals ?? []).map(({ to }) => to ?? 'other'),
        ...(unlisted(kase)?.referredTo ?? []),
      ].map((actor) => ({ actor, when: 'given', area: null })),
    ],
    ...registeredOn(kase),
    returns: kase.handovers.filter(({ counted }) => counted).length,
    greyZone: kase.greyZone,
    firstAnswerAt: firstPromise.answeredAt,
    firstAnswerHow: firstPromise.how ?? null,
    enquiries: enquiriesOf(kase).map((enquiry) => {
      const { at, entry, channel, trigger, referredBy, receivedBy, needs, basis } = enquiry;
      const its = promiseOf(kase, enquiry);
      return {
        ...{ at, entry, channel, trigger, referredBy, needs, ...(basis && { basis }) },
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
    followUpResult: kase.followUp?.result ?? null,
  };
}
