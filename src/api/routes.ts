import type { PostRoute, Route } from '../http/server.ts';
import { getCase } from './cases.ts';
import { postEnquiry, readKey } from './enquiries.ts';
import { type ApiDeps, letIn } from './let-in.ts';
import { languageOf, problemOfStatus, problemResponse } from './problem.ts';

/** The most bytes of an enquiry: its description has the most characters of a text in chat. */
const MAX_ENQUIRY_BYTES = 65_536;

/** The routes of the API for other systems. */
export function apiRoutes(api: ApiDeps): readonly Route[] {
  const enquiries: PostRoute = {
    method: 'post',
    path: '/api/enquiries',
    types: ['application/json'],
    maxBytes: MAX_ENQUIRY_BYTES,
    refuse: problemOfStatus,
    async enter({ headers }) {
      const caller = await letIn(headers, 'enquiries:write', api);
      if ('refused' in caller) return caller.refused;
      const key = readKey(headers['idempotency-key']);
      if (key === undefined) return problemResponse('key-needed', languageOf(headers));
      return (body) => postEnquiry(body, key, caller, api.deps);
    },
  };
  const cases: Route = {
    method: 'get',
    path: '/api/cases/:id',
    refuse: problemOfStatus,
    async handle({ headers, params }) {
      const caller = await letIn(headers, 'cases:read', api);
      return 'refused' in caller ? caller.refused : getCase(params.id ?? '', caller, api.deps);
    },
  };
  return [enquiries, cases];
}
