import type { ApiScope } from '../core/api-token.ts';

/** What other systems may ask for. */
interface Operation {
  readonly method: 'get' | 'post';
  /** As OpenAPI writes it: `/api/cases/{id}`. */
  readonly path: `/api/${string}`;
  /** What a token must be good for; null: no token is needed. */
  readonly scope: ApiScope | null;
  readonly summary: string;
  readonly description: string;
}

/** The operations of the API. Routes and description are made from them. */
export const OPERATIONS = {
  postEnquiry: {
    method: 'post',
    path: '/api/enquiries',
    scope: 'enquiries:write',
    summary: 'Opens a case, or adds to the one that the company has',
    description:
      'The same masking, look-ups, checks and triage as in chat. `201` means that the enquiry is stored. Whoever gets no answer sends it again with the same `Idempotency-Key`: within 30 days it is answered as before.',
  },
  getCase: {
    method: 'get',
    path: '/api/cases/{id}',
    scope: 'cases:read',
    summary: 'The record of a case',
    description:
      'What the basis of the case and the organisations of the token may see of it; the rest is null or an empty list. Each read is noted in the audit.',
  },
  getDescription: {
    method: 'get',
    path: '/api/openapi.json',
    scope: null,
    summary: 'This description',
    description: 'OpenAPI 3.1. It needs no token.',
  },
} as const satisfies Readonly<Record<string, Operation>>;

export type OperationId = keyof typeof OPERATIONS;

/** The path as the server's routes write it: `/api/cases/:id`. */
export function routePath(id: OperationId): string {
  return OPERATIONS[id].path.replace(/\{(\w+)\}/g, ':$1');
}
