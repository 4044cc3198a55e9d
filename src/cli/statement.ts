import { yearlyStatement } from '../app/statement.ts';
import { documentOf } from '../print/document.ts';
import { BadInput, type CliCommand } from './command.ts';
import { languageOf } from './language-option.ts';
import { MUNICIPALITIES_OPTION } from './municipalities.ts';
import { storedFigures } from './municipality-numbers.ts';
import { STORE_HELP, STORE_OPTION } from './open-store.ts';
import { asOfOf, organisationOf, textOf } from './question-options.ts';
import { PRINT_OPTIONS, printFormatOf, writeStatement } from './write-statement.ts';

/** `indgang statement`: the yearly statement of an Erhvervshus or an office. */
export const command: CliCommand = {
  usage: `indgang statement --organisation ID --year YEAR [--as-of INSTANT] [--format html|xlsx] [--out FILE]
  [--municipalities-data FILE] [--municipalities DIR] [--language da|en] [--data DIR]`,
  help: `The yearly statement of an organisation as a page that prints on A4, or as a workbook: the agreed figures with their definitions,
month by month, geographic spread, referrals, needs, returns with reasons, grey zones and how they were settled, waiting times,
other receivers than the decision's, tasks, outreach. Every number is that of indgang indicators for the same year and moment.
It names no company and no person. --municipalities-data, --municipalities: as for indgang indicators. XLSX needs --out. ${STORE_HELP}`,
  options: {
    ...STORE_OPTION,
    ...PRINT_OPTIONS,
    ...MUNICIPALITIES_OPTION,
    organisation: { type: 'string' },
    year: { type: 'string' },
  },
  positionals: 0,
  async run(args, world) {
    const format = printFormatOf(args);
    const language = languageOf(args);
    const organisation = organisationOf(args);
    if (organisation === null) throw new BadInput('--organisation ID: whose statement is it?');
    const year = textOf(args, 'year') ?? '';
    if (!/^[12]\d{3}$/.test(year)) throw new BadInput(`--year ${year}: must be a year such as 2026`);
    const asOf = asOfOf(args, world);
    const { sources, municipalities } = await storedFigures(args, world, asOf);
    const document = documentOf(
      yearlyStatement(organisation, year, { sources, asOf, municipalities }),
      language,
    );
    return writeStatement(document, format, args, world);
  },
};
