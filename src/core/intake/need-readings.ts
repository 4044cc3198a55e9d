import type { Decision } from '../triage/decision.ts';
import { defaultDepth } from '../triage/situation.ts';
import type { Area, Depth } from '../vocabulary.ts';
import type { IntakeValues } from './draft.ts';

/** The depth with which triage read a need. */
export interface NeedReading {
  readonly area: Area;
  readonly depth: Depth;
  /** A person or the text stated the depth. Otherwise the area's default applied. */
  readonly stated: boolean;
}

/** How triage read each need that can be basic or specialised, so that a card can tell which reading decided the owner. */
export function needReadings(
  { areas = [], depths, depth }: IntakeValues,
  { stage, maturity }: Pick<Decision, 'stage' | 'maturity'>,
): readonly NeedReading[] {
  return areas.flatMap((area) => {
    const usual = defaultDepth(area, stage, maturity);
    if (usual === null) return [];
    const stated = depths?.[area] ?? depth;
    return [{ area, depth: stated ?? usual, stated: stated !== undefined }];
  });
}
