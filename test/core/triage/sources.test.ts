import { expect, it } from 'vitest';
import { AGREED_RULES } from '../../../src/core/triage/rules/rule-set.ts';
import { sourceNames } from '../../../src/core/triage/sources.ts';

it('puts the titles of documents in the place of their short names, and what is cited of them after it', () => {
  const [p19, r21] = [
    'Principper for god erhvervsservice i Midtjylland (2019)',
    'Aftale om rammerne for Erhvervshuse 2021-2023',
  ];
  expect(sourceNames('P19 bilag A; R21 krisehåndtering', 'da')).toBe(
    `${p19}, bilag A; ${r21}, krisehåndtering`,
  );
  expect(sourceNames('P19 bilag A; R21 krisehåndtering', 'en')).toBe(
    `${p19}, annex A; ${r21}, companies in crisis`,
  );
  expect(sourceNames('P19 (omstridt i bilag A og B)', 'en')).toBe(`${p19} (disputed in annexes A and B)`);
});

it('says in English whatever a rule cites of a document', () => {
  for (const { source } of [...AGREED_RULES.owners, ...AGREED_RULES.additions]) {
    const [danish, english] = [sourceNames(source, 'da').split('; '), sourceNames(source, 'en').split('; ')];
    for (const [index, part] of danish.entries()) {
      // A title alone, or a remark that is written alike in both languages.
      const hasRemark = source.split('; ')[index]?.replace(/^[A-Z]{1,2}\d\d$/, '') !== '';
      if (hasRemark && !/, note \d$/.test(part)) expect(english[index], source).not.toBe(part);
    }
  }
});
