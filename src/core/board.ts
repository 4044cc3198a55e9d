import type { CaseLine } from './case-line.ts';
import type { MunicipalityCode } from './municipalities.ts';
import type { OrganisationId } from './organisation.ts';
import type { Area } from './vocabulary.ts';

/**
 * The lists of an office's board. Each of its running cases, and each that it is offered, is on exactly one: `broken`,
 * where the company's answer is overdue, else by whom it waits for.
 */
export const BOARD_LISTS = ['broken', 'with-us', 'with-other', 'with-company'] as const;
export type BoardList = (typeof BOARD_LISTS)[number];

/** What of a board is shown. A filter that is left out leaves nothing out. */
export interface BoardFilter {
  /** Only the reader's own cases. */
  readonly mine?: boolean | undefined;
  readonly area?: Area | undefined;
  readonly municipality?: MunicipalityCode | undefined;
}

/** A case on the board. */
export interface BoardLine extends CaseLine {
  /** The working hours until the company must have its answer; null once it has it. */
  readonly hoursLeft: number | null;
}

/** One page of one list. Pages count from 1. */
interface BoardPage {
  readonly list: BoardList;
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly lines: readonly BoardLine[];
}

/** The board of an office as one of its people sees it. */
export interface Board {
  readonly organisation: OrganisationId;
  readonly pages: readonly BoardPage[];
  /** The revision of the case that is open beside it, on whatever page or list; null where it may not be seen or there is none. */
  readonly openRevision: number | null;
  /** ISO instant. */
  readonly now: string;
}
