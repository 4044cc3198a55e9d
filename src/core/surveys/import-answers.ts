import type { Case } from '../case/case.ts';
import { danishDate } from '../danish-date.ts';
import type { ImportProblem } from '../import-problems.ts';
import type { SurveyAnswer } from './survey.ts';

/** A row of a file of answers: what it answers, and the case or company that it is about. */
export interface ReadAnswer {
  readonly line: number;
  /** Null where only the CVR number is given. */
  readonly caseId: string | null;
  readonly cvr: string | null;
  readonly answer: Omit<SurveyAnswer, 'caseId' | 'company'>;
}

/** The last day until `on` on which the organisation gave a service in the case, of whatever form; null without any. */
function lastServed(
  { services, outcome, owner, closedAt }: Case,
  { organisation, on }: ReadAnswer['answer'],
): string | null {
  const days = (services ?? [])
    .filter(({ by, asLes }) => (asLes ?? by.organisation) === organisation)
    .map(({ on }) => on);
  // Cases of earlier versions hold the services of their closing alone.
  const isOld = services === undefined && owner === organisation && (outcome?.services.length ?? 0) > 0;
  if (isOld && closedAt !== null) days.push(danishDate(closedAt));
  return (
    days
      .filter((day) => day <= on)
      .toSorted()
      .at(-1) ?? null
  );
}

/**
 * The case of a company that an answer of a day is about: the one in which the organisation served it last until that day.
 * Null where there is none.
 */
export function caseAnswered(cases: readonly Case[], answer: ReadAnswer['answer']): Case | null {
  const served = cases.flatMap((kase) => {
    const day = kase.status === 'entered-in-error' ? null : lastServed(kase, answer);
    return day === null ? [] : [{ day, kase }];
  });
  return served.toSorted((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day))).at(-1)?.kase ?? null;
}

/** What keeps an answer from being about a case that is named by its number; null where nothing does. */
export function answerProblem({ line, cvr, answer }: ReadAnswer, kase: Case): ImportProblem | null {
  const { id, values, erasedAt, status } = kase;
  const about = (column: string, code: ImportProblem['code'], what: string): ImportProblem => ({
    line,
    column,
    code,
    about: what,
    other: answer.organisation,
  });
  if (status === 'entered-in-error') return about('case', 'unknown-case', id);
  // An erased case has no number to compare.
  if (cvr !== null && erasedAt === null && values.cvr !== cvr)
    return { ...about('cvr', 'other-company', cvr), other: id };
  return lastServed(kase, answer) === null ? about('organisation', 'not-served', id) : null;
}
