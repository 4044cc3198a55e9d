import { z } from 'zod';
import { CrmError } from '../../app/ports/crm.ts';
import { batchBody, readBatch } from './batch.ts';
import { DataverseError, type Refusal } from './dataverse-error.ts';
import type { Answer, Caller, DataverseClient, Request, TokenSource } from './web-request.ts';

export interface ClientDeps {
  /** `https://<organisation>.crm4.dynamics.com`. */
  readonly url: string;
  readonly token: TokenSource;
  /** Milliseconds after which a request is given up, whoever asked. */
  readonly ceiling?: number;
}

const CEILING = 10_000;

const errorShape = z.object({
  error: z.object({ code: z.string().nullish(), message: z.string().nullish() }),
});
const BATCH = 'batch_indgang';
/** Colleagues remembered who may not act. */
const MOST_REFUSED = 1_000;

const COMMON = { Accept: 'application/json', 'OData-MaxVersion': '4.0', 'OData-Version': '4.0' };

/** The refusal that an error answer is. A gateway's answer is a page, not the Web API's error. */
function refusalOf(status: number, retryAfter: string | null, text: string): Refusal {
  let read: z.output<typeof errorShape> | undefined;
  try {
    read = errorShape.safeParse(JSON.parse(text)).data;
  } catch {
    read = undefined;
  }
  const seconds = retryAfter === null ? Number.NaN : Number(retryAfter);
  return {
    status,
    code: read?.error.code?.toLowerCase() ?? '',
    message: read?.error.message ?? '',
    retryAfterSeconds: Number.isFinite(seconds) && seconds >= 0 ? seconds : null,
  };
}

/** A client of the Dataverse Web API v9.2. It retries nothing but a sign-in and a colleague who may not act. */
export function createDataverseClient(deps: ClientDeps): DataverseClient {
  const client = new HttpClient(deps);
  return {
    send: (request, by) => client.send(request, by),
    sendAll: (requests, by) => client.sendAll(requests, by),
  };
}

class HttpClient implements DataverseClient {
  readonly #base: string;
  readonly #token: TokenSource;
  readonly #ceiling: number;
  /** Colleagues who are no users of the organisation: their requests go as the application user. */
  readonly #refusedAuthors = new Set<string>();

  constructor({ url, token, ceiling = CEILING }: ClientDeps) {
    this.#base = `${url.replace(/\/+$/, '')}/api/data/v9.2/`;
    this.#token = token;
    this.#ceiling = ceiling;
  }

  async send(request: Request, by: Caller): Promise<Answer> {
    const { response, text } = await this.#attempt(request, by);
    if (response.ok) return { status: response.status, body: bodyOf(text, response.headers) };
    if (response.status === 403 && this.#hasAuthor(by))
      return this.#withoutAuthor(by, (nobody) => this.send(request, nobody));
    throw new DataverseError(refusalOf(response.status, response.headers.get('Retry-After'), text));
  }

  async sendAll(requests: readonly Request[], by: Caller): Promise<readonly (Answer | DataverseError)[]> {
    const [only] = requests;
    if (!only) return [];
    if (requests.length === 1) return [await this.send(only, by).catch(asResult)];
    const answer = await this.send(
      {
        method: 'POST',
        path: '$batch',
        body: batchBody(requests, BATCH, new URL(this.#base).pathname),
        headers: {
          'Content-Type': `multipart/mixed; boundary="${BATCH}"`,
          Accept: 'multipart/mixed',
          Prefer: 'odata.continue-on-error',
        },
      },
      by,
    );
    const parts = readBatch(answer.body);
    if (parts.length !== requests.length)
      throw new CrmError('unavailable', 'Dataverse answered a part of the batch only');
    // Each part may be sent again: the rows have keys.
    if (parts.some(({ status }) => status === 403) && this.#hasAuthor(by))
      return this.#withoutAuthor(by, (nobody) => this.sendAll(requests, nobody));
    return parts.map(({ status, text, retryAfter }) =>
      status < 300 ? { status, body: jsonOf(text) } : new DataverseError(refusalOf(status, retryAfter, text)),
    );
  }

  /** Whether a request goes on behalf of a colleague. */
  #hasAuthor({ author }: Caller): boolean {
    return typeof author === 'string' && !this.#refusedAuthors.has(author);
  }

  /**
   * Tries again as the application user. A colleague is remembered as one who may not act only where that succeeds: a
   * refusal may be about a privilege of the application user.
   */
  async #withoutAuthor<T extends Answer | readonly (Answer | DataverseError)[]>(
    { author, signal }: Caller,
    work: (nobody: Caller) => Promise<T>,
  ): Promise<T> {
    const done = await work({ signal });
    const isRefused =
      Array.isArray(done) && done.some((one) => one instanceof DataverseError && one.status === 403);
    if (isRefused || typeof author !== 'string') return done;
    if (this.#refusedAuthors.size >= MOST_REFUSED) this.#refusedAuthors.clear();
    this.#refusedAuthors.add(author);
    return done;
  }

  async #attempt(request: Request, given: Caller): Promise<{ response: Response; text: string }> {
    const ceiling = AbortSignal.timeout(request.ceiling ?? this.#ceiling);
    const by = { ...given, signal: given.signal ? AbortSignal.any([given.signal, ceiling]) : ceiling };
    let response = await this.#fetch(request, by, false);
    if (response.status === 401) {
      await response.body?.cancel();
      response = await this.#fetch(request, by, true);
    }
    try {
      return { response, text: await response.text() };
    } catch (cause) {
      throw new CrmError('unavailable', 'Dataverse broke off its answer', { cause });
    }
  }

  async #fetch(request: Request, by: Caller, renew: boolean): Promise<Response> {
    const { method, path, body, headers } = request;
    const address = this.#addressOf(path);
    const bearer = await this.#token(renew, by.signal);
    const author = by.author && !this.#refusedAuthors.has(by.author) ? by.author : null;
    try {
      return await fetch(address, {
        method,
        redirect: 'error',
        ...(by.signal && { signal: by.signal }),
        headers: {
          ...COMMON,
          // The documentation asks for it, so that no cache between answers.
          ...(method === 'GET' && { 'If-None-Match': 'null' }),
          ...(typeof body === 'object' && { 'Content-Type': 'application/json' }),
          ...(author !== null && { CallerObjectId: author }),
          ...headers,
          Authorization: `Bearer ${bearer}`,
        },
        ...(body && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
    } catch (cause) {
      throw new CrmError('unavailable', 'Dataverse could not be reached', {
        cause,
        detail: networkCode(cause),
      });
    }
  }

  #addressOf(path: string): URL {
    const address = new URL(path, this.#base);
    // A link in an answer must not send the token elsewhere.
    if (!address.href.startsWith(this.#base))
      throw new CrmError('unavailable', 'Dataverse gave a foreign address');
    return address;
  }
}

function asResult(error: unknown): DataverseError {
  if (error instanceof DataverseError) return error;
  throw error;
}

/** Why a request had no answer, as the code of Node or `redirected`: an organisation's own address never redirects. */
function networkCode(error: unknown): string {
  const cause = error instanceof Error ? error.cause : null;
  if (!(cause instanceof Error)) return 'no-answer';
  if (/redirect/.test(cause.message)) return 'redirected';
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : 'no-answer';
}

function bodyOf(text: string, headers: Headers): unknown {
  const type = headers.get('Content-Type') ?? '';
  if (type.startsWith('multipart/')) return { type, text };
  return jsonOf(text);
}

function jsonOf(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new CrmError('unavailable', 'Dataverse answered something that is no JSON', { cause });
  }
}
