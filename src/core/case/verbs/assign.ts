import { z } from 'zod';
import { ok, refuse } from '../../result.ts';
import { refOf } from '../case-change.ts';
import { ACTIVE_STATUSES } from '../derived.ts';
import { serves } from '../relation.ts';
import { REFRESH, SAVE, tellPerson } from './common-steps.ts';
import { needed } from './fields.ts';
import { servesForOwner } from './guards.ts';
import { verb } from './verb.ts';

/** The input `person` of somebody who takes the case themselves; `dialogs/person-words.ts` reads typed words into it. */
export const SELF = 'me';

/** Assigns the case to a colleague at the owner who serves companies. */
export const assign = verb({
  from: ACTIVE_STATUSES,
  who: servesForOwner,
  inputs: z.object({ person: needed('person-needed', { line: true }) }),
  does: (kase, input, by, context) => {
    const found = input.person === SELF ? by : context.memberOf(kase.owner, input.person);
    if (!found) return refuse('unknown-person', { organisation: kase.owner });
    const person = refOf(found);
    if (!serves(found)) return refuse('person-cannot-act', { person: person.name });
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
