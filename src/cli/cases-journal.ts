import { journalOf } from '../../cards/journal.ts';
import { createLiveSettings } from '../app/settings/live-settings.ts';
import { readSettingsFolder } from '../config.ts';
import type { Case } from '../core/case/case.ts';
import { sightOf, type Visibility } from '../core/case/visibility.ts';
import { danishDate } from '../core/danish-date.ts';
import { type OrganisationId, officeServing } from '../core/organisation.ts';
import { LANGUAGES } from '../core/vocabulary.ts';
import type { OpenStores } from '../open-stores.ts';
import { type Arguments, BadInput, type ExitStatus, type World } from './command.ts';
import { filesFrom } from './municipalities.ts';
import { noteCommand } from './note-command.ts';
import { withStore } from './open-store.ts';
import { organisationOf } from './question-options.ts';

/** What the office of `--organisation` may see of a case, by default the one that serves the case's municipality. */
async function sightIn(
  args: Arguments,
  kase: Case,
  office: OrganisationId | undefined,
  { unitOfWork }: OpenStores,
  now: string,
): Promise<Visibility> {
  const folder = args.values.municipalities ?? readSettingsFolder() ?? undefined;
  const files = filesFrom({ ...args, values: { municipalities: folder } }, 'municipalities');
  const changes = await unitOfWork.read((stores) => stores.settings.all());
  const { settingsOf } = createLiveSettings(files).with(changes, danishDate(now));
  const { municipality } = kase.values;
  const organisation =
    office ?? (municipality ? officeServing(municipality, settingsOf(municipality)) : kase.owner);
  return sightOf(kase, { person: '', name: '', organisation, roles: ['consultant'] }, settingsOf);
}

/** Writes one case as an HTML document for an office's record system. Throws `BadInput`. */
export async function exportJournal(args: Arguments, world: World): Promise<ExitStatus> {
  const id = args.positionals[0]?.toUpperCase();
  if (id === undefined) throw new BadInput('ID: html is given of one case; which one?');
  const language = LANGUAGES.find((known) => known === (args.values.language ?? 'da'));
  if (!language)
    throw new BadInput(`--language ${args.values.language}: must be one of ${LANGUAGES.join(', ')}`);
  const office = organisationOf(args) ?? undefined;
  const found = await withStore(args, async (store) => {
    const read = await store.unitOfWork.read(async (stores) => {
      const kase = await stores.cases.get(id);
      return kase && { kase, history: await stores.history.of(id) };
    });
    if (read) await noteCommand(store, world, 'cases-export', { caseId: id, cases: 1 });
    return read && { ...read, sight: await sightIn(args, read.kase, office, store, world.now()) };
  });
  if (!found) throw new BadInput(`${id}: there is no such case`);
  const text = journalOf(found.kase, found.history, found.sight, language, world.now());
  const { out } = args.values;
  if (typeof out === 'string') await world.write(out, new TextEncoder().encode(text));
  else world.out(text.trimEnd());
  return 0;
}
