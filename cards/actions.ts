import { z } from 'zod';
import { ABSENCE_INPUTS, ABSENCE_VERBS, type AbsenceVerb } from '../src/core/absence.ts';
import { ADVISER_INPUTS, ADVISER_VERBS, type AdviserVerb } from '../src/core/advisers/commands.ts';
import { CASE_VERBS, type CaseVerb, inputsOf } from '../src/core/case/verbs/index.ts';
import { CASE_FILTERS, type Command, INTAKE_VERBS, type IntakeVerb } from '../src/core/command.ts';
import { BESIDE_FIELDS, INTAKE_FIELDS } from '../src/core/intake/draft.ts';
import { OUTREACH_INPUTS, OUTREACH_VERBS, type OutreachVerb } from '../src/core/outreach/outreach.ts';
import { AREAS, LANGUAGES } from '../src/core/vocabulary.ts';
import { LONGEST, readActionInputs } from './action-inputs.ts';
import { readSettingVerb } from './setting-inputs.ts';
import { named, unreadable } from './unreadable.ts';

/** The data of a button, defined once: `payloadOf` builds it, `readPayload` reads it back. */

/** Verbs of buttons that open something, beside the verbs of contracts, "Chat". */
const OPENERS = {
  'open.new': 'new',
  'open.guided': 'guided',
  'open.help': 'help',
  'open.back': 'back',
  'open.cancel': 'cancel',
} as const;

/** A command that a button can carry. */
export type ButtonCommand = Extract<
  Command,
  {
    name:
      | 'new'
      | 'guided'
      | 'help'
      | 'back'
      | 'cancel'
      | 'cases'
      | 'case'
      | 'overview'
      | 'digest'
      | 'absence'
      | 'setting'
      | 'language'
      | 'say'
      | 'log'
      | 'act-as'
      | 'intake'
      | 'case-action'
      | 'outreach'
      | 'advisers'
      | 'rate';
  }
>;

/** A button's data as it is sent. Control keys and inputs share one level, because the platforms merge them. */
export type Payload = Readonly<Record<string, string | number>>;

/** The inputs of the intake's verbs; `inputsOf` gives those of a verb on a case. Any other key is refused by name. */
export const DRAFT_INPUTS: readonly string[] = [
  ...INTAKE_FIELDS,
  ...BESIDE_FIELDS,
  ...AREAS.map((area) => `control:${area}`),
  'question',
  'organisation',
  'reason',
  'anyway',
  'newNeed',
  'door',
];

/** Keys that the platforms add to a button's data. */
const FOREIGN_KEYS = ['msteams', 'refresh'];

/** The button's data for a command. */
export function payloadOf(command: ButtonCommand): Payload {
  switch (command.name) {
    case 'new':
    case 'guided':
    case 'help':
    case 'back':
    case 'cancel':
      return { verb: `open.${command.name}` };
    case 'cases':
      return {
        verb: 'open.cases',
        ...(command.filter && { filter: command.filter }),
        ...(command.page !== undefined && { page: command.page }),
        ...(command.again && { again: 'true' }),
      };
    case 'case':
      return { verb: 'open.case', caseId: command.caseId };
    case 'overview':
      return {
        verb: 'open.overview',
        ...(command.daily !== undefined && { daily: command.daily ? 'on' : 'off' }),
      };
    case 'digest':
      return {
        verb: 'open.digest',
        ...(command.wanted !== undefined && { wanted: command.wanted ? 'on' : 'off' }),
      };
    case 'absence':
      return { ...command.input, verb: command.verb };
    case 'setting':
      return {
        ...command.input,
        verb: command.verb,
        ...(command.id !== null && { changeId: command.id }),
      };
    case 'language':
      return { verb: 'open.language', language: command.language };
    case 'say':
    case 'log':
      return { verb: `open.${command.name}`, text: command.text };
    case 'act-as':
      return { verb: 'open.act-as', organisation: command.organisation };
    case 'rate':
      return { verb: 'open.rate', draftId: command.draftId ?? '', is: command.isRight ? 'right' : 'wrong' };
    case 'intake':
      return {
        ...command.input,
        verb: command.verb,
        ...(command.draftId !== null && { draftId: command.draftId }),
        ...(command.revision !== null && { revision: command.revision }),
      };
    case 'outreach':
      return { ...command.input, verb: command.verb, ...(command.id !== null && { outreachId: command.id }) };
    case 'advisers':
      return { ...command.input, verb: command.verb };
    case 'case-action':
      return {
        ...command.input,
        verb: command.verb,
        caseId: command.caseId,
        ...(command.revision !== null && { revision: command.revision }),
      };
    default: {
      const never: never = command;
      return never;
    }
  }
}

