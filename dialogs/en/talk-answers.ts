import type * as da from '../da/talk-answers.ts';

export const talkAnswers: typeof da.talkAnswers = {
  rule: (id) => `Rule ${id}`,
  companysOffice: "The business service of the company's municipality",
  coordinators: 'Coordinators',
  municipalities: 'Covers',
  notGiven: {
    phone: 'The telephone number of the office is not given.',
    address: 'The address and e-mail of the office are not given.',
  },
  which: 'Shall I open an enquiry, or are you looking for a case?',
  openEnquiry: 'Open an enquiry',
  findCase: 'Find a case',
};

export const found: typeof da.found = {
  none: (searched) => `I found no case${searched === '' ? '' : ` with ${searched}`}.`,
  some: (count, searched) =>
    `${count === 1 ? '1 case' : `${count} cases`}${searched === '' ? '' : ` with ${searched}`}`,
  inPlace: (place) => `in ${place}`,
  more: 'There are more. Type more of the name to see them.',
  howToSearch:
    "Search by the company's name or CVR number, the contact person's name or the telephone number.",
  servedBy: (owner, since) => `With ${owner} since ${since}`,
  openEnquiry: 'Open an enquiry',
};

export const smallTalk: typeof da.smallTalk = {
  robot:
    'I am Indgang, a chat bot: I find the right door for the enquiries of companies and watch the deadline.',
  here: 'Yes, I am here. Type what the company needs, or "help".',
  language: 'I understand Danish and English. Type "language da" or "language en" to change.',
  curse: 'I am sorry about that. Type "help" and I show what I can do.',
  mistake: 'No harm done. I have opened nothing.',
  wait: 'That is fine. Type when you are ready.',
  test: 'It works. Type "new" when you have an enquiry.',
  thanks: 'You are welcome.',
  goodbye: 'See you.',
  laugh: 'Good to hear. Type "new" when you have an enquiry.',
  hello: 'Hello. Type what the company needs, or "help".',
  fine: 'Good. Type when there is something new.',
  trouble:
    'I am sorry. Everything on a card can be typed as well: "resume" shows your draft again, "cases" your cases, "help" the rest.',
  remark:
    'I have not written that on any case. Type "cases" if it belongs to one, or type what the company needs.',
};
