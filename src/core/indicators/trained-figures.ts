import type { Case } from '../case/case.ts';
import type { OrganisationId } from '../organisation.ts';
import { type Person, TRAININGS } from '../person.ts';
import { nothingBut } from './counted-beside.ts';
import { type CountedCase, isIn } from './counted-case.ts';
import type { Scope, Tally } from './scope.ts';

/** I-14: who advises pre-starters and entrepreneurs, and who of them is trained. No case record names a consultant. */

/** An individual service of a case, with the consultant who gave it. `on`: a Danish date. */
export interface Advice {
  readonly caseId: string;
  readonly person: string;
  readonly by: OrganisationId;
  readonly on: string;
}

/** The individual services of the store's cases, and the consultants who are trained in everything that is asked of them. */
export interface Advisers {
  readonly advice: readonly Advice[];
  readonly trained: ReadonlySet<string>;
}

/** The individual services of a case. What an Erhvervshus gives in a local office's place counts as that office's (T-51). */
export function adviceOf({ id, services = [] }: Case): readonly Advice[] {
  return services
    .filter(({ form }) => form === 'individual')
    .map(({ by, on, asLes }) => ({ caseId: id, person: by.person, by: asLes ?? by.organisation, on }));
}

/** The advisers by the directory of today; null where it says nothing of anybody's training. */
export function advisersOf(advice: readonly Advice[], people: readonly Person[]): Advisers | null {
  if (people.every(({ training }) => training === undefined)) return null;
  const trained = people.filter(({ training = [] }) => TRAININGS.every((one) => training.includes(one)));
  return { advice, trained: new Set(trained.map(({ id }) => id)) };
}

const ENTREPRENEURS: readonly CountedCase['stage'][] = ['pre-starter', 'entrepreneur'];

/** The advice known on a Danish day, as what figures count: under the cases of pre-starters and entrepreneurs. */
export function countedAdvice(
  { advice, trained }: Advisers,
  cases: readonly CountedCase[],
  today: string,
): readonly CountedCase[] {
  const byCase = Map.groupBy(
    advice.filter(({ on }) => on <= today),
    ({ caseId }) => caseId,
  );
  return cases.flatMap((kase) => {
    const given = ENTREPRENEURS.includes(kase.stage) ? byCase.get(kase.caseId) : undefined;
    return given
      ? [nothingBut(kase, { advice: given.map((one) => ({ ...one, isTrained: trained.has(one.person) })) })]
      : [];
  });
}

/** I-14: the consultants who gave an individual service, each once however many they gave. */
export function trainedAdvisers({ cases, period, organisation }: Scope): Tally {
  const given = cases
    .flatMap(({ advice = [] }) => advice)
    .filter(({ on, by }) => isIn(on, period) && (organisation === null || by === organisation));
  const advisers = new Map(given.map(({ person, isTrained }) => [person, isTrained]));
  return {
    numerator: [...advisers.values()].filter((isTrained) => isTrained).length,
    denominator: advisers.size,
  };
}
