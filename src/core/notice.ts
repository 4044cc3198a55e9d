import type { EventCode } from './case/events.ts';
import type { ToldCode, ToldParams } from './case/notices.ts';
import type { CaseVerb } from './case/verbs/index.ts';
import type { OrganisationId } from './organisation.ts';
import type { OutreachNotice } from './outreach/outreach.ts';

interface Nothing {
  readonly [key: string]: never;
}

interface OfCase {
  readonly caseId: string;
}

interface OfCvr {
  readonly cvr: string;
}

interface OfOrganisation {
  readonly organisation: OrganisationId;
}

interface OfAbsence {
  readonly name: string;
  readonly until: string;
  readonly deputy?: string;
}

/** Notices within a turn, or about something other than a case, with the parameters of their sentences. */
interface OtherParams {
  /** A verb was carried out; `event` is its result. */
  readonly done: { readonly verb: CaseVerb; readonly event: EventCode; readonly caseId: string };
  readonly 'case-created': OfCase;
  /** The company declined sharing, so its case stays with the office that logged it. */
  readonly 'case-kept': OfCase;
  readonly 'case-sent': OfCase & OfOrganisation;
  /** The case stays, and the other organisation takes part. */
  readonly 'case-joint': OfCase & OfOrganisation;
  /** `draftId` is the cancelled draft, which can be brought back. */
  readonly cancelled: { readonly draftId: string };
  /** `name` is the company's or the contact's; absent where neither is known. */
  readonly 'draft-set-aside': { readonly name?: string };
  /** A line told of several companies: each has an intake. */
  readonly 'several-companies': { readonly count: number };
  readonly 'nothing-to-cancel': Nothing;
  readonly 'nothing-to-go-back-to': Nothing;
  readonly 'crm-silent': Nothing;
  /** A line that names a setting as well was read as a correction of the enquiry. */
  readonly 'read-as-field': Nothing;
  readonly 'already-done': Nothing;
  readonly 'rating-thanks': Nothing;
  readonly 'rating-too-late': Nothing;
  /** A corrected CVR number that the register does not know, or that it could not be asked about. */
  readonly 'cvr-not-found': OfCvr;
  readonly 'cvr-unchecked': OfCvr;
  readonly 'cpr-removed': { readonly count: number };
  readonly 'cprs-removed': { readonly count: number };
  /** `added` and `removed` are need codes, separated by commas; `organisation` is the owner where it changed. */
  readonly 'needs-changed': {
    readonly added?: string;
    readonly removed?: string;
    readonly organisation?: OrganisationId | 'digital';
  };
  /** `parts` are codes of the parts left out, separated by commas; absent where there were no others. */
  readonly 'mail-read': { readonly parts?: string };
  readonly 'quote-left-out': Nothing;
  /** The message that a shortcut was used on holds no words, only a picture or a file. */
  readonly 'message-without-words': Nothing;
  /** Beside the answer to a message with files. */
  readonly 'files-not-kept': Nothing;
  /** The message with the number stays in the chat, and the person must delete it there. */
  readonly 'cpr-removed-from-message': { readonly count: number };
  readonly 'cprs-removed-from-message': { readonly count: number };
  /** A place that already has the case's card gets it again. */
  readonly 'sent-to-you': ToldParams;
  readonly 'part-in-case': ToldParams;
  readonly 'is-grey-zone': ToldParams;
  readonly 'asked-to-follow-up': ToldParams;
  /** To the person who just acted on an outreach contact. */
  readonly 'outreach-told': OfOrganisation;
  /** The other side has neither a channel nor a coordinator whom the bot can write to. */
  readonly 'outreach-told-nobody': OfOrganisation;
  readonly 'outreach-already-planned': Nothing;
  /** A second plan was typed with a need or a date. */
  readonly 'outreach-plan-stands': Nothing;
  readonly 'outreach-replied': OfOrganisation;
  readonly 'outreach-recorded': Nothing;
  readonly 'outreach-called-off': Nothing;
  readonly 'has-task': ToldParams;
  readonly connected: OfOrganisation;
  readonly disconnected: OfOrganisation;
  readonly 'language-chosen': Nothing;
  readonly 'channel-language-chosen': OfOrganisation;
  readonly 'overview-on': Nothing;
  readonly 'overview-off': Nothing;
  readonly 'digest-on': Nothing;
  readonly 'digest-off': Nothing;
  readonly 'acting-as': OfOrganisation;
  /** `at` is the start of the draft; absent where it is no longer stored. */
  readonly 'draft-expired': OfOrganisation & { readonly at?: string };
  /** `person` is away until `until`. `deputy` stands in; absent where the office does. All are names but the date. */
  readonly 'absence-set': OfOrganisation & OfAbsence;
  /** The same where an earlier announcement, until `before`, was replaced. */
  readonly 'absence-changed': OfOrganisation & OfAbsence & { readonly before: string };
  /** `name` is away, so the case was assigned to `deputy`. */
  readonly 'assigned-to-deputy': OfAbsence;
  readonly 'absence-ended': { readonly name: string };
  /** To the deputy, and to the coordinators where nobody stands in. `name` is absent where the person has left. */
  readonly 'stands-in': OfOrganisation & { readonly name?: string; readonly until?: string };
  readonly 'colleague-away': OfOrganisation & { readonly name?: string; readonly until?: string };
  readonly 'let-in': OfOrganisation & { readonly name: string };
  /** `name` is absent where the person is no longer known, and for channels. */
  readonly 'channel-lost': OfOrganisation & { readonly name?: string };
  readonly 'colleague-left': OfOrganisation & { readonly name?: string };
  readonly 'asks-to-be-let-in': OfOrganisation & { readonly name?: string };
}

/** `company` is a name; absent where it has been erased. */
interface OutreachParams extends OfOrganisation {
  readonly company?: string;
}

export type NoticeParams = OtherParams &
  Readonly<Record<ToldCode, ToldParams>> &
  Readonly<Record<OutreachNotice, OutreachParams>>;
export type NoticeCode = keyof NoticeParams;

/** One sentence to a person: a code that `dialogs/notice-words.ts` puts into words, with its ids, codes and numbers. */
export type Notice = {
  readonly [Code in NoticeCode]: NoticeParams[Code] extends Nothing
    ? { readonly code: Code; readonly params?: undefined }
    : { readonly code: Code; readonly params: NoticeParams[Code] };
}[NoticeCode];

/** The parameters of a notice's code, or none. */
export type NoticeArguments<Code extends NoticeCode> = NoticeParams[Code] extends Nothing
  ? []
  : [params: NoticeParams[Code]];

/** A notice by its code, with the code's parameters. */
export function noticeOf<Code extends NoticeCode>(code: Code, ...[params]: NoticeArguments<Code>): Notice {
  return (params === undefined ? { code } : { code, params }) as Notice;
}
