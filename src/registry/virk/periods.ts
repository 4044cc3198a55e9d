import { z } from 'zod';

/** Virk keeps every value with its period: some have ended, others begin in the future. */

const period = z.object({ gyldigFra: z.string().nullish(), gyldigTil: z.string().nullish() });
export const dated = z.object({ periode: period.nullish() });
export type Dated = z.infer<typeof dated>;

/** A date as Virk writes it (`2026-11-20`, or an instant of that day) in ISO form; null where it is no date. */
export function isoDate(text: string | null | undefined): string | null {
  return text && /^\d{4}-\d{2}-\d{2}/.test(text) ? text.slice(0, 10) : null;
}

function begin(value: Dated): string {
  return isoDate(value.periode?.gyldigFra) ?? '';
}

/** Whether a value's period has begun on a day (ISO date). */
export function hasBegun(value: Dated, today: string): boolean {
  return begin(value) <= today;
}

function hasEnded(value: Dated, today: string): boolean {
  const end = isoDate(value.periode?.gyldigTil);
  return end !== null && end < today;
}

/** Whether a value holds on a day. Both ends of its period are included. */
export function holds(value: Dated, today: string): boolean {
  return hasBegun(value, today) && !hasEnded(value, today);
}

/**
 * The value of a day: of those that hold, the one that began last. Where none holds, the latest earlier one (a closed
 * company), else the first later one (a company that has not begun).
 */
export function valueOn<T extends Dated>(
  values: readonly T[] | null | undefined,
  today: string,
): T | undefined {
  const sorted = [...(values ?? [])].sort((a, b) => begin(a).localeCompare(begin(b)));
  return (
    sorted.findLast((value) => holds(value, today)) ??
    sorted.findLast((value) => hasEnded(value, today)) ??
    sorted[0]
  );
}
