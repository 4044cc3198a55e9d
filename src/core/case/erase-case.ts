import type { IntakeValues } from '../intake/draft.ts';
import type { Case, Handover } from './case.ts';
import { type Change, historyOf, instantOn } from './case-change.ts';
import { closeHandover, isActive } from './derived.ts';

/** Why a case was made anonymous: its time was up, or somebody asked for it. */
export type ErasureCause = 'retention' | 'request';

/** The values kept for statistics. None identifies a company or a person; only the founding year is kept. */
function countsOf(values: IntakeValues): IntakeValues {
  const { municipality, stage, maturity, segment, areas, depth, depths, crisis, clarified } = values;
  const { consent, entry, direction, founded } = values;
  return {
    municipality,
    stage,
    maturity,
    segment,
    areas,
    depth,
    depths,
    crisis,
    clarified,
    consent,
    entry,
    direction,
    founded: founded?.slice(0, 4),
  };
}

function wordless(handover: Handover): Handover {
  return {
    ...handover,
    reason: handover.reason === null ? null : '',
    questions: handover.questions.map((one) => ({
      ...one,
      text: '',
      answer: one.answer === null ? null : '',
    })),
  };
}

/** The case without what people wrote about it: notes, reasons, questions and plans may name anybody. */
function withoutWords(kase: Case): Case {
  return {
    ...kase,
    override: kase.override && { ...kase.override, reason: '' },
    handovers: kase.handovers.map(wordless),
    outcome: kase.outcome && { ...kase.outcome, actionPlan: null, note: null },
    ...(kase.remarks && { remarks: kase.remarks.map((one) => ({ ...one, text: null })) }),
    contacts: kase.contacts.map((one) => ({ ...one, text: null, ...(one.person && { person: null }) })),
  };
}

/** A company's case without the person who was its contact, and without what was written. The case goes on. */
export function eraseContact(kase: Case, asOf: string): Change {
  const now = instantOn(kase, asOf);
  const { contactName: _, contactPhone: __, contactEmail: ___, description: ____, ...values } = kase.values;
  const after: Case = { ...withoutWords(kase), revision: kase.revision + 1, changedAt: now, values };
  return {
    case: after,
    history: [historyOf(kase, after, { type: 'contact-erased' }, null, now)],
    effects: [{ kind: 'crm.save' }, { kind: 'card.refresh' }],
  };
}

/**
 * The case made anonymous (handover.md, "Data protection"): whoever it was about is gone from it, free text included;
 * what the indicators count stays, and history keeps that something was erased, not what. A case that is still under
 * way ends as withdrawn. `countedAs` keeps several erased cases of one company together.
 */
export function eraseCase(kase: Case, asOf: string, cause: ErasureCause, countedAs?: string): Change {
  const now = instantOn(kase, asOf);
  const running = isActive(kase);
  const calm = running ? closeHandover(kase, { state: 'withdrawn', settledAt: now, settledBy: null }) : kase;
  const after: Case = {
    ...withoutWords(calm),
    revision: kase.revision + 1,
    changedAt: now,
    status: running ? 'withdrawn' : kase.status,
    closedAt: kase.closedAt ?? now,
    assignee: null,
    values: countsOf(kase.values),
    linkedTo: null,
    ...(kase.callBack && { callBack: null }),
    erasedAt: now,
    ...(countedAs !== undefined && { countedAs }),
  };
  return {
    case: after,
    history: [historyOf(kase, after, { type: 'erased', cause }, null, now)],
    effects: [{ kind: 'crm.save' }, { kind: 'card.refresh' }],
  };
}
