import type { EventCode } from '../src/core/case/events.ts';
import type { CaseVerb } from '../src/core/case/verbs/index.ts';
import type { AskedInput } from './verbs.ts';

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