const id = z.string().trim().min(1).max(100);
const revision = z.coerce.number().int().min(0).max(1_000_000_000);
const object = z.record(z.string(), z.unknown());

const ratingSchema = z.strictObject({ draftId: id, is: z.enum(['right', 'wrong']) });

const casesSchema = z.object({
  filter: z.enum(CASE_FILTERS).optional(),
  page: z.coerce.number().int().min(1).max(10_000).optional(),
  again: z
    .literal('true')
    .transform(() => true as const)
    .optional(),
});

/**
 * Reads a button's data, with the inputs merged in, as a command. `verb` is the one that `Action.Execute` carries
 * beside the data. Unrecognised data becomes `unreadable` with its problem: `unknown-verb …`, `unknown-key …`,
 * `bad-value …`, `too-long …`, `missing …` or `not-an-object`. Never throws.
 */
export function readPayload(data: unknown, verb?: string): Command {
  const parsed = object.safeParse(data ?? {});
  if (!parsed.success) return unreadable('not-an-object');
  const fields = new Map(Object.entries(parsed.data).filter(([key]) => !FOREIGN_KEYS.includes(key)));
  const carried = fields.get('verb');
  if (verb !== undefined && carried !== undefined && carried !== verb) {
    return unreadable(`bad-value verb`);
  }
  const name = verb ?? carried;
  fields.delete('verb');
  if (typeof name !== 'string' || name === '') return unreadable('missing verb');
  const intakeVerb = INTAKE_VERBS.find((known) => known === name);
  if (intakeVerb) return readIntake(intakeVerb, fields);
  const caseVerb = CASE_VERBS.find((known) => known === name);
  if (caseVerb) return readCaseAction(caseVerb, fields);
  const outreachVerb = OUTREACH_VERBS.find((known) => known === name);
  if (outreachVerb) return readOutreach(outreachVerb, fields);
  const adviserVerb = ADVISER_VERBS.find((known) => known === name);
  if (adviserVerb) return readAdvisers(adviserVerb, fields);
  const absenceVerb = ABSENCE_VERBS.find((known) => known === name);
  if (absenceVerb) return readAbsence(absenceVerb, fields);
  return readSettingVerb(name, fields) ?? readOpener(name, fields);
}

function readAbsence(verb: AbsenceVerb, fields: ReadonlyMap<string, unknown>): Command {
  const inputs = readActionInputs(verb, ABSENCE_INPUTS, fields);
  return 'problem' in inputs ? unreadable(inputs.problem) : { name: 'absence', verb, input: inputs.input };
}

function readOpener(name: string, fields: ReadonlyMap<string, unknown>): Command {
  const allow = (...keys: string[]) => [...fields.keys()].find((key) => !keys.includes(key));
  const refused = (key: string) => unreadable(`unknown-key ${named(key)}`);
  const opener = Object.entries(OPENERS).find(([key]) => key === name)?.[1];
  if (opener) {
    const extra = allow();
    return extra === undefined ? { name: opener } : refused(extra);
  }
  if (name === 'open.cases') {
    const extra = allow('filter', 'page', 'again');
    if (extra !== undefined) return refused(extra);
    const read = casesSchema.safeParse(Object.fromEntries(fields));
    return read.success
      ? { name: 'cases', ...read.data }
      : unreadable(`bad-value ${named(read.error.issues[0]?.path[0])}`);
  }
  if (name === 'open.case') {
    const extra = allow('caseId');
    if (extra !== undefined) return refused(extra);
    const read = id.safeParse(fields.get('caseId'));
    return read.success ? { name: 'case', caseId: read.data } : unreadable('bad-value caseId');
  }
  if (name === 'open.overview' || name === 'open.digest') {
    const key = name === 'open.overview' ? 'daily' : 'wanted';
    const extra = allow(key);
    if (extra !== undefined) return refused(extra);
    const read = z.enum(['on', 'off']).optional().safeParse(fields.get(key));
    if (!read.success) return unreadable(`bad-value ${key}`);
    const isOn = read.data && { [key]: read.data === 'on' };
    return key === 'daily' ? { name: 'overview', ...isOn } : { name: 'digest', month: null, ...isOn };
  }
  if (name === 'open.language') {
    const extra = allow('language');
    if (extra !== undefined) return refused(extra);
    const read = z.enum(LANGUAGES).safeParse(fields.get('language'));
    return read.success ? { name: 'language', language: read.data } : unreadable('bad-value language');
  }
  if (name === 'open.rate') {
    const read = ratingSchema.safeParse(Object.fromEntries(fields));
    if (!read.success) return unreadable('bad-value draftId');
    return { name: 'rate', draftId: read.data.draftId, messageId: null, isRight: read.data.is === 'right' };
  }
  return readLine(name, fields) ?? unreadable(`unknown-verb ${named(name)}`);
}

