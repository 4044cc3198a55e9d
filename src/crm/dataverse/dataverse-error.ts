import { CrmError, type CrmErrorCode } from '../../app/ports/crm.ts';

/** Error codes of the Web API that are acted on (public table of error codes). */
export const FAULT = {
  resolved: '0x800404cf',
  openActivities: '0x8004440a',
  duplicate: '0x80040333',
  missingReference: '0x80060891',
  expiredChanges: '0x80044352',
} as const;

/** What the Web API answers with an error. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly retryAfterSeconds: number | null;
}

/**
 * An error answer as a `CrmError`. Its message and `detail` are made of status and code: the Web API's own words may
 * quote what was sent.
 */
export class DataverseError extends CrmError {
  readonly status: number;
  readonly fault: string;

  constructor(refusal: Refusal) {
    const [code, detail] = meaningOf(refusal);
    const { status, code: fault, retryAfterSeconds } = refusal;
    super(code, `Dataverse answered ${status} ${fault}`.trim(), {
      detail,
      ...(retryAfterSeconds !== null && { retryAfterSeconds }),
    });
    this.name = 'CrmError';
    this.status = status;
    this.fault = fault;
  }
}

/** Words of errors that come without a code of their own, and name what an administrator must make. */
const SETUP: readonly (readonly [RegExp, string])[] = [
  [/key in the request URI is not valid/i, 'key-missing'],
  [
    /undeclared property|could not find a property named|invalid property|does not exist on type/i,
    'column-missing',
  ],
  [/resource not found for the segment/i, 'table-missing'],
];

function meaningOf({ status, code, message }: Refusal): readonly [CrmErrorCode, string] {
  const said = code === '' || code === '0x0' ? `http-${status}` : code;
  const setup = [400, 404, 501].includes(status) && SETUP.find(([words]) => words.test(message));
  if (setup) return ['denied', setup[1]];
  switch (status) {
    case 401:
      return ['denied', 'sign-in'];
    case 403:
      return ['denied', said];
    case 408:
    case 429:
      return ['unavailable', said];
    case 412:
      return ['conflict', said];
    default:
      // Duplicate detection answers 500, and would answer so for ever.
      if (code === FAULT.duplicate) return ['rejected', said];
      if (code === FAULT.missingReference) return ['conflict', said];
      return [status >= 500 && status !== 501 ? 'unavailable' : 'rejected', said];
  }
}
