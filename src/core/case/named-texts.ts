import type { Case, Handover } from './case.ts';
import { type Change, historyOf, instantOn } from './case-change.ts';
import type { GivenReferral, Registered } from './registered.ts';

/** Whether a text names the person or company that is to be forgotten. */
export type IsNamed = (text: string) => boolean;

/** The referral without its words where they name somebody. Who it was to is one statement: name and reason go together. */
function referralWithout(referral: GivenReferral, isNamed: IsNamed): GivenReferral {
  const { name, why } = referral;
  return [name, why].some((text) => text !== null && isNamed(text))
    ? { ...referral, name: null, why: null }
    : referral;
}

function registeredWithout({ services, referrals, selfHelp }: Registered, isNamed: IsNamed): Registered {
  return {
    ...(services && { services }),
    ...(referrals && { referrals: referrals.map((one) => referralWithout(one, isNamed)) }),
    ...(selfHelp && {
      selfHelp: selfHelp.map((one) => ({ ...one, focus: one.focus.filter((word) => !isNamed(word)) })),
    }),
  };
}

function handoverWithout(handover: Handover, keep: (text: string) => string): Handover {
  const { reason, questions } = handover;
  return {
    ...handover,
    reason: reason === null ? null : keep(reason),
    questions: questions.map((question) => ({
      ...question,
      text: keep(question.text),
      answer: question.answer === null ? null : keep(question.answer),
    })),
  };
}

function outcomeWithout<Of extends NonNullable<Case['outcome']>>(
  outcome: Of,
  keep: <T>(text: T) => T | null,
): Of {
  const { actionPlan, note, noServiceWhy, noActionPlan, noFollowUp } = outcome;
  return {
    ...outcome,
    actionPlan: keep(actionPlan),
    note: keep(note),
    ...(noServiceWhy != null && { noServiceWhy: keep(noServiceWhy) }),
    ...(noActionPlan != null && { noActionPlan: keep(noActionPlan) }),
    ...(noFollowUp != null && { noFollowUp: keep(noFollowUp) }),
  };
}

/** The case without the texts that name somebody. The company, its contact person and all other texts stay. */
function withoutNamed(kase: Case, isNamed: IsNamed): Case {
  const gone = (text: unknown): boolean => typeof text === 'string' && isNamed(text);
  const keep = <T>(text: T): T | null => (gone(text) ? null : text);
  const emptied = (text: string): string => (isNamed(text) ? '' : text);
  const { description, ...values } = kase.values;
  const { override, outcome, retracted, remarks, undoable } = kase;
  return {
    ...kase,
    values: gone(description) ? values : kase.values,
    override: override && { ...override, reason: emptied(override.reason) },
    handovers: kase.handovers.map((one) => handoverWithout(one, emptied)),
    outcome: outcome && outcomeWithout(outcome, keep),
    contacts: kase.contacts.map((contact) =>
      [contact.text, contact.person].some(gone)
        ? { ...contact, text: null, ...(contact.person && { person: null }) }
        : contact,
    ),
    ...(retracted && {
      retracted: {
        ...outcomeWithout(retracted, keep),
        ...(retracted.again && { again: registeredWithout(retracted.again, isNamed) }),
      },
    }),
    ...registeredWithout(kase, isNamed),
    ...(remarks && { remarks: remarks.map((remark) => ({ ...remark, text: keep(remark.text) })) }),
    // It would bring back the words of a referral.
    ...(undoable && {
      undoable: undoable.filter(
        ({ before: { referral } }) => !referral || referralWithout(referral.was, isNamed) === referral.was,
      ),
    }),
  };
}

/** Whether a text of the case names somebody: a note, a referral, a reason, the person of a later contact. */
export function isNamedOn(kase: Case, isNamed: IsNamed): boolean {
  return kase.erasedAt === null && JSON.stringify(withoutNamed(kase, isNamed)) !== JSON.stringify(kase);
}

/**
 * Erases the texts of a case that name somebody who is neither its company nor its contact person: an adviser to whom the
 * company was referred, somebody else who called. The case goes on, with everything else that it holds.
 */
export function eraseNamed(kase: Case, isNamed: IsNamed, asOf: string): Change {
  const now = instantOn(kase, asOf);
  const after: Case = { ...withoutNamed(kase, isNamed), revision: kase.revision + 1, changedAt: now };
  return {
    case: after,
    history: [historyOf(kase, after, { type: 'contact-erased' }, null, now)],
    effects: [{ kind: 'crm.save' }, { kind: 'card.refresh' }],
  };
}
