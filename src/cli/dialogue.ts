import { dialogueStatement } from '../app/statement.ts';
import { askedDays } from '../core/indicators/asked-period.ts';
import type { Period } from '../core/indicators/question.ts';
import { municipalityOf, parseOrganisation } from '../core/organisation.ts';
import { documentOf } from '../print/document.ts';
import { type Arguments, BadInput, type CliCommand } from './command.ts';
import { languageOf } from './language-option.ts';
import { MUNICIPALITIES_OPTION, settingsFrom } from './municipalities.ts';
import { storedFigures } from './municipality-numbers.ts';
import { STORE_HELP, STORE_OPTION } from './open-store.ts';
import { asOfOf, textOf } from './question-options.ts';
import { PRINT_OPTIONS, printFormatOf, writeStatement } from './write-statement.ts';

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
    if (!les || municipalityOf(les) === undefined)
      throw new BadInput(`--les ${typed}: must be les-<municipality code>`);
    const period = quarterOf(args);
    const asOf = asOfOf(args, world);
    const { sources, municipalities } = await storedFigures(args, world, asOf);
    const counted = { sources, asOf, municipalities };
    const document = documentOf(dialogueStatement(les, period, settingsFrom(args), counted), language);
    return writeStatement(document, format, args, world);
  },
};
