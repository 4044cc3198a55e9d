import { z } from 'zod';
import { readCaseId } from '../dialogs/case-id.ts';
import { colleagueOf } from '../dialogs/colleague-words.ts';
import { dateIn, dayIn, monthIn, timeIn } from '../dialogs/moment-words.ts';
import { organisationOf } from '../dialogs/organisation-words.ts';
import { outreachValue } from '../dialogs/outreach-words.ts';
import { kindOfInput } from '../dialogs/typed-fields.ts';
import { readValue } from '../dialogs/typed-values.ts';
import { CASE_VERBS, type CaseVerb, inputsOf } from '../src/core/case/verbs/index.ts';
import { readMunicipality } from '../src/core/municipality-names.ts';
import type { RawInput } from '../src/core/raw-input.ts';
import { named } from './unreadable.ts';

/** The inputs that a button sends, read from its data. */

const CONTROL_KEYS = ['verb', 'caseId', 'draftId', 'outreachId', 'changeId', 'revision'];
/** The most letters of a value. No field takes more, and a longer value could not be shown again on a card. */
export const LONGEST = 8_000;
const text = z.string();

/** Inputs of verbs on a case that hold a value from the start: clients that send every input send these too. */
const PRESET: readonly string[] = [
  'how',
  'newNeed',
  'services',
  'referredTo',
  'selfHelp',
  'selfHelpUsed',
  'segment',
  'followUpBy',
  ...inputsOf('case.correct'),
];

type Inputs = { readonly input: RawInput } | { readonly problem: string };

/**
 * The inputs of a verb: known ids with text values. An id of the verb's own form (`name@verb`) wins over the plain
 * name.
 */
export function readActionInputs(
  verb: string,
  known: readonly string[],
  fields: ReadonlyMap<string, unknown>,
): Inputs {
  const input: Record<string, string> = {};
  const own = `@${verb}`;
  const plainFirst = [...fields].sort(([a], [b]) => Number(a.endsWith(own)) - Number(b.endsWith(own)));
  for (const [key, value] of plainFirst) {
    if (CONTROL_KEYS.includes(key)) continue;
    const at = key.indexOf('@');
    // The input of another form on the same card: some clients send every input with every button.
    if (at > 0 && !key.endsWith(own)) continue;
    const name = at > 0 ? key.slice(0, at) : key;
    if (!known.includes(name) && PRESET.includes(name) && CASE_VERBS.some((one) => one === verb)) continue;
    if (!known.includes(name)) return { problem: `unknown-key ${named(key)}` };
    if (value === undefined || value === null) continue;
    if (typeof value === 'string' && value.length > LONGEST) return { problem: `too-long ${named(name)}` };
    const read = text.safeParse(value);
    if (!read.success) return { problem: `bad-value ${named(key)}` };
    input[name] = chosen(verb, name, read.data);
  }
  return { input };
}

/**
 * A typed value as its code. Lists that are searched by typing send the typed words where no entry was picked; moments
 * are always typed.
 */
function chosen(verb: string, name: string, typed: string): string {
  if (verb.startsWith('outreach.')) return outreachValue(name, typed);
  if (name === 'day' || name === 'until' || (name === 'from' && verb.startsWith('setting.')))
    return dayIn(typed) ?? typed;
  if (name === 'followUpOn') return dateIn(typed) ?? typed;
  if (name === 'founded') return dateIn(typed) ?? monthIn(typed) ?? typed;
  if (name === 'time') return timeIn(typed) ?? typed;
  if (name === 'person' && verb === 'case.assign') return colleagueOf(typed);
  if (name === 'organisation') return organisationOf(typed) ?? typed;
  if (name === 'municipality') return readMunicipality(typed) ?? typed;
  if (name === 'other') return readCaseId(typed)?.caseId ?? typed;
  const caseVerb = CASE_VERBS.find((one) => one === verb);
  return caseVerb ? chosenFor(caseVerb, name, typed) : typed;
}

/** A value of a verb's form. What was typed where the card had no room for the list is read as on a typed line. */
function chosenFor(verb: CaseVerb, name: string, typed: string): string {
  const kind = kindOfInput(verb, name);
  return ['code', 'codes', 'services', 'hours', 'party'].includes(kind.kind) ? readValue(kind, typed) : typed;
}
