import type { Case } from '../src/core/case/case.ts';
import { isActive } from '../src/core/case/derived.ts';
import type { CardKind } from '../src/core/case/effects.ts';
import type { Notice } from '../src/core/notice.ts';
import { organisationName } from '../src/core/organisation.ts';
import type { Language } from '../src/core/vocabulary.ts';
import { momentWords } from './dates.ts';
import { noticeWords } from './notice-words.ts';
import type { Happening, OfficesOfCase } from './sentence-types.ts';
import { sentencesIn } from './sentences.ts';

/** The parts of a case's card that its notification says. */
export interface Happened {
  readonly case: Case;
  readonly card: CardKind;
  readonly notice: Notice | null;
  /** The company as the reader may see it. */
  readonly company: string;
  /** Whether the reader may learn that the case is urgent. */
  readonly urgent: boolean;
  readonly now: string;
}

/** Lengths to which names are shortened, the first that lets the sentence fit. The deadline is never cut. */
const NAME_LENGTHS = [80, 60, 45, 35, 28, 22, 16, 10] as const;

function clipped(name: string, length: number): string {
  return name.length <= length ? name : `${name.slice(0, length - 1).trimEnd()}…`;
}

function whatHappened({ card, notice }: Happened, language: Language, now: string): Happening {
  const { notifications: words } = sentencesIn(language);
  if (notice === null) return words.card[card];
  if (notice.code === 'case-created') return words.created;
  if (notice.code === 'case-sent') return words.sent;
  // A notice of a later release has no sentence here.
  const told = new Map<string, Happening>(Object.entries(words.told)).get(notice.code);
  return told ?? (() => noticeWords(notice, language, now).replace(/\.$/, ''));
}

function deadlineOf({ case: kase, now }: Happened, language: Language): string {
  const { notifications: words } = sentencesIn(language);
  const { answeredAt, dueAt } = kase.promise;
  if (answeredAt !== null || !isActive(kase)) return '';
  const moment = momentWords(dueAt, now, language);
  return dueAt < now ? words.wasDue(moment) : words.answerBy(moment);
}

/**
 * What happened on a case, to whom, and by when the company must have its answer, in at most `max` characters. Names are
 * shortened where it would be longer.
 */
export function notificationWords(happened: Happened, language: Language, max: number): string {
  const { notifications: words } = sentencesIn(language);
  const { company, urgent, now } = happened;
  const { owner, receiver } = officesOf(happened);
  const what = whatHappened(happened, language, now);
  const deadline = deadlineOf(happened, language);
  const sentence = (length: number) => {
    const offices = { owner: clipped(owner, length), receiver: clipped(receiver, length) };
    return `${urgent ? words.urgent : ''}${words.of(clipped(company, length), what(offices), deadline)}`;
  };
  return NAME_LENGTHS.map(sentence).find((text) => text.length <= max) ?? sentence(NAME_LENGTHS.at(-1) ?? 10);
}

/** The owner that a notice names, which for an acceptance is the office that accepted. */
function officesOf({ case: kase, notice }: Happened): OfficesOfCase {
  const named = notice?.params && 'owner' in notice.params ? notice.params.owner : kase.owner;
  return {
    owner: organisationName(named),
    receiver: organisationName(kase.handovers.at(-1)?.to ?? kase.owner),
  };
}
