import { type AdditionRule, atEhm, ehmGuides, refer, wants } from './additions.ts';
import { LARGE_EMPLOYEES, URGENT_HOURS } from './parameters.ts';

const LES_TIME_FRAMES = Object.freeze({ clarifyHours: Object.freeze([2, 3] as const) });
const EHM_TIME_FRAMES = Object.freeze({ guidanceHours: Object.freeze([0, 10] as const) });

/**
 * The second half of the policy's table "What else the decision carries", with its readings: consequences of the owner,
 * and points to note about the company.
 */
export const CASE_RULES: readonly AdditionRule[] = [
  {
    id: 'A11',
    strength: 'requirement',
    source: 'R19; MJ22: mindst 80 % henvises videre',
    da: 'Løsningen findes hos private rådgivere efter vejledningen; offentlig vejledning må ikke forvride det marked.',
    en: 'Private advisers solve the problem after the guidance; public guidance must not distort that market.',
    says: { da: 'Erhvervshuset vejleder', en: 'the Erhvervshus guides' },
    add: (_, d) => {
      if (!ehmGuides(d)) return false;
      refer(d, 'A11', 'private-adviser', 'after-guidance');
      return true;
    },
  },
  {
    id: 'A12',
    strength: 'default',
    source: 'P19; R19 myndighedsforhold',
    da: 'Det basale og det stedbundne klares lokalt, samtidig: hos kommunens erhvervsservice og hos myndigheden.',
    en: 'What is basic or tied to the place is handled locally, at the same time: by the business service and the authority.',
    says: {
      da: 'basale eller stedbundne behov, som ejeren ikke tager',
      en: 'basic or place-bound needs that the owner does not take',
    },
    add: (s, d) => {
      let called = s.placeBound.length > 0;
      if (ehmGuides(d)) {
        for (const area of s.basic) {
          // A crisis belongs to the Erhvervshus at any depth.
          if (area === 'crisis') continue;
          refer(d, 'A12', 'les', 'now', area);
          called = true;
        }
      }
      const elsewhere = ehmGuides(d) || d.owner.actor === 'digital';
      for (const area of s.placeBound) {
        if (elsewhere) refer(d, 'A12', 'les', 'now', area);
        refer(d, 'A12', 'municipality', 'now', area);
      }
      return called;
    },
  },
  {
    id: 'A13',
    strength: 'guidance',
    source: 'P19',
    da: 'Den lokale erhvervsservices tilbud.',
    en: 'What the local business service offers.',
    says: { da: 'ejeren er lokal erhvervsservice', en: 'the owner is local business service' },
    add: (s, d) => {
      if (d.owner.actor !== 'les') return false;
      d.services.push('indledende afklaring');
      if (s.stage !== 'established') d.services.push('iværksætterkurser');
      d.services.push('informations- og temamøder', 'netværk', 'camps');
      return true;
    },
  },
  {
    id: 'A14',
    strength: 'guidance',
    source: 'P19',
    da: 'Erhvervshusets tilbud.',
    en: 'What the Erhvervshus offers.',
    says: { da: 'ejeren er Erhvervshuset', en: 'the owner is the Erhvervshus' },
    add: (s, d) => {
      if (!atEhm(d)) return false;
      if (d.rescue) d.services.push('Early Warning');
      d.services.push('1:1 vejledning');
      const established = s.stage === 'established';
      if (wants(s, 'financing')) d.services.push('Finansieringstjek');
      if (established && wants(s, 'internationalisation')) d.services.push('Internationaliseringstjek');
      if (established && (wants(s, 'leadership-organisation') || wants(s, 'skilled-labour')))
        d.services.push('Kompetencetjek');
      if (s.growth || wants(s, 'networks-courses')) d.services.push('camps', 'netværk');
      return true;
    },
  },
  {
    id: 'A15',
    strength: 'requirement',
    source: 'P19: svar inden for 48 timer',
    da: 'Virksomheden får svar inden for fristen: 48 timer, hvis kommunen ikke har lovet det hurtigere, og 8 timer, når det haster.',
    en: 'The company is answered within the promise: 48 hours unless the municipality promised less, and 8 hours when urgent.',
    says: { da: 'enhver sag', en: 'every case' },
    add: (_, d) => {
      const promised = d.owner.actor === 'les' ? d.ownerSettings.answerByHours : d.answerByHours;
      d.answerByHours = d.urgent ? URGENT_HOURS : promised;
      return true;
    },
  },
  {
    id: 'A16',
    strength: 'guidance',
    source: 'P19 (omstridt i bilag A og B)',
    da: 'Tidsrammer er vejledende, aldrig en grænse: 2-3 timers afklaring lokalt, op til 10 timers vejledning hos Erhvervshuset.',
    en: 'Time frames are guidance, never a limit: 2-3 hours of clarification locally, up to 10 hours of guidance at the Erhvervshus.',
    says: { da: 'kommunen viser tidsrammer', en: 'the municipality shows time frames' },
    add: (_, d) => {
      if (!d.ownerSettings.showTimeFrames || d.owner.actor === 'digital') return false;
      d.timeFrames = d.owner.actor === 'les' ? LES_TIME_FRAMES : EHM_TIME_FRAMES;
      return true;
    },
  },
  {
    id: 'A17',
    strength: 'requirement',
    source: 'P19 bilag A',
    da: 'En reklamebeskyttet virksomhed må ikke kontaktes opsøgende med markedsføring.',
    en: 'A company protected from advertising must not be approached with marketing.',
    says: {
      da: 'opsøgende kontakt, og beskyttelsen er sat eller ukendt',
      en: 'outreach, and the protection is set or unknown',
    },
    add: (s, d) => {
      const known = s.company.advertisingProtected;
      if (!s.outreach || known === false) return false;
      d.warnings.push(known === true ? 'advertising-protected' : 'advertising-protection-unknown');
      return true;
    },
  },
  {
    id: 'A18',
    strength: 'guidance',
    source: 'P19 note 6',
    da: 'Et holdingselskab betjenes som andre, men tæller ikke med i indikatorernes grundlag.',
    en: 'A holding company is served like any other, but is outside the base of the indicators.',
    says: { da: 'et holdingselskab', en: 'a holding company' },
    add: (s, d) => {
      const { name, form } = s.company;
      if (name === undefined && form === undefined) return false;
      if (!/holding/i.test(`${name ?? ''}\n${form ?? ''}`)) return false;
      d.notes.push('outside-indicator-base');
      return true;
    },
  },
  {
    id: 'A19',
    strength: 'guidance',
    source: 'R19',
    da: 'En stor virksomhed (mindst 250 ansatte) betjenes på lige fod.',
    en: 'A large company (250 employees or more) is served on the same footing.',
    says: { da: 'mindst 250 ansatte', en: '250 employees or more' },
    add: (s, d) => {
      if ((s.company.employees ?? 0) < LARGE_EMPLOYEES) return false;
      d.notes.push('large-company');
      return true;
    },
  },
  {
    id: 'A20',
    strength: 'requirement',
    source: 'R19; P19 bilag B',
    da: 'Erhvervshuset melder tilbage til den lokale erhvervsservice om, hvad der er givet, og overdrager handlingsplanen til opfølgning.',
    en: 'The Erhvervshus reports back to the local business service on what was given and hands over the action plan for follow-up.',
    says: {
      da: 'Erhvervshuset ejer en sag, der kom fra lokal erhvervsservice',
      en: 'the Erhvervshus owns a case that came from local business service',
    },
    add: (s, d) => {
      if (!atEhm(d) || s.entry !== 'les') return false;
      d.notes.push('report-back-to-les');
      return true;
    },
  },
];
