import type { IndicatorId } from '../core/indicators/figure.ts';
import type { Localized } from '../core/vocabulary.ts';

/** The indicators by name, as the report writes them (domain, section 7). */
export const INDICATOR_WORDS: Readonly<Record<IndicatorId, Localized>> = {
  'I-04': { da: 'Brug af selvhjælpsværktøjer', en: 'Use of self-help tools' },
  'I-05': { da: 'Før-startere henvist til platformen', en: 'Pre-starters referred to the platform' },
  'I-06': { da: 'Tidlige iværksættere afklaret lokalt', en: 'Early entrepreneurs clarified locally' },
  'I-07': { da: 'Vejledning i Erhvervshuset', en: 'Guidance at the Erhvervshus' },
  'I-10': { da: 'Henvist videre', en: 'Referred on' },
  'I-11-reported': { da: 'Svartid, 48 timer (rapporteret)', en: 'Answer time, 48 hours (reported)' },
  'I-11-working': { da: 'Svartid, 48 timer på arbejdsdage', en: 'Answer time, 48 hours on working days' },
  'I-12': { da: 'Registrerede sager', en: 'Cases registered' },
  'I-21': { da: 'Nye virksomheder i Erhvervshuset', en: 'New companies at the Erhvervshus' },
  'I-36': { da: 'Virksomheder vejledt i Erhvervshuset', en: 'Companies guided at the Erhvervshus' },
  'I-39': { da: 'Vejledte henvist videre', en: 'Guided companies referred on' },
  'I-71': { da: 'Henvisninger', en: 'Referrals' },
};
