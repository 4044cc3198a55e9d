import { type ApiToken, personOfToken } from '../../core/api-token.ts';
import type { Case } from '../../core/case/case.ts';
import { openHandover } from '../../core/case/derived.ts';
import { redactedCase } from '../../core/case/redacted-case.ts';
import { sightOf } from '../../core/case/visibility.ts';
import { danishDate } from '../../core/danish-date.ts';
import { newDraft } from '../../core/intake/change-draft.ts';
import type { Draft, FieldProblem } from '../../core/intake/draft.ts';
import type { OrganisationId } from '../../core/organisation.ts';
import type { RawInput } from '../../core/raw-input.ts';
import type { Refusal } from '../../core/result.ts';
import type { Priority } from '../../core/triage/decision.ts';
import { crmWithin, LIMITS, languageWithin, registerWithin, startBudget } from '../deadline.ts';
import type { Dependencies } from '../dependencies.ts';
import { fillFromForm } from '../draft-changes.ts';
import { endIntake } from '../end-intake.ts';
import { type Lookups, lookUp } from '../look-up.ts';
import { maskCommand } from '../mask.ts';
import { overruled } from '../register-differences.ts';
import type { Work } from '../turn.ts';
import { callerOf, refusalOf } from './api-caller.ts';

/** An enquiry from another system, before anything of it is checked. */
export interface NewEnquiry {
  readonly token: ApiToken;
  /** Who received it: one of the token's organisations. */
  readonly organisation: OrganisationId;
  /** The intake form's inputs, as typed. */
  readonly input: RawInput;
  /** The enquiry is about a need of its own, where the company has a case that runs. */
  readonly newNeed: boolean;
  /** When the company made contact, as an ISO instant in UTC that is not ahead; null: now. */
  readonly contactedAt: string | null;
  /** Keyed hashes of the idempotency key and of the body. */
  readonly key: string;
  readonly body: string;
}

/** What the sender is told of an enquiry that was taken. */
interface TakenEnquiry {
  readonly caseId: string;
  /** `created`: a case of its own. `added`: to the company's case that runs (O2). */
  readonly outcome: 'created' | 'added';
  readonly owner: OrganisationId;
  /** The organisation that the case is offered to. */
  readonly offeredTo: OrganisationId | null;
  /** The rule that names the owner; null where it is a case of others that the organisation may not see. */
  readonly rule: string | null;
  readonly priority: Priority;
  /** When the company has its first answer at the latest. */
  readonly dueAt: string;
  /** Civil registration numbers that were removed from what was sent. */
  readonly cprRemoved: number;
}

/**
 * What became of an enquiry. `taken`: it is in the store; `again`: it was before, and this is the same answer.
 * `problems`: nothing was kept, for these values. `key-reused`: the key belongs to another enquiry.
 */
