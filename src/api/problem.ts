import type { IncomingHttpHeaders } from 'node:http';
import { type Sentences, sentencesIn } from '../../dialogs/sentences.ts';
import { LANGUAGES, type Language } from '../core/vocabulary.ts';

/** A response of the API. */
export interface ApiResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export type ProblemCode = keyof Sentences['api']['problems'];

/** The status of each problem. */
const PROBLEM_STATUS: Readonly<Record<ProblemCode, number>> = {
  'token-missing': 401,
  'token-refused': 401,
  'token-scope': 403,
  'token-organisation': 403,
  'organisation-needed': 422,
  'too-many-requests': 429,
  'key-needed': 400,
  'key-reused': 422,
  'not-json': 400,
  'fields-refused': 422,
  'case-refused': 409,
  'unknown-case': 404,
  'too-large': 413,
  'too-slow': 408,
  'wrong-type': 415,
  'not-read': 400,
  busy: 503,
  fault: 500,
};

/** What is wrong with one field. */
export interface FieldError {
  readonly field: string;
  readonly code: string;
  readonly detail: string;
}

/** The requester's language by `Accept-Language`; Danish where neither is asked for. */
export function languageOf({ 'accept-language': accepted = '' }: IncomingHttpHeaders): Language {
  const wanted = accepted.split(',').map((part) => {
    const [tag = '', ...rest] = part.trim().toLowerCase().split(';');
    const quality = /^q=([\d.]+)$/.exec(rest.map((one) => one.trim()).join(''))?.[1];
    return { language: tag.split('-')[0] ?? '', quality: quality === undefined ? 1 : Number(quality) };
  });
  const [best] = wanted
    .filter(({ language, quality }) => quality > 0 && LANGUAGES.some((one) => one === language))
    .toSorted((a, b) => b.quality - a.quality);
  return LANGUAGES.find((language) => language === best?.language) ?? 'da';
}

/** A problem as RFC 9457 writes it, with `code` for programs and `errors` where single fields are wrong. */
export function problemResponse(
  code: ProblemCode,
  language: Language,
  more: {
    readonly errors?: readonly FieldError[];
    readonly detail?: string;
    readonly headers?: Record<string, string>;
  } = {},
): ApiResponse {
  const { title, detail } = sentencesIn(language).api.problems[code];
  const status = PROBLEM_STATUS[code];
  const { errors, headers } = more;
  return {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'content-language': language,
      'cache-control': 'no-store',
      ...headers,
    },
    body: JSON.stringify({
      type: `urn:indgang:problem:${code}`,
      title,
      status,
      detail: more.detail ?? detail,
      code,
      ...(errors && { errors }),
    }),
  };
}

/** The problem that a status of the server itself is, before a route is asked or after it failed. */
export function problemOfStatus(status: number, headers: IncomingHttpHeaders): ApiResponse {
  const codes: Readonly<Record<number, ProblemCode>> = {
    400: 'not-read',
    408: 'too-slow',
    413: 'too-large',
    415: 'wrong-type',
    503: 'busy',
  };
  return problemResponse(codes[status] ?? 'fault', languageOf(headers));
}

export function jsonResponse(
  status: number,
  body: unknown,
  language: Language,
  headers: Readonly<Record<string, string>> = {},
): ApiResponse {
  return {
    status,
    headers: {
      'content-type': 'application/json',
      'content-language': language,
      'cache-control': 'no-store',
      ...headers,
    },
    body: JSON.stringify(body),
  };
}
