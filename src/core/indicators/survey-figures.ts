import type { SurveyAnswer } from '../surveys/survey.ts';
import type { CaseRecord } from './case-record.ts';
import { nothingBut } from './counted-beside.ts';
import { type CountedAnswer, type CountedCase, isIn } from './counted-case.ts';
import type { Scope, Tally } from './scope.ts';

/**
 * The figures that are counted from answers of the user evaluation (domain.md 7). A company counts once, by its last answer of
 * the period to the question; a question that it did not answer leaves it out.
 */

/** The segments for each of which the targets hold (Ramme-2021-23 l.685). */
const SEGMENTS = ['operations', 'growth'] as const;

const DIGITAL = ['digitalisation', 'automation'];

/**
 * The answers known by `asOf`, as what figures count: each with the municipality, stage and company of its case, in the segment that it
 * was given with. Those about a case that is in no figure are left out.
 */
export function countedAnswers(
  answers: readonly SurveyAnswer[],
  records: readonly CaseRecord[],
  cases: readonly CountedCase[],
  today: string,
): readonly CountedCase[] {
  if (answers.length === 0) return [];
  const known = new Map(cases.map((kase) => [kase.caseId, kase]));
  const needs = new Map(
    records.map((one) => [
      one.caseId,
      [...one.needs.map(({ area }) => area), ...one.enquiries.flatMap((enquiry) => enquiry.needs ?? [])],
    ]),
  );
  return answers.flatMap((answer): CountedCase[] => {
    const kase = known.get(answer.caseId);
    if (!kase || answer.on > today) return [];
    const areas: readonly string[] = needs.get(answer.caseId) ?? [];
    return [
      nothingBut(kase, {
        segment: answer.segment ?? kase.segment,
        answer: {
          ...answer,
          green: answer.green ?? areas.includes('green-transition'),
          digital: answer.digital ?? DIGITAL.some((area) => areas.includes(area)),
        },
      }),
    ];
  });
}

const orderOf = ({ on, organisation, caseId }: CountedAnswer): string => `${on} ${organisation} ${caseId}`;

/** The last answer of each company that answered the question. */
function respondents(
  { cases, period, organisation }: Scope,
  hasAnswered: (answer: CountedAnswer) => boolean,
): readonly CountedAnswer[] {
  const last = new Map<string, CountedAnswer>();
  for (const { company, answer } of cases) {
    if (!answer || !isIn(answer.on, period) || !hasAnswered(answer)) continue;
    if (organisation !== null && answer.organisation !== organisation) continue;
    const before = last.get(company);
    if (!before || orderOf(answer) > orderOf(before)) last.set(company, answer);
  }
  return [...last.values()];
}

/** What an answer adds to the numerator; null where it does not answer the question. */
type Weight = (answer: CountedAnswer) => number | null;

function tallyOf(scope: Scope, weight: Weight): Tally {
  const counted = respondents(scope, (answer) => weight(answer) !== null);
  const numerator = counted.reduce((sum, answer) => sum + (weight(answer) ?? 0), 0);
  return { numerator, denominator: counted.length };
}

/** A figure for all, and behind it for each segment in which somebody answered, where nothing else is split. */
function figure(weight: Weight): (scope: Scope) => readonly Tally[] {
  return (scope) => [
    tallyOf(scope, weight),
    ...(scope.undivided ? SEGMENTS : []).flatMap((segment): Tally[] => {
      const cases = scope.cases.filter((kase) => kase.segment === segment);
      const tally = tallyOf({ ...scope, cases }, weight);
      return tally.denominator === 0 ? [] : [{ ...tally, segment }];
    }),
  ];
}

const share =
  <Value>(of: (answer: CountedAnswer) => Value | null, counts: (value: Value) => boolean): Weight =>
  (answer) => {
    const value = of(answer);
    return value === null ? null : Number(counts(value));
  };

export const satisfied = figure(
  share(
    ({ satisfaction }) => satisfaction,
    (one) => one === 'very-satisfied' || one === 'satisfied',
  ),
);
export const verySatisfied = figure(
  share(
    ({ satisfaction }) => satisfaction,
    (one) => one === 'very-satisfied',
  ),
);
/** I-24: those who answer 9 or 10 less those who answer 0 to 6, of all: from -1 to 1. */
export const netPromoters = figure(({ recommend }) =>
  recommend === null ? null : Number(recommend >= 9) - Number(recommend <= 6),
);
/** I-25: without those who do not know. */
export const usedReferrals = figure(
  share(
    ({ referralUse }) => (referralUse === 'dont-know' ? null : referralUse),
    (one) => one !== 'no',
  ),
);
const effectOf = (isGuided: (answer: CountedAnswer) => boolean) =>
  figure(
    share(
      (answer) => (isGuided(answer) ? answer.effect : null),
      (one) => one === 'high',
    ),
  );
/** I-31: those who do not know are respondents as well. */
export const effectOfAll = effectOf(() => true);
export const effectOfGreen = effectOf(({ green }) => green);
export const effectOfDigital = effectOf(({ digital }) => digital);
