import { catalogueOf } from '../core/offers/catalogue.ts';
import type { Offer } from '../core/offers/offer.ts';
import type { Cell } from '../print/table.ts';
import type { CliCommand } from './command.ts';
import { OFFER_COLUMNS } from './import/offer-rows.ts';
import { STORE_HELP, STORE_OPTION, withStore } from './open-store.ts';
import { formatOf, TABLE_OPTIONS, textTable, writeTable } from './tables.ts';

function cellsOf(offer: Offer): readonly Cell[] {
  const { forWhom, criteria, areas, stages, places, notPlaces } = offer;
  const cells: Readonly<Record<(typeof OFFER_COLUMNS)[number], Cell>> = {
    id: offer.id,
    kind: offer.kind,
    name: offer.name,
    name_en: offer.nameEn,
    owner: offer.owner,
    areas: areas.join(','),
    stages: stages.join(','),
    growth_only: offer.growthOnly,
    places: places.join(','),
    not_places: notPlaces.join(','),
    for_whom_da: forWhom.da,
    for_whom_en: forWhom.en,
    criteria_da: criteria?.da ?? null,
    criteria_en: criteria?.en ?? null,
    source: offer.source,
    valid_from: offer.validFrom,
    valid_to: offer.validTo,
    link: offer.link,
    funds: offer.funds,
  };
  return OFFER_COLUMNS.map((column) => cells[column]);
}

/** `indgang catalogue list`: the catalogue as it is now, in the columns of an import. */
export const command: CliCommand = {
  usage: 'indgang catalogue list [--format csv|json|xlsx] [--out FILE] [--data DIR] [--json]',
  help: `Every offer of the catalogue, built in or imported, valid or not, in the columns of indgang catalogue import: what is written
with --format csv can be changed and imported again. Printed as a short table unless --format says otherwise. ${STORE_HELP}`,
  options: { ...STORE_OPTION, ...TABLE_OPTIONS },
  positionals: 0,
  async run(args, world) {
    const stored = await withStore(args, ({ unitOfWork }) => unitOfWork.read(({ offers }) => offers.all()));
    const { listed } = catalogueOf(stored);
    const { format, json, out } = args.values;
    if (format !== undefined || json === true || out !== undefined) {
      const table = { columns: OFFER_COLUMNS, rows: listed.map(({ offer }) => cellsOf(offer)) };
      return writeTable(table, formatOf(args, 'csv'), args, world);
    }
    const rows = listed.map(({ offer, imported }): readonly Cell[] => [
      offer.id,
      offer.kind,
      offer.name,
      offer.owner,
      offer.validFrom,
      offer.validTo,
      offer.funds,
      imported ? 'imported' : 'built in',
    ]);
    const columns = ['id', 'kind', 'name', 'owner', 'valid_from', 'valid_to', 'funds', 'from'];
    world.out(`${textTable({ columns, rows })}\n\n${rows.length} offers`);
    return 0;
  },
};
