import type { PostRoute, Route } from '../http/server.ts';
import { getCase } from './cases.ts';
import { postEnquiry, readKey } from './enquiries.ts';
import { type ApiDeps, letIn } from './let-in.ts';
import { describeApi } from './openapi.ts';
import { OPERATIONS, routePath } from './operations.ts';
import { languageOf, problemOfStatus, problemResponse } from './problem.ts';

/** The most bytes of an enquiry: its description has the most characters of a text in chat. */
const MAX_ENQUIRY_BYTES = 65_536;

/** Seconds for which a copy of the API's description is good. */
const DESCRIPTION_SECONDS = 300;

/** The routes of the API for other systems. */
export function apiRoutes(api: ApiDeps): readonly Route[] {
  const enquiries: PostRoute = {
    method: 'post',
    path: routePath('postEnquiry'),
    types: ['application/json'],
    maxBytes: MAX_ENQUIRY_BYTES,
    refuse: problemOfStatus,
    async enter({ headers }) {
      const caller = await letIn(headers, OPERATIONS.postEnquiry.scope, api);
      if ('refused' in caller) return caller.refused;
      const key = readKey(headers['idempotency-key']);
      if (key === undefined) return problemResponse('key-needed', languageOf(headers));
      return (body) => postEnquiry(body, key, caller, api.deps);
    },
  };
  const cases: Route = {
    method: 'get',
    path: routePath('getCase'),
    refuse: problemOfStatus,
    async handle({ headers, params }) {
      const caller = await letIn(headers, OPERATIONS.getCase.scope, api);
      return 'refused' in caller ? caller.refused : getCase(params.id ?? '', caller, api.deps);
    },
  };
  return [enquiries, cases, descriptionRoute()];
}

function descriptionRoute(): Route {
  let body: string | undefined;
  return {
    method: 'get',
    path: routePath('getDescription'),
    async handle() {
      // Made when somebody first asks for it: most services are never asked.
      body ??= JSON.stringify(describeApi());
      const headers = {
        'content-type': 'application/json',
        'cache-control': `public, max-age=${DESCRIPTION_SECONDS}`,
      };
      return { status: 200, headers, body };
    },
  };
}
