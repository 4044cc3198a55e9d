import type { OrganisationId } from '../organisation.ts';
import type { Figure } from './figures.ts';
import type { Period, SplitKey } from './question.ts';

/** What the figures of a page are split by, beside months. */
export const PAGE_SPLITS = ['municipality', 'stage', 'segment'] as const satisfies readonly SplitKey[];
export type PageSplit = (typeof PAGE_SPLITS)[number];

/** An organisation's figures over some months: in all, month by month, and by one more key. */
export interface FiguresPage {
  readonly organisation: OrganisationId;
  readonly period: Period;
  readonly total: readonly Figure[];
  readonly monthly: readonly Figure[];
  readonly by: PageSplit;
  readonly split: readonly Figure[];
}
