import type { MunicipalityCode } from '../municipalities.ts';
import type { OrganisationId } from '../organisation.ts';
import type { Area, Depth, Direction, Entry, Maturity, OwnerActor, Segment, Stage } from '../vocabulary.ts';

/** A need: an area and, where known, its depth. */
export interface Need {
  readonly area: Area;
  readonly depth?: Depth | undefined;
}

/** The known facts of the company. Absent values are unknown. */
export interface CompanyFacts {
  readonly cvr?: string | undefined;
  readonly name?: string | undefined;
  readonly form?: string | undefined;
  /** ISO date, `YYYY-MM-DD`. */
  readonly founded?: string | undefined;
  readonly employees?: number | undefined;
  readonly turnoverDkk?: number | undefined;
  readonly externalFundingDkk?: number | undefined;
  readonly advertisingProtected?: boolean | undefined;
}

/** An owner in facts and decisions. The organisation of a digital owner is `digital`. */
export interface Owner {
  readonly actor: OwnerActor;
  readonly organisation: OrganisationId | 'digital';
}

/** The facts for triage (contracts, "Triage facts"). Only `municipality` and `entry` are required. */
export interface TriageFacts {
  readonly entry: Entry;
  readonly municipality: MunicipalityCode;
  readonly direction?: Direction | undefined;
  readonly entryOrganisation?: OrganisationId | undefined;
  readonly stage?: Stage | undefined;
  readonly maturity?: Maturity | undefined;
  readonly segment?: Segment | undefined;
  readonly crisis?: boolean | undefined;
  readonly clarified?: boolean | undefined;
  readonly company?: CompanyFacts | undefined;
  readonly needs?: readonly Need[] | undefined;
  readonly history?:
    | {
        readonly returns?: number | undefined;
        readonly openCase?: { readonly id: string; readonly owner: Owner } | null | undefined;
      }
    | undefined;
  /** ISO date that fixes the clock for reproducible decisions. */
  readonly today?: string | undefined;
}
