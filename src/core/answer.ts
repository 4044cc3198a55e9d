import type { AdvisersAnswer } from './advisers/answers.ts';
import type { Case } from './case/case.ts';
import type { CardKind } from './case/effects.ts';
import type { HistoryEntry } from './case/events.ts';
import type { LocalNotes } from './case/local-notes.ts';
import type { Relation } from './case/relation.ts';
import type { CaseVerb } from './case/verbs/index.ts';
import type { Visibility } from './case/visibility.ts';
import type { CaseLine } from './case-line.ts';
import type { Chats } from './chats.ts';
import type { CaseFilter } from './command.ts';
import type { CompanyStanding } from './company-standing.ts';
import type { FiguresAnswer } from './indicators/answers.ts';
import type { DigestAnswer } from './indicators/digest.ts';
import type { Draft, FieldProblem } from './intake/draft.ts';
import { type Notice, type NoticeArguments, type NoticeCode, noticeOf } from './notice.ts';
import type { OffersAnswer } from './offers/answers.ts';
import type { ToolLinks } from './offers/tool-links.ts';
import type { Office } from './office/office.ts';
import type { OrganisationId } from './organisation.ts';
import type { OutreachContact, OutreachForm, OutreachSide, TypedOutreach } from './outreach/outreach.ts';
import type { RawInput } from './raw-input.ts';
import type { RefusalCode } from './refusal-codes.ts';
import type { ParamsOf } from './refusal-params.ts';
import type { Refusal } from './result.ts';
import type { KnownCompany, RunningCase, RunningCaseAnswer } from './running-case.ts';
import type { SettingAnswer, SettingChangeAnswer, SettingsAnswer } from './settings/answers.ts';
import type { SearchedCases } from './talk.ts';
import type { TalkAnswer } from './talk-answer.ts';
import type { Decision } from './triage/decision.ts';
import type { Area, HandoverForm } from './vocabulary.ts';

/** The viewer for whom a card is rendered. `channel`: everybody in a shared channel reads it. */
export interface Viewer {
  readonly relation: Relation | 'channel';
  /** What the viewer may see. The case of the answer holds nothing else. */
  readonly sees: Visibility;
  readonly organisation: OrganisationId | null;
  /** The verbs open to the viewer now, from the state table. */
  readonly verbs: readonly CaseVerb[];
  /** Organisations that returned the case as often as allowed: it cannot be offered to them again. */
  readonly spent?: readonly OrganisationId[] | undefined;
  readonly local?: LocalNotes | undefined;
  /** Services of the municipality that the viewer's organisation can register beside the common list. */
  readonly ownServices?: readonly string[] | undefined;
  /** Where tools are found. Absent: no link is known. */
  readonly toolLinks?: ToolLinks | undefined;
  /** What is asked and offered first where a local office brings the Erhvervshus in. Absent: nothing, and to send it. */
  readonly toHouse?: { readonly asksTool: boolean; readonly form: HandoverForm } | undefined;
}

/** What to tell a caller about the office that will answer. */
export interface CallerMessage {
  readonly office: Office;
  /** The moment to promise; null where it has passed. */
  readonly by: string | null;
  /** Who of the office hears of a case here: everybody in its channel, its coordinators only, or nobody. */
  readonly reach: 'channel' | 'coordinators' | 'nobody';
}

/** A company found by name, offered as a choice. */
export interface Candidate {
  readonly cvr: string;
  readonly name: string;
  readonly municipality: string | null;
  readonly standing?: CompanyStanding;
}

/** What somebody did with a company, as far as the reader may see. */
export interface CompanyContact {
  readonly what:
    | { readonly kind: 'outreach'; readonly form: OutreachForm }
    | { readonly kind: 'planned' }
    | { readonly kind: 'case'; readonly status: Case['status'] | 'draft' }
    | { readonly kind: 'service'; readonly service: string };
  /** Danish date. */
  readonly on: string;
  readonly organisation: OrganisationId;
  readonly person: string | null;
  /** The number of the contact or case; null where only the CRM knows it. */
  readonly id: string | null;
  /** Whether it goes on today. */
  readonly runs: boolean;
}

