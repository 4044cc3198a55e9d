import type { IntakeValues } from '../core/intake/draft.ts';
import type { Stores } from './ports/unit-of-work.ts';

/**
 * Forgets the examples that were learnt from these intakes' words. Words are added a line at a time, and an example holds
 * those that were there when somebody corrected them.
 */
export async function forgetWords(stores: Stores, values: readonly IntakeValues[]): Promise<void> {
  const texts = values.flatMap(({ description }) => {
    const lines = description?.split('\n') ?? [];
    return lines.map((_, at) => lines.slice(0, at + 1).join('\n'));
  });
  await stores.examples.forget([...new Set(texts)]);
}
