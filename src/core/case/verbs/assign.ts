import { z } from 'zod';
import { ok, refuse } from '../../result.ts';
import { refOf } from '../case-change.ts';
import { ACTIVE_STATUSES } from '../derived.ts';
import { REFRESH, SAVE, tellPerson } from './common-steps.ts';
import { needed } from './fields.ts';
import { owner } from './guards.ts';
import { verb } from './verb.ts';

/** What a person of the owner types for themselves, in any language; `dialogs/verb-readers.ts` reads the rest into it. */
const SELF = ['mig', 'me'];

/** A colleague of the owner has the case from now on. */
export const assign = verb({
  from: ACTIVE_STATUSES,
  who: owner,
  inputs: z.object({ person: needed('person-needed', { line: true }) }),
  does: (kase, input, by, context) => {
    const self = SELF.includes(input.person.toLowerCase());
    const person = self ? refOf(by) : context.memberOf(kase.owner, input.person);
    if (!person) return refuse('unknown-person', { organisation: kase.owner });
    return ok({
      case: { ...kase, assignee: person },
      event: { type: 'assigned', person: person.person },
      effects: [
        SAVE,
        REFRESH,
        ...(person.person === by.person ? [] : [tellPerson(person.person, { notice: 'assigned' })]),
      ],
    });
  },
});
