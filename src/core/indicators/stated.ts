import type { MunicipalityCode } from '../municipalities.ts';
import type { OrganisationId } from '../organisation.ts';
import type { Figure } from './figures.ts';
import type { OwnFigures } from './own-figures.ts';
import type { Period } from './question.ts';

/** The figures of one organisation, of the whole period and by month. */
export interface SideFigures {
  readonly organisation: OrganisationId;
  /** Where they are those of one municipality only. */
  readonly municipality: MunicipalityCode | null;
  readonly whole: readonly Figure[];
  readonly months: readonly Figure[];
}

/** Whose statement it is: that of an organisation over a year, or the material of a dialogue meeting, an office first. */
type StatementAbout =
  | { readonly kind: 'yearly'; readonly organisation: OrganisationId; readonly year: string }
  | { readonly kind: 'dialogue'; readonly sides: readonly OrganisationId[] };

/** What a statement is made of. */
export interface Stated {
  readonly about: StatementAbout;
  readonly period: Period;
  readonly asOf: string;
  readonly sides: readonly SideFigures[];
  readonly own: OwnFigures;
}
