import { danishDate } from '../../danish-date.ts';
import type { Actor } from '../../person.ts';
import { ok, type Result, refuse } from '../../result.ts';
import { GROWTH_WHEEL, type Tool } from '../../tools.ts';
import type {
  ActorCode,
  ApplicationHelper,
  Meeting,
  NoServiceReason,
  ServiceForm,
} from '../../vocabulary.ts';
import { mayGiveUp, tooFewAttempts } from '../attempts.ts';
import type { Case } from '../case.ts';
import { type CaseContext, refOf } from '../case-change.ts';
import { referringLes } from '../derived.ts';
import type { GivenReferral, GivenService, OutcomeDetails } from '../registered.ts';
import { addedSince, servicesGiven, toolsUsed, withRegistered } from '../registering.ts';
import { namedProgramme, namedServices, officeActedFor } from './given-services.ts';

/** The inputs of closing that say what was done. */
interface SaidOfClosing {
  readonly services: readonly string[];
  readonly on?: string | undefined;
  readonly hours?: number | undefined;
  readonly meeting?: Meeting | undefined;
  readonly form?: ServiceForm | undefined;
  readonly tools: readonly Tool[];
  readonly programme: string | null;
  readonly applicationHelp?: ApplicationHelper | undefined;
  readonly noService?: NoServiceReason | undefined;
  readonly noServiceWhy: string | null;
  readonly referredTo: readonly ActorCode[];
  readonly selfHelp: readonly Tool[];
  readonly selfHelpUsed: boolean;
  readonly focus: readonly string[];
  readonly actionPlan: string | null;
  readonly actionPlanOn?: string | undefined;
  readonly noActionPlan: string | null;
  readonly enrolled?: boolean | undefined;
  readonly enrolledOn?: string | undefined;
}

/** What was registered on the case when it closes. */
interface Closing {
  /** The case with what closing adds to its registrations. */
  readonly case: Case;
  readonly details: OutcomeDetails;
  readonly services: readonly string[];
  readonly referredTo: readonly string[];
  readonly selfHelpUsed: boolean;
}

type Refused =
  | 'unknown-service'
  | 'service-needed'
  | 'details-need-service'
  | 'service-or-none'
  | 'attempts-needed'
  | 'words-needed'
  | 'focus-needs-growth-wheel'
  | 'action-plan-needed'
  | 'plan-or-none'
  | 'date-in-future';

/**
 * Adds what closing says was done to the case, and asks for what is missing: a service, given before or now, or why there
 * was none; at the end of a course at an Erhvervshus the action plan, or why there is none (P19 says "typisk").
 */
export function closingOf(
  kase: Case,
  input: SaidOfClosing,
  by: Actor,
  context: CaseContext,
): Result<Closing, Refused> {
  const today = danishDate(context.now);
  const future = (['on', 'actionPlanOn', 'enrolledOn'] as const).find(
    (field) => (input[field] ?? '') > today,
  );
  if (future) return refuse('date-in-future', { field: future });
  const given = servicesOfClosing(kase, input, by, today, context);
  if (!given.ok) return given;
  if (input.focus.length > 0 && !input.selfHelp.includes(GROWTH_WHEEL)) {
    return refuse('focus-needs-growth-wheel', { field: 'focus' });
  }
  const plan = planOf(kase, input, today);
  if (!plan.ok) return plan;
  const ref = refOf(by);
  // What another organisation gave before is its own (I-39).
  const isOurs = (one: GivenReferral) => one.by.organisation === by.organisation;
  const referrals = input.referredTo
    .filter((to) => !kase.referrals?.some((one) => one.to === to && isOurs(one)))
    .map((to): GivenReferral => ({ ...UNASKED, to, by: ref, on: today }));
  const isNamed = input.selfHelp.length > 0 || (kase.selfHelp?.length ?? 0) > 0;
  const tools = input.selfHelpUsed && !isNamed ? [null] : input.selfHelp;
  const selfHelp = toolsUsed(tools, today, ref, input.focus);
  const registered = withRegistered(kase, { services: given.value, referrals, selfHelp });
  const { enrolled, noService, noServiceWhy } = input;
  return ok({
    case: registered,
    details: {
      ...plan.value,
      ...((noService || noServiceWhy !== null) && { noService: noService ?? 'other' }),
      ...(noServiceWhy !== null && { noServiceWhy }),
      ...(enrolled !== undefined && { enrolled, enrolledOn: input.enrolledOn ?? today }),
      ...(enrolled === undefined && input.enrolledOn && { enrolled: true, enrolledOn: input.enrolledOn }),
      added: addedSince(kase, registered),
    },
    services: [...new Set(registered.services?.map(({ service }) => service) ?? [])],
    referredTo: [...new Set(registered.referrals?.map(({ to }) => to ?? 'other') ?? [])],
    selfHelpUsed: (registered.selfHelp?.length ?? 0) > 0,
  });
}

