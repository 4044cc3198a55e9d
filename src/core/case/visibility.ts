import type { Case } from './case.ts';
import type { Relation } from './relation.ts';

/** The parts of a case that a viewer may see (handover.md, "What a shared channel shows" and "Who may do what"). */
export interface Visibility {
  /** The company's name. A pre-starter is a private person, shown by case number. */
  readonly name: boolean;
  readonly contact: boolean;
  /** Free text: description, reasons, questions, notes. */
  readonly notes: boolean;
  /** Municipality, stage, need areas, why here, clock. */
  readonly outline: boolean;
}

/**
 * The visibility for a relation. Both organisations of a handover see everything; the notes of a crisis case are for
 * owner and receiver alone; others see that the company is known, who serves it and since when.
 */
export function visibleTo(relation: Relation, kase: Case): Visibility {
  const person = kase.values.stage === 'pre-starter';
  switch (relation) {
    case 'owner':
    case 'receiver':
      return { name: true, contact: true, notes: true, outline: true };
    case 'party':
    case 'auditor':
      return { name: true, contact: true, notes: kase.priority !== 'urgent', outline: true };
    case 'channel':
      return { name: !person, contact: false, notes: false, outline: true };
    case 'other':
      return { name: !person, contact: false, notes: false, outline: false };
    default: {
      const never: never = relation;
      return never;
    }
  }
}
