import { z } from 'zod';
import { figuresPageView } from '../../../cards/views/figures-page.ts';
import { figuresTable } from '../../../cards/views/figures-table.ts';
import { sentencesIn } from '../../../dialogs/sentences.ts';
import type { Dependencies } from '../../app/dependencies.ts';
import { countFiguresPage } from '../../app/figures-page.ts';
import type { VerifiedPerson } from '../../app/inbound.ts';
import { type Reader, readAs } from '../../app/read-as.ts';
import { type AskedStatement, countStatement } from '../../app/statement.ts';
import { askedDays } from '../../core/indicators/asked-period.ts';
import { type FiguresPage, PAGE_SPLITS } from '../../core/indicators/figures-page.ts';
import type { Stated } from '../../core/indicators/stated.ts';
import type { Result } from '../../core/result.ts';
import type { Language } from '../../core/vocabulary.ts';
import { visitorOf } from './tab-door.ts';
import { file, json, refused, type TabResponse } from './tab-response.ts';

/** The page of figures, and the files that are saved from it: each for the person whose office it is about. */

const HTML = 'text/html; charset=utf-8';
const CSV = 'text/csv; charset=utf-8';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const figuresQuery = z.strictObject({
  months: z.coerce.number().int().min(1).max(24).default(6),
  by: z.enum(PAGE_SPLITS).default('municipality'),
  format: z.enum(['csv', 'xlsx']).optional(),
});

const PRINTED = z.enum(['html', 'xlsx']);

/** A year, or a quarter of the dialogue meeting. */
const statementQuery = z.union([
  z.strictObject({ year: z.string().regex(/^20\d\d$/), format: PRINTED }),
  z.strictObject({ quarter: z.string().regex(/^20\d\d-K[1-4]$/), format: PRINTED }),
]);

const badQuery = ({ issues }: z.ZodError) => json(400, { error: { code: String(issues[0]?.path[0] ?? '') } });

/** Answers with what was counted for the reader, or the refusal in their words. */
async function counting<T>(
  person: VerifiedPerson,
  deps: Dependencies,
  count: (reader: Reader) => Promise<Result<T>>,
  answer: (counted: T, language: Language) => TabResponse | Promise<TabResponse>,
): Promise<TabResponse> {
  const read = await readAs(visitorOf(person), deps, async (reader) => reader);
  if (!read.answer.ok) return refused(read.answer.refusal, read.language, 403);
  const counted = await count(read.answer.value);
  return counted.ok ? answer(counted.value, read.language) : refused(counted.refusal, read.language, 403);
}

/** The figures of a coordinator's office as a view, or with a format as a file. */
export async function figuresRequest(
  person: VerifiedPerson,
  query: URLSearchParams,
  deps: Dependencies,
): Promise<TabResponse> {
  const asked = figuresQuery.safeParse(Object.fromEntries(query));
  if (!asked.success) return badQuery(asked.error);
  const { format, ...page } = asked.data;
  return counting(
    person,
    deps,
    ({ actor, now }) => countFiguresPage(actor, page, deps, now),
    (counted, language) =>
      format === undefined
        ? json(200, figuresPageView(counted, language))
        : figuresFile(counted, format, language),
  );
}

/** The libraries that write files are loaded with the first of them. */
async function figuresFile(
  page: FiguresPage,
  format: 'csv' | 'xlsx',
  language: Language,
): Promise<TabResponse> {
  const { organisation, period } = page;
  const { statement } = sentencesIn(language);
  const table = figuresTable(page, language);
  const name = `${statement.files.figures}-${organisation}-${period.from}-${period.to}.${format}`;
  if (format === 'csv') {
    const { bytesOf } = await import('../../print/table.ts');
    const columns = table.columns.map(({ title }) => title);
    return file(name, CSV, await bytesOf({ columns, rows: table.rows }, 'csv', true));
  }
  const { workbookOf } = await import('../../print/workbook.ts');
  const document = { language, title: table.title, about: table.note, sections: [{ table, chart: null }] };
  return file(name, XLSX, await workbookOf(document));
}

/** The yearly statement or the material of the dialogue meeting, of a coordinator's own office, as a file. */
export async function statementRequest(
  person: VerifiedPerson,
  query: URLSearchParams,
  deps: Dependencies,
): Promise<TabResponse> {
  const read = statementQuery.safeParse(Object.fromEntries(query));
  if (!read.success) return badQuery(read.error);
  const { format } = read.data;
  const asked: AskedStatement =
    'year' in read.data ? { year: read.data.year } : { dialogue: quarterOf(read.data.quarter) };
  const part = 'year' in read.data ? read.data.year : read.data.quarter;
  return counting(
    person,
    deps,
    ({ actor, now }) => countStatement(actor, asked, deps, now),
    (stated, language) => statementFile(stated, part, format, language),
  );
}

function quarterOf(quarter: string) {
  const [year, number] = quarter.split('-K').map(Number);
  return askedDays({ kind: 'numbered', unit: 'quarter', number: number ?? 1, year: year ?? 0 }, '');
}

async function statementFile(
  stated: Stated,
  part: string,
  format: z.infer<typeof PRINTED>,
  language: Language,
): Promise<TabResponse> {
  const { documentOf } = await import('../../print/document.ts');
  const { files } = sentencesIn(language).statement;
  const [side] = stated.sides;
  const document = documentOf(stated, language);
  const name = `${files[stated.about.kind]}-${side?.organisation ?? ''}-${part}.${format}`;
  if (format === 'xlsx') {
    const { workbookOf } = await import('../../print/workbook.ts');
    return file(name, XLSX, await workbookOf(document));
  }
  const { pageOf } = await import('../../print/page.ts');
  return file(name, HTML, pageOf(document));
}
