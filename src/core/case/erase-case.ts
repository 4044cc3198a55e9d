import type { IntakeValues } from '../intake/draft.ts';
import type { Case } from './case.ts';
import { type Change, historyOf, instantOn } from './case-change.ts';
import { withoutOldValues } from './correction.ts';
import { closeHandover, isActive } from './derived.ts';
import { ALL_GONE, withoutWords } from './words.ts';

/** The cause of an erasure: the retention period ended, or somebody asked for it. */
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

/** The case without free text, and without a closing that was undone: it may hold numbers of the company. */
function wordless(kase: Case): Case {
  return { ...withoutWords(kase, ALL_GONE), ...(kase.retracted && { retracted: null }) };
}

/** Erases a contact person and all free text from a company's case, which stays running. */
export function eraseContact(kase: Case, asOf: string): Change {
  const { contactName: _, contactPhone: __, contactEmail: ___, ...values } = kase.values;
  return withoutTexts({ ...kase, values }, 'contact-erased', asOf);
}

/** Erases the old values and all free text from a case, which keeps its present contact person and stays running. */
export function eraseWords(kase: Case, asOf: string): Change {
  return withoutTexts(kase, 'texts-erased', asOf);
}

function withoutTexts(kase: Case, type: 'contact-erased' | 'texts-erased', asOf: string): Change {
  const now = instantOn(kase, asOf);
  const after: Case = {
    ...wordless(kase),
    ...(kase.corrections && { corrections: withoutOldValues(kase.corrections) }),
    revision: kase.revision + 1,
    changedAt: now,
  };
  return {
    case: after,
    history: [historyOf(kase, after, { type }, null, now)],
    effects: [{ kind: 'crm.save' }, { kind: 'card.refresh' }],
  };
}

/**
 * Anonymises a case (handover.md, "Data protection"): personal data and free text are erased, statistics stay, and
 * history records the erasure without its contents. A running case ends as withdrawn. `companyKey` stays, under which the
 * cases of a company count together.
 */
export function eraseCase(kase: Case, asOf: string, cause: ErasureCause): Change {
  const now = instantOn(kase, asOf);
  const running = isActive(kase);
  const withoutOffer = running
    ? closeHandover(kase, { state: 'withdrawn', settledAt: now, settledBy: null })
    : kase;
  const after: Case = {
    ...wordless(withoutOffer),
    revision: kase.revision + 1,
    changedAt: now,
    status: running ? 'withdrawn' : kase.status,
    closedAt: kase.closedAt ?? now,
    assignee: null,
    values: countsOf(kase.values),
    linkedTo: null,
    ...(kase.corrections && { corrections: withoutOldValues(kase.corrections) }),
    ...(kase.undoable && { undoable: [] }),
    ...(kase.callBack && { callBack: null }),
    erasedAt: now,
  };
  return {
    case: after,
    history: [historyOf(kase, after, { type: 'erased', cause }, null, now)],
    effects: [{ kind: 'crm.save' }, { kind: 'card.refresh' }],
  };
}
