import type { Case } from '../core/case/case.ts';
import type { CaseContext, Change } from '../core/case/case-change.ts';
import { decideCase } from '../core/case/verbs/table.ts';
import type { Command } from '../core/command.ts';
import { withCompanyKey } from './company-key.ts';
import type { ReadStores } from './ports/unit-of-work.ts';
import { saveChange } from './save-case.ts';
import type { Turn } from './turn.ts';

type CaseAction = Extract<Command, { name: 'case-action' }>;

/** The other case of a merging, for the decision. */
export async function otherOf(
  { verb, input }: CaseAction,
  stores: ReadStores,
): Promise<Pick<CaseContext, 'other'>> {
  const other = verb === 'case.merge' && input.other ? await stores.cases.get(input.other) : undefined;
  return other ? { other } : {};
}

/** Saves the other half of a merging. Returns the case that lives on. */
export async function mergeOther(
  turn: Turn,
  before: Case,
  { case: saved }: Change,
  context: CaseContext,
): Promise<Case> {
  const { stores, deps, actor, now } = turn;
  const { other } = context;
  if (!other) throw new Error(`Case ${before.id} is merged with nothing`);
  const action = {
    verb: 'case.merge',
    revision: null,
    input: { other: before.id, confirm: 'true' },
  } as const;
  const decided = decideCase(other, action, actor, { ...context, other: before });
  if (!decided.ok) throw new Error(`Case ${other.id} refuses to be merged: ${decided.refusal.code}`);
  const change = await withCompanyKey(turn, other, decided.change);
  const half = await saveChange(stores, change, deps.calendar, now);
  return saved.mergedInto === undefined ? saved : half;
}

/** The case that a merged one lives on in; any other case itself. */
export async function livingCase(kase: Case, stores: ReadStores): Promise<Case> {
  const into = kase.mergedInto === undefined ? undefined : await stores.cases.get(kase.mergedInto);
  return into ? livingCase(into, stores) : kase;
}

/** The cases that live on, each once. */
export async function livingCases(cases: readonly Case[], stores: ReadStores): Promise<readonly Case[]> {
  const living = await Promise.all(cases.map((kase) => livingCase(kase, stores)));
  return living.filter((kase, place) => living.findIndex(({ id }) => id === kase.id) === place);
}
