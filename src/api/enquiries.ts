import { refusalWords } from '../../dialogs/refusal-words.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import { type EnquiryResult, type NewEnquiry, takeEnquiry } from '../app/api/take-enquiry.ts';
import type { Dependencies } from '../app/dependencies.ts';
import type { FieldProblem } from '../core/intake/draft.ts';
import { type OrganisationId, parseOrganisation } from '../core/organisation.ts';
import type { Language } from '../core/vocabulary.ts';
import type { EnquiryAnswer } from './enquiry-answer.ts';
import { enquiryBody, inputOf } from './enquiry-body.ts';
import type { Caller } from './let-in.ts';
import { type ApiResponse, type FieldError, jsonResponse, problemResponse } from './problem.ts';
import { keyedHash } from './token-secret.ts';

/** How long after the contact an enquiry may come in: a system that was away for a holiday sends what it kept. */
const OLDEST_DAYS = 30;
const DAY_MS = 86_400_000;
/** Seconds after which an enquiry that only the register can place may be sent again. */
const REGISTER_SECONDS = 300;
/** How far another system's clock may be ahead. */
const AHEAD_MS = 5 * 60_000;

/** The key of an `Idempotency-Key` header, with or without the quotes of a structured field. Undefined: not usable. */
export function readKey(header: string | string[] | undefined): string | undefined {
  const key = typeof header === 'string' ? header.trim().replace(/^"(.*)"$/, '$1') : '';
  return /^[\x21-\x7e]{1,200}$/.test(key) ? key : undefined;
}

/** Answers `POST /api/enquiries` of a token that has been let in. Throws `StoreError`. */
export async function postEnquiry(
  bytes: Buffer,
  key: string,
  { token, secret, language }: Caller,
  deps: Dependencies,
): Promise<ApiResponse> {
  const refuse = (errors: readonly FieldError[]) => problemResponse('fields-refused', language, { errors });
  const json = readJson(bytes);
  if (json === undefined) return problemResponse('not-json', language);
  const read = enquiryBody.safeParse(json);
  if (!read.success) return refuse(shapeErrors(read.error.issues, language));
  const organisation = receiverOf(read.data.organisation, token.organisations);
  if (typeof organisation === 'object') return problemResponse(organisation.code, language);
  const contactedAt = readInstant(read.data.contactedAt ?? null, deps.clock.now(), language);
  if (contactedAt !== null && typeof contactedAt === 'object') return refuse([contactedAt]);
  const given: NewEnquiry = {
    token,
    organisation,
    input: inputOf(read.data),
    newNeed: read.data.newNeed ?? false,
    contactedAt,
    key: keyedHash(secret, `key ${key}`),
    body: keyedHash(secret, bytes),
  };
  return answerTo(await takeEnquiry(given, deps), language, deps.clock.now());
}

function readJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch {
    return undefined;
  }
}

/** The organisation that received the enquiry: the one named, else the token's only one. */
function receiverOf(
  named: string | null | undefined,
  ofToken: readonly OrganisationId[],
): OrganisationId | { readonly code: 'token-organisation' | 'organisation-needed' } {
  const [only, ...more] = ofToken;
  const asked = named ? parseOrganisation(named) : undefined;
  if (asked) return ofToken.includes(asked) ? asked : { code: 'token-organisation' };
  return only === undefined || more.length > 0 ? { code: 'organisation-needed' } : only;
}

/** The instant in UTC; null: not given, so now. An instant that is a little ahead is now. */
function readInstant(typed: string | null, now: string, language: Language): string | null | FieldError {
  if (typed === null) return null;
  const { fields } = sentencesIn(language).api;
  const wrong = (code: Exclude<keyof typeof fields, 'instant-too-old'>): FieldError => ({
    field: 'contactedAt',
    code,
    detail: fields[code],
  });
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(typed)
    ? Date.parse(typed)
    : NaN;
  if (Number.isNaN(at)) return wrong('not-an-instant');
  const since = Date.parse(now) - at;
  if (since < -AHEAD_MS) return wrong('instant-ahead');
  if (since > OLDEST_DAYS * DAY_MS)
    return {
      field: 'contactedAt',
      code: 'instant-too-old',
      detail: fields['instant-too-old'](OLDEST_DAYS),
    };
  return since < 0 ? now : new Date(at).toISOString();
}

interface Issue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly keys?: readonly string[];
}

/** What is wrong with the shape of a body. A field's name is the sender's own text: only its beginning is given back. */
function shapeErrors(issues: readonly Issue[], language: Language): readonly FieldError[] {
  const { fields } = sentencesIn(language).api;
  return issues
    .flatMap(({ code, path, keys }): FieldError[] =>
      code === 'unrecognized_keys'
        ? (keys ?? []).map((key) => ({
            field: key.slice(0, 60).toWellFormed(),
            code: 'unknown-field',
            detail: fields['unknown-field'],
          }))
        : [{ field: path.map(String).join('.'), code: 'wrong-type', detail: fields['wrong-type'] }],
    )
    .slice(0, 50);
}

function fieldErrors(
  problems: readonly FieldProblem[],
  language: Language,
  now: string,
): readonly FieldError[] {
  return problems.map(({ field, refusal }) => ({
    field,
    code: refusal.code,
    detail: refusalWords(refusal, language, now),
  }));
}

function answerTo(result: EnquiryResult, language: Language, now: string): ApiResponse {
  switch (result.kind) {
    case 'taken': {
      const { enquiry, again, remarks } = result;
      const body: EnquiryAnswer = { ...enquiry, remarks: [...fieldErrors(remarks, language, now)] };
      return jsonResponse(201, body, language, {
        location: `/api/cases/${enquiry.caseId}`,
        ...(again && { 'idempotency-replayed': 'true' }),
      });
    }
    case 'problems':
      return problemResponse('fields-refused', language, {
        errors: fieldErrors(result.problems, language, now),
      });
    case 'refused':
      return result.refusal.code === 'too-often'
        ? problemResponse('too-many-requests', language, { headers: { 'retry-after': '3600' } })
        : problemResponse('case-refused', language, { detail: refusalWords(result.refusal, language, now) });
    case 'register-away':
      return problemResponse(result.kind, language, { headers: { 'retry-after': String(REGISTER_SECONDS) } });
    case 'key-reused':
    case 'token-refused':
    case 'token-scope':
      return problemResponse(result.kind, language);
    default: {
      const never: never = result;
      return never;
    }
  }
}
