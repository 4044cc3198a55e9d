import type { Draft } from '../core/intake/draft.ts';
import { maskTogether } from './mask-together.ts';
import type { MaskCpr } from './ports/language-model.ts';

/** The intake's free-text fields about a person: a CPR number may be split over them. */
const FREE_FIELDS = [
  'companyName',
  'contactName',
  'contactPhone',
  'contactEmail',
  'description',
  'noTool',
] as const;

/**
 * The intake without CPR numbers that only its parts together make: one message, form or answer had the beginning,
 * the next one the end. `removed` counts them.
 */
export function maskDraft(
  draft: Draft,
  maskCpr: MaskCpr,
): { readonly draft: Draft; readonly removed: number } {
  const texts: Record<string, string> = {};
  for (const field of FREE_FIELDS) {
    const text = draft.values[field];
    if (text !== undefined) texts[field] = text;
  }
  const description = maskCpr(texts.description ?? '');
  if (description.removed > 0) texts.description = description.text;
  for (const [at, { field, typed }] of draft.rejected.entries()) texts[`${field}#${at}`] = typed;
  const together = maskTogether(texts, maskCpr);
  const removed = description.removed + together.removed;
  if (removed === 0) return { draft, removed };
  const { fields } = together;
  const values = { ...draft.values };
  for (const field of FREE_FIELDS) {
    const text = fields[field];
    if (text === '') delete values[field];
    else if (text !== undefined) values[field] = text;
  }
  const rejected = draft.rejected.map((problem, at) => ({
    ...problem,
    typed: fields[`${problem.field}#${at}`] ?? problem.typed,
  }));
  return { draft: { ...draft, values, rejected }, removed };
}
