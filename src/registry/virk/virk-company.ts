import { z } from 'zod';
import type { RegisteredCompany } from '../../app/ports/company-register.ts';
import { COMPANY_STANDINGS, type CompanyStanding } from '../../core/company-standing.ts';
import { isMunicipalityCode, type MunicipalityCode } from '../../core/municipalities.ts';
import { type Dated, dated, hasBegun, holds, isoDate, valueOn } from './periods.ts';

/**
 * The fields of Virk's `Vrvirksomhed` document that are read. Others are ignored, and most of these are missing for
 * some company.
 */
const head = z.object({
  antalAnsatte: z.number().nullish(),
  intervalKodeAntalAnsatte: z.string().nullish(),
  aar: z.number().nullish(),
  kvartal: z.number().nullish(),
  maaned: z.number().nullish(),
});
const address = dated.extend({ kommune: z.object({ kommuneKode: z.number().nullish() }).nullish() });
const name = dated.extend({ navn: z.string().nullish() });

export const virkCompany = z.object({
  cvrNummer: z.number(),
  reklamebeskyttet: z.boolean().nullish(),
  navne: z.array(name).nullish(),
  beliggenhedsadresse: z.array(address).nullish(),
  virksomhedsform: z
    .array(dated.extend({ kortBeskrivelse: z.string().nullish(), langBeskrivelse: z.string().nullish() }))
    .nullish(),
  livsforloeb: z.array(dated).nullish(),
  virksomhedsstatus: z.array(dated.extend({ status: z.string().nullish() })).nullish(),
  status: z
    .array(dated.extend({ statustekst: z.string().nullish(), kreditoplysningtekst: z.string().nullish() }))
    .nullish(),
  penheder: z.array(dated.extend({ pNummer: z.number() })).nullish(),
  virksomhedMetadata: z
    .object({
      stiftelsesDato: z.string().nullish(),
      sammensatStatus: z.string().nullish(),
      nyesteAarsbeskaeftigelse: head.nullish(),
      nyesteKvartalsbeskaeftigelse: head.nullish(),
      nyesteMaanedsbeskaeftigelse: head.nullish(),
      nyesteErstMaanedsbeskaeftigelse: head.nullish(),
    })
    .nullish(),
});
export type VirkCompany = z.infer<typeof virkCompany>;

/** The fields of Virk's `VrproduktionsEnhed` document that are read: a production unit, a company's place of work. */
export const virkUnit = z.object({
  pNummer: z.number(),
  navne: z.array(name).nullish(),
  beliggenhedsadresse: z.array(address).nullish(),
  livsforloeb: z.array(dated).nullish(),
  produktionsEnhedMetadata: z
    .object({ nyesteNavn: name.nullish(), nyesteBeliggenhedsadresse: address.nullish() })
    .nullish(),
});
export type VirkUnit = z.infer<typeof virkUnit>;

export const UNIT_FIELDS = [
  'pNummer',
  'navne',
  'beliggenhedsadresse.kommune.kommuneKode',
  'beliggenhedsadresse.periode',
  'livsforloeb',
  'produktionsEnhedMetadata.nyesteNavn',
  'produktionsEnhedMetadata.nyesteBeliggenhedsadresse.kommune.kommuneKode',
  'produktionsEnhedMetadata.nyesteBeliggenhedsadresse.periode',
].map((field) => `VrproduktionsEnhed.${field}`);

/** The fields requested from Virk: those read here. Virk's guide asks callers not to fetch whole documents. */
export const VIRK_FIELDS = [
  'cvrNummer',
  'reklamebeskyttet',
  'navne',
  'beliggenhedsadresse.kommune.kommuneKode',
  'beliggenhedsadresse.periode',
  'virksomhedsform',
  'livsforloeb',
  'virksomhedsstatus',
  'status',
  'penheder',
  'virksomhedMetadata.stiftelsesDato',
  'virksomhedMetadata.sammensatStatus',
  'virksomhedMetadata.nyesteAarsbeskaeftigelse',
  'virksomhedMetadata.nyesteKvartalsbeskaeftigelse',
  'virksomhedMetadata.nyesteMaanedsbeskaeftigelse',
  'virksomhedMetadata.nyesteErstMaanedsbeskaeftigelse',
].map((field) => `Vrvirksomhed.${field}`);

/** Reads a company from Virk's document, as of a day (ISO, Danish). */
export function fromVirk(company: VirkCompany, today: string): RegisteredCompany {
  const companyName = nameOf(valueOn(company.navne, today)?.navn);
  const form = valueOn(company.virksomhedsform, today);
  const metadata = company.virksomhedMetadata;
  return {
    cvr: String(company.cvrNummer).padStart(8, '0'),
    name: companyName,
    municipality: municipality(valueOn(company.beliggenhedsadresse, today)?.kommune?.kommuneKode),
    founded: foundedBy(today, [
      metadata?.stiftelsesDato,
      ...(company.livsforloeb ?? []).map((life) => life.periode?.gyldigFra).sort(),
    ]),
    form: formName(form?.kortBeskrivelse, form?.langBeskrivelse),
    employees: employees(metadata, today),
    advertisingProtected: company.reklamebeskyttet ?? null,
    standing: standingOf(company, today),
    pNumbers: (company.penheder ?? [])
      .filter((unit) => holds(unit, today))
      .map((unit) => ({ pNumber: String(unit.pNummer), name: companyName, municipality: null })),
  };
}

