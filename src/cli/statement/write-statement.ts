import { FIGURES } from '../../core/indicators/figure-table.ts';
import { type Figure, figures } from '../../core/indicators/figures.ts';
import type { FigureSources } from '../../core/indicators/own-figures.ts';
import type { FigureQuestion } from '../../core/indicators/question.ts';
import type { MunicipalityCode } from '../../core/municipalities.ts';
import type { OrganisationId } from '../../core/organisation.ts';
import { type Arguments, BadInput, type ExitStatus, type World } from '../command.ts';
import { LANGUAGE_OPTION } from '../language-option.ts';
import { textOf } from '../question-options.ts';
import type { SideFigures, StatementDocument } from './section.ts';

const FORMATS = ['html', 'xlsx'] as const;
type Format = (typeof FORMATS)[number];

/** The options of what is printed. */
export const PRINT_OPTIONS = {
  format: { type: 'string' },
  out: { type: 'string' },
  'as-of': { type: 'string' },
  ...LANGUAGE_OPTION,
  'municipalities-data': { type: 'string' },
} as const;

/** The format of `--format`: a page without it. Throws `BadInput`; a workbook needs `--out`. */
export function printFormatOf(args: Arguments): Format {
  const typed = textOf(args, 'format') ?? 'html';
  const format = FORMATS.find((known) => known === typed);
  if (!format) throw new BadInput(`--format ${typed}: must be one of ${FORMATS.join(', ')}`);
  if (format === 'xlsx' && textOf(args, 'out') === undefined)
    throw new BadInput('--format xlsx: needs --out FILE');
  return format;
}

/** The rows that the section by month shows. */
const MONTHLY = FIGURES.filter(({ code }) => ['I-11-reported', 'I-12', 'I-71-handovers'].includes(code));

/**
 * The figures of one side. With a municipality they are the rows of `indgang indicators --by municipality` that are about it.
 */
export function sideFigures(
  { records, contacts, answers }: FigureSources,
  question: FigureQuestion & { readonly organisation: OrganisationId },
  municipality: MunicipalityCode | null,
): SideFigures {
  const { organisation } = question;
  const by = municipality === null ? [] : (['municipality'] as const);
  const isOurs = ({ split }: Figure) => municipality === null || split?.municipality === municipality;
  return {
    organisation,
    municipality,
    whole: figures(records, { ...question, by }, FIGURES, contacts, answers).filter(isOurs),
    months: figures(records, { ...question, by: [...by, 'month'] }, MONTHLY).filter(isOurs),
  };
}

/** Writes the document to `--out`, or prints the page. The libraries that draw it are loaded only here. */
export async function writeStatement(
  document: StatementDocument,
  format: Format,
  args: Arguments,
  world: World,
): Promise<ExitStatus> {
  const out = textOf(args, 'out');
  if (format === 'xlsx') {
    const { workbookOf } = await import('./workbook.ts');
    await world.write(out ?? '-', await workbookOf(document));
    return 0;
  }
  const { pageOf } = await import('./page.ts');
  const page = pageOf(document);
  if (out === undefined) world.out(page);
  else await world.write(out, new TextEncoder().encode(page));
  return 0;
}
