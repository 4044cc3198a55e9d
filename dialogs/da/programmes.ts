import type { ProgrammeReason } from '../../src/core/triage/decision.ts';

/** Reasons why a programme is closed to a company, or what must be checked first. */
export const programmes: Readonly<Record<ProgrammeReason, string>> = {
  'programme-decides': 'programmet afgør selv, hvem der kan deltage',
  'no-funds': 'der er ikke flere midler',
  'company-first': 'kræver en virksomhed først',
  'turnover-or-funding-unknown': 'omsætningen og den eksterne finansiering er ukendt',
  'turnover-and-funding-too-low': 'for lav omsætning og ekstern finansiering',
  'turnover-unknown': 'omsætningen er ukendt',
  'funding-unknown': 'den eksterne finansiering er ukendt',
  'employees-or-turnover-unknown': 'antallet af ansatte og omsætningen er ukendt',
  'employees-or-turnover-too-high': 'for mange ansatte eller for høj omsætning',
  'employees-unknown': 'antallet af ansatte er ukendt',
  'too-large': 'virksomheden er for stor',
};
