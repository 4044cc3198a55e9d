import type { IntakeValues } from '../core/intake/draft.ts';
import type { Stores } from './ports/unit-of-work.ts';

/**
 * Deletes the examples learnt from these intakes' words. A description grows line by line, so an example may hold
 * only its first lines.
 */
export async function forgetWords(stores: Stores, values: readonly IntakeValues[]): Promise<void> {
  const texts = values.flatMap(({ description }) => {
    const lines = description?.split('\n') ?? [];
    return lines.map((_, at) => lines.slice(0, at + 1).join('\n'));
  });
  await stores.examples.forget([...new Set(texts)]);
}
