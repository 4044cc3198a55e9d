import { periodWords } from '../../dialogs/period-words.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import { askedDays } from '../core/indicators/asked-period.ts';
import { digestMunicipalities } from '../core/indicators/digest.ts';
import { ownFigures } from '../core/indicators/own-figures.ts';
import type { Period } from '../core/indicators/question.ts';
import { houseOf, municipalityOf, organisationName, parseOrganisation } from '../core/organisation.ts';
import { type Arguments, BadInput, type CliCommand } from './command.ts';
import { languageOf } from './language-option.ts';
import { MUNICIPALITIES_OPTION, settingsFrom } from './municipalities.ts';
import { storedFigures } from './municipality-numbers.ts';
import { STORE_HELP, STORE_OPTION } from './open-store.ts';
import { asOfOf, textOf } from './question-options.ts';
import { documentOf } from './statement/document.ts';
import { PRINT_OPTIONS, printFormatOf, sideFigures, writeStatement } from './statement/write-statement.ts';

/** `2026-K3`, `K3 2026`, `2026-Q3`. */
const QUARTER = /^(?:(\d{4})[- ]?[KQ]([1-4])|[KQ]([1-4])[- ]?(\d{4}))$/i;

function quarterOf(args: Arguments): Period {
  const typed = textOf(args, 'quarter') ?? '';
  const [, year, number, numberFirst, yearLast] = QUARTER.exec(typed.trim()) ?? [];
  const of = Number(year ?? yearLast);
  if (Number.isNaN(of)) throw new BadInput(`--quarter ${typed}: must be a quarter such as 2026-K3`);
  return askedDays(
    { kind: 'numbered', unit: 'quarter', number: Number(number ?? numberFirst), year: of },
    '',
  );
}

/** `indgang dialogmøde`, `indgang dialogue`: the material of the dialogue meeting of an office and its Erhvervshus. */
export const command: CliCommand = {
  usage: `indgang dialogmøde --les ID --quarter 2026-K3 [--as-of INSTANT] [--format html|xlsx] [--out FILE]
  [--municipalities DIR] [--municipalities-data FILE] [--language da|en] [--data DIR]`,
  help: `The material of the dialogue meeting of a LES and its Erhvervshus, as a page that prints on A4 or as a workbook: the figures of
both for the LES's municipalities, and what was between the two: offers and returns with reasons, the cases that lay in a grey
zone and how they were settled, waiting times, other receivers than the decision's, tasks, outreach. The same as
indgang dialogue. It names cases by number, no company and no person. XLSX needs --out. ${STORE_HELP}`,
  options: {
    ...STORE_OPTION,
    ...PRINT_OPTIONS,
    ...MUNICIPALITIES_OPTION,
    les: { type: 'string' },
    quarter: { type: 'string' },
  },
  positionals: 0,
  async run(args, world) {
    const format = printFormatOf(args);
    const language = languageOf(args);
    const typed = textOf(args, 'les') ?? '';
    const les = parseOrganisation(typed);
    const home = les && municipalityOf(les);
    if (!les || !home) throw new BadInput(`--les ${typed}: must be les-<municipality code>`);
    const house = houseOf(home);
    const period = quarterOf(args);
    const asOf = asOfOf(args, world);
    const { sources, municipalities } = await storedFigures(args, world, asOf);
    const question = {
      period,
      asOf,
      by: [],
      municipalities,
    };
    const served = digestMunicipalities(les, settingsFrom(args));
    const document = documentOf(
      {
        ...question,
        title: sentencesIn(language).statement.dialogue(
          organisationName(les),
          organisationName(house),
          periodWords(question.period, language),
        ),
        sides: [
          sideFigures(sources, { ...question, organisation: les }, null),
          ...served.map((code) => sideFigures(sources, { ...question, organisation: house }, code)),
        ],
        own: ownFigures(sources, { ...question, sides: [les, house] }),
        listsCases: true,
      },
      language,
    );
    return writeStatement(document, format, args, world);
  },
};
