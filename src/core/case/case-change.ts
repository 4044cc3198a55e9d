import type { Actor, ActorRef } from '../person.ts';
import type { WorkingCalendar } from '../promise/working-calendar.ts';
import type { SettingsLookup } from '../triage/settings.ts';
import type { Case } from './case.ts';
import type { Effect } from './effects.ts';
import { type CaseEvent, type HistoryEntry, kept } from './events.ts';

/** What a command does to a case: saved, remembered and told in one transaction. */
export interface Change {
  readonly case: Case;
  /** One line: what happened. */
  readonly history: readonly [HistoryEntry];
  readonly effects: readonly Effect[];
}

/** What deciding needs to know of the world. */
export interface CaseContext {
  readonly now: string;
  readonly calendar: WorkingCalendar;
  readonly settingsOf: SettingsLookup;
  /** An enquiry of the case's own company led to it (O2): whoever registers that may add it, whosever the case is. */
  readonly enquiry?: boolean;
  /** The colleague whose name or id was typed, among the owner's members; undefined where there is none. */
  readonly memberOf: (organisation: Case['owner'], typed: string) => ActorRef | undefined;
}

/**
 * The instant of a change: now, or, where the clock has gone back, that of the last change. Nothing is recorded before
 * what it follows: no answer before the company's call, no line of history before the one above it.
 */
export function instantOn(kase: Case, now: string): string {
  const last = kase.handovers.at(-1);
  const known = [
    kase.changedAt,
    kase.createdAt,
    kase.promise.contactedAt,
    kase.promise.answeredAt,
    last?.offeredAt,
    last?.settledAt,
    kase.closedAt,
  ];
  return known.reduce((latest: string, one) => (one != null && one > latest ? one : latest), now);
}

/** How a case remembers an actor. */
export function refOf(actor: Actor): ActorRef {
  return { person: actor.person, name: actor.name, organisation: actor.organisation };
}

/**
 * One line of history for a change. `sequence` is the case's revision: each change raises it by one, so that the lines
 * of a case are numbered without gaps and two writers can never write the same one.
 */
export function historyOf(
  before: Case | null,
  after: Case,
  event: CaseEvent,
  actor: ActorRef | null,
  at: string,
): HistoryEntry {
  return {
    caseId: after.id,
    sequence: after.revision,
    at,
    actor,
    ...kept(event),
    fromStatus: before?.status ?? null,
    toStatus: after.status,
    owner: after.owner,
    ruleSet: after.decision.ruleSet,
  };
}
