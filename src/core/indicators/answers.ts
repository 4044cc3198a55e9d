import type { OrganisationId } from '../organisation.ts';
import type { Figure } from './figures.ts';
import type { OutreachFigures } from './outreach-figures.ts';
import type { Period } from './question.ts';

/** The figures of one period. */
export interface PeriodFigures {
  readonly period: Period;
  readonly figures: readonly Figure[];
  /** The own figures about outreach; null where the store holds no contact. */
  readonly outreach: OutreachFigures | null;
}

/** An organisation's figures of one or more periods. */
export interface FiguresAnswer {
  readonly kind: 'figures';
  readonly organisation: OrganisationId;
  readonly periods: readonly PeriodFigures[];
  /** The moment of counting: a period that goes on after it is counted so far. */
  readonly asOf: string;
}
