import type { AbsenceVerb } from './absence.ts';
import type { AdvisersCommand } from './advisers/commands.ts';
import type { CaseVerb } from './case/verbs/index.ts';
import type { FiguresAbout } from './indicators/answers.ts';
import type { AskedPeriod } from './indicators/asked-period.ts';
import type { MunicipalityCode } from './municipalities.ts';
import type { OfferKind } from './offers/offer.ts';
import type { OutreachVerb } from './outreach/outreach.ts';
import type { RawInput } from './raw-input.ts';
import type { SettingVerb } from './settings/commands.ts';
import type { Area, Language } from './vocabulary.ts';

/** Verbs on a draft (contracts, "Chat"; those after `intake.cancel` are additions). */
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
  'intake.undo',
  'intake.lookup',
  'intake.correct',
] as const;
export type IntakeVerb = (typeof INTAKE_VERBS)[number];

/**
 * The lists of cases. `inbox`: what waits for the reader's office; `referrals`: what the reader has sent to others, and
 * how it stands.
 */
export const CASE_FILTERS = [
  'inbox',
  'mine',
  'office',
  'urgent',
  'due',
  'broken',
  'sent',
  'referrals',
  'follow-up',
  'tasks',
  'not-delivered',
  'not-in-crm',
] as const;
export type CaseFilter = (typeof CASE_FILTERS)[number];

/**
 * A person's command. Typed lines and card buttons become the same commands, so every card action also exists as text.
 */
export type Command =
  | { readonly name: 'new' }
  | { readonly name: 'guided' }
  | { readonly name: 'log'; readonly text: string }
  | { readonly name: 'say'; readonly text: string }
  /** A list of cases. `again`: those of `not-in-crm` are sent to the CRM once more. */
  | {
      readonly name: 'cases';
      readonly filter?: CaseFilter | undefined;
      readonly page?: number | undefined;
      readonly again?: true | undefined;
    }
  | { readonly name: 'case'; readonly caseId: string }
  /** The cases of a company, contact person or telephone number. Chat asks for them in a sentence (`talk.ts`). */
  | { readonly name: 'find'; readonly words: string; readonly number?: string | undefined }
  /** The day's overview of one's office. `daily`: whether a coordinator gets it every working day. */
  | { readonly name: 'overview'; readonly daily?: boolean | undefined }
  /** The month's digest: the last month's unless one is named. `wanted`: whether it is sent every month. */
  | {
      readonly name: 'digest';
      readonly month: AskedPeriod | null;
      readonly wanted?: boolean | undefined;
    }
  /**
   * The figures of the actor's organisation. `period` null with no words: this month and the last; `words` are kept where
   * they name no period.
   */
  | {
      readonly name: 'figures';
      readonly period: AskedPeriod | null;
      readonly words: string;
      /** The cases that lay in a grey zone, or what was between the parties, instead: this quarter so far. */
      readonly about?: FiguresAbout | undefined;
    }
  | { readonly name: 'help' }
  | { readonly name: 'greet' }
  /** The catalogue of offers: by words, needs, kind and place. */
  | {
      readonly name: 'offers';
      readonly words: string;
      readonly areas: readonly Area[];
      readonly kind: OfferKind | null;
      readonly municipality?: MunicipalityCode | undefined;
    }
  | AdvisersCommand
  /** The details of one's own office, and where each comes from. */
  | { readonly name: 'settings' }
  /** One setting of one's own office. `id`: the change that another side proposed, or that one's own has. */
  | {
      readonly name: 'setting';
      readonly verb: SettingVerb;
      readonly id: string | null;
      readonly input: RawInput;
      /**
       * The same line as a correction of an enquiry, where its words name a field as well: `set phone 40 41 12 34`. Null where
       * they name none; left out where the line says that it means the office.
       */
      readonly asField?: { readonly field: string; readonly value: string } | null | undefined;
    }
  | { readonly name: 'cancel' }
  | { readonly name: 'back' }
  /** Changes one field of the current draft at any time: `ret kommune Viborg`. */
  | { readonly name: 'correct'; readonly field: string; readonly value: string }
  | { readonly name: 'connect'; readonly organisation: string }
  | { readonly name: 'disconnect'; readonly organisation?: string | undefined }
  /** Makes a person who asked for admission a consultant: `giv adgang Sofie Madsen`. */
  | { readonly name: 'admit'; readonly person: string }
  /** Absence of oneself or, said by a coordinator, of a colleague. `until` is a day (`moment.ts`). */
  | { readonly name: 'absence'; readonly verb: AbsenceVerb; readonly input: RawInput }
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
      /** The revision that the card showed. Null from a typed line, which acts on the present case. */
      readonly revision: number | null;
      readonly input: RawInput;
    }
  /** Outreach: contacts that an organisation makes on its own initiative. `id`: the contact that it is about. */
  | {
      readonly name: 'outreach';
      readonly verb: OutreachVerb;
      readonly id: string | null;
      readonly input: RawInput;
    }
  /**
   * A person's verdict on a decision of theirs. Slack's buttons carry the draft; Teams names the message that was rated.
   */
  | {
      readonly name: 'rate';
      readonly draftId: string | null;
      readonly messageId: string | null;
      readonly isRight: boolean;
    }
  /** Input that is not recognised: a card of another bot, a payload without a verb, a broken one. */
  | { readonly name: 'unreadable'; readonly problem: string };
