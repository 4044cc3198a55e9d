import { isCvrNumber, isPNumber, normaliseCvr } from '../cvr-number.ts';
import { readMunicipality } from '../municipality-names.ts';
import { parseOrganisation } from '../organisation.ts';
import type { RawInput } from '../raw-input.ts';
import type { RefusalCode } from '../refusal-codes.ts';
import type { Refusal } from '../result.ts';
import { MAX_TEXT } from '../text-limit.ts';
import { TOOLS, type Tool } from '../tools.ts';
import { isCalendarDate } from '../triage/calendar-date.ts';
import {
  ANSWER_FORMS,
  AREAS,
  type Area,
  BASES,
  BASIS_SCOPES,
  DEPTHS,
  type Depth,
  ENTRIES,
  HANDOVER_FORMS,
  MATURITIES,
  REFERRERS,
  SEGMENTS,
  STAGES,
  TRIGGERS,
} from '../vocabulary.ts';
import type { FieldProblem, IntakeValues } from './draft.ts';

/** The parsed inputs of a form, a ready answer or a correction: values to set, values to clear, and problems. */
export interface ReadInputs {
  readonly values: IntakeValues;
  readonly cleared: readonly (keyof IntakeValues)[];
  readonly problems: readonly FieldProblem[];
}

type Read<T> = { readonly value: T } | Refusal;

const CONTROL = 'control:';

/** A typed founding date as ISO: `2011`, `04-2011`, `12.4.2011`, `2011-04-12`. Undefined where it is no date. */
function readFounded(typed: string): string | undefined {
  const text = typed.trim();
  const year = /^(1[6-9]\d\d|20\d\d)$/.exec(text);
  if (year) return text;
  const iso = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?:T.*)?$/.exec(text);
  const danish = /^(?:(\d{1,2})[./\s-]+)?(\d{1,2})[./\s-]+(\d{4})$/.exec(text);
  const [y, m, d] = iso ? [iso[1], iso[2], iso[3]] : danish ? [danish[3], danish[2], danish[1]] : [];
  if (y === undefined || m === undefined) return undefined;
  const month = `${y}-${m.padStart(2, '0')}`;
  const whole = `${month}-${(d ?? '1').padStart(2, '0')}`;
  if (!isCalendarDate(whole)) return undefined;
  return d === undefined ? month : whole;
}

/** The day by which triage reads a founding date: the middle of a year or month without further detail. */
export function foundedDay(founded: string, today: string): string {
  const day = founded.length === 4 ? `${founded}-07-01` : founded.length === 7 ? `${founded}-15` : founded;
  if (day <= today) return day;
  return founded.length === 4 ? `${founded}-01-01` : founded.length === 7 ? `${founded}-01` : founded;
}

function oneOf<T extends string>(words: readonly T[], code: RefusalCode): (typed: string) => Read<T> {
  return (typed) => {
    const value = words.find((word) => word === typed.trim());
    return value === undefined ? { code } : { value };
  };
}

function text(max: number): (typed: string) => Read<string> {
  return (typed) =>
    typed.trim().length > max
      ? { code: 'text-too-long', params: { max, length: typed.trim().length } }
      : { value: typed.trim() };
}

function flag(typed: string): Read<boolean> {
  const value = typed.trim();
  return value === 'true' || value === 'false' ? { value: value === 'true' } : { code: 'not-yes-or-no' };
}

function readAreas(typed: string): Read<readonly Area[]> {
  const words = typed
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const areas: Area[] = [];
  for (const word of words) {
    const area = AREAS.find((known) => known === word);
    if (!area) return { code: 'unknown-area', params: { area: word.slice(0, 60) } };
    if (!areas.includes(area)) areas.push(area);
  }
  return areas.length > 40 ? { code: 'too-many-areas', params: { max: 40 } } : { value: areas };
}

function readTools(typed: string): Read<readonly Tool[]> {
  const tools: Tool[] = [];
  for (const word of typed.split(',').map((part) => part.trim())) {
    const tool = TOOLS.find((known) => known === word);
    if (!tool && word !== '') return { code: 'not-in-list' };
    if (tool && !tools.includes(tool)) tools.push(tool);
  }
  return { value: tools };
}

