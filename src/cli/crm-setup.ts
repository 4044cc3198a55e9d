import { requirementsOf } from '../crm/dataverse/requirements.ts';
import { objectsOf, type Table } from '../print/table.ts';
import { BadInput, type CliCommand } from './command.ts';
import { mappingOf } from './crm-settings.ts';
import { textTable } from './tables.ts';

/** `indgang crm setup`: what an administrator makes in the organisation. */
export const command: CliCommand = {
  usage: 'indgang crm setup --print [--json]',
  help: 'Lists the tables, columns and alternate keys that the mapping needs of a Dataverse organisation, for whoever makes them there. It connects to nothing: `indgang crm check` says what is missing.',
  options: { print: { type: 'boolean' } },
  positionals: 0,
  async run(args, world) {
    if (args.values.print !== true)
      throw new BadInput('--print: nothing is made in an organisation, only listed');
    const table: Table = {
      columns: ['table', 'column', 'kind', 'length', 'options', 'key'],
      rows: requirementsOf(mappingOf()).flatMap(({ table, key, columns }) =>
        columns.map(({ column, kind, length, options }) => [
          table,
          column,
          kind,
          length ?? null,
          options?.join(', ') ?? null,
          column === key ? 'alternate key' : null,
        ]),
      ),
    };
    if (args.values.json === true) for (const row of objectsOf(table)) world.out(JSON.stringify(row));
    else world.out(textTable(table));
    return 0;
  },
};
