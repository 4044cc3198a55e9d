import { useCallback, useState } from 'preact/hooks';
import type { BoardRow } from '../../../cards/views/board.ts';
import type { BoardList } from '../../core/board.ts';
import type { Api, BoardOfReader } from '../api.ts';
import { useReadEvery } from '../every.ts';
import { useWords } from '../words.ts';

/** What is shown of the board. */
interface Filter {
  readonly mine: boolean;
  readonly area: string;
  readonly municipality: string;
}

function queryOf({ mine, area, municipality }: Filter, more: Record<string, string> = {}): string {
  const set = {
    ...(mine && { mine: 'true' }),
    ...(area && { area }),
    ...(municipality && { municipality }),
    ...more,
  };
  const query = new URLSearchParams(set).toString();
  return query === '' ? '' : `?${query}`;
}

interface Props {
  readonly api: Api;
  /** The board as it was last read without filters. */
  readonly known: BoardOfReader | null;
  /** Counts up when something was done: the board is read at once. */
  readonly done: number;
  /** The case that is open beside the board. */
  readonly open: string | null;
  /** Hears of what was read. */
  readonly read: (board: BoardOfReader) => void;
}

/** The office's running cases by whom they wait for. It reads itself anew all the time. */
export function Board({ api, known, done, open, read }: Props) {
  const words = useWords();
  const [filter, setFilter] = useState<Filter>({ mine: false, area: '', municipality: '' });
  const [latest, setLatest] = useState<BoardOfReader | null>(null);
  const board = latest ?? known;
  /** Pages of lists beyond the first. */
  const [pages, setPages] = useState<Partial<Record<BoardList, number>>>({});
  const [turned, setTurned] = useState<Partial<Record<BoardList, BoardOfReader['lists'][number]>>>({});

  const refresh = useCallback(async () => {
    const found = await api.board(queryOf(filter, open === null ? {} : { open }));
    if (found) {
      setLatest(found);
      read(found);
    }
    for (const [list, page] of Object.entries(pages)) {
      if (page < 2) continue;
      const more = await api.board(queryOf(filter, { list, page: `${page}` }));
      const [only] = more?.lists ?? [];
      if (only) setTurned((known) => ({ ...known, [list]: only }));
    }
  }, [api, filter, pages, read, open]);

  useReadEvery(() => void refresh(), [refresh, done]);

  if (!board) return <p class="subtle">{words.loading}</p>;
  const choose = (change: Partial<Filter>) => {
    setPages({});
    setFilter({ ...filter, ...change });
  };
  return (
    <>
      <Filters board={board} filter={filter} choose={choose} />
      <p class="unseen" role="status">
        {words.cases(board.lists.reduce((sum, { total }) => sum + total, 0))}
      </p>
      <div class="board">
        {board.lists.map((first) => {
          const page = pages[first.list] ?? 1;
          const shown = (page > 1 && turned[first.list]) || first;
          return (
            <section class={`list ${first.list}`} key={first.list} aria-label={first.title}>
              <h2>
                {first.title} <span class="count">{first.total}</span>
              </h2>
              {shown.rows.length === 0 && <p class="subtle">{words.none}</p>}
              <ul>
                {shown.rows.map((row) => (
                  <Row key={row.caseId} row={row} isOpen={row.caseId === open} />
                ))}
              </ul>
              <Pager
                title={first.title}
                page={page}
                pages={first.pages}
                turn={(next) => setPages({ ...pages, [first.list]: next })}
              />
            </section>
          );
        })}
      </div>
    </>
  );
}

interface PagerProps {
  readonly title: string;
  readonly page: number;
  readonly pages: number;
  readonly turn: (page: number) => void;
}

function Pager({ title, page, pages, turn }: PagerProps) {
  const words = useWords();
  if (pages < 2) return null;
  return (
    <nav class="pages" aria-label={title}>
      <button type="button" class="link" aria-disabled={page <= 1} onClick={() => page > 1 && turn(page - 1)}>
        {words.previous}
      </button>
      <span class="subtle" role="status">
        {words.more(page, pages)}
      </span>
      <button
        type="button"
        class="link"
        aria-disabled={page >= pages}
        onClick={() => page < pages && turn(page + 1)}
      >
        {words.next}
      </button>
    </nav>
  );
}

function Row({ row, isOpen }: { readonly row: BoardRow; readonly isOpen: boolean }) {
  const words = useWords();
  const about = [row.needs, row.place, row.holder].filter((part) => part).join(' · ');
  return (
    <li class={`row ${row.tone}`}>
      <a href={`#/case/${row.caseId}`} aria-current={isOpen ? 'true' : undefined}>
        {row.title}
      </a>
      <span class={`clock ${row.tone}`} title={row.due && words.due(row.due)}>
        {row.clock}
      </span>
      <p>{row.next}</p>
      <p class="subtle">{about}</p>
    </li>
  );
}

interface FilterProps {
  readonly board: BoardOfReader;
  readonly filter: Filter;
  readonly choose: (change: Partial<Filter>) => void;
}

function Filters({ board, filter, choose }: FilterProps) {
  const words = useWords();
  const select = (name: 'area' | 'municipality', choices: BoardOfReader['areas']) => (
    <label>
      {words[name]}{' '}
      <select value={filter[name]} onChange={(event) => choose({ [name]: event.currentTarget.value })}>
        <option value="">{words.all}</option>
        {choices.map(({ value, title }) => (
          <option key={value} value={value}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <fieldset class="filters">
      <legend class="unseen">{words.filters}</legend>
      <label class="check">
        <input
          type="checkbox"
          checked={filter.mine}
          onChange={(event) => choose({ mine: event.currentTarget.checked })}
        />{' '}
        {words.mine}
      </label>
      {select('area', board.areas)}
      {select('municipality', board.municipalities)}
    </fieldset>
  );
}
