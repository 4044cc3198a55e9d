import { useId, useState } from 'preact/hooks';
import type { SpreadMap } from '../../../cards/views/figure-map.ts';
import { useWords } from '../words.ts';

type Drawn = typeof import('./drawn-map.tsx').DrawnMap;

/** A figure by municipality: a table, and a map that is loaded when somebody looks at it. The table says what the map shows. */
export function FigureMap({ map }: { readonly map: SpreadMap }) {
  const words = useWords();
  const table = useId();
  const [loaded, setLoaded] = useState<{ readonly Map: Drawn } | 'away' | null>(null);
  const load = () => {
    if (loaded !== null && loaded !== 'away') return;
    import('./drawn-map.tsx').then(
      ({ DrawnMap }) => setLoaded({ Map: DrawnMap }),
      () => setLoaded('away'),
    );
  };
  return (
    <>
      <details onToggle={(event) => event.currentTarget.open && load()}>
        <summary>{words.map}</summary>
        {loaded === null && <p class="subtle">{words.loading}</p>}
        {loaded === 'away' && <p role="alert">{words.mapAway}</p>}
        {loaded !== null && loaded !== 'away' && <loaded.Map map={map} table={table} />}
      </details>
      <table id={table}>
        <caption>{words.splits.municipality}</caption>
        <thead>
          <tr>
            <th scope="col">{words.splits.municipality}</th>
            <th scope="col">{words.value}</th>
          </tr>
        </thead>
        <tbody>
          {map.cells.map(({ code, label, text, step }) => (
            <tr key={code}>
              <th scope="row">{label}</th>
              <td>
                {text} <span class="subtle">{map.legend.find((one) => one.step === step)?.text}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
