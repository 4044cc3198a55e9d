import type { EventCode } from './case/events.ts';
import type { ToldCode, ToldParams } from './case/notices.ts';
import type { CaseVerb } from './case/verbs/index.ts';
import type { OrganisationId } from './organisation.ts';

interface Nothing {
  readonly [key: string]: never;
}

interface OfCase {
  readonly caseId: string;
}

interface OfOrganisation {
  readonly organisation: OrganisationId;
}

/** What is told in a turn, or of something that is no case, with what its sentence needs. */
interface OtherParams {
  /** A verb went through; `event`: what came of it. */
  readonly done: { readonly verb: CaseVerb; readonly event: EventCode; readonly caseId: string };
  readonly 'case-created': OfCase;
  readonly 'case-sent': OfCase & OfOrganisation;
  readonly cancelled: Nothing;
  readonly 'nothing-to-cancel': Nothing;
  readonly 'nothing-to-go-back-to': Nothing;
  readonly 'crm-silent': Nothing;
  readonly 'already-done': Nothing;
  readonly 'cpr-removed': { readonly count: number };
  readonly 'cprs-removed': { readonly count: number };
  /** `areas`: codes of the needs, separated by commas. */
  readonly 'needs-also': { readonly areas: string };
  /** `parts`: codes of what was left out, separated by commas; absent where there was nothing else. */
  readonly 'mail-read': { readonly parts?: string };
  readonly 'quote-left-out': Nothing;
  /** The same, where the message stays in the chat and is to be deleted there. */
  readonly 'cpr-removed-from-message': { readonly count: number };
  readonly 'cprs-removed-from-message': { readonly count: number };
  readonly connected: OfOrganisation;
  readonly disconnected: OfOrganisation;
  readonly 'language-chosen': Nothing;
  readonly 'acting-as': OfOrganisation;
  /** `at`: when the draft was begun; absent where it is no longer kept. */
  readonly 'draft-expired': OfOrganisation & { readonly at?: string };
  readonly 'let-in': OfOrganisation & { readonly name: string };
  /** `name`: absent where the person is no longer known; never given for a channel. */
  readonly 'channel-lost': OfOrganisation & { readonly name?: string };
  readonly 'colleague-left': OfOrganisation & { readonly name?: string };
  readonly 'asks-to-be-let-in': OfOrganisation & { readonly name?: string };
}

export type NoticeParams = OtherParams & Readonly<Record<ToldCode, ToldParams>>;
export type NoticeCode = keyof NoticeParams;

/** One sentence to a person: a code that `dialogs/notice-words.ts` words, with the ids, codes and numbers that it needs. */
export type Notice = {
  readonly [Code in NoticeCode]: NoticeParams[Code] extends Nothing
    ? { readonly code: Code; readonly params?: undefined }
    : { readonly code: Code; readonly params: NoticeParams[Code] };
}[NoticeCode];

/** What a notice's code takes: its parameters, or nothing. */
export type NoticeArguments<Code extends NoticeCode> = NoticeParams[Code] extends Nothing
  ? []
  : [params: NoticeParams[Code]];

/** A notice by its code, with the parameters that the code takes. */
export function noticeOf<Code extends NoticeCode>(code: Code, ...[params]: NoticeArguments<Code>): Notice {
  return (params === undefined ? { code } : { code, params }) as Notice;
}
