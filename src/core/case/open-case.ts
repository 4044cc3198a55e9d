import { danishDate } from '../danish-date.ts';
import type { IntakeValues } from '../intake/draft.ts';
import type { OrganisationId } from '../organisation.ts';
import type { Actor, ActorRef } from '../person.ts';
import { startPromise } from '../promise/clock.ts';
import type { WorkingCalendar } from '../promise/working-calendar.ts';
import { ok, type Result, refuse } from '../result.ts';
import type { Decision } from '../triage/decision.ts';
import type { SettingsLookup } from '../triage/settings.ts';
import type { HandoverForm } from '../vocabulary.ts';
import { namesPerson } from './basis-cover.ts';
import { basisFrom } from './basis-text.ts';
import type { Case } from './case.ts';
import { type Change, historyOf, refOf } from './case-change.ts';
import { localOfficeOf, mayShare, openHandover, openOffer } from './derived.ts';
import type { Effect } from './effects.ts';
import { type Enquiry, sourceOf } from './enquiry.ts';
import type { CaseEvent } from './events.ts';
import { toolsUsed } from './registering.ts';
import { serves } from './relation.ts';
import { withTasks } from './tasks.ts';
import { asksGrowthWheel, handoverFormOf } from './to-house.ts';

/** The data of a confirmed intake that a case is opened with. */
export interface NewCase {
  readonly id: string;
  readonly draftId: string;
  readonly values: IntakeValues;
  readonly decision: Decision;
  readonly override: Case['override'];
  readonly contactedAt: string;
  readonly linkedTo: string | null;
  /** See `Case.companyKey`. */
  readonly companyKey: string;
  /** The outreach contact that found the need. */
  readonly outreachId?: string | undefined;
  /** Nobody of the office has spoken with the company: nothing is asked of it before the case goes on. */
  readonly isUnattended?: boolean | undefined;
}

/**
 * The organisation that a decision hands the case to. A case for the digital platform stays with the organisation that
 * logged it.
 */
export function receiverOf(
  decision: Decision,
  override: Case['override'],
  logger: OrganisationId,
): OrganisationId {
  if (override) return override.organisation;
  return decision.owner.organisation === 'digital' ? logger : decision.owner.organisation;
}

/** Where a confirmed decision leads, and how: as a card shows it. Cards of earlier releases do not say where. */
export interface ShownDoor {
  readonly form: HandoverForm;
  readonly door: string | undefined;
}

/** Whether a new case would go elsewhere, or otherwise, than its card showed. That of a company that declines stays. */
export function differsFrom(
  { form, door }: ShownDoor,
  { values, decision, override }: Pick<NewCase, 'values' | 'decision' | 'override'>,
  logger: OrganisationId,
  settingsOf: SettingsLookup,
): boolean {
  if (values.consent === 'declined') return false;
  if (door !== undefined && door !== (override ?? decision.owner).organisation) return true;
  const to = receiverOf(decision, override, logger);
  if (to === logger) return false;
  const way = { from: logger, to, municipality: values.municipality, priority: decision.priority };
  return form !== handoverFormOf(way, values.handover, settingsOf);
}

/** Whether a basis must be chosen before a case of these values is opened. `elsewhere`: another organisation gets it. */
export function asksBasis(values: IntakeValues, elsewhere: boolean): boolean {
  return values.consent === undefined && (elsewhere || namesPerson(values));
}

/**
 * Opens a case (handover.md, "Ownership"). The organisation that logs it owns it at once. Where another is to have it,
 * the case is offered to that one, and the logger owns it until acceptance. Where the company declined sharing, the
 * logger keeps the case. In a joint course it keeps the case too, and the other takes part. Refuses with `basis-needed`
 * where the case names a person or is shared, and no basis is chosen, and with `growth-wheel-needed` where Væksthjulet, or
 * why it was not used, is asked for.
 */
