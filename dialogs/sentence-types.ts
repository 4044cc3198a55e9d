import type { CardKind } from '../src/core/case/effects.ts';
import type { EventCode } from '../src/core/case/events.ts';
import type { NextStep } from '../src/core/case/next-step.ts';
import type { ToldCode } from '../src/core/case/notices.ts';
import type { CaseVerb, InputName } from '../src/core/case/verbs/index.ts';
import type { NoticeCode, NoticeParams } from '../src/core/notice.ts';
import type { RefusalCode } from '../src/core/refusal-codes.ts';
import type { RefusalParams } from '../src/core/refusal-params.ts';
import type { AskedInput } from './verb-plans.ts';

/** Parameters in words: a sentence receives the names of organisations, fields and instants, never their codes. */
export type InWords<Params> = {
  readonly [Name in keyof Params]: NonNullable<Params[Name]> extends number ? Params[Name] : string;
};

/** One sentence: a text, or a function of its parameters in words. */
export type Sentence<Params> = string | ((words: InWords<Params>) => string);

/** A sentence with its parameters filled in. */
export function sentenceWith<Params>(sentence: Sentence<Params>, words: InWords<Params>): string {
  return typeof sentence === 'string' ? sentence : sentence(words);
}

/** A sentence for every notice, except `done`, whose words belong to its verb. */
export type NoticeSentences = {
  readonly [Code in Exclude<NoticeCode, 'done'>]: Sentence<NoticeParams[Code]>;
};

/** A sentence for every refusal. Parameters may be absent, so a sentence puts them into a `part`. */
export type RefusalSentences = { readonly [Code in RefusalCode]: Sentence<RefusalParams[Code]> };

/** The name of an input of any verb on a case. */
export type AnyInput = { readonly [Verb in FieldVerb]: InputName<Verb> }[FieldVerb];
/** A correction names its fields as the intake does (`fieldWords.fields`). */
type FieldVerb = Exclude<CaseVerb, 'case.correct'>;

/** All texts of one verb in one language. */
export interface VerbTexts<Of extends CaseVerb = CaseVerb> {
  /** The words that it is typed with, separated by `|`. The first is shown. */
  readonly words: string;
  /** The placeholders after the case's id in the typed form. */
  readonly typedRest?: string;
  /** The button's title: short, because six must fit side by side. */
  readonly label: string;
  /** The meaning of the button where its title is too short: its tooltip, and its text form. */
  readonly meaning?: string;
  /** What cannot be undone, where the verb cannot: people are asked before it is carried out. */
  readonly warning?: string;
  /** The labels of the form's inputs. */
  readonly asks: { readonly [Name in AskedInput<Of>]: string };
  /** The notice to the person who gave the verb. `doneAs` replaces it where another event came of it. */
  readonly done: string;
  readonly doneAs?: Partial<Readonly<Record<EventCode, string>>>;
}

export type VerbSentences = { readonly [Verb in CaseVerb]: VerbTexts<Verb> };

/** The offices of a case by name: its owner, and the receiver of its last offer, or the owner where there was none. */
export interface OfficesOfCase {
  readonly owner: string;
  readonly receiver: string;
}

/** What is to happen next on a case, with the other organisation or the moment in words. */
export type NextStepWords = Readonly<
  Record<NextStep['code'], Sentence<{ readonly other: string; readonly moment: string }>>
>;

/** What happened on a case. */
export type Happening = (offices: OfficesOfCase) => string;

/** The sentences of one language's notifications. */
export interface NotificationSentences {
  readonly urgent: string;
  readonly of: (company: string, what: string, deadline: string) => string;
  readonly answerBy: (moment: string) => string;
  readonly wasDue: (moment: string) => string;
  readonly told: Readonly<Record<ToldCode, Happening>>;
  readonly created: Happening;
  readonly sent: Happening;
  readonly card: Readonly<Record<CardKind, Happening>>;
}
