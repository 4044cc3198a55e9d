import { sentencesIn } from '../../dialogs/sentences.ts';
import { type AskedText, demandSources } from '../app/case-records.ts';
import { danishDate } from '../core/danish-date.ts';
import { isIn } from '../core/indicators/counted-case.ts';
import {
  type AskedWords,
  type DemandRow,
  type DemandWord,
  demandOf,
  demandWords,
  SMALLEST_SHOWN,
} from '../core/indicators/demand.ts';
import { findMunicipality } from '../core/municipalities.ts';
import type { Language } from '../core/vocabulary.ts';
import { knowledgeOf } from '../language/create-language-model.ts';
import { readPlaces } from '../language/entities/places.ts';
import { readLexicon } from '../language/lexicon.ts';
import { isStopWord } from '../language/stop-words.ts';
import { wordsOf } from '../language/tokenise.ts';
import type { Table } from '../print/table.ts';
import { withoutIdentity } from './classify-proposals.ts';
import type { CliCommand } from './command.ts';
import { LANGUAGE_OPTION, languageOf } from './language-option.ts';
import { STORE_HELP, STORE_OPTION, withStore } from './open-store.ts';
import { asOfOf, organisationOf, periodOf, textOf } from './question-options.ts';
import { formatOf, TABLE_OPTIONS, textTable, writeTable } from './tables.ts';

/** `indgang demand`: what companies asked for, for the editors of Virksomhedsguiden. */
export const command: CliCommand = {
  usage: `indgang demand --from DATE --to DATE [--as-of INSTANT] [--organisation ID] [--format text|csv|json|xlsx] [--out FILE]
  [--language da|en] [--data DIR] [--json]`,
  help: `What companies asked for by month and municipality, for the editors of Virksomhedsguiden: first the words of enquiries that no
need of the list covers or that colleagues corrected, then the number of companies by need, those outside the list first.
No company and no person stands there: identities are removed from the texts, a word is given where at least ${SMALLEST_SHOWN}
enquiries have it, and fewer than ${SMALLEST_SHOWN} companies are only said to be few. ${STORE_HELP}`,
  options: {
    ...STORE_OPTION,
    ...TABLE_OPTIONS,
    ...LANGUAGE_OPTION,
    from: { type: 'string' },
    to: { type: 'string' },
    'as-of': { type: 'string' },
    organisation: { type: 'string' },
  },
  positionals: 0,
  async run(args, world) {
    const language = languageOf(args);
    const asText = args.values.json !== true && (textOf(args, 'format') ?? 'text') === 'text';
    const format = asText ? 'csv' : formatOf(args, 'csv');
    const period = periodOf(args);
    const asOf = asOfOf(args, world);
    const organisation = organisationOf(args);
    const { records, texts } = await withStore(args, ({ unitOfWork }) => demandSources(unitOfWork));
    const rows = demandOf(records, { period, asOf, sides: organisation === null ? [] : [organisation] });
    // A correction does not say which office it is from.
    const known = texts.filter(({ at }) => at <= asOf && isIn(danishDate(at), period));
    const words = organisation === null ? demandWords(known.map(readWords(danishDate(asOf)))) : [];
    if (!asText) return writeTable(sheetOf(rows, words, language), format, args, world);
    const text = textOfDemand(rows, words, language);
    const out = textOf(args, 'out');
    if (out === undefined) world.out(text);
    else await world.write(out, new TextEncoder().encode(`${text}\n`));
    return 0;
  },
};

const WORD = /^\p{L}{3,}$/u;

/** Reads the words of a text that say something, without whoever it names. */
function readWords(today: string): (asked: AskedText) => AskedWords {
  const knowledge = knowledgeOf(readPlaces(), readLexicon());
  return ({ enquiry, areas, text }) => {
    const words = wordsOf(withoutIdentity(text, today, knowledge)).flatMap((word) =>
      WORD.test(word.text) && !isStopWord(word.folded) ? word.text.toLowerCase() : [],
    );
    return { enquiry, areas, words: [...new Set(words)] };
  };
}

const placeName = (code: string): string => findMunicipality(code)?.name ?? code;

function sheetOf(rows: readonly DemandRow[], words: readonly DemandWord[], language: Language): Table {
  const { area: names } = sentencesIn(language).labels;
  return {
    columns: [
      'kind',
      'word',
      'month',
      'municipality',
      'municipalityName',
      'need',
      'needName',
      'count',
      'few',
    ],
    rows: [
      ...words.map(({ word, area, enquiries }) => [
        'word',
        word,
        null,
        null,
        null,
        area,
        names[area],
        enquiries,
        false,
      ]),
      ...rows.map(({ month, municipality, area, companies }) => [
        'need',
        null,
        month,
        municipality,
        placeName(municipality),
        area,
        names[area],
        companies,
        companies === null,
      ]),
    ],
  };
}

function textOfDemand(rows: readonly DemandRow[], words: readonly DemandWord[], language: Language): string {
  const { demand, labels } = sentencesIn(language);
  const wordTable = textTable({
    columns: [demand.word, demand.need, demand.enquiries],
    rows: words.map(({ word, area, enquiries }) => [word, labels.area[area], enquiries]),
  });
  const needTable = textTable({
    columns: [demand.month, demand.municipality, demand.need, demand.companies],
    rows: rows.map(({ month, municipality, area, companies }) => [
      month,
      placeName(municipality),
      labels.area[area],
      companies ?? demand.few(SMALLEST_SHOWN),
    ]),
  });
  return [
    demand.wordsTitle(SMALLEST_SHOWN),
    words.length > 0 ? wordTable : demand.nothing,
    '',
    demand.needsTitle,
    rows.length > 0 ? needTable : demand.nothing,
  ].join('\n');
}
