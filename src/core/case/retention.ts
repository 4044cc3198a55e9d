import type { Case } from './case.ts';

/** Months after its end when a case is anonymised (handover.md, "Data protection"). */
export const RETENTION_MONTHS = 60;

/**
 * The retention of a pre-starter without CVR number, who is a private person (handover.md, "What a shared channel
 * shows").
 */
export const PRE_STARTER_RETENTION_MONTHS = 12;

/** Days without a change after which a draft expires (handover.md, "Case status"). */
export const DRAFT_DAYS = 7;

/** The instant that lies this many calendar months earlier, clamped to the last day of the month. */
export function monthsBefore(instant: string, months: number): string {
  const at = new Date(instant);
  const day = at.getUTCDate();
  at.setUTCDate(1);
  at.setUTCMonth(at.getUTCMonth() - months);
  const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate();
  at.setUTCDate(Math.min(day, last));
  return at.toISOString();
}

/** Whether the retention period of the case has ended. */
export function isPastRetention(kase: Case, now: string): boolean {
  if (kase.closedAt === null || kase.erasedAt !== null) return false;
  const isPerson = kase.values.stage === 'pre-starter' && kase.values.cvr === undefined;
  return kase.closedAt < monthsBefore(now, isPerson ? PRE_STARTER_RETENTION_MONTHS : RETENTION_MONTHS);
}
