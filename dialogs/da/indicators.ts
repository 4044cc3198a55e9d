import type { IndicatorId } from '../../src/core/indicators/figure.ts';

/** Names of the indicators as the report writes them (domain, section 7). */
const names: Readonly<Record<IndicatorId, string>> = {
  'I-04': 'Brug af selvhjælpsværktøjer',
  'I-05': 'Før-startere henvist til platformen',
  'I-06': 'Tidlige iværksættere afklaret lokalt',
  'I-07': 'Vejledning i Erhvervshuset',
  'I-10': 'Henvist videre',
  'I-11-reported': 'Svartid, 48 timer (rapporteret)',
  'I-11-working': 'Svartid, 48 timer på arbejdsdage',
  'I-12': 'Registrerede sager',
  'I-21': 'Nye virksomheder i Erhvervshuset',
  'I-36': 'Virksomheder vejledt i Erhvervshuset',
  'I-39': 'Vejledte henvist videre',
  'I-71': 'Henvisninger',
};

export const indicators = {
  names,
  indicator: 'Indikator',
  count: 'Antal',
  of: 'Af',
  share: 'Andel',
  target: 'Mål',
  pending: 'Uafgjort',
  decimalSign: ',',
};
