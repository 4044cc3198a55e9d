import type { CodeList } from '../src/core/case/verbs/fields.ts';
import type { Sentences } from './sentences.ts';

/** The labels of a closed list, by code, in one language. */
export function listLabels(
  list: CodeList,
  { caseLabels, labels, registration }: Sentences,
): Readonly<Record<string, string>> {
  switch (list) {
    case 'return-reason':
      return caseLabels.returnReason;
    case 'basis':
      return labels.basis;
    case 'basis-scope':
      return labels.basisScope;
    case 'segment':
      return labels.registeredSegment;
    case 'actor':
      return labels.actor;
    case 'area':
      return labels.area;
    case 'answer-form':
      return labels.answerForm;
    case 'follow-up-result':
      return caseLabels.followUpResult;
    case 'service-form':
      return registration.serviceForm;
    case 'meeting':
      return registration.meeting;
    case 'tool':
      return registration.tool;
    case 'application-help':
      return registration.applicationHelp;
    case 'no-service':
      return registration.noService;
    case 'uptake':
      return registration.uptake;
    case 'stage':
      return labels.stageShort;
    case 'maturity':
      return labels.maturity;
    case 'company-segment':
      return labels.segment;
    default: {
      const never: never = list;
      return never;
    }
  }
}

/** Further words for the codes of a closed list, separated by `|`. */
export function listWords(
  list: CodeList,
  { fieldWords, registration: { words } }: Sentences,
): Partial<Readonly<Record<string, string>>> {
  switch (list) {
    case 'return-reason':
      return fieldWords.returnReason;
    case 'basis':
      return fieldWords.basis;
    case 'basis-scope':
      return fieldWords.basisScope;
    case 'segment':
      return fieldWords.segment;
    case 'actor':
      return fieldWords.actor;
    case 'area':
      return fieldWords.area;
    case 'answer-form':
      return fieldWords.answerForm;
    case 'follow-up-result':
      return fieldWords.followUpResult;
    case 'service-form':
      return words.serviceForm;
    case 'meeting':
      return words.meeting;
    case 'tool':
      return words.tool;
    case 'application-help':
      return words.applicationHelp;
    case 'no-service':
      return words.noService;
    case 'uptake':
      return words.uptake;
    case 'stage':
      return fieldWords.stage;
    case 'maturity':
      return fieldWords.maturity;
    case 'company-segment':
      return fieldWords.segment;
    default: {
      const never: never = list;
      return never;
    }
  }
}
