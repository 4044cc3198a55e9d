import type { Case } from './case/case.ts';
import type { CardKind } from './case/effects.ts';
import type { HistoryEntry } from './case/events.ts';
import type { Relation } from './case/relation.ts';
import type { CaseVerb } from './case/verbs/index.ts';
import type { CaseFilter } from './command.ts';
import type { CompanyStanding } from './company-standing.ts';
import type { Draft, FieldProblem } from './intake/draft.ts';
import { type Notice, type NoticeArguments, type NoticeCode, noticeOf } from './notice.ts';
import type { OrganisationId } from './organisation.ts';
import type { ActorRef } from './person.ts';
import type { RefusalCode } from './refusal-codes.ts';
import type { ParamsOf } from './refusal-params.ts';
import type { Refusal } from './result.ts';
import type { Decision } from './triage/decision.ts';

/**
 * For whom a card is drawn. `channel` is the common view of a shared channel: no contact person, no free text, and a
 * case number instead of a pre-starter's name.
 */
export interface Viewer {
  readonly relation: Relation;
  readonly organisation: OrganisationId | null;
  /** The verbs the viewer may use now, from the state table. */
  readonly verbs: readonly CaseVerb[];
}

/** A case as everybody may see it: that the company is known, by whom it is served and since when. */
export interface RunningCase {
  readonly caseId: string;
  readonly owner: OrganisationId;
  readonly since: string;
  readonly status: Case['status'];
  readonly assignee: string | null;
  /** Kept here, so that a new contact can be added to it; else only the CRM knows it. */
  readonly ours: boolean;
}

/** A company found by name, to choose from. */
export interface Candidate {
  readonly cvr: string;
  readonly name: string;
  readonly municipality: string | null;
  readonly standing?: CompanyStanding;
}

/** One line of `sager`. */
export interface CaseLine {
  readonly caseId: string;
  /** The company's name; null for a pre-starter in a shared channel. */
  readonly title: string | null;
  readonly municipality: string | null;
  readonly status: Case['status'] | 'draft';
  readonly owner: OrganisationId;
  readonly offeredTo: OrganisationId | null;
  readonly assignee: ActorRef | null;
  readonly dueAt: string | null;
  readonly answeredAt: string | null;
  readonly broken: boolean;
  readonly urgent: boolean;
  /** How the company stood when the register was asked. */
  readonly standing?: CompanyStanding | undefined;
}

/** What a turn answers with, before any channel has drawn it: data and codes; sentences live in `dialogs/`, `cards/`. */
export type Answer =
  | { readonly kind: 'welcome' }
  | { readonly kind: 'help' }
  | { readonly kind: 'notice'; readonly notice: Notice }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | {
      readonly kind: 'intake-form';
      readonly draft: Draft;
      readonly problems: readonly FieldProblem[];
      readonly candidates: readonly Candidate[];
    }
  | { readonly kind: 'resume-offer'; readonly draft: Draft }
  | {
      readonly kind: 'question';
      readonly draft: Draft;
      readonly question: string;
      readonly problem: FieldProblem | null;
      readonly help: boolean;
      /** The company is already served: said at once, not only with the decision (O2). */
      readonly running: RunningCase | null;
      readonly candidates?: readonly Candidate[];
    }
  | {
      readonly kind: 'decision';
      readonly draft: Draft;
      readonly decision: Decision;
      /** The company is already served: offered to be added to (O2). */
      readonly running: RunningCase | null;
      readonly candidates?: readonly Candidate[];
      readonly problems: readonly FieldProblem[];
      /** A basis for sharing must be recorded before this can be handed over. */
      readonly basisNeeded: boolean;
    }
  | {
      readonly kind: 'case';
      readonly card: CardKind;
      readonly case: Case;
      readonly history: readonly HistoryEntry[];
      readonly viewer: Viewer;
      readonly now: string;
      readonly notice: Notice | null;
      readonly problems: readonly FieldProblem[];
    }
  | {
      readonly kind: 'cases';
      readonly filter: CaseFilter;
      readonly lines: readonly CaseLine[];
      readonly page: number;
      readonly pages: number;
      readonly total: number;
      readonly now: string;
    }
  | {
      readonly kind: 'running-case';
      readonly running: RunningCase;
      readonly notice: Notice | null;
      /** The reader may add a contact to it all the same: phone-line staff. */
      readonly mayAdd?: boolean;
    };

/** A refusal as an answer. */
export function refused<const Code extends RefusalCode>(code: Code, params?: ParamsOf<Code>): Answer {
  return { kind: 'refused', refusal: params === undefined ? { code } : { code, params } };
}

/** A notice as an answer, with the parameters that its code takes. */
export function notice<Code extends NoticeCode>(code: Code, ...params: NoticeArguments<Code>): Answer {
  return { kind: 'notice', notice: noticeOf(code, ...params) };
}
