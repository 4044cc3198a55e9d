import { isDeepStrictEqual } from 'node:util';
import type { Case } from '../../core/case/case.ts';
import { danishDate } from '../../core/danish-date.ts';
import type { ImportProblem } from '../../core/import-problems.ts';
import { answerProblem, caseAnswered, type ReadAnswer } from '../../core/surveys/import-answers.ts';
import { answerKey, type SurveyAnswer } from '../../core/surveys/survey.ts';
import type { Imported } from '../offers/import-offers.ts';
import type { Stores } from '../ports/unit-of-work.ts';

type ImportStores = Pick<Stores, 'cases' | 'surveys'>;

/** The case, or the one that it lives on in. */
async function livingCase({ cases }: Pick<ImportStores, 'cases'>, id: string): Promise<Case | undefined> {
  const kase = await cases.get(id);
  return kase?.mergedInto === undefined ? kase : livingCase({ cases }, kase.mergedInto);
}

/** The case that a row is about, or what keeps it from being about any. */
async function caseOf(stores: ImportStores, read: ReadAnswer): Promise<Case | ImportProblem> {
  const { line, caseId, cvr, answer } = read;
  const problem = (column: string, code: ImportProblem['code'], about: string): ImportProblem => ({
    line,
    column,
    code,
    about,
    other: answer.organisation,
  });
  if (caseId !== null) {
    const kase = await livingCase(stores, caseId);
    return kase ? (answerProblem(read, kase) ?? kase) : problem('case', 'unknown-case', caseId);
  }
  const cases = await stores.cases.ofCompany(cvr ?? '');
  if (cases.length === 0) return problem('cvr', 'unknown-company', cvr ?? '');
  return caseAnswered(cases, answer) ?? problem('organisation', 'not-served', cvr ?? '');
}

/**
 * Puts answers of the user evaluation into the store, all of them or none. One of the same organisation, case and day
 * replaces what was there; importing a file again changes nothing.
 */
export async function importAnswers(
  stores: ImportStores,
  rows: readonly ReadAnswer[],
  now: string,
): Promise<Imported> {
  const problems: ImportProblem[] = [];
  const lineOf = new Map<string, number>();
  const answers: SurveyAnswer[] = [];
  const today = danishDate(now);
  for (const read of rows) {
    const { line, answer } = read;
    const found = await caseOf(stores, read);
    if (!('revision' in found)) {
      problems.push(found);
      continue;
    }
    const whole: SurveyAnswer = { ...answer, caseId: found.id, company: found.companyKey ?? null };
    const first = lineOf.get(answerKey(whole));
    if (answer.on > today)
      problems.push({ line, column: 'date', code: 'in-future', about: answer.on, other: '' });
    else if (first !== undefined)
      problems.push({ line, column: 'case', code: 'id-twice', about: found.id, other: String(first) });
    lineOf.set(answerKey(whole), first ?? line);
    answers.push(whole);
  }
  if (problems.length > 0) return { ok: false, problems };
  const known = new Map((await stores.surveys.answers()).map((one) => [answerKey(one), one]));
  const changed = answers.filter((one) => !isDeepStrictEqual(known.get(answerKey(one)), one));
  const replaced = changed.filter((one) => known.has(answerKey(one))).length;
  await stores.surveys.put(changed, now);
  return { ok: true, added: changed.length - replaced, replaced };
}
