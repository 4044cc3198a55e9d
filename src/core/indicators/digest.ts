import { MUNICIPALITIES, type MunicipalityCode } from '../municipalities.ts';
import { houseOf, type OrganisationId, officeServing } from '../organisation.ts';
import type { MunicipalSettings, SettingsLookup } from '../triage/settings.ts';
import { unitOf } from './asked-period.ts';
import type { CaseRecord } from './case-record.ts';
import { FIGURES, type FigureCode } from './figure-table.ts';
import { type Figure, figures } from './figures.ts';

/**
 * What an Erhvervshus did in one municipality in a month (registration.md, "Who is told"). Counts only, so that it may
 * stand in a channel and in the outbox.
 */
export interface DigestLine {
  readonly municipality: MunicipalityCode;
  /** I-71: handovers from the municipality's LES that the house accepted. */
  readonly handovers: number;
  /** I-71: companies guided individually. */
  readonly users: number;
  /** I-36: companies with an individual or collective service. */
  readonly served: number;
  /** I-38. */
  readonly individual: number;
  readonly collective: number;
}

/** The month's digest for an office: what its houses did in its municipalities, or, for a house, in each of its own. */
export interface DigestAnswer {
  readonly kind: 'digest';
  readonly organisation: OrganisationId;
  /** `2026-10`. */
  readonly month: string;
  readonly lines: readonly DigestLine[];
  /** Whether it is sent every month; null for those who cannot switch it. */
  readonly sent: boolean | null;
}

const COUNTS = {
  handovers: 'I-71-handovers',
  users: 'I-71-users',
  served: 'I-36',
  individual: 'I-38-individual',
  collective: 'I-38-collective',
} as const satisfies Readonly<Record<Exclude<keyof DigestLine, 'municipality'>, FigureCode>>;
/** The figures that a digest counts. */
export const DIGEST_CODES: readonly FigureCode[] = Object.values(COUNTS);
const ROWS = FIGURES.filter(({ code }) => DIGEST_CODES.includes(code));

/** The counts of every municipality by its own house. */
export type DigestCounts = (municipality: MunicipalityCode) => DigestLine;

/** Counts a month (`2026-10`) for every municipality, from the figures of the houses split by municipality. */
export function digestCounts(records: readonly CaseRecord[], month: string, asOf: string): DigestCounts {
  const counted = figures(
    records,
    {
      period: unitOf(`${month}-01`, 'month'),
      asOf,
      organisation: null,
      by: ['municipality'],
      municipalities: new Map(),
    },
    ROWS,
  );
  const key = (code: string, house: string | undefined, municipality: string | undefined) =>
    `${code} ${house} ${municipality}`;
  const byPlace = new Map(
    counted.map((figure: Figure) => [
      key(figure.code, figure.split?.organisation, figure.split?.municipality),
      figure.numerator,
    ]),
  );
  return (municipality) => {
    const of = (code: FigureCode) => byPlace.get(key(code, houseOf(municipality), municipality)) ?? 0;
    return {
      municipality,
      handovers: of(COUNTS.handovers),
      users: of(COUNTS.users),
      served: of(COUNTS.served),
      individual: of(COUNTS.individual),
      collective: of(COUNTS.collective),
    };
  };
}

/**
 * The municipalities that an office's digest is about: those of a house, or those that a LES serves, where their settings
 * fit.
 */
export function digestMunicipalities(
  organisation: OrganisationId,
  settingsOf: SettingsLookup,
  fits: (settings: MunicipalSettings) => boolean = () => true,
): readonly MunicipalityCode[] {
  return MUNICIPALITIES.map(({ code }) => code).filter((code) => {
    if (houseOf(code) === organisation) return true;
    const settings = settingsOf(code);
    return officeServing(code, settings) === organisation && fits(settings);
  });
}

/** Whether a LES gets the digest of a municipality without asking for it (`feedback`). */
export const isAutomatic = ({ feedback }: MunicipalSettings): boolean => feedback === 'automatic';

/** Whether nothing happened in a municipality. */
export function isEmptyLine({ handovers, users, served }: DigestLine): boolean {
  return handovers + users + served === 0;
}
