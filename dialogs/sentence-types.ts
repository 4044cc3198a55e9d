import type { EventCode } from '../src/core/case/events.ts';
import type { CaseVerb } from '../src/core/case/verbs/index.ts';
import type { NoticeCode, NoticeParams } from '../src/core/notice.ts';
import type { RefusalCode } from '../src/core/refusal-codes.ts';
import type { RefusalParams } from '../src/core/refusal-params.ts';
import type { AskedInput } from './verb-plans.ts';

/** Parameters in words: a sentence is told what organisations, fields and instants are called, never their codes. */
export type InWords<Params> = {
  readonly [Name in keyof Params]: NonNullable<Params[Name]> extends number ? Params[Name] : string;
};

/** One sentence: its text, or a function of what it names. */
export type Sentence<Params> = string | ((said: InWords<Params>) => string);

/** A sentence with what it names. */
export function said<Params>(sentence: Sentence<Params>, words: InWords<Params>): string {
  return typeof sentence === 'string' ? sentence : sentence(words);
}

/** A sentence for every notice but `done`, whose words stand with its verb. */
export type NoticeSentences = {
  readonly [Code in Exclude<NoticeCode, 'done'>]: Sentence<NoticeParams[Code]>;
};

/** A sentence for every refusal; what it names can be absent, so it stands in a `part`. */
export type RefusalSentences = { readonly [Code in RefusalCode]: Sentence<RefusalParams[Code]> };

/** All that a language says of one verb. */
export interface SaidOfVerb<Of extends CaseVerb = CaseVerb> {
  /** The words it is typed with, separated by `|`; the first is shown. */
  readonly words: string;
  /** What stands after the case's id in the typed form. */
  readonly typedRest?: string;
  /** What the button says: short, because six must stand side by side. */
  readonly label: string;
  /** What pressing the button means, where its words do not say it all: its tooltip, and its text form. */
  readonly meaning?: string;
  /** What the form asks for, by input. */
  readonly asks: { readonly [Name in AskedInput<Of>]: string };
  /** What whoever gave the verb is told; `doneAs`: where something else came of it. */
  readonly done: string;
  readonly doneAs?: Partial<Readonly<Record<EventCode, string>>>;
}

export type VerbSentences = { readonly [Verb in CaseVerb]: SaidOfVerb<Verb> };
