import { BOARD_LISTS, type Board, type BoardFilter, type BoardLine, type BoardList } from '../core/board.ts';
import type { Case } from '../core/case/case.ts';
import { sightOf } from '../core/case/visibility.ts';
import { caseLine } from './case-lists.ts';
import type { Dependencies } from './dependencies.ts';
import type { ReadStores } from './ports/unit-of-work.ts';
import type { Reader } from './read-as.ts';

/** Cases on one page of a list. */
const PAGE = 25;

const lastPage = (total: number): number => Math.max(1, Math.ceil(total / PAGE));

/** What is shown of a board: all lists' first pages, or one page of one list. */
export interface AskedBoard extends BoardFilter {
  readonly list?: BoardList | undefined;
  /** Of a list. */
  readonly page?: number | undefined;
  /** The number of the case that is open beside it. */
  readonly open?: string | undefined;
}

/** The board of the reader's office, each case as the reader may see it. A page behind the last is the last. */
export async function readBoard(
  { person, actor, now }: Reader,
  { list, page = 1, open, ...filter }: AskedBoard,
  stores: ReadStores,
  { settingsOf, calendar }: Pick<Dependencies, 'settingsOf' | 'calendar'>,
): Promise<Board> {
  const query = { ...filter, list, person: person.id, organisation: actor.organisation, now };
  const lineOf = (kase: Case): BoardLine => {
    const line = caseLine(kase, { actor, shared: false }, { settingsOf, now });
    const { dueAt, answeredAt } = line;
    const isOpen = answeredAt === null && dueAt !== null;
    return { ...line, hoursLeft: isOpen ? calendar.hoursBetween(now, dueAt) : null };
  };
  const read = (shown: number) => stores.cases.board({ ...query, limit: PAGE, offset: (shown - 1) * PAGE });
  let shown = page;
  let found = await read(shown);
  // A page behind the last is empty, and so says nothing of how many there are.
  if (list && shown > 1 && !found.has(list)) {
    const total = (await read(1)).get(list)?.total ?? 0;
    shown = lastPage(total);
    found = await read(shown);
  }
  const pages = (list ? [list] : BOARD_LISTS).map((one) => {
    const { total, cases } = found.get(one) ?? { total: 0, cases: [] };
    return { list: one, total, page: shown, pages: lastPage(total), lines: cases.map(lineOf) };
  });
  const opened = open === undefined ? undefined : await stores.cases.get(open);
  const mayHear = opened !== undefined && sightOf(opened, actor, settingsOf).outline;
  return { organisation: actor.organisation, pages, openRevision: mayHear ? opened.revision : null, now };
}
