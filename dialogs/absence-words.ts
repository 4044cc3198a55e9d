import type { Command } from '../src/core/command.ts';
import { dayAtStart } from './moment-words.ts';
import { anyOf, isOfSentence } from './phrases.ts';

/** Reads a typed absence: `fravær til 1.12. Eva Lund`, `fravær Dan til fredag`, `fravær slut`. */

const ENDS = endedBy(anyOf(({ absence }) => absence.words.ends));
const BACK = endedBy(anyOf(({ absence }) => absence.words.back));
const UNTIL = new RegExp(`^(?:(.+?)\\s+)??(?:${anyOf(({ absence }) => absence.words.until)})\\s+(.+)$`, 'is');
const DEPUTY = new RegExp(
  `^[\\s,;:.–-]*(?:(?:${anyOf(({ absence }) => absence.words.deputy)})[\\s:]+)?`,
  'i',
);

/** Words of a name, at most. */
const MOST_OF_NAME = 3;
const CAPITAL = /^@?\p{Lu}/u;

function endedBy(words: string): RegExp {
  return new RegExp(`^(?:(.+?)\\s+)??(?:${words})\\.?$`, 'i');
}

/** Whether words may be a colleague's name or id: no sentence, and written as a name where a sentence may end alike. */
function isName(words: string, mustBeWrittenSo: boolean): boolean {
  const all = words.split(/\s+/);
  if (all.length > MOST_OF_NAME || /[,.;:!?]/.test(words) || all.some(isOfSentence)) return false;
  return !mustBeWrittenSo || all.length === 1 || all.every((word) => CAPITAL.test(word));
}

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
 * What follows `fravær`, as a command. Undefined where it is no absence: `fravær blandt medarbejderne` and `fravær holder
 * os tilbage` are needs, so what stands before `til` or `slut` must be a name, and a day must follow the name's `til`.
 * Words after `fravær til` that are no day are passed on, for the application to name in its refusal.
 */
export function readAbsence(rest: string): Command | undefined {
  if (rest === '') return command('absence.show');
  const back = BACK.exec(rest);
  const ended = ENDS.exec(rest) ?? back;
  if (ended) {
    const [, person] = ended;
    if (person !== undefined && !isName(person, back !== null)) return undefined;
    return command('absence.end', { person: person?.replace(/^@/, '') });
  }
  const [, person, typed = ''] = UNTIL.exec(rest) ?? [];
  const day = dayAtStart(typed);
  if (typed === '' || (person !== undefined && !(day && isName(person, false)))) return undefined;
  const deputy = day?.rest.replace(DEPUTY, '').replace(/^@/, '').trim();
  return command('absence.set', { person: person?.replace(/^@/, ''), until: day?.code ?? typed, deputy });
}
