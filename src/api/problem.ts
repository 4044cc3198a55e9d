import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import { type Sentences, sentencesIn } from '../../dialogs/sentences.ts';
import { LANGUAGES, type Language } from '../core/vocabulary.ts';
import type { OperationId } from './operations.ts';

/** A response of the API. */
export interface ApiResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export type ProblemCode = keyof Sentences['api']['problems'];

const READING: readonly OperationId[] = ['postEnquiry'];
const WITH_TOKEN: readonly OperationId[] = ['postEnquiry', 'getCase'];

/**
 * Every problem: its status, and the operations that may answer with it. The one list of them: the responses, the API's
 * own description and its tests are made from it.
 */
export const PROBLEMS: Readonly<
  Record<ProblemCode, { readonly status: number; readonly of: readonly OperationId[] }>
> = {
  'token-missing': { status: 401, of: WITH_TOKEN },
  'token-refused': { status: 401, of: WITH_TOKEN },
  'token-scope': { status: 403, of: WITH_TOKEN },
  'token-organisation': { status: 403, of: READING },
  'organisation-needed': { status: 422, of: READING },
  'too-many-requests': { status: 429, of: WITH_TOKEN },
  'key-needed': { status: 400, of: READING },
  'key-reused': { status: 422, of: READING },
  'not-json': { status: 400, of: READING },
  'fields-refused': { status: 422, of: READING },
  'case-refused': { status: 409, of: READING },
  'unknown-case': { status: 404, of: ['getCase'] },
  'too-large': { status: 413, of: READING },
  'too-slow': { status: 408, of: READING },
  'wrong-type': { status: 415, of: READING },
  'not-read': { status: 400, of: READING },
  'register-away': { status: 503, of: READING },
  busy: { status: 503, of: READING },
  fault: { status: 500, of: WITH_TOKEN },
};

/** What is wrong with one field. */
export const fieldError = z.strictObject({
  field: z.string().meta({ description: 'Its name; of one that is not known, the beginning' }),
  code: z.string().meta({ description: 'For programs; it stays as it is' }),
  detail: z.string().meta({ description: 'For people, in the language asked for' }),
});
export type FieldError = z.infer<typeof fieldError>;

/** A problem as RFC 9457 writes it. */
export const problemBody = z.strictObject({
  type: z.string().meta({ description: '`urn:indgang:problem:` and the code' }),
  title: z.string(),
  status: z.int(),
  detail: z.string().meta({ description: 'What to do about it, in the language asked for' }),
  code: z.enum(Object.keys(PROBLEMS) as ProblemCode[]),
  errors: z.array(fieldError).optional().meta({ description: 'Where single fields are wrong' }),
});

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
  const { status } = PROBLEMS[code];
  const { errors, headers } = more;
  const body: z.infer<typeof problemBody> = {
    type: `urn:indgang:problem:${code}`,
    title,
    status,
    detail: more.detail ?? detail,
    code,
    ...(errors && { errors: [...errors] }),
  };
  return {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'content-language': language,
      'cache-control': 'no-store',
      ...headers,
    },
    body: JSON.stringify(body),
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
