import type { Area } from '../../src/core/vocabulary.ts';
import { answerNeeds, type Confident, namedBy } from '../../src/language/answer-needs.ts';
import type { Thresholds } from '../../src/language/linear-model.ts';
import { type Claim, calibrationError, decilesOf, f1Of, intervalOf } from './language-scores.ts';

/** A line with the areas that are right, what the model said of each area, and what the bot does with it. */
export interface ReadLine {
  readonly right: readonly Area[];
  readonly ranked: readonly Confident[];
  readonly chosen: readonly Area[];
  readonly offered: readonly Area[];
}

/** A line as the bot would answer it with these confidences and thresholds. */
export function readLine(
  right: readonly Area[],
  ranked: readonly Confident[],
  thresholds: Thresholds,
): ReadLine {
  return { right, ranked, ...answerNeeds(ranked, thresholds) };
}

type Lines = readonly ReadLine[];

export const f1OfLines = (lines: Lines) =>
  f1Of(lines.map(({ right, ranked }) => ({ right, said: namedBy(ranked) })));

const shareOf = (lines: Lines, is: (line: ReadLine) => boolean) =>
  lines.length === 0 ? Number.NaN : lines.filter(is).length / lines.length;

const isFilled = ({ chosen }: ReadLine) => chosen.length > 0;
const isOffered = ({ chosen, offered }: ReadLine) => chosen.length === 0 && offered.length > 0;
const isBeside = ({ chosen, offered }: ReadLine) => chosen.length > 0 && offered.length > 0;
const isWhollyRight = ({ right, chosen }: ReadLine) => chosen.every((area) => right.includes(area));
const hasRightOffer = ({ right, offered }: ReadLine) => offered.some((area) => right.includes(area));
const isReached = ({ right, chosen, offered }: ReadLine) =>
  [...chosen, ...offered].some((area) => right.includes(area));
const rankedWithin =
  (most: number) =>
  ({ right, ranked }: ReadLine) =>
    ranked.slice(0, most).some(({ area }) => right.includes(area));
const ofCrisis = (lines: Lines) => lines.filter(({ right }) => right.includes('crisis'));

/** The figures of a set, in the order in which they are printed. */
export const FIGURES: readonly (readonly [title: string, of: (lines: Lines) => number])[] = [
  ['macro F1', (lines) => f1OfLines(lines).macro],
  ['micro F1', (lines) => f1OfLines(lines).micro],
  ['first answer is right', (lines) => shareOf(lines, rankedWithin(1))],
  ['one of the first two is right', (lines) => shareOf(lines, rankedWithin(2))],
  ['filled in', (lines) => shareOf(lines, isFilled)],
  ['  wholly right where filled in', (lines) => shareOf(lines.filter(isFilled), isWhollyRight)],
  ['offered', (lines) => shareOf(lines, isOffered)],
  ['  right one among the offers', (lines) => shareOf(lines.filter(isOffered), hasRightOffer)],
  ['asked', (lines) => shareOf(lines, (line) => !isFilled(line) && !isOffered(line))],
  ['a right one filled in or offered', (lines) => shareOf(lines, isReached)],
  ['offers beside a clear need', (lines) => shareOf(lines, isBeside)],
  ['  right of those', (lines) => shareOf(lines.filter(isBeside), hasRightOffer)],
  [
    'crises filled in or offered',
    (lines) => shareOf(ofCrisis(lines), ({ chosen, offered }) => [...chosen, ...offered].includes('crisis')),
  ],
];

/** What was claimed with a confidence of at least 0.1. */
export function claimsOf(lines: Lines): readonly Claim[] {
  return lines.flatMap(({ right, ranked }) =>
    ranked
      .filter(({ confidence }) => confidence >= 0.1)
      .map(({ area, confidence }) => ({ confidence, right: right.includes(area) })),
  );
}

const share = (value: number) => (Number.isNaN(value) ? '  -  ' : value.toFixed(3));

/** Prints a set: each figure with its 95 % interval, and the calibration. */
export function reportSet(title: string, lines: Lines, say: (line: string) => void): void {
  say(`${title}: ${lines.length} lines`);
  for (const [name, of] of FIGURES) {
    const [low, high] = intervalOf(lines, of);
    say(`  ${name.padEnd(34)} ${share(of(lines))}  (${share(low)} to ${share(high)})`);
  }
  const claims = claimsOf(lines);
  say(
    `  ${'expected calibration error'.padEnd(34)} ${share(calibrationError(claims))}  (${claims.length} claims)`,
  );
  for (const { from, count, said, right } of decilesOf(claims))
    say(
      `    ${from.toFixed(1)}-${(from + 0.1).toFixed(1)}  said ${share(said)}  right ${share(right)}  (${count})`,
    );
  say('');
}

/** Prints the figures of several sets beside each other, one set a line. */
export function reportTable(rows: readonly (readonly [string, Lines])[], say: (line: string) => void): void {
  say(`  ${''.padEnd(28)} macro F1  first  filled  right  offered  right  asked`);
  for (const [title, lines] of rows) {
    const figure = (name: string) =>
      share((FIGURES.find(([known]) => known === name)?.[1] ?? (() => 0))(lines));
    say(
      `  ${title.padEnd(28)} ${figure('macro F1')}     ${figure('first answer is right')}  ${figure('filled in')}   ${figure('  wholly right where filled in')}  ${figure('offered')}    ${figure('  right one among the offers')}  ${figure('asked')}`,
    );
  }
  say('');
}
