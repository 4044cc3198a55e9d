import type { IntakeValues } from '../intake/draft.ts';
import type { Actor, ActorRef } from '../person.ts';
import type { WorkingCalendar } from '../promise/working-calendar.ts';
import type { SettingsLookup } from '../triage/settings.ts';
import type { Case } from './case.ts';
import type { Effect } from './effects.ts';
import type { EnquirySource } from './enquiry.ts';
import { type CaseEvent, type HistoryEntry, kept } from './events.ts';

/** The result of a command on a case: saved in one transaction with its history and effects. */
export interface Change {
  readonly case: Case;
  /** The event as one line of history. */
  readonly history: readonly [HistoryEntry];
  readonly effects: readonly Effect[];
}

/** The context of a decision. */
export interface CaseContext {
  readonly now: string;
  readonly calendar: WorkingCalendar;
  readonly settingsOf: SettingsLookup;
  /**
   * The intake behind a command on the company's running case (O2): anyone who registers an enquiry may add it, whoever
   * owns the case. `contactedAt` is when the company made contact.
   */
  readonly enquiry?: EnquirySource & { readonly contactedAt: string };
  /** The other case of a merging (`verbs/merge.ts`). */
  readonly other?: Case | undefined;
  /** The register's values of the company whose CVR number was typed; undefined where the register does not tell. */
  readonly registered?: IntakeValues | undefined;
  /** The colleague whose name or id was typed, among the owner's members; undefined where nobody matches. */
  readonly memberOf: (organisation: Case['owner'], typed: string) => Actor | undefined;
}

/**
 * The instant of a change: `now`, or the last change's instant where the clock has gone back. Events stay in order: no
 * answer precedes the company's call, and no line of history the one before it.
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

/** The reference to an actor that a case stores. */
export function refOf(actor: Actor): ActorRef {
  return { person: actor.person, name: actor.name, organisation: actor.organisation };
}

/**
 * A change's line of history. `sequence` is the case's revision, which each change raises by one, so the lines of a
 * case are numbered without gaps and two writers cannot write the same one.
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
