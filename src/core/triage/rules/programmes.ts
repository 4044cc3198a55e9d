import { findMunicipality, type MunicipalityCode } from '../../municipalities.ts';
import type { Programme } from '../decision.ts';
import type { CompanyFacts } from '../facts.ts';
import type { Situation } from '../situation.ts';
import { EXPORT_SPARRING, INNO_BOOSTER, LARGE_EMPLOYEES } from './parameters.ts';

type Eligibility = Omit<Programme, 'name' | 'rule'>;

const ELIGIBLE: Eligibility = { eligible: true };

/** Help with an InnoBooster application: on Midtjylland's list, but part of a national programme. */
const INNO_BOOSTER_HELP = 'InnoBooster – ansøgningsassistance';

/** Midtjylland's programmes for companies under 3 years in the growth segment (P19). */
const YOUNG = [
  'Key Account Manager',
  'Kapitalcoach',
  'Mentor',
  'Advisory Board',
  'Vækstgrupper',
  'Plato',
  'Masterclasses (kapital)',
  'Præsentation for Business Angels',
  'Ledere til start ups',
  'Medfinansiering til videntilførsel',
].map((name): Programme => Object.freeze({ name, ...ELIGIBLE, rule: 'A9' }));

/** Midtjylland's programmes for companies over 3 years, on either side of the one with conditions. */
const ESTABLISHED_FIRST = [
  'Key Account Manager',
  'Virksomhedspitch',
  'Vækstsparring',
  'Virksomhedsnetværk',
  'Strategiske netværk',
].map((name): Programme => Object.freeze({ name, ...ELIGIBLE, rule: 'A10' }));
const ESTABLISHED_LAST = [
  'Dalgas',
  'Eksportmentor',
  'Markedsbesøg',
  'Medfinansiering til videntilførsel',
].map((name): Programme => Object.freeze({ name, ...ELIGIBLE, rule: 'A10' }));

function inMidtjylland(municipality: MunicipalityCode): boolean {
  return findMunicipality(municipality)?.house === 'ehm-midtjylland';
}

/** A9: Midtjylland's list, none of which is national. */
export function addYoungProgrammes(s: Situation, programmes: Programme[]): boolean {
  if (!inMidtjylland(s.municipality)) return false;
  programmes.push(...YOUNG);
  return true;
}

/** A10: Midtjylland's list; elsewhere only its national part. */
export function addEstablishedProgrammes(s: Situation, programmes: Programme[]): boolean {
  const help: Programme = { name: INNO_BOOSTER_HELP, ...innoBooster(s), rule: 'A10' };
  if (inMidtjylland(s.municipality)) programmes.push(...ESTABLISHED_FIRST, help, ...ESTABLISHED_LAST);
  else programmes.push(help);
  return true;
}

/** InnoBooster (A6): under 3 years, or over 3 years with enough turnover or external funding. */
export function innoBooster(s: Situation): Eligibility {
  if (s.stage === 'pre-starter') return { eligible: false, why: 'company-first' };
  if (s.stage === 'entrepreneur') return ELIGIBLE;
  const { turnoverDkk: turnover, externalFundingDkk: funding } = s.company;
  if (turnover !== undefined && turnover >= INNO_BOOSTER.turnoverDkk) return ELIGIBLE;
  if (funding !== undefined && funding >= INNO_BOOSTER.externalFundingDkk) return ELIGIBLE;
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
