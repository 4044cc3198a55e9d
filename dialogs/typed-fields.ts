import { type FieldKind, fieldKindOf } from '../src/core/case/verbs/fields.ts';
import { type CaseVerb, inputsOf, VERBS } from '../src/core/case/verbs/index.ts';
import { UNKNOWN } from '../src/core/case/verbs/table.ts';
import { isWithin, slipsIn } from '../src/core/misspelt.ts';
import type { RawInput } from '../src/core/raw-input.ts';
import { foldWords } from './fold.ts';
import { listed } from './phrases.ts';
import { ofAll } from './sentences.ts';
import { isReadable, isSurely, readValue, wordsOfList } from './typed-values.ts';

/**
 * Reads the inputs of a verb by their names: `ydelser: Finansieringstjek, camps; timer: 3; møde: digitalt`. One reader
 * serves every verb: the names come from each language's `registration.ts`, the kinds of the values from the verb's schema.
 */

/** Verbs that are a form: all of it is fields, so an unknown name is a slip, not the beginning of a sentence. */
const FORMS: readonly CaseVerb[] = ['case.close', 'case.service', 'case.refer', 'case.self-help'];

/** A name, a colon, and what stands after it. A name has no digits: `1:1 vejledning` has none. */
const NAMED = /^([\p{L}][\p{L} /-]{0,40}?)\s*[:=]\s*(.*)$/su;

/** The inputs of a verb by their typed names, folded. */
const NAMES = new Map<CaseVerb, ReadonlyMap<string, string>>();
function namesFor(verb: CaseVerb): ReadonlyMap<string, string> {
  const known = NAMES.get(verb);
  if (known) return known;
  const entries = ofAll(({ registration }) => registration.inputs).flatMap((words) =>
    inputsOf(verb).flatMap((name) => {
      const list: Readonly<Record<string, string>> = words;
      return [name, ...listed(list[name] ?? '')].map((word) => [foldWords(word), name] as const);
    }),
  );
  // The first to have a word keeps it.
  const names = new Map(entries.reverse());
  NAMES.set(verb, names);
  return names;
}

/** The kind of a verb's input. Throws for a name that the verb does not have. */
export function kindOfInput(verb: CaseVerb, name: string): FieldKind {
  const shape: Readonly<Record<string, Parameters<typeof fieldKindOf>[0]>> = VERBS[verb].inputs.shape;
  const field = shape[name];
  if (!field) throw new Error(`${verb} has no input ${name}`);
  return fieldKindOf(field);
}

/** Adds a value that was typed to an input. Two values of a list or text are both kept; of any other input they are refused. */
function put(input: Record<string, string>, name: string, value: string, kind: FieldKind): void {
  const before = input[name];
  const between = ['codes', 'services', 'words'].includes(kind.kind) ? ',' : '; ';
  input[name] = before === undefined ? value : `${before}${between}${value}`;
}

/** A list of tools that is answered with yes or no is the flag of the same name: `selvhjælp: ja`. */
function fieldFor(verb: CaseVerb, name: string, typed: string): string {
  const flag = `${name}Used`;
  if (!inputsOf(verb).includes(flag)) return name;
  return ['true', 'false'].includes(readValue({ kind: 'flag' }, typed)) ? flag : name;
}

/** A reason of the list, and own words after it: `andet: de flyttede`. */
const REASON = /^(.+?)(?:[:,]\s*|\s+[-–]\s+)(.+)$/su;
const NO_SERVICE = { kind: 'code', list: 'no-service', required: false } as const;

/**
 * Adds why the company got no service: a reason of the closed list, own words after one (`andet: de flyttede`), or own words
 * alone, whose reason is `other`. A reason misspelt or answered with yes or no stays as it is, for the application to refuse:
 * counted as `other` it would falsify the figures.
 */
function putReason(input: Record<string, string>, typed: string): void {
  const [, listed = '', own = ''] = REASON.exec(typed) ?? [];
  const code = (words: string) => wordsOfList('no-service').get(foldWords(words));
  const whole = code(typed);
  const first = whole === undefined ? code(listed) : undefined;
  const isOwn = typed !== '' && readValue({ kind: 'flag' }, typed) === typed && !isMisspelt(typed);
  if (whole === undefined && isOwn) {
    put(input, 'noServiceWhy', first === undefined ? typed : own, { kind: 'text', required: false });
    if (first !== undefined || input.noService === undefined)
      put(input, 'noService', first ?? 'other', NO_SERVICE);
    return;
  }
  put(input, 'noService', whole ?? typed, NO_SERVICE);
}

/** Whether words are a reason of the closed list with a slip. */
function isMisspelt(typed: string): boolean {
  const folded = foldWords(typed);
  return [...wordsOfList('no-service').keys()].some((known) => isWithin(slipsIn(folded), folded, known));
}

/** What was typed for a verb, by name; the text that has no name is `free`. */
interface TypedFields {
  readonly input: RawInput;
  readonly free: string;
}

/**
 * Takes the named inputs out of what follows a case's id. In a form an unknown name becomes an unknown input, which the
 * application refuses; elsewhere it belongs to the text, as does a name whose value cannot be read.
 */
export function readTypedFields(verb: CaseVerb, rest: string): TypedFields {
  const inputs = inputsOf(verb);
  if (inputs.length < 2) return { input: {}, free: rest };
  const isForm = FORMS.includes(verb);
  const names = namesFor(verb);
  const input: Record<string, string> = {};
  const free: string[] = [];
  let last: string | undefined;
  for (const segment of rest.split(/[;\n]/).map((one) => one.trim())) {
    if (segment === '') continue;
    const [, typedName = '', typed = ''] = NAMED.exec(segment) ?? [];
    const named = names.get(foldWords(typedName));
    const kind = named === undefined ? undefined : kindOfInput(verb, named);
    if (named !== undefined && kind && (isForm || isReadable(kind, typed))) {
      last = fieldFor(verb, named, typed);
      if (last === 'noService') {
        putReason(input, typed);
        continue;
      }
      const own = last === named ? kind : kindOfInput(verb, last);
      put(input, last, readValue(own, typed), own);
      continue;
    }
    const sure = isForm
      ? inputs.find((name) => input[name] === undefined && isSurely(kindOfInput(verb, name), segment))
      : undefined;
    if (sure !== undefined) {
      put(input, sure, readValue(kindOfInput(verb, sure), segment), kindOfInput(verb, sure));
      continue;
    }
    if (isForm && isSlip(typedName, names)) {
      put(input, `${UNKNOWN}${typedName}`, typed, { kind: 'text', required: false });
      continue;
    }
    // Own words after `ingen ydelse: andet` are the reason, not a remark.
    if (last === 'noService' && input[last] === 'other' && input.noServiceWhy === undefined) {
      input.noServiceWhy = segment;
      continue;
    }
    const text =
      last !== undefined && !inputs.includes('note') && kindOfInput(verb, last).kind === 'text'
        ? last
        : undefined;
    if (text === undefined) free.push(segment);
    else put(input, text, segment, kindOfInput(verb, text));
  }
  return { input, free: free.join('; ') };
}

/** Whether words before a colon are taken for the name of a field: one word, or a known name misspelt. */
function isSlip(name: string, names: ReadonlyMap<string, string>): boolean {
  if (/^[\p{L}-]{2,}$/u.test(name)) return true;
  const folded = foldWords(name);
  return folded !== '' && [...names.keys()].some((known) => isWithin(slipsIn(folded), folded, known));
}
