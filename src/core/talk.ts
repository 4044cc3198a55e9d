import type { CaseFilter } from './command.ts';
import type { MunicipalityCode } from './municipalities.ts';
import type { OrganisationId } from './organisation.ts';
import type { Area } from './vocabulary.ts';

/** The words and practices that the glossary explains. */
export const TERMS = [
  'doors',
  'les',
  'ehm',
  'platform',
  'pre-starter',
  'entrepreneur',
  'established',
  'maturity',
  'segment',
  'depth',
  'place-bound',
  'control-questions',
  'grey-zone',
  'joint-course',
  'handover',
  'return',
  'forward',
  'promise',
  'unanswered',
  'basis',
  'advertising-protection',
  'early-warning',
  'urgent',
  'action-plan',
  'follow-up',
  'self-help',
  'programmes',
  'private-advisers',
  'eifo',
  'trade-council',
  'innovation-fund',
  'gts',
  'cluster',
  'p-number',
  'cvr-number',
  'cpr',
  'crm',
  'draft',
  'statuses',
  'undo',
  'digest',
  'reminder',
  'say-to-company',
  'colleagues',
  'personal-data',
] as const;
export type Term = (typeof TERMS)[number];

/** What somebody wants to know of an office. */
export const OFFICE_MATTERS = ['phone', 'hours', 'address', 'municipalities'] as const;
export type OfficeMatter = (typeof OFFICE_MATTERS)[number];

/** What small talk is about: each kind has its one line of answer. */
export const SMALL_TALK = [
  'robot',
  'here',
  'language',
  'curse',
  'mistake',
  'wait',
  'test',
  'thanks',
  'goodbye',
  'laugh',
  'hello',
  'fine',
  'trouble',
  'remark',
] as const;
export type SmallTalk = (typeof SMALL_TALK)[number];

/** The cases that a question is about: by name (of company or contact), number and place. */
export interface SearchedCases {
  /** The words as typed, without those of the question. Empty where only a number is given. */
  readonly words: string;
  /** Eight digits: a CVR number or a telephone number. */
  readonly number?: string | undefined;
  readonly municipality?: MunicipalityCode | undefined;
}

/** A question to be answered without an enquiry. */
export type Question =
  | { readonly kind: 'find'; readonly searched: SearchedCases }
  | { readonly kind: 'cases'; readonly filter: CaseFilter | undefined }
  | { readonly kind: 'terms'; readonly terms: readonly Term[] }
  | { readonly kind: 'rule'; readonly rule: string }
  | {
      readonly kind: 'door';
      readonly area: Area;
      readonly municipality: MunicipalityCode | undefined;
    }
  | {
      readonly kind: 'office';
      /** `own` is the asker's office, `house` the Erhvervshus of the asker. */
      readonly organisation: OrganisationId | 'own' | 'house';
      readonly matter: OfficeMatter;
    }
  | { readonly kind: 'help' };

/** That somebody else should have the case that is spoken of. */
export type HandOver =
  | {
      readonly kind: 'redirect';
      /** `house` is the Erhvervshus of the writer. */
      readonly organisation: OrganisationId | 'house';
      /** Empty where none was given. */
      readonly reason: string;
    }
  | { readonly kind: 'assign'; readonly person: string };

/** What somebody should do about a case that is not named. `passesOn`: that it should go to whom it belongs. */
export interface Errand {
  readonly kind: 'errand';
  readonly passesOn: boolean;
}

/**
 * What a typed line is, where it is no command: a question, who should have a case, small talk, a need, perhaps a need, or nothing that can be
 * read. Only a need, or that there is one, opens an enquiry.
 */
export type Talk =
  | Question
  | HandOver
  | Errand
  | { readonly kind: 'small-talk'; readonly about: SmallTalk }
  /** That there is an enquiry, and nothing of it. */
  | { readonly kind: 'begin' }
  | { readonly kind: 'need' }
  | { readonly kind: 'perhaps' }
  | { readonly kind: 'nothing' };

/** Whether talk is a question, which is answered without an enquiry. */
export function isQuestion(talk: Talk): talk is Question {
  return !['redirect', 'assign', 'errand', 'small-talk', 'begin', 'need', 'perhaps', 'nothing'].includes(
    talk.kind,
  );
}

/** What the language model read in a line, as far as it tells a need from talk. */
export interface LineEvidence {
  readonly areas: readonly {
    readonly area: Area;
    readonly confidence: number;
  }[];
  readonly chosen: readonly Area[];
  readonly offered: readonly Area[];
  readonly crisis: boolean;
  readonly entities: {
    readonly cvr?: string;
    readonly pNumber?: string;
    readonly municipality?: MunicipalityCode;
    readonly employees?: number;
    readonly turnoverDkk?: number;
    readonly founded?: string;
    readonly ageMonths?: number;
    readonly companyName?: string;
    readonly contactPhone?: string;
  };
}
