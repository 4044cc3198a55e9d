import type { Case } from '../core/case/case.ts';
import { visibleToCrm } from '../core/case/visibility.ts';
import type { Draft, IntakeValues } from '../core/intake/draft.ts';
import type { Area } from '../core/vocabulary.ts';
import type { Stores } from './ports/unit-of-work.ts';

const EMAIL = /\S+@\S+/gu;
/** Telephone and CVR numbers, with spaces or not. */
const NUMBER = /\+?\d(?:[ .-]?\d){5,}/gu;

/** A name as a word of its own, in the genitive too: a contact `Bo` is not in `robot`. */
function wordOf(name: string): RegExp {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<!\\p{L})${escaped}(?:['’]?s)?(?!\\p{L})`, 'giu');
}

/** The words of an intake without the company, the contact and any number: what may be kept to learn from. */
export function wordsToLearn({ description = '', companyName, contactName = '' }: IntakeValues): string {
  const names = [
    companyName,
    companyName?.replace(/ (?:ApS|A\/S|I\/S|IVS|K\/S)$/iu, ''),
    // Callers are mostly named by one of their names. An initial would take a word of the sentence.
    ...contactName.split(/[^\p{L}]+/u).filter(({ length }) => length > 1),
  ];
  let text = description.replace(EMAIL, ' ').replace(NUMBER, ' ');
  for (const name of names) if (name) text = text.replace(wordOf(name), ' ');
  return text
    .replace(/\s+/g, ' ')
    .replace(/^[\s,.;:-]+|[\s,;:-]+$/g, '')
    .replace(/ ,/g, ',');
}

/**
 * Notes on an open draft that its words mean these needs. It becomes an example when the draft ends in a case: only then is
 * it known whether the basis allows that. Only typed words are noted.
 */
export function noteToLearn(draft: Draft, areas: readonly Area[]): Draft {
  const text = wordsToLearn(draft.values);
  if (draft.sources.description !== 'text' || areas.length === 0 || text === '') return draft;
  const others = (draft.toLearn ?? []).filter((one) => one.text !== text);
  return { ...draft, toLearn: [...others, { text, areas }] };
}

/**
 * Keeps the noted words of a draft as examples for `indgang classify learn`, once each and without whom they are about. None
 * where the basis does not cover free text (registration.md, "Whose words go where"; no basis counts as declined).
 */
export async function learn(
  stores: Stores,
  { id, values, toLearn = [] }: Pick<Draft, 'id' | 'values' | 'toLearn'>,
  kase: Case,
  now: string,
): Promise<void> {
  const isCovered = values.consent === 'consent' || values.consent === 'public-task';
  if (toLearn.length === 0 || !isCovered || values.crisis === true || !visibleToCrm(kase).notes) return;
  const known = new Set((await stores.examples.all()).map(({ text }) => text));
  for (const { text: noted, areas } of toLearn) {
    // The contact may have been named since.
    const text = wordsToLearn({ ...values, description: noted });
    if (text === '' || known.has(text)) continue;
    known.add(text);
    await stores.examples.add({ text, areas, at: now, draftId: id });
  }
}

/**
 * Deletes the examples learnt from these drafts, and those of earlier versions, which name no draft, by their words. A
 * description grows line by line, so an example may hold only its first lines.
 */
export async function forgetWords(
  stores: Stores,
  drafts: readonly Pick<Draft, 'id' | 'values'>[],
): Promise<void> {
  const texts = drafts.flatMap(({ values }) => {
    const lines = values.description?.split('\n') ?? [];
    const grown = lines.map((_, at) => lines.slice(0, at + 1).join('\n'));
    return [...grown, ...grown.map((text) => wordsToLearn({ ...values, description: text }))];
  });
  await stores.examples.forget([...new Set(texts)], [...new Set(drafts.map(({ id }) => id))]);
}
