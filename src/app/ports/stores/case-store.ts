import type { BoardFilter, BoardList } from '../../../core/board.ts';
import type { Case } from '../../../core/case/case.ts';
import type { CaseFilter } from '../../../core/command.ts';
import type { MunicipalityCode } from '../../../core/municipalities.ts';
import type { OrganisationId } from '../../../core/organisation.ts';

/** A page of one of the lists of `sager`, for a person and the organisation they act for. */
export interface CaseQuery {
  readonly filter: CaseFilter;
  readonly person: string;
  readonly organisation: OrganisationId;
  readonly now: string;
  readonly limit: number;
  readonly offset: number;
}

/** A page of each list of an organisation's board, for one of its people. */
export interface BoardQuery extends BoardFilter {
  /** Left out: of every list. */
  readonly list?: BoardList | undefined;
  readonly person: string;
  readonly organisation: OrganisationId;
  readonly now: string;
  readonly limit: number;
  readonly offset: number;
}

/** The cases of one list of a board on a page, and how many the list has. */
export interface BoardCases {
  readonly total: number;
  readonly cases: readonly Case[];
}

/** What cases are searched for: of each list one text at least must stand in the case's folded names. */
export interface NameQuery {
  readonly parts: readonly (readonly string[])[];
  /** Its own cases come first. */
  readonly organisation: OrganisationId;
  readonly limit: number;
}

/** Cases. A case is one document with a revision; instants are ISO. */
export interface CaseReader {
  get(id: string): Promise<Case | undefined>;
  /** Ids of cases whose next step has fallen due, earliest first. */
  withStepDue(now: string, limit: number): Promise<readonly string[]>;
  /** Ids of closed cases with an open follow-up whose last reminder is still to come, but whose next step is not known. */
  followUpsWithoutStep(limit: number): Promise<readonly string[]>;
  /** All cases of the company, running or not, newest first. */
  ofCompany(cvr: string): Promise<readonly Case[]>;
  /** Ids, in order and after `after`, of cases that ended before the instant and are not yet anonymous. */
  endedBefore(
    instant: string,
    page: { readonly after: string; readonly limit: number; readonly withoutCvr?: boolean },
  ): Promise<readonly string[]>;
  /**
   * Of the next `scan` cases after `after`: active cases without a card at the organisation that must act, and cases
   * whose CRM record is behind, where no outbox row is under way that would change it. `next` null: the end.
   */
  unseen(
    after: string,
    scan: number,
  ): Promise<{
    readonly found: readonly { readonly caseId: string; readonly lacks: 'card' | 'crm' }[];
    readonly next: string | null;
  }>;
  /** Active cases whose assignee is no member of their owner, in order of id. */
  withoutTheirAssignee(limit: number): Promise<readonly Case[]>;
  /** The owners of active cases, as stored: an owner may no longer exist. */
  owners(): Promise<readonly string[]>;
  ofOwner(owner: string, limit: number): Promise<readonly Case[]>;
  /** Cases with an open offer to the organisation. */
  offeredTo(organisation: OrganisationId): Promise<readonly Case[]>;
  /** Every case in order of id, a page at a time. */
  page(after: string, limit: number): Promise<readonly Case[]>;
  /**
   * Cases that may be of the municipality and were created since the instant, a page in order of id; the caller judges
   * them. Erased ones are not there.
   */
  inMunicipality(
    municipality: MunicipalityCode,
    since: string,
    page: { readonly after: string; readonly limit: number },
  ): Promise<readonly Case[]>;
  /** The revision that was last saved to the CRM; 0 for none. */
  crmRevision(id: string): Promise<number>;
  /** The case whose record has this id in the CRM; null where there is none. */
  idInCrm(crmId: string): Promise<string | null>;
  /** How many cases are in the embedded CRM, by the id under which they are in a CRM. */
  inEmbeddedCrm(): Promise<number>;
  /** Ids of the cases after `after` up to and including `last` whose present revision the CRM has. */
  currentInCrm(after: string, last: string): Promise<readonly string[]>;
  /** How many cases the CRM has in their present revision, and how many not. */
  inCrm(): Promise<{ readonly current: number; readonly behind: number }>;
  /** The company's running cases, newest first. */
  running(cvr: string): Promise<readonly Case[]>;
  /**
   * Cases whose company, contact person or telephone number may be the one searched for, however they ended; the
   * caller judges them. The organisation's own come first, then active ones, then the newest.
   */
  named(query: NameQuery): Promise<readonly Case[]>;
  list(query: CaseQuery): Promise<{ readonly cases: readonly Case[]; readonly total: number }>;
  /** A page of each list, urgent cases first, then by due time. A list without a case on the page is left out. */
  board(query: BoardQuery): Promise<ReadonlyMap<BoardList, BoardCases>>;
}

export interface CaseStore extends CaseReader {
  /** `nextStepAt`: when the clock next acts on the case (`promise/steps.ts`). */
  insert(kase: Case, nextStepAt: string | null): Promise<void>;
  /** Saves the case if the stored revision still is `expected`; false otherwise. */
  update(kase: Case, expected: number, nextStepAt: string | null): Promise<boolean>;
  /** Sets when the clock next acts on the case, and nothing else. */
  saveNextStep(id: string, nextStepAt: string): Promise<void>;
  saveCrmRevision(id: string, revision: number, crmId: string): Promise<void>;
}
