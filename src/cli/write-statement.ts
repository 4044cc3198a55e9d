import type { StatementDocument } from '../print/section.ts';
import { type Arguments, BadInput, type ExitStatus, type World } from './command.ts';
import { LANGUAGE_OPTION } from './language-option.ts';
import { textOf } from './question-options.ts';

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

/** Writes the document to `--out`, or prints the page. The libraries that draw it are loaded only here. */
export async function writeStatement(
  document: StatementDocument,
  format: Format,
  args: Arguments,
  world: World,
): Promise<ExitStatus> {
  const out = textOf(args, 'out');
  if (format === 'xlsx') {
    const { workbookOf } = await import('../print/workbook.ts');
    await world.write(out ?? '-', await workbookOf(document));
    return 0;
  }
  const { pageOf } = await import('../print/page.ts');
  const page = pageOf(document);
  if (out === undefined) world.out(page);
  else await world.write(out, new TextEncoder().encode(page));
  return 0;
}
