import type { Language } from '../vocabulary.ts';
import { REMARKS } from './source-remarks.ts';

/** The documents behind the rules, by the short names that the rules cite them with (policy, first lines). */
const DOCUMENTS: Readonly<Record<string, string>> = {
  P19: 'Principper for god erhvervsservice i Midtjylland (2019)',
  R19: 'Aftale om rammerne for Erhvervshuse 2019-2020',
  R21: 'Aftale om rammerne for Erhvervshuse 2021-2023',
  NJ19: 'Resultatkontrakt for Erhvervshus Nordjylland 2019',
  MJ22: 'Resultatkontrakt for Erhvervshus Midtjylland 2022',
  KL10: 'Rapport om lokal erhvervspolitik (KL, 2010)',
};

const CITED = new RegExp(`^(${Object.keys(DOCUMENTS).join('|')})\\b[ ,:]*(.*)$`);

/**
 * The source of a rule as a person reads it: `P19; R19 note 2` with the documents by their titles, which are Danish, and
 * what is cited of each in the reader's language. A remark without an English text stays as it is cited.
 */
export function sourceNames(source: string, language: Language): string {
  const remarkIn = (remark: string) => REMARKS[language][remark] ?? remark;
  return source
    .split('; ')
    .map((part) => {
      const [, name = '', remark = ''] = CITED.exec(part) ?? [];
      const title = DOCUMENTS[name];
      if (title === undefined) return remarkIn(part);
      if (remark === '') return title;
      return `${title}${remark.startsWith('(') ? '' : ','} ${remarkIn(remark)}`;
    })
    .join('; ');
}
