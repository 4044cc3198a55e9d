import { decide } from '../../../src/core/triage/decide.ts';
import type { Decision } from '../../../src/core/triage/decision.ts';
import type { TriageFacts } from '../../../src/core/triage/facts.ts';
import { DEFAULT_SETTINGS, type MunicipalSettings } from '../../../src/core/triage/settings.ts';
import type { Area, Depth } from '../../../src/core/vocabulary.ts';

/** The day on which everything in these tables happens. */
export const TODAY = '2026-11-20';

/** A company in Viborg that calls the shared number; a table names only what differs. */
function facts(more: Partial<TriageFacts> = {}): TriageFacts {
  return { entry: 'phone', municipality: '791', today: TODAY, ...more };
}

/** Needs by area; `area/basic` and `area/specialised` give a depth. */
export function needs(...areas: readonly (Area | `${Area}/${Depth}`)[]): Pick<TriageFacts, 'needs'> {
  return {
    needs: areas.map((one) => {
      const [area, depth] = one.split('/') as [Area, Depth | undefined];
      return depth === undefined ? { area } : { area, depth };
    }),
  };
}

export function decideWith(more: Partial<TriageFacts>, settings: Partial<MunicipalSettings> = {}): Decision {
  return decide(facts(more), () => ({ ...DEFAULT_SETTINGS, ...settings }), TODAY);
}
