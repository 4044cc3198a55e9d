import { AREAS, type Area } from '../core/vocabulary.ts';
import { type Calibration, confidenceOf, type Thresholds } from './linear-model.ts';
import { evidenceOf, type Scored } from './score-text.ts';

/** An area and how sure the model is of it. */
export interface Confident {
  readonly area: Area;
  readonly confidence: number;
}

/** Which needs are filled in and which are offered; where there are none of either, the bot asks. */
export interface NeedAnswer {
  readonly chosen: readonly Area[];
  readonly offered: readonly Area[];
}

const MOST_OFFERED = 3;
/** Below this confidence an area is no offer: a button that is hardly ever right only takes the place of the others. */
const LEAST_OFFERED = 0.04;
const MOST_OF_LETTER = 6;
/** The confidence for offers in a letter, which often tells of several needs. */
const OFFER_IN_LETTER = 0.1;
/**
 * From this confidence on, a crisis is offered whatever else is clear. A missed crisis is graver than a needless button.
 */
const ASK_OF_CRISIS = 0.1;

/** Every area with its confidence, the likeliest first. */
export function confidencesOf(calibration: Calibration, scored: Scored): readonly Confident[] {
  return AREAS.map((area, at) => {
    const probability = scored.probabilities[at] ?? 0;
    const confidence = confidenceOf(calibration[evidenceOf(scored, area)], probability);
    return { area, confidence, probability };
  })
    .sort((a, b) => b.confidence - a.confidence || b.probability - a.probability)
    .map(({ area, confidence }) => ({ area, confidence }));
}

/** What to fill in and to offer. `ranked` begins with the likeliest area; `isLetter` tells a text of many sentences. */
export function answerNeeds(
  ranked: readonly Confident[],
  { fill, offer, beside }: Thresholds,
  isLetter = false,
): NeedAnswer {
  const sure = ranked.filter(({ confidence }) => confidence >= fill).map(({ area }) => area);
  // Where clear needs stand beside unclear words, the clear needs count.
  const chosen = sure.length > 1 ? sure.filter((area) => area !== 'unclear') : sure;
  const open = ranked.filter(({ area }) => !chosen.includes(area) && area !== 'unclear');
  const offered = openToOffer(open, chosen.length > 0, { offer, beside }, isLetter);
  const crisis = open.find(({ area, confidence }) => area === 'crisis' && confidence >= ASK_OF_CRISIS);
  if (!crisis || offered.includes('crisis')) return { chosen, offered };
  const most = isLetter ? MOST_OF_LETTER : MOST_OFFERED;
  return { chosen, offered: [...offered.slice(0, most - 1), 'crisis'] };
}

/** From this confidence on, an area is held to be there. F1 is highest near half of its own value. */
const NAMED = 0.45;

/** The areas that the model holds to be there, or the likeliest one where it is certain of none. */
export function namedBy(ranked: readonly Confident[]): readonly Area[] {
  const sure = ranked.filter(({ confidence }) => confidence >= NAMED);
  return (sure.length > 0 ? sure : ranked.slice(0, 1)).map(({ area }) => area);
}

function openToOffer(
  open: readonly Confident[],
  isClear: boolean,
  { offer, beside }: Pick<Thresholds, 'offer' | 'beside'>,
  isLetter: boolean,
): readonly Area[] {
  const areas = (those: readonly Confident[]) => those.map(({ area }) => area);
  if (isClear && !isLetter) return areas(open.slice(0, 1).filter(({ confidence }) => confidence >= beside));
  const most = open
    .slice(0, isLetter ? MOST_OF_LETTER : MOST_OFFERED)
    .filter(({ confidence }) => confidence >= LEAST_OFFERED);
  if (isLetter) return areas(most.filter(({ confidence }) => confidence >= OFFER_IN_LETTER));
  return most.reduce((sum, { confidence }) => sum + confidence, 0) >= offer ? areas(most) : [];
}
