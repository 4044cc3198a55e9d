import { dateWords } from '../../dialogs/dates.ts';
import { shareWords, targetWords } from '../../dialogs/figure-words.ts';
import { periodWords } from '../../dialogs/period-words.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import { isWorthDrawing } from '../../dialogs/word-chart.ts';
import type { Answer } from '../../src/core/answer.ts';
import { danishDate } from '../../src/core/danish-date.ts';
import type { PeriodFigures } from '../../src/core/indicators/answers.ts';
import { FIGURE_SOURCES, UNANSWERED } from '../../src/core/indicators/figure-sources.ts';
import {
  DEFINITION,
  FIGURES,
  type FigureCode,
  isFromAnswers,
} from '../../src/core/indicators/figure-table.ts';
import type { Figure } from '../../src/core/indicators/figures.ts';
import { findMunicipality } from '../../src/core/municipalities.ts';
import { actorOf, organisationName } from '../../src/core/organisation.ts';
import { sourceNames } from '../../src/core/triage/sources.ts';
import { ACTORS, type Language, REGISTERED_SEGMENTS } from '../../src/core/vocabulary.ts';
import type { Block, Fact, View } from '../view.ts';
import { figureCharts } from './figure-charts.ts';
import { ownFiguresView } from './own-figures.ts';
import { paragraph } from './parts.ts';

type FiguresAnswer = Extract<Answer, { kind: 'figures' }>;

/** The name of what a row of a figure is about: a municipality or an actor. */
function rowName({ split, actor }: Figure, language: Language): string {
  const { labels } = sentencesIn(language);
  const known = ACTORS.find((code) => code === actor);
  if (known) return labels.actor[known];
  const code = split?.municipality;
  return (code && findMunicipality(code)?.name) ?? code ?? actor ?? '';
}

/** Rows of a figure that has one for each municipality or actor, those of 0 left out: `Viborg 2 · Aarhus 1`. */
function rowsWords(rows: readonly Figure[], language: Language): string {
  const some = rows.filter(({ numerator }) => numerator > 0);
  return some.map((row) => `${rowName(row, language)} ${row.numerator}`).join(' · ') || '0';
}

function shareOf(figure: Figure, language: Language): string {
  const { figures } = sentencesIn(language);
  const { numerator, denominator, value, pending, target } = figure;
  const number =
    denominator === null
      ? String(numerator)
      : value === null
        ? figures.nothingCounted
        : figures.share(shareWords(value, language), numerator, denominator);
  const goal =
    target && (target.kind === 'line' ? figures.line : figures.target)(targetWords(target, language));
  return [number, goal, pending > 0 ? figures.pending(pending) : null].filter((part) => part).join(', ');
}

/** A figure from answers: for all, and for each segment in which somebody answered. */
function answersWords(rows: readonly Figure[], language: Language): string {
  const { figures, labels } = sentencesIn(language);
  const [whole, ...segments] = rows;
  if (!whole || whole.value === null) return figures.noAnswers;
  const numberOf = ({ code, value, numerator, denominator }: Figure) => {
    const share = shareWords(value ?? 0, language);
    // NPS is a difference of two shares: its numerator is no number of companies.
    return code === 'I-24'
      ? figures.ofAnswers(share, denominator ?? 0)
      : figures.share(share, numerator, denominator ?? 0);
  };
  const goal = whole.target && figures.target(targetWords(whole.target, language));
  return [
    [numberOf(whole), goal].filter(Boolean).join(', '),
    ...segments.flatMap((row) => {
      const segment = REGISTERED_SEGMENTS.find((one) => one === row.split?.segment);
      return segment ? [`${labels.registeredSegment[segment]} ${numberOf(row)}`] : [];
    }),
  ].join(' · ');
}

/** The value of a figure, from its rows. What cannot be counted says so: it is not 0. */
export function valueWords(code: FigureCode, rows: readonly Figure[], language: Language): string {
  const { figures } = sentencesIn(language);
  const [first] = rows;
  if (isFromAnswers(code)) return answersWords(rows, language);
  switch (code) {
    case 'I-01':
    case 'I-02': {
      const isKnown = rows.length > 0 && rows.every(({ denominator }) => denominator !== null);
      if (isKnown)
        return rows.map((row) => `${rowName(row, language)} ${shareOf(row, language)}`).join(' · ');
      return `${rowsWords(rows, language)}, ${figures.noShare}`;
    }
    case 'I-14':
      return first ? shareOf(first, language) : figures.noTraining;
    case 'I-22-all':
    case 'I-22-individual':
      return first
        ? rows
            .map((row) => {
              const deviation = row.value === null ? figures.nothingCounted : shareWords(row.value, language);
              return `${rowName(row, language)} ${deviation}${row.few ? ` (${figures.few})` : ''}`;
            })
            .join(' · ')
        : figures.noInhabitants;
    case 'I-38-individual':
    case 'I-38-collective':
      return first ? figures.against(first.numerator, first.denominator ?? 0) : '0';
    case 'I-53':
    case 'I-71-users':
      return rowsWords(rows, language);
    default:
      return first ? shareOf(first, language) : '0';
  }
}

