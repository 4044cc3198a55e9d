import type { Localized } from '../src/core/vocabulary.ts';
import { both } from './say.ts';

/** Every refusal as a sentence that says what was wrong and, where it helps, what to do. `fill.ts` says how to write one. */
export const REFUSALS = {
  'not-a-cvr': both(
    'Det er ikke et gyldigt CVR-nummer. Det har otte cifre; tjek, om et er tastet forkert.',
    'That is not a valid CVR number. It has eight digits; check for a mistyped one.',
  ),
  unreadable: both(
    'Det kunne jeg ikke læse[ ({problem})]. Skriv "hjælp" for at se, hvad du kan gøre.',
    'I could not read that[ ({problem})]. Type "help" to see what you can do.',
  ),
} as const satisfies Readonly<Record<string, Localized>>;