export type EnquiryResult =
  | {
      readonly kind: 'taken';
      readonly enquiry: TakenEnquiry;
      readonly again: boolean;
      /** Values that the register overrules. */
      readonly remarks: readonly FieldProblem[];
    }
  | { readonly kind: 'problems'; readonly problems: readonly FieldProblem[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** `register-away`: nothing was kept, because only the register could have told the municipality. To be sent again. */
  | { readonly kind: 'key-reused' | 'token-refused' | 'token-scope' | 'register-away' };

/**
 * Takes an enquiry from another system (a web form, a telephone system, the digital platform) as an intake that is
 * confirmed at once: the same masking, look-ups, checks and triage as in chat. The case, its effects and the answer under
 * its key are one transaction, so that a repeated request changes nothing. Throws `StoreError`.
 */
export async function takeEnquiry(given: NewEnquiry, deps: Dependencies): Promise<EnquiryResult> {
  const command = { name: 'intake', verb: 'intake.submit', draftId: null, revision: null } as const;
  const masked = maskCommand({ ...command, input: given.input }, deps.maskCpr);
  if (masked.command.name !== 'intake') throw new Error('Masking has made another command of an intake');
  const { input } = masked.command;
  const before = await deps.unitOfWork.read((stores) => stores.api.answerTo(given.token.id, given.key));
  // A repeated request asks neither the register nor the CRM.
  const lookups = before ? null : await lookUpEnquiry(input, deps);
  const now = deps.clock.now();
  return deps.unitOfWork.run(async (stores): Promise<EnquiryResult> => {
    // It may have been revoked since the request was let in.
    const refused = refusalOf(await stores.api.token(given.token.id), 'enquiries:write', now);
    if (refused) return { kind: refused };
    const kept = await stores.api.answerTo(given.token.id, given.key);
    if (kept && kept.body !== given.body) return { kind: 'key-reused' };
    if (kept) return { ...(kept.answer as Extract<EnquiryResult, { kind: 'taken' }>), again: true };
    if (!lookups) throw new Error(`The answer to ${personOfToken(given.token)} was forgotten in between`);
    const joined = { removed: 0 };
    const work: Work = { deps, stores, now, lookups, joined, ...callerOf(given.token, given.organisation) };
    const result = await endEnquiry(work, given, input, masked.removed);
    if (result.kind === 'taken')
      await stores.api.keepAnswer(given.token.id, given.key, { body: given.body, answer: result }, now);
    return result;
  });
}

async function lookUpEnquiry(input: RawInput, deps: Dependencies): Promise<Lookups> {
  const budget = startBudget(deps.clock, LIMITS.message);
  const asked = {
    ...deps,
    register: registerWithin(deps.register, budget),
    crm: crmWithin(deps.crm, budget, LIMITS.crm),
    language: languageWithin(deps.language, budget),
  };
  const command = { name: 'intake', verb: 'intake.submit', draftId: null, revision: null, input } as const;
  return lookUp(command, undefined, asked, danishDate(deps.clock.now()));
}

async function endEnquiry(
  work: Work,
  { organisation, newNeed, contactedAt }: NewEnquiry,
  input: RawInput,
  cprRemoved: number,
): Promise<EnquiryResult> {
  const { deps, stores, now, person, joined } = work;
  const empty = newDraft(deps.ids.id(), person.id, organisation, 'decision', now);
  const began: Draft = { ...empty, contactedAt: contactedAt ?? now };
  await stores.drafts.insert(began);
  const { draft, filled, read } = fillFromForm(work, began, { entry: 'digital', ...input });
  const undone = async (result: EnquiryResult): Promise<EnquiryResult> => {
    await stores.drafts.delete(began.id);
    return result;
  };
  if (filled.rejected.length > 0) return undone({ kind: 'problems', problems: filled.rejected });
  const ended = await endIntake(work, draft, filled, { anyway: false, newNeed, isUnattended: true });
  switch (ended.kind) {
    case 'problem':
      if (ended.problem.refusal.code === 'municipality-needed' && work.lookups.registerSilent)
        return undone({ kind: 'register-away' });
      return undone({ kind: 'problems', problems: [ended.problem] });
    case 'refused':
      return undone({ kind: 'refused', refusal: ended.refusal });
    case 'opened':
    case 'added':
      return {
        kind: 'taken',
        again: false,
        enquiry: {
          ...told(ended.case, work),
          outcome: ended.kind === 'opened' ? 'created' : 'added',
          cprRemoved: cprRemoved + joined.removed,
        },
        remarks: overruled(read, filled).map((remark) => ({ ...remark, typed: '' })),
      };
    default: {
      const never: never = ended;
      return never;
    }
  }
}

/**
 * What an enquiry's sender is told of its case. It may have joined another office's case: then no more than chat shows the
 * organisation of it: priority and rule may say that the company is in a crisis.
 */
function told(kase: Case, { actor, deps }: Work): Omit<TakenEnquiry, 'outcome' | 'cprRemoved'> {
  const sees = sightOf(kase, actor, deps.settingsOf);
  const { priority, promise } = redactedCase(kase, sees);
  return {
    caseId: kase.id,
    owner: kase.owner,
    offeredTo: openHandover(kase)?.to ?? null,
    rule: sees.outline ? kase.decision.owner.rule : null,
    priority,
    dueAt: promise.dueAt,
  };
}
