import type { Tool } from '../../core/tools.ts';
import type { Found } from './found.ts';

/** Reads which self-help tools a company was shown, was sent or has used. */

const NAMES: readonly (readonly [Tool, string])[] = [
  ['virksomhedsguiden', 'virksomhedsguiden'],
  ['vaeksthjulet', '(?:vækst|vaekst)hjulet|growth ?wheel'],
  ['business-model-canvas', 'business model canvas|bmc'],
  ['klimakompasset', 'klimakompasset|climate compass'],
  ['privacy-kompasset', 'privacy[- ]?kompasset'],
  ['lean-startup', 'lean[- ]start-?up'],
];
const ANY = new RegExp(`(?<!\\p{L})(?:${NAMES.map(([, words]) => `(${words})`).join('|')})(?!\\p{L})`, 'giu');

/** What was done with a tool, in words of the past. */
const DONE =
  /(?<!\p{L})(?:vist|viste|fremvist|brugt|brugte|anvendt|anvendte|udfyldt|udfyldte|gennemgået|gennemgik|lavet|lavede|sendt|sendte|fået|fik|givet|gav|henvist|henviste|prøvet|prøvede|præsenteret|introduceret|selvhjælp:|værktøj:|shown|showed|used|filled|completed|sent|gave|given|tried|presented|introduced|pointed|self-help:)(?!\p{L})/iu;
/** Words by which it has not been done, or not yet. */
const NOT_DONE =
  /(?<!\p{L})(?:ikke|aldrig|hverken|vil|skal|ønsker|overvejer|kunne|gerne|bør|not|never|neither|wants?|will|would|should|could|like)(?!\p{L})/iu;

interface Named {
  readonly tool: Tool;
  readonly start: number;
  readonly end: number;
}

/** The tools that a text names, each with its place. A tool's name is no company's. */
export function toolsNamed(text: string): readonly Named[] {
  return [...text.matchAll(ANY)].flatMap((match) => {
    const at = match.slice(1).findIndex((group) => group !== undefined);
    const tool = NAMES[at]?.[0];
    return tool ? [{ tool, start: match.index, end: match.index + match[0].length }] : [];
  });
}

/**
 * The tools of which a clause says that the company got or used them: `viste dem Væksthjulet`. A wish
 * (`vil gerne bruge Væksthjulet`) is no use.
 */
export function readTools(text: string): readonly Found[] {
  const done = toolsNamed(text).filter(({ start, end }) => {
    const clause = clauseAround(text, start, end);
    return DONE.test(clause) && !NOT_DONE.test(clause);
  });
  const [first] = done;
  return first ? [{ ...first, kind: 'tools', value: [...new Set(done.map(({ tool }) => tool))] }] : [];
}

/** The words between the marks or conjunctions that part clauses, with the stretch in them. */
function clauseAround(text: string, start: number, end: number): string {
  const breaks = /[.;!?\n]|,? (?:men|but|så|so) /giu;
  const marks = [...text.matchAll(breaks)];
  const from = marks.findLast(({ index }) => index < start);
  const to = marks.find(({ index }) => index >= end);
  return text.slice(from ? from.index + from[0].length : 0, to?.index);
}
