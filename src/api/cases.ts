import { readCase } from '../app/api/read-case.ts';
import type { Dependencies } from '../app/dependencies.ts';
import type { Caller } from './let-in.ts';
import { type ApiResponse, jsonResponse, problemResponse } from './problem.ts';

/** Answers `GET /api/cases/{id}` of a token that has been let in. Throws `StoreError`. */
export async function getCase(
  typed: string,
  { token, language }: Caller,
  deps: Dependencies,
): Promise<ApiResponse> {
  const id = typed.trim().toUpperCase();
  const record = /^[A-Z0-9]{4}-[A-Z0-9]{4}$/.test(id) ? await readCase(id, token, deps) : undefined;
  return record ? jsonResponse(200, record, language) : problemResponse('unknown-case', language);
}
