import { HANDOVER_LABELS, RETURN_REASON_LABELS } from '../../dialogs/case-labels.ts';
import { dateWords, momentWords } from '../../dialogs/dates.ts';
import { eventWords } from '../../dialogs/events.ts';
import { sayIn } from '../../dialogs/say.ts';
import type { CallBack, Case, Remark } from '../../src/core/case/case.ts';
import { isActive } from '../../src/core/case/state.ts';
import { danishDate } from '../../src/core/danish-date.ts';
import { organisationName } from '../../src/core/organisation.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import type { Block } from '../view.ts';

/** Questions of the open offer, and what was answered. */
export function questionBlocks(kase: Case, language: Language): Block[] {
  const say = sayIn(language);
  const questions = kase.handovers.flatMap((handover) => handover.questions).slice(-5);
  return questions.flatMap((question): Block[] => [
    { kind: 'text', strong: true, text: `${question.askedBy.name}: ${question.text}` },
    question.answer === null
      ? {
          kind: 'text',
          subtle: true,
          text: say('Venter på svar fra afsenderen.', 'Waiting for the sender to answer.'),
        }
      : { kind: 'text', text: `${question.answeredBy?.name ?? say('Svar', 'Answer')}: ${question.answer}` },
  ]);
}

/**
 * Why the last offer came back, or what its receiver advises: first of all to whoever has the case still, until they have
 * made something else of it.
 */
export function cameBackBlocks(kase: Case, language: Language): Block[] {
  const last = kase.handovers.at(-1);
  if (!isActive(kase) || last?.from !== kase.owner || !last.reason) return [];
  const say = sayIn(language);
  const who = organisationName(last.to);
  if (last.state === 'advised') {
    return [
      {
        kind: 'callout',
        tone: 'default',
        text: say(`Råd fra ${who}: ${last.reason}`, `Advice from ${who}: ${last.reason}`),
      },
    ];
  }
  if (last.state !== 'returned') return [];
  const code = last.reasonCode ? `${RETURN_REASON_LABELS[last.reasonCode][language]}. ` : '';
  return [
    {
      kind: 'callout',
      tone: 'warning',
      text: say(`Returneret af ${who}: ${code}${last.reason}`, `Returned by ${who}: ${code}${last.reason}`),
    },
  ];
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
  const say = sayIn(language);
  const { call, why } = planned;
  const when = momentWords(call.at, now, language);
  const rest = why?.text ? `: ${why.text}` : '.';
  const text = say(`${call.by.name} ringer op ${when}${rest}`, `${call.by.name} calls back ${when}${rest}`);
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
  const items = kase.handovers.slice(-8).map((handover) => {
    const reason = handover.reasonCode ? RETURN_REASON_LABELS[handover.reasonCode][language] : undefined;
    const text = notes ? handover.reason : undefined;
    const why = [reason, text].filter((part) => part).join(': ');
    const way = `${organisationName(handover.from)} → ${organisationName(handover.to)}`;
    return `${way}: ${HANDOVER_LABELS[handover.state][language].toLowerCase()}${why ? ` (${why})` : ''}`;
  });
  return items.length > 0 ? [{ kind: 'list', items }] : [];
}
