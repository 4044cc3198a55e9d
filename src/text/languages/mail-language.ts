/** Headers of an e-mail that are told apart when one is pasted in. */
export const HEADER_KINDS = ['from', 'sent', 'to', 'cc', 'subject', 'other'] as const;
export type HeaderKind = (typeof HEADER_KINDS)[number];

/** The words of a language in pasted e-mails. Each is the inside of a pattern: alternatives separated by `|`. */
export interface MailLanguage {
  /** Names of headers, as mail programs write them. */
  readonly headers: Readonly<Record<HeaderKind, string>>;
  /** `til`, in Gmail's line `til mig`, and `mig`. */
  readonly to: string;
  readonly me: string;
  /** The title between dashes above a forwarded message, and the one that stands alone. */
  readonly banner: string;
  readonly bannerAlone: string;
  /** `den … skrev …`: the word before the date, and the verb; `wroteAtEnd` closes a line without a date. */
  readonly on: string;
  readonly wrote: string;
  readonly wroteAtEnd: string;
  /** `hej`, and whole lines such as `til rette vedkommende`. */
  readonly greetings: string;
  readonly toWhom: string;
  /** Words that a greeting may hold besides names: `og`, `alle`. */
  readonly greeted: string;
  /** `med venlig hilsen`, and how it is written before a name or after another closing. */
  readonly closings: string;
  readonly closingAgain: string;
  readonly onBehalfOf: string;
  /** `sendt fra min iPhone`. */
  readonly sentFrom: string;
  /** A mail system's warning about external mail: its first word, the noun that follows, and whole beginnings. */
  readonly warning: string;
  readonly warned: string;
  readonly external: string;
  readonly warningSentences: string;
  /** Telling words of a disclaimer; a verb of receiving with `inError`, and one of deleting with `deleted`. */
  readonly disclaimers: string;
  readonly received: string;
  readonly inError: string;
  readonly delete: string;
  readonly deleted: string;
  /** Written above a message that is only passed on. */
  readonly passedOn: string;
}
