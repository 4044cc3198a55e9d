import { STATUS_LABELS } from '../../dialogs/case-labels.ts';
import { dateWords } from '../../dialogs/dates.ts';
import { noticeWords } from '../../dialogs/notices.ts';
import { sayIn } from '../../dialogs/say.ts';
import { typedForm, VERB_WORDS } from '../../dialogs/verbs.ts';
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
  const say = sayIn(language);
  const owner = organisationName(running.owner);
  const since = dateWords(running.since, language);
  const by = running.assignee ? say(` ved ${running.assignee}`, ` by ${running.assignee}`) : '';
  return say(
    `Virksomheden er allerede i gang hos ${owner}${by} siden ${since} (sag ${running.caseId}).`,
    `The company is already served at ${owner}${by} since ${since} (case ${running.caseId}).`,
  );
}

/** A case as those see it who are no part of it. */
export function runningCaseView(
  running: RunningCase,
  notice: Notice | null,
  mayAdd: boolean,
  language: Language,
): View {
  const say = sayIn(language);
  return {
    language,
    title: say(`Sag ${running.caseId}`, `Case ${running.caseId}`),
    subtitle: organisationName(running.owner),
    tone: 'default',
    blocks: [
      ...(notice ? [{ kind: 'callout', tone: 'good', text: noticeWords(notice, language) } as const] : []),
      ...facts([
        [say('Hos', 'At'), organisationName(running.owner)],
        [say('Siden', 'Since'), dateWords(running.since, language)],
        [say('Status', 'Status'), STATUS_LABELS[running.status][language]],
        [say('Kontaktperson', 'Contact'), running.assignee],
      ]),
      {
        kind: 'text',
        subtle: true,
        text: say(
          `Resten af sagen kan kun parterne se.${mayAdd ? '' : ' Har virksomheden henvendt sig til jer, så skriv "ny": henvendelsen føjes til sagen.'}`,
          `Only the parties to the case see the rest of it.${mayAdd ? '' : ' If the company has contacted you, type "new": the enquiry is added to the case.'}`,
        ),
      },
    ],
    actions: mayAdd ? [addContact(running, language)] : [],
    refresh: null,
  };
}

function addContact(running: RunningCase, language: Language): ViewAction {
  return button(
    VERB_WORDS[ADD].label[language],
    { name: 'case-action', verb: ADD, caseId: running.caseId, revision: null, input: {} },
    typedForm(ADD, running.caseId, language),
    { form: plainForm(ADD, language) },
  );
}
