import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { toAdaptiveCard } from '../../cards/adaptive-card.ts';
import type { Block, View } from '../../cards/view.ts';
import { viewOf } from '../../cards/view-of.ts';
import { LANGUAGES } from '../../src/core/vocabulary.ts';
import { SAMPLES } from './sample-answers.ts';

/** What newer clients show at a glance: badges and a bar, and in older clients the card as it was. */

/** Elements that version 1.5 of Adaptive Cards does not have. */
const NEWER = ['Badge', 'ProgressBar'];

const object = z.record(z.string(), z.unknown());

/** The card as a client of version 1.5 reads it: each element that it does not know is replaced by its fallback. */
function asOlder(node: unknown): unknown {
  if (Array.isArray(node))
    return node.flatMap((one) => {
      const { type, fallback } = object.safeParse(one).data ?? {};
      if (!NEWER.includes(String(type))) return [asOlder(one)];
      return fallback === 'drop' ? [] : [asOlder(fallback)];
    });
  const read = object.safeParse(node);
  if (!read.success) return node;
  const { layouts, ...rest } = read.data;
  const shown = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, asOlder(value)]));
  // A container of one text is that text.
  const [only] = Array.isArray(shown.items) ? shown.items : [];
  return layouts ? { ...object.parse(only), spacing: shown.spacing } : shown;
}

const withoutBars = (blocks: readonly Block[]): readonly Block[] =>
  blocks.map((block) => (block.kind === 'callout' ? { ...block, used: undefined } : block));
const withoutGlance = (view: View): View => ({
  ...view,
  glance: undefined,
  blocks: withoutBars(view.blocks),
});

/** Every sample but those with charts, which `charts.test.ts` reads. */
const drawings = Object.entries(SAMPLES)
  .flatMap(([name, answer]) =>
    LANGUAGES.map((language) => [name, language, viewOf(answer, language)] as const),
  )
  .filter(([, , { blocks }]) => !blocks.some(({ kind }) => kind === 'pictured'));

const elements = (card: unknown) => {
  const found: Record<string, unknown>[] = [];
  JSON.stringify(card, (_, value: unknown) => {
    const read = object.safeParse(value).data;
    if (read && NEWER.includes(String(read.type))) found.push(read);
    return value;
  });
  return found;
};

describe('what newer clients show', () => {
  it.each(drawings)('leaves "%s" in %s as it was for older ones', (_name, _language, view) => {
    const card = JSON.parse(JSON.stringify(toAdaptiveCard(view)));
    expect(asOlder(card)).toEqual(JSON.parse(JSON.stringify(toAdaptiveCard(withoutGlance(view)))));
  });

  it('is the state of a case, who has it, its number, and how much of the promise is used', () => {
    const answer = SAMPLES['handover for the receiver'];
    if (!answer) throw new Error('there is no sample of a case');
    const shown = elements(toAdaptiveCard(viewOf(answer, 'da')));
    expect(shown.map(({ type }) => type)).toContain('ProgressBar');
    expect(shown[0]).toMatchObject({ type: 'Badge', text: expect.stringMatching(/\p{Lu}/u) });
    expect(shown.every(({ fallback }) => fallback !== undefined)).toBe(true);
  });

  it('costs less than 700 bytes', () => {
    const costs = drawings.map(
      ([, , view]) =>
        JSON.stringify(toAdaptiveCard(view)).length -
        JSON.stringify(toAdaptiveCard(withoutGlance(view))).length,
    );
    expect(Math.max(...costs)).toBeLessThan(700);
    expect(Math.min(...costs)).toBeGreaterThanOrEqual(0);
  });
});
