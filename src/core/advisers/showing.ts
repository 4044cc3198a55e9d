import type { MunicipalityCode } from '../municipalities.ts';
import type { OrganisationId } from '../organisation.ts';
import type { Area } from '../vocabulary.ts';

/** A record of advisers that were shown to somebody: whom, in which order, and from how many. Ids and codes only. */
export interface Showing {
  readonly id: string;
  readonly at: string;
  readonly person: string;
  readonly organisation: OrganisationId;
  readonly area: Area;
  /** Null: for the whole area of a house. */
  readonly municipality: MunicipalityCode | null;
  /** In the order shown. */
  readonly advisers: readonly string[];
  /** How many fitted need and place. */
  readonly fitting: number;
}

/** The choice of a shown adviser for a company's case. */
export interface Choice {
  readonly id: string;
  readonly caseId: string;
  readonly adviser: string;
  /** The showing that it was chosen from; null where it was typed without one. */
  readonly showing: string | null;
  readonly person: string;
  readonly organisation: OrganisationId;
  readonly at: string;
  /** Whether it is a company of the person's own. */
  readonly own: boolean;
  /** When the person is asked whether the company used it. */
  readonly askAt: string;
}

/** Days after which the one who referred is asked whether the company used it (I-25, an early signal). */
export const ASK_AFTER_DAYS = 60;
