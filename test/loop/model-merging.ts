import { expect } from 'vitest';
import { caseContext } from '../../src/app/case-context.ts';
import type { Case } from '../../src/core/case/case.ts';
import type { CaseVerb } from '../../src/core/case/verbs/index.ts';
import { verbsFor } from '../../src/core/case/verbs/table.ts';
import type { Command } from '../../src/core/command.ts';
import type { Actor } from '../../src/core/person.ts';
import type { RawInput } from '../../src/core/raw-input.ts';
import type { SettingsLookup } from '../../src/core/triage/settings.ts';
import { calendar, type LoopWorld } from './loop-world.ts';
import { ACTORS } from './model-moves.ts';

/**
 * A second case of the company, and the two merged, at the end of a history of the model (`model.test.ts`). Which of them
 * lives on, with which promise and with what of both, is worked out here from what they were before.
 */

/** Where a second case of an office is its own: municipality and need. */
const OWN: Readonly<Record<string, RawInput>> = {
  'les-791': { municipality: '791', areas: 'networks-courses' },
  'les-751': { municipality: '751', areas: 'networks-courses' },
  'ehm-midtjylland': { municipality: '791', areas: 'internationalisation' },
};

export interface Merging {
  readonly world: LoopWorld;
  readonly settingsOf: SettingsLookup;
  /** Gives a command until it is answered. */
  readonly give: (person: string, command: Command) => Promise<unknown>;
  /** The same as the platform and the process may do it: twice, and with a crash. */
  readonly giveBadly: (person: string, command: Command) => Promise<unknown>;
}

const shares = ({ basis }: Case) =>
  basis !== null && basis.withdrawnAt === null && ['consent', 'public-task'].includes(basis.kind);
const act = (verb: CaseVerb, caseId: string, input: RawInput): Command => ({
  name: 'case-action',
  verb,
  caseId,
  revision: null,
  input,
});

/** Logs the second case; undefined where the intake gives it to somebody else. */
async function logSecond(kase: Case, by: Actor, { world, give }: Merging): Promise<Case | undefined> {
  const intake = (
    verb: 'intake.submit' | 'intake.confirm',
    input: RawInput,
    draftId: string | null,
  ): Command => ({
    name: 'intake',
    verb,
    draftId,
    revision: null,
    input,
  });
  await give(by.person, { name: 'new' });
  const values = { stage: 'established', companyName: 'Hansens Vvs', contactPhone: '40411234' };
  await give(by.person, intake('intake.submit', { ...values, ...OWN[kase.owner] }, null));
  const draft = await world.unitOfWork.read((stores) => stores.drafts.active(by.person));
  await give(by.person, intake('intake.confirm', { consent: 'consent' }, draft?.id ?? null));
  const second = (await world.cases()).find(({ id }) => id !== kase.id);
  return second?.owner === kase.owner && second.status !== 'offered' ? second : undefined;
}

/** What of both cases must be in the one that lives on, however they came together. */
const LISTS = ['enquiries', 'services', 'referrals', 'selfHelp', 'attempts', 'handovers'] as const;
const lengths = (kase: Case) => LISTS.map((list) => [list, kase[list]?.length ?? 0] as const);

/** Merges the case with a second one. Whether there was anything to merge, and whether it was accepted. */
export async function mergeWithSecond(
  kase: Case,
  merging: Merging,
): Promise<'nothing' | 'refused' | 'merged'> {
  const { world, settingsOf, giveBadly } = merging;
  const context = () => caseContext({ calendar, settingsOf }, world.clock.now());
  const by = ACTORS.find(
    (actor) => actor.organisation === kase.owner && verbsFor(kase, actor, context()).includes('case.merge'),
  );
  if (!by) return 'nothing';
  world.clock.pass(1);
  const second = await logSecond(kase, by, merging);
  if (!second) return 'nothing';
  world.clock.pass(1);
  const older = (await world.cases()).find(({ id }) => id === kase.id) ?? kase;
  const before = { [older.id]: await world.history(older.id), [second.id]: await world.history(second.id) };
  // Given on either; which of the two lives on does not follow from it.
  const [on, other] = older.revision % 2 === 0 ? [older, second] : [second, older];
  await giveBadly(by.person, act('case.merge', on.id, { other: other.id, confirm: 'true' }));
  const after = await world.cases();
  expect(after).toHaveLength(2);
  const [lives, ended] = [older, second].map(({ id }) => after.find((one) => one.id === id));
  if (!lives || !ended) throw new Error('a case is gone');
  // An offer must be answered first, and nobody's words come under the other case's consent.
  if (older.status === 'offered' || shares(older) !== shares(second)) {
    expect([lives, ended]).toEqual([older, second]);
    return 'refused';
  }
  expect([lives.revision, ended.revision]).toEqual([older.revision + 1, second.revision + 1]);
  expect([lives.owner, lives.mergedInto, lives.mergedFrom?.[0]]).toEqual([older.owner, undefined, ended.id]);
  expect([ended.mergedInto, ended.status]).toEqual([lives.id, 'entered-in-error']);
  checkPromises(older, second, lives);
  const joined = lengths(second);
  for (const [at, [list, count]] of lengths(older).entries())
    expect([list, lives[list]?.length ?? 0]).toEqual([list, count + (joined[at]?.[1] ?? 0)]);
  for (const one of [lives, ended]) {
    const history = await world.history(one.id);
    expect(history.slice(0, -1)).toEqual(before[one.id]);
    expect(history.map(({ sequence }) => sequence)).toEqual(history.map((_, place) => place + 1));
  }
  // Whatever is still asked of the one that has ended changes nothing.
  await giveBadly(by.person, act('case.contacted', ended.id, { how: 'phone' }));
  await giveBadly(by.person, act('case.merge', ended.id, { other: lives.id, confirm: 'true' }));
  expect((await world.cases()).find(({ id }) => id === ended.id)).toEqual(ended);
  return 'merged';
}

/** Where one or both wait for an answer, one promise runs on: the one that is due first. None that was kept is lost. */
function checkPromises(older: Case, younger: Case, lives: Case): void {
  const waiting = [older, younger].filter(({ promise }) => promise.answeredAt === null);
  const dues = waiting.map(({ promise }) => promise.dueAt).toSorted();
  expect(lives.promise.answeredAt === null).toBe(waiting.length > 0);
  if (waiting.length > 0) expect(lives.promise.dueAt).toBe(dues[0]);
  const answers = (kase: Case) =>
    [...(kase.earlierPromises ?? []), kase.promise].flatMap(({ answeredAt }) => answeredAt ?? []);
  expect(answers(lives).toSorted()).toEqual([...answers(older), ...answers(younger)].toSorted());
}
