import type { IntakeValues } from '../core/intake/draft.ts';
import type { Stores } from './ports/unit-of-work.ts';

const EMAIL = /\S+@\S+/gu;
/** Telephone and CVR numbers, with spaces or not. */
const NUMBER = /\+?\d(?:[ .-]?\d){5,}/gu;

/** The words of an intake without the company, the contact and any number: what may be kept to learn from. */
export function wordsToLearn({ description = '', companyName, contactName }: IntakeValues): string {
  const names = [companyName, companyName?.replace(/ (?:ApS|A\/S|I\/S|IVS|K\/S)$/iu, ''), contactName];
  let text = description.replace(EMAIL, ' ').replace(NUMBER, ' ');
  for (const name of names)
    if (name) text = text.replace(new RegExp(name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'giu'), ' ');
  return text
    .replace(/\s+/g, ' ')
    .replace(/^[\s,.;:-]+|[\s,;:-]+$/g, '')
    .replace(/ ,/g, ',');
}

/**
 * Deletes the examples learnt from these intakes' words. A description grows line by line, so an example may hold
 * only its first lines.
 */
export async function forgetWords(stores: Stores, values: readonly IntakeValues[]): Promise<void> {
  const texts = values.flatMap((one) => {
    const { description } = one;
    const lines = description?.split('\n') ?? [];
    const grown = lines.map((_, at) => lines.slice(0, at + 1).join('\n'));
    return [...grown, ...grown.map((text) => wordsToLearn({ ...one, description: text }))];
  });
  await stores.examples.forget([...new Set(texts)]);
}