function factsOf(
  { figures: counted }: PeriodFigures,
  codes: readonly FigureCode[],
  language: Language,
): Fact[] {
  const { indicators } = sentencesIn(language);
  return codes.map((code) => ({
    label: `${code.replace(/-[a-z].*$/, '')} ${indicators.figures[code].name}`,
    value: valueWords(
      code,
      counted.filter((figure) => figure.code === code),
      language,
    ),
  }));
}

/** The definitions of the figures, by the document that each is from. */
export function definitions(codes: readonly FigureCode[], language: Language): Block {
  const { figures, indicators } = sentencesIn(language);
  const sources = [...new Set(codes.map((code) => FIGURE_SOURCES[code]))];
  return {
    kind: 'section',
    title: figures.definitions(DEFINITION),
    folded: true,
    blocks: sources.flatMap((source): Block[] => [
      { kind: 'text', strong: true, text: sourceNames(source, language) },
      {
        kind: 'list',
        items: codes
          .filter((code) => FIGURE_SOURCES[code] === source)
          .map((code) => `${indicators.figures[code].name}: ${indicators.figures[code].definition}`),
      },
    ]),
  };
}

/** The figures of an organisation, one period after the other, or its own figures where they are asked for. */
export function figuresView(answer: FiguresAnswer, language: Language): View {
  if (answer.about !== undefined) return ownFiguresView(answer, language);
  const { organisation, periods, asOf } = answer;
  const { figures, indicators } = sentencesIn(language);
  const level = actorOf(organisation);
  const { survey, training } = UNANSWERED[level];
  const silent = survey.filter(
    (code) =>
      !periods.some((one) => one.figures.some((figure) => figure.code === code && figure.denominator !== 0)),
  );
  const unknown = training.filter(
    (code) => !periods.some((one) => one.figures.some((figure) => figure.code === code)),
  );
  const left: readonly FigureCode[] = [...silent, ...unknown];
  const codes = FIGURES.filter(
    ({ ofHouse, code }) => (!ofHouse || level === 'ehm') && !left.includes(code),
  ).map(({ code }) => code);
  const today = danishDate(asOf);
  const nameOf = ({ period }: PeriodFigures) => {
    const words = periodWords(period, language);
    return period.to > today ? figures.soFar(words, dateWords(today, language)) : words;
  };
  const tableOf = (shown: readonly FigureCode[], more?: 'with outreach') =>
    periods.flatMap((one): readonly Block[] => {
      const blocks: readonly Block[] = [
        ...(shown.length > 0 ? [{ kind: 'facts' as const, facts: factsOf(one, shown, language) }] : []),
        ...(more ? paragraph(one.outreach && indicators.outreach(one.outreach)) : []),
      ];
      const isNamed = periods.length > 1 && blocks.length > 0;
      return [...(isNamed ? paragraph(nameOf(one), { strong: true }) : []), ...blocks];
    });
  const charts = figureCharts(periods, codes, language, rowName).filter(({ chart }) => isWorthDrawing(chart));
  const drawn = charts.flatMap(({ codes: own }) => own);
  return {
    language,
    title: figures.title(organisationName(organisation)),
    subtitle: periods.map(nameOf).join(figures.and),
    tone: 'default',
    blocks: [
      {
        kind: 'pictured',
        pictures: charts.map(({ chart, codes: own }) => ({ chart, table: tableOf(own) })),
        rest: tableOf(
          codes.filter((code) => !drawn.includes(code)),
          'with outreach',
        ),
        table: tableOf(codes, 'with outreach'),
      },
      ...paragraph(silent.length > 0 ? figures.unanswered.survey(silent.join(', ')) : null, {
        subtle: true,
      }),
      ...paragraph(unknown.length > 0 ? figures.unanswered.training(unknown.join(', ')) : null, {
        subtle: true,
      }),
      definitions(codes, language),
      ...paragraph(figures.other, { subtle: true }),
    ],
    actions: [],
    refresh: null,
  };
}
