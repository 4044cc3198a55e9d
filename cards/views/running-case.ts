import { dateWords } from '../../dialogs/dates.ts';
import { noticeWords } from '../../dialogs/notice-words.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import { typedForm, verbTexts } from '../../dialogs/verb-words.ts';
import type { Notice } from '../../src/core/notice.ts';
import { organisationName } from '../../src/core/organisation.ts';
import type { RunningCase } from '../../src/core/running-case.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import { colleagueText } from '../chat-link.ts';
import type { View, ViewAction } from '../view.ts';
import { button, facts } from './parts.ts';
import { plainForm } from './verb-form.ts';

const ADD = 'case.add-contact';

/** The owner of the company's running case and its start, in one sentence that anyone may read. */
export function runningSentence(running: RunningCase, language: Language): string {
  const { runningCase } = sentencesIn(language);
  const owner = organisationName(running.owner);
  const since = dateWords(running.since, language);
  return running.assignee
    ? runningCase.alreadyServedBy(owner, running.assignee, since, running.caseId)
    : runningCase.alreadyServed(owner, since, running.caseId);
}

/** A running case for viewers who have no part in it. */
export function runningCaseView(
  running: RunningCase,
  {
    notice,
    mayAdd,
    chat,
  }: { readonly notice: Notice | null; readonly mayAdd: boolean; readonly chat?: string | undefined },
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
        [
          runningCase.contact,
          running.assignee !== null && chat ? [colleagueText(running.assignee, chat)] : running.assignee,
        ],
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
    verbTexts(ADD, language).label,
    { name: 'case-action', verb: ADD, caseId: running.caseId, revision: null, input: {} },
    typedForm(ADD, running.caseId, language),
    { form: plainForm(ADD, language) },
  );
}