/** A phone number. A Danish one has eight digits, with or without +45; others need their country code. */
function phone(typed: string): Read<string> {
  const digits = typed
    .replace(/[\s()./-]/g, '')
    .replace(/^00/, '+')
    .replace(/^\+45/, '');
  return /^(?:\d{8}|\+(?!45)[1-9]\d{6,14})$/.test(digits) ? { value: digits } : { code: 'not-a-phone' };
}

function email(typed: string): Read<string> {
  const value = typed.trim();
  return value.length <= 200 && /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]{2,}$/u.test(value)
    ? { value }
    : { code: 'not-an-email' };
}

/** Reads one input. An empty one clears its field. */
function readField(field: string, typed: string, today: string): Read<IntakeValues[keyof IntakeValues]> {
  switch (field) {
    case 'cvr': {
      const cvr = normaliseCvr(typed);
      return isCvrNumber(cvr) ? { value: cvr } : { code: 'not-a-cvr' };
    }
    case 'pNumber': {
      const number = typed.replace(/\s/g, '');
      return isPNumber(number) ? { value: number } : { code: 'not-a-p-number' };
    }
    case 'municipality': {
      const code = readMunicipality(typed);
      return code === undefined ? { code: 'unknown-municipality' } : { value: code };
    }
    case 'founded': {
      const founded = readFounded(typed);
      if (founded === undefined) return { code: 'not-a-date' };
      return foundedDay(founded, today) > today ? { code: 'date-in-future' } : { value: founded };
    }
    case 'companyName':
      return text(200)(typed);
    case 'contactName':
      return text(100)(typed);
    case 'description':
    case 'noTool':
      return text(MAX_TEXT)(typed);
    case 'contactPhone':
      return phone(typed);
    case 'contactEmail':
      return email(typed);
    case 'stage':
      return oneOf(STAGES, 'unknown-stage')(typed);
    case 'maturity':
      return oneOf(MATURITIES, 'unknown-maturity')(typed);
    case 'segment':
      return oneOf(SEGMENTS, 'unknown-segment')(typed);
    case 'depth':
      return oneOf(DEPTHS, 'unknown-depth')(typed);
    case 'consent':
      return oneOf(BASES, 'unknown-basis')(typed);
    case 'basisScope':
      return oneOf(BASIS_SCOPES, 'unknown-scope')(typed);
    case 'entry':
      return oneOf(ENTRIES, 'unknown-entry')(typed);
    case 'channel':
      return oneOf(ANSWER_FORMS, 'unknown-answer-form')(typed);
    case 'trigger':
      return oneOf(TRIGGERS, 'unknown-trigger')(typed);
    case 'referredBy': {
      const referrer = parseOrganisation(typed.trim());
      return referrer ? { value: referrer } : oneOf(REFERRERS, 'unknown-referrer')(typed);
    }
    case 'handover':
      return oneOf(HANDOVER_FORMS, 'not-in-list')(typed);
    case 'areas':
      return readAreas(typed);
    case 'tools':
      return readTools(typed);
    case 'crisis':
    case 'clarified':
      return flag(typed);
    default:
      return { code: 'unknown-field', params: { field: field.slice(0, 60) } };
  }
}

/**
 * Reads the inputs of the intake form or of an answer. Unreadable inputs come back as problems with the typed text, so
 * nothing is lost. `today` is an ISO date.
 */
export function readInputs(input: RawInput, today: string): ReadInputs {
  const values: Record<string, unknown> = {};
  const cleared: (keyof IntakeValues)[] = [];
  const problems: FieldProblem[] = [];
  const depths: Partial<Record<Area, Depth>> = {};
  for (const [field, typed] of Object.entries(input)) {
    if (field === 'question') continue;
    if (field.startsWith(CONTROL)) {
      const area = AREAS.find((known) => known === field.slice(CONTROL.length));
      // One yes to the control questions makes the need specialised (KL10). A skipped one says nothing of the depth.
      if (area && typed !== '' && typed !== 'skip') depths[area] = typed === 'none' ? 'basic' : 'specialised';
      continue;
    }
    if (typed.trim() === '') {
      cleared.push(field as keyof IntakeValues);
      continue;
    }
    const read = readField(field, typed, today);
    if ('value' in read) values[field] = read.value;
    else problems.push({ field, refusal: read, typed });
  }
  if (Object.keys(depths).length > 0) values.depths = depths;
  return { values: values as IntakeValues, cleared, problems };
}
