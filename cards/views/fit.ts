import type { Viewer } from '../../src/core/answer.ts';
import type { Case } from '../../src/core/case/case.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import type { Input } from '../view.ts';

/** Fits an input to a case; null leaves it out. */
export type Fit = (input: Input, kase: Case, viewer: Viewer, language: Language) => Input | null;
