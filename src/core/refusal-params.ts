import type { CaseStatus } from './case/word-lists.ts';
import type { MunicipalityCode } from './municipalities.ts';
import type { OrganisationId } from './organisation.ts';
import type { RefusalCode } from './refusal-codes.ts';

interface Typed {
  /** The typed text. */
  readonly typed: string;
}

interface OfMunicipality extends Typed {
  readonly municipality: MunicipalityCode;
}

interface OfOrganisation {
  readonly organisation: OrganisationId;
}

interface OfCase {
  readonly caseId: string;
}

interface OfSetting {
  /** The key of a setting. */
  readonly setting: string;
}

interface Most {
  readonly max: number;
}

/** In characters. */
interface TooLong extends Most {
  readonly length: number;
}

/** Parameters in the sentences of refusals. Codes that are missing here have none. */
interface Named {
  readonly 'unknown-municipality': Typed;
  readonly 'register-differs': OfMunicipality;
  readonly 'unit-differs': OfMunicipality & { readonly pNumber: string };
  readonly 'unit-unknown': { readonly pNumber: string };
  readonly 'not-a-moment': Typed;
  readonly 'unknown-period': Typed;
  readonly 'not-a-day': Typed;
  readonly 'absence-too-long': { readonly days: number };
  /** `person` is a name, `until` a date. */
  readonly 'colleague-away': { readonly person: string; readonly until: string };
  readonly 'deputy-is-absent': { readonly person: string; readonly until: string };
  readonly 'not-away': { readonly person: string };
  readonly 'text-too-long': TooLong;
  readonly 'line-too-long': TooLong;
  /** `room` is the number of characters left. */
  readonly 'description-full': Most & { readonly room: number };
  readonly 'not-a-phone': Typed;
  readonly 'cvr-or-phone': Typed;
  /** `area` is the typed text. */
  readonly 'unknown-area': { readonly area: string };
  readonly 'too-many-areas': Most;
  /** `field` is the typed text. */
  readonly 'unknown-field': { readonly field: string };
  /** `organisation` is the typed text. */
  readonly 'unknown-organisation': { readonly organisation: string };
  readonly 'unknown-person': OfOrganisation;
  /** `person` is a name. */
  readonly 'person-cannot-act': { readonly person: string };
  readonly 'cvr-differs': { readonly cvr: string };
  /** `list` is the code of the closed list (`CODE_LISTS`) from which the value must come. */
  readonly 'not-in-list': Typed & { readonly list: string };
  /** `input` is the typed name of a field, `verb` the command that has no such field. */
  readonly 'unknown-input': { readonly input: string; readonly verb: string };
  readonly 'not-hours': Typed;
  /** `services` are names of services that are known, separated by `|`. */
  readonly 'unknown-service': Typed & { readonly services: string };
  readonly 'too-many-services': Most;
  /** `person` is a name. */
  readonly 'already-taken': OfOrganisation & { readonly person: string };
  readonly 'not-yours': { readonly owner: OrganisationId };
  readonly 'not-now': { readonly status: CaseStatus };
  readonly 'answer-first': OfCase;
  /** `at` is an instant. */
  readonly 'already-answered': { readonly at: string };
  readonly 'already-joint': OfOrganisation;
  readonly 'not-a-party': OfOrganisation;
  readonly 'follow-up-outside': OfOrganisation;
  readonly 'settle-own-only': OfOrganisation;
  readonly 'reopen-too-late': { readonly days: number };
  /** `caseId` lives on. */
  readonly 'case-merged': OfCase;
  readonly 'merge-not-yours': { readonly owner: OrganisationId };
  readonly 'merge-not-now': OfCase & { readonly status: CaseStatus };
  readonly 'merge-other-company': OfCase;
  readonly 'merge-basis': OfCase;
  /** `other` ends, and lives on in `caseId`. */
  readonly 'merge-confirm': OfCase & { readonly other: string };
  /** `count` attempts have been recorded of the `needed` ones. */
  readonly 'attempts-needed': OfCase & { readonly count: number; readonly needed: number };
  readonly 'not-correctable': { readonly field: string };
  readonly 'nothing-corrected': OfCase;
  readonly 'returns-spent': OfOrganisation;
  readonly 'same-organisation': OfOrganisation;
  /** `person` is a name. */
  readonly 'undo-not-yours': { readonly person: string };
  /** `problem` is `unknown-key actor`, as `readPayload` returns it. */
  readonly unreadable: { readonly problem: string };
  /** `coordinators` are names. */
  readonly 'ask-to-be-let-in': OfOrganisation & { readonly coordinators: string };
  readonly 'nobody-asked': { readonly name: string };
  readonly 'bound-elsewhere': OfOrganisation;
  readonly 'too-often': Most;
  /** `organisations` are ids, separated by commas. */
  readonly 'choose-organisation': { readonly organisations: string };
  readonly 'not-a-member': OfOrganisation;
  readonly 'coordinators-only': OfOrganisation;
  readonly 'unknown-case': OfCase;
  /** `companies` are names with CVR numbers. */
  readonly 'outreach-company-unknown': Typed & { readonly companies: string };
  readonly 'outreach-register-silent': Typed;
  /** `company` is a name. */
  readonly 'outreach-protected': { readonly company: string };
  readonly 'outreach-protection-unknown': { readonly company: string };
  readonly 'outreach-not-yours': OfOrganisation;
  readonly 'outreach-case-differs': OfCase;
  /** `caseId` is the contact's number. */
  readonly 'unknown-outreach': OfCase;
  readonly 'unknown-adviser': Typed;
  readonly 'unknown-setting': Typed;
  /** `organisation` is the Erhvervshus whose people may be named; `among` says whether the office's own may be as well. */
  readonly 'unknown-setting-person': Typed & OfOrganisation & { readonly among: 'both' | 'house' };
  /** `setting` and `allowed` are the key of a setting: its name, and what it can be. */
  readonly 'bad-setting-value': Typed & {
    readonly setting: string;
    readonly allowed: string;
  };
  readonly 'setting-unchanged': OfSetting;
  /** `day` is the first one on which it would not fit; `services` are the office's, separated by `|`. */
  readonly 'not-local-service': Typed & { readonly day: string; readonly services: string };
  readonly 'service-given-by-house': Typed & { readonly day: string };
  readonly 'setting-without-owner': OfSetting;
  /** `caseId` is the change's number. */
  readonly 'unknown-setting-change': OfCase;
  /** `code` is the fault's code, by which the operator finds the log line. */
  readonly fault: { readonly code: string };
}

/**
 * The parameters of each refusal. All may be absent: a refusal stored on a draft may come from an earlier release, and
 * some refusals lack a part.
 */
export type RefusalParams = {
  readonly [Code in RefusalCode]: Code extends keyof Named ? Partial<Named[Code]> : object;
};

/** Parameters of any refusal that no sentence uses. */
interface Besides {
  /** The input concerned. */
  readonly field?: string;
  /** The outcome of the request. */
  readonly state?: string;
  /** The typed text. */
  readonly typed?: string;
}

/** The parameters of a refusal by its code. Refusals that no person meets may have any. */
export type ParamsOf<Code extends string> = Code extends RefusalCode
  ? RefusalParams[Code] & Besides
  : Readonly<Record<string, string | number>>;