/** Reads a production unit from Virk's document, as of a day. Undefined where it does not exist on that day. */
export function unitFromVirk(
  unit: VirkUnit,
  today: string,
): RegisteredCompany['pNumbers'][number] | undefined {
  const lives = unit.livsforloeb ?? [];
  if (lives.length > 0 && !lives.some((life) => holds(life, today))) return undefined;
  const metadata = unit.produktionsEnhedMetadata;
  const unitName = valueOn(unit.navne, today) ?? metadata?.nyesteNavn;
  const place = valueOn(unit.beliggenhedsadresse, today) ?? metadata?.nyesteBeliggenhedsadresse;
  return {
    pNumber: String(unit.pNummer),
    name: nameOf(unitName?.navn),
    municipality: municipality(place?.kommune?.kommuneKode),
  };
}

function nameOf(text: string | null | undefined): string {
  return text?.replace(/\s+/g, ' ').trim() ?? '';
}

/**
 * The standing in Virk's words of a status: `UNDERKONKURS`, `Konkurs`, `OPLØSTEFTERKONKURS`. Undefined for `NORMAL`,
 * `AKTIV` and words without a standing.
 */
function standingIn(words: string | null | undefined): CompanyStanding | undefined {
  const text = (words ?? '').toUpperCase().replace(/[^A-ZÆØÅ]/g, '');
  if (/OPLØST|OPHØRT|OPHØR$|SLETTET|UDENRETSVIRKNING/.test(text)) return 'ceased';
  if (text.includes('KONKURS')) return 'bankruptcy';
  if (text.includes('TVANGSOPLØSNING')) return 'compulsory-dissolution';
  if (/REKONSTRUKTION|BETALINGSSTANDSNING/.test(text)) return 'reconstruction';
  if (text.includes('LIKVIDATION')) return 'liquidation';
  return undefined;
}

/**
 * The company's standing on a day. Its periods of life tell whether it exists; a company in bankruptcy exists until
 * that ends. Virk's undated summary counts only where no dated status has a standing, and cannot end a life.
 */
function standingOf(company: VirkCompany, today: string): CompanyStanding {
  const lives = company.livsforloeb ?? [];
  const isAlive = lives.some((life) => holds(life, today));
  if (lives.length > 0 && !isAlive) {
    return lives.some((life) => hasBegun(life, today)) ? 'ceased' : 'not-begun';
  }
  const statuses: readonly (Dated & { readonly words: string })[] = [
    ...(company.virksomhedsstatus ?? []).map((status) => ({ ...status, words: status.status ?? '' })),
    ...(company.status ?? []).map((status) => ({
      ...status,
      words: `${status.statustekst ?? ''} ${status.kreditoplysningtekst ?? ''}`,
    })),
  ];
  const told =
    statuses.length > 0
      ? statuses.filter((status) => holds(status, today)).map(({ words }) => standingIn(words))
      : [standingIn(company.virksomhedMetadata?.sammensatStatus)];
  const standing = COMPANY_STANDINGS.find((standing) => told.includes(standing)) ?? 'active';
  return standing === 'ceased' && isAlive && statuses.length === 0 ? 'active' : standing;
}

/** The first valid date. A company that begins after today has no founding date yet. */
function foundedBy(today: string, dates: readonly (string | null | undefined)[]): string | null {
  const founded = dates.map(isoDate).find((date) => date !== null) ?? null;
  return founded !== null && founded > today ? null : founded;
}

function municipality(code: number | null | undefined): MunicipalityCode | null {
  const text = code == null ? '' : String(code).padStart(3, '0');
  return isMunicipalityCode(text) ? text : null;
}

/**
 * The legal form by its usual name. Virk writes short forms in capitals (`APS`) and has none for sole traders (`ENK`).
 */
function formName(short: string | null | undefined, long: string | null | undefined): string | null {
  if (short === 'APS') return 'ApS';
  if (short === 'ENK') return 'Enkeltmandsvirksomhed';
  return short || long || null;
}

/**
 * The number of employees from the newest count, be it yearly, quarterly or monthly. An interval counts as its lower
 * end.
 */
function employees(metadata: VirkCompany['virksomhedMetadata'], today: string): number | null {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const counts = [
    metadata?.nyesteErstMaanedsbeskaeftigelse,
    metadata?.nyesteMaanedsbeskaeftigelse,
    metadata?.nyesteKvartalsbeskaeftigelse,
    metadata?.nyesteAarsbeskaeftigelse,
  ].flatMap((count) => {
    if (!count) return [];
    const people = count.antalAnsatte ?? lowerEnd(count.intervalKodeAntalAnsatte);
    const last = count.maaned ?? (count.kvartal == null ? 12 : count.kvartal * 3);
    const at = (count.aar ?? 0) * 12 + last;
    return people === null || (count.aar ?? 0) > year || (count.maaned != null && at > year * 12 + month)
      ? []
      : [{ people, at }];
  });
  return counts.sort((a, b) => b.at - a.at)[0]?.people ?? null;
}

/** The lower end of an interval: `ANTAL_2_4` is two to four, `ANTAL_1000_` a thousand or more. */
function lowerEnd(code: string | null | undefined): number | null {
  const found = /^ANTAL_(\d+)_/.exec(code ?? '')?.[1];
  return found === undefined ? null : Number(found);
}
