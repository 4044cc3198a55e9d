import { dateWords } from '../../dialogs/dates.ts';
import { periodWords } from '../../dialogs/period-words.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import { askedDays } from '../../src/core/indicators/asked-period.ts';
import { FIGURES, type FigureCode } from '../../src/core/indicators/figure-table.ts';
import type { Figure } from '../../src/core/indicators/figures.ts';
import type { FiguresPage, PageSplit } from '../../src/core/indicators/figures-page.ts';
import { findMunicipality } from '../../src/core/municipalities.ts';
import { actorOf, type OrganisationId, organisationName } from '../../src/core/organisation.ts';
import { type Language, SEGMENTS, STAGES } from '../../src/core/vocabulary.ts';
import { type SpreadMap, spreadMap } from './figure-map.ts';
import { valueWords } from './figures.ts';

/** A value of a figure in words, and how long its bar is: from 0 to 1, null where nothing can be drawn. */
export interface FigureCell {
  readonly label: string;
  readonly text: string;
  readonly bar: number | null;
}

/** A figure with its definition, its value with its target over the whole time, each month and each part of the split. */
export interface FigureLine {
  readonly code: string;
  readonly name: string;
  readonly definition: string;
  readonly value: string;
  readonly months: readonly FigureCell[];
  readonly split: readonly FigureCell[];
  /** Set for the geographic spread. */
  readonly map: SpreadMap | null;
}

export interface FiguresPageView {
  readonly language: Language;
  readonly title: string;
  readonly period: string;
  /** The yearly statements and dialogue meetings that can be fetched: `2026`, `2026-K3`. */
  readonly statements: {
    readonly years: readonly string[];
    readonly quarters: readonly { readonly value: string; readonly title: string }[];
  };
  readonly lines: readonly FigureLine[];
}

/** The figures with a value for each municipality, whatever they are split by. */
const MAPPED: readonly FigureCode[] = ['I-22-all', 'I-22-individual'];

/** A part of a split by its name. */
export function splitName(by: PageSplit, code: string, language: Language): string {
  const { labels } = sentencesIn(language);
  switch (by) {
    case 'municipality':
      return findMunicipality(code)?.name ?? code;
    case 'stage': {
      const stage = STAGES.find((one) => one === code);
      return stage ? labels.stage[stage] : code;
    }
    case 'segment': {
      const segment = SEGMENTS.find((one) => one === code);
      return segment ? labels.segment[segment] : code;
    }
    default: {
      const never: never = by;
      return never;
    }
  }
}

/** One cell a group: shares are drawn against the whole, counts against the largest. */
function cellsOf(
  rows: readonly Figure[],
  labelOf: (row: Figure) => string | undefined,
  language: Language,
): readonly FigureCell[] {
  const groups = Map.groupBy(rows, labelOf);
  const most = Math.max(1, ...rows.map(({ numerator }) => numerator));
  return [...groups].flatMap(([label, own]) => {
    const [first, ...more] = own;
    if (label === undefined || !first) return [];
    const share = first.denominator === null ? first.numerator / most : first.value;
    const bar = more.length > 0 || share === null ? null : Math.min(1, Math.max(0, share));
    return [{ label, text: valueWords(first.code, own, language), bar }];
  });
}

/** The figures that are shown to an organisation: some are of an Erhvervshus alone. */
export function shownFigures(organisation: OrganisationId): readonly FigureCode[] {
  const level = actorOf(organisation);
  return FIGURES.filter(({ ofHouse }) => !ofHouse || level === 'ehm').map(({ code }) => code);
}

const YEARS = 3;
const QUARTERS = 5;

/** The years and quarters that statements are offered of: the present one first. */
function statementsOf({ period }: FiguresPage, language: Language): FiguresPageView['statements'] {
  const [year = 0, month = 1] = period.to.split('-').map(Number);
  const present = year * 4 + Math.ceil(month / 3) - 1;
  return {
    years: Array.from({ length: YEARS }, (_, back) => String(year - back)),
    quarters: Array.from({ length: QUARTERS }, (_, back) => {
      const [of, number] = [Math.floor((present - back) / 4), ((present - back) % 4) + 1];
      const days = askedDays({ kind: 'numbered', unit: 'quarter', number, year: of }, '');
      return { value: `${of}-K${number}`, title: periodWords(days, language) };
    }),
  };
}

/** The figures of an organisation over some months, for a page. */
export function figuresPageView(page: FiguresPage, language: Language): FiguresPageView {
  const { figures, indicators } = sentencesIn(language);
  const { organisation, period, total, monthly, by, split } = page;
  return {
    language,
    title: figures.title(organisationName(organisation)),
    period: periodWords(period, language),
    statements: statementsOf(page, language),
    lines: shownFigures(organisation).map((code) => {
      const ofCode = (all: readonly Figure[]) => all.filter((figure) => figure.code === code);
      const own = ofCode(total);
      const map = MAPPED.includes(code) ? spreadMap(own, language) : null;
      return {
        code: code.replace(/-[a-z].*$/, ''),
        name: indicators.figures[code].name,
        definition: indicators.figures[code].definition,
        value: valueWords(code, own, language),
        months: cellsOf(
          ofCode(monthly),
          ({ split: of }) => of?.month && dateWords(of.month, language),
          language,
        ),
        map,
        // The table of the map is the figure's split by municipality.
        split:
          map && by === 'municipality'
            ? []
            : cellsOf(
                ofCode(split),
                ({ split: of }) => {
                  const value = of?.[by];
                  return value === undefined ? undefined : splitName(by, value, language);
                },
                language,
              ),
      };
    }),
  };
}
