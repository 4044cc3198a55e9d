import type { DataverseError } from './dataverse-error.ts';

/** One request to the Web API. `path` is what follows `/api/data/v9.2/`, or a whole address that an answer gave. */
export interface Request {
  readonly method: 'GET' | 'PATCH' | 'POST' | 'DELETE';
  readonly path: string;
  /** An object as JSON, or a text as it is. */
  readonly body?: object | string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds after which it is given up, where they are others than the client's. */
  readonly ceiling?: number;
}

/** A successful answer. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** The sign-in. `renew`: the last token was refused. Throws `CrmError`. */
export type TokenSource = (renew: boolean, signal?: AbortSignal) => Promise<string>;

export interface DataverseClient {
  /** Throws `CrmError`; for an error answer a `DataverseError`. */
  send(request: Request, by: Caller): Promise<Answer>;
  /**
   * Several requests in one `$batch`, each on its own: one that fails stops no other. The results in order, an error
   * for each that failed.
   */
  sendAll(requests: readonly Request[], by: Caller): Promise<readonly (Answer | DataverseError)[]>;
}

/** On whose behalf a request goes: a colleague's Entra object id, or null for the application user. */
export interface Caller {
  readonly author?: string | null;
  readonly signal?: AbortSignal | undefined;
}