/** A referral given at closing: nobody has asked the company yet whether it used it. */
const UNASKED = { name: null, why: null, uptake: 'unknown', askedOn: null } as const;

/** The services that closing adds. There must be one, now or before, or a reason why there is none. */
function servicesOfClosing(
  kase: Case,
  { services, on, programme: typedProgramme, noService, noServiceWhy, ...details }: SaidOfClosing,
  by: Actor,
  today: string,
  context: CaseContext,
): Result<
  readonly GivenService[],
  | 'unknown-service'
  | 'service-needed'
  | 'details-need-service'
  | 'service-or-none'
  | 'attempts-needed'
  | 'words-needed'
> {
  const programme = namedProgramme(typedProgramme, by.organisation);
  if (!programme.ok) return programme;
  const named = namedServices(
    services.length > 0 || programme.value === undefined ? services : [programme.value],
    kase,
    by,
    context,
  );
  if (!named.ok) return named;
  const before = kase.services?.length ?? 0;
  const isNone = noService !== undefined || noServiceWhy !== null;
  const { hours, meeting, form, tools, applicationHelp } = details;
  if (named.value.length === 0) {
    if (before === 0 && !isNone) return refuse('service-needed', { field: 'services' });
    // A choice that cannot be taken back in every client comes before a text.
    const said = { meeting, form, applicationHelp, tools: tools[0], on, hours };
    const detail = Object.entries(said).find(([, value]) => value !== undefined)?.[0];
    if (detail !== undefined) return refuse('details-need-service', { field: detail });
  }
  if (isNone && before + named.value.length > 0) return refuse('service-or-none', { field: 'noService' });
  if (noService === 'no-contact' && !mayGiveUp(kase)) return tooFewAttempts(kase, 'noService');
  if (noService === 'other' && noServiceWhy === null)
    return refuse('words-needed', { field: 'noServiceWhy' });
  const said = { on: on ?? today, hours, meeting, form, tools, applicationHelp };
  const actedFor = officeActedFor(kase, by, context);
  return ok(servicesGiven(named.value, { ...said, programme: programme.value }, refOf(by), actedFor));
}

/** The action plan, or why there is none. Only a course that came from a local office must have one of the two. */
function planOf(
  kase: Case,
  { actionPlan, actionPlanOn, noActionPlan }: SaidOfClosing,
  today: string,
): Result<OutcomeDetails, 'action-plan-needed' | 'plan-or-none'> {
  if (actionPlan !== null && noActionPlan !== null) return refuse('plan-or-none', { field: 'noActionPlan' });
  if (noActionPlan !== null) {
    return actionPlanOn === undefined
      ? ok({ noActionPlan })
      : refuse('plan-or-none', { field: 'actionPlanOn' });
  }
  const isDue = referringLes(kase) !== undefined || actionPlanOn !== undefined;
  if (actionPlan === null) return isDue ? refuse('action-plan-needed', { field: 'actionPlan' }) : ok({});
  return ok({ actionPlanOn: actionPlanOn ?? today });
}
