import { useEffect, useState } from 'preact/hooks';
import type { FigureCell, FigureLine, FiguresPageView } from '../../../cards/views/figures-page.ts';
import type { Answered, Api } from '../api.ts';
import { Shown } from '../draw/shown-view.tsx';
import { FigureMap } from '../map/figure-map.tsx';
import { useWords } from '../words.ts';
import { Files } from './files.tsx';

const MONTHS = ['3', '6', '12', '24'];
const SPLITS = ['municipality', 'stage', 'segment'] as const;

/** The figures of one's office, each with its definition and target, by month and by one more key. For coordinators. */
export function Figures({ api, again }: { readonly api: Api; readonly again: number }) {
  const words = useWords();
  const [months, setMonths] = useState('6');
  const [by, setBy] = useState<string>('municipality');
  const [found, setFound] = useState<FiguresPageView | Answered | null>(null);
  const query = `?${new URLSearchParams({ months, by })}`;
  useEffect(() => {
    let isLatest = true;
    void api.figures(query).then((read) => {
      if (isLatest && read) setFound(read);
    });
    return () => {
      isLatest = false;
    };
  }, [api, query, again]);
  if (!found) return <p class="subtle">{words.loading}</p>;
  if ('views' in found)
    return (
      <>
        {found.views.map((view) => (
          <Shown key={view.title} view={view} busy={false} act={() => undefined} />
        ))}
      </>
    );
  return (
    <>
      <fieldset class="filters">
        <legend class="unseen">{words.filters}</legend>
        <label>
          {words.months}{' '}
          <select value={months} onChange={(event) => setMonths(event.currentTarget.value)}>
            {MONTHS.map((count) => (
              <option key={count} value={count}>
                {words.lastMonths(count)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words.splitBy}{' '}
          <select value={by} onChange={(event) => setBy(event.currentTarget.value)}>
            {SPLITS.map((split) => (
              <option key={split} value={split}>
                {words.splits[split]}
              </option>
            ))}
          </select>
        </label>
      </fieldset>
      <Files api={api} query={query} statements={found.statements} />
      <h2>{found.title}</h2>
      <p class="subtle">{found.period}</p>
      {found.lines.map((line) => (
        <Line key={`${line.code}-${line.name}`} line={line} />
      ))}
    </>
  );
}

function Line({ line }: { readonly line: FigureLine }) {
  const words = useWords();
  const { code, name, definition, value, months, split, map } = line;
  return (
    <article class="view">
      <h3>
        {name} <span class="subtle">{code}</span>
      </h3>
      <p class="strong">{value}</p>
      <details>
        <summary>{words.detailed}</summary>
        <p class="subtle">{definition}</p>
        <Bars title={words.byMonth} cells={months} />
        <Bars title={words.bySplit} cells={split} />
        {map && <FigureMap map={map} />}
      </details>
    </article>
  );
}

/** Values with bars: a table, so that it is read aloud as one. */
function Bars({ title, cells }: { readonly title: string; readonly cells: readonly FigureCell[] }) {
  const words = useWords();
  if (cells.length === 0) return null;
  return (
    <table>
      <caption>{title}</caption>
      <thead class="unseen">
        <tr>
          <th scope="col">{words.group}</th>
          <th scope="col">{words.value}</th>
        </tr>
      </thead>
      <tbody>
        {cells.map(({ label, text, bar }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>
              {text}
              {bar !== null && <progress aria-hidden="true" value={bar} max={1} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
