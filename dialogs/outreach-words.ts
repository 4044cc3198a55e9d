import type { Command } from '../src/core/command.ts';
import {
  OUTREACH_FORMS,
  OUTREACH_OUTCOMES,
  type OutreachInput,
  type OutreachVerb,
} from '../src/core/outreach/outreach.ts';
import type { RawInput } from '../src/core/raw-input.ts';
import { SEGMENTS } from '../src/core/vocabulary.ts';
import { readCaseId } from './case-id.ts';
import { readAreas } from './field-words.ts';
import { foldWords, leading } from './fold.ts';
import { dateIn } from './moment-words.ts';
import { organisationOf } from './organisation-words.ts';
import { phrases, withCodes } from './phrases.ts';

/** Reads the typed forms of outreach: `opsøg 25313763: eksport`, `besøg 25313763 udfald: intet behov; den: 3-11-2026`. */

const FIELDS = phrases<OutreachInput>(({ outreach }) => outreach.fieldWords);
const FORMS = withCodes(OUTREACH_FORMS, ({ outreach }) => outreach.formWords);
const OUTCOMES = withCodes(
  OUTREACH_OUTCOMES,
  ({ outreach }) => outreach.outcomeWords,
  ({ outreach }) => outreach.outcomes,
);
const SEGMENT_WORDS = withCodes(SEGMENTS, ({ labels }) => labels.segment);

type OutreachCommand = Extract<Command, { name: 'outreach' }>;

function outreach(verb: OutreachVerb, id: string | null, input: RawInput = {}): OutreachCommand {
  return { name: 'outreach', verb, id, input };
}

/** A typed value of a field as its code; unknown words are passed on for the application to refuse. */
export function outreachValue(field: string, typed: string): string {
  const text = typed.trim();
  switch (field) {
    case 'form':
      return FORMS.get(foldWords(text)) ?? text;
    case 'outcome':
      return OUTCOMES.get(foldWords(text)) ?? text;
    case 'on':
    case 'plannedOn':
      return dateIn(text) ?? text;
    case 'areas':
      return readAreas(text) ?? text;
    case 'segment':
      return SEGMENT_WORDS.get(foldWords(text)) ?? text;
    case 'pNumber':
      return text.replace(/\s/g, '');
    case 'case':
      return readCaseId(text)?.caseId ?? text;
    case 'jointly':
      return text
        .split(',')
        .map((one) => organisationOf(one) ?? one.trim())
        .join(',');
    default:
      return text;
  }
}

/** A part that names its field: `udfald: intet behov`. */
function named(text: string): readonly [OutreachInput, string] | undefined {
  const colon = text.search(/[:=]/);
  const field = colon > 0 ? FIELDS.get(foldWords(text.slice(0, colon))) : undefined;
  return field && [field, outreachValue(field, text.slice(colon + 1))];
}

/** A part without a field's name: a form, an outcome or a date says itself what it is; other words are the remark. */
function unnamed(text: string): readonly [OutreachInput, string] {
  const folded = foldWords(text);
  const outcome = OUTCOMES.get(folded);
  if (outcome) return ['outcome', outcome];
  const form = FORMS.get(folded);
  if (form) return ['form', form];
  const opened = leading(text, OUTCOMES);
  if (opened?.value === 'case' && readCaseId(opened.rest)) return ['outcome', text];
  const day = dateIn(text);
  return day === undefined ? ['note', text] : ['on', day];
}

const OF_PLAN: readonly OutreachInput[] = ['need', 'areas', 'plannedOn', 'pNumber', 'segment'];

/** A part of a plan: a day is the planned one, and what a plan has no field for is the need. */
function ofPlan(text: string): readonly [OutreachInput, string] {
  const part = named(text);
  if (part && OF_PLAN.includes(part[0])) return part;
  if (part?.[0] === 'on') return ['plannedOn', part[1]];
  const day = dateIn(text);
  return day === undefined ? ['need', text] : ['plannedOn', day];
}

/** Fields whose parts follow one another. */
const TEXTS: readonly OutreachInput[] = ['need', 'note', 'reason'];

function partsOf(rest: string, read = (text: string) => named(text) ?? unnamed(text)): RawInput {
  const input: Record<string, string> = {};
  for (const typed of rest.split(/[;\n]/)) {
    const text = typed.trim();
    if (text === '') continue;
    const [field, value] = read(text);
    // `udfald: sag K3F9-QTX2` names the case that came of it.
    const linked = field === 'outcome' ? leading(value, OUTCOMES) : undefined;
    if (linked && linked.rest !== '') {
      input.outcome = linked.value;
      input.case = readCaseId(linked.rest)?.caseId ?? linked.rest;
    } else if (TEXTS.includes(field) && input[field]) input[field] = `${input[field]}; ${value}`;
    else input[field] = value;
  }
  return input;
}

const CVR = /^(?:cvr\D{0,3})?((?:\d[ ]?){7}\d)(?!\d)[\s,:;–-]*/i;

/** The company at the beginning of a text: a CVR number, or a name up to a colon or comma; without either, all of it. */
function companyIn(text: string): { readonly company: string; readonly rest: string } {
  const number = CVR.exec(text);
  if (number)
    return { company: (number[1] ?? '').replace(/ /g, ''), rest: text.slice(number[0].length).trim() };
  const named = /^([^:;,]+)[:;,]\s*(.*)$/s.exec(text);
  return named
    ? { company: (named[1] ?? '').trim(), rest: (named[2] ?? '').trim() }
    : { company: text.trim(), rest: '' };
}

/** `opsøg Hansen VVS: eksport`. The word alone is the list. */
export function readLook(rest: string): Command {
  if (rest === '') return outreach('outreach.list', null);
  const { company, rest: need } = companyIn(rest);
  return outreach('outreach.look', null, { company, ...(need !== '' && { need }) });
}

/** `planlæg opsøgning 25313763: eksport; planlagt: 3-12-2026`. */
export function readPlan(rest: string): Command | undefined {
  if (rest === '') return undefined;
  const { company, rest: more } = companyIn(rest);
  return outreach('outreach.plan', null, { company, ...partsOf(more, ofPlan) });
}

/** `besøg 25313763 udfald: intet behov`. Undefined where neither a contact, a CVR number nor a part with a name follows. */
export function readMade(rest: string): Command | undefined {
  const id = CVR.test(rest) ? undefined : readCaseId(rest);
  if (id) return outreach('outreach.made', id.caseId, partsOf(id.rest));
  const number = CVR.exec(rest);
  if (number) {
    const { company, rest: more } = companyIn(rest);
    return outreach('outreach.made', null, { company, ...partsOf(more) });
  }
  // `besøg Hansen VVS; udfald: intet behov`: without a part that is named, the words are a need.
  const [company = '', ...more] = rest.split(';');
  const input = partsOf(more.join(';'));
  return more.length > 0 && company.trim() !== '' && input.outcome !== undefined
    ? outreach('outreach.made', null, { company: company.trim(), ...input })
    : undefined;
}

/** `ingen indsigelse K3F9-QTX2`, `indsigelse K3F9-QTX2 vi er der i morgen`. What follows the number is the reason. */
export function readReply(
  verb: 'outreach.clear' | 'outreach.object' | 'outreach.cancel' | 'outreach.show',
  rest: string,
): Command | undefined {
  const id = readCaseId(rest);
  if (!id) return undefined;
  const reason = id.rest.replace(/^[\s:,–-]+/, '');
  if (verb === 'outreach.show') return reason === '' ? outreach(verb, id.caseId) : undefined;
  return outreach(verb, id.caseId, reason === '' && verb !== 'outreach.object' ? {} : { reason });
}
