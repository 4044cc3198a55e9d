import type { MunicipalityCode } from '../municipalities.ts';
import type { HouseId } from '../organisation.ts';
import type { Area } from '../vocabulary.ts';
import type { Adviser } from './adviser.ts';

/** An adviser as it is shown to somebody. */
export interface ShownAdviser {
  readonly adviser: Adviser;
  /** It is a company of the reader's own. */
  readonly own: boolean;
  /** It serves the place that was asked for. */
  readonly serves: boolean;
}

/** Advisers for a need, in the order of their turn. */
export interface AdvisersAnswer {
  readonly kind: 'advisers';
  readonly words: string;
  /** Null where no need was understood: then nobody is shown. */
  readonly area: Area | null;
  /** Null: for the whole area of a house. */
  readonly municipality: MunicipalityCode | null;
  readonly house: HouseId;
  readonly shown: readonly ShownAdviser[];
  /** How many help with the need in the place. */
  readonly fitting: number;
  /** The record of this showing. */
  readonly showing: string;
}
