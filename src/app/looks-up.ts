import type { Command, IntakeVerb } from '../core/command.ts';
import { isCvrNumber, normaliseCvr } from '../core/cvr-number.ts';
import { newCvr } from './correct-case.ts';

/** Intake verbs that end the draft or go back to its form: neither shows the result of a look-up. */
const LOOKS_NOTHING_UP: readonly IntakeVerb[] = ['intake.cancel', 'intake.restart', 'intake.edit'];

/** Whether a command may look something up in the world before its transaction. */
export function looksUp(command: Command): boolean {
  switch (command.name) {
    case 'log':
    case 'say':
    case 'correct':
    case 'outreach':
    case 'find':
      return true;
    case 'case':
      return isCvrNumber(normaliseCvr(command.caseId));
    case 'intake':
      return !LOOKS_NOTHING_UP.includes(command.verb);
    case 'case-action':
      return command.verb === 'case.add-contact' || newCvr(command, undefined) !== undefined;
    default:
      return false;
  }
}
