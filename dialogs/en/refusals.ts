import type { RefusalSentences } from '../sentence-types.ts';
import { outreachRefusals } from './outreach-lines.ts';
import { cases } from './refusals-cases.ts';
import { fields } from './refusals-fields.ts';
import { turns } from './refusals-turns.ts';

/** Every refusal as a sentence: what was wrong and, where it helps, what to do. */
export const refusals: RefusalSentences = { ...fields, ...cases, ...outreachRefusals, ...turns };
