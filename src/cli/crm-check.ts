import { sentencesIn } from '../../dialogs/sentences.ts';
import { crmRecordOf } from '../app/crm-record.ts';
import { CRM_ADVICE } from '../core/crm-finding.ts';
import { checkOrganisation } from '../crm/dataverse/check-organisation.ts';
import { clientOf } from '../crm/dataverse/connect-dataverse.ts';
import { requestsOf } from '../crm/dataverse/dry-run.ts';
import { type Arguments, BadInput, type CliCommand, type ExitStatus, type World } from './command.ts';
import { connectionOf, mappingOf } from './crm-settings.ts';
import { LANGUAGE_OPTION, languageOf } from './language-option.ts';
import { noteCommand } from './note-command.ts';
import { STORE_HELP, STORE_OPTION, withStore, withStoreIfAny } from './open-store.ts';

/** Milliseconds after which an organisation that is silent, or slow, is said to be so. */
const LONGEST = 60_000;

/** `indgang crm check`: compares the connected organisation with the mapping. */
export const command: CliCommand = {
  usage: 'indgang crm check [--language da|en] [--dry-run CASE] [--data DIR] [--json]',
  help: `Compares the Dataverse organisation of DATAVERSE_URL with the mapping (tables, columns, lengths, options, states, lookups, keys and whether they are built, row versions, change tracking, privileges) and says what to mend, in Danish (da) or English (en). Where there is a store, it says how many cases are in the embedded CRM alone, which indgang crm migrate has not moved. It changes nothing, and ends after ${LONGEST / 1000} seconds at most. The exit status is 1 where something must be mended.
With --dry-run it sends nothing, and prints the requests that would bring the case to an empty organisation. ${STORE_HELP}`,
  options: { ...STORE_OPTION, ...LANGUAGE_OPTION, 'dry-run': { type: 'string' } },
  positionals: 0,
  async run(args, world) {
    const { 'dry-run': id } = args.values;
    const language = languageOf(args);
    if (typeof id === 'string') return showRequests(id, args, world);
    const { findings: sentences, kinds, isWell } = sentencesIn(language).crmCheck;
    const connection = connectionOf();
    const mapping = mappingOf(connection);
    const deadline = AbortSignal.timeout(LONGEST);
    const findings = [...(await checkOrganisation(clientOf(connection), mapping, deadline))];
    const left = await withStoreIfAny(args, ({ unitOfWork }) =>
      unitOfWork.read((stores) => stores.cases.inEmbeddedCrm()),
    );
    if (left) findings.push({ code: 'not-migrated', table: '', column: '', is: String(left), needs: '' });
    for (const found of findings) {
      const text = sentences[found.code](found);
      const kind = CRM_ADVICE.includes(found.code) ? 'advice' : 'mend';
      world.out(
        args.values.json === true ? JSON.stringify({ ...found, kind, text }) : `${kinds[kind]}: ${text}`,
      );
    }
    if (findings.length === 0 && args.values.json !== true) world.out(isWell);
    return findings.every(({ code }) => CRM_ADVICE.includes(code)) ? 0 : 1;
  },
};

async function showRequests(typed: string, args: Arguments, world: World): Promise<ExitStatus> {
  const mapping = mappingOf();
  const id = typed.toUpperCase();
  const kase = await withStore(args, async (store) => {
    const found = await store.unitOfWork.read((stores) => stores.cases.get(id));
    if (found) await noteCommand(store, world, 'crm-dry-run', { caseId: id, cases: 1 });
    return found;
  });
  if (!kase) throw new BadInput(`--dry-run ${id}: there is no such case`);
  for (const { method, path, body } of await requestsOf(crmRecordOf(kase), mapping))
    world.out(JSON.stringify({ method, path, body }));
  return 0;
}
