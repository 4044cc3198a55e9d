import { importAdvisers } from '../app/advisers/import-advisers.ts';
import type { CliCommand } from './command.ts';
import { ADVISER_COLUMNS, readAdviserRows } from './import/adviser-rows.ts';
import { IMPORT_OPTIONS, runImport } from './import/run-import.ts';
import { STORE_HELP, STORE_OPTION } from './open-store.ts';

const NAME = 'indgang advisers import';

/** `indgang advisers import`: extends and changes the list of advisers. */
export const command: CliCommand = {
  usage: `${NAME} FILE.csv|- [--language da|en] [--data DIR] [--json] | --template`,
  help: `Adds the advisers of a CSV file to the list from which consultants are shown some in turn. A row with a known id replaces the
adviser; a last day in valid_to ends it. --template prints the columns. kind: private, knowledge-institution, cluster, national.
areas, places, languages: codes or names, separated by commas; no places means the whole country. Dates: 2026-12-01 or 1.12.2026.
Everything that is wrong is told with line and column, in Danish, or in English with --language en; then nothing is imported.
${STORE_HELP}`,
  options: { ...STORE_OPTION, ...IMPORT_OPTIONS },
  positionals: 1,
  run: (args, world) =>
    runImport(
      {
        name: NAME,
        columns: ADVISER_COLUMNS,
        read: (bytes) => {
          const read = readAdviserRows(bytes);
          return read.ok ? { ok: true, rows: read.advisers } : read;
        },
        put: importAdvisers,
      },
      args,
      world,
    ),
};
