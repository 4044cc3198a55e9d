import type { CaseVerb } from './case/verbs/index.ts';
import type { RawInput } from './raw-input.ts';
import type { Language } from './vocabulary.ts';

/** Verbs that act on a draft (contracts, "Chat"; those after `intake.cancel` are ours). */
export const INTAKE_VERBS = [
  'intake.submit',
  'intake.confirm',
  'intake.override',
  'intake.edit',
  'intake.cancel',
  'intake.guided',
  'intake.answer',
  'intake.back',
  'intake.resume',
  'intake.restart',
  'intake.lookup',
] as const;
export type IntakeVerb = (typeof INTAKE_VERBS)[number];

export const CASE_FILTERS = ['mine', 'office', 'due', 'broken', 'not-delivered'] as const;
export type CaseFilter = (typeof CASE_FILTERS)[number];

/**
 * Everything a person can ask of the product. A typed line and a card's button become the same command, so that every
 * card action also exists as text.
 */
export type Command =
  | { readonly name: 'new' }
  | { readonly name: 'guided' }
  | { readonly name: 'log'; readonly text: string }
  | { readonly name: 'say'; readonly text: string }
  | { readonly name: 'cases'; readonly filter?: CaseFilter | undefined; readonly page?: number | undefined }
  | { readonly name: 'case'; readonly caseId: string }
  | { readonly name: 'help' }
  | { readonly name: 'greet' }
  | { readonly name: 'cancel' }
  | { readonly name: 'back' }
  /** Change one field of the current draft from anywhere: `ret kommune Viborg`. */
  | { readonly name: 'correct'; readonly field: string; readonly value: string }
  | { readonly name: 'connect'; readonly organisation: string }
  | { readonly name: 'disconnect'; readonly organisation?: string | undefined }
  /** Somebody who asked to be let in is a consultant from now on: `giv adgang Sofie Madsen`. */
  | { readonly name: 'admit'; readonly person: string }
  | { readonly name: 'language'; readonly language: Language }
  | { readonly name: 'act-as'; readonly organisation: string }
  | {
      readonly name: 'intake';
      readonly verb: IntakeVerb;
      readonly draftId: string | null;
      readonly revision: number | null;
      readonly input: RawInput;
    }
  | {
      readonly name: 'case-action';
      readonly verb: CaseVerb;
      readonly caseId: string;
      /** The revision the card showed; null from a typed line, which acts on the case as it now is. */
      readonly revision: number | null;
      readonly input: RawInput;
    }
  /** Input that is not recognised: a card of another bot, a payload without a verb, a broken one. */
  | { readonly name: 'unreadable'; readonly problem: string };
