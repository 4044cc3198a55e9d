import { z } from 'zod';
import { ok } from '../../result.ts';
import { refOf } from '../case-change.ts';
import { ACTIVE_STATUSES } from '../derived.ts';
import { REFRESH, SAVE, tellChannel, tellPerson } from './common-steps.ts';
import { codesOf, optional } from './fields.ts';
import { registrars } from './guards.ts';
import { verb } from './verb.ts';

/** The most characters of a contact person's name, phone and e-mail. */
const MAX_CONTACT = 1_000;
const MAX_AREAS = 40;

/** Adds a later contact to the running case, whose owner stays (O2). */
export const addContact = verb({
  from: ACTIVE_STATUSES,
  who: registrars,
  safeWhenStale: true,
  inputs: z.object({
    text: optional(),
    areas: codesOf('area', 'unknown-area', { max: MAX_AREAS, code: 'too-many-areas' }),
    person: optional({ line: true, max: MAX_CONTACT }),
  }),
  does: (kase, input, by, context) => {
    const { assignee } = kase;
    const told = { notice: 'contact-added' } as const;
    return ok({
      case: { ...kase, contacts: [...kase.contacts, { at: context.now, by: refOf(by), ...input }] },
      event: { type: 'contact-added', organisation: by.organisation },
      effects: [
        SAVE,
        REFRESH,
        ...(assignee?.person === by.person
          ? []
          : [assignee ? tellPerson(assignee.person, told) : tellChannel(kase.owner, told)]),
      ],
    });
  },
});
