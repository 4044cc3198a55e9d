import {
  greyZoneEndsTable,
  greyZoneTable,
  ownFigureTables,
  zonesFor,
} from '../../dialogs/own-figure-tables.ts';
import { periodWords } from '../../dialogs/period-words.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import { type Chart, chartOf, isWorthDrawing } from '../../dialogs/word-chart.ts';
import { cellWords, type WordTable } from '../../dialogs/word-table.ts';
import type { FiguresAnswer } from '../../src/core/indicators/answers.ts';
import { organisationName } from '../../src/core/organisation.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import type { Block, View } from '../view.ts';
import { paragraph } from './parts.ts';

/** Rows of a table that a card shows: the longest card must stay under the limit of a message. */
const MOST_ROWS = 10;

/** A row in one line: `LES Viborg · Erhvervshus Midtjylland · Besvaret: 5 · …`. */
function rowWords({ columns }: WordTable, row: WordTable['rows'][number], language: Language): string {
  return columns
    .flatMap(({ title, kind }, place) => {
      const words = cellWords(row[place] ?? null, kind, language);
      if (words === '') return [];
      return kind === 'text' ? words : `${title}: ${words}`;
    })
    .join(' · ');
}

/** The rows, and the chart of them where it shows anything. */
function drawnOr(list: Block, chart: Chart | null): readonly Block[] {
  if (!chart || !isWorthDrawing(chart)) return [list];
  return [{ kind: 'pictured', pictures: [{ chart, table: [list] }], rest: [], table: [list] }];
}

function tableBlocks(table: WordTable, titled: boolean, language: Language): readonly Block[] {
  const { ownFigures: words, statement } = sentencesIn(language);
  const { rows, title, note } = table;
  const rest = rows.length - MOST_ROWS;
  return [
    ...paragraph(titled ? title : null, { strong: true }),
    ...paragraph(note, { subtle: true }),
    ...(rows.length === 0
      ? paragraph(statement.nothing)
      : drawnOr(
          { kind: 'list', items: rows.slice(0, MOST_ROWS).map((row) => rowWords(table, row, language)) },
          chartOf(table, MOST_ROWS),
        )),
    ...paragraph(rest > 0 ? words.chat.more(rest) : null, { subtle: true }),
  ];
}

/** What a card of the dialogue meeting leaves to the printed page: it is about one side only. */
const PRINTED_ONLY = ['needs', 'referredFrom', 'complete'];

/** The grey zones of an office, or what was between it and the other party. */
export function ownFiguresView(answer: FiguresAnswer, language: Language): View {
  const { organisation, periods, about, other } = answer;
  const { chat } = sentencesIn(language).ownFigures;
  const office = organisationName(organisation);
  const isGrey = about === 'grey-zones';
  const tablesOf = (own: NonNullable<(typeof periods)[number]['own']>): readonly WordTable[] => {
    const zones = greyZoneTable(own.greyZones, language, organisation);
    const seen = zonesFor(own.greyZones, organisation);
    if (isGrey) return seen.length > 1 ? [greyZoneEndsTable(seen, language), zones] : [zones];
    const tables = ownFigureTables(own, language).filter(({ code }) => !PRINTED_ONLY.includes(code));
    return [...tables.filter(({ rows }) => rows.length > 0), zones];
  };
  return {
    language,
    title: isGrey
      ? chat.greyZones(office)
      : other
        ? chat.dialogue(office, organisationName(other))
        : chat.dialogueOfHouse(office),
    subtitle: periods.map(({ period }) => periodWords(period, language)).join(', '),
    tone: 'default',
    blocks: [
      ...periods.flatMap(({ own }) =>
        own
          ? tablesOf(own).flatMap((table, _, { length }) =>
              tableBlocks(table, !isGrey || length > 1, language),
            )
          : [],
      ),
      ...paragraph(chat.periods, { subtle: true }),
    ],
    actions: [],
    refresh: null,
  };
}
