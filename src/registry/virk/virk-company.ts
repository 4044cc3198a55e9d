import { z } from 'zod';
import type { RegisteredCompany } from '../../app/ports.ts';
import { isMunicipalityCode, type MunicipalityCode } from '../../core/municipalities.ts';

/**
 * The part of Virk's `Vrvirksomhed` document that we read. Virk keeps every value with the period it held; the current
 * one is that whose period has no end. Fields beyond these are ignored, and most of these are missing for some company.
 */
const period = z.object({ gyldigFra: z.string().nullish(), gyldigTil: z.string().nullish() });
const dated = z.object({ periode: period.nullish() });
const head = z.object({
  antalAnsatte: z.number().nullish(),
  intervalKodeAntalAnsatte: z.string().nullish(),
  aar: z.number().nullish(),
  kvartal: z.number().nullish(),
  maaned: z.number().nullish(),
});

export const virkCompany = z.object({
  cvrNummer: z.number(),
  reklamebeskyttet: z.boolean().nullish(),
  navne: z.array(dated.extend({ navn: z.string() })).nullish(),
  beliggenhedsadresse: z
    .array(dated.extend({ kommune: z.object({ kommuneKode: z.number().nullish() }).nullish() }))
    .nullish(),
  virksomhedsform: z
    .array(dated.extend({ kortBeskrivelse: z.string().nullish(), langBeskrivelse: z.string().nullish() }))
    .nullish(),
  livsforloeb: z.array(dated).nullish(),
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

/** The part of Virk's `VrproduktionsEnhed` document that we read: a company's place of work. */
export const virkUnit = z.object({
  pNummer: z.number(),
  produktionsEnhedMetadata: z
    .object({
      nyesteNavn: z.object({ navn: z.string().nullish() }).nullish(),
      nyesteBeliggenhedsadresse: z
        .object({ kommune: z.object({ kommuneKode: z.number().nullish() }).nullish() })
        .nullish(),
    })
    .nullish(),
});

export const UNIT_FIELDS = [
  'VrproduktionsEnhed.pNummer',
  'VrproduktionsEnhed.produktionsEnhedMetadata.nyesteNavn.navn',
  'VrproduktionsEnhed.produktionsEnhedMetadata.nyesteBeliggenhedsadresse.kommune.kommuneKode',
];

/** What we ask Virk for: only what is read here. Its guide asks callers not to fetch whole documents. */
export const VIRK_FIELDS = [
  'cvrNummer',
  'reklamebeskyttet',
  'navne',
  'beliggenhedsadresse.kommune.kommuneKode',
  'beliggenhedsadresse.periode',
  'virksomhedsform',
  'livsforloeb',
  'penheder',
  'virksomhedMetadata.stiftelsesDato',
  'virksomhedMetadata.sammensatStatus',
  'virksomhedMetadata.nyesteAarsbeskaeftigelse',
  'virksomhedMetadata.nyesteKvartalsbeskaeftigelse',
  'virksomhedMetadata.nyesteMaanedsbeskaeftigelse',
  'virksomhedMetadata.nyesteErstMaanedsbeskaeftigelse',
].map((field) => `Vrvirksomhed.${field}`);

/** A company as Virk describes it, in our words. */
export function fromVirk(company: VirkCompany): RegisteredCompany {
  const name = latest(company.navne)?.navn.replace(/\s+/g, ' ').trim() ?? '';
  const form = latest(company.virksomhedsform);
  const lives = company.livsforloeb ?? [];
  const metadata = company.virksomhedMetadata;
  return {
    cvr: String(company.cvrNummer).padStart(8, '0'),
    name,
    municipality: municipality(latest(company.beliggenhedsadresse)?.kommune?.kommuneKode),
    founded: isoDate(metadata?.stiftelsesDato) ?? earliestStart(lives),
    form: formName(form?.kortBeskrivelse, form?.langBeskrivelse),
    employees: employees(metadata),
    advertisingProtected: company.reklamebeskyttet ?? null,
    // A company that went bankrupt still lives until its course of life ends.
    ceased: lives.length > 0 && !lives.some(isCurrent),
    pNumbers: (company.penheder ?? [])
      .filter(isCurrent)
      .map((unit) => ({ pNumber: String(unit.pNummer), name, municipality: null })),
  };
}

/** A place of work as Virk describes it, in our words. */
export function unitFromVirk(unit: z.infer<typeof virkUnit>): RegisteredCompany['pNumbers'][number] {
  const metadata = unit.produktionsEnhedMetadata;
  return {
    pNumber: String(unit.pNummer),
    name: metadata?.nyesteNavn?.navn ?? '',
    municipality: municipality(metadata?.nyesteBeliggenhedsadresse?.kommune?.kommuneKode),
  };
}

type Dated = z.infer<typeof dated>;

function isCurrent(value: Dated): boolean {
  return value.periode?.gyldigTil == null;
}

function start(value: Dated): string {
  return value.periode?.gyldigFra ?? '';
}

/** The current value; of several (or where a closed company has none) the one that began last. */
function latest<T extends Dated>(values: readonly T[] | null | undefined): T | undefined {
  const all = values ?? [];
  const current = all.filter(isCurrent);
  return (current.length > 0 ? current : [...all]).sort((a, b) => start(b).localeCompare(start(a)))[0];
}

function earliestStart(lives: readonly Dated[]): string | null {
  return lives.map((life) => isoDate(life.periode?.gyldigFra)).sort()[0] ?? null;
}

function isoDate(text: string | null | undefined): string | null {
  return text && /^\d{4}-\d{2}-\d{2}/.test(text) ? text.slice(0, 10) : null;
}

function municipality(code: number | null | undefined): MunicipalityCode | null {
  const text = code == null ? '' : String(code).padStart(3, '0');
  return isMunicipalityCode(text) ? text : null;
}

/** Virk writes short forms in capitals (`APS`) and has none for people who trade in their own name (`ENK`). */
function formName(short: string | null | undefined, long: string | null | undefined): string | null {
  if (short === 'APS') return 'ApS';
  if (short === 'ENK') return 'Enkeltmandsvirksomhed';
  return short || long || null;
}

/** Employees from the newest count, be it of a year, a quarter or a month; an interval counts as its lower end. */
function employees(metadata: VirkCompany['virksomhedMetadata']): number | null {
  const counts = [
    metadata?.nyesteErstMaanedsbeskaeftigelse,
    metadata?.nyesteMaanedsbeskaeftigelse,
    metadata?.nyesteKvartalsbeskaeftigelse,
    metadata?.nyesteAarsbeskaeftigelse,
  ].flatMap((count) => {
    if (!count) return [];
    const people = count.antalAnsatte ?? lowerEnd(count.intervalKodeAntalAnsatte);
    const month = count.maaned ?? (count.kvartal == null ? 12 : count.kvartal * 3);
    return people === null ? [] : [{ people, at: (count.aar ?? 0) * 12 + month }];
  });
  return counts.sort((a, b) => b.at - a.at)[0]?.people ?? null;
}

/** `ANTAL_2_4` is two to four, `ANTAL_1000_` a thousand or more. */
function lowerEnd(code: string | null | undefined): number | null {
  const found = /^ANTAL_(\d+)_/.exec(code ?? '')?.[1];
  return found === undefined ? null : Number(found);
}
