import { readCaseId } from '../../../dialogs/case-id.ts';
import { readYesNo } from '../../../dialogs/field-words.ts';
import { organisationOf } from '../../../dialogs/organisation-words.ts';
import {
  EFFECT_WORDS,
  REFERRAL_USE_WORDS,
  REGISTERED_SEGMENT_WORDS,
  SATISFACTION_WORDS,
} from '../../../dialogs/survey-words.ts';
import type { ImportProblem } from '../../core/import-problems.ts';
import type { OrganisationId } from '../../core/organisation.ts';
import type { ReadAnswer } from '../../core/surveys/import-answers.ts';
import { EFFECTS, REFERRAL_USES, SATISFACTIONS } from '../../core/surveys/survey.ts';
import { REGISTERED_SEGMENTS } from '../../core/vocabulary.ts';
import type { Cells } from './cells.ts';
import { readRows } from './rows.ts';
import { readSheet } from './sheet.ts';

/** The columns of an import of answers, in the order of the template. None takes words of people. */
export const ANSWER_COLUMNS = [
  'case',
  'cvr',
  'organisation',
  'date',
  'segment',
  'satisfaction',
  'recommend',
  'referral',
  'effect',
  'green',
  'digital',
] as const;
const OPTIONAL = ANSWER_COLUMNS.filter((column) => column !== 'organisation' && column !== 'date');

const MAX = 60;

function caseIn(cells: Cells): string | null {
  const cell = cells.text('case', MAX);
  if (cell === '') return null;
  const read = readCaseId(cell);
  if (read?.rest !== '') cells.refuse('not-a-case-number', 'case', cell);
  return read?.caseId ?? null;
}

function organisationIn(cells: Cells): OrganisationId | undefined {
  const cell = cells.needed('organisation', 120);
  const organisation = organisationOf(cell);
  if (cell !== '' && organisation === undefined) cells.refuse('unknown-organisation', 'organisation', cell);
  return organisation;
}

function dayIn(cells: Cells): string {
  cells.needed('date', MAX);
  return cells.date('date') ?? '';
}

function recommendIn(cells: Cells): number | null {
  const cell = cells.text('recommend', MAX);
  if (cell === '') return null;
  if (!/^(?:\d|10)$/.test(cell)) cells.refuse('not-0-to-10', 'recommend', cell);
  return Number(cell);
}

function topicIn(cells: Cells, column: 'green' | 'digital'): boolean | null {
  const cell = cells.text(column, MAX);
  if (cell === '') return null;
  const read = readYesNo(cell);
  if (read === undefined) cells.refuse('not-yes-or-no', column, cell);
  return read === 'true';
}

function answerIn(cells: Cells): Omit<ReadAnswer, 'line'> | undefined {
  const caseId = caseIn(cells);
  const cvr = cells.cvr();
  if (caseId === null && cvr === null) cells.needed('case', MAX);
  const organisation = organisationIn(cells);
  const on = dayIn(cells);
  const answers = {
    satisfaction: cells.oneOf('satisfaction', SATISFACTION_WORDS, SATISFACTIONS) ?? null,
    recommend: recommendIn(cells),
    referralUse: cells.oneOf('referral', REFERRAL_USE_WORDS, REFERRAL_USES) ?? null,
    effect: cells.oneOf('effect', EFFECT_WORDS, EFFECTS) ?? null,
  };
  const segment = cells.oneOf('segment', REGISTERED_SEGMENT_WORDS, REGISTERED_SEGMENTS) ?? null;
  const topics = { green: topicIn(cells, 'green'), digital: topicIn(cells, 'digital') };
  if (cells.problems.length === 0 && Object.values(answers).every((one) => one === null))
    cells.refuse('nothing-answered', 'satisfaction');
  if (cells.problems.length > 0 || organisation === undefined) return undefined;
  return { caseId, cvr, answer: { organisation, on, segment, ...answers, ...topics } };
}

/** The answers in a file, or everything that is wrong with it. */
export function readAnswerRows(
  bytes: Uint8Array,
):
  | { readonly ok: true; readonly rows: readonly ReadAnswer[] }
  | { readonly ok: false; readonly problems: readonly ImportProblem[] } {
  const sheet = readSheet(bytes, { all: ANSWER_COLUMNS, optional: OPTIONAL });
  if (!sheet.ok) return sheet;
  const { read, problems } = readRows(sheet.rows, [], answerIn);
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, rows: read.map(({ line, one }) => ({ line, ...one })) };
}
