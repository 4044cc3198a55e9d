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

const isList = ({ kind }: FieldKind) => ['codes', 'services', 'words'].includes(kind);

/** Whether an input is a text of several lines. */
function hasLines(verb: CaseVerb, name: string): boolean {
  const kind = kindOfInput(verb, name);
  return kind.kind === 'text' && kind.line !== true;
}

/** Adds a value that was typed to an input. Two values of a list are both kept; of any other input they are refused. */
function put(input: Record<string, string>, name: string, value: string, between: string): void {
  input[name] = input[name] ? `${input[name]}${between}${value}` : value;
}

/** Adds a value that was typed to an input of a verb, as the input reads it. */
function putRead(input: Record<string, string>, verb: CaseVerb, name: string, typed: string): void {
  if (name === 'noService') {
    putReason(input, typed);
    return;
  }
  const kind = kindOfInput(verb, name);
  put(input, name, readValue(kind, typed), isList(kind) ? ',' : '; ');
}

/**
 * The input that a named value is for. A list of tools that is answered with yes or no is the flag of the same name
 * (`selvhjælp: ja`), a day that is answered with who does it is that (`opfølgning: ingen`).
 */
function fieldFor(verb: CaseVerb, name: string, typed: string): string {
  const has = (other: string) => other !== name && inputsOf(verb).includes(other);
  const flag = `${name}Used`;
  if (has(flag) && ['true', 'false'].includes(readValue({ kind: 'flag' }, typed))) return flag;
  const party = name.replace(/On$/, 'By');
  return has(party) && isReadable(kindOfInput(verb, party), typed) ? party : name;
}

/** Inputs that give way to another one where an unnamed value fits both: to the one that it plainly means. */
const GIVES_WAY: Readonly<Record<string, string>> = {
  applicationHelp: 'referredTo',
  tools: 'selfHelp',
  referredTo: 'meeting',
};

/** The one input that an unnamed value can be meant for. Undefined where there is none, or more than one. */
function sureInput(verb: CaseVerb, input: RawInput, typed: string): string | undefined {
  const fits = inputsOf(verb).filter((name) => isSurely(kindOfInput(verb, name), typed));
  const meant = fits.filter((name) => !fits.includes(GIVES_WAY[name] ?? ''));
  const [only] = meant;
  if (only === undefined || meant.length > 1) return undefined;
  return input[only] === undefined || isList(kindOfInput(verb, only)) ? only : undefined;
}

/** The input for what follows a value and a colon: `kommunen: byggesag`. */
const FOLLOWS: Partial<Readonly<Record<CaseVerb, string>>> = {
  'case.refer': 'why',
  'case.self-help': 'focus',
};

/** A part of a line: between semicolons or line breaks, or behind a value and a colon. */
interface Piece {
  readonly text: string;
  readonly beginsLine: boolean;
  /** The input that the words are for where nothing else claims them. */
  readonly into?: string | undefined;
}

function piecesOf(rest: string): Piece[] {
  return rest
    .split('\n')
    .flatMap((line, row) =>
      line.split(';').map((text, at) => ({ text: text.trim(), beginsLine: row > 0 && at === 0 })),
    )
    .filter(({ text }) => text !== '');
}

/** A reason of the list, and own words after it: `andet: de flyttede`. */
const REASON = /^(.+?)(?:[:,]\s*|\s+[-–]\s+)(.+)$/su;

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
  const isOwn = typed !== '' && readValue({ kind: 'flag' }, typed) === typed && !isMisspeltReason(typed);
  if (whole === undefined && isOwn) {
    put(input, 'noServiceWhy', first === undefined ? typed : own, '; ');
    if (first !== undefined || input.noService === undefined) put(input, 'noService', first ?? 'other', '; ');
    return;
  }
  put(input, 'noService', whole ?? typed, '; ');
}

/** Whether words are a reason of the closed list with a slip. */
function isMisspeltReason(typed: string): boolean {
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
 * application refuses; elsewhere it belongs to the text, as does a name whose value cannot be read. A line without a name
 * belongs to the text of several lines before it.
 */
export function readTypedFields(verb: CaseVerb, rest: string): TypedFields {
  const inputs = inputsOf(verb);
  // A correction names its fields as the intake does, and reads them itself (`correction-words.ts`).
  if (inputs.length < 2 || verb === 'case.correct') return { input: {}, free: rest };
  const isForm = FORMS.includes(verb);
  const names = namesFor(verb);
  const input: Record<string, string> = {};
  const free: string[] = [];
  let last: string | undefined;
  const pieces = piecesOf(rest);
  for (let piece = pieces.shift(); piece; piece = pieces.shift()) {
    const { text, beginsLine, into } = piece;
    const [, typedName = '', typed = ''] = NAMED.exec(text) ?? [];
    const named = names.get(foldWords(typedName));
    if (named !== undefined && (isForm || isReadable(kindOfInput(verb, named), typed))) {
      last = fieldFor(verb, named, typed);
      putRead(input, verb, last, typed);
      continue;
    }
    const open = beginsLine && last !== undefined && hasLines(verb, last) ? last : undefined;
    if (open !== undefined && !(isForm && isMisspelt(typedName, names))) {
      put(input, open, text, '\n');
      continue;
    }
    // Own words after `ingen ydelse: andet` are the reason, not a remark.
    const isWhy = last === 'noService' && input[last] === 'other' && input.noServiceWhy === undefined;
    if (isWhy && !(isForm && isMisspelt(typedName, names))) {
      input.noServiceWhy = text;
      continue;
    }
    const sure = isForm ? sureInput(verb, input, text) : undefined;
    const value = isForm && isWord(typedName) ? sureInput(verb, input, typedName) : undefined;
    if (sure !== undefined) {
      putRead(input, verb, sure, text);
    } else if (into !== undefined) {
      putRead(input, verb, into, text);
    } else if (value !== undefined) {
      putRead(input, verb, value, typedName);
      if (typed !== '') pieces.unshift({ text: typed, beginsLine: false, into: FOLLOWS[verb] });
    } else if (isForm && (isWord(typedName) || isMisspelt(typedName, names))) {
      put(input, `${UNKNOWN}${typedName}`, typed, '; ');
    } else if (last !== undefined && !inputs.includes('note') && kindOfInput(verb, last).kind === 'text') {
      put(input, last, text, '; ');
    } else {
      free.push(text);
    }
  }
  return { input, free: free.join('; ') };
}

/** Whether what stands before a colon is one word. In a form it is a value or taken for the name of a field. */
function isWord(name: string): boolean {
  return /^[\p{L}-]{2,}$/u.test(name);
}

/** Whether words before a colon are the name of a field, misspelt. */
function isMisspelt(name: string, names: ReadonlyMap<string, string>): boolean {
  const folded = foldWords(name);
  return folded !== '' && [...names.keys()].some((known) => isWithin(slipsIn(folded), folded, known));
}
