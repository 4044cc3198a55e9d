import type { RefusalCode } from '../src/core/refusal-codes.ts';
import type { RefusalParams } from '../src/core/refusal-params.ts';
import type { Sentence } from './sentence.ts';

/** A sentence for every refusal; what it names can be absent, so it stands in a `part`. */
export type RefusalSentences = { readonly [Code in RefusalCode]: Sentence<RefusalParams[Code]> };
