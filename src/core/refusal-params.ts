import type { CaseStatus } from './case/word-lists.ts';
import type { MunicipalityCode } from './municipalities.ts';
import type { OrganisationId } from './organisation.ts';
import type { RefusalCode } from './refusal-codes.ts';

interface Typed {
  /** The person's own words. */
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

interface Most {
  readonly max: number;
}

/** Characters. */
interface TooLong extends Most {
  readonly length: number;
}

/** What the sentences of refusals name. A code that is not here names nothing. */
interface Named {
  readonly 'unknown-municipality': Typed;
  readonly 'register-differs': OfMunicipality;
  readonly 'unit-differs': OfMunicipality & { readonly pNumber: string };
  readonly 'unit-unknown': { readonly pNumber: string };
  readonly 'not-a-moment': Typed;
  readonly 'text-too-long': TooLong;
  readonly 'line-too-long': TooLong;
  /** `room`: the characters that are left. */
  readonly 'description-full': Most & { readonly room: number };
  readonly 'not-a-phone': Typed;
  readonly 'cvr-or-phone': Typed;
  /** `area`: as typed. */
  readonly 'unknown-area': { readonly area: string };
  readonly 'too-many-areas': Most;
  /** `field`: as typed. */
  readonly 'unknown-field': { readonly field: string };
  /** `organisation`: as typed. */
  readonly 'unknown-organisation': { readonly organisation: string };
  readonly 'unknown-person': OfOrganisation;
  readonly 'cvr-differs': { readonly cvr: string };
  /** `person`: a name. */
  readonly 'already-taken': OfOrganisation & { readonly person: string };
  readonly 'not-yours': { readonly owner: OrganisationId };
  readonly 'not-now': { readonly status: CaseStatus };
  readonly 'answer-first': OfCase;
  /** `at`: an instant. */
  readonly 'already-answered': { readonly at: string };
  readonly 'already-joint': OfOrganisation;
  readonly 'not-a-party': OfOrganisation;
  readonly 'settle-own-only': OfOrganisation;
  readonly 'reopen-too-late': { readonly days: number };
  readonly 'returns-spent': OfOrganisation;
  readonly 'same-organisation': OfOrganisation;
  /** `problem`: `unknown-key actor`, as a card's data was refused. */
  readonly unreadable: { readonly problem: string };
  /** `coordinators`: their names. */
  readonly 'ask-to-be-let-in': OfOrganisation & { readonly coordinators: string };
  readonly 'nobody-asked': { readonly name: string };
  readonly 'bound-elsewhere': OfOrganisation;
  readonly 'too-often': Most;
  /** `organisations`: their names. */
  readonly 'choose-organisation': { readonly organisations: string };
  readonly 'not-a-member': OfOrganisation;
  readonly 'coordinators-only': OfOrganisation;
  readonly 'unknown-case': OfCase;
  /** `code`: what whoever runs the product finds in its log. */
  readonly fault: { readonly code: string };
}

/**
 * What the sentence of each refusal may name. All of it can be absent: a refusal that is kept on a draft may be of an
 * earlier release, and some are told where a part is not known.
 */
export type RefusalParams = {
  readonly [Code in RefusalCode]: Code extends keyof Named ? Partial<Named[Code]> : object;
};

/** What any refusal may carry besides: no sentence names it. */
interface Besides {
  /** The input that is meant. */
  readonly field?: string;
  /** What became of what was asked for. */
  readonly state?: string;
  /** The person's own words. */
  readonly typed?: string;
}

/** The parameters of a refusal by its code; a refusal that no person meets has any. */
export type ParamsOf<Code extends string> = Code extends RefusalCode
  ? RefusalParams[Code] & Besides
  : Readonly<Record<string, string | number>>;
