import { isPNumber } from '../../core/cvr-number.ts';
import { passesModulus11 } from './birth-date.ts';
import { digitsOf, type Group, shapeOf } from './groups.ts';
import { labelsBefore } from './labels.ts';
import { isMeasured, isPostalCode, isYear } from './words-behind.ts';

/** Eight digits that stand for themselves, a CVR or telephone number, followed by something else. */
const EIGHT_FIRST = /^(?:8|2,2,2,2|4,4|2,3,3),/;
const THOUSANDS = /^[123](?:,3)+$/;
const CURRENCY_BEFORE = /(?:kr\.?|dkk|eur|[€$£])\s?$/i;

/**
 * Whether the surrounding words show that digits in the form of a CPR number are something else: a label for something
 * of that shape, or the words after the space before the last four.
 */
export function saysOtherwise(taken: readonly Group[], text: string): boolean {
  const [first] = taken;
  const last = taken.at(-1);
  if (!first || !last) return false;
  const labels = labelsBefore(text, first.start);
  if (labels.saysCpr) return false;
  const digits = digitsOf(taken);
  const shape = shapeOf(taken);
  const gap = taken.at(-2)?.gap;
  // Only CPR numbers are written with a dash before their last four digits, so another label is a slip.
  const isHyphenated = gap?.kind === 'dash' && last.digits.length === 4;
  if (labels.saysPNumber && isPNumber(digits) && !isHyphenated) return true;
  if (labels.isAbroad && !isHyphenated) return true;
  if (labels.saysPaper && taken.length === 1 && !passesModulus11(digits)) return true;
  const hasEightFirst = digits.length === 12 && EIGHT_FIRST.test(shape);
  if ((labels.saysCvr || labels.saysPhone) && hasEightFirst && !(isHyphenated && gap?.isTight)) return true;
  return behindSaysOtherwise(taken, shape, text);
}

function behindSaysOtherwise(taken: readonly Group[], shape: string, text: string): boolean {
  const last = taken.at(-1);
  const gap = taken.at(-2)?.gap;
  if (!last || !gap) return false;
  if (THOUSANDS.test(shape)) {
    const before = text.slice(Math.max(0, (taken[0]?.start ?? 0) - 6), taken[0]?.start);
    return isMeasured(text, last.end) || CURRENCY_BEFORE.test(before);
  }
  if (!gap.hasSpaceLast || shape === '6,4') return false;
  if (last.digits.length === 4) {
    const isYearBehind = gap.kind === 'space' && shape !== '8,4' && isYear(last.digits);
    return isYearBehind || isPostalCode(last.digits, text, last.end) || isMeasured(text, last.end);
  }
  return EIGHT_FIRST.test(shape) && isMeasured(text, last.end);
}
