import { z } from 'zod';
import { ADVICE_LANGUAGE_WORDS, ADVISER_KIND_WORDS } from '../../../dialogs/adviser-words.ts';
import { foldWords } from '../../../dialogs/fold.ts';
import { ADVICE_LANGUAGES, ADVISER_KINDS, type Adviser, adviserSchema } from '../../core/advisers/adviser.ts';
import type { ReadAdviser } from '../../core/advisers/import-advisers.ts';
import type { ImportProblem } from '../../core/import-problems.ts';
import type { Cells } from './cells.ts';
import { readRows } from './rows.ts';
import { readSheet } from './sheet.ts';

/** The columns of an import of advisers, in the order of the template. */
export const ADVISER_COLUMNS = [
  'id',
  'kind',
  'name',
  'cvr',
  'areas',
  'places',
  'languages',
  'phone',
  'email',
  'link',
  'source',
  'valid_from',
  'valid_to',
] as const;
const OPTIONAL = ['cvr', 'phone', 'email', 'link'];

const MAX_NAME = 120;

function phoneIn(cells: Cells): string | null {
  const phone = cells.text('phone', MAX_NAME).replace(/[\s.()-]/g, '');
  if (phone === '') return null;
  if (!/^(?:\+\d{7,15}|\d{8})$/.test(phone)) cells.refuse('not-a-phone-number', 'phone', phone);
  return phone;
}

function emailIn(cells: Cells): string | null {
  const email = cells.text('email', 200);
  if (email === '') return null;
  if (!z.email().safeParse(email).success) cells.refuse('not-an-e-mail-address', 'email', email);
  return email;
}

function adviserIn(cells: Cells): Adviser | undefined {
  const kind = cells.oneOf('kind', ADVISER_KIND_WORDS, ADVISER_KINDS);
  if (kind === undefined) cells.needed('kind', MAX_NAME);
  for (const column of ['areas', 'languages']) cells.needed(column, 1_000);
  const languageOf = (part: string) => ADVICE_LANGUAGE_WORDS.get(foldWords(part));
  const adviser = {
    id: cells.id(),
    kind,
    name: cells.needed('name', MAX_NAME),
    cvr: cells.cvr(),
    areas: cells.areas(),
    places: cells.places(),
    languages: cells.listOf('languages', languageOf, 'not-in-list', ADVICE_LANGUAGES.join(', ')),
    phone: phoneIn(cells),
    email: emailIn(cells),
    link: cells.link(),
    source: cells.needed('source', MAX_NAME),
    ...cells.period(),
  };
  return cells.problems.length > 0 ? undefined : adviserSchema.parse(adviser);
}

/** The advisers in a file, or everything that is wrong with it. */
export function readAdviserRows(
  bytes: Uint8Array,
):
  | { readonly ok: true; readonly advisers: readonly ReadAdviser[] }
  | { readonly ok: false; readonly problems: readonly ImportProblem[] } {
  const sheet = readSheet(bytes, { all: ADVISER_COLUMNS, optional: OPTIONAL });
  if (!sheet.ok) return sheet;
  // A telephone number begins with a plus.
  const { read, problems } = readRows(sheet.rows, ['phone'], adviserIn);
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, advisers: read.map(({ line, one }) => ({ line, adviser: one })) };
}
