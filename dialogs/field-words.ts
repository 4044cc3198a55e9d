import { FOLLOW_UP_RESULTS, RETURN_REASONS } from '../src/core/case/word-lists.ts';
import { normaliseCvr } from '../src/core/cvr-number.ts';
import { INTAKE_FIELDS, type IntakeField } from '../src/core/intake/draft.ts';
import { readMunicipality } from '../src/core/municipality-names.ts';
import { TOOLS } from '../src/core/tools.ts';
import {
  ANSWER_FORMS,
  AREAS,
  DEPTHS,
  ENTRIES,
  HANDOVER_FORMS,
  MATURITIES,
  REFERRERS,
  SEGMENTS,
  STAGES,
  TRIGGERS,
} from '../src/core/vocabulary.ts';
import { readBasis } from './basis-words.ts';
import { foldWords } from './fold.ts';
import { dateIn, monthIn } from './moment-words.ts';
import { organisationOf } from './organisation-words.ts';
import { anyOf, withCodes } from './phrases.ts';

/** Words for fields and their values in any language, read into the codes that the form sends. */

/** Words for a field: `ret kommune Viborg`, `correct phone 40411234`. */
export const FIELD_WORDS = withCodes(INTAKE_FIELDS, ({ fieldWords }) => fieldWords.fields);

/** Words for the parts of an intake that stand on no form. */
export const BESIDE_WORDS = withCodes(['handover', 'noTool'] as const, ({ fieldWords }) => fieldWords.beside);

const HANDOVER_WORDS = withCodes(HANDOVER_FORMS, ({ settings }) => settings.choiceWords.handoverForm);

/** A typed form of a handover as its code; as it was typed where it is none. */
export function readHandoverForm(text: string): string {
  return HANDOVER_WORDS.get(foldWords(text)) ?? text;
}

const STAGE_WORDS = withCodes(
  STAGES,
  ({ fieldWords }) => fieldWords.stage,
  ({ labels }) => labels.stage,
);

const MATURITY_WORDS = withCodes(MATURITIES, ({ fieldWords }) => fieldWords.maturity);
const SEGMENT_WORDS = withCodes(SEGMENTS, ({ fieldWords }) => fieldWords.segment);
const DEPTH_WORDS = withCodes(DEPTHS, ({ fieldWords }) => fieldWords.depth);
const TRIGGER_WORDS = withCodes(
  TRIGGERS,
  ({ fieldWords }) => fieldWords.trigger,
  ({ labels }) => labels.trigger,
);
const REFERRER_WORDS = withCodes(
  REFERRERS,
  ({ fieldWords }) => fieldWords.referrer,
  ({ labels }) => labels.referrer,
);
const ENTRY_WORDS = withCodes(ENTRIES, ({ fieldWords }) => fieldWords.entry);

/** How the company got its answer or made contact, by code, label or everyday words. */
export const ANSWER_FORM_WORDS = withCodes(
  ANSWER_FORMS,
  ({ fieldWords }) => fieldWords.answerForm,
  ({ labels }) => labels.answerForm,
);

const YES_NO_WORDS = withCodes(['true', 'false'], ({ fieldWords }) => fieldWords.yesNo);

/** Words for single areas, with their labels. Free text is read by the language model. */
const AREA_WORDS = withCodes(
  AREAS,
  ({ fieldWords }) => fieldWords.area,
  ({ labels }) => labels.area,
);

const TOOL_WORDS = withCodes(
  TOOLS,
  ({ registration }) => registration.words.tool,
  ({ registration }) => registration.tool,
);

/** Return reasons by code, label or everyday words. */
export const RETURN_REASON_WORDS = withCodes(
  RETURN_REASONS,
  ({ fieldWords }) => fieldWords.returnReason,
  ({ caseLabels }) => caseLabels.returnReason,
);

/** What a follow-up found, by code, label or everyday words. */
export const FOLLOW_UP_WORDS = withCodes(
  FOLLOW_UP_RESULTS,
  ({ fieldWords }) => fieldWords.followUpResult,
  ({ caseLabels }) => caseLabels.followUpResult,
);

const BETWEEN = new RegExp(`[,;\\n]|\\s+(?:${anyOf(({ particles }) => particles.and)})\\s+`, 'i');

/** `ja` or `nej` in any of their forms, as the form's boolean. */
export function readYesNo(text: string): 'true' | 'false' | undefined {
  return YES_NO_WORDS.get(foldWords(text));
}

/**
 * Areas named one by one (`eksport, finansiering og 3`), as the form's comma-separated codes. Undefined where a part is
 * no area.
 */
export function readAreas(text: string, numbered: readonly string[] = AREAS): string | undefined {
  const whole = AREA_WORDS.get(foldWords(text));
  if (whole) return whole;
  const parts = text.split(BETWEEN).map((part) => part.trim());
  const areas = parts
    .filter((part) => part !== '')
    .map((part) => (/^\d{1,2}$/.test(part) ? numbered[Number(part) - 1] : AREA_WORDS.get(foldWords(part))));
  if (areas.length === 0 || areas.includes(undefined)) return undefined;
  return [...new Set(areas)].join(',');
}

/** Self-help tools named one by one, as the form's comma-separated codes. Undefined where a part is no tool. */
function readTools(text: string): string | undefined {
  const tools = text.split(BETWEEN).map((part) => TOOL_WORDS.get(foldWords(part)));
  return tools.includes(undefined) ? undefined : [...new Set(tools)].join(',');
}

/**
 * A typed value of a field as the form would send it. Undefined where the words are not understood. Free-text fields
 * accept any text.
 */
export function readFieldValue(field: IntakeField, text: string): string | undefined {
  const typed = text.trim();
  const folded = foldWords(typed);
  switch (field) {
    case 'cvr':
      return normaliseCvr(typed);
    case 'pNumber':
    case 'contactPhone':
      return typed.replace(/[\s.]/g, '');
    case 'companyName':
    case 'contactName':
    case 'contactEmail':
    case 'description':
      return typed;
    case 'founded':
      return dateIn(typed) ?? monthIn(typed) ?? typed;
    case 'municipality':
      return readMunicipality(typed);
    case 'stage':
      return STAGE_WORDS.get(folded);
    case 'maturity':
      return MATURITY_WORDS.get(folded);
    case 'segment':
      return SEGMENT_WORDS.get(folded);
    case 'areas':
      return readAreas(typed);
    case 'depth':
      return DEPTH_WORDS.get(folded);
    case 'crisis':
    case 'clarified':
      return readYesNo(typed);
    case 'consent':
      return readBasis(typed)?.kind;
    case 'entry':
      return ENTRY_WORDS.get(folded);
    case 'channel':
      return ANSWER_FORM_WORDS.get(folded);
    case 'trigger':
      return TRIGGER_WORDS.get(folded);
    case 'referredBy':
      return REFERRER_WORDS.get(folded) ?? organisationOf(typed);
    case 'tools':
      return readTools(typed);
    default: {
      const never: never = field;
      return never;
    }
  }
}
