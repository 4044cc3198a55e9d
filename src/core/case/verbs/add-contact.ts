import { z } from 'zod';
import { danishDate } from '../../danish-date.ts';
import { ok } from '../../result.ts';
import type { Case } from '../case.ts';
import { type CaseContext, refOf } from '../case-change.ts';
import { ACTIVE_STATUSES, restingStatus } from '../derived.ts';
import { hasNewNeed, withEnquiry, withNewPromise } from '../enquiries.ts';
import { type Enquiry, UNKNOWN_SOURCE } from '../enquiry.ts';
import { toolsUsed, withRegistered } from '../registering.ts';
import { REFRESH, SAVE, tellChannel, tellPerson } from './common-steps.ts';
import { codesOf, flag, optional } from './fields.ts';
import { registrars } from './guards.ts';
import { verb } from './verb.ts';

/** The most characters of a contact person's name, phone and e-mail. */
const MAX_CONTACT = 1_000;
const MAX_AREAS = 40;

/**
 * Adds a later contact to the running case, whose owner stays (O2). It joins the promise that runs. On an answered case a
 * new need starts a promise of its own: one of `areas` that the case has not had, or whatever the person calls a new need.
 */
export const addContact = verb({
  from: ACTIVE_STATUSES,
  who: registrars,
  safeWhenStale: true,
  inputs: z.object({
    text: optional(),
    areas: codesOf('area', 'unknown-area', { max: MAX_AREAS, code: 'too-many-areas' }),
    person: optional({ line: true, max: MAX_CONTACT }),
    newNeed: flag(),
    tools: codesOf('tool', 'not-in-list'),
  }),
  does: (kase, { newNeed, tools, ...input }, by, context) => {
    const { assignee } = kase;
    const { contactedAt, ...source } = context.enquiry ?? { ...UNKNOWN_SOURCE, contactedAt: context.now };
    const at = instantOfContact(kase, contactedAt, context);
    const enquiry = { ...source, at, receivedBy: refOf(by), needs: input.areas };
    const starts = kase.promise.answeredAt !== null && (newNeed || hasNewNeed(kase, input.areas));
    const added = starts ? started(kase, enquiry, context) : withEnquiry(kase, enquiry);
    const selfHelp = toolsUsed(tools, danishDate(context.now), refOf(by), []);
    const after = withRegistered(added, { selfHelp });
    const event = starts
      ? ({ type: 'enquiry-added', organisation: by.organisation, contactedAt: at } as const)
      : ({ type: 'contact-added', organisation: by.organisation } as const);
    const told = { notice: event.type };
    return ok({
      case: { ...after, contacts: [...kase.contacts, { at, by: refOf(by), ...input }] },
      event,
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

/** When the company made contact: not before its last answer, nor before the case. */
function instantOfContact({ promise, createdAt }: Case, contactedAt: string, { now }: CaseContext): string {
  const earliest = promise.answeredAt ?? createdAt;
  return contactedAt < earliest ? earliest : contactedAt > now ? now : contactedAt;
}

/** The case with a promise for the enquiry. It waits for nobody but us any longer. */
function started(kase: Case, enquiry: Omit<Enquiry, 'promise'>, { calendar }: CaseContext): Case {
  const after = withNewPromise(kase, enquiry, calendar);
  return kase.status === 'offered' ? after : { ...after, status: restingStatus(after) };
}
