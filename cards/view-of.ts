import type { Answer } from '../src/core/answer.ts';
import type { Language } from '../src/core/vocabulary.ts';
import type { View } from './view.ts';
import { absenceView } from './views/absence.ts';
import { advisersView } from './views/advisers.ts';
import { caseView } from './views/case.ts';
import { caseLineView } from './views/case-line.ts';
import { casesView } from './views/cases.ts';
import { decisionView } from './views/decision.ts';
import { digestView } from './views/digest.ts';
import { doorView, ruleView, termsView } from './views/explained.ts';
import { figuresView } from './views/figures.ts';
import { foundView } from './views/found.ts';
import { helpView } from './views/help.ts';
import { intakeFormView } from './views/intake-form.ts';
import { noticeView, refusedView } from './views/notice.ts';
import { offersView } from './views/offers.ts';
import { officeView } from './views/office.ts';
import { outreachView } from './views/outreach.ts';
import { outreachListView } from './views/outreach-list.ts';
import { outreachLookView } from './views/outreach-look.ts';
import { overviewView } from './views/overview.ts';
import { questionView } from './views/question.ts';
import { resumeView } from './views/resume.ts';
import { runningCaseView } from './views/running-case.ts';
import { settingView } from './views/setting.ts';
import { settingChangeView } from './views/setting-change.ts';
import { settingsView } from './views/settings.ts';
import { smallTalkView, whichView } from './views/talk.ts';
import { welcomeView } from './views/welcome.ts';

/** The view of an answer in a language. Each of its buttons says what it is about. */
export function viewOf(answer: Answer, language: Language): View {
  const view = drawn(answer, language);
  const actions = view.actions.map((action) => ({
    ...action,
    spoken: `${(action.meaning ?? action.title).replace(/\s*…$/, '')}: ${view.title}`,
  }));
  return { ...view, actions };
}

function drawn(answer: Answer, language: Language): View {
  switch (answer.kind) {
    case 'welcome':
      return welcomeView(language);
    case 'help':
      return helpView(language);
    case 'absence':
      return absenceView(answer, language);
    case 'settings':
      return settingsView(answer, language);
    case 'setting':
      return settingView(answer, language);
    case 'setting-change':
      return settingChangeView(answer, language);
    case 'notice':
      return noticeView(answer.notice, language);
    case 'refused':
      return refusedView(answer.refusal, language);
    case 'intake-form':
      return intakeFormView(answer, language);
    case 'resume-offer':
      return resumeView(answer, language);
    case 'question':
      return questionView(answer, language);
    case 'decision':
      return decisionView(answer, language);
    case 'case':
      return caseView(answer, language);
    case 'case-line':
      return caseLineView(answer, language);
    case 'cases':
      return casesView(answer, language);
    case 'overview':
      return overviewView(answer, language);
    case 'digest':
      return digestView(answer, language);
    case 'figures':
      return figuresView(answer, language);
    case 'found':
      return foundView(answer, language);
    case 'outreach-look':
      return outreachLookView(answer, language);
    case 'outreach':
      return outreachView(answer, language);
    case 'outreach-list':
      return outreachListView(answer, language);
    case 'offers':
      return offersView(answer, language);
    case 'advisers':
      return advisersView(answer, language);
    case 'terms':
      return termsView(answer.terms, language);
    case 'rule':
      return ruleView(answer.rule, language);
    case 'door':
      return doorView(answer, language);
    case 'office':
      return officeView(answer, language);
    case 'small-talk':
      return smallTalkView(answer.about, language);
    case 'which':
      return whichView(answer.text, language);
    case 'running-case':
      return runningCaseView(answer.running, { ...answer, mayAdd: answer.mayAdd === true }, language);
    default: {
      const never: never = answer;
      return never;
    }
  }
}
