import { danishDate } from '../danish-date.ts';
import type { OutreachContact } from '../outreach/outreach.ts';
import type { SurveyAnswer } from '../surveys/survey.ts';
import type { CaseRecord } from './case-record.ts';
import { type CountedCase, countedCases } from './counted-case.ts';
import { countedContacts } from './counted-contact.ts';
import { FIGURES, type FigureCode, type FigureRow, type Target } from './figure-table.ts';
import { type Group, groupsOf } from './groups.ts';
import type { FigureQuestion, Split, SplitKey } from './question.ts';
import { addTo, isHouse, type Scope, type Tally } from './scope.ts';
import { countedAnswers } from './survey-figures.ts';
import { type Advisers, countedAdvice } from './trained-figures.ts';

/** A figure of a question. */
export interface Figure {
  /** Its code, with the actor for I-53: `I-53-private-adviser`. */
  readonly id: string;
  readonly code: FigureCode;
  /** Set for I-53. */
  readonly actor: string | null;
  readonly numerator: number;
  readonly denominator: number | null;
  /** A share or deviation, to four decimals. Null for a count, and where the denominator is 0. */
  readonly value: number | null;
  readonly target: Target | null;
  /** Promises that can still be kept, which are in neither number. */
  readonly pending: number;
  readonly split: Split | null;
  /** Set for I-22 only. */
  readonly few: boolean | null;
}

const DECIMALS = 10_000;
const rounded = (value: number): number => Math.round(value * DECIMALS) / DECIMALS;

function shareOf({ numerator, denominator, value }: Tally): number | null {
  if (value !== undefined) return value === null ? null : rounded(value);
  return denominator ? rounded(numerator / denominator) : null;
}

/** The target where it applies: some are agreed for one house and one year. */
function targetOf({ target }: FigureRow, { organisation }: Group, { period }: FigureQuestion): Target | null {
  const only = target?.only;
  if (!only) return target;
  const applies =
    only.organisation === organisation && period.from >= only.period.from && period.to <= only.period.to;
  return applies ? target : null;
}

function figureOf(row: FigureRow, tally: Tally, group: Group, question: FigureQuestion): Figure {
  const { actor = null, municipality, segment, numerator, denominator, pending = 0, few = null } = tally;
  const own = {
    ...(municipality !== undefined && { municipality }),
    ...(segment !== undefined && { segment }),
  };
  const split = Object.keys(own).length === 0 ? group.split : { ...group.split, ...own };
  return {
    id: actor === null ? row.code : `${row.code}-${actor}`,
    code: row.code,
    actor,
    numerator,
    denominator,
    value: shareOf(tally),
    target: targetOf(row, group, question),
    pending,
    split,
    few,
  };
}

/** The figures that have a row for each municipality by themselves. */
const BY_MUNICIPALITY: readonly FigureCode[] = ['I-01', 'I-02', 'I-22-all', 'I-22-individual', 'I-71-users'];

/** The keys by which the cases of a figure are grouped before it counts them. */
function keysOf({ code, ofHouse }: FigureRow, { by, organisation }: FigureQuestion): readonly SplitKey[] {
  const keys = BY_MUNICIPALITY.includes(code) ? by.filter((key) => key !== 'municipality') : by;
  return ofHouse && organisation === null && !keys.includes('organisation')
    ? ['organisation', ...keys]
    : keys;
}

/**
 * The figures of a question, counted from case records, and from outreach contacts and answers of the user evaluation where the
 * store is asked (definitions 2026.2), with who gave what and who is trained. Figures about one Erhvervshus are given
 * for the house of the question, or split by house where it has none; for a LES they are left out. Without `answers` (null) so are
 * those that are counted from them, and without `advisers` I-14.
 */
export function figures(
  records: readonly CaseRecord[],
  question: FigureQuestion,
  rows: readonly FigureRow[] = FIGURES,
  contacts: readonly OutreachContact[] = [],
  answers: readonly SurveyAnswer[] | null = null,
  advisers: Advisers | null = null,
): readonly Figure[] {
  const { organisation, period, asOf, municipalities } = question;
  const own = countedCases(records, asOf);
  const cases = [...own, ...countedContacts(contacts, asOf)];
  const evaluated = rows.some(({ ofAnswers }) => ofAnswers)
    ? countedAnswers(answers ?? [], records, own, danishDate(asOf))
    : [];
  const advising = advisers ? countedAdvice(advisers, own, danishDate(asOf)) : [];
  let companies: Map<string, CountedCase[]> | undefined;
  const byCompany = () => {
    if (companies) return companies;
    companies = new Map();
    for (const kase of cases) addTo(companies, kase.company, kase);
    return companies;
  };
  const grouped = new Map<string, readonly Group[]>();
  const groupsBy = (keys: readonly SplitKey[], row: FigureRow) => {
    const { ofHouse, ofAnswers, ofAdvisers, byServices } = row;
    const name = `${ofHouse} ${ofAnswers} ${ofAdvisers} ${byServices} ${keys.join()}`;
    const counted = ofAnswers ? evaluated : ofAdvisers ? advising : cases;
    const groups = grouped.get(name) ?? groupsOf(counted, question, keys, row);
    grouped.set(name, groups);
    return groups;
  };
  return rows
    .filter(
      ({ ofAnswers, ofAdvisers }) => (!ofAnswers || answers !== null) && (!ofAdvisers || advisers !== null),
    )
    .filter(({ ofHouse }) => !ofHouse || organisation === null || isHouse(organisation))
    .flatMap((row) =>
      groupsBy(keysOf(row, question), row).flatMap((group) => {
        const scope: Scope = {
          ...group,
          byCompany,
          whole: period,
          asOf: Date.parse(asOf),
          municipalities,
          undivided: question.by.length === 0,
        };
        return [row.count(scope)].flat().map((tally) => figureOf(row, tally, group, question));
      }),
    );
}
