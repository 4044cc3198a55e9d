import type { Example } from '../../src/language/corpus.ts';
import { type Lexicon, lexiconOf, stemsOf } from '../../src/language/lexicon.ts';

/** The text as its stems, edged so that whole runs can be looked for. */
function stemmed({ text }: Example): string {
  return ` ${stemsOf(text).join(' ')} `;
}

/**
 * The lexicon without the terms that stand in lines of `held` and in none of `rest`: they may have been written down
 * because somebody had read those very lines, and would make judging by them too easy.
 */
export function withoutTermsOnlyIn(
  lexicon: Lexicon,
  held: readonly Example[],
  rest: readonly Example[],
): Lexicon {
  const heldText = held.map(stemmed).join('\n');
  const restText = rest.map(stemmed).join('\n');
  return lexiconOf(
    lexicon.terms.filter(({ stems }) => {
      const run = ` ${stems.join(' ')} `;
      return !heldText.includes(run) || restText.includes(run);
    }),
  );
}