export function openCase(
  fresh: NewCase,
  by: Actor,
  context: { readonly now: string; readonly calendar: WorkingCalendar; readonly settingsOf: SettingsLookup },
): Result<Change, 'basis-needed' | 'growth-wheel-needed' | 'municipality-needed'> {
  const { decision } = fresh;
  const { tools = [], noTool, handover: _, ...values } = fresh.values;
  if (values.municipality === undefined) return refuse('municipality-needed');
  // The contact may have been recorded before the clock was set back.
  const now = fresh.contactedAt > context.now ? fresh.contactedAt : context.now;
  const actor = refOf(by);
  const keeps = values.consent === 'declined';
  const receiver = keeps ? by.organisation : receiverOf(decision, fresh.override, by.organisation);
  const elsewhere = receiver !== by.organisation;
  if (asksBasis(values, elsewhere)) return refuse('basis-needed');
  const form = formOf(fresh, by.organisation, receiver, context.settingsOf);
  if (form === 'asks-tool') return refuse('growth-wheel-needed');
  const isJoint = elsewhere && form === 'joint';
  const { promiseReading, operator } = context.settingsOf(values.municipality);
  const base: Case = {
    id: fresh.id,
    revision: 1,
    status: 'open',
    owner: by.organisation,
    // Phone-line staff log and hand over; a colleague takes the case.
    assignee: serves(by) ? actor : null,
    createdAt: now,
    changedAt: now,
    createdBy: actor,
    draftId: fresh.draftId,
    priority: decision.priority,
    values,
    decision,
    override: fresh.override,
    basis: values.consent === undefined ? null : basisFrom(values.consent, values.basisScope, actor, now),
    handovers: [],
    joint: isJoint ? [receiver] : [],
    ...(operator !== null && { localOffice: { municipality: values.municipality, office: operator } }),
    greyZone: decision.greyZone,
    promise: startPromise(fresh.contactedAt, decision.answerByHours, promiseReading, context.calendar),
    outcome: null,
    followUp: null,
    closedAt: null,
    linkedTo: fresh.linkedTo,
    companyKey: fresh.companyKey,
    enquiries: [firstEnquiry(fresh, actor)],
    ...(fresh.outreachId !== undefined && { outreachId: fresh.outreachId }),
    contacts: [],
    ...(tools.length > 0 && { selfHelp: toolsUsed(tools, danishDate(now), actor, []) }),
    ...(noTool !== undefined && {
      remarks: [{ event: 'tool-left-out', at: now, by: actor, text: noTool }],
    }),
    steps: [],
    erasedAt: null,
  };
  const isOffered = elsewhere && !isJoint;
  const placed = isOffered ? openOffer(base, receiver, actor, now, fresh.override?.reason ?? null) : base;
  const { case: opened, effects: taskCards } = withTasks(placed, context.calendar);
  const effects: Effect[] = [
    { kind: 'crm.save' },
    { kind: 'card.post', organisation: receiver, card: isOffered ? 'handover' : 'case' },
  ];
  if (isJoint) effects.push({ kind: 'card.post', organisation: by.organisation, card: 'case' });
  effects.push(...taskCards, ...crisisCall(opened));
  if (opened.greyZone) effects.push(...greyZoneCards(opened));
  return ok({
    case: opened,
    history: [historyOf(null, opened, openingOf(fresh, opened, isOffered ? receiver : null), actor, now)],
    effects,
  });
}

/** How another organisation comes into a new case; `asks-tool` where Væksthjulet, or why it was not used, comes first. */
function formOf(
  { decision: { priority }, values, isUnattended = false }: NewCase,
  from: OrganisationId,
  to: OrganisationId,
  settingsOf: SettingsLookup,
): HandoverForm | 'asks-tool' {
  if (isUnattended) return 'takeover';
  const { municipality, tools = [], noTool, handover } = values;
  const way = { from, to, municipality, priority };
  if (noTool === undefined && asksGrowthWheel(way, tools, settingsOf)) return 'asks-tool';
  return handoverFormOf(way, handover, settingsOf);
}

/** The event of opening. `receiver`: to whom the case is offered; null where it stays. */
function openingOf(
  { decision, override, values: { consent, noTool } }: NewCase,
  { owner, joint, tasks }: Case,
  receiver: OrganisationId | null,
): CaseEvent {
  const [guest] = joint;
  const opening = {
    rule: decision.owner.rule,
    receiver: receiver ?? owner,
    overridden: override !== null,
    basis: consent ?? ('none' as const),
    ...(guest !== undefined && { joint: guest }),
    ...(noTool !== undefined && { noTool: true as const }),
    ...(tasks && { tasks: tasks.map(({ organisation }) => organisation) }),
  };
  return receiver === null ? { type: 'opened', ...opening } : { type: 'opened-and-offered', ...opening };
}

function firstEnquiry({ values, contactedAt: at }: NewCase, receivedBy: ActorRef): Enquiry {
  return { ...sourceOf(values), at, receivedBy, needs: values.areas ?? [], promise: 0 };
}

/**
 * The two organisations that settle a grey zone: those of the last offer, else the owner and the company's organisation
 * of the other level.
 */
export function greyZoneParties(kase: Case): readonly [OrganisationId, OrganisationId] {
  const last = kase.handovers.findLast(({ counted }) => counted) ?? kase.handovers.at(-1);
  if (last) return [last.from, last.to];
  const local = localOfficeOf(kase) ?? kase.owner;
  const other = kase.decision.owner.organisation;
  if (other !== 'digital' && other !== kase.owner) return [kase.owner, other];
  return [kase.owner, local];
}

/** Calls each person of the office where an urgent case waits to be taken. */
export function crisisCall(kase: Case): readonly Effect[] {
  const waitsAt = openHandover(kase)?.to ?? (kase.assignee === null ? kase.owner : undefined);
  if (kase.priority !== 'urgent' || waitsAt === undefined) return [];
  return [{ kind: 'tell.organisation', organisation: waitsAt, to: 'everybody', notice: 'crisis' }];
}

/**
 * A card for the coordinators of both organisations (handover.md, "No ping-pong"), or for the owner's alone while
 * nothing may be shared.
 */
export function greyZoneCards(kase: Case): readonly Effect[] {
  const parties = mayShare(kase) ? greyZoneParties(kase) : [kase.owner];
  return [...new Set(parties)].map((organisation) => ({
    kind: 'card.post' as const,
    organisation,
    card: 'grey-zone' as const,
  }));
}
