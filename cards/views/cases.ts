import { standingLabel } from '../../dialogs/company-words.ts';
import { dateWords, momentWords } from '../../dialogs/dates.ts';
import { sentenceWith } from '../../dialogs/sentence-types.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import type { Answer } from '../../src/core/answer.ts';
import type { CaseLine } from '../../src/core/case-line.ts';
import { CASE_FILTERS } from '../../src/core/command.ts';
import { danishDate } from '../../src/core/danish-date.ts';
import { findMunicipality } from '../../src/core/municipalities.ts';
import { organisationName } from '../../src/core/organisation.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import type { Block, Tone, View, ViewAction } from '../view.ts';
import { button, paragraph } from './parts.ts';
import { taskNeeds } from './task.ts';

type CasesAnswer = Extract<Answer, { kind: 'cases' }>;

/** What is to happen next; nothing where the status says it. */
export function nextWords(next: CaseLine['next'], now: string, language: Language): string | undefined {
  if (!next) return undefined;
  const other = 'with' in next ? organisationName(next.with) : '';
  const at = 'at' in next ? next.at : '';
  const moment = at.length > 10 ? momentWords(at, now, language) : at && dateWords(at, language);
  return sentenceWith<{ readonly other: string; readonly moment: string }>(
    sentencesIn(language).caseList.toDo[next.code],
    { other, moment },
  );
}

function referralWords(
  { to, state, reasonCode }: NonNullable<CaseLine['referral']>,
  language: Language,
): string {
  const { caseLabels, caseList } = sentencesIn(language);
  const reason = reasonCode ? caseLabels.returnReason[reasonCode] : '';
  return caseList.referral(caseLabels.handover[state], organisationName(to), reason);
}

/** In the list of follow-ups: when it is due, who does it, and what to do next. */
function followUpParts({ followUp }: CaseLine, now: string, language: Language): readonly string[] {
  if (!followUp) return [];
  const { caseList } = sentencesIn(language);
  const { dueOn, state, person } = followUp;
  const when = dateWords(dueOn, language);
  return [
    dueOn < danishDate(now) ? caseList.followUpWasDue(when) : caseList.followUpOn(when),
    ...(person ? [person.name] : []),
    state === 'proposed' ? caseList.answerProposal : caseList.recordFollowUp,
  ];
}

/** In the list of tasks: what is asked, by when, and what to do next. */
function taskParts({ task }: CaseLine, now: string, language: Language): readonly string[] {
  if (!task) return [];
  const { caseList } = sentencesIn(language);
  const due = momentWords(task.dueAt, now, language);
  return [
    taskNeeds(task, language),
    task.dueAt < now ? caseList.taskWasDue(due) : caseList.taskBy(due),
    task.state === 'open' ? caseList.answerTask : caseList.taskUnderWay,
  ].filter((part) => part !== '');
}

/** A line of a list of cases, with the button that opens it. */
export function lineBlock(line: CaseLine, now: string, language: Language): Block {
  const { caseCard, caseLabels, caseList, labels, typed } = sentencesIn(language);
  const isDraft = line.status === 'draft';
  const unnamed = isDraft ? caseList.enquiryWithoutName : caseCard.title(line.caseId);
  const title = line.title ?? unnamed;
  const place = line.municipality
    ? (findMunicipality(line.municipality)?.name ?? line.municipality)
    : undefined;
  // Whom a referral waits for, its own words say.
  const isAwaited = line.referral !== undefined && line.next?.code === 'await-receiver';
  const holder = isAwaited
    ? organisationName(line.owner)
    : line.offeredTo
      ? `${organisationName(line.owner)} → ${organisationName(line.offeredTo)}`
      : line.assignee
        ? `${organisationName(line.owner)}, ${line.assignee.name}`
        : organisationName(line.owner);
  const due =
    line.answeredAt === null && line.dueAt !== null && line.status !== 'closed'
      ? caseList.answerBy(momentWords(line.dueAt, now, language))
      : undefined;
  const late = line.broken ? caseList.overdue : due;
  const needs = (line.areas ?? []).map((area) => labels.area[area]).join(', ');
  const isLate = line.followUp !== undefined && line.followUp.dueOn < danishDate(now);
  const tone: Tone = isLate || line.broken || line.urgent ? 'attention' : 'default';
  return {
    kind: 'entry',
    title: `${line.urgent ? caseCard.urgent : ''}${title}`,
    text: [
      ...followUpParts(line, now, language),
      ...taskParts(line, now, language),
      line.referral ? referralWords(line.referral, language) : caseLabels.status[line.status],
      late,
      isAwaited ? undefined : nextWords(line.next, now, language),
      needs,
      standingLabel(line.standing, language),
      place,
      holder,
      isDraft ? undefined : line.caseId,
    ]
      .filter((part) => part)
      .join(' · '),
    tone,
    action: isDraft
      ? button(
          caseList.continueDraft,
          { name: 'intake', verb: 'intake.resume', draftId: line.caseId, revision: null, input: {} },
          typed.resume,
        )
      : button(caseList.show(title), { name: 'case', caseId: line.caseId }, typed.case(line.caseId)),
  };
}

function pageActions(answer: CasesAnswer, language: Language): ViewAction[] {
  const { caseList, typed } = sentencesIn(language);
  const go = (title: string, page: number) =>
    button(
      title,
      { name: 'cases', filter: answer.filter, page },
      typed.listPage(typed.list[answer.filter], page),
    );
  return [
    ...(answer.page > 1 ? [go(caseList.previous, answer.page - 1)] : []),
    ...(answer.page < answer.pages ? [go(caseList.next, answer.page + 1)] : []),
  ];
}

/** For coordinators, where the CRM lacks cases: to send them once more. */
function againActions({ sentAgain, total }: CasesAnswer, language: Language): ViewAction[] {
  if (sentAgain === undefined || sentAgain > 0 || total === 0) return [];
  const { caseList, typed } = sentencesIn(language);
  return [
    button(caseList.sendAgain, { name: 'cases', filter: 'not-in-crm', again: true }, typed.sendToCrmAgain),
  ];
}

/** Cases by filter, one line each, with paging and the other filters. */
export function casesView(answer: CasesAnswer, language: Language): View {
  const { caseLabels, caseList, typed } = sentencesIn(language);
  const others = CASE_FILTERS.filter((filter) => filter !== answer.filter).map((filter) =>
    button(caseLabels.filter[filter], { name: 'cases', filter }, typed.list[filter]),
  );
  const drafts = answer.lines.filter(({ status }) => status === 'draft').length;
  const page = answer.pages > 1 ? ` · ${caseList.page(answer.page, answer.pages)}` : '';
  return {
    language,
    title: caseLabels.filter[answer.filter],
    subtitle: `${caseList.total(answer.total, drafts)}${page}`,
    tone: 'default',
    blocks: [
      ...paragraph(answer.sentAgain ? caseList.sentAgain(answer.sentAgain) : null),
      ...(answer.lines.length > 0
        ? answer.lines.map((line) => lineBlock(line, answer.now, language))
        : [{ kind: 'text', text: caseList.none } as const]),
    ],
    actions: [...againActions(answer, language), ...pageActions(answer, language), ...others],
    refresh: null,
  };
}