/** The buttons that go on with what was typed, or with whom the person acts for. Undefined for another verb. */
function readLine(name: string, fields: ReadonlyMap<string, unknown>): Command | undefined {
  const only = (key: string) => [...fields.keys()].find((one) => one !== key);
  const read = (key: string): string | Command => {
    const extra = only(key);
    if (extra !== undefined) return unreadable(`unknown-key ${named(extra)}`);
    const value = z.string().trim().min(1).max(LONGEST).safeParse(fields.get(key));
    return value.success ? value.data : unreadable(`bad-value ${key}`);
  };
  switch (name) {
    case 'open.say':
    case 'open.log': {
      const text = read('text');
      return typeof text === 'string' ? { name: name === 'open.say' ? 'say' : 'log', text } : text;
    }
    case 'open.act-as': {
      const organisation = read('organisation');
      return typeof organisation === 'string' ? { name: 'act-as', organisation } : organisation;
    }
    default:
      return undefined;
  }
}

function readRevision(fields: ReadonlyMap<string, unknown>): number | null | undefined {
  const value = fields.get('revision');
  if (value === undefined || value === null) return null;
  if (typeof value !== 'number' && typeof value !== 'string') return undefined;
  const read = revision.safeParse(value);
  return value !== '' && read.success ? read.data : undefined;
}

function readOutreach(verb: OutreachVerb, fields: ReadonlyMap<string, unknown>): Command {
  const inputs = readActionInputs(verb, OUTREACH_INPUTS, fields);
  if ('problem' in inputs) return unreadable(inputs.problem);
  const about = z.nullish(id).safeParse(fields.get('outreachId'));
  if (!about.success) return unreadable('bad-value outreachId');
  return { name: 'outreach', verb, id: about.data ?? null, input: inputs.input };
}

function readAdvisers(verb: AdviserVerb, fields: ReadonlyMap<string, unknown>): Command {
  const inputs = readActionInputs(verb, ADVISER_INPUTS, fields);
  return 'problem' in inputs ? unreadable(inputs.problem) : { name: 'advisers', verb, input: inputs.input };
}

function readIntake(verb: IntakeVerb, fields: ReadonlyMap<string, unknown>): Command {
  if (fields.has('caseId')) return unreadable('unknown-key caseId');
  const inputs = readActionInputs(verb, DRAFT_INPUTS, fields);
  if ('problem' in inputs) return unreadable(inputs.problem);
  const draft = z.nullish(id).safeParse(fields.get('draftId'));
  if (!draft.success) return unreadable('bad-value draftId');
  const shown = readRevision(fields);
  if (shown === undefined) return unreadable('bad-value revision');
  return { name: 'intake', verb, draftId: draft.data ?? null, revision: shown, input: inputs.input };
}

function readCaseAction(verb: CaseVerb, fields: ReadonlyMap<string, unknown>): Command {
  if (fields.has('draftId')) return unreadable('unknown-key draftId');
  const inputs = readActionInputs(verb, inputsOf(verb), fields);
  if ('problem' in inputs) return unreadable(inputs.problem);
  const caseId = id.safeParse(fields.get('caseId'));
  if (!caseId.success) return unreadable(fields.has('caseId') ? 'bad-value caseId' : 'missing caseId');
  const shown = readRevision(fields);
  if (shown === undefined) return unreadable('bad-value revision');
  return { name: 'case-action', verb, caseId: caseId.data, revision: shown, input: inputs.input };
}
