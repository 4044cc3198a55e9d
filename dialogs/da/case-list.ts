import type { NextStepWords } from '../sentence-types.ts';

/** Lists of cases, one line per case. */
export const caseList = {
  none: 'Her er ingen sager.',
  total: (count: number, drafts: number) => {
    const cases = count === 0 ? 'ingen sager' : count === 1 ? '1 sag' : `${count} sager`;
    if (drafts === 0) return count === 0 ? 'Ingen sager' : cases;
    return `${drafts === 1 ? '1 kladde' : `${drafts} kladder`}, ${cases}`;
  },
  page: (page: number, pages: number) => `side ${page} af ${pages}`,
  previous: 'Forrige',
  next: 'Næste',
  enquiryWithoutName: 'Henvendelse uden navn',
  answerBy: (moment: string) => `svar senest ${moment}`,
  overdue: 'frist overskredet',
  followUpOn: (day: string) => `følg op den ${day}`,
  followUpWasDue: (day: string) => `skulle have været fulgt op den ${day}`,
  answerProposal: 'svar, om I følger op',
  recordFollowUp: 'ring, og registrer svaret',
  taskBy: (moment: string) => `senest ${moment}`,
  taskWasDue: (moment: string) => `skulle have været løst ${moment}`,
  answerTask: 'begynd, eller sig, at det ikke er relevant',
  taskUnderWay: 'påbegyndt',
  sendAgain: 'Send til CRM igen',
  sentAgain: (count: number) => `${count === 1 ? '1 sag' : `${count} sager`} sendes til CRM igen.`,
  continueDraft: 'Fortsæt kladden',
  /** What is to happen next, as the reader's office sees it. */
  toDo: {
    'answer-offer': 'overtag, returner eller spørg',
    'answer-question': ({ other }) => `besvar spørgsmålet fra ${other}`,
    'await-answer': ({ other }) => `venter på svar fra ${other}`,
    'await-receiver': ({ other }) => `venter på ${other}`,
    assign: 'ingen har taget sagen',
    'answer-company': 'svar virksomheden',
    close: 'afslut, når virksomheden har fået hjælp',
    call: ({ moment }) => `ring op ${moment}`,
    'answer-follow-up': ({ moment }) => `svar på, om I følger op den ${moment}`,
  } satisfies NextStepWords as NextStepWords,
  /** How a case that the reader sent stands: what the receiver did, and why. */
  referral: (state: string, receiver: string, reason: string) =>
    `${state}: ${receiver}${reason === '' ? '' : ` (${reason})`}`,
  show: (title: string) => `Vis ${title}`,
};
