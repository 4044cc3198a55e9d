import { BOARD_LISTS, type Board, type BoardFilter, type BoardLine, type BoardList } from '../core/board.ts';
import type { Case } from '../core/case/case.ts';
import { caseLine } from './case-lists.ts';
import type { Dependencies } from './dependencies.ts';
import type { ReadStores } from './ports/unit-of-work.ts';
import type { Reader } from './read-as.ts';

/** Cases on one page of a list. */
const PAGE = 25;

/** What is shown of a board: all lists' first pages, or one page of one list. */
export interface AskedBoard extends BoardFilter {
  readonly list?: BoardList | undefined;
  readonly page?: number | undefined;
}

/** The board of the reader's office, each case as the reader may see it. A page behind the last is the last. */
export async function readBoard(
  { person, actor, now }: Reader,
  { list, page = 1, ...filter }: AskedBoard,
  stores: ReadStores,
  { settingsOf, calendar }: Pick<Dependencies, 'settingsOf' | 'calendar'>,
): Promise<Board> {
  const query = { ...filter, person: person.id, organisation: actor.organisation, now };
  const totals = await stores.cases.boardTotals(query);
  const lineOf = (kase: Case): BoardLine => {
    const line = caseLine(kase, { actor, shared: false }, { settingsOf, now });
    const { dueAt, answeredAt } = line;
    const isOpen = answeredAt === null && dueAt !== null;
    return { ...line, hoursLeft: isOpen ? calendar.hoursBetween(now, dueAt) : null };
  };
  const pages = [];
  for (const one of list ? [list] : BOARD_LISTS) {
    const total = totals[one];
    const last = Math.max(1, Math.ceil(total / PAGE));
    const shown = Math.min(page, last);
    const found =
      total === 0
        ? []
        : await stores.cases.board({ ...query, list: one, limit: PAGE, offset: (shown - 1) * PAGE });
    pages.push({ list: one, total, page: shown, pages: last, lines: found.map(lineOf) });
  }
  return { organisation: actor.organisation, pages, now };
}
