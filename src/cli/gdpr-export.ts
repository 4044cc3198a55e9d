import { heldOn } from '../app/data-subject.ts';
import { createDanishCalendar } from '../calendar/danish-calendar.ts';
import type { CliCommand } from './command.ts';
import { noteCommand } from './note-command.ts';
import { STORE_HELP, STORE_OPTION, withStore } from './open-store.ts';
import { SUBJECT_HELP, SUBJECT_OPTIONS, subjectOf } from './subject.ts';

/** `indgang gdpr export`: everything held on somebody, as one JSON object. */
export const command: CliCommand = {
  usage: 'indgang gdpr export --cvr NUMBER|--person TEXT [--out FILE] [--data DIR] [--json]',
  help: `Everything held on a company or a person, as one JSON object: cases with their history, drafts, records of the shared CRM,
what was asked and answered in the user evaluation,
lines that wait for their writer to choose an organisation, the entry in the directory of somebody who works with cases, and
entries in the list of advisers. ${SUBJECT_HELP}\n${STORE_HELP}`,
  options: { ...STORE_OPTION, ...SUBJECT_OPTIONS, out: { type: 'string' } },
  positionals: 0,
  async run(args, world) {
    const subject = subjectOf(args);
    const held = await withStore(args, async (store) => {
      const all = await heldOn({ ...store, calendar: createDanishCalendar() }, subject);
      await noteCommand(store, world, 'gdpr-export', { cases: all.cases.length });
      return all;
    });
    const report = { exportedAt: world.now(), subject, ...held };
    const text = JSON.stringify(report, null, args.values.json === true ? 0 : 2);
    if (typeof args.values.out === 'string') {
      await world.write(args.values.out, new TextEncoder().encode(`${text}\n`));
    } else world.out(text);
    return 0;
  },
};
