import type { IncomingHttpHeaders } from 'node:http';
import { refusalOf, type TokenRefusal } from '../app/api/api-caller.ts';
import type { Dependencies } from '../app/dependencies.ts';
import type { MessagePace, RateLimit } from '../app/message-pace.ts';
import type { ApiScope, ApiToken } from '../core/api-token.ts';
import type { Language } from '../core/vocabulary.ts';
import { type ApiResponse, languageOf, problemResponse } from './problem.ts';
import { isSecretOf, readToken } from './token-secret.ts';

/** A request's token, after it has been compared. */
export interface Caller {
  readonly token: ApiToken;
  readonly secret: string;
  readonly language: Language;
}

/** Requests of one token: far more than a busy switchboard, and few enough that a loop elsewhere holds nobody up. */
const LIMITS: readonly RateLimit[] = [[120, 60]];

/** What the API needs of the service. `pace` counts over all replicas. */
export interface ApiDeps {
  readonly deps: Dependencies;
  readonly pace: MessagePace;
  readonly log: (event: string, fields: Readonly<Record<string, string>>) => void;
}

/**
 * Lets a request in by its head alone: its caller, or the response that refuses it (401 without a good token, 403 where
 * its scope is another, 429 above the limit). Throws `StoreError`.
 */
export async function letIn(
  headers: IncomingHttpHeaders,
  scope: ApiScope,
  { deps, pace, log }: ApiDeps,
): Promise<Caller | { readonly refused: ApiResponse }> {
  const language = languageOf(headers);
  const refuse = (code: TokenRefusal, id = '') => {
    log('api.refused', { code, ...(id && { token: id }) });
    const challenge =
      code === 'token-scope'
        ? `Bearer realm="indgang", error="insufficient_scope", scope="${scope}"`
        : `Bearer realm="indgang"${code === 'token-missing' ? '' : ', error="invalid_token"'}`;
    return { refused: problemResponse(code, language, { headers: { 'www-authenticate': challenge } }) };
  };
  if (headers.authorization === undefined) return refuse('token-missing');
  const sent = readToken(headers.authorization);
  const known = sent && (await deps.unitOfWork.read((stores) => stores.api.token(sent.id)));
  if (!sent || !known || !isSecretOf(sent.secret, known.hash)) return refuse('token-refused');
  const refusal = refusalOf(known, scope, deps.clock.now());
  if (refusal) return refuse(refusal, known.id);
  const { waitMs, reserved } = await pace.reserve(`api/${known.id}`, LIMITS, 0);
  if (!reserved) {
    const headersOf = { 'retry-after': String(Math.max(1, Math.ceil(waitMs / 1_000))) };
    return { refused: problemResponse('too-many-requests', language, { headers: headersOf }) };
  }
  return { token: known, secret: sent.secret, language };
}
