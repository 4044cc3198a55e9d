import { dateWords, momentWords } from '../../dialogs/dates.ts';
import { eventWords } from '../../dialogs/event-words.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import type { Viewer } from '../../src/core/answer.ts';
import { attemptsOf } from '../../src/core/case/attempts.ts';
import type { CallBack, Case, Remark } from '../../src/core/case/case.ts';
import { isActive, openHandover } from '../../src/core/case/derived.ts';
import { danishDate } from '../../src/core/danish-date.ts';
import { organisationName } from '../../src/core/organisation.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import type { Block } from '../view.ts';

/** The questions of the open offer, with their answers. `isSender`: the reader's office is the one that is asked. */
export function questionBlocks(kase: Case, isSender: boolean, language: Language): Block[] {
  const { handoverLines } = sentencesIn(language);
  const questions = kase.handovers.flatMap((handover) => handover.questions).slice(-5);
  return questions.flatMap((question): Block[] => [
    { kind: 'text', strong: true, text: `${question.askedBy.name}: ${question.text}` },
    question.answer === null
      ? {
          kind: 'text',
          subtle: true,
          text: isSender ? handoverLines.waitingForYou : handoverLines.waitingForSender,
        }
      : {
          kind: 'text',
          text: `${question.answeredBy?.name ?? handoverLines.answer}: ${question.answer}`,
        },
  ]);
}

/**
 * The questions that wait for an answer, as they stand above it. A shared channel shows that there is one, and where it is
 * read: the question itself is for the organisations of the case.
 */
export function openQuestions(kase: Case, viewer: Viewer, language: Language): Block[] {
  const { handoverLines } = sentencesIn(language);
  const open = openHandover(kase)?.questions.filter(({ answer }) => answer === null) ?? [];
  const [first] = open;
  if (!first) return [];
  if (!viewer.sees.notes) {
    return [{ kind: 'text', text: handoverLines.questionOnCase(first.askedBy.name, kase.id) }];
  }
  return open.map(({ askedBy, text }) => ({ kind: 'text', text: `${askedBy.name}: ${text}` }));
}

/**
 * The reason why the last offer was returned, or its receiver's advice. Shown first to the current owner, until they
 * make a new offer.
 */
export function cameBackBlocks(kase: Case, language: Language): Block[] {
  const last = kase.handovers.at(-1);
  if (!isActive(kase) || last?.from !== kase.owner || !last.reason) return [];
  const { caseLabels, handoverLines } = sentencesIn(language);
  const receiver = organisationName(last.to);
  if (last.state === 'advised') {
    return [{ kind: 'callout', tone: 'default', text: handoverLines.advice(receiver, last.reason) }];
  }
  if (last.state !== 'returned') return [];
  const code = last.reasonCode ? `${caseLabels.returnReason[last.reasonCode]}. ` : '';
  return [
    { kind: 'callout', tone: 'warning', text: handoverLines.returned(receiver, `${code}${last.reason}`) },
  ];
}

/** The planned call with its reason, until its day has passed or the case has ended. */
function plannedCall(kase: Case, now: string): { call: CallBack; why: Remark | undefined } | undefined {
  const { callBack: call, remarks } = kase;
  if (!call || !isActive(kase) || danishDate(call.at) < danishDate(now)) return undefined;
  const why = remarks?.findLast(({ event, at }) => event === 'call-planned' && at === call.plannedAt);
  return { call, why };
}

/** The planned call: who calls the company, when and why. */
export function callBackBlocks(kase: Case, now: string, language: Language): Block[] {
  const planned = plannedCall(kase, now);
  if (!planned) return [];
  const { handoverLines } = sentencesIn(language);
  const { call, why } = planned;
  const when = momentWords(call.at, now, language);
  const rest = why?.text ? `: ${why.text}` : '.';
  const text = `${handoverLines.callsBack(call.by.name, when)}${rest}`;
  return [{ kind: 'callout', tone: 'default', text }];
}

/** How often the company was tried in vain, and when last. */
export function attemptBlocks(kase: Case, now: string, language: Language): Block[] {
  const attempts = attemptsOf(kase);
  const last = attempts.at(-1);
  if (!last || !isActive(kase)) return [];
  const { handoverLines } = sentencesIn(language);
  const when = momentWords(last.at, now, language);
  return [
    { kind: 'callout', tone: 'default', text: handoverLines.tried(attempts.length, when, last.by.name) },
  ];
}

/** The latest reasons people gave for their actions where no offer holds them, newest first. */
export function remarkBlocks(kase: Case, now: string, language: Language): Block[] {
  // The call's own reason already stands with the call.
  const planned = plannedCall(kase, now)?.why;
  return (kase.remarks ?? [])
    .filter((remark) => remark !== planned)
    .slice(-3)
    .reverse()
    .flatMap(({ event, at, by, text }): Block[] => {
      if (!text) return [];
      const what = eventWords(event, language);
      return [{ kind: 'text', text: `${dateWords(at, language)}, ${by.name} – ${what}: ${text}` }];
    });
}

/** Every offer of the case, one line each: sender, receiver, outcome and reason. */
export function handoverBlocks(kase: Case, notes: boolean, language: Language): Block[] {
  const { caseLabels } = sentencesIn(language);
  const items = kase.handovers.slice(-8).map((handover) => {
    const reason = handover.reasonCode ? caseLabels.returnReason[handover.reasonCode] : undefined;
    const text = notes ? handover.reason : undefined;
    const why = [reason, text].filter((part) => part).join(': ');
    const way = `${organisationName(handover.from)} → ${organisationName(handover.to)}`;
    return `${way}: ${caseLabels.handover[handover.state].toLowerCase()}${why ? ` (${why})` : ''}`;
  });
  return items.length > 0 ? [{ kind: 'list', items }] : [];
}
