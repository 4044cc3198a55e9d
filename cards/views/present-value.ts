import type { Case } from '../../src/core/case/case.ts';
import { type CorrectableField, valueText } from '../../src/core/case/correction.ts';
import { VALUES } from '../../src/core/case/redacted-case.ts';
import type { Visibility } from '../../src/core/case/visibility.ts';
import { findMunicipality } from '../../src/core/municipalities.ts';
import type { Input } from '../view.ts';
import { phoneWords } from './parts.ts';

/** `1.5.2024`, `5.2024` or `2024`, as a founding date is typed. */
function foundedWords(iso: string): string {
  return iso.split('-').reverse().map(Number).join('.');
}

/** A value as it is shown and typed again. Codes of closed lists stay codes: a choice takes them. */
export function typedValue(field: CorrectableField, text: string): string {
  if (text === '') return '';
  switch (field) {
    case 'municipality':
      return findMunicipality(text)?.name ?? text;
    case 'contactPhone':
      return phoneWords(text) ?? text;
    case 'founded':
      return foundedWords(text);
    default:
      return text;
  }
}

/**
 * The input of a correction with the present value; null where the viewer may not see it. Nobody can empty a field that
 * they were not shown.
 */
export function withPresentValue(input: Input, kase: Case, visible: Visibility): Input | null {
  const field = (input.id === 'needs' ? 'areas' : input.id) as CorrectableField;
  if (!visible[VALUES[field]]) return null;
  const text = valueText(kase.values[field]) ?? '';
  if (input.kind === 'choice') return { ...input, value: text === '' ? [] : text.split(',') };
  return input.kind === 'text' ? { ...input, value: typedValue(field, text) } : input;
}
