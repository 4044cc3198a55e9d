import { dateWords, momentWords } from '../../dialogs/dates.ts';
import { eventWords } from '../../dialogs/event-words.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import type { CallBack, Case, Remark } from '../../src/core/case/case.ts';
import { isActive } from '../../src/core/case/derived.ts';
import { danishDate } from '../../src/core/danish-date.ts';
import { organisationName } from '../../src/core/organisation.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import type { Block } from '../view.ts';

/** Questions of the open offer, and what was answered. */
export function questionBlocks(kase: Case, language: Language): Block[] {
  const { handoverLines } = sentencesIn(language);
  const questions = kase.handovers.flatMap((handover) => handover.questions).slice(-5);
  return questions.flatMap((question): Block[] => [
    { kind: 'text', strong: true, text: `${question.askedBy.name}: ${question.text}` },
    question.answer === null
      ? { kind: 'text', subtle: true, text: handoverLines.waitingForSender }
      : {
          kind: 'text',
          text: `${question.answeredBy?.name ?? handoverLines.answer}: ${question.answer}`,
        },
  ]);
}

/**
 * Why the last offer came back, or what its receiver advises: first of all to whoever has the case still, until they have
 * made something else of it.
 */
export function cameBackBlocks(kase: Case, language: Language): Block[] {
  const last = kase.handovers.at(-1);
  if (!isActive(kase) || last?.from !== kase.owner || !last.reason) return [];
  const { caseLabels, handoverLines } = sentencesIn(language);
  const who = organisationName(last.to);
  if (last.state === 'advised') {
    return [{ kind: 'callout', tone: 'default', text: handoverLines.advice(who, last.reason) }];
  }
  if (last.state !== 'returned') return [];
  const code = last.reasonCode ? `${caseLabels.returnReason[last.reasonCode]}. ` : '';
  return [{ kind: 'callout', tone: 'warning', text: handoverLines.returned(who, `${code}${last.reason}`) }];
}

/** The planned call, until its day is over or the case has ended, with why it is to be made. */
function plannedCall(kase: Case, now: string): { call: CallBack; why: Remark | undefined } | undefined {
  const { callBack: call, remarks } = kase;
  if (!call || !isActive(kase) || danishDate(call.at) < danishDate(now)) return undefined;
  const why = remarks?.findLast(({ event, at }) => event === 'call-planned' && at === call.plannedAt);
  return { call, why };
}

/** Who will call the company, when and why. */
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

/** Why somebody did what they did, where no offer says so: the last of it, newest first. */
export function remarkBlocks(kase: Case, now: string, language: Language): Block[] {
  // Said with the call already.
  const planned = plannedCall(kase, now)?.why;
  return (kase.remarks ?? [])
    .filter((one) => one !== planned)
    .slice(-3)
    .reverse()
    .flatMap(({ event, at, by, text }): Block[] => {
      if (!text) return [];
      const what = eventWords(event, language);
      return [{ kind: 'text', text: `${dateWords(at, language)}, ${by.name} – ${what}: ${text}` }];
    });
}

/** Every offer of the case in a line each: from, to, how it ended and why. */
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
