import type { Answer } from '../core/answer.ts';

/**
 * Whether everyone in a channel may read the answer (handover.md, "What a shared channel shows"). A person's intake,
 * and a case as its parties see it, are not for everyone.
 */
export function isForEverybody(answer: Answer): boolean {
  switch (answer.kind) {
    case 'welcome':
    case 'help':
    case 'settings':
    case 'notice':
    case 'running-case':
    case 'terms':
    case 'rule':
    case 'door':
    case 'office':
    case 'small-talk':
      return true;
    case 'case-line':
      return answer.viewer.relation === 'channel';
    case 'case':
      return answer.viewer.relation === 'channel';
    case 'outreach':
    case 'outreach-look':
    case 'outreach-list':
      return answer.shared;
    case 'refused':
    case 'intake-form':
    case 'resume-offer':
    case 'question':
    case 'decision':
    case 'cases':
    case 'overview':
    case 'found':
    case 'which':
      return false;
    default: {
      const never: never = answer;
      return never;
    }
  }
}
