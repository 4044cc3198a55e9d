import type { OrganisationId } from '../organisation.ts';
import type { Figure } from './figures.ts';
import type { OutreachFigures } from './outreach-figures.ts';
import type { OwnFigures } from './own-figures.ts';
import type { Period } from './question.ts';

/** What is told of the own figures in chat. */
export type FiguresAbout = 'grey-zones' | 'dialogue';

/** The figures of one period. */
export interface PeriodFigures {
  readonly period: Period;
  readonly figures: readonly Figure[];
  /** The own figures about outreach; null where the store holds no contact. */
  readonly outreach: OutreachFigures | null;
  /** The own figures, where they are asked for: between the organisation and `other`. */
  readonly own?: OwnFigures | undefined;
}

/** An organisation's figures of one or more periods. */
export interface FiguresAnswer {
  readonly kind: 'figures';
  readonly organisation: OrganisationId;
  readonly periods: readonly PeriodFigures[];
  /** The moment of counting: a period that goes on after it is counted so far. */
  readonly asOf: string;
  /** Absent: the agreed figures. */
  readonly about?: FiguresAbout | undefined;
  /** The other party, where there is one: the Erhvervshus of an office. */
  readonly other?: OrganisationId | undefined;
}
