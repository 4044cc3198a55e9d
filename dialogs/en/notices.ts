import type { ChangeInCrm } from '../../src/core/case/seen-in-crm.ts';
import { part } from '../part.ts';
import type { NoticeSentences } from '../sentence-types.ts';
import { outreachNotices } from './outreach-lines.ts';

/** What somebody did with a case in the CRM. */
const IN_CRM: Readonly<Record<ChangeInCrm, string>> = {
  closed:
    'was closed in the CRM, but its deadline runs on here, and the case is opened there again. Answer the company, and close the case here.',
  owner:
    'was given another owner in the CRM. Here it is still yours: send it on here if somebody else is to have it.',
  deleted:
    'was deleted in the CRM and will not be made there again. Here it goes on: agree with whoever is responsible for the CRM on what is to happen.',
  contact: 'got new contact details in the CRM. They now stand on the case.',
};

/** Notices about a case, to people and offices, after somebody else or the clock acted on it. */
const cases = {
  'sent-to-you': ({ caseId }) =>
    `Case ${caseId} has been sent to you: accept it, return it or ask the sender.`,
  'part-in-case': ({ caseId }) => `You take part in case ${caseId}.`,
  'is-grey-zone': ({ caseId }) => `Case ${caseId} is a grey zone: settle together who takes it.`,
  'has-task': ({ caseId }) =>
    `You have a task on case ${caseId}. It is under "tasks": type "started ${caseId}" or "not relevant ${caseId}".`,
  'task-started': ({ caseId }) => `The task on the case ${caseId} has been started.`,
  'task-dismissed': ({ caseId }) =>
    `The task on the case ${caseId} is not relevant, says the office that had it.`,
  'asked-to-follow-up': ({ caseId }) => `You have been asked to follow up on case ${caseId}.`,
  'yours-now': ({ caseId }) =>
    `You now have the case ${caseId}. Here are all its details, with the contact person.`,
  'handover-accepted': ({ caseId, owner }) => `The case ${caseId} has been accepted by ${owner}.`,
  'handover-returned': ({ caseId, receiver, reasonCode }) =>
    reasonCode === undefined
      ? `The case ${caseId} has been returned to you.`
      : `${reasonCode}: ${receiver ?? 'The receiver'} has returned the case ${caseId} to you.`,
  'case-answered': ({ caseId, owner, how }) =>
    `${owner} has answered the company of the case ${caseId}${part` (${how})`}.`,
  'case-closed': ({ caseId, owner, services }) =>
    `${owner} has closed the case ${caseId}.${part` Services given: ${services}.`}`,
  'case-withdrawn': ({ caseId, owner }) =>
    `The company wants no more help, so ${owner} has closed the case ${caseId}.`,
  'answer-undone': ({ caseId, owner }) =>
    `The answer to the company in case ${caseId} has been undone. The company is still waiting for an answer from ${owner}.`,
  'closing-undone': ({ caseId, owner }) =>
    `The closing of case ${caseId} has been undone. ${owner} goes on with it.`,
  'withdrawal-undone': ({ caseId, owner }) =>
    `It was a mistake that the company in case ${caseId} wanted no more help. ${owner} goes on with the case.`,
  'follow-up-undone': ({ caseId }) =>
    `The result of the follow-up on case ${caseId} has been undone. It is still to be followed up.`,
  'handover-advised': ({ caseId }) => `You have been given advice on the case ${caseId}. You keep the case.`,
  'handover-forwarded': ({ caseId }) =>
    `The case ${caseId} has been passed on to a more suitable organisation. You are responsible for it until it is accepted.`,
  'question-asked': ({ caseId }) =>
    `There is a question about the case ${caseId}. The deadline still applies.`,
  'question-answered': ({ caseId }) => `Your question about the case ${caseId} has been answered.`,
  assigned: ({ caseId }) => `The case ${caseId} has been assigned to you.`,
  'contact-added': ({ caseId }) => `The company has been in contact again on case ${caseId}.`,
  'enquiry-added': ({ caseId }) =>
    `The company on case ${caseId} has been in contact with a new need. A new deadline applies for the answer.`,
  'cases-merged': ({ caseId }) => `Two cases of one company have become one: case ${caseId}.`,
  'basis-withdrawn': ({ caseId }) =>
    `The company of case ${caseId} has told another organisation that it withdraws its consent. Sharing has stopped.`,
  'left-joint': ({ caseId }) => `An organisation has left the joint case on case ${caseId}.`,
  'grey-zone-settled': ({ caseId }) => `The grey zone has been settled on case ${caseId}.`,
  'follow-up-accepted': ({ caseId }) => `The follow-up has been agreed on case ${caseId}.`,
  'follow-up-declined': ({ caseId }) => `The follow-up has been declined on case ${caseId}.`,
  'followed-up': ({ caseId }) => `The case ${caseId} has been followed up. The result is on the case.`,
  'follow-up-due': ({ caseId }) =>
    `It is time to follow up on the case ${caseId}. Type "followed up ${caseId} ‹result›" when you have talked to the company.`,
  'follow-up-late': ({ caseId }) =>
    `The follow-up on the case ${caseId} has not been recorded yet. Type "followed up ${caseId} ‹result›" when you have talked to the company.`,
  'offer-reminder': ({ caseId }) => `The case ${caseId} waits for you: accept it, return it or ask.`,
  'owner-reminder': ({ caseId }) =>
    `Half the time has passed: the company of case ${caseId} has had no answer yet.`,
  'changed-in-crm': ({ caseId, change = 'closed' }) => `Case ${caseId} ${IN_CRM[change as ChangeInCrm]}`,
  'referral-asked': ({ caseId }) =>
    `Sixty days ago you referred the company of case ${caseId} to an adviser. Was the referral used? Type e.g. "referred ${caseId} name: ‹adviser›; used: yes".`,
  'call-back': ({ caseId }) => `It is time to call the company of case ${caseId}, as noted on the case.`,
  'no-channel': ({ caseId }) =>
    `You have no channel here, so only the coordinators hear of the case ${caseId}. Type "connect" in your office's channel.`,
  'sent-without-channel': ({ caseId }) =>
    `The case ${caseId} has been sent to an office that has no channel here.`,
  crisis: ({ caseId }) => `The company of case ${caseId} is in crisis. Accept the case and call it now.`,
  'crisis-elsewhere': ({ caseId, receiver }) =>
    `The company of the case ${caseId} is in crisis. ${receiver ?? 'The Erhvervshus'} has been told and calls it. You keep the case: agree with ${receiver ?? 'the Erhvervshus'} how to go on.`,
  'offer-expired': ({ caseId }) =>
    `Nobody answered in time, so the case ${caseId} is back with the sender, who can still answer the company in time.`,
  'offer-expired-late': ({ caseId }) =>
    `Nobody answered in time, so the case ${caseId} is back with the sender.`,
  'promise-broken': ({ caseId }) =>
    `The promise is broken: the company of case ${caseId} has had no answer in time.`,
} satisfies Partial<NoticeSentences>;

