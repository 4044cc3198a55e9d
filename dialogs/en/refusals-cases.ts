import { part } from '../part.ts';
import type { RefusalSentences } from '../sentence-types.ts';

/** Actions that a case refuses in its present state, with the reason. */
export const cases = {
  'already-taken': ({ person, organisation }) =>
    `The case has already been accepted${part` by ${person}`}${part` at ${organisation}`}.`,
  'already-yours': 'You have already accepted the case.',
  'offer-over': 'The case no longer waits for your answer. This shows what became of it.',
  'not-yours': ({ owner }) =>
    `Only the organisation that has the case${part` (${owner})`} or the one it was sent to can do that.`,
  'not-now': ({ status }) => `That is not possible now${part`: the case is ${status}`}.`,
  'answer-first': ({ caseId }) =>
    `The case can be closed once the company has its answer. If it has, type "answered${part` ${caseId}`}".`,
  'decision-changed':
    'What is agreed on where the case goes has changed since the card was shown. Nothing has been sent. This is the decision as it is now: press again if it is right.',
  'stale-revision': 'The case has changed since you opened it. This is the current version.',
  'bad-input': 'Something is not filled in correctly.',
  'already-answered': ({ at }) => `The company has had its answer already${part` ${at}`}.`,
  'already-forwarded':
    'The case has been forwarded once and cannot be forwarded again. Accept it or return it.',
  'already-joint': ({ organisation }) =>
    `That organisation already takes part in the joint case${part`: ${organisation}`}.`,
  'basis-needed': 'First choose the basis for sharing: consent or public task.',
  'basis-declined': 'The company declined sharing, so the case must stay where it is.',
  'no-basis': 'No basis is recorded that could be withdrawn.',
  'no-grey-zone': 'The case is not in a grey zone.',
  'no-open-question': 'There is no question to answer.',
  'question-open': 'A question has been asked already and is not answered yet.',
  'not-a-party': ({ organisation }) =>
    `That organisation is no party to the case${part`: ${organisation}`}. Choose one of the two that disagree.`,
  'settle-own-only':
    'You can take the case to your own organisation or leave it where it is. The other side must take it itself.',
  'reopen-too-late': ({ days }) =>
    `The case was closed too long ago${part`: it can be reopened for ${days} days`}. Create a new one and the two are linked.`,
  'returns-spent': ({ organisation }) =>
    `The case has been returned already${part` between you and ${organisation}`}. It cannot go back and forth; the coordinators settle it together.`,
  'same-organisation': ({ organisation }) => `The case is there already${part`: at ${organisation}`}.`,
  'case-merged': ({ caseId }) =>
    `The case has been merged with another and goes on there${part`: type "case ${caseId}"`}.`,
  'merge-itself': 'Give the number of the other case. A case cannot be merged with itself.',
  'merge-not-yours': ({ owner }) =>
    `You can only merge cases that are yours${part`. The other case is with ${owner}`}.`,
  'merge-not-now': ({ caseId, status }) =>
    `The two cases cannot be merged now${part`. Case ${caseId} is ${status}`}. Both must be under way, and neither may have been sent.`,
  'merge-other-company': ({ caseId }) =>
    `The other case${part` (${caseId})`} is about a company with another CVR number. Correct the number first if it is wrong.`,
  'merge-basis':
    'The information in one of the cases may be shared, but not in the other. Record the same basis on both before you merge them.',
  'merge-confirm': ({ caseId, other }) =>
    `The newer case${part` (${other})`} will be closed, and the work goes on in the older one${part` (${caseId})`}. This cannot be undone. Type "merge${part` ${caseId}`}${part` ${other}`} yes" to merge them.`,
  'attempts-needed': ({ count, needed, caseId }) =>
    `The reason "No contact" can be chosen after ${needed ?? 3} attempts only${part`. ${count} recorded so far`}. Record each attempt with "tried${part` ${caseId}`}".`,
  'not-correctable': ({ field }) =>
    `That cannot be corrected on the case${part`: ${field}`}. You can correct company, CVR number, P-number, municipality, contact, phone, mail, stage, maturity, founded, segment and needs.`,
  'nothing-corrected': ({ caseId }) =>
    `Nothing has been changed. Type the field and its new value, such as "correct${part` ${caseId}`} municipality Viborg", or use "Correct" on the case.`,
  'nothing-to-undo':
    'There is nothing that can be undone. An answer or a registration can be undone for 60 minutes, closing or cancelling for 10, and only while nobody else has worked on the case. Otherwise note on the case what is wrong.',
  'undo-not-yours': ({ person }) =>
    `Only the person who recorded it${part` (${person})`}, or a coordinator, can undo it.`,
  'promise-since':
    'The answer cannot be undone: the company has had a new need since, and the time to answer it is running. Add a note to the case if the answer was wrong.',
} satisfies Partial<RefusalSentences>;
