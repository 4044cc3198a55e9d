import type { CaseRecord } from '../../core/indicators/case-record.ts';
import type { SurveyAnswer } from '../../core/surveys/survey.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';

/**
 * The answers of the user evaluation, each about the case in which its own lives on: cases that were merged are in no figure.
 * `records`: those of the store.
 */
export async function surveyRecords(
  unitOfWork: UnitOfWork,
  records: readonly CaseRecord[],
): Promise<readonly SurveyAnswer[]> {
  const ended = new Set(
    records.filter(({ status }) => status === 'entered-in-error').map(({ caseId }) => caseId),
  );
  return unitOfWork.read(async ({ surveys, cases }) => {
    const livesOnIn = async (id: string): Promise<string> => {
      const into = ended.has(id) ? (await cases.get(id))?.mergedInto : undefined;
      return into === undefined ? id : livesOnIn(into);
    };
    const found: SurveyAnswer[] = [];
    for (const answer of await surveys.answers())
      found.push({ ...answer, caseId: await livesOnIn(answer.caseId) });
    return found;
  });
}
