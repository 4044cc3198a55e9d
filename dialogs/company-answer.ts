import { COMMAND_WORDS, fold } from '../src/core/fold.ts';
import type { RawInput } from '../src/core/raw-input.ts';
import { foldWords } from './fold.ts';
import { ofAll, type Sentences } from './sentences.ts';
import { patterns } from './talk/line.ts';

/**
 * Reads what is typed where the company is asked for. Any words could be a name, but a sentence about the company, or that
 * nobody knows it, is none: `han vil ikke sige det`.
 */

type Words = Sentences['companyAnswer'];

const UNKNOWN = patterns(({ companyAnswer }) => companyAnswer.unknown);
const of = (words: (answer: Words) => readonly string[]) =>
  ofAll(({ companyAnswer }) => words(companyAnswer)).flat();
/** Before the name: `firmaet hedder`, `jeg tror det er`. Matches as typed. */
const LEADS = new RegExp(`^(?:${of(({ leads }) => leads).join('|')})\\s+`, 'iu');
const SENTENCES = new RegExp(
  `^(?:${fold(of(({ sentences }) => sentences).join('|'), COMMAND_WORDS)})(?: |$)`,
);

const WORD_OF_NAME = /^(?:\p{Lu}|\p{N}|[&+/]|(?:og|i|af|på|v|and|of|the|for)$)/u;

/** Every word begins with a capital letter, but for the words that join names: `Ikke Bare Brød ApS`. */
function isWrittenAsName(text: string): boolean {
  const isShouted = text === text.toLocaleUpperCase('da') && /\s/.test(text);
  return (
    !isShouted && /^[\p{Lu}\p{N}]/u.test(text) && text.split(/\s+/).every((word) => WORD_OF_NAME.test(word))
  );
}

/** Whether somebody says that it is not known, or has no answer: `det ved jeg ikke`. */
export function isUnknown(typed: string): boolean {
  const folded = foldWords(typed);
  return !isWrittenAsName(typed) && UNKNOWN.some((form) => form.test(folded));
}

/** Whether words that could be a name are a sentence: `er det nødvendigt?`. */
export function isSentence(typed: string): boolean {
  return !isWrittenAsName(typed) && (/[?？]\s*$/.test(typed) || SENTENCES.test(foldWords(typed)));
}

/** The company's name as the form would send it; no number where nobody knows it. Undefined where the words are no name. */
export function readCompanyName(typed: string): RawInput | undefined {
  if (isUnknown(typed)) return { cvr: '' };
  if (/[?？]\s*$/.test(typed) || /\S@\S/.test(typed)) return undefined;
  const name = isWrittenAsName(typed) ? typed : typed.replace(LEADS, '').trim();
  return name === '' || isSentence(name) ? undefined : { companyName: name };
}
