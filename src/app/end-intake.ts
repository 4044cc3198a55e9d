import type { Case } from '../core/case/case.ts';
import type { CaseContext, Change } from '../core/case/case-change.ts';
import { mayShare } from '../core/case/derived.ts';
import { sourceOf } from '../core/case/enquiry.ts';
import { asksBasis, differsFrom, openCase, type ShownDoor } from '../core/case/open-case.ts';
import { decideCase } from '../core/case/verbs/table.ts';
import { sightOf } from '../core/case/visibility.ts';
import type { Draft, FieldProblem } from '../core/intake/draft.ts';
import type { Refusal } from '../core/result.ts';
import { caseContext } from './case-context.ts';
import { companyKeyOf } from './company-key.ts';
import { saveDraft } from './draft-changes.ts';
import { learn } from './forget-words.ts';
import { livingCase } from './merge-cases.ts';
import { linkOutreach } from './outreach/record-outreach.ts';
import { countContact } from './pace.ts';
import { saveChange } from './save-case.ts';
import { tellRunningOffices } from './tell-of-crisis.ts';
import { triage } from './triage-draft.ts';
import type { Work } from './turn.ts';

/** What an enquiry is to become, where the company already has a running case. */
export interface EndOptions {
  /** A case of its own, whatever runs. */
  readonly anyway: boolean;
  /** The enquiry is about a new need. */
  readonly newNeed: boolean;
  /** What the card with the clicked button showed. Left out where nothing was clicked. */
  readonly shown?: ShownDoor | undefined;
  /** Another system sent it: nobody of the office has spoken with the company. */
  readonly isUnattended?: boolean;
}

/**
 * What became of an intake. `problem`: nothing, for a value that is missing, or was not understood; the draft is as it was.
 * `refused`: nothing, because of the running case.
 */
export type EndedIntake =
  | { readonly kind: 'opened'; readonly case: Case }
  | { readonly kind: 'added'; readonly case: Case; readonly change: Change }
  | { readonly kind: 'problem'; readonly problem: FieldProblem }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

const problemAt = (
  field: string,
  code: 'municipality-needed' | 'basis-needed' | 'growth-wheel-needed' | 'decision-changed',
  typed = '',
): EndedIntake => ({
  kind: 'problem',
  problem: { field, refusal: { code }, typed },
});

/**
 * Ends a stored draft, filled as `filled` is: in a new case, or in the company's running case (O2). Triages it first.
 * Problems: `municipality-needed`, `basis-needed`, `growth-wheel-needed`, and `decision-changed` where the card showed another door
 * or form. Refuses as `case.add-contact` does, and with `too-often`.
 */
export async function endIntake(
  work: Work,
  draft: Draft,
  filled: Draft,
  { anyway, newNeed, shown, isUnattended }: EndOptions,
): Promise<EndedIntake> {
  const { decision, running } = await triage(work, filled);
  if (!decision) return problemAt('municipality', 'municipality-needed');
  // Nothing may be told to another office where the company declined: the enquiry becomes a case of our own.
  const maySay = running?.owner === work.actor.organisation || filled.values.consent !== 'declined';
  // O2: no second case while one runs, unless the person asks for it (`anyway`).
  if (running?.ours && decision.joinsRunning && !filled.override && !anyway && maySay)
    return addToRunning(work, draft, filled, running.caseId, newNeed);
  if (shown && differsFrom(shown, { ...filled, decision }, work.actor.organisation, work.deps.settingsOf))
    return problemAt('', 'decision-changed');
  const { cvr } = filled.values;
  const others = cvr === undefined ? [] : await work.stores.cases.ofCompany(cvr);
  const seen = others.find((one) => sightOf(one, work.actor, work.deps.settingsOf).number);
  const earlier = seen && (await livingCase(seen, work.stores));
  const opened = openCase(
    {
      id: work.deps.ids.caseId(),
      draftId: draft.id,
      values: filled.values,
      decision,
      override: filled.override,
      contactedAt: draft.contactedAt,
      linkedTo: draft.linkedTo ?? earlier?.id ?? running?.caseId ?? null,
      companyKey: cvr === undefined ? work.deps.ids.id() : await companyKeyOf(work, cvr, others),
      outreachId: filled.outreachId,
      isUnattended,
    },
    work.actor,
    { now: work.now, calendar: work.deps.calendar, settingsOf: work.deps.settingsOf },
  );
  if (!opened.ok) {
    const { code } = opened.refusal;
    return problemAt(code === 'growth-wheel-needed' ? 'noTool' : 'consent', code);
  }
  const kase = await saveChange(work.stores, opened.value, work.deps.calendar, work.now);
  await tellRunningOffices(work, kase);
  await endDraft(work, draft, filled, kase);
  await linkOutreach(work, filled, kase.id);
  return { kind: 'opened', case: kase };
}

