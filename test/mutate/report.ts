import { dirname } from 'node:path';
import type { Mutant } from './list-mutants.ts';

export interface Judged {
  readonly mutant: Mutant;
  readonly fate: 'killed' | 'endless' | 'survived' | 'unreached';
}

/** Whether a test noticed the mutant. */
export const isDead = ({ fate }: Judged) => fate === 'killed' || fate === 'endless';

function scoreOf(judged: readonly Judged[]): string {
  return `${((100 * judged.filter(isDead).length) / Math.max(judged.length, 1)).toFixed(1)} %`;
}

const onOneLine = (text: string) => {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 90 ? `${line.slice(0, 60)} … ${line.slice(-25)}` : line;
};

/** The score of the whole and of each folder, and where each survivor stands. `left`: mutants for which there was no time. */
export function report(judged: readonly Judged[], left: number): string {
  const folders = [...Map.groupBy(judged, ({ mutant }) => dirname(mutant.file))].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  const survivors = judged
    .filter((one) => !isDead(one))
    .toSorted(({ mutant: a }, { mutant: b }) =>
      a.file === b.file ? a.range.start.line - b.range.start.line : a.file < b.file ? -1 : 1,
    );
  return [
    `Mutation score ${scoreOf(judged)}: ${judged.filter(isDead).length} of ${judged.length} mutants were noticed`,
    `(${judged.filter(({ fate }) => fate === 'endless').length} by never ending).`,
    ...(left > 0 ? [`There was no time for ${left} more.`] : []),
    '',
    ...folders.map(
      ([folder, some]) => `${scoreOf(some).padStart(8)} of ${String(some.length).padStart(3)}  ${folder}`,
    ),
    '',
    ...survivors.map(
      ({ mutant: { file, range, kind, original, replacement }, fate }) =>
        `${file}:${range.start.line + 1}:${range.start.column + 1} ${kind}, ${fate === 'unreached' ? 'reached by no test' : 'survived'}\n` +
        `    ${onOneLine(original)}\n  → ${onOneLine(replacement)}`,
    ),
    '',
  ].join('\n');
}
