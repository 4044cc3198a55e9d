import { importOffers } from '../app/offers/import-offers.ts';
import type { CliCommand } from './command.ts';
import { OFFER_COLUMNS, readOfferRows } from './import/offer-rows.ts';
import { IMPORT_OPTIONS, runImport } from './import/run-import.ts';
import { STORE_HELP, STORE_OPTION } from './open-store.ts';

const NAME = 'indgang catalogue import';

/** `indgang catalogue import`: extends and overrules the catalogue of offers. */
export const command: CliCommand = {
  usage: `${NAME} FILE.csv|- [--language da|en] [--data DIR] [--json] | --template`,
  help: `Adds the offers of a CSV file to the catalogue: services, programmes, tools and actors. A row with the id of an offer replaces
it, a built-in one too (indgang catalogue list shows them); a last day in valid_to ends it. --template prints the columns.
kind: service, programme, tool, actor. owner: les, ehm, an organisation, or a name. areas, stages, places, not_places: codes or
names, separated by commas; empty means every one. Dates: 2026-12-01 or 1.12.2026. funds: open, closed, or empty. Everything
that is wrong is told with line and column, in Danish, or in English with --language en; then nothing is imported.
${STORE_HELP}`,
  options: { ...STORE_OPTION, ...IMPORT_OPTIONS },
  positionals: 1,
  run: (args, world) =>
    runImport(
      {
        name: NAME,
        columns: OFFER_COLUMNS,
        read: (bytes) => {
          const read = readOfferRows(bytes);
          return read.ok ? { ok: true, rows: read.offers } : read;
        },
        put: importOffers,
      },
      args,
      world,
    ),
};
