import { sentencesIn } from '../../dialogs/sentences.ts';
import { DEFINITION, FIGURES } from '../core/indicators/figure-table.ts';
import { type Figure, figures } from '../core/indicators/figures.ts';
import type { OutreachFigures } from '../core/indicators/outreach-figures.ts';
import { type OwnFigures, ownFigures } from '../core/indicators/own-figures.ts';
import { type FigureQuestion, SPLIT_KEYS, type SplitKey } from '../core/indicators/question.ts';
import type { Language } from '../core/vocabulary.ts';
import { type Arguments, BadInput, type CliCommand, type World } from './command.ts';
import { definitionsOf, ownReportOf, ownTablesText, reportOf, sheetOf, tableOf } from './indicator-report.ts';
import { LANGUAGE_OPTION, languageOf } from './language-option.ts';
import { MUNICIPALITIES_OPTION } from './municipalities.ts';
import { numbersOfFiles, storedFigures } from './municipality-numbers.ts';
import { STORE_HELP, STORE_OPTION } from './open-store.ts';
import { asOfOf, organisationOf, periodOf, textOf } from './question-options.ts';
import { readCaseRecords } from './read-case-records.ts';
import { TABLE_OPTIONS, textTable, writeTable } from './tables.ts';

const FORMATS = ['table', 'json', 'csv', 'xlsx'] as const;
type Format = (typeof FORMATS)[number];

/** `indgang indicators`: the figures of a period. */
export const command: CliCommand = {
  usage: `indgang indicators --from DATE --to DATE [--as-of INSTANT] [--organisation ID] [--by KEYS] [--format table|json|csv|xlsx]
  [--out FILE] [--input FILE|-] [--municipalities-data FILE] [--municipalities DIR] [--language da|en] [--data DIR] [--json]`,
  help: `The figures of a period of Danish dates, both included (definitions ${DEFINITION}; --format json and xlsx print them).
--as-of: the moment of counting; nothing that happened after it is known. Now, unless it says otherwise.
--organisation: only what that office received (I-01 to I-12) or did. Figures about one Erhvervshus are given for each of
  them without it, and left out for a les-….
--by: splits every figure by one or more of ${SPLIT_KEYS.join(',')}.
--input: case records (indgang cases export --full) instead of the store; a bad one is named and nothing is counted. What they do not
  hold is left out: the figures from answers of the user evaluation (indgang survey import), I-14, outreach, and the own figures.
I-14 needs a directory that says who is trained ("training": ["lean-startup", "bmc"]).
--municipalities-data: CSV with municipality,inhabitants,entrepreneurs,growthCompanies, which I-22 and the shares of I-01 and
  I-02 need; without it, what the municipalities have set: in the folder of --municipalities, and in the store before it.
\`pending\`: promises that can still be kept, in neither number. XLSX needs --out. ${STORE_HELP}`,
  options: {
    ...STORE_OPTION,
    ...TABLE_OPTIONS,
    ...MUNICIPALITIES_OPTION,
    from: { type: 'string' },
    to: { type: 'string' },
    'as-of': { type: 'string' },
    organisation: { type: 'string' },
    by: { type: 'string' },
    input: { type: 'string' },
    'municipalities-data': { type: 'string' },
    ...LANGUAGE_OPTION,
  },
  positionals: 0,
  async run(args, world) {
    const format = formatOf(args);
    const language = languageOf(args);
    const asked = questionOf(args, world);
    const input = textOf(args, 'input');
    const found =
      input === undefined
        ? await storedFigures(args, world, asked.asOf)
        : { sources: null, municipalities: await numbersOfFiles(args, world) };
    const { sources: stored, municipalities } = found;
    const question = { ...asked, municipalities };
    const records = stored?.records ?? (await readCaseRecords(input ?? '-', world));
    const contacts = stored?.contacts ?? [];
    const counted = figures(
      records,
      question,
      FIGURES,
      contacts,
      stored?.answers ?? null,
      stored?.advisers ?? null,
    );
    const sides = question.organisation === null ? [] : [question.organisation];
    const own = stored && ownFigures(stored, { ...question, sides });
    await write(
      counted,
      { question, format, language, own, outreach: contacts.length > 0 ? (own?.outreach ?? null) : null },
      args,
      world,
    );
    return 0;
  },
};

/** What is written, and how. `own`: the figures that only the store can answer. `outreach`: null where it holds none. */
interface Shown {
  readonly question: FigureQuestion;
  readonly format: Format;
  readonly language: Language;
  readonly own: OwnFigures | null;
  readonly outreach: OutreachFigures | null;
}

async function write(
  counted: readonly Figure[],
  { question, format, language, own, outreach }: Shown,
  args: Arguments,
  world: World,
): Promise<void> {
  const out = textOf(args, 'out');
  switch (format) {
    case 'table': {
      const { indicators: words } = sentencesIn(language);
      const { period, asOf, organisation } = question;
      const heading = words.heading({ definition: DEFINITION, ...period, asOf, organisation });
      const text = [
        heading,
        textTable(tableOf(counted, language)),
        ...(outreach ? [words.outreach(outreach)] : []),
        ...(own ? [ownTablesText(own, language)] : []),
        definitionsOf(counted, language),
      ].join('\n\n');
      if (out === undefined) world.out(text);
      else await world.write(out, new TextEncoder().encode(`${text}\n`));
      return;
    }
    case 'json': {
      const report = {
        ...reportOf(counted, question, language),
        ...(outreach && { outreach }),
        ...(own && { own: ownReportOf(own) }),
      };
      const text = JSON.stringify(report, null, args.values.json === true ? undefined : 2);
      if (out === undefined) world.out(text);
      else await world.write(out, new TextEncoder().encode(`${text}\n`));
      return;
    }
    case 'csv':
    case 'xlsx':
      await writeTable(sheetOf(counted, question, own, language), format, args, world);
      return;
    default: {
      const never: never = format;
      return never;
    }
  }
}

/** The question of the options. Throws `BadInput` on the first that is wrong. */
function questionOf(args: Arguments, world: World): Omit<FigureQuestion, 'municipalities'> {
  const period = periodOf(args);
  const asOf = asOfOf(args, world);
  const organisation = organisationOf(args);
  const by = keysOf(textOf(args, 'by'));
  return { period, asOf, organisation, by };
}

function keysOf(typed: string | undefined): readonly SplitKey[] {
  if (typed === undefined) return [];
  const keys = typed.split(',').map((word) => {
    const key = SPLIT_KEYS.find((known) => known === word.trim());
    if (!key) throw new BadInput(`--by ${word.trim()}: must be one or more of ${SPLIT_KEYS.join(',')}`);
    return key;
  });
  return [...new Set(keys)];
}

function formatOf(args: Arguments): Format {
  const typed = textOf(args, 'format') ?? (args.values.json === true ? 'json' : 'table');
  const format = FORMATS.find((known) => known === typed);
  if (!format) throw new BadInput(`--format ${typed}: must be one of ${FORMATS.join(', ')}`);
  if (format === 'xlsx' && textOf(args, 'out') === undefined)
    throw new BadInput('--format xlsx: needs --out FILE');
  return format;
}
