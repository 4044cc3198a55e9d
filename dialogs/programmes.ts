import type { Language, Localized } from '../src/core/vocabulary.ts';
import { both } from './say.ts';

/** Why a programme is not open to a company, or what must be checked first. */
export const PROGRAMME_REASONS = {
  'company-first': both('kræver en virksomhed først', 'needs a company first'),
  'turnover-or-funding-unknown': both(
    'omsætning eller ekstern finansiering er ukendt',
    'turnover or external funding not known',
  ),
  'turnover-and-funding-too-low': both(
    'for lav omsætning og ekstern finansiering',
    'turnover and external funding too low',
  ),
  'employees-or-turnover-unknown': both(
    'ansatte eller omsætning er ukendt',
    'employees or turnover not known',
  ),
  'employees-or-turnover-too-high': both(
    'for mange ansatte eller for høj omsætning',
    'too many employees or turnover',
  ),
  'employees-unknown': both('antal ansatte er ukendt', 'number of employees not known'),
  'too-large': both('virksomheden er for stor', 'the company is too large'),
} as const satisfies Readonly<Record<string, Localized>>;

const words: ReadonlyMap<string, Localized> = new Map(Object.entries(PROGRAMME_REASONS));

/** Why a programme is not open to the company, or what to check; an unknown code is shown as it is. */
export function programmeReasonWords(code: string, language: Language): string {
  return words.get(code)?.[language] ?? code;
}
