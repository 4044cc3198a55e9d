import { isCvrNumber, normaliseCvr } from '../src/core/cvr-number.ts';
import type { RawInput } from '../src/core/raw-input.ts';
import { AREAS, type Area, LANGUAGES, type Language } from '../src/core/vocabulary.ts';
import { basisInput } from './basis-words.ts';
import { isSentence, isUnknown, readCompanyName } from './company-answer.ts';
import { readContact } from './contact-words.ts';
import { readAreas, readFieldValue, readYesNo } from './field-words.ts';
import { foldWords } from './fold.ts';
import { anyOf, listed } from './phrases.ts';
import { CONTROL_ANSWERS, type QuestionId, REPLIES } from './replies.ts';
import { ofAll, sentencesIn } from './sentences.ts';

/** A ready answer: the button's words and the input that it sends. */
export interface QuickReply {
  readonly title: string;
  readonly input: RawInput;
}

/** One guided question: its wording, its help and its ready answers. */
export interface Question {
  readonly title: string;
  readonly help: string;
  readonly replies: readonly QuickReply[];
}

/** The ids of the guided questions. */
export const QUESTION_IDS = Object.keys(REPLIES) as readonly QuestionId[];

/** The grey-zone area of a control question. */
function controlArea(question: string): Area | undefined {
  return question.startsWith('control:')
    ? AREAS.find((area) => area === question.slice('control:'.length))
    : undefined;
}

function controlQuestion(area: Area, language: Language): Question {
  const { control, labels } = sentencesIn(language);
  return {
    title: control.title(labels.area[area]),
    help: control.help,
    replies: CONTROL_ANSWERS.map((answer) => ({
      title: control.replies[answer],
      input: { [`control:${area}`]: answer },
    })),
  };
}

function guidedQuestion(id: QuestionId, language: Language): Question {
  const { title, help, replies } = sentencesIn(language).questions[id];
  const titles: Readonly<Record<string, string>> = replies;
  const inputs: Readonly<Record<string, RawInput>> = REPLIES[id];
  return {
    title,
    help,
    replies: Object.entries(inputs).map(([reply, input]) => ({ title: titles[reply] ?? reply, input })),
  };
}

/** A question in a language. Throws on an unknown id, which is a bug and not a refusal. */
export function questionOf(id: string, language: Language): Question {
  const area = controlArea(id);
  if (area) return controlQuestion(area, language);
  const guided = QUESTION_IDS.find((known) => known === id);
  if (!guided) throw new Error(`No guided question ${id}`);
  return guidedQuestion(guided, language);
}

const NONE_WORDS = new Set(
  ofAll(({ particles }) => particles.none)
    .flatMap(listed)
    .map(foldWords),
);
/** `har ikke CVR, 22334455`: no number to look up, followed perhaps by a phone number. */
const WITHOUT_CVR = new RegExp(
  [
    `^(?:(?:${anyOf(({ particles }) => particles.whoHasNone)}) )?`,
    `(?:${anyOf(({ particles }) => particles.hasNo)})(?: \\p{L}+){0,2} cvr`,
    `(?:[-\\s.]?(?:${anyOf(({ particles }) => particles.number)}))?`,
    `(?: (?:${anyOf(({ particles }) => particles.yet)}))?(?=$|[\\s.,;:–-])[\\s.,;:–-]*`,
  ].join(''),
  'iu',
);
const SKIP_WORDS = new Set(
  ofAll(({ particles }) => particles.skip)
    .flatMap(listed)
    .map(foldWords),
);

/** Reads the words of a ready answer, in any language, as its input. */
function readReply(id: string, text: string): RawInput | undefined {
  const folded = foldWords(text);
  return LANGUAGES.flatMap((language) => questionOf(id, language).replies).find(
    ({ title }) => foldWords(title) === folded,
  )?.input;
}

/** The most words in an answer to a control question. A longer sentence describes a need of its own. */
const MOST_WORDS = 5;

function readControl(area: Area, text: string): RawInput | undefined {
  const id = `control:${area}`;
  const yesNo = readYesNo(text);
  if (yesNo === 'false' || NONE_WORDS.has(foldWords(text))) return { [id]: 'none' };
  if (SKIP_WORDS.has(foldWords(text)) || isUnknown(text)) return { [id]: 'skip' };
  // A bare yes does not say which of the three; any of them makes the need specialised.
  if (yesNo === 'true') return { [id]: 'missing-locally' };
  const words = foldWords(text);
  // `nej, det er finansiering de mangler` and `skal bruge et program til lageret` are needs, not answers.
  if (words.split(' ').length > MOST_WORDS) return undefined;
  const meant = CONTROL_ANSWERS.find(
    (answer) =>
      answer !== 'none' &&
      answer !== 'skip' &&
      ofAll(({ control }) => control.read[answer]).some((read) => read.test(words)),
  );
  return meant && { [id]: meant };
}

/** The contact that is named; nothing where nobody is known. Undefined for a bare yes and for a sentence. */
function contactIn(typed: string): RawInput | undefined {
  if (readYesNo(typed) === 'true') return undefined;
  const contact = readContact(typed);
  if (/\d{4}|@/.test(typed)) return contact;
  if (isUnknown(typed)) return {};
  return isSentence(typed) ? undefined : contact;
}

/**
 * Reads a typed answer to a guided question as the form would send it. Undefined where the words are no answer; the
 * application then reads them otherwise or asks again. `offered` are the needs shown as buttons.
 */
export function readAnswer(id: string, text: string, offered: readonly Area[] = []): RawInput | undefined {
  const typed = text.trim();
  if (typed === '') return undefined;
  const reply = readReply(id, typed);
  if (reply) return reply;
  const area = controlArea(id);
  if (area) return readControl(area, typed);
  const skipped = SKIP_WORDS.has(foldWords(typed)) || isUnknown(typed);
  switch (id) {
    case 'company': {
      if (skipped || NONE_WORDS.has(foldWords(typed))) return { cvr: '' };
      const without = WITHOUT_CVR.exec(typed);
      if (without) {
        const contact = readContact(typed.slice(without[0].length));
        return { cvr: '', ...contact };
      }
      const cvr = normaliseCvr(typed);
      if (isCvrNumber(cvr) || /^\d{6,}$/.test(cvr)) return { cvr };
      return readCompanyName(typed);
    }
    case 'contact':
      if (skipped || NONE_WORDS.has(foldWords(typed)) || readYesNo(typed) === 'false') return {};
      return contactIn(typed);
    case 'areas': {
      // A yes accepts the need that was offered. With several offered it would be ambiguous.
      const areas = readYesNo(typed) === 'true' && offered.length === 1 ? offered[0] : readAreas(typed);
      return areas === undefined ? undefined : { areas };
    }
    case 'consent':
      return basisInput(typed);
    case 'stage':
    case 'maturity':
    case 'clarified':
    case 'municipality': {
      const value = readFieldValue(id, typed);
      if (value !== undefined) return { [id]: value };
      if (skipped && id === 'stage') return REPLIES.stage.unknown;
      return skipped && (id === 'maturity' || id === 'clarified') ? { [id]: '' } : undefined;
    }
    default:
      return undefined;
  }
}
