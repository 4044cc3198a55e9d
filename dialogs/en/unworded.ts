import type { unworded as da } from '../da/unworded.ts';

export const unworded: typeof da = {
  notice: (code) => `Notice: ${code}`,
  refusal: (code) => `That is not possible (${code}). Type "help" to see what you can do.`,
};
