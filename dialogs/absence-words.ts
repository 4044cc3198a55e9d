import type { Command } from '../src/core/command.ts';
import { dayAtStart } from './moment-words.ts';
import { anyOf } from './phrases.ts';

/** Reads a typed absence: `fravær til 1.12. Eva Lund`, `fravær Dan til fredag`, `fravær slut`. */

const ENDS = new RegExp(`^(?:(.+?)\\s+)?(?:${anyOf(({ absence }) => absence.words.ends)})\\.?$`, 'i');
const UNTIL = new RegExp(`^(?:(.+?)\\s+)??(?:${anyOf(({ absence }) => absence.words.until)})\\s+(.+)$`, 'is');
const DEPUTY = new RegExp(
  `^[\\s,;:.–-]*(?:(?:${anyOf(({ absence }) => absence.words.deputy)})[\\s:]+)?`,
  'i',
);

type AbsenceCommand = Extract<Command, { name: 'absence' }>;

const command = (
  verb: AbsenceCommand['verb'],
  input: Record<string, string | undefined> = {},
): AbsenceCommand => ({
  name: 'absence',
  verb,
  input: Object.fromEntries(
    Object.entries(input).flatMap(([key, value]) =>
      value === undefined || value === '' ? [] : [[key, value]],
    ),
  ),
});

/**
 * What follows `fravær`, as a command. Undefined where it is no absence: `fravær blandt medarbejderne` is a need. Words
 * after `til` that are no day are passed on, for the application to name in its refusal.
 */
export function readAbsence(rest: string): Command | undefined {
  if (rest === '') return command('absence.show');
  const ended = ENDS.exec(rest);
  if (ended) return command('absence.end', { person: ended[1]?.replace(/^@/, '') });
  const found = UNTIL.exec(rest);
  if (!found) return undefined;
  const [, person, typed = ''] = found;
  const day = dayAtStart(typed);
  const deputy = day?.rest.replace(DEPUTY, '').replace(/^@/, '').trim();
  return command('absence.set', { person: person?.replace(/^@/, ''), until: day?.code ?? typed, deputy });
}
