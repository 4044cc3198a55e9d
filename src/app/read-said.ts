import type { Draft } from '../core/intake/draft.ts';
import type { RawInput } from '../core/raw-input.ts';
import type { Talk } from '../core/talk.ts';
import type { Dependencies } from './dependencies.ts';
import type { Understanding } from './ports/language-model.ts';

/** What was read in a typed line, whatever is under way. */
export interface Said {
  readonly talk: Talk;
  readonly understood: Understanding | null;
}

/** Words of a line from which a sentence about needs is no company's name. */
const SENTENCE = 5;

/** Reads a typed line that is no command. `today` is an ISO date. */
export function readSaid(
  text: string,
  { language, readTalk }: Pick<Dependencies, 'language' | 'readTalk'>,
  today: string,
): Said {
  const understood = language?.understand(text, today) ?? null;
  return { talk: readTalk(text, understood), understood };
}

/**
 * The answer that a line gives to the guide's question, as the form would send it. Null where it gives none: any words
 * could be a company's name, but a question, small talk or a sentence about a need is none.
 */
export function answerIn(
  text: string,
  draft: Draft | undefined,
  said: Said,
  { readAnswer }: Pick<Dependencies, 'readAnswer'>,
): RawInput | null {
  if (draft?.step !== 'guided' || draft.asking === null) return null;
  const input = readAnswer(draft.asking, text, draft.offered);
  if (!input) return null;
  return input.companyName !== undefined && isNoName(text, said) ? null : input;
}

function isNoName(text: string, { talk, understood }: Said): boolean {
  switch (talk.kind) {
    case 'nothing':
    case 'perhaps':
      return false;
    case 'need': {
      const isSentence = text.trim().split(/\s+/).length >= SENTENCE;
      const { chosen = [], entities } = understood ?? {};
      return isSentence && chosen.length > 0 && entities?.companyName === undefined;
    }
    default:
      return true;
  }
}
