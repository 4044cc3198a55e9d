import { dateWords } from '../../dialogs/dates.ts';
import { noticeWords } from '../../dialogs/notice-words.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import { saidOf, typedForm } from '../../dialogs/verb-words.ts';
import type { RunningCase } from '../../src/core/answer.ts';
import type { Notice } from '../../src/core/notice.ts';
import { organisationName } from '../../src/core/organisation.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import type { View, ViewAction } from '../view.ts';
import { button, facts } from './parts.ts';
import { plainForm } from './verb-form.ts';

const ADD = 'case.add-contact';

/** Who serves the company and since when, in one sentence: what everybody may know. */
export function runningSentence(running: RunningCase, language: Language): string {
  const { runningCase } = sentencesIn(language);
  const owner = organisationName(running.owner);
  const since = dateWords(running.since, language);
  return running.assignee
    ? runningCase.alreadyServedBy(owner, running.assignee, since, running.caseId)
    : runningCase.alreadyServed(owner, since, running.caseId);
}

/** A case as those see it who are no part of it. */
export function runningCaseView(
  running: RunningCase,
  notice: Notice | null,
  mayAdd: boolean,
  language: Language,
): View {
  const { caseCard, caseLabels, runningCase } = sentencesIn(language);
  return {
    language,
    title: caseCard.title(running.caseId),
    subtitle: organisationName(running.owner),
    tone: 'default',
    blocks: [
      ...(notice ? [{ kind: 'callout', tone: 'good', text: noticeWords(notice, language) } as const] : []),
      ...facts([
        [runningCase.at, organisationName(running.owner)],
        [runningCase.since, dateWords(running.since, language)],
        [runningCase.status, caseLabels.status[running.status]],
        [runningCase.contact, running.assignee],
      ]),
      {
        kind: 'text',
        subtle: true,
        text: mayAdd ? runningCase.onlyForParties : `${runningCase.onlyForParties} ${runningCase.howToAdd}`,
      },
    ],
    actions: mayAdd ? [addContact(running, language)] : [],
    refresh: null,
  };
}

function addContact(running: RunningCase, language: Language): ViewAction {
  return button(
    saidOf(ADD, language).label,
    { name: 'case-action', verb: ADD, caseId: running.caseId, revision: null, input: {} },
    typedForm(ADD, running.caseId, language),
    { form: plainForm(ADD, language) },
  );
}
