import type { RefusalCode } from './refusal-codes.ts';
import type { ParamsOf } from './refusal-params.ts';

/**
 * An expected refusal: a value, not an exception. Callers switch on `code`; `params` hold the ids, codes and numbers
 * for the sentence in `dialogs/refusal-words.ts`. Every refusal that a person can meet has a `RefusalCode`.
 */
export interface Refusal<Code extends string = RefusalCode> {
  readonly code: Code;
  readonly params?: ParamsOf<Code>;
}

export type Result<Value, Code extends string = RefusalCode> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal<Code> };

export function ok<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value };
}

export function refuse<const Code extends string>(
  code: Code,
  params?: ParamsOf<Code>,
): { ok: false; refusal: Refusal<Code> } {
  return { ok: false, refusal: params === undefined ? { code } : { code, params } };
}
