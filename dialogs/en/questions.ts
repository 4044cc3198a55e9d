import type { ControlSentences, QuestionSentences } from '../replies.ts';

/** The guided questions. */
export const questions: QuestionSentences = {
  company: {
    title: 'Which company is it about?',
    help: 'Type the CVR number (eight digits) or the name and I look the company up. If it has no CVR number, type "none".',
    replies: { none: 'No CVR number' },
  },
  municipality: {
    title: 'Which municipality is the company in?',
    help: 'Type the name of the municipality, e.g. Viborg. Before the start, it is where the company will be.',
    replies: {},
  },
  areas: {
    title: 'What do they need?',
    help: 'Choose one or more needs, or write it in your own words.',
    replies: { unclear: 'They cannot say yet' },
  },
  stage: {
    title: 'How far has the company come?',
    help: 'Pre-starter: considers starting. Entrepreneur: up to 3 years old. Established: over 3 years.',
    replies: {
      'pre-starter': 'Pre-starter',
      entrepreneur: 'Entrepreneur',
      established: 'Established',
      unknown: 'Not known',
    },
  },
  maturity: {
    title: 'Is the company in an early or a mature phase?',
    help: 'Mature is, for example, someone with long experience in the trade, or with customers and turnover. If in doubt, choose early.',
    replies: { early: 'Early', mature: 'Mature', skip: 'Skip' },
  },
  clarified: {
    title: 'Has the need been clarified already?',
    help: 'Yes, if somebody has talked it through with the company and it is clear what it needs help with.',
    replies: { yes: 'Yes', no: 'No', skip: 'Skip' },
  },
  contact: {
    title: 'Whom should we contact?',
    help: 'Type name, phone and e-mail on one line, e.g.: Mette Hansen 40411234 mette@hansenvvs.dk',
    replies: { skip: 'Skip' },
  },
  consent: {
    title: 'May we share this with those who will help?',
    help: 'Ask the company. Without consent, sharing can be part of the public task (Danish Business Promotion Act).',
    replies: { consent: 'Yes, the company agreed', 'public-task': 'Public task', declined: 'No' },
  },
};

/** The control question of a grey-zone area. */
export const control: ControlSentences = {
  title: (area) => `${area}: does any of these apply?`,
  help: 'If any applies, the need is specialised. Otherwise it can be met locally.',
  replies: {
    'missing-locally': 'The competence is missing locally',
    'longer-course': 'A longer course',
    programme: 'A programme',
    none: 'No, none of them',
    skip: 'Not known',
  },
  read: {
    'missing-locally': /^missing$|\bcompetence|\bmissing\b.*\blo[ck]al/,
    'longer-course': /\b(course|longer)/,
    programme: /\bprogram/,
  },
};
