import { z } from 'zod';
import { foldWords } from '../../../dialogs/fold.ts';
import { areasNamed } from '../../../dialogs/offer-words.ts';
import { isCvrNumber, normaliseCvr } from '../../core/cvr-number.ts';
import type { ImportProblem, ImportProblemCode } from '../../core/import-problems.ts';
import { readMunicipality } from '../../core/municipality-names.ts';
import { offerKey } from '../../core/offers/catalogue.ts';
import type { Place } from '../../core/offers/offer.ts';
import { HOUSES } from '../../core/organisation.ts';
import type { Area } from '../../core/vocabulary.ts';
import { maskCpr } from '../../language/cpr/mask-cpr.ts';
import type { SheetRow } from './sheet.ts';

/** Characters of a cell that are quoted in a problem. */
const QUOTED = 60;
/** Letters that turn or hide others. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
/** What a spreadsheet would carry out. */
const FORMULA = /^\s*[=+\-@\uff0b\uff0d\uff1d\uff20]/;
const LINK = z.url({ protocol: /^https$/ }).max(300);

/** Reads the cells of a row one by one, and collects what is wrong with them. */
export class Cells {
  readonly problems: ImportProblem[] = [];
  readonly #row: SheetRow;

  constructor(row: SheetRow, plain: readonly string[] = []) {
    this.#row = row;
    for (const [column, cell] of Object.entries(row.cells)) this.#check(column, cell, plain.includes(column));
  }

  get line(): number {
    return this.#row.line;
  }

  refuse(code: ImportProblemCode, column: string, about = '', other = ''): void {
    // One problem a cell: the first tells what to mend.
    if (this.problems.some((one) => one.column === column)) return;
    this.problems.push({ line: this.line, column, code, about: about.slice(0, QUOTED), other });
  }

  /** What no cell may hold. `mayBegin`: a telephone number may begin with a plus. */
  #check(column: string, cell: string, mayBegin: boolean): void {
    if (maskCpr(cell).removed > 0) this.refuse('cpr-number', column);
    else if (INVISIBLE.test(cell)) this.refuse('invisible-letters', column);
    else if (/\n/.test(cell)) this.refuse('line-break', column);
    else if (FORMULA.test(cell) && !mayBegin) this.refuse('formula', column, cell);
  }

  /** A text of at most `max` characters; empty where none is given. */
  text(column: string, max: number): string {
    const cell = this.#row.cells[column] ?? '';
    if (cell.length > max) this.refuse('too-long', column, String(cell.length), String(max));
    return cell;
  }

  /** A text that must be there. */
  needed(column: string, max: number): string {
    const cell = this.text(column, max);
    if (cell === '') this.refuse('needed', column);
    return cell;
  }

  id(column = 'id'): string {
    const id = this.needed(column, QUOTED);
    if (id !== '' && !/^[a-z0-9][a-z0-9-]{1,59}$/.test(id)) this.refuse('not-an-id', column, id);
    return id;
  }

  /** A CVR number; null where none is given. */
  cvr(column = 'cvr'): string | null {
    const cell = this.text(column, 120);
    if (cell === '') return null;
    const cvr = normaliseCvr(cell);
    if (!isCvrNumber(cvr)) this.refuse('not-a-cvr-number', column, cell);
    return cvr;
  }

  /** One of a list, by its code or by a word for it. */
  oneOf<Value extends string>(
    column: string,
    words: ReadonlyMap<string, Value>,
    values: readonly Value[],
  ): Value | undefined {
    const cell = this.text(column, QUOTED);
    if (cell === '') return undefined;
    const value = words.get(foldWords(cell));
    if (value === undefined) this.refuse('not-in-list', column, cell, values.join(', '));
    return value;
  }

  /** Parts between commas, bars or line-separated semicolons, none of them twice. */
  #parts(column: string): readonly string[] {
    const cell = this.text(column, 1_000);
    return cell
      .split(/[,|;]/)
      .map((part) => part.trim())
      .filter(Boolean);
  }

  listOf<Value extends string>(
    column: string,
    read: (part: string) => Value | undefined,
    unknown: ImportProblemCode,
    values = '',
  ): Value[] {
    const found: Value[] = [];
    for (const part of this.#parts(column)) {
      const value = read(part);
      if (value === undefined) this.refuse(unknown, column, part, values);
      else if (found.includes(value)) this.refuse('listed-twice', column, part);
      else found.push(value);
    }
    return found;
  }

  areas(column = 'areas'): Area[] {
    // A number is the place in a list that only a chat shows.
    const areaOf = (part: string) => (/^\d/.test(part) ? undefined : areasNamed(part)[0]);
    return this.listOf(column, areaOf, 'unknown-area');
  }

  /** Municipalities by code or name, and houses by id or name. */
  places(column = 'places'): Place[] {
    const houseOf = (part: string) =>
      HOUSES.find(({ id, name }) => id === part || offerKey(name) === offerKey(part))?.id;
    return this.listOf<Place>(column, (part) => houseOf(part) ?? readMunicipality(part), 'unknown-place');
  }

  /** An ISO date, or a Danish one: `1.12.2026`, `1-12-2026`, `1/12/2026`. */
  date(column: string): string | null {
    const cell = this.text(column, QUOTED);
    if (cell === '') return null;
    const danish = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(cell);
    const [, day = '', month = '', year = ''] = danish ?? [];
    const iso = danish ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : cell;
    if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) this.refuse('not-a-date', column, cell);
    else if (!z.iso.date().safeParse(iso).success) this.refuse('no-such-day', column, cell);
    return iso;
  }

  /** First and last day, in order. */
  period(from = 'valid_from', to = 'valid_to'): { validFrom: string | null; validTo: string | null } {
    const validFrom = this.date(from);
    const validTo = this.date(to);
    if (validFrom !== null && validTo !== null && validTo < validFrom)
      this.refuse('ends-before-it-begins', to, validTo, validFrom);
    return { validFrom, validTo };
  }

  link(column = 'link'): string | null {
    const cell = this.text(column, 300);
    if (cell === '') return null;
    if (!LINK.safeParse(cell).success) this.refuse('not-a-link', column, cell);
    return cell;
  }
}
