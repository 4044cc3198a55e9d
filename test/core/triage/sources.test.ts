import { expect, it } from 'vitest';
import { OWNER_RULES } from '../../../src/core/triage/rules/owner-rules.ts';
import { sourceNames } from '../../../src/core/triage/sources.ts';

it('puts the titles of documents in the place of their short names, and leaves the rest as it is cited', () => {
  expect(sourceNames('P19 bilag A; R21 note 5')).toBe(
    'Principper for god erhvervsservice i Midtjylland (2019) bilag A; Aftale om rammerne for Erhvervshuse 2021-2023 note 5',
  );
});

it('knows every document that a rule of ownership cites', () => {
  for (const { source } of OWNER_RULES) expect(sourceNames(source)).not.toMatch(/\b[A-Z]{1,2}\d\d\b/);
});