/** Notices to the person who just acted. */
const turns = {
  'case-created': ({ caseId }) => `The case ${caseId} has been created.`,
  'case-sent': ({ caseId, organisation }) =>
    `The case ${caseId} has been created and sent to ${organisation}. You are responsible for it until it is accepted.`,
  'case-joint': ({ caseId, organisation }) =>
    `The case ${caseId} has been created with you, and ${organisation} is invited to a joint course. You are responsible for the case.`,
  'case-kept': ({ caseId }) =>
    `The case ${caseId} has been created with you. The company declined sharing, so nobody else gets the information.`,
  cancelled: 'The enquiry has been cancelled.',
  'nothing-to-cancel': 'No enquiry is under way.',
  'nothing-to-go-back-to': 'There is nothing to go back to.',
  'read-as-field':
    'I read that as a correction of the enquiry. Change the office’s own setting with "change setting …".',
  'crm-silent':
    'The CRM does not answer right now, so we cannot tell whether the company already has a case elsewhere.',
  'cvr-not-found': ({ cvr }) =>
    `The register does not know the CVR number${part` ${cvr}`}. Check that it is right.`,
  'cvr-unchecked': ({ cvr }) =>
    `The register does not answer now, so the CVR number${part` ${cvr}`} was saved without being looked up.`,
  'already-done': 'That has been done already.',
  'rating-thanks': 'Thank you for your feedback.',
  'rating-too-late': 'That decision can no longer be rated here.',
  'cpr-removed': 'I removed a CPR number from what you wrote. CPR numbers are never kept.',
  'cprs-removed': ({ count }) =>
    `I removed ${count} CPR numbers from what you wrote. CPR numbers are never kept.`,
  'needs-changed': ({ added, removed, organisation }) =>
    [part`Added: ${added}.`, part`Removed: ${removed}.`, part`The right door is now ${organisation}.`]
      .filter((sentence) => sentence !== '')
      .join(' '),
  'draft-set-aside': ({ name }) =>
    `Your draft${part` about ${name}`} has been set aside. You find it under "cases".`,
  'several-companies': ({ count }) =>
    `The message is about ${count ?? 'several'} companies. ${count === 2 ? 'The other one is kept as a draft' : 'The others are kept as drafts'} under "cases".`,
  'mail-read': ({ parts }) => `I read it as an e-mail and used its body alone.${part` Left out: ${parts}.`}`,
  'quote-left-out':
    'What you quoted was left out, because it is not your own words. If it belongs here, write it without the quote.',
  'message-without-words':
    'The message has no text that I can read, and files and pictures are not kept. Please write what it is about.',
  'files-not-kept': 'Files and pictures are not kept. I have only read the text of the message.',
  'cpr-removed-from-message':
    'I removed a CPR number from what you wrote. CPR numbers are never kept. The number still stands in the message in the chat. Please delete the message.',
  'cprs-removed-from-message': ({ count }) =>
    `I removed ${count} CPR numbers from what you wrote. CPR numbers are never kept. The numbers still stand in the message in the chat. Please delete the message.`,
  connected: ({ organisation }) =>
    `This channel is now connected to ${organisation}. Cases for you come here.`,
  'let-in': ({ name, organisation }) =>
    `The colleague${part` (${name})`} now has access to ${organisation} for as long as they are in the channel.`,
  disconnected: ({ organisation }) => `This channel is no longer connected to ${organisation}.`,
  'digest-on':
    'From now on the monthly overview is sent to your channel and coordinators when you first open in a month.',
  'digest-off':
    'The monthly overview is no longer sent. Type "monthly overview" to see it, and "monthly overview on" to get it again.',
  'absence-set': ({ name, until, deputy, organisation }) =>
    `The absence${part` of ${name}`} is noted${part` until and including ${until}`}. ${deputy ? `${deputy} stands in, and gets a message.` : `The coordinators at ${organisation} get a message.`}`,
  'absence-changed': ({ name, until, before, deputy, organisation }) =>
    `The absence${part` of ${name}`} is noted${part` until and including ${until}`}. This replaces the absence${part` until ${before}`}. ${deputy ? `${deputy} stands in, and gets a message.` : `The coordinators at ${organisation} get a message.`}`,
  'assigned-to-deputy': ({ name, until, deputy }) =>
    `The colleague${part` (${name})`} is away${part` until and including ${until}`}. The case is assigned to the deputy instead${part`, ${deputy}`}.`,
  'absence-ended': ({ name }) => `The absence${part` of ${name}`} has been ended.`,
  'stands-in': ({ name, until, organisation }) =>
    `You stand in${part` for ${name}`} at ${organisation}${part` until and including ${until}`}. Reminders and new tasks come to you meanwhile. Type "cases office" to see the cases.`,
  'colleague-away': ({ name, until, organisation }) =>
    `A colleague${part` (${name})`} at ${organisation} is away${part` until and including ${until}`}, and nobody stands in. Reminders and new tasks come to the office meanwhile. Type "cases office" and assign what is urgent.`,
  'overview-on': 'From now on you get the overview every working day when the office opens.',
  'overview-off':
    'You no longer get the overview every day. Type "overview" to see it, and "overview on" to get it again.',
  'language-chosen': 'We speak English from now on.',
  'channel-language-chosen': ({ organisation }) =>
    `From now on I write in English in the channel of ${organisation}.`,
  'acting-as': ({ organisation }) => `You are now acting for ${organisation}.`,
} satisfies Partial<NoticeSentences>;

/** Notices about anything that is not a case. */
const others = {
  'draft-expired': ({ at }) =>
    `Your draft${part` of ${at}`} has expired because nobody touched it for seven days. Type "new" to log the enquiry again.`,
  'colleague-left': ({ name, organisation }) =>
    `A colleague${part` (${name})`} no longer has access at ${organisation}. Their open cases are the office’s now, with nobody assigned. Type "cases office" and assign them.`,
  'asks-to-be-let-in': ({ name, organisation }) =>
    `A colleague${part` (${name})`} would like to work on cases for ${organisation} and has written from the office’s channel. If they belong to you, type "let in${part` ${name}`}".`,
  'channel-lost': ({ organisation }) =>
    `I can no longer write in the channel of ${organisation}. Cases for you go to the coordinators until a channel is connected again ("connect").`,
} satisfies Partial<NoticeSentences>;

/** Every notice as a sentence, except `done`, whose words belong to its verb. */
export const notices: NoticeSentences = {
  ...cases,
  ...others,
  ...outreachNotices,
  ...turns,
};
