import { part } from '../part.ts';
import type { RefusalSentences } from '../sentence-types.ts';

/** Refusals by the conversation itself. */
export const turns = {
  unreadable: ({ problem }) =>
    `I could not read that${part` (${problem})`}. Type "help" to see what you can do.`,
  guest: 'You are a guest here, so you cannot work with cases. Ask one of the organisation’s own people.',
  'not-in-directory':
    'I do not know which organisation you belong to. Write to me from your office’s channel, or ask the coordinator to add you.',
  'not-confirmed': 'I cannot confirm right now that you belong to the office. Please try again in a moment.',
  'ask-to-be-let-in': ({ organisation, coordinators }) =>
    `Anybody can join this channel, so a coordinator must let you in${part` to ${organisation}`}. The coordinator${part` (${coordinators})`} has been told that you would like to take part.`,
  'nobody-asked': ({ name }) =>
    `Nobody${part` called "${name}"`} is waiting to be let in. Type the name as it stands in the message to you.`,
  'bound-elsewhere': ({ organisation }) =>
    `This channel is already connected${part` to ${organisation}`}. A coordinator from there can type "disconnect" first.`,
  'too-often': ({ max }) =>
    `You have added unusually many contacts in a short time${part` (${max} within an hour)`}. Try again later, or write to whoever has the case.`,
  'choose-organisation': ({ organisations }) =>
    `You belong to several organisations${part`: ${organisations}`}. Choose the one that you act for, and I go on with what you typed. You can also type "as" and its name.`,
  'not-a-member': ({ organisation }) =>
    `You are not a member of that organisation${part`: ${organisation}`}.`,
  'coordinators-only': ({ organisation }) => `Only a coordinator${part` at ${organisation}`} can do that.`,
  'unknown-period': ({ typed }) =>
    `I do not understand the period${part` "${typed}"`}. Type e.g. "figures this month", "figures last quarter", "figures this year", "figures October", "figures 2026-10", "figures Q3 2026", "figures 2026" or "figures 1.10.2026 to 15.10.2026".`,
  'period-ahead': 'The period has not begun yet, so there are no figures for it.',
  'digest-by-setting':
    'The municipality’s agreement on feedback decides whether you get the monthly overview. The coordinator of the local business service can change it under "settings". Type "monthly overview" to see it now.',
  'unknown-setting-person': ({ typed, organisation, among }) =>
    `I cannot find exactly one colleague${part` called "${typed}"`} ${among === 'both' ? 'with you or ' : ''}at ${organisation ?? 'the Erhvervshus'}. Write the whole name.`,
  'unknown-setting': ({ typed }) =>
    `I know no setting of yours${part` called "${typed}"`}. Type "settings" to see those that there are.`,
  'bad-setting-value': ({ setting, allowed, typed }) =>
    `I cannot use that value${part` for "${setting}"`}${part`: "${typed}"`}. ${part`It can be ${allowed}. `}Nothing is changed.`,
  'setting-unchanged': ({ setting }) =>
    `That is how it is already${part`: "${setting}"`}. Nothing is changed.`,
  'not-local-service': ({ typed, day, services }) =>
    `The service${part` "${typed}"`} is not one of your local services${part` as of ${day}`}. Add it under "local services" first.${part` Or use one that you have: ${services}.`} Nothing is changed.`,
  'service-given-by-house': ({ typed, day }) =>
    `The Erhvervshus gives the service${part` "${typed}"`} in your place${part` as of ${day}`}, so it must be among your "local services". Take it out of "house acts as local" first. Nothing is changed.`,
  'setting-too-far': 'Choose a day within a year. Nothing is changed.',
  'setting-late': 'Trying the change takes longer than usual. Nothing is changed. Try again in a moment.',
  'setting-without-owner': ({ setting }) =>
    `With that value a case could end without an owner${part` ("${setting}")`}, so it cannot be used. Nothing is changed.`,
  'unknown-setting-change': ({ caseId }) =>
    `I cannot find the change${part` ${caseId}`}. Type "settings" to see those that wait.`,
  'setting-or-field':
    'You have an enquiry under way. For the office’s name or address type "change setting name …" or "change setting address …". For the company type "correct company …". Nothing is changed.',
  'setting-own-proposal':
    'You proposed the change yourself, so another coordinator must approve it. Nothing is changed.',
  'setting-change-over': 'The proposal has been settled already. Here it is as it is now.',
  'not-a-channel': 'Type that in the channel that is to be the office’s.',
  'not-connected': 'The channel is not connected to an office.',
  'unknown-case': ({ caseId }) =>
    `I cannot find the case${part` ${caseId}`}. Type "cases" to see the numbers.`,
  'case-needed': 'Which case? Type its number too, e.g. "accept K3F9-QTX2". "cases" shows the numbers.',
  'no-draft': 'No enquiry is under way. Type "new" to begin.',
  'not-your-draft': 'That enquiry is a colleague’s. Type "new" to begin your own.',
  late: 'This takes longer than usual. We keep working on it, and nothing is lost. Type "resume" or "cases" in a moment to see the result.',
  fault: ({ code }) =>
    `Something went wrong on our side, and your last message was not saved. Try again in a moment. The rest is unchanged.${part` If it happens again, give the code ${code} to whoever runs Indgang.`}`,
  'draft-over': 'That enquiry is over. Type "new" to begin another.',
  'draft-in-the-way':
    'You are working on another enquiry. Create or cancel it first, and then type "undo" again.',
} satisfies Partial<RefusalSentences>;
