import type { RawInput } from '../src/core/raw-input.ts';

/**
 * The answers to the control questions of a grey-zone area (KL10). Any yes makes the need specialised; `skip` leaves it at
 * the area's default.
 */
export const CONTROL_ANSWERS = ['missing-locally', 'longer-course', 'programme', 'none', 'skip'] as const;
type ControlAnswer = (typeof CONTROL_ANSWERS)[number];

/** The ready answers of every guided question, by name, with the input that each sends. */
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
  // Skipping keeps what the line already told of the contact.
  contact: { skip: {} },
  consent: {
    consent: { consent: 'consent' },
    'public-task': { consent: 'public-task' },
    declined: { consent: 'declined' },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, RawInput>>>>;

export type QuestionId = keyof typeof REPLIES;

/** The sentences of every question in one language: its wording, its help and its ready answers. */
export type QuestionSentences = {
  readonly [Id in QuestionId]: {
    readonly title: string;
    readonly help: string;
    readonly replies: { readonly [Reply in keyof (typeof REPLIES)[Id]]: string };
  };
};

/** The sentences of a control question, and further words accepted as an answer to it. */
export interface ControlSentences {
  /** `area` is its label. */
  readonly title: (area: string) => string;
  readonly help: string;
  readonly replies: Readonly<Record<ControlAnswer, string>>;
  /** Patterns of typed answers, matched against folded text. */
  readonly read: Readonly<Record<Exclude<ControlAnswer, 'none' | 'skip'>, RegExp>>;
}
