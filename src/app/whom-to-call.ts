import { isCvrNumber } from '../core/cvr-number.ts';
import type { Draft } from '../core/intake/draft.ts';
import type { RawInput } from '../core/raw-input.ts';
import type { Talk } from '../core/talk.ts';
import type { Dependencies } from './dependencies.ts';

/**
 * Whom to call, where the enquiry under way does not know it: `ring 40411234` is no search then. In a crisis, whose card asks
 * for it, neither is a number alone nor `ring til Hanne`.
 */
export function whomToCall(
  { readAnswer }: Pick<Dependencies, 'readAnswer'>,
  { values }: Draft,
  text: string,
  talk: Talk,
): RawInput | undefined {
  if (talk.kind !== 'find' || values.contactPhone !== undefined) return undefined;
  const { words, number } = talk.searched;
  const contact = readAnswer('contact', text);
  const isCrisis = values.crisis === true;
  if (words === '' && number !== undefined && !isCvrNumber(number)) {
    const isAlone = !/\p{L}/u.test(text);
    // At most a pronoun stands beside the word that calls; a question about the number has more.
    const isCalled = !/\?\s*$/.test(text) && /^\p{Ll}*$/u.test(contact?.contactName ?? '');
    return (isAlone ? isCrisis : isCalled) ? { contactPhone: number } : undefined;
  }
  if (!isCrisis || values.contactName !== undefined) return undefined;
  // Only a name behind the word that calls: `find Hanne` is a search.
  return words !== '' && contact?.contactName === words && words !== text.trim() ? contact : undefined;
}
