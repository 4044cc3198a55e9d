import type { Accuracy } from './classify-accuracy.ts';
import type { LeftOut, Proposal } from './classify-proposals.ts';
import { textTable } from './tables.ts';

/** A proposal with its number for `--only`. */
export interface Numbered extends Proposal {
  readonly number: number;
}

/** Accuracy before and after learning the proposals, always by a model that has not seen the text. */
export interface Change {
  readonly texts: 'corpus' | 'corrections' | 'together';
  readonly before: Accuracy;
  readonly after: Accuracy;
}

/** The findings of `classify learn`. */
export interface Findings {
  /** The number of corrections in the store. */
  readonly kept: number;
  readonly proposed: readonly Numbered[];
  readonly leftOut: readonly LeftOut[];
  /** Empty where there are no proposals. */
  readonly changes: readonly Change[];
  readonly isWritten: boolean;
}

function rounded(share: number): number {
  return Math.round(share * 1_000) / 1_000;
}

/** One JSON object per line: each proposal, each correction left out, each change of accuracy. */
export function linesOf({ proposed, leftOut, changes, isWritten }: Findings): string {
  const share = ({ microF1, macroF1 }: Accuracy) => ({
    microF1: rounded(microF1),
    macroF1: rounded(macroF1),
  });
  return [
    ...proposed.map(({ number, area, areas, text }) => ({
      kind: 'proposal',
      number,
      file: `${area}.txt`,
      areas,
      text,
      written: isWritten,
    })),
    ...leftOut.map(({ text, reason }) => ({ kind: 'left-out', text, reason })),
    ...changes.map(({ texts, before, after }) => ({
      kind: 'accuracy',
      of: texts,
      texts: after.texts,
      before: share(before),
      after: share(after),
    })),
    ...(proposed.length + leftOut.length === 0 ? [{ kind: 'nothing' }] : []),
  ]
    .map((value) => JSON.stringify(value))
    .join('\n');
}

/** The findings as a report to review. */
export function reportOf(findings: Findings): string {
  const { kept, proposed, leftOut, changes } = findings;
  const files = [...new Set(proposed.map(({ area }) => area))];
  return [
    `${kept} ${kept === 1 ? 'correction' : 'corrections'} kept, ${proposed.length} proposed, ${leftOut.length} left out`,
    ...files.map((area) => {
      const own = proposed.filter((proposal) => proposal.area === area);
      return [
        `\n${area}.txt`,
        ...own.map(({ number, line }) => `${String(number).padStart(4)}  ${line}`),
      ].join('\n');
    }),
    ...(leftOut.length === 0
      ? []
      : [
          `\nLeft out\n${leftOut.map(({ text, reason }) => `      ${text === '' ? '…' : text}: ${reason}`).join('\n')}`,
        ]),
    ...(changes.length === 0 ? [] : [`\n${accuracyTable(changes)}`]),
    ...(proposed.length === 0 ? [] : [`\n${nextStep(findings)}`]),
  ].join('\n');
}

function accuracyTable(changes: readonly Change[]): string {
  const from = (before: number, after: number) => {
    const difference = after - before;
    return `${before.toFixed(3)} → ${after.toFixed(3)} (${difference < 0 ? '' : '+'}${difference.toFixed(3)})`;
  };
  const table = textTable({
    columns: ['accuracy', 'texts', 'micro F1', 'macro F1'],
    rows: changes.map(({ texts, before, after }) => [
      texts,
      after.texts,
      from(before.microF1, after.microF1),
      from(before.macroF1, after.macroF1),
    ]),
  });
  return `${table}\nEach text is judged by a model that has not seen it. A difference under 0.01 may be chance.`;
}

function nextStep({ proposed, isWritten }: Findings): string {
  if (isWritten) {
    const lines = proposed.length === 1 ? '1 line' : `${proposed.length} lines`;
    return `Written: ${lines}. "npm run train" makes the model anew.`;
  }
  return 'Nothing is written. Read the lines for names that were not recognised; --write adds them, --only 1,2 just some.';
}
