import type { Target } from '../src/core/indicators/figure-table.ts';
import type { Language } from '../src/core/vocabulary.ts';
import { sentencesIn } from './sentences.ts';

/** A share in words: `27,3 %`. */
export function shareWords(share: number, language: Language): string {
  const { decimalSign } = sentencesIn(language).indicators;
  return `${(share * 100).toFixed(1).replace('.', decimalSign)} %`;
}

const SIGNS = { 'at-least': '≥ ', within: '± ', line: '' } as const;

/** A target with its sign: `≥ 30,0 %`, `≥ 600`. None is coloured: some definitions do not judge. */
export function targetWords({ kind, value }: Target, language: Language): string {
  const isCount = value > 1 && Number.isInteger(value);
  return `${SIGNS[kind]}${isCount ? value : shareWords(value, language)}`;
}
