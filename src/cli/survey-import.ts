import { importAnswers } from '../app/surveys/import-answers.ts';
import type { CliCommand } from './command.ts';
import { ANSWER_COLUMNS, readAnswerRows } from './import/answer-rows.ts';
import { IMPORT_OPTIONS, runImport } from './import/run-import.ts';
import { STORE_HELP, STORE_OPTION } from './open-store.ts';

const NAME = 'indgang survey import';

/** `indgang survey import`: adds the answers of the user evaluation. */
export const command: CliCommand = {
  usage: `${NAME} FILE.csv|- [--language da|en] [--data DIR] [--json] | --template`,
  help: `Adds the answers of the user evaluation, from which I-08, I-23, I-24, I-25, I-30, I-31 and I-34 are counted. One row for each
answer; one of the same organisation, case and date replaces what was there, and a file imported again changes nothing. --template
prints the columns. case: the number that indgang survey export gave, or else cvr. organisation: whose work was evaluated, by id or name.
date: of the answer, 2026-12-01 or 1.12.2026. segment: operations, growth, ...; empty: that of the case. Empty also where a question was not answered:
satisfaction: very-satisfied, satisfied, neither, dissatisfied, very-dissatisfied ("meget tilfreds" and so on).
recommend: 0 to 10. referral, of those who say that they were referred: used, expects, no, dont-know.
effect: high, some, low, none, dont-know ("i høj grad" and so on). green, digital: whether they say that they were guided on it;
empty: by the needs of the case. There is no column for comments: what people wrote stays where they wrote it.
Everything that is wrong is told with line and column, in Danish, or in English with --language en; then nothing is imported.
${STORE_HELP}`,
  options: { ...STORE_OPTION, ...IMPORT_OPTIONS },
  positionals: 1,
  run: (args, world) =>
    runImport({ name: NAME, columns: ANSWER_COLUMNS, read: readAnswerRows, put: importAnswers }, args, world),
};
