/** The documents behind the rules, by the short names that the rules cite them with (policy, first lines). */
const DOCUMENTS: Readonly<Record<string, string>> = {
  P19: 'Principper for god erhvervsservice i Midtjylland (2019)',
  R19: 'Aftale om rammerne for Erhvervshuse 2019-2020',
  R21: 'Aftale om rammerne for Erhvervshuse 2021-2023',
  NJ19: 'Resultatkontrakt for Erhvervshus Nordjylland 2019',
  MJ22: 'Resultatkontrakt for Erhvervshus Midtjylland 2022',
  KL10: 'Rapport om lokal erhvervspolitik (KL, 2010)',
};

const SHORT_NAMES = new RegExp(`\\b(?:${Object.keys(DOCUMENTS).join('|')})\\b`, 'g');

/** The source of a rule with its documents by their titles: `P19; R19` as a person reads it. Titles are Danish. */
export function sourceNames(source: string): string {
  return source.replace(SHORT_NAMES, (name) => DOCUMENTS[name] ?? name);
}
