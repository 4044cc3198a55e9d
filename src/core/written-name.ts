/**
 * Two words and more with a capital, and the words that join them: `Tilbage til Naturen`. The source of a pattern that is
 * matched with the flag `u`.
 */
export const WRITTEN_NAME =
  '\\p{Lu}\\S*(?:\\s+(?:og|i|til|for|af|på|ved|du|and|of|the|to|&|\\p{N}\\S*|\\p{Lu}\\S*))*\\s+\\p{Lu}[^\\s,]*';

const WHOLE = new RegExp(`^${WRITTEN_NAME}$`, 'u');

/** Whether a text is written as the name of a company of several words. */
export function isWrittenAsName(text: string): boolean {
  return WHOLE.test(text.trim());
}
