import type { FigureCode } from './figure-table.ts';

/** The documents that define each figure, by the short names that `sourceNames` spells out. */
export const FIGURE_SOURCES: Readonly<Record<FigureCode, string>> = {
  'I-01': 'P19',
  'I-02': 'P19',
  'I-04': 'P19',
  'I-05': 'P19',
  'I-06': 'P19',
  'I-07': 'P19',
  'I-08': 'P19',
  'I-10': 'P19',
  'I-11-reported': 'P19',
  'I-11-working': 'P19',
  'I-12': 'P19',
  'I-14': 'P19',
  'I-21': 'R21; MJ22',
  'I-22-all': 'R21; MJ22',
  'I-22-individual': 'R21; MJ22',
  'I-23': 'R21; MJ22',
  'I-24': 'R21; MJ22',
  'I-25': 'R21; MJ22',
  'I-30': 'R21; MJ22',
  'I-31': 'R21; MJ22',
  'I-34': 'R21; MJ22',
  'I-36': 'MJ22',
  'I-37': 'MJ22',
  'I-38-individual': 'MJ22',
  'I-38-collective': 'MJ22',
  'I-39': 'MJ22',
  'I-42': 'R21',
  'I-53': 'R19',
  'I-71-handovers': 'KL10',
  'I-71-users': 'KL10',
};

/** Figures that cases alone cannot answer, by what they need: answers from the user evaluation, or training in the directory. */
export const UNANSWERED = {
  les: { survey: ['I-08'], training: ['I-14'] },
  ehm: { survey: ['I-08', 'I-23', 'I-24', 'I-25', 'I-30', 'I-31', 'I-34'], training: ['I-14'] },
} as const;
