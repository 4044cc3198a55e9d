import type { ApiToken } from '../../../core/api-token.ts';

/** What was answered to a request that may be sent again. Ids and codes only. */
export interface KeptAnswer {
  /** A keyed hash of the request's body. */
  readonly body: string;
  readonly answer: unknown;
}

/** The tokens of the API, and its answers by idempotency key. */
export interface ApiReader {
  token(id: string): Promise<ApiToken | undefined>;
  tokens(): Promise<readonly ApiToken[]>;
  /** The answer to the token's request with this key; `key` is a keyed hash of what was sent. */
  answerTo(token: string, key: string): Promise<KeptAnswer | undefined>;
}

export interface ApiStore extends ApiReader {
  saveToken(token: ApiToken): Promise<void>;
  keepAnswer(token: string, key: string, kept: KeptAnswer, at: string): Promise<void>;
  /** Forgets answers kept before the instant. Returns how many. */
  forgetAnswersBefore(instant: string): Promise<number>;
}
