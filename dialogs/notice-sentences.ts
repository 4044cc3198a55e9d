import type { Localized } from '../src/core/vocabulary.ts';
import { both } from './say.ts';

/** Every notice as a sentence. `fill.ts` says how to write one. */
export const NOTICES = {
  cancelled: both('Henvendelsen er annulleret.', 'The enquiry has been cancelled.'),
} as const satisfies Readonly<Record<string, Localized>>;
