import { journalOf } from '../../cards/journal.ts';
import { LANGUAGES } from '../core/vocabulary.ts';
import { type Arguments, BadInput, type ExitStatus, type World } from './command.ts';
import { noteCommand } from './note-command.ts';
import { withStore } from './open-store.ts';

/** Writes one case as an HTML document for a record system. Throws `BadInput`. */
export async function exportJournal(args: Arguments, world: World): Promise<ExitStatus> {
  const id = args.positionals[0]?.toUpperCase();
  if (id === undefined) throw new BadInput('ID: html is given of one case; which one?');
  const language = LANGUAGES.find((known) => known === (args.values.language ?? 'da'));
  if (!language)
    throw new BadInput(`--language ${args.values.language}: must be one of ${LANGUAGES.join(', ')}`);
  const found = await withStore(args, async (store) => {
    const read = await store.unitOfWork.read(async (stores) => {
      const kase = await stores.cases.get(id);
      return kase && { kase, history: await stores.history.of(id) };
    });
    if (read) await noteCommand(store, world, 'cases-export', { caseId: id, cases: 1 });
    return read;
  });
  if (!found) throw new BadInput(`${id}: there is no such case`);
  const text = journalOf(found.kase, found.history, language, world.now());
  const { out } = args.values;
  if (typeof out === 'string') await world.write(out, new TextEncoder().encode(text));
  else world.out(text.trimEnd());
  return 0;
}
