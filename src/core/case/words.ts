import type { Case, Handover } from './case.ts';
import type { GivenReferral, Registered } from './registered.ts';

/** Whether a text must go. */
export type IsGone = (text: string) => boolean;

/** For an erasure of everything that people wrote. */
export const ALL_GONE: IsGone = () => true;

/** The referral without its words where one of them must go. Who it was to is one statement: name and reason go together. */
function referralWithout(referral: GivenReferral, isGone: IsGone): GivenReferral {
  const { name, why } = referral;
  return [name, why].some((text) => text !== null && isGone(text))
    ? { ...referral, name: null, why: null }
    : referral;
}

function registeredWithout({ services, referrals, selfHelp }: Registered, isGone: IsGone): Registered {
  return {
    ...(services && { services }),
    ...(referrals && { referrals: referrals.map((one) => referralWithout(one, isGone)) }),
    ...(selfHelp && {
      selfHelp: selfHelp.map((one) => ({ ...one, focus: one.focus.filter((word) => !isGone(word)) })),
    }),
  };
}

function handoverWithout(handover: Handover, isGone: IsGone): Handover {
  const { reason, questions } = handover;
  return {
    ...handover,
    reason: emptied(reason, isGone),
    questions: questions.map((question) => ({
      ...question,
      text: emptied(question.text, isGone),
      answer: emptied(question.answer, isGone),
    })),
  };
}

/** That a text was written stays known: an answered question is one without its words, too. */
function emptied<Text extends string | null>(text: Text, isGone: IsGone): Text | '' {
  return text !== null && isGone(text) ? '' : text;
}

/** An outcome without what a person wrote in it, or without the texts that must go. */
export function outcomeWithout<Of extends NonNullable<Case['outcome']>>(
  outcome: Of,
  isGone: IsGone = ALL_GONE,
): Of {
  const { actionPlan, note, noServiceWhy, noActionPlan, noFollowUp } = outcome;
  const keep = (text: string | null) => (text !== null && isGone(text) ? null : text);
  return {
    ...outcome,
    actionPlan: keep(actionPlan),
    note: keep(note),
    ...(noServiceWhy != null && { noServiceWhy: keep(noServiceWhy) }),
    ...(noActionPlan != null && { noActionPlan: keep(noActionPlan) }),
    ...(noFollowUp != null && { noFollowUp: keep(noFollowUp) }),
  };
}

/**
 * The case without the free texts that must go: the one list of where people write on a case, and so where they may name
 * anybody. The company, its contact person and all that is counted stay.
 */
export function withoutWords(kase: Case, isGone: IsGone): Case {
  const isText = (text: unknown): boolean => typeof text === 'string' && isGone(text);
  const { description, ...values } = kase.values;
  const { override, outcome, retracted, remarks, undoable } = kase;
  return {
    ...kase,
    values: isText(description) ? values : kase.values,
    override: override && { ...override, reason: emptied(override.reason, isGone) },
    handovers: kase.handovers.map((one) => handoverWithout(one, isGone)),
    outcome: outcome && outcomeWithout(outcome, isGone),
    contacts: kase.contacts.map((contact) =>
      [contact.text, contact.person].some(isText)
        ? { ...contact, text: null, ...(contact.person && { person: null }) }
        : contact,
    ),
    ...(retracted && {
      retracted: {
        ...outcomeWithout(retracted, isGone),
        ...(retracted.again && { again: registeredWithout(retracted.again, isGone) }),
      },
    }),
    ...registeredWithout(kase, isGone),
    ...(remarks && {
      remarks: remarks.map((remark) => (isText(remark.text) ? { ...remark, text: null } : remark)),
    }),
    // It would bring back the words of a referral.
    ...(undoable && {
      undoable: undoable.filter(
        ({ before: { referral } }) => !referral || referralWithout(referral.was, isGone) === referral.was,
      ),
    }),
  };
}
