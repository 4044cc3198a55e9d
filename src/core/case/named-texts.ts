import type { Case } from './case.ts';
import { type Change, historyOf, instantOn } from './case-change.ts';
import { type IsGone, withoutWords } from './words.ts';

/** Whether a text of the case names somebody: a note, a referral, a reason, the person of a later contact. */
export function isNamedOn(kase: Case, isNamed: IsGone): boolean {
  return kase.erasedAt === null && JSON.stringify(withoutWords(kase, isNamed)) !== JSON.stringify(kase);
}

/**
 * Erases the texts of a case that name somebody who is neither its company nor its contact person: an adviser to whom the
 * company was referred, somebody else who called. The case goes on, with everything else that it holds.
 */
export function eraseNamed(kase: Case, isNamed: IsGone, asOf: string): Change {
  const now = instantOn(kase, asOf);
  const after: Case = { ...withoutWords(kase, isNamed), revision: kase.revision + 1, changedAt: now };
  return {
    case: after,
    history: [historyOf(kase, after, { type: 'texts-erased' }, null, now)],
    effects: [{ kind: 'crm.save' }, { kind: 'card.refresh' }],
  };
}
