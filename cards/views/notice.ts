import { noticeWords } from '../../dialogs/notice-words.ts';
import { refusalWords } from '../../dialogs/refusal-words.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import { caseWord, verbTexts } from '../../dialogs/verb-words.ts';
import type { Notice } from '../../src/core/notice.ts';
import { organisationName, parseOrganisation } from '../../src/core/organisation.ts';
import type { Refusal } from '../../src/core/result.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import type { View, ViewAction } from '../view.ts';
import { button } from './parts.ts';

/** The button that opens the case of a notice or refusal. */
function showCase(params: Refusal['params'], language: Language): ViewAction[] {
  const caseId = params && 'caseId' in params ? params.caseId : undefined;
  if (typeof caseId !== 'string' || caseId === '') return [];
  const { buttons, typed } = sentencesIn(language);
  return [button(buttons.showCase, { name: 'case', caseId }, typed.case(caseId))];
}

/** A button for each organisation that the person may act for; it goes on with what they typed. */
function chooseOrganisation({ code, params }: Refusal, language: Language): ViewAction[] {
  const ids = params && 'organisations' in params ? params.organisations : undefined;
  if (code !== 'choose-organisation' || typeof ids !== 'string') return [];
  const { typed } = sentencesIn(language);
  return ids.split(',').flatMap((id): ViewAction[] => {
    const organisation = parseOrganisation(id);
    if (!organisation) return [];
    const name = organisationName(organisation);
    return [button(name, { name: 'act-as', organisation }, typed.actAs(name), { tone: 'primary' })];
  });
}

function listCases(language: Language): ViewAction[] {
  const { buttons, typed } = sentencesIn(language);
  return [button(buttons.myCases, { name: 'cases', filter: 'mine' }, typed.cases)];
}

/** The button that brings a cancelled enquiry back. */
function undoCancel(notice: Notice, language: Language): ViewAction[] {
  if (notice.code !== 'cancelled' || notice.params.draftId === undefined) return [];
  const command = {
    name: 'intake',
    verb: 'intake.undo',
    draftId: notice.params.draftId,
    revision: null,
    input: {},
  } as const;
  return [button(verbTexts('case.undo', language).label, command, caseWord('case.undo', language))];
}

/** A notice: one sentence, and a button to its case. */
export function noticeView(notice: Notice, language: Language): View {
  return {
    language,
    title: noticeWords(notice, language),
    tone: 'default',
    blocks: [],
    actions: [...showCase({ ...notice.params }, language), ...undoCancel(notice, language)],
    refresh: null,
  };
}

/** A refusal: the reason, and always a way to go on. */
export function refusedView(refusal: Refusal, language: Language): View {
  const { buttons, typed } = sentencesIn(language);
  return {
    language,
    title: refusalWords(refusal, language),
    tone: 'warning',
    blocks: [],
    actions: [
      ...chooseOrganisation(refusal, language),
      ...(refusal.code === 'unknown-case' ? listCases(language) : showCase(refusal.params, language)),
      button(buttons.help, { name: 'help' }, typed.help),
    ],
    refresh: null,
  };
}
