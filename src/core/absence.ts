/** Verbs of an absence. `absence.show` changes nothing; `absence.set-for` names the colleague whose absence it is. */
export const ABSENCE_VERBS = ['absence.show', 'absence.set', 'absence.set-for', 'absence.end'] as const;
export type AbsenceVerb = (typeof ABSENCE_VERBS)[number];

/** Their inputs. `person`: the colleague whose absence it is, by id or name; left out, one's own. */
export const ABSENCE_INPUTS = ['person', 'until', 'deputy'] as const;

/** A colleague's announced absence. */
export interface Absence {
  /** Its last day, an ISO date. */
  readonly until: string;
  /** The id of the colleague who gets what comes meanwhile; null: the office does. */
  readonly deputy: string | null;
}

/** Whether the absence still holds on a day (ISO date). It ends by itself. */
export function isAway(absence: Absence | undefined, today: string): absence is Absence {
  return absence !== undefined && today <= absence.until;
}
