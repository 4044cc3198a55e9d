import { part } from '../part.ts';
import type { RefusalSentences } from '../sentence-types.ts';

/** Problems with a single field. */
export const fields = {
  'not-a-cvr': 'That is not a valid CVR number. It has eight digits – is one of them mistyped?',
  'not-a-p-number': 'That is not a P-number. It has ten digits and begins with 1.',
  'unknown-municipality': ({ typed }) =>
    `I know no municipality${part` called "${typed}"`}. Choose it from the list or type its name.`,
  'register-differs': ({ municipality, typed }) =>
    `The CVR register says otherwise${part`: ${municipality}, not ${typed}`}. I go by that.${part` If it is wrong, type "correct municipality ${typed}".`}`,
  'unit-differs': ({ pNumber, municipality, typed }) =>
    `The production unit${part` ${pNumber}`} lies elsewhere${part`: ${municipality}, not ${typed}`}. I go by that.${part` If it is wrong, type "correct municipality ${typed}".`}`,
  'unit-unknown': ({ pNumber }) =>
    `The CVR register does not list the production unit${part` ${pNumber}`} under the company. The office was found without it.`,
  'not-a-date': 'That is not a date. Type for example 2024, 2024-05 or 2024-05-01.',
  'date-in-future': 'The date is in the future.',
  'date-passed': 'The date has passed already.',
  'not-a-moment': ({ typed }) =>
    `When is the call to be made?${part` I cannot read "${typed}".`} Type for example "tomorrow at 10", "Monday 9.30", "30/11 at 14.00" or "in 2 hours".`,
  'not-a-day': ({ typed }) =>
    `Until and including which day?${part` I cannot read "${typed}".`} Type for example "absence until Friday" or "absence until 1 December".`,
  'absence-too-long': ({ days }) =>
    `An absence cannot be that far ahead${part`: at most ${days} days`}. Type an earlier date.`,
  'deputy-is-you': 'The deputy must be somebody other than the person who is away.',
  'deputy-is-absent': ({ person, until }) =>
    `The deputy${part` (${person})`} is away too${part`, until and including ${until}`}. Choose another one.`,
  'not-away': ({ person }) => `The colleague${part` (${person})`} is not registered as away.`,
  'colleague-away': ({ person, until }) =>
    `The colleague${part` (${person})`} is away${part` until and including ${until}`}, and nobody stands in. Choose another colleague.`,
  'moment-passed':
    'That moment has passed. Type one that lies ahead, for example "tomorrow at 10" or "in 2 hours".',
  'moment-too-far': 'That is more than a year ahead. Type an earlier moment, for example "30/11 at 14.00".',
  'text-too-long': ({ length, max }) =>
    `The text is too long${part`: ${length} characters`}${part`, at most ${max}`}. Shorten it, or send it in parts.`,
  'line-too-long': ({ length, max }) =>
    `The message is too long${part`: ${length} characters`}${part`, and I take at most ${max} at a time`}. None of it was saved. Shorten it, or send it in parts.`,
  'description-full': ({ max, room }) =>
    `The description has no room for that${part`: it takes at most ${max} characters`}${part`, and ${room} more will fit`}. Your message was not added. Shorten it, or replace the description with "correct description ‹new text›".`,
  'only-quoted':
    'The message is only a quote, and I do not take other people\'s words for yours. Say what it is about, or copy the text in after "log".',
  'edit-does-nothing':
    'I see that you edited your message, but editing a sent message does nothing here. Write it in a new message, for example "correct municipality Viborg".',
  'not-a-phone': ({ typed }) =>
    `That is not a phone number${part`: "${typed}"`}. A Danish number has eight digits; a foreign one begins with + and the country code.`,
  'cvr-or-phone': ({ typed }) =>
    `That is not a valid CVR number${part`: ${typed}`}. Check the digits.${part` If it is a phone number, type "correct phone ${typed}".`}`,
  'not-an-email': 'That does not look like an e-mail address.',
  'unknown-stage': 'Choose pre-starter, entrepreneur, established or not known.',
  'unknown-maturity': 'Choose early or mature.',
  'unknown-segment': 'Choose operations, growth or not known.',
  'unknown-depth': 'Choose basic or specialised.',
  'unknown-scope': 'Choose what the consent covers: this case or all public business service.',
  'unknown-basis': 'Choose a basis: consent, public task or no.',
  'unknown-entry': 'Choose where it came in: phone, local business service, Erhvervshus or digital.',
  'unknown-trigger': 'Choose the occasion: acknowledged need, potential, no occasion or outreach.',
  'unknown-referrer':
    'Choose who referred the company: bank, accountant, private adviser, other, or an organisation such as LES Viborg.',
  'unknown-area': ({ area }) => `I do not know the need${part` "${area}"`}.`,
  'too-many-areas': ({ max }) => `Too many needs${part`: choose at most ${max}`}.`,
  'not-yes-or-no': 'Answer yes or no.',
  'unknown-field': ({ field }) =>
    `I do not know the field${part` "${field}"`}. Try for example "correct municipality Viborg".`,
  'not-understood':
    'I did not understand that as an answer. Choose one of the options, or put it differently.',
  'no-answer':
    'I could not read that as an answer to the card, so it is not on the enquiry. Type "confirm", "correct ‹field› ‹value›" or "cancel".',
  'case-not-created':
    'The case has not been created yet. Once it has, you can send it to another organisation or assign it to a colleague.',
  'municipality-needed': 'Choose the municipality, or type the CVR number and I find it.',
  'reason-needed': 'Give a reason.',
  'return-reason-needed': 'Choose a reason for returning the case.',
  'question-needed': 'Write your question.',
  'answer-needed': 'Write your answer.',
  'advice-needed': 'Write your advice.',
  'person-needed': 'Say which colleague is to have the case.',
  'organisation-needed': 'Choose an organisation.',
  'unknown-organisation': ({ organisation }) =>
    `I do not know that organisation${part`: "${organisation}"`}. Type for example LES Viborg or Erhvervshus Midtjylland.`,
  'unknown-person': ({ organisation }) => `I know no colleague by that name${part` at ${organisation}`}.`,
  'person-cannot-act': ({ person }) =>
    `The colleague${part` (${person})`} does not serve companies, so the case cannot be theirs. Choose another colleague.`,
  'unknown-answer-form': 'Choose phone, meeting, e-mail or digitally.',
  'unknown-actor': 'One of those referred to is unknown to me.',
  'follow-up-result-needed': 'Choose what the follow-up found: no new need, a new need or not reached.',
  'segment-needed': 'Choose a segment.',
  'cvr-needed': 'The case cannot be closed without a CVR number (only a pre-starter may do without).',
  'cvr-differs': ({ cvr }) => `The case has another CVR number already${part`: ${cvr}`}.`,
  'action-plan-needed':
    'Write the action plan: the local business service follows up on it. If there is none, write why: "no action plan: ‹reason›".',
  'early-warning-not-operations': 'A company in crisis is registered as Early Warning, not as operations.',
  'not-in-list': ({ typed, list }) =>
    `That is not one of the choices${part`: "${typed}"`}.${part` Write one of these: ${list}.`}`,
  'unknown-input': ({ input, verb }) =>
    `There is no field${part` "${input}"`} here.${part` You can write: ${verb}.`}`,
  'not-hours': ({ typed }) =>
    `That is not a number of hours${part`: "${typed}"`}. Write whole or quarter hours, such as 3 or 2.25.`,
  'unknown-service': ({ typed, services }) =>
    `I do not know the service${part` "${typed}"`}.${part` Do you mean ${services}?`}`,
  'too-many-services': ({ max }) => `Too many services at one time${part`: write at most ${max}`}.`,
  'service-needed':
    'Choose at least one service that the company got. If there was none, write e.g. "no service: information only", or say why: "why no service: ‹reason›".',
  'details-need-service':
    'Hours, form of meeting and other details of a service belong together with the service. Choose the service that they belong to, or leave them empty.',
  'service-or-none':
    'A service is registered on the case, so it cannot also say that the company got none. Remove either the service or the reason.',
  'words-needed': 'Write why the company got no service: "why no service: ‹reason›".',
  'referral-needed': "Write whom the company was referred to, such as private adviser or an adviser's name.",
  'growth-wheel-needed':
    'The office has agreed to use Væksthjulet before a case is sent to the Erhvervshus. Register it as self-help, or write why it was not used.',
  'tool-needed': 'Write which tool the company used, such as Væksthjulet.',
  'focus-needs-growth-wheel': 'Focus areas belong to Væksthjulet. Choose Væksthjulet as a tool as well.',
  'plan-or-none': 'There is both an action plan and a reason for having none. Remove one of the two.',
  'no-follow-up-reason-needed': 'Write why nobody follows up: "no follow-up: ‹reason›".',
  'follow-up-or-none':
    'It cannot say both that follow-up is agreed and that nobody follows up. Remove one of the two.',
  'follow-up-outside': ({ organisation }) =>
    `The organisation is not part of the case and cannot follow up on it${part`: ${organisation}`}. Choose your own organisation, another one that is part of it, or nobody.`,
} satisfies Partial<RefusalSentences>;
