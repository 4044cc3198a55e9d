import type { Answer } from '../core/answer.ts';

/**
 * Whether an answer may be read by everybody where it cannot be shown to its person alone: it was made for a conversation.
 * An intake form and the offer of an earlier intake are a person's own.
 */
export function isMadeForSharing(answer: Answer): boolean {
  switch (answer.kind) {
    case 'question':
    case 'decision':
      return answer.shared;
    case 'refused':
    case 'cases':
    case 'overview':
    case 'figures':
    case 'digest':
    case 'found':
    case 'which':
      return true;
    default:
      return isForEverybody(answer);
  }
}

/**
 * Whether everyone in a channel may read the answer (handover.md, "What a shared channel shows"). A person's intake,
 * and a case as its parties see it, are not for everyone.
 */
export function isForEverybody(answer: Answer): boolean {
  switch (answer.kind) {
    case 'welcome':
    case 'help':
    case 'settings':
    case 'setting':
    case 'setting-change':
    case 'notice':
    case 'running-case':
    case 'terms':
    case 'rule':
    case 'door':
    case 'office':
    case 'small-talk':
    case 'offers':
    case 'advisers':
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
    case 'absence':
    case 'intake-form':
    case 'resume-offer':
    case 'question':
    case 'decision':
    case 'cases':
    case 'overview':
    case 'figures':
    case 'digest':
    case 'found':
    case 'which':
      return false;
    default: {
      const never: never = answer;
      return never;
    }
  }
}