/** Ends a draft in its case. The basis is known now, so what was noted to learn is learnt, or dropped. */
async function endDraft(work: Work, draft: Draft, filled: Draft, kase: Case): Promise<void> {
  const { toLearn: _, ...rest } = filled;
  await saveDraft(work, draft, { ...rest, state: 'confirmed', asking: null, caseId: kase.id });
  await learn(work.stores, filled, kase, work.now);
}

/** Adds the intake's enquiry to the company's running case, which keeps its owner (O2). */
async function addToRunning(
  work: Work,
  draft: Draft,
  filled: Draft,
  caseId: string,
  newNeed: boolean,
): Promise<EndedIntake> {
  const kase = await work.stores.cases.get(caseId);
  if (!kase) return { kind: 'refused', refusal: { code: 'unknown-case', params: { caseId } } };
  const { description, areas, tools, noTool, contactName, contactPhone, contactEmail } = filled.values;
  const elsewhere = kase.owner !== work.actor.organisation;
  if (asksBasis(filled.values, elsewhere) && (elsewhere || kase.basis === null))
    return problemAt('consent', 'basis-needed');
  const { consent: kind, basisScope: scope } = filled.values;
  const enquiry = {
    ...sourceOf(filled.values),
    ...(kind && { basis: { kind, ...(scope && { scope }) } }),
    contactedAt: draft.contactedAt,
  };
  const person = [contactName, contactPhone, contactEmail].filter((part) => part).join(' ');
  const decided = decideCase(
    kase,
    {
      verb: 'case.add-contact',
      revision: null,
      input: {
        text: [description, noTool].filter((part) => part).join('\n'),
        areas: areas?.join(',') ?? '',
        person,
        newNeed: String(newNeed),
        tools: tools?.join(',') ?? '',
      },
    },
    work.actor,
    {
      ...caseContext(work.deps, work.now),
      enquiry,
    },
  );
  if (!decided.ok) return { kind: 'refused', refusal: decided.refusal };
  const tooOften = await countContact(work);
  if (tooOften) return { kind: 'refused', refusal: tooOften };
  const { change } = decided;
  const added = await saveChange(work.stores, change, work.deps.calendar, work.now);
  const saved = await recordChosenBasis(work, added, enquiry);
  await endDraft(work, draft, filled, saved);
  await linkOutreach(work, filled, caseId);
  return { kind: 'added', case: saved, change };
}

/**
 * Records on the running case the basis that was chosen for the enquiry. A company that declines now withdraws the basis
 * of its case, or the enquiry's words would be shared under it. On another organisation's case only a basis that is
 * missing is filled in; what was said otherwise stands with the enquiry, for the owner to hear.
 */
async function recordChosenBasis(
  work: Work,
  kase: Case,
  enquiry: NonNullable<CaseContext['enquiry']>,
): Promise<Case> {
  const { basis } = enquiry;
  if (basis === undefined) return kase;
  const isShared = mayShare(kase);
  if (kase.owner !== work.actor.organisation && kase.basis !== null) return kase;
  if (basis.kind === 'declined' ? !isShared && kase.basis !== null : isShared) return kase;
  const action = isShared
    ? ({ verb: 'case.withdraw-basis', revision: null, input: {} } as const)
    : ({
        verb: 'case.basis',
        revision: null,
        input: { kind: basis.kind, ...(basis.scope && { scope: basis.scope }) },
      } as const);
  const context = { ...caseContext(work.deps, work.now), enquiry };
  const decided = decideCase(kase, action, work.actor, context);
  if (!decided.ok) throw new Error(`${action.verb} was refused on ${kase.id}: ${decided.refusal.code}`);
  return saveChange(work.stores, decided.change, work.deps.calendar, work.now);
}
