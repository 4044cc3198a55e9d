import type { RawInput } from '../src/core/raw-input.ts';

/** The answers to the control questions of a grey-zone area (KL10): one yes makes the need specialised. */
export const CONTROL_ANSWERS = ['missing-locally', 'longer-course', 'programme', 'none'] as const;
type ControlAnswer = (typeof CONTROL_ANSWERS)[number];

/** The ready answers of every guided question, by name, with what each sends. */
export const REPLIES = {
  company: { none: { cvr: '' } },
  municipality: {},
  areas: { unclear: { areas: 'unclear' } },
  stage: {
    'pre-starter': { stage: 'pre-starter' },
    entrepreneur: { stage: 'entrepreneur' },
    established: { stage: 'established' },
    unknown: { stage: 'unknown' },
  },
  maturity: { early: { maturity: 'early' }, mature: { maturity: 'mature' }, skip: { maturity: '' } },
  clarified: { yes: { clarified: 'true' }, no: { clarified: 'false' }, skip: { clarified: '' } },
  contact: { skip: { contactName: '', contactPhone: '', contactEmail: '' } },
  consent: {
    consent: { consent: 'consent' },
    'public-task': { consent: 'public-task' },
    declined: { consent: 'declined' },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, RawInput>>>>;

export type QuestionId = keyof typeof REPLIES;

/** What a language says of every question: how it is asked, what helps, and the ready answers. */
export type QuestionSentences = {
  readonly [Id in QuestionId]: {
    readonly title: string;
    readonly help: string;
    readonly replies: { readonly [Reply in keyof (typeof REPLIES)[Id]]: string };
  };
};

/** What a language says of a control question, and what else is read as an answer to it. */
export interface ControlSentences {
  /** `area`: its label. */
  readonly title: (area: string) => string;
  readonly help: string;
  readonly replies: Readonly<Record<ControlAnswer, string>>;
  /** Typed answers, folded. */
  readonly read: Readonly<Record<Exclude<ControlAnswer, 'none'>, RegExp>>;
}
