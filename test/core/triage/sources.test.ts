import { expect, it } from 'vitest';
import { AGREED_RULES } from '../../../src/core/triage/rules/rule-set.ts';
import { REMARKS } from '../../../src/core/triage/source-remarks.ts';
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

it('says something of every remark in English, and leaves one that it does not know as it is cited', () => {
  expect(Object.values(REMARKS.en).filter((remark) => !/\p{L}{2}/u.test(remark))).toEqual([]);
  expect(sourceNames('P19 bilag Æ', 'en')).toMatch(/, bilag Æ$/);
});

it('leaves a source that is none of the documents as it is cited, in English where that is known', () => {
  expect(sourceNames('Kataloget over tilbud', 'da')).toBe('Kataloget over tilbud');
  expect(sourceNames('Kataloget over tilbud', 'en')).toBe('The catalogue of offers');
  expect(sourceNames('Et møde', 'en')).toBe('Et møde');
  expect(sourceNames('P19; Et møde', 'da')).toMatch(/^Principper .*\); Et møde$/);
});
