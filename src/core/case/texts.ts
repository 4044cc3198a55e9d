import type { Case } from './case.ts';

/** A text that a person wrote on a case: about what, when, and who. */
export interface WrittenText {
  /** The event that it belongs to, or the field. */
  readonly about: string;
  readonly at: string;
  readonly by: string;
  readonly text: string;
}

/** A text as it stands on the case; null where there is none, or it was erased. */
type Maybe = Omit<WrittenText, 'text'> & { readonly text: string | null | undefined };

/** Everything that people wrote on a case after it was opened, oldest first. Empty and erased texts are left out. */
export function textsOf(kase: Case): readonly WrittenText[] {
  const { handovers, remarks = [], contacts, outcome, closedAt } = kase;
  // Cases of earlier versions do not say who closed them.
  const closedBy =
    outcome?.closedBy ?? kase.undoable?.findLast(({ event }) => event === 'closed')?.by ?? kase.assignee;
  const closing = (about: string, text: string | null | undefined): Maybe => ({
    about,
    at: closedAt ?? kase.createdAt,
    by: closedBy?.name ?? '',
    text,
  });
  const all: readonly Maybe[] = [
    ...handovers.flatMap(({ questions, ...handover }): Maybe[] => [
      ...questions.flatMap((question): Maybe[] => [
        { about: 'question', at: question.askedAt, by: question.askedBy.name, text: question.text },
        {
          about: 'answer',
          at: question.answeredAt ?? question.askedAt,
          by: question.answeredBy?.name ?? '',
          text: question.answer,
        },
      ]),
      {
        about: handover.state,
        at: handover.settledAt ?? handover.offeredAt,
        by: (handover.settledBy ?? handover.offeredBy).name,
        text: handover.reason,
      },
    ]),
    ...remarks.map(({ event, at, by, text }) => ({ about: event, at, by: by.name, text })),
    ...contacts.flatMap(({ at, by, text, person }): Maybe[] => [
      { about: 'contact', at, by: by.name, text },
      { about: 'contact-person', at, by: by.name, text: person },
    ]),
    ...(outcome
      ? [
          closing('no-service', outcome.noServiceWhy),
          closing('no-action-plan', outcome.noActionPlan),
          closing('no-follow-up', outcome.noFollowUp),
          closing('note', outcome.note),
        ]
      : []),
  ];
  return all
    .flatMap(({ text, ...rest }) => (text ? [{ ...rest, text }] : []))
    .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}
