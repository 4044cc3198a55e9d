import type { TriedChangeView } from '../../../cards/views/tried-change.ts';

/** What a value would have done to the past year's cases: the counts, and the cases that the reader may see. */
export function Tried({ view }: { readonly view: TriedChangeView }) {
  const { title, summary, fault, tables, changed } = view;
  return (
    <article class="view">
      <h2>{title}</h2>
      {fault && <p class="callout attention">{fault}</p>}
      <p class="strong">{summary}</p>
      {tables.map((table) => (
        <CountTable key={table.title} {...table} />
      ))}
      {(changed.rows.length > 0 || changed.notes.length > 0) && (
        <>
          <h3>{changed.title}</h3>
          <ul class="cases">
            {changed.rows.map(({ caseId, title: name, needs, change, goesElsewhere }) => (
              <li class={`row ${goesElsewhere ? 'warning' : 'default'}`} key={caseId}>
                <a href={`#/case/${caseId}`}>{name}</a>
                <p>{change}</p>
                <p class="subtle">{needs}</p>
              </li>
            ))}
          </ul>
          {changed.notes.map((note) => (
            <p class="subtle" key={note}>
              {note}
            </p>
          ))}
        </>
      )}
    </article>
  );
}

function CountTable({ title, columns, rows }: TriedChangeView['tables'][number]) {
  return (
    <table class="counts">
      <caption class="unseen">{title}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th scope="col" key={column}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, counts }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {counts.map((count, at) => (
              <td key={columns[at + 1]}>{count}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
