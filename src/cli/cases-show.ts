import { toText } from '../../cards/text.ts';
import { viewOf } from '../../cards/view-of.ts';
import { createDanishCalendar } from '../calendar/danish-calendar.ts';
import { EVERYTHING } from '../core/case/visibility.ts';
import { attribute } from '../core/promise/attribution.ts';
import { figuresAt } from '../core/promise/clock.ts';
import { BadInput, type CliCommand } from './command.ts';
import { LANGUAGE_OPTION, languageOf } from './language-option.ts';
import { noteCommand } from './note-command.ts';
import { STORE_HELP, STORE_OPTION, withStore } from './open-store.ts';

/** `indgang cases show`: one case with its history. */
export const command: CliCommand = {
  usage: 'indgang cases show ID [--language da|en] [--data DIR] [--json]',
  help: `One case with its history. With --json also both readings of its promise and who held it for how long. In Danish, or
in English with --language en. ${STORE_HELP}`,
  options: { ...STORE_OPTION, ...LANGUAGE_OPTION },
  positionals: 1,
  async run(args, world) {
    const id = args.positionals[0]?.toUpperCase();
    if (id === undefined) throw new BadInput('ID: which case?');
    const language = languageOf(args);
    const { kase, history } = await withStore(args, async (store) => {
      const read = await store.unitOfWork.read(async (stores) => ({
        kase: await stores.cases.get(id),
        history: await stores.history.of(id),
      }));
      if (read.kase) await noteCommand(store, world, 'cases-show', { caseId: id, cases: 1 });
      return read;
    });
    if (!kase) throw new BadInput(`${id}: there is no such case`);
    const now = world.now();
    if (args.values.json === true) {
      const calendar = createDanishCalendar();
      const figures = figuresAt(kase.promise, calendar, now);
      const held = attribute(kase, history, calendar, now);
      world.out(JSON.stringify({ case: kase, history, figures, attribution: held }));
      return 0;
    }
    const viewer = { relation: 'owner', sees: EVERYTHING, organisation: kase.owner, verbs: [] } as const;
    const answer = {
      kind: 'case',
      card: 'case',
      case: kase,
      history,
      viewer,
      now,
      notice: null,
      problems: [],
    } as const;
    world.out(toText(viewOf(answer, language)));
    return 0;
  },
};
