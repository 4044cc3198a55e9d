import { DEPTHS, MATURITIES, STAGES } from '../vocabulary.ts';
import type { MissingFact } from './decision.ts';
import type { Need, TriageFacts } from './facts.ts';
import { DEPTH_AREAS, type MunicipalSettings } from './settings.ts';
import { readSituation, type Situation } from './situation.ts';

/**
 * Every need that one company could name, most telling first. One at a time is enough: what several needs together
 * lead to, one of them leads to alone.
 */
const POSSIBLE_NEEDS: readonly (readonly Need[])[] = [
  [{ area: 'crisis', depth: 'specialised' }],
  [{ area: 'authority-permits' }],
  [{ area: 'other' }],
  ...DEPTH_AREAS.flatMap((area) => DEPTHS.map((depth) => [{ area, depth }])),
];

const STATED_STAGES = STAGES.filter((stage) => stage !== 'unknown');
const NOTHING: readonly MissingFact[] = [];

/**
 * The facts still unknown of which some value, the others as now read, would change owner, priority or grey zone
 * (policy, "Readings"). `changes` tells whether a situation comes out otherwise.
 */
export function missingFacts(
  facts: TriageFacts,
  settings: MunicipalSettings,
  today: string,
  now: Situation,
  changes: (situation: Situation) => boolean,
): readonly MissingFact[] {
  const matters = (changed: Partial<TriageFacts>) =>
    changes(readSituation({ ...facts, ...changed }, settings, today));
  let missing: MissingFact[] | undefined;
  const miss = (fact: MissingFact) => {
    missing ??= [];
    missing.push(fact);
  };
  if (now.stageByDefault && STATED_STAGES.some((stage) => matters({ stage }))) miss('stage');
  if (now.maturityByDefault && MATURITIES.some((maturity) => matters({ maturity }))) miss('maturity');
  // Only an early entrepreneur is asked whether the need has been clarified (O7): for others it changes nothing.
  if (
    facts.clarified === undefined &&
    now.stage === 'entrepreneur' &&
    now.maturity === 'early' &&
    matters({ clarified: true })
  ) {
    miss('clarified');
  }
  const named = now.specialised.length + now.basic.length + now.placeBound.length > 0 || now.other;
  if (!named && POSSIBLE_NEEDS.some((needs) => matters({ needs }))) miss('needs');
  return missing ?? NOTHING;
}
