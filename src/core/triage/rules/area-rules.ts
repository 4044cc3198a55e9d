import type { ActorCode, Area } from '../../vocabulary.ts';
import type { SelfHelpTool } from '../decision.ts';
import { type AdditionRule, atEhm, ehmGuides, refer, wants } from './additions.ts';
import { addGrowthProgrammes, exportSparring, innoBooster, smvDigital } from './programmes.ts';

/** Self-help tools for a single need (A2). */
const TOOLS: readonly (readonly [Area, SelfHelpTool])[] = [
  ['business-plan', 'business-model-canvas'],
  ['green-transition', 'klimakompasset'],
  ['regulatory-compliance', 'privacy-kompasset'],
];

/** Partners that follow the Erhvervshus's guidance on innovation and knowledge (A6). */
const INNOVATION_PARTNERS: readonly (readonly [Area, readonly ActorCode[]])[] = [
  ['innovation-strategy', ['innovation-fund', 'cluster']],
  ['knowledge-collaboration', ['innovation-fund', 'cluster', 'knowledge-institution']],
];

const TECHNOLOGY: readonly Area[] = ['new-technology-it', 'automation'];

/**
 * The first half of the policy's table "What else the decision carries", with its readings: referrals and offers by the
 * company's profile and needs.
 */
export const AREA_RULES: readonly AdditionRule[] = [
  {
    id: 'A1',
    strength: 'default',
    source: 'P19',
    da: 'Alle før-startere henvises til den digitale platform.',
    en: 'Every pre-starter is referred to the digital platform.',
    says: {
      da: 'en før-starter, som andre end platformen ejer, hvor kommunen henviser til platformen',
      en: 'a pre-starter whom another than the platform owns, where the municipality refers to the platform',
    },
    add: (s, d) => {
      if (s.stage !== 'pre-starter' || d.owner.actor === 'digital') return false;
      if (s.settings.preStarter === 'les-only') return false;
      refer(d, 'A1', 'digital', 'now');
      return true;
    },
  },
  {
    id: 'A2',
    strength: 'default',
    source: 'P19: mindst 30 % bruger et selvhjælpsværktøj',
    da: 'Digitale selvhjælpsværktøjer er en god forberedelse.',
    en: 'Digital self-help tools are a good preparation.',
    says: { da: 'ejeren er ikke den digitale platform', en: 'the owner is not the digital platform' },
    add: (s, d) => {
      if (d.owner.actor === 'digital') return false;
      d.selfHelp.push({ tool: 'virksomhedsguiden', rule: 'A2' });
      if (ehmGuides(d) && !d.rescue) d.selfHelp.push({ tool: 'vaeksthjulet', rule: 'A2' });
      for (const [area, tool] of TOOLS) if (wants(s, area)) d.selfHelp.push({ tool, rule: 'A2' });
      return true;
    },
  },
  {
    id: 'A3',
    strength: 'default',
    source: 'NJ19 bilag 3',
    da: 'Internationalisering: Eksportrådet (The Trade Council) efter den indledende vejledning; Eksportsparring til virksomheder med under 100 ansatte og under 150 mio. kr. i omsætning.',
    en: 'Internationalisation: The Trade Council after the initial guidance; Eksportsparring for companies with under 100 employees and under DKK 150 million turnover.',
    says: { da: 'internationalisering hos Erhvervshuset', en: 'internationalisation at the Erhvervshus' },
    add: (s, d) => {
      if (!atEhm(d) || !wants(s, 'internationalisation')) return false;
      d.programmes.push({ name: 'Eksportsparring', ...exportSparring(s.company), rule: 'A3' });
      refer(d, 'A3', 'trade-council', 'after-guidance', 'internationalisation');
      return true;
    },
  },
  {
    id: 'A4',
    strength: 'default',
    source: 'R21',
    da: 'Finansiering af eksport: EKF (nu EIFO) giver den dybere vejledning.',
    en: 'Financing of exports: EKF (now EIFO) gives the deeper guidance.',
    says: {
      da: 'internationalisering og finansiering sammen hos Erhvervshuset',
      en: 'internationalisation and financing together at the Erhvervshus',
    },
    add: (s, d) => {
      if (!atEhm(d) || !wants(s, 'internationalisation') || !wants(s, 'financing')) return false;
      refer(d, 'A4', 'ekf', 'after-guidance', 'financing');
      return true;
    },
  },
  {
    id: 'A5',
    strength: 'default',
    source: 'R19; R21',
    da: 'Finansiering: Vækstfonden (nu EIFO) efter Erhvervshusets vejledning.',
    en: 'Financing: Vækstfonden (now EIFO) after the guidance of the Erhvervshus.',
    says: { da: 'finansiering hos Erhvervshuset', en: 'financing at the Erhvervshus' },
    add: (s, d) => {
      if (!atEhm(d) || !wants(s, 'financing')) return false;
      refer(d, 'A5', 'growth-fund', 'after-guidance', 'financing');
      return true;
    },
  },
  {
    id: 'A6',
    strength: 'default',
    source: 'NJ19 bilag 3; R19 note 2',
    da: 'Innovation og videnssamarbejde: Innovationsfonden og klyngerne. Hjælp til ansøgningen giver Erhvervshusets egne konsulenter; det må fondens medarbejdere ikke.',
    en: 'Innovation and knowledge collaboration: Innovation Fund Denmark and the clusters. Help with the application comes from the Erhvervshus’s own consultants; the fund’s staff may not give it.',
    says: {
      da: 'innovation eller videnssamarbejde hos Erhvervshuset',
      en: 'innovation or knowledge collaboration at the Erhvervshus',
    },
    add: (s, d) => {
      if (!atEhm(d)) return false;
      let called = false;
      for (const [area, actors] of INNOVATION_PARTNERS) {
        if (!wants(s, area)) continue;
        for (const actor of actors) refer(d, 'A6', actor, 'after-guidance', area);
        called = true;
      }
      if (!called) return false;
      d.programmes.push({ name: 'InnoBooster', ...innoBooster(s), rule: 'A6' });
      return true;
    },
  },
  {
    id: 'A7',
    strength: 'default',
    source: 'R21',
    da: 'Ny teknologi og automatisering: et GTS-institut efter vejledningen.',
    en: 'New technology and automation: a GTS institute after the guidance.',
    says: {
      da: 'ny teknologi eller automatisering hos Erhvervshuset',
      en: 'new technology or automation at the Erhvervshus',
    },
    add: (s, d) => {
      if (!atEhm(d)) return false;
      let called = false;
      for (const area of TECHNOLOGY) {
        if (!wants(s, area)) continue;
        refer(d, 'A7', 'gts', 'after-guidance', area);
        called = true;
      }
      return called;
    },
  },
  {
    id: 'A8',
    strength: 'default',
    source: 'NJ19 bilag 3; R19',
    da: 'Digitalisering i små og mellemstore virksomheder: SMV:Digital.',
    en: 'Digitalisation in small and medium companies: SMV:Digital.',
    says: { da: 'digitalisering hos Erhvervshuset', en: 'digitalisation at the Erhvervshus' },
    add: (s, d) => {
      if (!atEhm(d) || !wants(s, 'digitalisation')) return false;
      d.programmes.push({ name: 'SMV:Digital', ...smvDigital(s.company), rule: 'A8' });
      return true;
    },
  },
  {
    id: 'A9',
    strength: 'guidance',
    source: 'P19',
    da: 'En iværksætter i vækstsegmentet kan søge de programmer for virksomheder under 3 år, som passer til et behov; programmet afgør selv adgangen.',
    en: 'An entrepreneur in the growth segment may apply for the programmes for companies under 3 years that fit a need; the programme itself decides.',
    says: {
      da: 'en iværksætter i vækstsegmentet i Midtjylland, og et program passer til et behov',
      en: 'an entrepreneur in the growth segment in Midtjylland, and a programme fits a need',
    },
    add: (s, d) => s.growth && s.stage === 'entrepreneur' && addGrowthProgrammes(s, d.programmes, 'A9'),
  },
  {
    id: 'A10',
    strength: 'guidance',
    source: 'P19',
    da: 'En etableret virksomhed i vækstsegmentet kan søge de programmer for virksomheder over 3 år, som passer til et behov; programmet afgør selv adgangen.',
    en: 'An established company in the growth segment may apply for the programmes for companies over 3 years that fit a need; the programme itself decides.',
    says: {
      da: 'en etableret virksomhed i vækstsegmentet, og et program passer til et behov',
      en: 'an established company in the growth segment, and a programme fits a need',
    },
    add: (s, d) => s.growth && s.stage === 'established' && addGrowthProgrammes(s, d.programmes, 'A10'),
  },
];
