import type { LineEvidence, Question } from '../../src/core/talk.ts';
import type { Area } from '../../src/core/vocabulary.ts';
import { patterns } from './line.ts';

const DOORS = patterns(({ talk }) => talk.doors);
/** Needs that are none: whoever asks about them asks about something else. */
const VAGUE: readonly Area[] = ['general-information', 'unclear', 'other'];
/** From this confidence on, a question is about the need. */
const SURE = 0.3;

/** A question whose door a need is: `hvem tager sig af patenter`, `hvorfor havner eksport hos erhvervshuset`. */
export function doorQuestion(folded: string, evidence: LineEvidence | null): Question | undefined {
  if (!evidence || !DOORS.some((door) => door.test(folded))) return undefined;
  const area = evidence.areas.find((one) => one.confidence >= SURE && !VAGUE.includes(one.area))?.area;
  return area && { kind: 'door', area, municipality: evidence.entities.municipality };
}