/** A colleague who is away until a day (ISO date, included), and who stands in. `deputy` null: the office does. */
export interface AwayColleague {
  readonly person: string;
  readonly name: string;
  readonly until: string;
  readonly deputy: string | null;
}

/** A verb with its inputs as they were typed. */
export interface TypedVerb {
  readonly verb: CaseVerb;
  readonly input: RawInput;
}

/** A turn's answer as data and codes, before a channel renders it. Sentences are in `dialogs/` and `cards/`. */
export type Answer =
  | { readonly kind: 'welcome' }
  | { readonly kind: 'help' }
  | SettingsAnswer
  | SettingAnswer
  | SettingChangeAnswer
  /** Who is away: the reader, and for a coordinator every colleague of the office. */
  | {
      readonly kind: 'absence';
      readonly organisation: OrganisationId;
      /** The reader's own absence; null where they are there. */
      readonly own: AwayColleague | null;
      /** The colleagues who are away, for a coordinator; null for anybody else. */
      readonly away: readonly AwayColleague[] | null;
      /** Who may stand in, or be said to be away by a coordinator. */
      readonly colleagues: readonly { readonly id: string; readonly name: string }[];
      readonly notice: Notice | null;
      /** Why nothing was changed, with what was typed, so that the form comes back filled. */
      readonly problem: Refusal | null;
      readonly typed: RawInput;
    }
  | { readonly kind: 'notice'; readonly notice: Notice }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | {
      readonly kind: 'intake-form';
      readonly draft: Draft;
      readonly problems: readonly FieldProblem[];
      readonly candidates: readonly Candidate[];
      /** Everybody in a conversation reads the form, so it asks for no contact person, free text or pre-starter's name. */
      readonly shared: boolean;
    }
  /** `shared`: everybody in a conversation reads it, so it names no person. */
  | { readonly kind: 'resume-offer'; readonly draft: Draft; readonly shared: boolean }
  | {
      readonly kind: 'question';
      readonly draft: Draft;
      readonly question: string;
      readonly problem: FieldProblem | null;
      readonly help: boolean;
      /** The company's running case. It is shown at once, not only with the decision (O2). */
      readonly running: RunningCase | null;
      readonly candidates?: readonly Candidate[];
      /** Everybody in a conversation reads the card, so it shows no contact person. */
      readonly shared: boolean;
    }
  | {
      readonly kind: 'decision';
      readonly draft: Draft;
      readonly decision: Decision;
      /** The company's running case, to which the contact can be added (O2). */
      readonly running: RunningCase | null;
      readonly candidates?: readonly Candidate[];
      readonly problems: readonly FieldProblem[];
      /** A basis must be chosen first: the case goes to another organisation, or names a person. */
      readonly basisNeeded: boolean;
      /** How another organisation comes into the case, unless the company declines sharing. Null where none does. */
      readonly form: HandoverForm | null;
      readonly local?: LocalNotes | undefined;
      /** Where tools are found. Absent: no link is known. */
      readonly toolLinks?: ToolLinks | undefined;
      /** Væksthjulet, or why it was not used, must be given first. */
      readonly asksTool: boolean;
      /** What to tell the caller. Null where the enquiry joins a running case. */
      readonly caller: CallerMessage | null;
      /** The office that does not get the case because the company declined sharing. The company may contact it itself. */
      readonly other: Office | null;
      /** The owner by the rules, where a person chose another. `decision.owner` is the chosen one then. */
      readonly advised: Decision['owner'] | null;
      /** When the company must have its answer, if the case is created now. ISO instant. */
      readonly dueAt: string;
      /** The needs whose control question is open. Triage reads them by the area's default until it is answered. */
      readonly controls: readonly Area[];
      /** Confirming opens a separate case although one is running: the person has asked for it. */
      readonly anyway: boolean;
      /** Everybody in a conversation reads the card, so it shows no contact person. */
      readonly shared: boolean;
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
      /** What to tell the caller: on the receipt of a new case or offer. */
      readonly caller?: CallerMessage | null;
      /** The case's person is away. */
      readonly away?: AwayColleague | null | undefined;
      /** The refused verb with what was typed for it, so that its form comes back filled. */
      readonly typed?: TypedVerb | undefined;
      /** The colleagues on the case with whom the reader can chat. Absent: none. */
      readonly chats?: Chats | undefined;
    }
  /** What happened to a case, in one sentence: in the thread of its card, or beside it. */
  | {
      readonly kind: 'case-line';
      readonly case: Case;
      readonly viewer: Viewer;
      readonly now: string;
      readonly notice: Notice;
      readonly inThread: boolean;
    }
  | {
      readonly kind: 'cases';
      readonly filter: CaseFilter;
      readonly lines: readonly CaseLine[];
      readonly page: number;
      readonly pages: number;
      readonly total: number;
      readonly now: string;
      /** How many cases of the list are sent to the CRM again; undefined where the reader may not ask for it. */
      readonly sentAgain?: number | undefined;
    }
  /** The day's overview of an office: how many cases each list has, and the first of what waits for it. */
  | {
      readonly kind: 'overview';
      readonly organisation: OrganisationId;
      readonly counts: readonly { readonly filter: CaseFilter; readonly total: number }[];
      readonly lines: readonly CaseLine[];
      readonly now: string;
      /** Whether the reader gets it every working day; null for those to whom it is not sent. */
      readonly daily: boolean | null;
    }
  /** The cases that a question was about: those that the reader may see, and what is known of others. */
  | {
      readonly kind: 'found';
      readonly searched: SearchedCases;
      readonly lines: readonly CaseLine[];
      readonly known: readonly KnownCompany[];
      /** Outreach contacts and planned ones with the company, by either side. */
      readonly outreach?: readonly CompanyContact[];
      /** There are more than are shown. */
      readonly more: boolean;
      readonly now: string;
    }
  /** A company that somebody may contact, before they do: what both sides did with it. `contact` is not stored. */
  | {
      readonly kind: 'outreach-look';
      readonly contact: OutreachContact;
      readonly contacts: readonly CompanyContact[];
      readonly shared: boolean;
      readonly now: string;
    }
  /** An outreach contact. `shared`: everybody in a conversation reads it, so it holds no free text. */
  | {
      readonly kind: 'outreach';
      readonly contact: OutreachContact;
      readonly contacts: readonly CompanyContact[];
      /** The other side plans to contact the company too. */
      readonly collides: boolean;
      readonly side: OutreachSide;
      readonly mayAct: boolean;
      readonly shared: boolean;
      readonly notice: Notice | null;
      readonly problems: readonly FieldProblem[];
      /** The refused verb with what was typed for it, so that its form comes back filled. */
      readonly typed?: TypedOutreach | undefined;
      readonly now: string;
    }
  | {
      readonly kind: 'outreach-list';
      readonly lines: readonly OutreachContact[];
      readonly organisation: OrganisationId;
      readonly mayPlan: boolean;
      readonly shared: boolean;
      readonly now: string;
    }
  | FiguresAnswer
  | DigestAnswer
  | TalkAnswer
  | OffersAnswer
  | AdvisersAnswer
  | RunningCaseAnswer;

/** A refusal as an answer. */
export function refused<const Code extends RefusalCode>(code: Code, params?: ParamsOf<Code>): Answer {
  return { kind: 'refused', refusal: params === undefined ? { code } : { code, params } };
}

/** A notice as an answer, with the parameters of its code. */
export function notice<Code extends NoticeCode>(code: Code, ...params: NoticeArguments<Code>): Answer {
  return { kind: 'notice', notice: noticeOf(code, ...params) };
}
