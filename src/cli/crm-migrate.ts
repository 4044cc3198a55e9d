import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { crmWithin, LIMITS, pause, within } from '../app/deadline.ts';
import { type MigrationCounts, migrateCrm } from '../app/migrate-crm.ts';
import { type Crm, CrmError } from '../app/ports/crm.ts';
import { chance, randomIds, systemClock } from '../clock-and-ids.ts';
import { crmOf } from '../compose/crm.ts';
import { withoutLeftOut } from '../crm/dataverse/row-values.ts';
import { crmStateOf } from '../crm/embedded/check-embedded-crm.ts';
import { openEmbeddedCrm } from '../crm/embedded/open-embedded-crm.ts';
import { withoutIdentity } from '../crm/without-identity.ts';
import { openStores, STORE_FILES } from '../open-stores.ts';
import { backOffSeconds } from '../worker/back-off.ts';
import { type Arguments, BadInput, type CliCommand, type World } from './command.ts';
import { connectionOf, mappingOf } from './crm-settings.ts';
import { noteCommand } from './note-command.ts';
import { needsFile, STORE_OPTION, storeOf } from './open-store.ts';

/** `indgang crm migrate`: moves what is in the embedded CRM to the organisation that the settings name. */
export const command: CliCommand = {
  usage: 'indgang crm migrate [--dry-run] [--data DIR] [--json]',
  help: `Moves the records of the embedded CRM to the Dataverse organisation of DATAVERSE_URL: counted, sent one at a time as the basis
of each case allows now, read back and compared. One that was stopped goes on when the command is given again. With
--dry-run nothing is sent, and it is said what would be. What stays behind is named, and the exit status is then 1. The
embedded CRM is left as it is: delete it when all is well. Stop the service first, and start it with DATAVERSE_URL after: to a service
that began before, a case that is not there yet counts as deleted there.`,
  options: { ...STORE_OPTION, 'dry-run': { type: 'boolean' } },
  positionals: 0,
  async run(args, world) {
    const connection = connectionOf();
    mappingOf(connection);
    const target = crmOf({ dataverse: connection });
    if (!target) throw new BadInput('DATAVERSE_URL must name the organisation');
    const counts = await move(args, world, target);
    const left = counts['without-case'] + counts.refused + counts.unlike;
    const { moved, there } = counts;
    const total = Object.values(counts).reduce((sum, one) => sum + one, 0);
    if (args.values.json === true) world.out(JSON.stringify({ total, ...counts }));
    else
      world.out(
        `${total} records in the embedded CRM: ${moved} moved and compared, ${there} there before, ${counts['to-move']} to move, ${left} left behind`,
      );
    return left === 0 ? 0 : 1;
  },
};

async function move(args: Arguments, world: World, target: Crm): Promise<MigrationCounts> {
  const place = storeOf(args);
  if (!place.database) {
    needsFile(place.data);
    const file = join(place.data, STORE_FILES.crm);
    if (!existsSync(file)) throw new BadInput(`${file}: there is no embedded CRM`);
  }
  const stores = await openStores({ ...place, newId: randomIds.id, chance, crm: target });
  try {
    const embedded = await openEmbeddedCrm(
      place.database ? { url: place.database.url } : { path: join(place.data, STORE_FILES.crm), chance },
    );
    try {
      const records = await crmStateOf(embedded);
      const isDry = args.values['dry-run'] === true;
      await noteCommand(stores, world, 'crm-migrate', { cases: isDry ? 0 : records.size });
      return await sent(args, world, target, stores, [...records.keys()].toSorted());
    } finally {
      await embedded.destroy();
    }
  } finally {
    await stores.close();
  }
}

async function sent(
  { values }: Arguments,
  world: World,
  target: Crm,
  { unitOfWork }: Awaited<ReturnType<typeof openStores>>,
  caseIds: readonly string[],
): Promise<MigrationCounts> {
  const mapping = mappingOf();
  try {
    return await migrateCrm({
      unitOfWork,
      caseIds,
      target: crmWithin(target, { run: (most, work) => within(systemClock, most, work) }, LIMITS.call),
      keptOf: (record, isErased) => withoutLeftOut(isErased ? withoutIdentity(record) : record, mapping),
      isDry: values['dry-run'] === true,
      pause: (attempt, seconds) => pause(systemClock, (seconds ?? backOffSeconds(attempt, chance)) * 1_000),
      left: ({ caseId, fate, code }) =>
        world.out(
          values.json === true
            ? JSON.stringify({ caseId, fate, code })
            : `${caseId}: ${fate}${code === null ? '' : ` (${code})`}`,
        ),
    });
  } catch (error) {
    if (!(error instanceof CrmError)) throw error;
    throw new Error(
      error.code === 'denied'
        ? `${error.message}; indgang crm check says what to mend, and the command then goes on`
        : `${error.message}; it goes on where it was stopped when the command is given again`,
    );
  }
}
