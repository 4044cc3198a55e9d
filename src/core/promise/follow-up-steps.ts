import type { Case } from '../case/case.ts';
import { openFollowUp } from '../case/derived.ts';
import type { Effect } from '../case/effects.ts';
import type { FollowUp } from '../case/follow-up.ts';
import type { Told } from '../case/notices.ts';
import { danishInstant } from '../danish-date.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** The steps of a follow-up (registration.md, "Who is told, and when"), in order. */
const FOLLOW_UP_STEPS = ['follow-up-due', 'follow-up-again', 'follow-up-late'] as const;
export type FollowUpStepName = (typeof FOLLOW_UP_STEPS)[number];

/** Hours of the working calendar between two reminders: 24 for each of three working days. */
const HOURS_BETWEEN = 72;

/** A step of a follow-up that is still to come, or due. Its key holds the date, so another date is announced again. */
interface FollowUpStep {
  readonly name: FollowUpStepName;
  readonly key: string;
  readonly at: string;
}

/**
 * The steps of a closed case's open follow-up that have not been taken: on its date when the office opens, three working days
 * later, and three more.
 */
export function followUpSteps(kase: Case, calendar: WorkingCalendar): readonly FollowUpStep[] {
  const open = openFollowUp(kase);
  if (!open) return [];
  const { organisation, dueOn } = open;
  const first = calendar.nextOfficeHour(danishInstant(dueOn, '00:00'), organisation);
  return FOLLOW_UP_STEPS.map((name, place) => ({
    name,
    key: `${name}:${dueOn}`,
    at: place === 0 ? first : calendar.addHours(first, place * HOURS_BETWEEN),
  })).filter(({ key }) => !kase.steps.includes(key));
}

/**
 * Who is reminded by a step: the office and its person, the same again, then its coordinators. Never outside the office's
 * hours.
 */
export function remindOfFollowUp(
  { organisation, person, dueOn }: FollowUp,
  name: FollowUpStepName,
  key: string,
  calendar: WorkingCalendar,
  now: string,
): readonly Effect[] {
  const shared = { notBefore: calendar.nextOfficeHour(now, organisation), step: key };
  const told: Told = { notice: name === 'follow-up-due' ? name : 'follow-up-late', dueOn };
  const tell = (to: 'channel' | 'coordinators'): Effect => ({
    kind: 'tell.organisation',
    organisation,
    to,
    ...told,
    ...shared,
  });
  if (name === 'follow-up-late') return [tell('coordinators')];
  const own: readonly Effect[] = person
    ? [{ kind: 'tell.person', person: person.person, ...told, ...shared }]
    : [];
  return [tell('channel'), ...own];
}
