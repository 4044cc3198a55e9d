import { sentencesIn } from '../../dialogs/sentences.ts';
import { importOffers } from '../app/offers/import-offers.ts';
import type { CliCommand } from './command.ts';
import { OFFER_COLUMNS, readOfferRows } from './import/offer-rows.ts';
import { bytesToImport, IMPORT_OPTIONS, languageOf, tellProblems } from './import/report.ts';
import { STORE_HELP, STORE_OPTION, withStore } from './open-store.ts';

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
  async run(args, world) {
    if (args.values.template === true) {
      world.out(OFFER_COLUMNS.join(','));
      return 0;
    }
    const language = languageOf(args);
    const file = args.positionals[0] ?? '-';
    const read = readOfferRows(await bytesToImport(args, world));
    if (!read.ok) return tellProblems(NAME, file, read.problems, language, world);
    const done = await withStore(args, ({ unitOfWork }) =>
      unitOfWork.run((stores) => importOffers(stores, read.offers, world.now())),
    );
    if (!done.ok) return tellProblems(NAME, file, done.problems, language, world);
    const { added, replaced } = done;
    if (args.values.json === true) world.out(JSON.stringify({ added, replaced }));
    else world.out(sentencesIn(language).imports.done(added, replaced));
    return 0;
  },
};
