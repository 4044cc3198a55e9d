import { findMunicipality } from '../../municipalities.ts';
import { isValidOn } from '../../offers/offer.ts';
import type { Area } from '../../vocabulary.ts';
import type { Programme } from '../decision.ts';
import type { CompanyFacts } from '../facts.ts';
import type { Situation } from '../situation.ts';
import { wants } from './additions.ts';
import { EXPORT_SPARRING, INNO_BOOSTER, LARGE_EMPLOYEES } from './parameters.ts';

type Eligibility = Omit<Programme, 'name' | 'rule'>;

const ELIGIBLE: Eligibility = { eligible: true };

/** No document publishes the criteria: access follows rules of the programme's own (P19 fn 10; domain D-23). */
const PROGRAMME_DECIDES: Eligibility = { eligible: 'check', why: 'programme-decides' };

/** Help with an InnoBooster application: on Midtjylland's list, but part of a national programme. */
const INNO_BOOSTER_HELP = 'InnoBooster – ansøgningsassistance';

/** A programme that A9 or A10 may name. Data, because programmes begin and end. */
export interface ListedProgramme {
  readonly name: string;
  /** A9: for companies under 3 years. A10: for those over 3 years. */
  readonly rules: readonly ('A9' | 'A10')[];
  /** The needs that it helps with; `any-specialised` for a general one. */
  readonly subjects: readonly Area[] | 'any-specialised';
  /** First and last day, ISO; null is open. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

const listed = (
  name: string,
  rules: ListedProgramme['rules'],
  subjects: ListedProgramme['subjects'],
): ListedProgramme => ({ name, rules, subjects, validFrom: null, validTo: null });

const CAPITAL = ['financing'] as const;
const NETWORKS = ['networks-courses', 'leadership-organisation'] as const;
const ABROAD = ['internationalisation'] as const;

/** Midtjylland's programmes for growth companies, in the order of its lists (P19; policy, "Which programme fits"). */
export const MIDTJYLLAND: readonly ListedProgramme[] = [
  listed('Key Account Manager', ['A9', 'A10'], 'any-specialised'),
  listed('Kapitalcoach', ['A9'], CAPITAL),
  listed('Mentor', ['A9'], 'any-specialised'),
  listed('Advisory Board', ['A9'], ['leadership-organisation', 'innovation-strategy']),
  listed('Vækstgrupper', ['A9'], 'any-specialised'),
  listed('Plato', ['A9'], 'any-specialised'),
  listed('Masterclasses (kapital)', ['A9'], CAPITAL),
  listed('Præsentation for Business Angels', ['A9'], CAPITAL),
  listed('Ledere til start ups', ['A9'], ['leadership-organisation', 'skilled-labour']),
  listed('Virksomhedspitch', ['A10'], CAPITAL),
  listed('Vækstsparring', ['A10'], 'any-specialised'),
  listed('Virksomhedsnetværk', ['A10'], NETWORKS),
  listed('Strategiske netværk', ['A10'], NETWORKS),
  listed(INNO_BOOSTER_HELP, ['A10'], ['innovation-strategy', 'knowledge-collaboration']),
  listed('Dalgas', ['A10'], 'any-specialised'),
  listed('Eksportmentor', ['A10'], ABROAD),
  listed('Markedsbesøg', ['A10'], ABROAD),
  listed(
    'Medfinansiering til videntilførsel',
    ['A9', 'A10'],
    ['knowledge-collaboration', 'innovation-strategy', 'new-technology-it'],
  ),
];

function fitsNeeds(s: Situation, subjects: ListedProgramme['subjects']): boolean {
  if (wants(s, 'growth-programmes')) return true;
  if (subjects === 'any-specialised') return s.specialised.length > 0;
  return subjects.some((area) => wants(s, area));
}

/**
 * Adds the programmes of a rule (A9 or A10) that fit a need, and tells whether there were any. The lists are
 * Midtjylland's; elsewhere only the national one is named.
 */
export function addGrowthProgrammes(
  s: Situation,
  programmes: Programme[],
  rule: 'A9' | 'A10',
  list: readonly ListedProgramme[] = MIDTJYLLAND,
): boolean {
  const here = findMunicipality(s.municipality)?.house === 'ehm-midtjylland';
  const named = list.filter(
    (one) =>
      one.rules.includes(rule) &&
      (here || one.name === INNO_BOOSTER_HELP) &&
      fitsNeeds(s, one.subjects) &&
      isValidOn(one, s.today),
  );
  for (const { name } of named) {
    programmes.push({ name, ...(name === INNO_BOOSTER_HELP ? innoBooster(s) : PROGRAMME_DECIDES), rule });
  }
  return named.length > 0;
}

/**
 * InnoBooster (A6): closed before there is a company, and to one over 3 years whose turnover and external funding are
 * both too low; otherwise the programme decides.
 */
export function innoBooster(s: Situation): Eligibility {
  if (s.stage === 'pre-starter') return { eligible: false, why: 'company-first' };
  if (s.stage === 'entrepreneur') return PROGRAMME_DECIDES;
  const { turnoverDkk: turnover, externalFundingDkk: funding } = s.company;
  if (turnover !== undefined && turnover >= INNO_BOOSTER.turnoverDkk) return PROGRAMME_DECIDES;
  if (funding !== undefined && funding >= INNO_BOOSTER.externalFundingDkk) return PROGRAMME_DECIDES;
  if (turnover === undefined && funding === undefined)
    return { eligible: 'check', why: 'turnover-or-funding-unknown' };
  if (turnover === undefined) return { eligible: 'check', why: 'turnover-unknown' };
  if (funding === undefined) return { eligible: 'check', why: 'funding-unknown' };
  return { eligible: false, why: 'turnover-and-funding-too-low' };
}

/** Eksportsparring (A3): under both limits. */
export function exportSparring({ employees, turnoverDkk: turnover }: CompanyFacts): Eligibility {
  if (
    (employees !== undefined && employees >= EXPORT_SPARRING.employees) ||
    (turnover !== undefined && turnover >= EXPORT_SPARRING.turnoverDkk)
  ) {
    return { eligible: false, why: 'employees-or-turnover-too-high' };
  }
  if (employees === undefined && turnover === undefined)
    return { eligible: 'check', why: 'employees-or-turnover-unknown' };
  if (employees === undefined) return { eligible: 'check', why: 'employees-unknown' };
  if (turnover === undefined) return { eligible: 'check', why: 'turnover-unknown' };
  return ELIGIBLE;
}

/** SMV:Digital (A8): small and medium companies. */
export function smvDigital({ employees }: CompanyFacts): Eligibility {
  if (employees === undefined) return { eligible: 'check', why: 'employees-unknown' };
  return employees < LARGE_EMPLOYEES ? ELIGIBLE : { eligible: false, why: 'too-large' };
}
