import { eraseSubject } from '../app/data-subject.ts';
import { createDanishCalendar } from '../calendar/danish-calendar.ts';
import type { CliCommand } from './command.ts';
import { entryOfCommand } from './note-command.ts';
import { STORE_HELP, STORE_OPTION, withStore } from './open-store.ts';
import { SUBJECT_HELP, SUBJECT_OPTIONS, subjectOf } from './subject.ts';

/** `indgang gdpr erase`: erases everything held on somebody, except figures for statistics. */
export const command: CliCommand = {
  usage: 'indgang gdpr erase --cvr NUMBER|--person TEXT [--data DIR] [--json]',
  help: `Erases what is held on a company or a person and leaves what the indicators count; history keeps that something was
erased, not what. A case that is still under way ends as withdrawn. A company's case that a person was the contact of stays,
without them and without what was written. An adviser is deleted from the list: leave it out of the file that you import. Cards are drawn again by the service. What colleagues did on cases stays in the
history, which is never changed. ${SUBJECT_HELP}\n${STORE_HELP}`,
  options: { ...STORE_OPTION, ...SUBJECT_OPTIONS },
  positionals: 0,
  async run(args, world) {
    const subject = subjectOf(args);
    const erased = await withStore(args, async (store) => {
      const deps = { ...store, calendar: createDanishCalendar() };
      return eraseSubject(deps, subject, world.now(), ({ audit }, { cases, contacts }) =>
        audit.add([entryOfCommand(world, 'gdpr-erase', { cases: cases + contacts })]),
      );
    });
    world.out(
      args.values.json === true
        ? JSON.stringify(erased)
        : `erased: ${erased.cases} cases, ${erased.contacts} contact persons, ${erased.drafts} drafts, ${erased.lines} waiting lines, ${erased.outreach} outreach contacts, ${erased.advisers} advisers`,
    );
    return 0;
  },
};
