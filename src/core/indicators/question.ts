import type { OrganisationId } from '../organisation.ts';

/** The keys by which figures can be split. */
export const SPLIT_KEYS = ['municipality', 'stage', 'segment', 'organisation', 'month'] as const;
export type SplitKey = (typeof SPLIT_KEYS)[number];

/** The values of a group of a split: `{ municipality: '791', month: '2026-11' }`. */
export type Split = Readonly<Partial<Record<SplitKey, string>>>;

/** Danish dates, both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** What is known of a municipality from elsewhere. Null where it is not configured. */
export interface MunicipalityNumbers {
  readonly inhabitants: number | null;
  readonly entrepreneurs: number | null;
  readonly growthCompanies: number | null;
}

/** The question that figures answer. */
export interface FigureQuestion {
  readonly period: Period;
  /** The instant of counting (ISO): nothing that happened after it is known. */
  readonly asOf: string;
  /** Null: everybody's. */
  readonly organisation: OrganisationId | null;
  readonly by: readonly SplitKey[];
  /** By municipality code. Empty without municipality data. */
  readonly municipalities: ReadonlyMap<string, MunicipalityNumbers>;
}
