import type { CompanyStanding } from '../../core/company-standing.ts';
import type { MunicipalityCode } from '../../core/municipalities.ts';

/** A company as the register holds it. Dates are ISO. */
export interface RegisteredCompany {
  readonly cvr: string;
  readonly name: string;
  readonly municipality: MunicipalityCode | null;
  /** ISO date. */
  readonly founded: string | null;
  /** Company form as the register writes it: `Anpartsselskab`, short form `ApS`. */
  readonly form: string | null;
  readonly employees: number | null;
  readonly advertisingProtected: boolean | null;
  /** Its standing today. */
  readonly standing: CompanyStanding;
  readonly pNumbers: readonly {
    readonly pNumber: string;
    readonly name: string;
    readonly municipality: MunicipalityCode | null;
  }[];
}

export type RegisterAnswer<T> =
  | { readonly state: 'found'; readonly value: T }
  | { readonly state: 'not-found' }
  | { readonly state: 'unavailable'; readonly code: 'timeout' | 'down' | 'refused' };

/** The company register. Never throws: intake goes on without it. `signal` cancels a look-up. */
export interface CompanyRegister {
  findByCvr(cvr: string, signal?: AbortSignal): Promise<RegisterAnswer<RegisteredCompany>>;
  searchByName(
    name: string,
    limit: number,
    signal?: AbortSignal,
  ): Promise<RegisterAnswer<readonly RegisteredCompany[]>>;
}
