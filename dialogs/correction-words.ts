import { CORRECTABLE, type CorrectableField } from '../src/core/case/correction.ts';
import type { IntakeField } from '../src/core/intake/draft.ts';
import type { RawInput } from '../src/core/raw-input.ts';
import { FIELD_WORDS, readFieldValue } from './field-words.ts';
import { leading } from './fold.ts';
import { anyOf } from './phrases.ts';

/** Reads the typed form of a correction: `ret <id> kommune Viborg; telefon: 40 41 12 34`. */

const TO = new RegExp(`^(?:${anyOf(({ particles }) => particles.to)})\\s+(?=\\S)`, 'i');
const MORE = new RegExp(`^(?:\\+|(?:${anyOf(({ particles }) => particles.add)})(?=\\s|$))\\s*`, 'i');
const LESS = new RegExp(
  `^(?:[-–](?!\\d)|(?:${anyOf(({ particles }) => particles.remove)})(?=\\s|$))\\s*`,
  'i',
);

const isCorrectable = (field: IntakeField): field is CorrectableField =>
  CORRECTABLE.some((one) => one === field);

/** `behov +eksport`: the whole list, or needs to add or to remove. */
function needsOf(typed: string, way: 'needs' | 'addNeeds' | 'removeNeeds'): RawInput {
  return { [way]: readFieldValue('areas', typed) ?? typed };
}

/** One field with its value. Another field, or a word that is none, is passed on for the application to refuse. */
function readPart(part: string): RawInput {
  const before = MORE.test(part) ? 'addNeeds' : LESS.test(part) ? 'removeNeeds' : undefined;
  const text = part.replace(MORE, '').replace(LESS, '');
  const found = leading(text.replace(/^([^:=]+)[:=]/, '$1 '), FIELD_WORDS);
  if (!found) return part === '' ? {} : { unknownField: text.split(/\s/)[0] ?? text };
  const field = found.value;
  if (!isCorrectable(field)) return { [field]: found.rest };
  const value = found.rest.replace(TO, '');
  if (field === 'areas') {
    if (before) return needsOf(value, before);
    if (MORE.test(value)) return needsOf(value.replace(MORE, ''), 'addNeeds');
    return LESS.test(value) ? needsOf(value.replace(LESS, ''), 'removeNeeds') : needsOf(value, 'needs');
  }
  // A field without a value takes nothing away: `fjern telefon` and `telefon slet` do.
  if (before === 'removeNeeds' || (LESS.test(value) && value.replace(LESS, '') === ''))
    return { [field]: '' };
  if (value === '') return {};
  return { [field]: readFieldValue(field, value) ?? value };
}

/** The fields of a typed correction, separated by semicolons or line breaks. */
export function readCorrection(rest: string): RawInput {
  const parts = rest.split(/[;\n]/).map((part) => part.trim());
  return Object.assign({}, ...parts.filter((part) => part !== '').map(readPart));
}
