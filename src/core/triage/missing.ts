import { DEPTHS, MATURITIES, STAGES } from '../vocabulary.ts';
import type { MissingFact } from './decision.ts';
import type { Need, TriageFacts } from './facts.ts';
import { DEPTH_AREAS } from './settings.ts';
import { type OpenFacts, rereadSituation, type Situation } from './situation.ts';

/**
 * The needs tried for a company, most telling first. Single needs suffice: any result of several needs together is also
 * a result of one of them.
 */
const POSSIBLE_NEEDS: readonly (readonly Need[])[] = [
  [{ area: 'crisis', depth: 'specialised' }],
  [{ area: 'authority-permits' }],
  [{ area: 'other' }],
  ...DEPTH_AREAS.flatMap((area) => DEPTHS.map((depth) => [{ area, depth }])),
];

const STATED_STAGES = STAGES.filter((stage) => stage !== 'unknown');
const NOTHING: readonly MissingFact[] = Object.freeze([]);

/**
 * The unknown facts for which at least one possible value would change the owner, priority or grey zone (policy,
 * "Readings"). `changes` tells whether a situation has another outcome.
 */
export function missingFacts(
  facts: TriageFacts,
  now: Situation,
  changes: (situation: Situation) => boolean,
): readonly MissingFact[] {
  const { stage, maturity, clarified, needs } = facts;
  const matters = (changed: OpenFacts) => changes(rereadSituation(now, changed, facts.crisis === true));
  const missing: MissingFact[] = [];
  if (
    now.stageByDefault &&
    STATED_STAGES.some((one) => matters({ stage: one, maturity, clarified, needs }))
  ) {
    missing.push('stage');
  }
  if (
    now.maturityByDefault &&
    MATURITIES.some((one) => matters({ stage, maturity: one, clarified, needs }))
  ) {
    missing.push('maturity');
  }
  // Unknown is read as no, so only a yes can change anything.
  if (clarified === undefined && matters({ stage, maturity, clarified: true, needs })) {
    missing.push('clarified');
  }
  if (!namesANeed(now) && POSSIBLE_NEEDS.some((one) => matters({ stage, maturity, clarified, needs: one }))) {
    missing.push('needs');
  }
  return missing.length === 0 ? NOTHING : missing;
}

/** Whether a concrete need is named; otherwise needs are unknown. */
function namesANeed(s: Situation): boolean {
  return s.specialised.length + s.basic.length + s.placeBound.length > 0 || s.other;
}
