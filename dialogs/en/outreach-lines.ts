import { part } from '../part.ts';
import type { NoticeSentences, RefusalSentences } from '../sentence-types.ts';

/** What happened to an outreach contact, for those whom it concerns, and for the person who just acted. */
export const outreachNotices = {
  'outreach-planned': ({ organisation, company }) =>
    `${organisation} plans to contact a company${part`: ${company}`}. Say so if there is something they should know.`,
  'outreach-asked-again': ({ organisation, company }) =>
    `${organisation} is waiting for your reply before they contact a company${part`: ${company}`}.`,
  'outreach-waits': ({ organisation, company }) =>
    `${organisation} has not replied yet and has been asked again. Do not contact the company${part` ${company}`} until they have replied.`,
  'outreach-free': ({ organisation, company }) =>
    `${organisation} has not objected: the company${part` ${company}`} can be contacted.`,
  'outreach-cleared': ({ organisation, company }) =>
    `${organisation} has no objection. The company${part` ${company}`} can be contacted.`,
  'outreach-objected': ({ organisation, company }) =>
    `${organisation} objects to your contacting the company${part` ${company}`}. Talk to each other first.`,
  'outreach-collision': ({ organisation, company }) =>
    `${organisation} also plans to contact the company${part` ${company}`}. Agree on who does it, or go together.`,
  'outreach-cancelled': ({ organisation, company }) =>
    `${organisation} will not contact the company${part` ${company}`} after all.`,
  'outreach-made': ({ organisation, company }) =>
    `${organisation} has been in contact with the company${part` ${company}`}.`,
  'outreach-told': ({ organisation }) => `The contact is planned, and ${organisation} has been told.`,
  'outreach-already-planned': 'You have already planned to contact the company.',
  'outreach-replied': ({ organisation }) => `Thank you. ${organisation} has been told.`,
  'outreach-recorded': 'The contact is recorded.',
  'outreach-called-off': 'The contact is called off.',
  'outreach-not-told': ({ organisation, company }) =>
    `We cannot see that ${organisation} has been told that you plan to contact the company${part` ${company}`}. Call them yourself before you contact it.`,
  'outreach-told-nobody': ({ organisation }) =>
    `The contact is planned, but ${organisation} cannot be told here. Call them yourself before you contact the company.`,
  'outreach-plan-stands':
    'You have already planned to contact the company. The first plan stands unchanged, so the new one is not kept. Call it off first if the plan is to change.',
} satisfies Partial<NoticeSentences>;

/** Refusals of outreach. */
export const outreachRefusals = {
  'outreach-company-needed': 'Which company? Type its CVR number or name, e.g. "outreach 25313763: export".',
  'outreach-company-unknown': ({ typed, companies }) =>
    `I cannot see which company you mean${part` by "${typed}"`}. Type the CVR number.${part` I found: ${companies}.`}`,
  'outreach-register-silent':
    'The CVR register does not answer, so we do not know whether the company is protected against advertising. Do not contact it, and try again in a moment.',
  'outreach-protected': ({ company }) =>
    `The company${part` ${company}`} is protected against advertising and must not be contacted. If it contacts you itself, it is helped like any other.`,
  'outreach-protection-unknown': ({ company }) =>
    `We do not know whether the company${part` ${company}`} is protected against advertising, so it must not be contacted. If it contacts you itself, it is helped like any other.`,
  'outreach-serves-only': 'Only consultants and coordinators can do that. Ask one of them at your office.',
  'outreach-not-yours': ({ organisation }) => `Only${part` ${organisation}`} can do that.`,
  'outreach-over': 'The contact has already been made or called off.',
  'outreach-outcome-needed':
    'What came of it? Type e.g. "outcome: no need", "outcome: case", "outcome: declined" or "outcome: not reached".',
  'outreach-case-differs': ({ caseId }) =>
    `The case${part` ${caseId}`} belongs to another company. Check the number.`,
  'unknown-adviser': ({ typed }) =>
    `The list has no adviser${part` called ${typed}`} today. Type "advisers" and the need to see whom you can choose.`,
  'unknown-outreach-form': 'Type how you contacted the company: visit, phone, e-mail or digital.',
  'unknown-outreach-outcome': 'Type what came of it: no need, case, declined or not reached.',
  'unknown-outreach': ({ caseId }) =>
    `I cannot find the outreach contact${part` ${caseId}`}. Type "outreach" to see the numbers.`,
  'outreach-record-later':
    'The CVR register does not answer, so the contact is not recorded yet. Send the same again in a moment.',
} satisfies Partial<RefusalSentences>;
