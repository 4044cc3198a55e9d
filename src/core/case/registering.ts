import type { LesId } from '../organisation.ts';
import type { ActorRef } from '../person.ts';
import { isGrowthCourse, programmeNamed, serviceFormOf } from '../services.ts';
import { GROWTH_WHEEL, type Tool } from '../tools.ts';
import type { ApplicationHelper, Meeting, ServiceForm } from '../vocabulary.ts';
import type { Case } from './case.ts';
import type { AddedByClosing, GivenService, Registered, UsedTool } from './registered.ts';

/** The details that several services given at one time have in common. */
export interface ServiceDetails {
  readonly on: string;
  readonly form?: ServiceForm | undefined;
  readonly meeting?: Meeting | undefined;
  /** The hours of all of them together. */
  readonly hours?: number | undefined;
  readonly tools: readonly Tool[];
  readonly programme?: string | undefined;
  readonly applicationHelp?: ApplicationHelper | undefined;
}

/** Hours split into quarters over `count` services, the first getting what does not divide: their sum stays. */
function splitHours(hours: number | undefined, count: number): readonly (number | null)[] {
  if (hours === undefined) return Array.from({ length: count }, () => null);
  const quarters = Math.round(hours * 4);
  const each = Math.floor(quarters / count);
  return Array.from({ length: count }, (_, at) => (each + (at < quarters % count ? 1 : 0)) / 4);
}

/** Services by name as one person gave them. `givenFor`: the local office in whose place a service was given, if any. */
export function servicesGiven(
  names: readonly string[],
  { on, form, meeting, hours, tools, programme, applicationHelp }: ServiceDetails,
  by: ActorRef,
  givenFor: (service: string) => LesId | undefined = () => undefined,
): readonly GivenService[] {
  const parts = splitHours(hours, names.length);
  const asLes = (service: string) => {
    const office = givenFor(service);
    return office && { asLes: office };
  };
  return names.map((service, at) => ({
    service,
    by,
    on,
    form: form ?? serviceFormOf(service),
    meeting: meeting ?? null,
    hours: parts[at] ?? null,
    tools,
    programme: programme ?? programmeNamed(service) ?? null,
    applicationHelp: applicationHelp ?? null,
    ...asLes(service),
  }));
}

/** Whether a service was part of a growth course. */
export function inGrowthCourse({ programme }: GivenService): boolean {
  return isGrowthCourse(programme);
}

/** The case with entries added to its registrations. Lists that get none stay as they are. */
export function withRegistered(
  kase: Case,
  {
    services = [],
    referrals = [],
    selfHelp = [],
  }: { readonly [List in keyof Registered]?: NonNullable<Registered[List]> },
): Case {
  return {
    ...kase,
    ...(services.length > 0 && { services: [...(kase.services ?? []), ...services] }),
    ...(referrals.length > 0 && { referrals: [...(kase.referrals ?? []), ...referrals] }),
    ...(selfHelp.length > 0 && { selfHelp: [...(kase.selfHelp ?? []), ...selfHelp] }),
  };
}

/** Tools that the company used, as one person registers them; the focus areas are those of Væksthjulet. */
export function toolsUsed(
  tools: readonly (Tool | null)[],
  on: string,
  by: ActorRef,
  focus: readonly string[],
): readonly UsedTool[] {
  return tools.map((tool) => ({ tool, on, by, focus: tool === GROWTH_WHEEL ? focus : [] }));
}

/** The entries of each list that are on a case and were not on it before. */
export function addedSince(before: Registered, after: Registered): AddedByClosing {
  const range = (list: keyof Registered) => [before[list]?.length ?? 0, after[list]?.length ?? 0] as const;
  return { services: range('services'), referrals: range('referrals'), selfHelp: range('selfHelp') };
}

/** The case without the entries that a closing added. */
export function withoutAdded(kase: Case, added: AddedByClosing): Case {
  const without = <Entry>(list: readonly Entry[], [from, to]: readonly [number, number]) =>
    list.filter((_, at) => at < from || at >= to);
  const { services, referrals, selfHelp } = kase;
  return {
    ...kase,
    ...(services && { services: without(services, added.services) }),
    ...(referrals && { referrals: without(referrals, added.referrals) }),
    ...(selfHelp && { selfHelp: without(selfHelp, added.selfHelp) }),
  };
}

/** The outcome of a case that was closed by an earlier version, whose lists are not registered one by one. */
export function unlisted({ outcome }: Case): Case['outcome'] {
  return outcome?.added === undefined ? outcome : null;
}
