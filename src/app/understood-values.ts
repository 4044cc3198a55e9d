import type { Draft } from '../core/intake/draft.ts';
import type { ReadInputs } from '../core/intake/read-inputs.ts';
import type { Understanding } from './ports/language-model.ts';

/** The needs that a text may mean, for the draft to offer. */
export function offeredBy({ offered }: Understanding): Draft['offered'] {
  return offered.length > 0 ? offered : undefined;
}

/** The month so many months before a day, as `YYYY-MM`. */
function monthBefore(day: string, months: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const count = year * 12 + month - 1 - months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** The values understood in a text. The text itself becomes the description. */
export function understoodValues(understood: Understanding, today: string): ReadInputs {
  const { entities, chosen, areas, crisis, text } = understood;
  const depths = Object.fromEntries(
    areas.flatMap(({ area, depth }) => (depth !== undefined && chosen.includes(area) ? [[area, depth]] : [])),
  );
  const { ageMonths, consent, ...plain } = entities;
  return {
    values: {
      ...(ageMonths !== undefined && { founded: monthBefore(today, ageMonths) }),
      ...plain,
      ...(chosen.length > 0 && { areas: chosen }),
      ...(Object.keys(depths).length > 0 && { depths }),
      ...(crisis && { crisis: true }),
      ...(consent !== undefined && { consent: consent ? 'consent' : 'declined' }),
      description: text,
    },
    cleared: [],
    problems: [],
  };
}
