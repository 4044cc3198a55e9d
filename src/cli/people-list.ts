import { isByChannel } from '../core/membership.ts';
import { type OrganisationId, organisationName, parseOrganisation } from '../core/organisation.ts';
import type { Person } from '../core/person.ts';
import { objectsOf, type Table } from '../print/table.ts';
import { BadInput, type CliCommand } from './command.ts';
import { STORE_HELP, STORE_OPTION, withStore } from './open-store.ts';
import { textTable } from './tables.ts';

const COLUMNS = ['person', 'name', 'organisation', 'roles', 'from', 'since', 'until', 'identities'];

function tableOf(
  people: readonly Person[],
  organisation: OrganisationId | null,
  nameOf: (organisation: OrganisationId) => string,
): Table {
  return {
    columns: COLUMNS,
    rows: people.flatMap((person) =>
      person.memberships
        .filter((membership) => organisation === null || membership.organisation === organisation)
        .map((membership) => [
          person.id,
          person.name,
          nameOf(membership.organisation),
          membership.roles.join(','),
          membership.source ?? 'directory',
          membership.since ?? null,
          isByChannel(membership) ? (membership.confirmedUntil ?? null) : null,
          person.identities.join(','),
        ]),
    ),
  };
}

/** `indgang people list`: one line per membership. */
export const command: CliCommand = {
  usage: 'indgang people list [--organisation O] [--data DIR] [--json]',
  help: `Who belongs where: from the directory, or from a bound channel (channel:<channel>:<conversation>), since when, and until when it is confirmed. The service confirms memberships by channel every hour, and lets them count for 24 hours while the platform cannot be asked; those of the directory have no end.\n${STORE_HELP}`,
  options: { ...STORE_OPTION, organisation: { type: 'string' } },
  positionals: 0,
  async run(args, world) {
    const { organisation: asked } = args.values;
    const organisation = typeof asked === 'string' ? parseOrganisation(asked) : null;
    if (organisation === undefined)
      throw new BadInput(`--organisation ${asked}: there is no such organisation`);
    const people = await withStore(args, ({ unitOfWork }) =>
      unitOfWork.read((stores) => stores.people.all()),
    );
    if (args.values.json === true) {
      for (const row of objectsOf(tableOf(people, organisation, (id) => id))) world.out(JSON.stringify(row));
      return 0;
    }
    const table = tableOf(people, organisation, organisationName);
    const count = table.rows.length;
    world.out(`${textTable(table)}\n\n${count} ${count === 1 ? 'membership' : 'memberships'}`);
    return 0;
  },
};
