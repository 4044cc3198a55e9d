import type { Draft } from '../core/intake/draft.ts';
import type { RawInput } from '../core/raw-input.ts';
import type { Talk } from '../core/talk.ts';
import { isWrittenAsName } from '../core/written-name.ts';
import type { Dependencies } from './dependencies.ts';
import type { Understanding } from './ports/language-model.ts';

/** What was read in a typed line, whatever is under way. */
export interface Said {
  readonly talk: Talk;
  readonly understood: Understanding | null;
}

/** A name as it is written: `Mads Vent`. */
const AS_NAME = /^\p{Lu}\S*(?:\s+\p{Lu}\S*)+$/u;

/** Words of a line from which a sentence is no name. */
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
 * could be a name, but a question, small talk or a sentence about a need is none. `today` is an ISO date.
 */
export function answerIn(
  text: string,
  draft: Draft | undefined,
  said: Said,
  { readAnswer, language }: Pick<Dependencies, 'readAnswer' | 'language'>,
  today: string,
): RawInput | null {
  if (draft?.step !== 'guided' || draft.asking === null) return null;
  const input = readAnswer(draft.asking, text, draft.offered);
  if (!input) return null;
  const { companyName, contactName, contactPhone, contactEmail } = input;
  if (companyName !== undefined)
    return isNoName(text, said) || takesAway(text, language, today) ? null : input;
  const isOnlyName = contactName !== undefined && (contactPhone ?? contactEmail) === undefined;
  if (!isOnlyName || AS_NAME.test(text.trim())) return input;
  return isNoName(text, said) || wordsIn(text) >= SENTENCE ? null : input;
}

/** Whether a line takes a need away: `ikke patent` is no company. */
function takesAway(text: string, language: Dependencies['language'], today: string): boolean {
  return language !== null && language.needChange(text, today).declined.length > 0;
}

function wordsIn(text: string): number {
  return text.trim().split(/\s+/).length;
}

function isNoName(text: string, { talk, understood }: Said): boolean {
  switch (talk.kind) {
    case 'nothing':
    case 'perhaps':
      return false;
    case 'need': {
      const isSentence = wordsIn(text) >= SENTENCE;
      const { chosen = [], entities } = understood ?? {};
      return isSentence && chosen.length > 0 && entities?.companyName === undefined;
    }
    // `Mine Ting Vintage`, `Super Tømrer`
    case 'cases':
    case 'small-talk':
      return !isWrittenAsName(text);
    default:
      return true;
  }
}
